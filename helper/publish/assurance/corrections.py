"""Who is told of a mistake: a model in, what its document prints for that out; a page's title in, the subject of an e-mail out."""

from collections.abc import Iterable
from urllib.parse import quote

from helper.engine.html import Html, join, tag
from helper.engine.model import Model
from helper.engine.persons import describe
from helper.engine.statements import Plain
from helper.engine.words import mail_link, telephone
from helper.publish.site import Host


def subject_for(title: str, built: str) -> str:
    """Write the subject of an e-mail about a page: which one, and of which day. Nothing of a case is in it."""
    return f"Correction: {title} (page built {built})"


def write_to(address: str, subject: str) -> Html:
    """Show an address as a link that begins an e-mail with a subject; a page of the web as a link to it."""
    if address.startswith("https://"):
        return tag("a", address, href=address)
    name, at, host = address.partition("@")
    href = f"{mail_link(address)}?subject={quote(subject, safe='')}"
    return tag("a", name, tag("wbr"), f"{at}{host}", class_="eg-mail", href=href)


def contact_about(host: Host, subject: str) -> Html:
    """Show whom to tell that a page of the guide has a mistake; nothing where nobody is named."""
    return write_to(host.contact, subject) if host.contact else Html("")


def office_of(model: Model, subject: str) -> Html | None:
    """Show the partnership's office and what its list prints to reach it by; None where it prints no office."""
    office = model.contacts.office
    if not office:
        return None
    ways = [way for plain in describe(model, office, office.id, {}) for way in _ways(plain, subject)]
    reach = join([part for way in ways for part in (", ", way)])
    return join([office.name, reach or " (it prints no number and no address)"])


def _ways(plain: Plain, subject: str) -> list[Html]:
    """Show numbers and addresses, each as it may be used: one that looks wrong is text."""
    if plain["as_printed"]:
        return [join(f"{one} (as printed)") for one in (*plain["tel"], *plain["email"])]
    return [*map(telephone, plain["tel"]), *(write_to(address, subject) for address in plain["email"])]


def has_whole_list(model: Model) -> bool:
    """Tell whether nothing is lost that might say whom to write to or ring."""
    return model.contacts.unlisted.kind != "not_readable"


def places(models: Iterable[Model]) -> list[dict[str, str]]:
    """Say of each partnership where corrections go, as `{id, name, where}`."""
    return [{"id": one.procedure.id, "name": one.procedure.name, "where": _where(one)} for one in models]


def _where(model: Model) -> str:
    if model.procedure.document.corrections:
        return "its document prints an address for that"
    document = "its document" if has_whole_list(model) else "our copy of its document"
    return f"{document} prints no address for that, {'but an office' if model.contacts.office else 'and no office'}"
