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
        return f"{item['label']}: {item['title']} ({item['choice']})"
    if name == "contacts":
        reach = ", ".join([*item["tel"], *item["email"]]) or "nothing printed"
        return f"{item['agency']}: {item['name']}, {reach}. {item['for_whom']['text']}"
    if name == "forms":
        return f"{item['title']}. {_said(item)}"
    if name == "deadlines" and item["counting"]:
        return f"{_said(item)} {item['counting']['text']}"
    return _said(item)


def _said(item: dict[str, Any]) -> str:
    reading = " (our reading)" if item["basis"] == "inferred" else ""
    return f"{item['text']} [{item['citation']['section']}]{reading}"
