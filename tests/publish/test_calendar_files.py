"""Two independent readers of calendar files, icalendar and vobject, find in ours what we put into it."""

from datetime import UTC, date, datetime, timedelta
from functools import cache
from typing import Any
from zoneinfo import ZoneInfo

import icalendar
import pytest
import vobject
from hypothesis import given, settings
from hypothesis import strategies as any_

from helper.engine.case import read_case
from helper.engine.dates.acts import ACTS
from helper.engine.dates.lines import content_line, text_line
from helper.engine.dates.timeline import timeline
from helper.engine.model import START
from tests.partnerships import every_partnership

MODELS = {partnership.id: partnership.model for partnership in every_partnership()}
LONDON = ZoneInfo("Europe/London")
DAY_ALARMS = [timedelta(hours=-15), timedelta(hours=9)]
MOMENT_ALARMS = [timedelta(hours=-1), timedelta(minutes=-15)]
STAMP = {"now": "2026-11-25T10:00:00Z", "id": "0f9a"}
STAGES = [(name, stage) for name, model in MODELS.items() for stage in (START, *(one.id for one in model.procedure.stages))]
each_stage = pytest.mark.parametrize(("name", "stage"), STAGES, ids=[f"{name}-{stage}" for name, stage in STAGES])
Event = tuple[date | datetime, str, str, list[timedelta]]


@cache
def write(name: str, stage: str, since: str, agreed: str = "", urgency: str = "routine") -> str:
    model = MODELS[name]
    case = read_case(model, {"partnership": name, "stage": stage, "urgency": urgency, "since": since})
    return str(ACTS["write_calendar"](model, case, {**STAMP, "agreed": agreed})["file"]["text"])


def by_icalendar(text: str) -> list[Event]:
    calendar = icalendar.Calendar.from_ical(text)
    assert calendar.errors == []
    return [
        (
            event.decoded("dtstart"),
            str(event["summary"]),
            str(event["description"]),
            [alarm.decoded("trigger") for alarm in event.walk("VALARM")],
        )
        for event in calendar.walk("VEVENT")
        if event.errors == []
    ]


def by_vobject(text: str) -> list[Event]:
    calendar = vobject.readOne(text)
    calendar.validate(raiseException=True)
    return [
        (
            event.dtstart.value,
            event.summary.value,
            event.description.value,
            [alarm.trigger.value for alarm in event.valarm_list],
        )
        for event in calendar.vevent_list
    ]


def as_written(moment: date | datetime) -> str:
    return moment.astimezone(LONDON).strftime("%Y-%m-%dT%H:%M") if isinstance(moment, datetime) else moment.isoformat()


@each_stage
@pytest.mark.parametrize("since", ["2026-11-25T10:00", "2026-12-23"])
def test_both_readers_find_every_date_with_two_reminders(name: str, stage: str, since: str) -> None:
    model = MODELS[name]
    for urgency in ("routine", "urgent"):
        case = read_case(model, {"partnership": name, "stage": stage, "urgency": urgency, "since": since})
        expected = [row.due for row in timeline(model, case, "2026-12-04").dated()]
        text = write(name, stage, since, "2026-12-04", urgency)
        for events in (by_icalendar(text), by_vobject(text)):
            assert [as_written(start) for start, *_ in events] == expected
            for start, _, _, alarms in events:
                assert alarms == (MOMENT_ALARMS if isinstance(start, datetime) else DAY_ALARMS)


def test_both_readers_read_the_same_words() -> None:
    text = write("trafford", "1", "2026-12-14", "2026-12-18")
    one, other = by_icalendar(text), by_vobject(text)
    assert [event[1:] for event in one] == [event[1:] for event in other]
    assert [event[1] for event in one] == [
        "Agreed date, not the procedure's: Stage 1 (Trafford escalation)",
        *(f"Latest day: Stage {number} (Trafford escalation)" for number in range(1, 5)),
    ]


def test_an_event_says_what_is_due_who_says_so_how_it_was_counted_and_whom_to_ask() -> None:
    model = MODELS["trafford"]
    described = by_icalendar(write("trafford", "1", "2026-12-14"))[0][2]
    for said in (
        "Stage 1: Practitioner – Practitioner",
        "10 working days to resolve it.",
        "Resolving Professional Disagreements/Escalation Notice: Flowchart, Timescales.",
        "10 working days after Monday 14 December 2026: Wednesday 30 December 2026.",
        "The document does not say from when a stage's 10 working days run.",
        model.general.sooner.text,
        model.general.counting.text,
        model.general.ask.text,
        model.general.disclaimer.text,
    ):
        assert said in described


