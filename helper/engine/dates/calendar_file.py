"""A calendar file (RFC 5545) of the dates of a case: a timeline in, the text of an .ics file out, for any calendar to read.

It holds only what the procedure says and the days: nothing of the child, and nothing else of the case.
"""

from dataclasses import dataclass
from datetime import date, datetime, timedelta

from helper.engine.dates.lines import content_line, text_line
from helper.engine.dates.rows import Row
from helper.engine.dates.timeline import Timeline
from helper.engine.model import Model
from helper.engine.words import PURPOSES, say_limit

ZONE = "Europe/London"
# When the clocks change in the United Kingdom, since 1996: 01:00 UTC on the last Sundays of March and October.
TIME_ZONE = (
    ("BEGIN", "VTIMEZONE"),
    ("TZID", ZONE),
    ("BEGIN", "DAYLIGHT"),
    ("DTSTART", "19960331T010000"),
    ("RRULE", "FREQ=YEARLY;BYMONTH=3;BYDAY=-1SU"),
    ("TZOFFSETFROM", "+0000"),
    ("TZOFFSETTO", "+0100"),
    ("TZNAME", "BST"),
    ("END", "DAYLIGHT"),
    ("BEGIN", "STANDARD"),
    ("DTSTART", "19961027T020000"),
    ("RRULE", "FREQ=YEARLY;BYMONTH=10;BYDAY=-1SU"),
    ("TZOFFSETFROM", "+0100"),
    ("TZOFFSETTO", "+0000"),
    ("TZNAME", "GMT"),
    ("END", "STANDARD"),
    ("END", "VTIMEZONE"),
)
# Reminders: for a day at 09:00 the day before and at 09:00 that day; for a moment an hour and a quarter of an hour before.
DAY_ALARMS, MOMENT_ALARMS = ("-PT15H", "PT9H"), ("-PT1H", "-PT15M")


@dataclass(frozen=True)
class Stamp:
    """What makes a file's events its own: when it was written (YYYY-MM-DDTHH:MM:SSZ), and a text that no other file has."""

    now: str
    id: str


def calendar_file(model: Model, found: Timeline, stamp: Stamp) -> str:
    """Write every dated row of a timeline as an event with two reminders, the earliest first; ValueError where `now` is no time."""
    rows = found.dated()
    timed = any(len(row.due or "") > 10 for row in rows)
    lines = [
        content_line("BEGIN", "VCALENDAR"),
        content_line("VERSION", "2.0"),
        content_line("PRODID", "-//Escalation Guide//Dates//EN"),
        content_line("CALSCALE", "GREGORIAN"),
        content_line("METHOD", "PUBLISH"),
        text_line("X-WR-CALNAME", f"{model.procedure.name} escalation dates"),
        text_line("X-WR-TIMEZONE", ZONE),
        *(content_line(name, value) for name, value in (TIME_ZONE if timed else ())),
        *(_event(model, row, stamp, number) for number, row in enumerate(rows, 1)),
        content_line("END", "VCALENDAR"),
    ]
    return "".join(lines)


def _event(model: Model, row: Row, stamp: Stamp, number: int) -> str:
    due, summary = row.due or "", _summary(model, row)
    whole = "".join(letter for letter in stamp.id if letter.isascii() and (letter.isalnum() or letter == "-"))
    written = datetime.strptime(stamp.now, "%Y-%m-%dT%H:%M:%SZ")
    return "".join(
        (
            content_line("BEGIN", "VEVENT"),
            content_line("UID", f"{whole}-{number}@escalation-guide.invalid"),
            content_line("DTSTAMP", f"{written:%Y%m%dT%H%M%SZ}"),
            content_line("SEQUENCE", "0"),
            _when(due),
            text_line("SUMMARY", summary),
            text_line("DESCRIPTION", _description(model, row)),
            content_line("CATEGORIES", "Escalation"),
            # Nobody is busy all day because something is due.
            content_line("TRANSP", "TRANSPARENT"),
            *(_alarm(summary, before) for before in (DAY_ALARMS if len(due) == 10 else MOMENT_ALARMS)),
            content_line("END", "VEVENT"),
        )
    )


def _when(due: str) -> str:
    """Write a day as a whole day, which ends as the next begins; a moment as one of London's time, that lasts no time."""
    if len(due) > 10:
        return content_line(f"DTSTART;TZID={ZONE}", f"{datetime.fromisoformat(due):%Y%m%dT%H%M%S}")
    day = date.fromisoformat(due)
    end = day + timedelta(days=1)
    return content_line("DTSTART;VALUE=DATE", f"{day:%Y%m%d}") + content_line("DTEND;VALUE=DATE", f"{end:%Y%m%d}")


def _alarm(summary: str, before: str) -> str:
    return "".join(
        (
            content_line("BEGIN", "VALARM"),
            content_line("ACTION", "DISPLAY"),
            text_line("DESCRIPTION", summary),
            content_line("TRIGGER", before),
            content_line("END", "VALARM"),
        )
    )


def _summary(model: Model, row: Row) -> str:
    """Say in one line what is due; what was agreed is not called the procedure's."""
    where = f"{row.label} ({model.procedure.name} escalation)"
    if row.kind == "agreed" or not row.limit:
        return f"Agreed date, not the procedure's: {where}"
    what = f" {PURPOSES[row.limit['for']]}".rstrip() if row.limit["for"] != "resolve" else ""
    return f"Latest {'day' if len(row.due or '') == 10 else 'time'}{what}: {where}"


def _description(model: Model, row: Row) -> str:
    """Say what has to happen by then, who says so, how it was counted, and whom to ask."""
    general, document = model.general, model.procedure.document
    name = f"{row.label}: {row.title}" if row.title else row.label
    said = [name]
    if row.limit:
        section = row.limit["citation"]["section"]
        said += [f"{say_limit(row.limit)}. {row.limit['text']}", f"{document.title}: {document.name_section(section)}."]
        said += ["This is our reading of it."] if row.limit["basis"] == "inferred" else []
        said += [row.text, general.sooner.text]
        said += [f"Counted from the latest day of {row.after}. If it ends sooner, this day is sooner too."] if row.after else []
        said += [general.counting.text, *(doubt["text"] for doubt in row.doubts)]
    else:
        said += ["Agreed with the other agency, not set by the procedure.", *row.remarks, general.sooner.text]
    return "\n".join([*said, general.ask.text, general.disclaimer.text])
