"""What a timeline is made of: a case and one thing to have done in; a row with its day or why it has none, and its source out."""

import re
from dataclasses import dataclass, replace
from datetime import date, datetime
from typing import Literal

from helper.engine.case import Case
from helper.engine.limits import FROM
from helper.engine.model import START, BankHolidays, Limit, Model, Stage, Statement
from helper.engine.statements import Plain, holds, state
from helper.engine.way import next_routes, protection_for
from helper.engine.words import has_number
from helper.engine.workdays import read_start, say_day, why_not_working

AT_START = "At the start"
NOT_CHECKED = "Bank holidays are not known for that day, so it was not checked for one."
# A year that is typed by halves or has slipped is a date too, long ago or far ahead; the last day there is has no day after it.
FIRST_YEAR, LAST_YEAR = 2000, 2100
# A gap does not say what it is about. Of a stage's gaps those that speak of time belong beside a date that is not there.
OF_TIME = re.compile(r"\btimes?\b|hours or days|number of days|by when|how soon")
# Nor does a caution: those about the counting belong beside the dates.
OF_COUNTING = re.compile(r"\bfrom when\b|\bcount(ed)? from\b")


@dataclass(frozen=True)
class Row:
    """One thing to have done: its day (YYYY-MM-DD, or YYYY-MM-DDTHH:MM for hours), or None; `text` says how or from when to count.

    `latest` is a limit of the source with a day, `undated` one without; `unset` says that there is none; `agreed` is the reader's.
    """

    kind: Literal["latest", "undated", "unset", "agreed"]
    place: str
    label: str
    title: str = ""
    due: str | None = None
    text: str = ""
    limit: Plain | None = None
    after: str | None = None
    days: tuple[Plain, ...] = ()
    said: tuple[Plain, ...] = ()
    doubts: tuple[Plain, ...] = ()
    remarks: tuple[str, ...] = ()
    by_partnership: bool = False


def limit_row(model: Model, case: Case, limit: Plain, after: str | None = None) -> Row:
    """Make the row of one limit of an Advice; `after` names the stage on whose latest day the count begins, if it rests on one."""
    label, title, by_partnership = _name(model, case, limit["stage"])
    counting = limit["counting"] if has_number(limit) else None
    from_when = FROM.get(limit["from"], f"Counted from {limit['from']}.") if has_number(limit) else ""
    text = counting["text"] if counting else from_when
    days = tuple(counting["days"]) if counting else ()
    kind: Literal["latest", "undated"] = "latest" if limit["due"] else "undated"
    found = Row(kind, limit["stage"], label, title, limit["due"], text, limit, after, days)
    return replace(found, by_partnership=by_partnership, doubts=_doubts(model, limit) if counting else ())


def unset_row(model: Model, case: Case, stage: Stage) -> Row:
    """Make the row of a stage for whose end no number is set: what the source says of its time, and what it leaves open."""
    always = model.procedure.always
    vague = [limit for limit in (*stage.limits, *always.limits) if limit.unit is None and limit.amount is None]
    open_ends = [gap for gap in (*stage.gaps, *always.gaps) if OF_TIME.search(gap.text)]
    said = [state(model, one) for one in (*vague, *open_ends) if _holds(one, case)]
    return Row("unset", stage.id, stage.label, stage.title, said=tuple(said), by_partnership=stage.taken_by == "partnership")


def agreed_row(model: Model, case: Case, stage: Stage, agreed: str, ceiling: Row | None) -> Row:
    """Make the row of a day that the reader has agreed with the other agency (YYYY-MM-DD), with all that is odd about it."""
    day = date.fromisoformat(agreed)
    remarks = []
    if case.since and agreed < case.since[:10]:
        began = "the concern arose" if case.stage == START else f"{stage.label} began"
        remarks.append(f"This is before {began}, {say_day(date.fromisoformat(case.since[:10]))}. Check both dates.")
    if ceiling and ceiling.due and agreed > ceiling.due[:10]:
        latest = say_day(date.fromisoformat(ceiling.due[:10]))
        remarks.append(f"This is later than the procedure's latest day, {latest}. The procedure's limit still stands.")
    if why := why_not_working(day, model.holidays):
        remarks.append(f"This is no working day ({why}).")
    if not _is_known(agreed, model.holidays):
        remarks.append(NOT_CHECKED)
    return Row("agreed", stage.id, stage.label, stage.title, agreed, remarks=tuple(remarks))


def problem_with(agreed: str) -> str:
    """Say why a text is no day that can have been agreed; nothing where it is one, or is empty.

    >>> problem_with("2026-02-30")
    'The agreed date is not whole. Give the day, the month and four digits of the year.'
    """
    start = read_start(agreed)
    if not agreed or (start and start.moment is None and FIRST_YEAR <= start.day.year <= LAST_YEAR):
        return ""
    return "The agreed date is not whole. Give the day, the month and four digits of the year."


def order_of(due: str) -> str:
    """Give what days and moments are put in order by: a day that ends a limit lasts until midnight."""
    return f"{due}T24:00"[:16]


def say_due(due: str) -> str:
    """Write the end of a limit as a reader would say it.

    >>> say_due("2026-12-09T10:30")
    '10:30 on Wednesday 9 December 2026'
    """
    if len(due) == 10:
        return say_day(date.fromisoformat(due))
    moment = datetime.fromisoformat(due)
    return f"{moment:%H:%M} on {say_day(moment.date())}"


def is_ceiling(stage: Stage, limit: Plain) -> bool:
    """Tell whether a limit says how long a stage may take: it is the stage's own, to resolve, and counted from its beginning."""
    own = {one.text for one in stage.limits}
    return limit["for"] == "resolve" and limit["from"] == "stage_began" and has_number(limit) and limit["text"] in own


def _holds(said: Statement | Limit, case: Case) -> bool:
    """Tell whether a statement is for this case, at whichever stage the reader is."""
    return holds(replace(said.when, stage=()), case)


def _is_known(day: str, holidays: BankHolidays) -> bool:
    """Tell whether a day lies in the years whose bank holidays are known: from the first of them to the last."""
    return bool(holidays.days) and min(holidays.days) <= day <= max(holidays.days)


def _doubts(model: Model, limit: Plain) -> tuple[Plain, ...]:
    """State what is doubtful about the counting of a stage's limits."""
    stages = [stage for stage in model.procedure.stages if stage.id == limit["stage"]]
    return tuple(state(model, one) for stage in stages for one in stage.cautions if OF_COUNTING.search(one.text))


def _name(model: Model, case: Case, place: str) -> tuple[str, str, bool]:
    """Give the label and the title of a place that sets a limit, and whether the partnership takes it."""
    stages = {stage.id: stage for stage in model.procedure.stages}
    if place in stages:
        return stages[place].label, stages[place].title, stages[place].taken_by == "partnership"
    ways = [(way.id, way.label, way.title) for way in next_routes(model.procedure, case)]
    if protection := protection_for(model.procedure, case):
        ways.append((protection.id, protection.label, protection.title))
    return next(((label, title, False) for name, label, title in ways if name == place), (AT_START, "", False))
