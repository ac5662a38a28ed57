"""Show one contact: what is printed for it, whom it is for, what is missing and what is doubtful."""

from typing import Any

from helper.engine.html import Child, Html, join, tag
from helper.engine.model import Model
from helper.engine.short_forms import explained
from helper.engine.view import Fragment
from helper.engine.words import bullets, email, reading, statement, telephone

Plain = dict[str, Any]
# Where in the fragments of a contact its short forms are written out.
SHORT = 1


def contact_fragments(model: Model, contact: Plain, root: str) -> list[Fragment]:
    """Show a contact as an item of a list; whom it is for and what is doubtful about its row are said of the first alone."""
    under = [part for part in (contact["role"], contact["agency"] if contact["agency"] != contact["name"] else None) if part]
    top = [
        tag("p", contact["name"], class_="eg-card__name"),
        tag("p", ", ".join(under), class_="eg-card__role") if under else None,
    ]
    short = _short(model, contact["name"], *under)
    said = contact["for_whom"]
    for_whom = tag("p", said["text"], reading(said), class_="eg-card__for") if said else Html("")
    doubts = [tag("p", statement(model, one, root), class_="eg-remark") for one in contact["cautions"]]
    return [
        Fragment(join([Html('<li class="eg-card">'), top])),
        Fragment(short, short),
        Fragment(for_whom, for_whom),
        Fragment(join([numbers(contact), [tag("p", statement(model, one, root), class_="eg-remark") for one in contact["notes"]]])),
        *(Fragment(doubt, f"{contact['agency']} {doubt}") for doubt in doubts),
        Fragment(_save(contact) if said else Html("")),
        Fragment(Html("</li>")),
    ]


def _save(contact: Plain) -> Html:
    """Offer a contact of an answer as a card for the reader's own address book; the page shows it where it can make one."""
    unseen = tag("span", f": {contact['name']}", class_="eg-unseen")
    button = tag("button", "Save as a contact card", unseen, type="button", class_="eg-linklike", data_card=contact["id"])
    return tag("p", button, class_="eg-card__save")


def contact_card(model: Model, contact: Plain, root: str) -> Html:
    """Show a contact as an item of a list, whole, but for the short forms in its names: its row writes these out."""
    fragments = contact_fragments(model, contact, root)
    return Html("".join(fragment.html for fragment in fragments if fragment is not fragments[SHORT]))


def contact_row(model: Model, row: Plain | None, people: list[Plain], root: str) -> Html:
    """Show a row of the contact list under its heading: what it says itself, then the people in it."""
    shared = [] if row or not people else [said for said in people[0]["cautions"] if all(said in one["cautions"] for one in people)]
    role = tag("p", row["role"], class_="eg-card__role") if row and row["role"] else None
    own = [role, numbers(row), _remarks(model, row, root)] if row else bullets(model, shared, root) if shared else None
    plain = [one | {"agency": one["name"], "cautions": [said for said in one["cautions"] if said not in shared]} for one in people]
    named = [text for one in (*([row] if row else []), *people) for text in (one["agency"], one["name"], one["role"])]
    cards = tag("ul", [contact_card(model, one, root) for one in plain], class_="eg-cards")
    return tag("div", _short(model, *named), own, cards if people else None)


def _short(model: Model, *names: str | None) -> Html:
    """Write out the short forms in names, in a line of its own."""
    lines = explained(model, *names)
    return tag("p", lines, class_="eg-short") if lines else Html("")


def _remarks(model: Model, contact: Plain, root: str) -> Child:
    said = [*contact["notes"], *contact["cautions"]]
    return bullets(model, said, root) if said else None


def numbers(contact: Plain) -> Child:
    """Show the numbers and addresses of a contact, each as it may be used, and say which are not printed."""
    as_text = contact["as_printed"]
    rows: list[Child] = [
        tag(
            "li",
            number if as_text else telephone(number),
            f" ({contact['tel_notes'][number]})" if number in contact["tel_notes"] else None,
        )
        for number in contact["tel"]
    ]
    rows += [
        tag("li", address if as_text else email(address), " (as printed)" if as_text else None) for address in contact["email"]
    ]
    rows += [tag("li", "Copy to ", address if as_text else email(address)) for address in contact["copy_to"]]
    rows += [tag("li", f"No {name} is printed", class_="eg-missing") for name in contact["missing"]]
    return tag("ul", rows, class_="eg-reach")
