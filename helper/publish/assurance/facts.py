"""Every fact of a partnership with where it belongs: a model in, what its files say out, one thing at a time, with its section."""

from collections.abc import Iterator
from dataclasses import dataclass, fields, is_dataclass
from typing import Any

from helper.engine.html import Child, join, tag
from helper.engine.listing import START_LABEL, URGENCY_LABELS
from helper.engine.model import (
    START,
    URGENCIES,
    Abbreviation,
    BeginAt,
    Contact,
    Corrections,
    Field,
    Form,
    FormUse,
    Gap,
    Limit,
    Model,
    Onward,
    PrintedDate,
    Protection,
    SideRoute,
    Stage,
    StageWords,
    Statement,
)
from helper.publish.assurance.doubts import say_short
from helper.publish.saying import condition_of, say_length
from helper.publish.training.model import Scenario, Turn

# What the parts of a procedure are called that have no name of their own.
PARTS: dict[str, str] = {
    **{str(name): URGENCY_LABELS[name] for name in URGENCIES},
    "procedure": "The procedure",
    "contacts": "The contact list",
    "document": "The document",
    "scope": "Who and what it is for",
    "principles": "What it asks of people",
    "ending": "After the last stage",
    "settled": "Once it is settled",
    "always": "At every stage",
    "borders": "A child or a worker from another area",
    "within_one_agency": "Within one agency",
    "wording": "Words to use",
    "challenged": "Whoever is challenged",
}
COUNTED_FROM = {"stage_began": "the day the stage begins", "concern_arose": "the day the concern arose"}
DATES = {
    "issue": "when it was written or approved",
    "review": "when it was last looked at",
    "next_review": "when a review falls due",
}
CHALLENGED = "whoever is challenged"
GAPS = {"not_set": "gap: the whole text sets none", "not_readable": "gap: a part that we do not have may set it"}


@dataclass(frozen=True)
class Fact:
    """One thing that can be right or wrong: what it belongs to, what it says, and marks, such as that it is a reading of ours.

    `section` is the id of a section; of what is known from outside the document it is None, and `source` names where from.
    """

    section: str | None
    about: str
    said: Child
    marks: tuple[str, ...] = ()
    source: str | None = None


def facts(model: Model, turns: tuple[Turn, ...] = (), borders: tuple[Scenario, ...] = ()) -> list[Fact]:
    """List every fact of the procedure, its contact list, its forms, its words and what training says of it, each once.

    `borders` are the scenarios across a border, which compare two documents.
    """
    everything = {"procedure": model.procedure, "contacts": model.contacts, "forms": model.forms, "wording": model.wording}
    found = [fact for name, thing in everything.items() for fact in _walk(model, thing, PARTS.get(name, ""), name)]
    found += [fact for turn in turns for fact in _walk(model, turn, f"Training, {turn.label}", "turn")]
    found += _compared(model.procedure.id, borders)
    return list({(fact.section, fact.about, str(join(fact.said)), fact.marks): fact for fact in found}.values())


def _compared(name: str, borders: tuple[Scenario, ...]) -> Iterator[Fact]:
    """Give what is said of a document beside another, under the first section of its own that this rests on."""
    for scenario in borders:
        for one in scenario.differs:
            sections = {scenario.works_in: one.works_in, scenario.case.partnership: one.lives_in}.get(name)
            if sections:
                yield Fact(sections[0], "Next to another area", one.text)


def _walk(model: Model, thing: Any, about: str, name: str) -> Iterator[Fact]:
    """Go through a thing that stands in a field of that name; `about` names what it belongs to."""
    if isinstance(thing, tuple):
        for item in thing:
            yield from _walk(model, item, about, name)
    elif is_dataclass(thing):
        about = _name(model, thing) or about
        yield from _facts_of(model, thing, about, name)
        for field in fields(thing):
            under = about if field.name == "challenged" and about else PARTS.get(field.name, about)
            yield from _walk(model, getattr(thing, field.name), under, field.name)


def _name(model: Model, thing: Any) -> str:
    """Name what has a name: a stage, a side route, a form, a contact."""
    if isinstance(thing, StageWords):
        return f"Words at {model.procedure.stage(thing.stage).label}"
    if isinstance(thing, Stage | SideRoute):
        return thing.label
    return thing.title if isinstance(thing, Form) else thing.name if isinstance(thing, Contact) else ""


