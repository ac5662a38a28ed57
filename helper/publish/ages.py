"""How old a printed date is: a date as exactly as it is printed (a day, a month, a year) in, its last day and whole years out."""

from calendar import monthrange
from datetime import date


def last_day(printed: str) -> date:
    """Give the last day that a date may mean; raise ValueError where no calendar has it.

    Counting from it, nothing is said to be older, or longer overdue, than it surely is.

    >>> [f"{last_day(one)}" for one in ("2016-06-14", "2016-02", "2016")]
    ['2016-06-14', '2016-02-29', '2016-12-31']
    """
    year, month, day = (*(int(part) for part in printed.split("-")), 0, 0)[:3]
    month = month or 12
    return date(year, month, day or monthrange(year, month)[1])


def whole_years(start: date, end: date) -> int:
    """Count the birthdays of a day up to another, which is not before it.

    >>> whole_years(date(2016, 6, 30), date(2026, 6, 29)), whole_years(date(2016, 6, 30), date(2026, 6, 30))
    (9, 10)
    """
    return end.year - start.year - ((end.month, end.day) < (start.month, start.day))


def say_years(start: date, end: date) -> str:
    """Say how long it is from one day to a later one.

    >>> say_years(date(2026, 6, 30), date(2026, 11, 26)), say_years(date(2025, 6, 30), date(2026, 11, 26))
    ('less than a year', '1 year')
    """
    years = whole_years(start, end)
    return f"{years} year{'' if years == 1 else 's'}" if years else "less than a year"
