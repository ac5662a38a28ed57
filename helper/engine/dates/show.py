"""The dates of a case as the page shows them: a timeline in, its picture and the same in words out."""

from helper.engine.dates.in_words import conventions, rows_in_words
from helper.engine.dates.rows import Row, say_due
from helper.engine.dates.timeline import Timeline
from helper.engine.html import Html, tag
from helper.engine.model import Model


def show(model: Model, found: Timeline, root: str) -> Html:
    """Show a timeline; nothing where it is empty."""
    if not found.rows:
        return Html("")
    return tag(
        "div",
        [_at_a_glance(row) for row in found.dated()[:1]],
        tag("h3", "The dates in words"),
        rows_in_words(model, found, root),
        conventions(model, found, root),
        class_="eg-dates",
    )


def _at_a_glance(row: Row) -> Html:
    said = "agreed with the other agency" if row.kind == "agreed" else "at the latest"
    return tag("p", f"{row.label}: ", tag("b", say_due(row.due or "")), f" {said}", class_="eg-dates__glance")
