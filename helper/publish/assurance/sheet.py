"""The correction sheet of a partnership: a model in; every fact, numbered, under its section in the document's order, out."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from itertools import count

from helper.engine.html import Child, join
from helper.engine.listing import SIDE_LABELS
from helper.engine.model import Contact, Model, Service
from helper.publish.assurance.facts import CHALLENGED, Fact, facts
from helper.publish.training.model import Scenario, Turn

OUTSIDE = "outside"


@dataclass(frozen=True)
class Line:
    """A fact with its number on the sheet, by which somebody may write about it; `again` where it belongs to what the line
    before belongs to."""

    number: int
    fact: Fact
    again: bool = False


@dataclass(frozen=True)
class Part:
    """The facts that rest on one section; `id` is unique on the sheet."""

    id: str
    title: str
    lines: tuple[Line, ...]


def sheet(model: Model, turns: tuple[Turn, ...] = (), borders: tuple[Scenario, ...] = ()) -> list[Part]:
    """Lay the sheet out: what names the procedure, each section of its document, then what is known from elsewhere."""
    said, listed, numbers = facts(model, turns, borders), list(_contacts(model)), count(1)
    groups = [("names", "Names", list(_names(model)))]
    for one in model.procedure.document.sections:
        here, entries = ([fact for fact in all_ if fact.section == one.id] for all_ in (said, listed))
        groups.append((one.id, one.title, [*_together(_once(here)), *entries]))
    groups.append((OUTSIDE, "Not from the document", _once([fact for fact in said if fact.source])))
    return [Part(f"check-{name}", title, tuple(_lines(found, numbers))) for name, title, found in groups if found]


def _lines(found: list[Fact], numbers: Iterator[int]) -> Iterator[Line]:
    before = None
    for fact in found:
        yield Line(next(numbers), fact, again=bool(fact.about) and fact.about == before)
        before = fact.about


def _together(found: list[Fact]) -> list[Fact]:
    """Put facts that belong to the same thing one after the other, where the first of them stood."""
    places = list(dict.fromkeys(fact.about for fact in found))
    return sorted(found, key=lambda fact: places.index(fact.about))


def _once(found: list[Fact]) -> list[Fact]:
    """Give what stands in the same words at several places once, with all of these, so that nobody reads it twice."""
    same: dict[tuple[str, tuple[str, ...], str | None], list[Fact]] = {}
    for fact in found:
        marks = tuple(mark for mark in fact.marks if mark != CHALLENGED)
        same.setdefault((str(join(fact.said)), marks, fact.source), []).append(fact)
    return [_joined(marks, facts_alike) for (_, marks, _), facts_alike in same.items()]


def _joined(marks: tuple[str, ...], alike: list[Fact]) -> Fact:
    sides = [CHALLENGED in fact.marks for fact in alike]
    whom = (CHALLENGED,) if all(sides) else (f"{CHALLENGED} too",) if any(sides) else ()
    return replace(alike[0], about="; ".join(dict.fromkeys(fact.about for fact in alike)), marks=(*whom, *marks))


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
    yield Fact(section, name, name, tuple(filter(None, ("contact" if isinstance(who, Service) else f"in: {row}", serves))))
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
    """Say to whom a row is shown: by agency, stage, area, side."""
    agencies = [one.label for one in model.agencies if one.id in row.agencies]
    stages = [one.label for one in model.procedure.stages if one.id in row.stages]
    areas = [one.label for one in model.procedure.areas if one.id in row.areas]
    sides = [SIDE_LABELS[side] for side in row.sides]
    said = [(("for " + ", ".join(names)) if names else "") for names in (agencies, stages, areas, sides)]
    return "; ".join(filter(None, said))
