"""Working days by another hand: our list and our count, held against PyPI's `holidays`, for every day of the list's own years.

Ours is GOV.UK's list, entry by entry. `holidays` works most days out by rule, and knows one-off days by heart.
"""

from collections.abc import Iterator
from datetime import date, timedelta

import pytest
from holidays import HolidayBase, country_holidays

from helper.engine.model import BankHolidays
from helper.engine.workdays import Start, count, why_not_working
from helper.publish.holidays import bank_holidays

OURS = BankHolidays(**bank_holidays())  # type: ignore[arg-type]
FIRST, LAST = (date.fromisoformat(day) for day in (min(OURS.days), max(OURS.days)))
# With one-off days, moved days, and Christmas and New Year on every day of a weekend.
COUNTED_FROM = (2012, 2020, 2022, 2026, 2027)
AMOUNTS = (1, 2, 5, 10, 20)
# Every difference there is: GOV.UK lists the day off, `holidays` the day itself too where that is a Saturday or Sunday. Nobody
# works then in any case, and both list the weekday in its place.
ON_A_WEEKEND = {
    "2012-01-01": "New Year's Day",
    "2015-12-26": "Boxing Day",
    "2016-12-25": "Christmas Day",
    "2017-01-01": "New Year's Day",
    "2020-12-26": "Boxing Day",
    "2021-12-25": "Christmas Day",
    "2021-12-26": "Boxing Day",
    "2022-01-01": "New Year's Day",
    "2022-12-25": "Christmas Day",
    "2023-01-01": "New Year's Day",
    "2026-12-26": "Boxing Day",
    "2027-12-25": "Christmas Day",
    "2027-12-26": "Boxing Day",
    "2028-01-01": "New Year's Day",
}


@pytest.fixture(scope="module", params=["ENG", "WLS"])
def theirs(request: pytest.FixtureRequest) -> HolidayBase:
    return country_holidays("GB", subdiv=request.param, years=range(FIRST.year, LAST.year + 1))


def every_day(first: date, last: date) -> Iterator[date]:
    return (first + timedelta(days=number) for number in range((last - first).days + 1))


def test_the_lists_differ_by_the_days_named_here_and_by_no_other(theirs: HolidayBase) -> None:
    named = {day.isoformat(): name for day, name in theirs.items()}
    assert (FIRST.year, LAST.year) == (2012, 2028)
    assert set(OURS.days) - set(named) == set()
    assert {day: name for day, name in named.items() if day not in OURS.days} == ON_A_WEEKEND
    assert all(date.fromisoformat(day).weekday() >= 5 for day in ON_A_WEEKEND)


def test_every_day_of_these_years_is_a_working_day_for_both_or_for_none(theirs: HolidayBase) -> None:
    days = list(every_day(date(FIRST.year, 1, 1), date(LAST.year, 12, 31)))
    assert len(days) == 6210
    assert [day for day in days if (why_not_working(day, OURS) is None) != theirs.is_working_day(day)] == []


def test_a_limit_in_working_days_ends_on_the_same_day_from_every_day_of_some_years() -> None:
    """Each day is counted from with one of the amounts; as there are five of them, each falls on every day of the week."""
    theirs = country_holidays("GB", subdiv="ENG", years=range(FIRST.year, LAST.year + 1))
    days = [day for year in COUNTED_FROM for day in every_day(max(FIRST, date(year, 1, 1)), date(year, 12, 31))]
    differing = [
        (start, amount)
        for number, start in enumerate(days)
        if (amount := AMOUNTS[number % len(AMOUNTS)])
        and count(Start(start, None), amount, "working_day", OURS).due != theirs.get_nth_working_day(start, amount).isoformat()
    ]
    assert len(days) > 1_800
    assert differing == []
