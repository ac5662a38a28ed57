"""Which partnerships said that their pages are right: what `extra.confirmed` says in, a day by id out, or the slip."""

from collections.abc import Iterable, Mapping
from datetime import date

from helper.publish.settings_slip import BadSetting

NAME = "confirmed (under extra)"
Days = tuple[tuple[str, date], ...]


def confirmed_of(file: str, written: object) -> Days:
    """Read the day on which each partnership confirmed its pages; without the setting none has.

    >>> confirmed_of("own.yml", {"salford": "2026-12-01"})
    (('salford', datetime.date(2026, 12, 1)),)
    """
    if written is None:
        return ()
    if not isinstance(written, Mapping):
        mend = "write below it the id of each partnership that confirmed its pages, and the day, such as salford: 2026-12-01."
        raise BadSetting(file, NAME, "is not a list of partnerships with a day each", mend)
    return tuple((str(name), _day(file, str(name), day)) for name, day in written.items())


def hold_against(file: str, confirmed: Days, known: Iterable[str], today: date) -> None:
    """Refuse a partnership that is not there, and a day that is still to come."""
    ids = tuple(known)
    for name, day in confirmed:
        if name not in ids:
            raise BadSetting(file, NAME, f'names "{name}", which is no partnership here', f"write one of: {', '.join(ids)}.")
        if day > today:
            mend = "write the day on which the partnership confirmed its pages, or take the line out."
            raise BadSetting(file, f"confirmed: {name}", f"is {day.isoformat()}, a day that is still to come", mend)


def _day(file: str, name: str, day: object) -> date:
    try:
        return day if type(day) is date else date.fromisoformat(str(day))
    except ValueError:
        mend = "write the day on which the partnership confirmed its pages as YYYY-MM-DD, or take the line out."
        raise BadSetting(file, f"confirmed: {name}", f'is "{day}", which is no date', mend) from None
