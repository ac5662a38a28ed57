"""An Advice as text for a terminal: the same statements as the page, each with its section."""

from typing import Any

from helper.engine.model import Model

HEADINGS = {
    "safety": "Safety first",
    "next": "Next",
    "who": "Who acts",
    "contacts": "Who to contact",
    "deadlines": "By when",
    "forms": "Which form",
    "notes": "What to do",
    "record": "What to write down",
    "inform": "Whom to tell",
    "gaps": "What the document does not say",
    "cautions": "What is doubtful",
}


def summarise(model: Model, advice: dict[str, Any]) -> str:
    """Write an Advice as plain text, its headline first."""
    blocks = [f"{model.procedure.name}: {_said(advice['headline'])}"]
    for name, heading in HEADINGS.items():
        lines = [f"  - {_line(name, item)}" for item in advice[name]]
        if lines:
            blocks.append("\n".join([heading, *lines]))
    return "\n\n".join(blocks)


def _line(name: str, item: dict[str, Any]) -> str:
    if name == "next":
        return f"{item['label']}: {item['title']}{' (may)' if item['choice'] == 'may' else ''}"
    if name == "contacts":
        return _contact(item)
    if name == "forms":
        more = [*item["send_to"], *item["keep"], *item["cautions"]]
        copies = [f"Copy to {', '.join(item['copy_to'])}."] if item["copy_to"] else []
        return _under(f"{item['title']}. {_said(item)}", [*copies, *map(_said, more)])
    if name == "deadlines":
        counted = f" {item['counting']['text']}" if item["counting"] else ""
        sooner = f" {item['sooner']['text']}" if item["amount"] else ""
        return f"{item['stage']}: {_said(item)}{counted}{sooner}"
    if name == "safety":
        return " ".join([_said(item), *(number for number in item["tel"] if number not in item["text"])])
    return _said(item)


def _contact(contact: dict[str, Any]) -> str:
    """Write a contact with all that is printed of it, missing from it and doubtful about it."""
    who = ", ".join(dict.fromkeys(part for part in (contact["name"], contact["role"], contact["agency"]) if part))
    tel = [f"{number} ({note})" if (note := contact["tel_notes"].get(number)) else number for number in contact["tel"]]
    reach = [*tel, *contact["email"], *(f"copy to {address}" for address in contact["copy_to"])]
    missing = [f"no {name} is printed" for name in contact["missing"]]
    first = f"{who}: {', '.join([*reach, *missing])}. {contact['for_whom']['text']}"
    return _under(first, [_said(one) for one in (*contact["notes"], *contact["cautions"])])


def _under(first: str, more: list[str]) -> str:
    return "\n".join([first, *(f"      {one}" for one in more)])


def _said(item: dict[str, Any]) -> str:
    way = f"{item['way']}: " if item.get("way") else ""
    reading = " (our reading)" if item["basis"] == "inferred" else ""
    return f"{way}{item['text']} [{item['citation']['section']}]{reading}"
