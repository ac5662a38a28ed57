"""The log of changes fits what it is about: its entries and the partnerships in, days and names that do not fit out."""

import re
from collections.abc import Collection, Iterator
from datetime import date

from helper.publish.problems import Problem, nearest
from helper.publish.read import Files
from helper.publish.source import Source

NAME = re.compile(r"(\d{4}-\d{2}-\d{2})(-([2-9]|[1-9]\d+))?")


def problems_of_log(log: Files, known: Collection[str]) -> Iterator[Problem]:
    """List entries whose day is none or not their file's, whose numbers cannot be, or that tell of partnerships nobody knows."""
    gone = {name: day for source in log.values() for day, name in _removed(source)}
    for stem, source in log.items():
        yield from _day(stem, source)
        for path, part in source.find("partnerships.*"):
            if isinstance(part, dict):
                yield from _numbers(source, path, part)
                name, day = part.get("id"), str(source.plain.get("date"))
                if isinstance(name, str) and name not in known and day > gone.get(name, ""):
                    what = f'There is no partnership "{name}", and no entry says that it was taken out.'
                    mend = 'Write the id of a folder in procedures/; where one was taken out, record that ("status: removed").'
                    yield source.problem((*path, "id"), what, f"{mend} {nearest(name, known)}")


def _removed(source: Source) -> Iterator[tuple[str, str]]:
    for _, part in source.find("partnerships.*"):
        if isinstance(part, dict) and part.get("status") == "removed":
            yield str(source.plain.get("date")), str(part.get("id"))


def _day(stem: str, source: Source) -> Iterator[Problem]:
    named = NAME.fullmatch(stem)
    if not named:
        mend = "Name the file after its day, such as 2026-11-26.yml; a second one of that day 2026-11-26-2.yml."
        yield source.problem((), "The name of this file is not that of a day.", mend)
    for path, day in source.texts("date"):
        try:
            date.fromisoformat(day)
        except ValueError:
            yield source.problem(path, f'"{day}" is no date.', "Write the day as YYYY-MM-DD.")
            continue
        if named and named[1] != day:
            what = f'The entry is of {day}, and its file is named "{stem}".'
            yield source.problem(path, what, "Let the two be the same day: the log is in the order of its days.")


def _numbers(source: Source, path: tuple[str | int, ...], part: dict[str, object]) -> Iterator[Problem]:
    changed, cases = part.get("changed"), part.get("cases")
    if isinstance(changed, int) and isinstance(cases, int) and changed > cases:
        what = f"{changed} answers changed, of only {cases}."
        yield source.problem((*path, "changed"), what, "Record the entry again: python -m helper diff ... --record.")