def _facts_of(model: Model, thing: Any, about: str, name: str) -> Iterator[Fact]:
    """Give what a thing says itself, without what it holds."""
    if isinstance(thing, Statement):
        marks = tuple(mark for mark in _marks(model, thing, name) if mark and mark != about)
        yield Fact(thing.section, about, thing.text, marks, thing.source)
    elif isinstance(thing, Stage):
        taken = ("the partnership takes it, not the reader",) if thing.taken_by == "partnership" else ()
        yield Fact(thing.summary.section, about, thing.title, ("name", *taken))
    elif isinstance(thing, SideRoute):
        yield Fact(thing.summary.section, about, thing.title, ("name", *_way(model, thing)))
    elif isinstance(thing, Protection):
        shown = next((f"shown with it: {one.name}" for one in model.contacts.services if one.id == thing.contact), "")
        yield Fact(thing.standing.section, about, f"{thing.label}: {thing.title}", tuple(filter(None, ("name", shown))))
    elif isinstance(thing, Onward):
        yield Fact(thing.section, f"{about} to {model.procedure.stage(thing.to).label}", thing.text)
    elif isinstance(thing, BeginAt):
        reading = ("our reading",) if thing.basis == "inferred" else ()
        begins = f"{thing.choice} begin at {model.procedure.stage(thing.stage).label}"
        yield Fact(thing.section, about, thing.text, (begins, *reading))
    elif isinstance(thing, PrintedDate):
        yield Fact(thing.section, about, f"{thing.what}: {thing.printed}", (f"date: {DATES[thing.of]}" if thing.of else "date",))
    elif isinstance(thing, Abbreviation):
        yield Fact(thing.section, "Short form", say_short(thing), ("our reading",) if thing.basis == "inferred" else ())
    elif isinstance(thing, Corrections):
        yield Fact(thing.section, about, f"{thing.text} {thing.email}")
    elif isinstance(thing, Form):
        yield from _form(thing)


def _way(model: Model, route: SideRoute) -> Iterator[str]:
    """Say how firmly a side route is meant, where it may begin, and what becomes of the ladder meanwhile."""
    if route.kind == "outside":
        yield "outside this procedure"
    yield {"must": "has to be taken", "may": "may be taken"}[route.choice]
    yield {"must": "the stages still stand", "may": "the stages may stand too"}[route.ladder]
    if route.stages:
        yield "only " + ", ".join(START_LABEL if one == START else model.procedure.stage(one).label for one in route.stages)


def _marks(model: Model, said: Statement, name: str) -> list[str]:
    found = [condition_of(model, said.when), CHALLENGED if name == "challenged" else ""]
    if isinstance(said, Limit):
        counted = said.event or COUNTED_FROM.get(said.counted_from or "")
        found.append(f"limit: {say_length(said)}{f', counted from {counted}' if counted else ''}")
    if isinstance(said, Gap):
        found.append(GAPS[said.kind])
    if isinstance(said, FormUse):
        found.append(f"form: {model.form(said.form).title}")
    return [*found, "caution" if name == "cautions" else "", "our reading" if said.basis == "inferred" else ""]


def _form(form: Form) -> Iterator[Fact]:
    yield Fact(form.section, form.title, form.title, ("name of the form" if form.available else "name of a form we do not hold",))
    for address in form.copy_to:
        yield Fact(form.copy_section or form.section, form.title, f"Copy to {address}")
    for field in form.fields:
        yield Fact(form.section, form.title, _field(field), ("field of the form",))


def _field(field: Field) -> Child:
    """Show a field as the form has it: heading, label, help, choices, columns and rows."""
    columns = [f"{column.label} ({'; '.join(filter(None, (column.help, *column.options)))})" for column in field.columns]
    more = [("Choices", field.options), ("Columns", [one.removesuffix(" ()") for one in columns]), ("Rows", field.rows)]
    printed = [
        f"{field.group}: " if field.group else None,
        tag("b", field.label),
        f" ({field.help})" if field.help else None,
        [f" {name}: {', '.join(all_)}." for name, all_ in more if all_],
    ]
    return tag("span", printed, class_="eg-printed")
