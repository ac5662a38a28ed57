"""The longest way to the top: a model in, the times that its stages may take at most out, or which of them set none.

What is summed are ceilings alone: limits to resolve a stage, counted from the day it began. A limit to reply or to report says
nothing of how long a stage may take.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from helper.engine.case import Case
from helper.engine.dates.rows import is_ceiling, say_due
from helper.engine.dates.timeline import own_limits, timeline
from helper.engine.model import Model, Stage
from helper.engine.statements import Plain
from helper.engine.way import next_routes
from helper.engine.words import UNITS


@dataclass(frozen=True)
class Ceiling:
    """How long a stage may take at most, in words; empty where its document sets no number."""

    stage: Stage
    length: str
    limits: tuple[Plain, ...]


@dataclass(frozen=True)
class WayUp:
    """The stages before the last with their ceilings; `total` from the first stage's beginning to the last one's, in words, or
    empty with the stages in `without`; `by` is the day it ends, were the first stage begun on the day of the build."""

    ceilings: tuple[Ceiling, ...]
    last: Ceiling
    total: str
    without: tuple[str, ...]
    by: str


def way_up(model: Model, begun: date | None) -> WayUp:
    """Follow the usual way of somebody who raises a concern, with no urgency, from the first stage to the last."""
    *below, last = [_ceiling(model, stage) for stage in _stages(model)]
    without = tuple(one.stage.label for one in below if not one.length)
    total = "" if without or not below else _total(below)
    return WayUp(tuple(below), last, total, without, _by(model, below, begun) if total and begun else "")


def _case(model: Model, stage: str, since: str | None = None) -> Case:
    return Case(model.procedure.id, stage, "routine", since=since)


def _stages(model: Model) -> Iterator[Stage]:
    at = "start"
    while following := next((route.stage for route in next_routes(model.procedure, _case(model, at)) if route.stage), None):
        yield following
        at = following.id


def _ceiling(model: Model, stage: Stage) -> Ceiling:
    limits = tuple(one for one in own_limits(model, _case(model, stage.id), stage) if is_ceiling(stage, one))
    return Ceiling(stage, " or ".join(_length(one["unit"], one["amount"]) for one in limits), limits)


def _length(unit: str, amount: int | None) -> str:
    if amount is None:
        return "the same working day"
    return f"{amount} {UNITS[unit]}{'' if amount == 1 else 's'}"


def _total(below: list[Ceiling]) -> str:
    """Add up what has the same unit; where one stage has two limits, no sum is made and each stage's own is named."""
    if any(len(one.limits) > 1 or one.limits[0]["amount"] is None for one in below):
        return ", then ".join(one.length for one in below)
    sums: dict[str, int] = {}
    for one in below:
        sums[one.limits[0]["unit"]] = sums.get(one.limits[0]["unit"], 0) + one.limits[0]["amount"]
    return " and ".join(_length(unit, amount) for unit, amount in sums.items())


def _by(model: Model, below: list[Ceiling], begun: date) -> str:
    """Count the days with the engine's own timeline; empty beyond the bank holidays that are known."""
    first, last = below[0].stage, below[-1].stage
    rows = timeline(model, _case(model, first.id, begun.isoformat())).rows
    due = [row.due for row in rows if row.place == last.id and row.limit and row.due and is_ceiling(last, row.limit)]
    return say_due(min(due)) if due else ""
