"""A pack as a page: its blocks in, HTML out."""

from collections.abc import Callable, Iterable
from typing import Any

from helper.engine.html import Child, Html, join, tag
from helper.engine.model import Model
from helper.engine.render import render_safety
from helper.engine.words import statement
from helper.publish.pack.blocks import (
    Block,
    Card,
    Compared,
    Danger,
    Grid,
    Heading,
    Line,
    Link,
    Pack,
    Part,
    Piece,
    Points,
    Said,
    Slips,
    Strong,
    Text,
)
from helper.publish.training.differing import show_cited

TABLE = "eg-pack__grid"


def show_front(model: Model, pack: Pack, root: str) -> Html:
    """Show what stands under the title."""
    return _Page(model, root).blocks(pack.front)


def show_parts(model: Model, pack: Pack, root: str) -> Html:
    """Show every part."""
    page = _Page(model, root)
    return join([page.part(part) for part in pack.parts])


class _Page:
    """Shows the blocks of one pack; `root` is the way from the page to the site's root."""

    def __init__(self, model: Model, root: str) -> None:
        self._model, self._root = model, root
        self._shows: dict[type, Callable[[Any], Child]] = {
            Heading: self._heading,
            Text: self._text,
            Points: self._points,
            Danger: lambda danger: render_safety(self._model, {"safety": danger.said}, self._root),
            Grid: self._grid,
            Card: self._card,
            Slips: self._slips,
        }

    def part(self, part: Part) -> Html:
        return tag("section", tag("h2", part.title, id=part.anchor), self.blocks(part.blocks), class_="eg-pack__part")

    def blocks(self, blocks: Iterable[Block]) -> Html:
        return join([self._shows[type(block)](block) for block in blocks])

    def line(self, line: Line) -> list[Child]:
        return [self._piece(piece) for piece in line]

    def _piece(self, piece: Piece) -> Child:
        if isinstance(piece, Said):
            return statement(self._model, piece.plain, self._root)
        if isinstance(piece, Strong):
            return tag("b", piece.text)
        if isinstance(piece, Compared):
            return show_cited(piece.cited, self._root)
        if isinstance(piece, Link):
            return tag("a", piece.text, href=piece.address if piece.address.startswith("#") else f"{self._root}{piece.address}")
        return piece

    def _heading(self, heading: Heading) -> Child:
        return tag(f"h{heading.level}", heading.text, id=heading.anchor or None, class_="eg-pack__page" if heading.page else None)

    def _text(self, text: Text) -> Child:
        name = "eg-lead" if text.kind == "lead" else f"eg-pack__{text.kind}" if text.kind != "plain" else None
        return tag("p", self.line(text.line), class_=f"{name or ''}{' eg-pack__online' if text.online else ''}".strip() or None)

    def _points(self, points: Points) -> Child:
        return tag("ul", [tag("li", self.line(line)) for line in points.lines], class_="eg-list")

    def _grid(self, grid: Grid) -> Child:
        """Show a table. The page lays it out as lists where it is narrow, which takes its roles away: so they are said."""
        headings = [tag("th", title, scope="col", role="columnheader") for title in grid.header]
        head = tag("thead", tag("tr", headings, role="row"), role="rowgroup")
        rows = [tag("tr", self._cells(grid, row), role="row") for row in grid.rows]
        name = f"{TABLE} {TABLE}--room" if grid.room else TABLE
        return tag(
            "table",
            tag("caption", grid.name, class_="eg-unseen"),
            head,
            tag("tbody", rows, role="rowgroup"),
            class_=name,
            role="table",
        )

    def _cells(self, grid: Grid, row: tuple[tuple[Line, ...], ...]) -> list[Html]:
        cells = []
        for index, (title, lines) in enumerate(zip(grid.header, row, strict=True)):
            inside = [tag("p", self.line(line)) for line in lines]
            head = index == 0 and not grid.room
            name, role = ("th", "rowheader") if head else ("td", "cell")
            cells.append(tag(name, inside, scope="row" if head else None, role=role, data_label=None if head else title))
        return cells

    def _card(self, card: Card) -> Child:
        return tag("article", tag("h4", card.title, id=card.anchor), self.blocks(card.blocks), class_="eg-pack__card")

    def _slips(self, slips: Slips) -> Child:
        shown = [
            tag("li", tag("p", tag("b", name)), [tag("p", self.line(line)) for line in lines], class_="eg-pack__slip")
            for name, lines in slips.slips
        ]
        return tag("ul", shown, class_="eg-pack__slips")
