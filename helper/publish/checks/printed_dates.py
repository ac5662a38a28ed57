"""The dates that a document prints, where somebody counts from them: a partnership's files in, what cannot be counted from out."""

import re
from collections.abc import Iterator

from helper.publish.ages import last_day
from helper.publish.problems import Problem
from helper.publish.read import Files

DAY = re.compile(r"[12]\d{3}(-\d{2}(-\d{2})?)?")


def problems_of_printed_dates(files: Files) -> Iterator[Problem]:
    """List days that no calendar has, and dates of which only half is written for counting."""
    procedure = files.get("procedure")
    if not procedure:
        return
    for path, day in procedure.texts("document.dates.*.day"):
        if not _is_day(day):
            yield procedure.problem(path, f'"{day}" is no date.', "Write the printed date as YYYY-MM-DD, YYYY-MM or YYYY.")
    for path, date in procedure.find("document.dates.*"):
        if isinstance(date, dict) and ("day" in date) != ("of" in date):
            has, lacks = ("day", "of") if "day" in date else ("of", "day")
            mend = "Write both or neither: of says what it is the date of, day is the date for counting."
            yield procedure.problem((*path, has), f'This date has "{has}" and no "{lacks}", so nothing can be counted.', mend)


def _is_day(day: str) -> bool:
    try:
        return bool(DAY.fullmatch(day) and last_day(day))
    except ValueError:
        return False
