"""What can be asked about the dates and the contacts of a case: a model, a case and a request in, a reply out."""

from collections.abc import Callable
from typing import Any

from helper.engine.advise import advise
from helper.engine.case import Case, CaseProblem, unknown
from helper.engine.dates.calendar_file import Stamp, calendar_file
from helper.engine.dates.card import contact_card_file
from helper.engine.dates.rows import problem_with, say_due
from helper.engine.dates.show import show
from helper.engine.dates.timeline import Timeline, timeline
from helper.engine.model import Model
from helper.engine.workdays import read_start

Plain = dict[str, Any]
NO_DATE = "There is no date to keep: the procedure sets none here that can be worked out, and none was agreed."


def _show(model: Model, case: Case, asked: Plain) -> Plain:
    """Show the dates of a case: `{html, has_dates, agreed_problem, agreed_said}`; the last two are sentences, or empty."""
    agreed = asked.get("agreed", "")
    problem = problem_with(agreed)
    found = timeline(model, case, "" if problem else agreed)
    html = show(model, case, found, asked.get("root", ""))
    return {"html": html, "has_dates": bool(found.dated()), "agreed_problem": problem, "agreed_said": _said(found)}


def _said(found: Timeline) -> str:
    """Say in a sentence how an agreed date was taken, with what is odd about it."""
    row = next((row for row in found.rows if row.kind == "agreed"), None)
    return " ".join((f"Noted as agreed: {say_due(row.due or '')}.", *row.remarks)) if row else ""


def _write_calendar(model: Model, case: Case, asked: Plain) -> Plain:
    """Write the dates of a case as a calendar file: `{file}`, or `{refused}` with the reason where there is nothing to write."""
    agreed = asked.get("agreed", "")
    if problem := problem_with(agreed):
        return {"refused": problem}
    found = timeline(model, case, agreed)
    if not found.dated():
        return {"refused": NO_DATE}
    text = calendar_file(model, found, Stamp(asked["now"], asked["id"]))
    return {"file": {"name": f"{model.procedure.id}-escalation-dates.ics", "type": "text/calendar", "text": text}}


def _write_card(model: Model, case: Case, asked: Plain) -> Plain:
    """Write a contact of this case's Advice as a card: `{file}`; a CaseProblem where the Advice has no such contact.

    The file is named after the service: a list of downloads is no place for a person's name.
    """
    listed = {contact["id"]: contact for contact in advise(model, case)["contacts"]}
    today = read_start(asked["today"])
    if asked["contact"] not in listed:
        raise unknown("contact", asked["contact"], tuple(listed))
    if today is None:
        raise CaseProblem("today", asked["today"], (), f"{asked['today']!r} is no date. Write YYYY-MM-DD.")
    text = contact_card_file(model, listed[asked["contact"]], today.day)
    service = model.everyone()[asked["contact"]].id
    return {"file": {"name": f"{service}.vcf", "type": "text/vcard", "text": text}}


ACTS: dict[str, Callable[[Model, Case, Plain], Plain]] = {
    "show_dates": _show,
    "write_calendar": _write_calendar,
    "write_card": _write_card,
}
