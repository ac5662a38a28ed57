"""The dates of a case as the page shows them: a timeline in, its picture and the same in words out."""

from datetime import date

from helper.engine.case import Case
from helper.engine.danger import do_not_wait
from helper.engine.dates.in_words import conventions, rows_in_words, sooner
from helper.engine.dates.picture import legend, picture
from helper.engine.dates.rows import Row, say_due
from helper.engine.dates.timeline import Timeline
from helper.engine.dates.weeks import weeks
from helper.engine.html import Child, Html, tag
from helper.engine.model import START, Model
from helper.engine.workdays import say_day


def show(model: Model, case: Case, found: Timeline, root: str) -> Html:
    """Show the timeline of a case, what must not wait for any date first; nothing where it is empty."""
    if not found.rows:
        return Html("")
    danger = do_not_wait(model, case, root)
    first = tag("p", danger, class_="eg-safety") if danger else None
    parts = [
        first,
        _began(found),
        _at_a_glance(found),
        sooner(model, found, root),
        _sheet(model, found),
        tag("h3", "The dates in words"),
    ]
    return tag("div", parts, rows_in_words(model, found, root), conventions(model, found, root), class_="eg-dated")


def _began(found: Timeline) -> Child:
    day = say_day(date.fromisoformat(found.since[:10]))
    if found.stage is None or found.at == START:
        return tag("p", f"The concern arose on {day}.")
    return tag("p", f"{found.stage.label} began on {day}.")


def _at_a_glance(found: Timeline) -> Child:
    """Say in one line the day that matters first: the earliest that the procedure sets, else the one that was agreed."""
    latest = [row for row in found.dated() if row.kind == "latest"]
    first = next(iter((*latest, *found.dated())), None)
    return tag("p", _due(first), class_=f"eg-dated__glance eg-dated__glance--{first.kind}") if first else None


def _due(row: Row) -> Child:
    due = tag("b", say_due(row.due or ""))
    return [f"{row.label}: ", due, " at the latest"] if row.kind == "latest" else [f"{row.label}: ", due, ", as you agreed"]


def _sheet(model: Model, found: Timeline) -> Child:
    sheet = weeks(found, model.holidays)
    if not sheet:
        return None
    figure = tag("figure", picture(found, sheet), tag("figcaption", legend(sheet)), class_="eg-dated__figure")
    return [tag("h3", "The dates in a calendar"), figure]
