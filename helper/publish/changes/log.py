"""The log of changes, as the pages show it: entries that `diff --record` wrote, the newest first, and whose they are."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from itertools import groupby
from typing import Literal

from helper.engine.plain import from_plain
from helper.engine.workdays import say_day
from helper.publish.changes.change import TOPICS, Said
from helper.publish.source import Source

# What could cost a child a day stands open on the page; the rest is a click away.
OPEN = ("danger", "limit", "headline")


@dataclass(frozen=True)
class Line:
    """A change as it is kept: `where` says for which cases, `cases` how many they are; no line names a person."""

    topic: str
    cases: int
    where: tuple[str, ...]
    what: str = ""
    before: Said | None = None
    after: Said | None = None
    contact: bool = False


@dataclass(frozen=True)
class Part:
    """What an entry says of one partnership: `changed` of `cases` answers; `left_out` lines are too many to keep."""

    id: str
    name: str
    status: Literal["changed", "same", "added", "removed"]
    changed: int
    cases: int
    lines: tuple[Line, ...] = ()
    left_out: int = 0
    notes: tuple[str, ...] = ()

    def topics(self, wanted: bool) -> Iterator[tuple[str, list[Line]]]:
        """Give the lines by the title of their topic: those that stand open, or the rest."""
        lines = (line for line in self.lines if (line.topic in OPEN) == wanted)
        return ((TOPICS[topic], list(found)) for topic, found in groupby(lines, key=lambda line: line.topic))


@dataclass(frozen=True)
class Entry:
    """What was changed on a day, and why; `published` tells whether readers could see this guide before it."""

    date: str
    why: str
    partnerships: tuple[Part, ...]
    published: bool = True
    id: str = ""

    @property
    def day(self) -> str:
        """Say its day as a reader does."""
        return say_day(date.fromisoformat(self.date))

    @property
    def anchor(self) -> str:
        """Give its place in the page."""
        return f"on-{self.id}"


def read_entries(log: Mapping[str, Source]) -> tuple[Entry, ...]:
    """Build the entries, the newest first."""
    found = [from_plain(Entry, source.plain | {"id": name}) for name, source in log.items()]
    return tuple(sorted(found, key=lambda entry: (entry.date, order_of(entry.id)), reverse=True))


def order_of(name: str) -> int:
    """Give the place of an entry among those of its day.

    >>> order_of("2026-11-26"), order_of("2026-11-26-10")
    (1, 10)
    """
    number = name[len("2026-11-26-") :]
    return int(number) if number.isdigit() else 1


def entries_for(entries: tuple[Entry, ...], ids: tuple[str, ...]) -> tuple[Entry, ...]:
    """Keep what is said of some partnerships, and of those that are kept here no more."""
    kept = []
    for entry in entries:
        parts = tuple(part for part in entry.partnerships if part.id in ids or part.status == "removed")
        if parts:
            kept.append(Entry(entry.date, entry.why, parts, entry.published, entry.id))
    return tuple(kept)
