"""The days that a procedure sets for a case, from the stage begun to the top: a model and a case in, rows in their order out."""

from dataclasses import dataclass, replace

from helper.engine.case import Case
from helper.engine.dates.rows import Row, agreed_row, is_ceiling, limit_row, order_of, unset_row
from helper.engine.deadlines import deadlines
from helper.engine.model import START, Model, Stage
from helper.engine.statements import Plain, holds
from helper.engine.way import begun_stage, next_routes


@dataclass(frozen=True)
class Timeline:
    """When it began (as the reader gave it) and where, the stage that stands open (at the start: the first), and its rows."""

    since: str = ""
    at: str = START
    stage: Stage | None = None
    rows: tuple[Row, ...] = ()

    def dated(self) -> tuple[Row, ...]:
        """Give the rows that have a day, the earliest first."""
        return tuple(sorted((row for row in self.rows if row.due), key=lambda row: order_of(row.due or "")))


def timeline(model: Model, case: Case, agreed: str = "") -> Timeline:
    """List what has a day, and what has none and why; empty where the case is settled or no date is known.

    `agreed` is a day (YYYY-MM-DD) that the reader has agreed with the other agency for the stage that stands open.
    """
    stage = begun_stage(model.procedure, case) or _next(model, case)
    if case.resolved or not case.since or stage is None:
        return Timeline()
    rows = _here(model, case, stage)
    ceiling = _ceiling(stage, rows)
    noted = [agreed_row(model, case, stage, agreed, ceiling)] if agreed else []
    open_end = [] if _has_ceiling(stage, case) else [unset_row(model, case, stage)]
    return Timeline(case.since, case.stage, stage, (*rows, *open_end, *noted, *_onward(model, case, stage, ceiling)))


def _here(model: Model, case: Case, stage: Stage) -> list[Row]:
    """List the limits that hold now: of the stage, and of whatever is beside the ladder."""
    others = {other.id for other in model.procedure.stages} - {stage.id}
    found = [limit for limit in deadlines(model, case) if limit["unit"] and limit["stage"] not in others]
    return _dated_first([limit_row(model, case, limit) for limit in found])


def _onward(model: Model, case: Case, stage: Stage, ceiling: Row | None) -> list[Row]:
    """Follow the stages up: each begins on the latest day of the one before, as long as each has one."""
    rows: list[Row] = []
    at, before, is_counted = replace(case, stage=stage.id, situation=None), stage, _has_ceiling(stage, case)
    while following := _next(model, at):
        at = replace(at, stage=following.id, since=ceiling.due if ceiling else None)
        own = [limit_row(model, at, limit, before.label if ceiling else None) for limit in own_limits(model, at, following)]
        rows += _dated_first(own)
        if is_counted and not _has_ceiling(following, at):
            rows.append(unset_row(model, at, following))
            is_counted = False  # said once: no later stage has a day either
        ceiling, before = _ceiling(following, own), following
    return rows


def _next(model: Model, case: Case) -> Stage | None:
    """Give the stage that is taken next, where none that may be taken instead is chosen."""
    return next((route.stage for route in next_routes(model.procedure, case) if route.stage), None)


def own_limits(model: Model, case: Case, stage: Stage) -> list[Plain]:
    """List a stage's own limits that have a number, as if it had begun; what holds at every stage is said once, before."""
    own = {limit.text for limit in stage.limits}
    return [one for one in deadlines(model, case) if one["unit"] and one["stage"] == stage.id and one["text"] in own]


def _has_ceiling(stage: Stage, case: Case) -> bool:
    holding = [limit for limit in stage.limits if holds(limit.when, replace(case, stage=stage.id))]
    return any(limit.purpose == "resolve" and limit.unit and limit.counted_from == "stage_began" for limit in holding)


def _ceiling(stage: Stage, rows: list[Row]) -> Row | None:
    """Give the row by which a stage must have ended, where its day is known; of several the earliest."""
    found = [row for row in rows if row.due and row.place == stage.id and row.limit and is_ceiling(stage, row.limit)]
    return min(found, key=lambda row: order_of(row.due or ""), default=None)


def _dated_first(rows: list[Row]) -> list[Row]:
    return sorted(rows, key=lambda row: order_of(row.due) if row.due else "~")
