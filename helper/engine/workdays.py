"""Count from a start to the last moment of a limit, showing every day of the count. Dates in, dates out; no clock.

The convention is ours and is labelled so wherever it is shown: the start day is not counted; day 1 is the next working day
(Monday to Friday, less the bank holidays of England and Wales); weeks and months are calendar ones, ending on the last day
of a shorter month; before the first or after the last known bank holiday no date is given.
"""

from calendar import monthrange
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from typing import Any

from helper.engine.model import BankHolidays

ONE_DAY = timedelta(days=1)
SHORTEST_LINE = 26  # letters of an answer on the narrowest screen, 320 px


@dataclass(frozen=True)
class Day:
    """One day of a count: its number in the count, or why it is not counted."""

    date: str
    name: str
    number: int | None
    why: str | None = None


@dataclass(frozen=True)
class Count:
    """The end of a limit (YYYY-MM-DD, or YYYY-MM-DDTHH:MM for hours), or None with the reason, and the days counted."""

    due: str | None
    text: str
    days: tuple[Day, ...] = ()


@dataclass(frozen=True)
class Start:
    """When something began: a day, and the time of day where it is known (Europe/London, as the reader gave it)."""

    day: date
    moment: datetime | None


def read_start(text: str) -> Start | None:
    """Read YYYY-MM-DD or YYYY-MM-DDTHH:MM; None where the text is neither.

    >>> read_start("2026-11-20").day
    datetime.date(2026, 11, 20)
    """
    for layout, length in (("%Y-%m-%d", 10), ("%Y-%m-%dT%H:%M", 16)):
        try:
            moment = datetime.strptime(text, layout)
        except ValueError:
            continue
        if len(text) == length:
            return Start(moment.date(), moment if length > 10 else None)
    return None


def say_day(day: date) -> str:
    """Write a day as a reader would say it.

    >>> say_day(date(2026, 11, 3))
    'Tuesday 3 November 2026'
    """
    return f"{day:%A} {day.day} {day:%B %Y}"


def why_not_working(day: date, holidays: BankHolidays) -> str | None:
    """Say why a day is no working day, or None where it is one."""
    if day.weekday() >= 5:
        return "weekend"
    return f"bank holiday: {name}" if (name := holidays.days.get(day.isoformat())) else None


def count(start: Start, amount: int | None, unit: str | None, holidays: BankHolidays) -> Count:
    """Count a limit of `amount` `unit`s from a start; a unit is one of those in `procedure.schema.json`."""
    if unit == "hour" and amount is not None:
        return _hours(start, amount, holidays)
    if unit == "same_working_day":
        return _same_working_day(start.day, holidays)
    if amount is None or unit is None or unit == "straight_away":
        return Count(None, "The source gives no number to count.")
    if unit == "working_day":
        return _working_days(start.day, amount, holidays)
    try:
        last = _calendar_end(start.day, amount, unit)
    except OverflowError:
        return _unknown(holidays)
    return _within(start.day, last, holidays) or _calendar_days(start.day, last, amount, unit)


def earlier(one: Count, other: Count) -> Count:
    """Join two counts of one limit, which its source takes to be the same: the earlier end, and both counts in words.

    A day that ends a limit lasts until midnight. Where only one has an end, that one is given.
    """
    text = f"The source takes the two for the same. {one.text} {other.text} The earlier is given."
    ends = sorted(((f"{found.due}T24:00"[:16], found) for found in (one, other) if found.due), key=lambda end: end[0])
    return Count(ends[0][1].due, text, ends[0][1].days) if ends else Count(None, f"{one.text} {other.text}")


def room_for(amount: int | None, unit: str | None, equates: Mapping[str, Any] | None, holidays: BankHolidays) -> str:
    """Write a text that takes as much room as any count of this limit.

    It is the longer of two: from the day with the longest name, and from the bank holiday with the longest, on which some are
    not counted. That leaves free the line of the button that shows the days, which is at least a line of its own text.
    """
    longest = max(holidays.days, key=lambda day: len(holidays.days[day]), default="2026-09-09")
    starts = (Start(date(2026, 9, 9), datetime(2026, 9, 9, 10)), Start(date.fromisoformat(longest), None))
    counts = [count(start, amount, unit, holidays) for start in starts]
    if equates:
        counts = [earlier(one, count(start, **equates, holidays=holidays)) for one, start in zip(counts, starts, strict=True)]
    return max((one.text if one.days else one.text[:-SHORTEST_LINE] for one in counts), key=len)


