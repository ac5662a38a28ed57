"""The correction sheet of a partnership: a model in; every fact, numbered, under its section in the document's order, out."""

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import count

from helper.engine.html import Child
from helper.engine.model import Contact, Model, Service
from helper.publish.assurance.facts import Fact, facts
from helper.publish.training.model import Turn

OUTSIDE = "outside"


@dataclass(frozen=True)
class Line:
    """A fact with its number on the sheet, by which somebody may write about it."""

    number: int
    fact: Fact


@dataclass(frozen=True)
class Part:
    """The facts that rest on one section; `id` is unique on the sheet."""

    id: str
    title: str
    lines: tuple[Line, ...]


def sheet(model: Model, turns: tuple[Turn, ...] = ()) -> list[Part]:
    """Lay the sheet out: what names the procedure, each section of its document, then what is known from elsewhere."""
    document, numbers = model.procedure.document, count(1)
    all_facts = [*facts(model, turns), *_contacts(model)]
    groups = [("names", "Names", list(_names(model)))]
    groups += [(one.id, one.title, [fact for fact in all_facts if fact.section == one.id]) for one in document.sections]
    groups += [(OUTSIDE, "Not from the document", [fact for fact in all_facts if fact.source])]
    return [
        Part(f"check-{name}", title, tuple(Line(next(numbers), fact) for fact in found)) for name, title, found in groups if found
    ]


def _names(model: Model) -> Iterator[Fact]:
    procedure = model.procedure
    yield Fact(None, "Partnership", procedure.partnership)
    yield Fact(None, "Title of the document", procedure.document.title)
    yield Fact(None, "It is about", procedure.people)
    for area in procedure.areas:
        yield Fact(None, "Area that it covers", area.label)


def _contacts(model: Model) -> Iterator[Fact]:
    """Give the list's title, then each contact: who it is, whom it is shown to, each number and address, as printed."""
    listed, office = model.contacts, model.contacts.office
    yield Fact(listed.section, "Contact list", listed.title, (f"printed: {listed.printed or 'no date'}",))
    for row in (*listed.services, *((office,) if office else ())):
        yield from _contact(listed.section, row.name, row, _serves(model, row))
        for person in row.people:
            yield from _contact(listed.section, row.name, person, "")


def _contact(section: str, row: str, who: Contact, serves: str) -> Iterator[Fact]:
    name = f"{who.name}, {who.role}" if who.role else who.name
    yield Fact(section, row, name, tuple(filter(None, ("contact", serves))))
    looks_wrong = ("as printed, though it looks wrong",) if who.as_printed else ()
    ways: list[tuple[str, Child]] = [
        *(("telephone", f"{one.number} ({one.note})" if one.note else one.number) for one in who.tel),
        *(("e-mail", address) for address in who.email),
        *(("copy to", address) for address in who.copy_to),
    ]
    for kind, way in ways:
        yield Fact(section, name, way, (kind, *looks_wrong))
    if not who.tel and not who.email and not (isinstance(who, Service) and who.people):
        yield Fact(section, name, "No telephone number and no e-mail address is printed.")


def _serves(model: Model, row: Service) -> str:
    """Say to whom a row is shown: by agency, stage, area."""
    agencies = [one.label for one in model.agencies if one.id in row.agencies]
    stages = [one.label for one in model.procedure.stages if one.id in row.stages]
    areas = [one.label for one in model.procedure.areas if one.id in row.areas]
    said = [(("for " + ", ".join(names)) if names else "") for names in (agencies, stages, areas)]
    return "; ".join(filter(None, said))
