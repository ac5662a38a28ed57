"""A pack as a Word document: its blocks in, the bytes of a .docx out, the same each time on the same machine."""

from collections.abc import Callable, Iterable
from io import BytesIO
from itertools import batched
from pathlib import Path
from typing import Any

from docx.oxml import parse_xml
from docx.oxml.xmlchemy import BaseOxmlElement
from docx.shared import Cm
from docx.table import Table

from helper.engine.filled.archive import read_parts, write_parts
from helper.engine.filled.sending import made_with
from helper.engine.model import Model
from helper.engine.render import IN_DANGER
from helper.publish.blank.grid import add_table, give_room, keep_whole, name_table, repeat
from helper.publish.blank.paper import WIDTH, add_footer, describe, new_document
from helper.publish.pack.blocks import (
    Block,
    Card,
    Danger,
    Grid,
    Heading,
    Line,
    Pack,
    Plain,
    Points,
    Said,
    Slips,
    Strong,
    Text,
)
from helper.publish.pack.runs import Writer

STYLES = Path(__file__).parent / "styles.xml"
BODY, HEAD = "BodyText", "TableHead"
KINDS = {"lead": "Lead", "small": "Small", "headline": "Headline", "sign": "Sign"}
WIDE = WIDTH.cm
BESIDE = 3  # slips on one line of the paper


def write_pack(model: Model, pack: Pack, built: str, address: str = "") -> bytes:
    """Write a pack; `address` is the site's own, where that is known."""
    word = _Word(model, address)
    word.heading(1, pack.title)
    word.blocks(pack.front)
    for part in pack.parts:
        word.heading(2, part.title, part.anchor, page=True)
        word.blocks(part.blocks)
    add_footer(word.document, f"{made_with(model)} Every scenario is invented. Made on {built}.")
    describe(word.document, pack.title, f"{model.procedure.document.title}, {model.procedure.partnership}")
    made = BytesIO()
    word.document.save(made)
    return write_parts(read_parts(made.getvalue()), packed=True)


class _Word:
    """Adds the blocks of a pack to a document of our own look."""

    def __init__(self, model: Model, address: str) -> None:
        self.document = new_document()
        self.document.styles.element.extend(parse_xml(STYLES.read_bytes())[:])
        self._writer = Writer(self.document, model, address)
        self._adds: dict[type, Callable[[Any], None]] = {
            Heading: lambda heading: self.heading(heading.level, heading.text, heading.anchor, heading.page),
            Text: lambda text: self._add(self._lines(text)),
            Points: lambda points: self._add(self._lines(points)),
            Danger: self._danger,
            Grid: self._grid,
            Card: self._card,
            Slips: self._slips,
        }

    def blocks(self, blocks: Iterable[Block]) -> None:
        for block in blocks:
            self._adds[type(block)](block)

    def heading(self, level: int, text: str, anchor: str = "", page: bool = False) -> None:
        self._add([self._writer.paragraph(f"Heading{level}", (text,), anchor, page)])

    def _add(self, paragraphs: list[BaseOxmlElement]) -> None:
        """Add paragraphs at the end: the last thing in a document is always what its page is like."""
        for paragraph in paragraphs:
            self.document.element.body[-1].addprevious(paragraph)

    def _lines(self, block: Text | Points, plain: str = BODY) -> list[BaseOxmlElement]:
        if isinstance(block, Points):
            return [self._writer.paragraph("ListBullet", line) for line in block.lines]
        shown = not block.online or self._writer.leads_out(block.line)
        return [self._writer.paragraph(plain if block.kind == "plain" else KINDS[block.kind], block.line)] if shown else []

    def _danger(self, danger: Danger) -> None:
        self.heading(2, IN_DANGER)
        self._add(self._lines(Points(tuple((Said(one), *_numbers(one)) for one in danger.said))))

    def _grid(self, grid: Grid) -> None:
        rows: list[tuple[tuple[Line, ...], ...]] = [tuple(((title,),) for title in grid.header), *grid.rows]
        widths = [weight * WIDE / sum(grid.widths) for weight in grid.widths]
        table = self._add_table(grid.name, widths, rows, True)
        repeat(table.rows[0])
        for row in list(table.rows)[1:] if grid.room else []:
            give_room(row, Cm(grid.room))
        self._part()

    def _card(self, card: Card) -> None:
        self.heading(4, card.title, card.anchor)
        table = self._add_table(card.title, [WIDE], [((),)], False)
        _fill(table._tbl.tr_lst[0].tc_lst[0], [line for block in card.blocks for line in self._lines(block, "Normal")])
        self._part()

    def _slips(self, slips: Slips) -> None:
        rows = [[((Strong(name),), *lines) for name, lines in beside] for beside in batched(slips.slips, BESIDE)]
        table = self._add_table(slips.name, [WIDE / BESIDE] * BESIDE, rows, False)
        table.style = self.document.styles["Slips"]
        self._part()

    def _add_table(self, name: str, widths: list[float], rows: Iterable[Iterable[Iterable[Line]]], headed: bool) -> Table:
        """Add a table with lines in its cells; none of its rows is torn apart."""
        filled = list(rows)
        table = add_table(self.document, widths, len(filled))
        name_table(table, name, header=headed, labels=headed)
        for number, (row, content) in enumerate(zip(table.rows, filled, strict=True)):
            keep_whole(row)
            # A heading alone at the foot of a page is no use; LibreOffice even loses the rows that come after it.
            style = HEAD if headed and number == 0 else BODY
            for cell, lines in zip(row._tr.tc_lst, content, strict=False):  # the last line of slips may be short
                _fill(cell, [self._writer.paragraph(style, line) for line in lines])
        return table

    def _part(self) -> None:
        """Part a table from what follows: Word takes two that touch for one."""
        self._add([self._writer.paragraph("Gap", ())])


def _fill(cell: BaseOxmlElement, paragraphs: list[BaseOxmlElement]) -> None:
    """Put paragraphs into an empty cell, in the place of the one that every cell has to have."""
    if paragraphs:
        cell.remove(cell[-1])
        cell.extend(paragraphs)


def _numbers(said: Plain) -> list[str]:
    """Give the numbers to call that a sentence does not hold already."""
    return [f" {number}" for number in said["tel"] if number not in said["text"]]