def _working_days(start: date, amount: int, holidays: BankHolidays) -> Count:
    days = [Day(start.isoformat(), say_day(start), None, "the start day is not counted")]
    day, number = start, 0
    while number < amount:
        if outside := _within(start, day, holidays):
            return outside
        day += ONE_DAY
        why = why_not_working(day, holidays)
        number += why is None
        days.append(Day(day.isoformat(), say_day(day), number if why is None else None, why))
    outside = _within(start, day, holidays)
    return outside or Count(
        day.isoformat(), f"{_amount(amount, 'working day')} after {say_day(start)}: {say_day(day)}.", tuple(days)
    )


def _calendar_days(start: date, last: date, amount: int, unit: str) -> Count:
    text = f"{_amount(amount, unit)} after {say_day(start)}: {say_day(last)}. Weekends and bank holidays are counted."
    counted = (start + number * ONE_DAY for number in range(1, (last - start).days + 1))
    days = (Day(day.isoformat(), say_day(day), number) for number, day in enumerate(counted, 1))
    first = Day(start.isoformat(), say_day(start), None, "the start day is not counted")
    return Count(last.isoformat(), text, (first, *days))


def _calendar_end(start: date, amount: int, unit: str) -> date:
    if unit in ("day", "week"):
        return start + timedelta(days=amount * (7 if unit == "week" else 1))
    year, month = divmod(start.year * 12 + start.month - 1 + amount, 12)
    if year > date.max.year:
        raise OverflowError
    return date(year, month + 1, min(start.day, monthrange(year, month + 1)[1]))


def _hours(start: Start, amount: int, holidays: BankHolidays) -> Count:
    if start.moment is None:
        return Count(None, "A limit in hours needs the time of day it began; none was given, so no time is worked out.")
    try:
        end = _to_london(_to_utc(start.moment) + timedelta(hours=amount))
    except OverflowError:
        return _unknown(holidays)
    text = f"{_amount(amount, 'hour')} after {start.moment:%H:%M} on {say_day(start.day)}: {end:%H:%M} on {say_day(end.date())}."
    return _within(start.day, end.date(), holidays) or Count(
        f"{end:%Y-%m-%dT%H:%M}", f"{text} Nights, weekends and bank holidays are counted."
    )


def _summer(year: int) -> tuple[datetime, datetime]:
    """Give the first and last moment (UTC) of British Summer Time: 01:00 on the last Sundays of March and October."""
    last_days = (datetime(year, 3, 31, 1), datetime(year, 10, 31, 1))
    first, last = (day - timedelta(days=(day.weekday() + 1) % 7) for day in last_days)
    return first, last


def _to_london(utc: datetime) -> datetime:
    first, last = _summer(utc.year)
    return utc + timedelta(hours=1) if first <= utc < last else utc


def _to_utc(local: datetime) -> datetime:
    """Read a London time as UTC; of an hour that the clocks repeat in October, the first."""
    earlier = local - timedelta(hours=1) if local > datetime.min + timedelta(hours=1) else local
    return earlier if _to_london(earlier) == local else local


def _same_working_day(start: date, holidays: BankHolidays) -> Count:
    if outside := _within(start, start, holidays):
        return outside
    if why := why_not_working(start, holidays):
        return Count(None, f"{say_day(start)} is no working day ({why}). Do not wait for one: do it now.")
    return Count(start.isoformat(), f"The same working day: {say_day(start)}.", (Day(start.isoformat(), say_day(start), 0),))


def _within(start: date, end: date, holidays: BankHolidays) -> Count | None:
    """Refuse a count that leaves the years whose bank holidays are known."""
    known = sorted(holidays.days)
    inside = bool(known) and known[0] <= start.isoformat() and end.isoformat() <= known[-1]
    return None if inside else _unknown(holidays)


def _unknown(holidays: BankHolidays) -> Count:
    known = sorted(holidays.days)
    if not known:
        return Count(None, "No bank holidays are known, so no date is worked out.")
    first, last = (f"{day.day} {day:%B %Y}" for day in map(date.fromisoformat, (known[0], known[-1])))
    return Count(None, f"Bank holidays are known only from {first} to {last}, so no date is worked out.")


def _amount(amount: int, unit: str) -> str:
    return f"{amount} {unit}" if amount == 1 else f"{amount} {unit}s"
