"""The Sources page's facts: every section of the document with the statements that rest on it, as they stand in the files."""

from typing import Any

from helper.engine.model import Abbreviation, Model, Section
from helper.publish.assurance.doubts import say_short, things
from helper.publish.training.model import Course, Turn

Cited = tuple[str, str]


def cited_by_section(model: Model, turns: tuple[Turn, ...] = ()) -> list[tuple[Section, list[Cited]]]:
    """List the document's sections in order, each with the text and basis of every statement that cites it."""
    cited: dict[str, list[Cited]] = {section.id: [] for section in model.procedure.document.sections}
    for thing in things((model.procedure, model.contacts, model.forms, model.wording, turns)):
        section, entry = getattr(thing, "section", None), _entry(thing)
        if section in cited and entry not in cited[section]:
            cited[section].append(entry)
    return [(section, cited[section.id]) for section in model.procedure.document.sections]


def asked_by_section(course: Course) -> dict[str, list[str]]:
    """Give the questions that training asks of each section; a section of which it asks nothing is not in it."""
    asked: dict[str, list[str]] = {}
    for question in course.reflect:
        asked.setdefault(question.section or "", []).append(question.text)
    return asked


def _entry(thing: Any) -> Cited:
    """Give what a thing says: a statement's text, a form's or list's title, a printed date, a short form."""
    if isinstance(thing, Abbreviation):
        return say_short(thing), thing.basis
    for name in ("text", "title"):
        if said := getattr(thing, name, None):
            return said, getattr(thing, "basis", "stated")
    return f"{getattr(thing, 'what', '')}: {getattr(thing, 'printed', '')}", "stated"
