"""The days of a timeline as a sheet of a calendar: rows in, weeks from Monday to Sunday out, and what is on each day."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta

from helper.engine.dates.rows import Row
from helper.engine.dates.timeline import Timeline
from helper.engine.model import BankHolidays
from helper.engine.workdays import ONE_DAY

# A sheet that is longer shows nothing at a glance.
LONGEST = 20


@dataclass(frozen=True)
class Square:
    """One day of the sheet: its number in a count, the name of a bank holiday, and the rows whose day it is."""

    day: date
    number: int | None = None
    holiday: str | None = None
    begins: bool = False
    latest: tuple[Row, ...] = ()
    agreed: bool = False

    @property
    def is_free(self) -> bool:
        """Tell whether it is a weekend or a bank holiday."""
        return self.day.weekday() >= 5 or self.holiday is not None


def weeks(found: Timeline, holidays: BankHolidays) -> list[list[Square]]:
    """Lay out the weeks from the first day of a timeline to the last; none where it has no day, or takes too many weeks."""
    dated = found.dated()
    if not dated:
        return []
    began = date.fromisoformat(found.since[:10])
    days = [began, *(_day(row) for row in dated)]
    first, last = _monday(min(days)), _monday(max(days))
    count = (last - first).days // 7 + 1
    if count > LONGEST:
        return []
    numbers = _numbers(found.rows)
    by_day = {day: [row for row in dated if _day(row) == day] for day in days}

    def square(day: date) -> Square:
        rows = by_day.get(day, [])
        latest = tuple(row for row in rows if row.kind == "latest")
        is_agreed = any(row.kind == "agreed" for row in rows)
        return Square(day, numbers.get(day), holidays.days.get(day.isoformat()), day == began, latest, is_agreed)

    return [[square(first + timedelta(days=7 * week + weekday)) for weekday in range(7)] for week in range(count)]


def _monday(day: date) -> date:
    return day - day.weekday() * ONE_DAY


def _day(row: Row) -> date:
    return date.fromisoformat((row.due or "")[:10])


def _numbers(rows: Iterable[Row]) -> dict[date, int]:
    """Give each counted day its number; of several counts over one day the first row's, of a stage's own limit before others."""
    numbers: dict[date, int] = {}
    for row in rows:
        for day in row.days:
            if day["number"]:
                numbers.setdefault(date.fromisoformat(day["date"]), day["number"])
    return numbers
