"""What can be asked about the dates and the contacts of a case: a model, a case and a request in, a reply out."""

from collections.abc import Callable
from typing import Any

from helper.engine.case import Case
from helper.engine.dates.rows import problem_with
from helper.engine.dates.show import show
from helper.engine.dates.timeline import timeline
from helper.engine.model import Model

Plain = dict[str, Any]


def _show(model: Model, case: Case, asked: Plain) -> Plain:
    """Show the dates of a case: `{html, has_dates, agreed_problem}`."""
    agreed = asked.get("agreed", "")
    problem = problem_with(agreed)
    found = timeline(model, case, "" if problem else agreed)
    return {"html": show(model, found, asked.get("root", "")), "has_dates": bool(found.dated()), "agreed_problem": problem}


ACTS: dict[str, Callable[[Model, Case, Plain], Plain]] = {"show_dates": _show}
