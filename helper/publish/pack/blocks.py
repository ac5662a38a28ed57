"""What a facilitator's pack is made of, before it is a page or a Word document: parts, and in them lines, tables and cards."""

from dataclasses import dataclass
from typing import Any, Literal

from helper.engine.model import Model

Plain = dict[str, Any]


@dataclass(frozen=True)
class Said:
    """A statement as an Advice holds it; it is shown with its citation, and as our reading where it is."""

    plain: Plain


@dataclass(frozen=True)
class Strong:
    """Words that stand out."""

    text: str


@dataclass(frozen=True)
class Link:
    """A way to elsewhere: `address` begins with # for a place in the pack, else it is one of the site, from its root."""

    text: str
    address: str


@dataclass(frozen=True)
class Compared:
    """Where the documents of two partnerships say what a line before it compares: for each its model and ids of its sections."""

    cited: tuple[tuple[Model, tuple[str, ...]], ...]


Piece = str | Said | Strong | Link | Compared
Line = tuple[Piece, ...]


@dataclass(frozen=True)
class Heading:
    """A heading; the pack's title is of level 1, a part's of level 2. One with `page` begins a page of paper."""

    level: Literal[2, 3, 4]
    text: str
    anchor: str = ""
    page: bool = False


@dataclass(frozen=True)
class Text:
    """One paragraph; `kind` is what it is for, not how it looks. One that is `online` says nothing without its link."""

    line: Line
    kind: Literal["plain", "lead", "small", "headline", "sign"] = "plain"
    online: bool = False


@dataclass(frozen=True)
class Points:
    """A list."""

    lines: tuple[Line, ...]


@dataclass(frozen=True)
class Danger:
    """What to do when a child is in danger, as an Advice says it."""

    said: tuple[Plain, ...]


@dataclass(frozen=True)
class Grid:
    """A table: its name, the headings of its columns, how wide these are beside each other, and in each cell some lines.

    `room` is for tables to write in: how high a row is, in cm.
    """

    name: str
    header: tuple[str, ...]
    widths: tuple[float, ...]
    rows: tuple[tuple[tuple[Line, ...], ...], ...]
    room: float = 0


@dataclass(frozen=True)
class Card:
    """A card to hand out under its title, a heading of level 4: what stands on it stays on one page."""

    title: str
    anchor: str
    blocks: "tuple[Text | Points, ...]"


@dataclass(frozen=True)
class Slips:
    """Small cards to cut apart, two beside each other: on each its name and its lines."""

    name: str
    slips: tuple[tuple[str, tuple[Line, ...]], ...]


Block = Heading | Text | Points | Danger | Grid | Card | Slips


@dataclass(frozen=True)
class Part:
    """A part of the pack, which begins a page of its own."""

    title: str
    anchor: str
    blocks: tuple[Block, ...]


@dataclass(frozen=True)
class Pack:
    """A whole pack; `front` stands under its title, before the parts."""

    title: str
    front: tuple[Block, ...]
    parts: tuple[Part, ...]


def say(*pieces: Piece) -> Line:
    """Write a line.

    >>> say("Read ", Strong("this"))
    ('Read ', Strong(text='this'))
    """
    return pieces


def all_said(plain: list[Plain]) -> tuple[Line, ...]:
    """Write a line for each statement."""
    return tuple((Said(one),) for one in plain)
