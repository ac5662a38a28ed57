"""The timeline in words: rows in, a list out in which each has its day, what has to happen by then, its source and its count."""

from helper.engine.dates.rows import Row, say_due
from helper.engine.dates.timeline import Timeline
from helper.engine.html import Child, Html, tag
from helper.engine.model import Model
from helper.engine.statements import Plain, state
from helper.engine.words import bullets, has_number, reading, say_limit, statement

NOT_COUNTED_ON = "No number of hours or days is set for it, so no date is worked out from here on."


def rows_in_words(model: Model, found: Timeline, root: str) -> Html:
    """Show every row of a timeline as an item of a list."""
    return tag("ol", [_row(model, row, root) for row in found.rows], class_="eg-dated__rows")


def conventions(model: Model, found: Timeline, root: str) -> Child:
    """Say once how days are counted."""
    limits = _numbered(found)
    if not limits or not any(row.kind == "latest" for row in found.rows):
        return None
    doubts = [doubt for row in found.dated() for doubt in row.doubts]
    alone = [doubt for index, doubt in enumerate(doubts) if doubt not in doubts[:index]]
    return [tag("p", statement(model, one, root)) for one in (limits[0]["convention"], *alone)]


def sooner(model: Model, found: Timeline, root: str) -> Child:
    """Say that a limit, or an agreed day, is no allowance; it stands before the dates, so that no date is read without it."""
    if not _numbered(found) and not any(row.kind == "agreed" for row in found.rows):
        return None
    return tag("p", statement(model, state(model, model.general.sooner), root))


def _numbered(found: Timeline) -> list[Plain]:
    return [row.limit for row in found.rows if row.limit and has_number(row.limit)]


def count_in_words(days: tuple[Plain, ...]) -> Child:
    """Show a count day by day, behind a button."""
    if not days:
        return None
    items = [
        tag("li", f"{day['name']}: ", tag("b", f"day {day['number']}") if day["number"] is not None else day["why"]) for day in days
    ]
    return tag("details", tag("summary", "Show the count"), tag("ul", items, class_="eg-list"))


def _row(model: Model, row: Row, root: str) -> Html:
    name = f"{row.label}: {row.title}" if row.title else row.label
    taken = tag("p", "The partnership takes this stage.") if row.by_partnership else None
    bodies = {"latest": _latest, "undated": _undated, "unset": _unset, "agreed": _agreed}
    return tag("li", tag("h4", name), taken, bodies[row.kind](model, row, root), class_=f"eg-dated__row eg-dated__row--{row.kind}")


def _latest(model: Model, row: Row, root: str) -> Child:
    return [
        tag("p", tag("b", say_due(row.due or "")), " at the latest", class_="eg-dated__day"),
        _source(model, row, root),
        tag("p", row.text, " ", _rests_on(row)),
        count_in_words(row.days),
    ]


def _undated(model: Model, row: Row, root: str) -> Child:
    return [_source(model, row, root), tag("p", row.text, class_="eg-from") if row.text else None]


def _unset(model: Model, row: Row, root: str) -> Child:
    said = bullets(model, list(row.said), root) if row.said else None
    return [tag("p", tag("b", "No latest day to settle it"), class_="eg-dated__day"), tag("p", NOT_COUNTED_ON), said]


def _agreed(model: Model, row: Row, root: str) -> Child:
    return [
        tag("p", tag("b", say_due(row.due or "")), class_="eg-dated__day"),
        tag("p", "Agreed with the other agency, not set by the procedure. You noted this date yourself."),
        [tag("p", remark, class_="eg-remark") for remark in row.remarks],
    ]


def _source(model: Model, row: Row, root: str) -> Child:
    """Show the limit in the fewest words, and what the source says."""
    return tag("p", tag("b", f"{say_limit(row.limit)}. "), statement(model, row.limit, root)) if row.limit else None


def _rests_on(row: Row) -> Child:
    """Say that a day rests on the latest day of the stage before, which is our reckoning."""
    if not row.after:
        return None
    begins = f"Counted from the latest day of {row.after}, on which {row.label} begins if it is needed."
    said = f"{begins} If {row.after} ends sooner, this day is sooner too."
    return [said, reading({"basis": "inferred"})]
