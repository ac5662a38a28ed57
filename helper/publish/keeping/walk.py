"""One change, step by step: what stands in the file, what is typed, what the check says of a slip, and what readers see then."""

from dataclasses import dataclass
from typing import Literal

from helper.publish.source import Source

# How many lines are shown around the one that matters.
AROUND = 2
Kind = Literal["number", "address", "person", "stage"]


@dataclass(frozen=True)
class Line:
    """A line of a file as it stands there; `here` where it is the one that matters."""

    number: int
    text: str
    here: bool = False


@dataclass(frozen=True)
class Walk:
    """A change of one file of a partnership. `before`, `slip` and `after` are lines of the file; `said` is what the check says of
    the slip; `old` and `new` are the same place on the page of the site, `page` its address from the site's root.

    `subject` is what is changed, as a reader of the page would call it. `example` is the first worked example that no longer holds,
    where the change makes one fail.
    """

    kind: Kind
    partnership: str
    place: str
    file: str
    subject: str
    before: tuple[Line, ...]
    slip: tuple[Line, ...]
    said: str
    after: tuple[Line, ...]
    page: str
    old: str
    new: str
    example: "Example | None" = None


@dataclass(frozen=True)
class Example:
    """A worked example that a change made fail, of so many: its file, its title, and the lines of it that change."""

    file: str
    title: str
    failing: int
    before: tuple[Line, ...]
    after: tuple[Line, ...]


def text_of(lines: tuple[str, ...]) -> str:
    """Put the lines of a file together again."""
    return "\n".join(lines) + "\n"


def put(source: Source, first: int, last: int, new: tuple[str, ...]) -> tuple[str, ...]:
    """Give the lines of a file with those from `first` to `last`, counted from 1, replaced; `last` before `first` adds."""
    return (*source.lines[: first - 1], *new, *source.lines[last:])


def window(lines: tuple[str, ...], first: int, last: int, begin: int, end: int, around: int = AROUND) -> tuple[Line, ...]:
    """Show the lines from `first` to `last`, with some around them, but none before `begin` or after `end`."""
    start, stop = max(begin, first - around), min(end, last + around, len(lines))
    return tuple(Line(number, lines[number - 1], first <= number <= last) for number in range(start, stop + 1))
