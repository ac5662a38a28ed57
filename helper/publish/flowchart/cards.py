"""One card of the picture: a node and a width in, its lines of text and its height out."""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from typing import Literal

from helper.publish.flowchart.flow import Edge, Node
from helper.publish.flowchart.measure import BADGE, LABEL, NOTE, TITLE, Type

PAD = 14
BADGE_PAD = 9
CHEVRON = 12


@dataclass(frozen=True)
class Line:
    """One line of text; (x, y) is where it starts, or its middle or end, on the line it stands on."""

    x: float
    y: float
    text: str
    type: Type
    anchor: Literal["start", "middle", "end"] = "start"
    danger: bool = False


@dataclass(frozen=True)
class Box:
    """A rectangle."""

    x: float
    y: float
    width: float
    height: float

    @property
    def right(self) -> float:
        """Give the right edge."""
        return self.x + self.width

    @property
    def bottom(self) -> float:
        """Give the lower edge."""
        return self.y + self.height

    @property
    def middle(self) -> float:
        """Give the height of the middle."""
        return self.y + self.height / 2


@dataclass(frozen=True)
class Card(Box):
    """A node with its place; `entries` are the heights at which arrows come in from the side; `name` says all that it shows."""

    node: Node
    badge: Box | None
    lines: tuple[Line, ...]
    entries: dict[str, float]
    name: str


def text_block(text: str, kind: Type, x: float, y: float, width: float) -> list[Line]:
    """Break text into lines below y."""
    return [Line(x, y + kind.leading * (number + 0.75), line, kind) for number, line in enumerate(kind.lines(text, width))]


def make_card(node: Node, x: float, y: float, width: float, incoming: Iterable[Edge] = ()) -> Card:
    """Set a node's text in a card of this width; an arrow that comes in from the side is labelled at its foot."""
    room = width - 2 * PAD - (CHEVRON if node.href else 0)
    badge, lines = _badge(node, x, y + PAD, room)
    foot = badge.bottom + 8 if badge else y + PAD
    for text, kind in ((node.title, TITLE), *((note, NOTE) for note in node.notes)):
        block = text_block(text, kind, x + PAD, foot, room)
        lines += block
        foot += len(block) * kind.leading
    entries, name = {}, node.name
    for edge in incoming:
        name += f". {edge.label}"
        block = text_block(edge.label, LABEL, x + PAD, foot + 6, room)
        lines += [replace(line, danger=edge.danger) for line in block]
        entries[edge.source] = foot + 6 + LABEL.leading / 2
        foot += 6 + len(block) * LABEL.leading
    return Card(x, y, width, foot + PAD - y, node, badge, tuple(lines), entries, name)


def _badge(node: Node, x: float, y: float, room: float) -> tuple[Box | None, list[Line]]:
    if not node.badge:
        return None, []
    lines = text_block(node.badge, BADGE, x + PAD, y + 3, room - 2 * BADGE_PAD)
    box = Box(x + PAD, y, max(BADGE.width(line.text) for line in lines) + 2 * BADGE_PAD, len(lines) * BADGE.leading + 6)
    return box, [replace(line, x=box.x + box.width / 2, anchor="middle") for line in lines]
