"""What one procedure says on one topic: in few words, in cited statements, and the facts that are held against another's."""

import hashlib
import json
from collections.abc import Callable, Iterable
from dataclasses import dataclass, replace
from typing import Any

from helper.engine.html import Html, join, tag
from helper.engine.listing import URGENCY_LABELS
from helper.engine.model import URGENCIES, BeginAt, Model, Stage, Statement, Step
from helper.engine.words import BASIS
from helper.publish.saying import of_stage, say

# The way from the page of comparisons to the site's root.
ROOT = "../"
DIGITS = 10
BESIDE = "side route"
IN_WORDS = ("in words",)


@dataclass(frozen=True)
class Cell:
    """`facts` is plain data that two cells share only where they say the same; what is in sentences alone has no facts.

    `silent` is a procedure that says nothing on the topic; its `said` may hold the gaps that say so.
    """

    short: str
    said: tuple[Html, ...]
    facts: tuple[Any, ...] = IN_WORDS
    silent: bool = False

    @property
    def key(self) -> str:
        """Give a text that is equal for equal facts, and means nothing else: all that the page's script compares."""
        return hashlib.sha256(json.dumps(self.facts).encode()).hexdigest()[:DIGITS]


@dataclass(frozen=True)
class Topic:
    """Something that procedures are compared in; `alike` says what is equal where the facts of all cells are."""

    id: str
    title: str
    cell: Callable[[Model], Cell]
    alike: str = "In words: read each"


@dataclass(frozen=True)
class Place:
    """Where in a procedure something is asked: a stage, a rule of urgency ... `key` is a stage's number, counted from 1."""

    key: str
    label: str
    step: Step


def places(model: Model) -> list[Place]:
    """List every step of a procedure, what holds at every stage first."""
    procedure = model.procedure
    return [
        Place("always", "At every stage", procedure.always),
        *(Place(str(number), stage.label, stage) for number, stage in enumerate(procedure.stages, 1)),
        *(Place(name, URGENCY_LABELS[name], getattr(procedure.urgency, name)) for name in URGENCIES),
        Place("ending", "Where the ladder ends", procedure.ending),
        Place("settled", "Once it is settled", procedure.settled),
        *(Place(BESIDE, route.label, route) for route in procedure.side_routes),
    ]


def gathered[S: Statement](model: Model, pick: Callable[[Step], Iterable[S]]) -> list[tuple[tuple[Place, ...], S]]:
    """Give what the steps say, each statement once, with all its places."""
    found: dict[S, list[Place]] = {}
    for place in places(model):
        for said in pick(place.step):
            own, plain = _by_urgency(place, of_stage(model, place.step, said) if isinstance(place.step, Stage) else said)
            found.setdefault(plain, []).append(own)
    return [(tuple(at), said) for said, at in found.items()]


def _by_urgency[S: Statement](place: Place, said: S) -> tuple[Place, S]:
    """Put what a rule of urgency says for certain urgencies under the names of these."""
    if place.key not in URGENCIES or not said.when.urgency:
        return place, said
    label = ", ".join(URGENCY_LABELS[name] for name in said.when.urgency)
    return Place("+".join(said.when.urgency), label, place.step), replace(said, when=replace(said.when, urgency=()))


def named(at: Iterable[Place]) -> str:
    """Name places in a row."""
    return ", ".join(place.label for place in at)


def where(found: Iterable[tuple[tuple[Place, ...], Statement]]) -> str:
    """Name every place of some statements once."""
    return "; ".join(dict.fromkeys(place.label for at, _ in found for place in at))


def item(model: Model, heading: str, *said: Statement) -> Html:
    """Show statements under a few words in bold, which may be none."""
    shown = [[" ", say(model, one, ROOT)] for one in said]
    return join([tag("b", f"{heading}."), shown] if heading else shown)


def silence(model: Model, text: str, *said: Html) -> Cell:
    """Say that the text says nothing on a topic and, where we do not hold all that the ladder rests on, that the rest may."""
    ladder = [place.step for place in places(model) if place.key != BESIDE]
    partly = any(gap.kind == "not_readable" for step in ladder for gap in step.gaps)
    hedge = " A part or a document that we do not hold may say more." if partly else ""
    return Cell(f"{text}.{hedge}", said, ("silent", partly), True)


def with_basis(text: str, said: Statement | BeginAt) -> str:
    """Say of a fact in few words that it is our reading, where it is."""
    return f"{text} ({BASIS['inferred']})" if said.basis == "inferred" else text
