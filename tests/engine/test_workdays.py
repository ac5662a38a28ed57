"""Days are counted by the convention that the site states, and shown one by one."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as any_

from helper.engine.model import BankHolidays
from helper.engine.workdays import Count, count, earlier, read_start
from helper.publish.holidays import bank_holidays

HOLIDAYS = BankHolidays(**bank_holidays())  # type: ignore[arg-type]
KNOWN = sorted(HOLIDAYS.days)
FIRST, LAST = date.fromisoformat(KNOWN[0]), date.fromisoformat(KNOWN[-1])


def counted(since: str, amount: int | None, unit: str | None) -> Count:
    start = read_start(since)
    assert start is not None
    return count(start, amount, unit, HOLIDAYS)


@pytest.mark.parametrize(
    ("since", "amount", "unit", "due"),
    [
        pytest.param("2026-11-16", 1, "working_day", "2026-11-17", id="the start day is not counted"),
        pytest.param("2026-11-16T08:00", 1, "working_day", "2026-11-17", id="however early in the day it began"),
        pytest.param("2026-11-20", 1, "working_day", "2026-11-23", id="after a Friday comes Monday"),
        pytest.param("2026-11-21", 1, "working_day", "2026-11-23", id="after a Saturday comes Monday"),
        pytest.param("2026-11-16", 10, "working_day", "2026-11-30", id="ten working days are two weeks"),
        pytest.param("2026-04-02", 1, "working_day", "2026-04-07", id="Easter"),
        pytest.param("2026-05-01", 1, "working_day", "2026-05-05", id="the early May bank holiday"),
        pytest.param("2026-05-22", 1, "working_day", "2026-05-26", id="the spring bank holiday"),
        pytest.param("2026-08-28", 1, "working_day", "2026-09-01", id="the summer bank holiday"),
        pytest.param("2026-12-24", 1, "working_day", "2026-12-29", id="Christmas with a substitute day"),
        pytest.param("2026-12-31", 1, "working_day", "2027-01-04", id="New Year"),
        pytest.param("2026-11-20", 3, "day", "2026-11-23", id="calendar days count the weekend"),
        pytest.param("2026-12-18", 1, "week", "2026-12-25", id="a week may end on a holiday"),
        pytest.param("2026-01-31", 1, "month", "2026-02-28", id="a month ends with a shorter month"),
        pytest.param("2028-01-31", 1, "month", "2028-02-29", id="and in a leap year a day later"),
        pytest.param("2026-12-15", 1, "month", "2027-01-15", id="a month may end next year"),
        pytest.param("2026-11-20T15:30", 24, "hour", "2026-11-21T15:30", id="hours count the night and the weekend"),
        pytest.param("2026-03-28T22:30", 24, "hour", "2026-03-29T23:30", id="the clocks go forward"),
        pytest.param("2026-10-24T22:30", 24, "hour", "2026-10-25T21:30", id="the clocks go back"),
        pytest.param("2026-03-28T23:30", 1, "hour", "2026-03-29T00:30", id="an hour before the clocks go forward it is winter"),
        pytest.param("2026-03-29T00:00", 1, "hour", "2026-03-29T02:00", id="at the very moment they do it is summer"),
        pytest.param("2026-03-29T00:30", 1, "hour", "2026-03-29T02:30", id="and half an hour later it still is"),
        pytest.param("2024-03-31T00:30", 1, "hour", "2024-03-31T02:30", id="March may end on its last Sunday"),
        pytest.param("2024-03-24T00:30", 1, "hour", "2024-03-24T01:30", id="and the Sunday before is none"),
        pytest.param("2026-10-25T00:30", 1, "hour", "2026-10-25T01:30", id="an hour before the clocks go back it is summer"),
        pytest.param("2026-10-25T00:30", 2, "hour", "2026-10-25T01:30", id="the hour that comes twice"),
        pytest.param("2026-10-25T01:00", 1, "hour", "2026-10-25T01:00", id="at the very moment they do it is winter"),
        pytest.param("2027-10-31T00:30", 2, "hour", "2027-10-31T01:30", id="October may end on its last Sunday"),
        pytest.param(FIRST.isoformat(), 1, "day", "2012-01-03", id="from the first bank holiday that is known"),
        pytest.param("2028-12-25", 1, "day", LAST.isoformat(), id="to the last"),
        pytest.param("2026-11-20", None, "same_working_day", "2026-11-20", id="the same working day"),
        pytest.param("2026-11-20T23:59", None, "same_working_day", "2026-11-20", id="the same working day, late"),
    ],
)
def test_gives_the_last_day(since: str, amount: int | None, unit: str, due: str) -> None:
    assert counted(since, amount, unit).due == due


@pytest.mark.parametrize(
    ("since", "amount", "unit", "why"),
    [
        ("2026-11-20", 24, "hour", "needs the time of day"),
        ("2026-11-21", None, "same_working_day", "Do not wait for one: do it now."),
        ("2026-12-25", None, "same_working_day", "bank holiday: Christmas Day"),
        ("2026-11-20", None, "straight_away", "gives no number"),
        ("2026-11-20", None, None, "gives no number"),
        ((FIRST - timedelta(days=1)).isoformat(), 1, "day", "Bank holidays are known only from"),
        (LAST.isoformat(), 1, "day", "Bank holidays are known only from"),
        ((LAST - timedelta(days=1)).isoformat(), 2, "working_day", "Bank holidays are known only from"),
        (LAST.isoformat(), 1, "working_day", "Bank holidays are known only from"),
        ((LAST + timedelta(days=1)).isoformat(), None, "same_working_day", "Bank holidays are known only from"),
        (f"{LAST}T12:00", 24, "hour", "Bank holidays are known only from"),
        ("2026-11-20", 1000, "working_day", "Bank holidays are known only from"),
        ("2026-11-20", 1000, "month", "Bank holidays are known only from"),
        ("9999-12-31", 1000, "month", "Bank holidays are known only from"),
        ("9999-12-31", 1, "day", "Bank holidays are known only from"),
        ("9999-12-31T23:59", 1, "hour", "Bank holidays are known only from"),
        ("0001-01-01T00:00", 1, "hour", "Bank holidays are known only from"),
    ],
)
def test_gives_no_date_and_says_why(since: str, amount: int | None, unit: str | None, why: str) -> None:
    found = counted(since, amount, unit)
    assert found.due is None
    assert why in found.text


def test_shows_every_day_of_a_count_and_why_one_is_not_counted() -> None:
    days = counted("2026-04-02", 2, "working_day").days
    assert [(day.date, day.number, day.why) for day in days] == [
        ("2026-04-02", None, "the start day is not counted"),
        ("2026-04-03", None, "bank holiday: Good Friday"),
        ("2026-04-04", None, "weekend"),
        ("2026-04-05", None, "weekend"),
        ("2026-04-06", None, "bank holiday: Easter Monday"),
        ("2026-04-07", 1, None),
        ("2026-04-08", 2, None),
    ]
    assert days[0].name == "Thursday 2 April 2026"


def test_gives_no_date_where_no_bank_holiday_is_known() -> None:
    start = read_start("2026-11-20")
    assert start is not None
    assert count(start, 1, "day", BankHolidays("", {})).due is None


@pytest.mark.parametrize(
    "text",
    [
        "",
        "2026",
        "2026-2-3",
        "2026-02-30",
        "2026-13-01",
        "20261120",
        "2026-11-20 10:00",
        "2026-11-20T24:00",
        "2026-11-20T10",
        "2026-11-20T10:00:00",
        "2026-11-20T10:00Z",
        "yesterday",
        " 2026-11-20",
        "2026-11-20\n",
    ],
)
def test_reads_no_start_from_other_text(text: str) -> None:
    assert read_start(text) is None


@given(any_.dates(), any_.integers(1, 1000), any_.sampled_from(["working_day", "day", "week", "month"]))
def test_no_last_day_comes_before_its_start_or_on_it(start: date, amount: int, unit: str) -> None:
    due = counted(start.isoformat(), amount, unit).due
    assert due is None or due > start.isoformat()


@given(any_.datetimes(), any_.integers(1, 1000))
def test_no_last_moment_comes_before_its_start(start: object, amount: int) -> None:
    since = str(start).replace(" ", "T")[:16]
    due = counted(since, amount, "hour").due
    assert due is None or due >= since


@given(any_.dates(FIRST, LAST), any_.integers(1, 60))
def test_the_last_working_day_is_one(start: date, amount: int) -> None:
    due = counted(start.isoformat(), amount, "working_day").due
    assert due is None or (date.fromisoformat(due).weekday() < 5 and due not in HOLIDAYS.days)


@given(any_.dates(FIRST, LAST), any_.integers(1, 60))
def test_one_more_working_day_is_later(start: date, amount: int) -> None:
    less, more = (counted(start.isoformat(), number, "working_day").due for number in (amount, amount + 1))
    assert more is None or (less is not None and less < more)


def test_a_limit_that_is_said_twice_ends_at_the_earlier() -> None:
    """48 hours from a Thursday morning end before the second working day does; from a Friday evening they end on a Sunday."""
    for since, due in (("2026-11-19T09:00", "2026-11-20"), ("2026-11-20T18:00", "2026-11-22T18:00")):
        both = earlier(counted(since, 48, "hour"), counted(since, 2 if due != "2026-11-20" else 1, "working_day"))
        assert both.due == due
        assert "takes the two for the same" in both.text


def test_a_limit_that_is_said_twice_ends_where_only_one_way_gives_a_day() -> None:
    assert earlier(counted("2026-11-19", 48, "hour"), counted("2026-11-19", 2, "working_day")).due == "2026-11-23"
    assert earlier(counted("2026-11-19", 48, "hour"), counted("2011-01-01", 2, "working_day")).due is None


def test_where_no_bank_holiday_is_known_no_date_is_worked_out_and_the_reason_is_said() -> None:
    start = read_start("2026-11-25")
    assert start
    found = count(start, 2, "working_day", BankHolidays("nowhere", {}))
    assert (found.due, found.text) == (None, "No bank holidays are known, so no date is worked out.")
