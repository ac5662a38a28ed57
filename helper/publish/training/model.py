"""What a trainer works with: frozen dataclasses of scenarios.yml, training.yml, session.yml and cross-border.yml.

The fields are documented in `schemas/*.schema.json`; no page of answers needs them, so the engine does not know them.
"""

from dataclasses import dataclass
from typing import Any

from helper.engine.case import Case, read_case
from helper.engine.model import Gap, Model, Statement
from helper.engine.plain import from_plain
from helper.publish.read import Library, Partnership


@dataclass(frozen=True)
class Role:
    """Someone in the room: the agency by id, who it is, and what they know, want or fear."""

    agency: str
    who: str
    brief: str


@dataclass(frozen=True)
class Training:
    """What a trainer needs to play a scenario; `level` is 1 to 3, from what follows the ladder to what is peculiar."""

    level: int
    roles: tuple[Role, ...]
    ask: tuple[str, ...]
    reflect: str | None = None


@dataclass(frozen=True)
class Difference:
    """One thing in which two procedures differ, with the ids of the sections that say so.

    `works_in` are sections of the document that the reader knows, `lives_in` of the one where the child lives.
    """

    text: str
    works_in: tuple[str, ...] = ()
    lives_in: tuple[str, ...] = ()


@dataclass(frozen=True)
class Scenario:
    """One scenario; its case is put to the engine at every build. `works_in` is None where no border is crossed."""

    id: str
    title: str
    story: str
    case: Case
    why: str
    training: Training
    works_in: str | None = None
    differs: tuple[Difference, ...] = ()


@dataclass(frozen=True)
class Turn:
    """An awkward turn, and what one procedure says of it."""

    id: str
    label: str
    said: tuple[Statement, ...]
    gaps: tuple[Gap, ...]


@dataclass(frozen=True)
class Part:
    """One part of a session: how many minutes it takes of 45, and of 20, where 0 means that it is left out.

    `scenario` tells which of the session's scenarios is played in it, the first being 1.
    """

    part: str
    minutes: int
    short: int
    how: str
    scenario: int | None = None


@dataclass(frozen=True)
class Session:
    """What every session has in common."""

    for_whom: str
    needs: tuple[str, ...]
    aims: tuple[str, ...]
    ground_rules: tuple[str, ...]
    reflect: tuple[str, ...]
    plan: tuple[str, ...]
    timetable: tuple[Part, ...]


@dataclass(frozen=True)
class Course:
    """All that a trainer has of one partnership; `reflect` are the questions that its own procedure asks of a team."""

    model: Model
    session: Session
    scenarios: tuple[Scenario, ...]
    turns: tuple[Turn, ...]
    reflect: tuple[Statement, ...]


def courses(library: Library) -> list[Course]:
    """Give the course of every partnership, in the order of their names."""
    session = library.shared["session"].plain
    common = from_plain(Session, {name: said for name, said in session.items() if name != "turns"})
    labels = {turn["id"]: turn["label"] for turn in session["turns"]}
    found = sorted(library.partnerships.values(), key=lambda one: one.model.procedure.name)
    return [_course(partnership, common, labels) for partnership in found]


def border_scenarios(library: Library) -> tuple[Scenario, ...]:
    """Give the scenarios across a border of which both sides are in the library, in the order of the file."""
    known = library.partnerships
    return tuple(
        _scenario(known[plain["lives_in"]].model, plain)
        for plain in library.shared["cross-border"].plain["scenarios"]
        if plain["lives_in"] in known and plain["works_in"] in known
    )


def _course(partnership: Partnership, session: Session, labels: dict[str, str]) -> Course:
    plain = partnership.files["training"].plain
    answered = {turn["turn"]: turn for turn in plain["turns"]}
    turns = tuple(_turn(name, label, answered[name]) for name, label in labels.items() if name in answered)
    scenarios = tuple(_scenario(partnership.model, one) for one in partnership.scenarios if "training" in one)
    reflect = from_plain(tuple[Statement, ...], plain["reflect"])
    return Course(partnership.model, session, scenarios, turns, reflect)


def _turn(name: str, label: str, plain: dict[str, Any]) -> Turn:
    said = from_plain(tuple[Statement, ...], plain.get("said", []))
    return Turn(name, label, said, from_plain(tuple[Gap, ...], plain.get("gaps", [])))


def _scenario(model: Model, plain: dict[str, Any]) -> Scenario:
    return Scenario(
        id=plain["id"],
        title=plain["title"],
        story=plain["story"],
        case=read_case(model, {"partnership": model.procedure.id, **plain["case"]}),
        why=plain["why"],
        training=from_plain(Training, plain["training"]),
        works_in=plain.get("works_in"),
        differs=from_plain(tuple[Difference, ...], plain.get("differs", [])),
    )
