"""Show one contact: what is printed for it, whom it is for, what is missing and what is doubtful."""

from typing import Any

from helper.engine.html import Child, Html, tag
from helper.engine.model import Model
from helper.engine.words import bullets, email, telephone

Plain = dict[str, Any]


def contact_card(model: Model, contact: Plain, root: str) -> Html:
    """Show a contact as an item of a list."""
    under = [part for part in (contact["role"], contact["agency"] if contact["agency"] != contact["name"] else None) if part]
    said = [*contact["notes"], *contact["cautions"]]
    return tag(
        "li",
        tag("p", contact["name"], class_="eg-card__name"),
        tag("p", ", ".join(under), class_="eg-card__role") if under else None,
        tag("p", contact["for_whom"]["text"], class_="eg-card__for") if contact.get("for_whom") else None,
        numbers(contact),
        bullets(model, said, root) if said else None,
        class_="eg-card",
    )


def numbers(contact: Plain) -> Child:
    """Show the numbers and addresses of a contact, each as it may be used, and say which are not printed."""
    as_text = contact["as_printed"]
    rows: list[Child] = [
        tag("li", number if as_text else telephone(number), f" ({contact['tel_notes'][number]})" if number in contact["tel_notes"] else None)
        for number in contact["tel"]
    ]
    rows += [tag("li", address if as_text else email(address), " (as printed)" if as_text else None) for address in contact["email"]]
    rows += [tag("li", "Copy to ", email(address)) for address in contact["copy_to"]]
    rows += [tag("li", f"No {name} is printed", class_="eg-missing") for name in contact["missing"]]
    return tag("ul", rows, class_="eg-reach")