def test_an_agreed_event_says_that_it_is_not_the_procedures_and_no_allowance() -> None:
    model = MODELS["salford"]
    text = write("salford", "b", "2026-11-25", "2026-12-04")
    for events in (by_icalendar(text), by_vobject(text)):
        (described,) = (event[2] for event in events)
        for said in ("Agreed with the other agency, not set by the procedure.", model.general.sooner.text, model.general.ask.text):
            assert said in described


def test_a_day_lasts_a_whole_day_keeps_nobody_busy_and_ends_as_the_next_begins() -> None:
    event = icalendar.Calendar.from_ical(write("trafford", "4", "2026-11-25")).walk("VEVENT")[0]
    assert (event.decoded("dtstart"), event.decoded("dtend")) == (date(2026, 12, 9), date(2026, 12, 10))
    assert event["transp"] == "TRANSPARENT"
    assert event.decoded("dtstamp") == datetime(2026, 11, 25, 10, tzinfo=UTC)
    assert int(event["sequence"]) == 0


def test_no_two_events_are_taken_for_one() -> None:
    events = icalendar.Calendar.from_ical(write("trafford", "1", "2026-11-25", "2026-12-01")).walk("VEVENT")
    names = [str(event["uid"]) for event in events]
    assert names == [f"0f9a-{number}@escalation-guide.invalid" for number in range(1, 6)]
    assert "0f9a" not in "".join(str(event[name]) for event in events for name in ("summary", "description"))


@pytest.mark.parametrize(
    "since",
    [
        pytest.param("2026-01-14T09:30", id="winter"),
        pytest.param("2026-07-14T09:30", id="summer"),
        pytest.param("2026-03-28T22:30", id="the clocks go forward on the way"),
        pytest.param("2026-10-24T22:30", id="the clocks go back on the way"),
    ],
)
def test_a_limit_in_hours_ends_at_the_right_moment_in_summer_and_in_winter(since: str) -> None:
    """48 hours, or 2 working days where these end sooner: the moment is held against the system's own time zones."""
    began = datetime.fromisoformat(since).replace(tzinfo=LONDON)
    text = write("northmere", "tier-1", since, urgency="urgent")
    due = (
        timeline(
            MODELS["northmere"],
            read_case(MODELS["northmere"], {"partnership": "northmere", "stage": "tier-1", "urgency": "urgent", "since": since}),
        )
        .rows[0]
        .due
    )
    expected = (began.astimezone(UTC) + timedelta(hours=48)).astimezone(UTC)
    assert due is not None
    assert len(due) == 16
    for events in (by_icalendar(text), by_vobject(text)):
        start = events[0][0]
        assert isinstance(start, datetime)
        assert start.astimezone(UTC) == expected


def test_the_rules_of_the_clock_in_the_file_are_those_of_the_system() -> None:
    """The zone is read from the file alone, under a name that nobody knows, and held against the system's for 20 years."""
    text = write("northmere", "tier-1", "2026-07-14T09:30", urgency="urgent").replace("Europe/London", "Nowhere/Known")
    zone = icalendar.Calendar.from_ical(text).walk("VTIMEZONE")[0].to_tz()
    for days in range(0, 20 * 365, 5):
        moment = datetime(2010, 1, 1, 12) + timedelta(days=days)
        assert moment.replace(tzinfo=zone).utcoffset() == moment.replace(tzinfo=LONDON).utcoffset(), moment


TEXT = any_.text(any_.characters(exclude_categories=["Cs", "Cc", "Zl", "Zp"]) | any_.sampled_from(",;\\\n:\"'🙂éł"), max_size=400)


@settings(max_examples=150, deadline=None)
@given(TEXT)
def test_any_text_comes_out_of_both_readers_as_it_went_in(text: str) -> None:
    event: list[tuple[str, Any]] = [("BEGIN", "VEVENT"), ("UID", "1@x.invalid"), ("DTSTAMP", "20261125T100000Z")]
    lines = [content_line("BEGIN", "VCALENDAR"), content_line("VERSION", "2.0"), content_line("PRODID", "x")]
    lines += [content_line(*one) for one in event]
    lines += [content_line("DTSTART;VALUE=DATE", "20261125"), text_line("SUMMARY", text)]
    lines += [content_line("END", "VEVENT"), content_line("END", "VCALENDAR")]
    whole = "".join(lines)
    assert str(icalendar.Calendar.from_ical(whole).walk("VEVENT")[0]["summary"]) == text
    assert vobject.readOne(whole).vevent.summary.value == text
