"""The fields of a form as tables of a Word document: its fields and places in, their rows out, each place marked."""

from collections.abc import Mapping, Sequence
from itertools import count, groupby

from docx.document import Document
from docx.shared import Cm
from docx.table import _Cell

from helper.engine.filled.markup import storable
from helper.engine.filled.places import Place, cell_key
from helper.engine.filled.word import ANSWER
from helper.engine.model import Column, Field, Form
from helper.publish.blank.grid import add_table, give_room, name_table, repeat, shade
from helper.publish.blank.marks import bookmark, check_box

LABELS, ANSWERS = 6.0, 11.0  # cm
LONG_ROOM, CELL_ROOM = Cm(3.2), Cm(2.4)
# How wide the columns of a table are beside each other.
WEIGHTS = {"fixed": 2.0, "date": 2.5, "yes_no": 2.0, "long_text": 6.0}
OTHER_WEIGHT = 3.5


class Body:
    """Adds fields to a document, and counts its marks: each has to have a number of its own."""

    def __init__(self, document: Document, places: Mapping[str, Place]) -> None:
        self._document, self._places, self._numbers = document, places, count(1)

    def add_fields(self, form: Form) -> None:
        """Add every field of a form in its own order, each group under its heading."""
        for group, together in groupby(form.fields, key=lambda field: field.group):
            if group:
                self._document.add_heading(storable(group), 2)
            else:
                self._part()
            for is_table, fields in groupby(together, key=lambda field: field.type == "table"):
                if is_table:
                    for field in fields:
                        self._add_table(field)
                else:
                    self._add_rows(list(fields), group or form.title)
                self._part()  # Word takes two tables that touch for one
        # It also wants a paragraph after the last: one so small that it does not open a page of its own.
        if form.fields:
            self._document.paragraphs[-1].style = "Last"

    def _part(self) -> None:
        """Part what stands above from what comes, unless that is done."""
        paragraphs = self._document.element.body.xpath("w:p[not(following-sibling::w:p or following-sibling::w:tbl)]")
        if not paragraphs or paragraphs[0].style != "Gap":
            self._document.add_paragraph(style="Gap")

    def _add_rows(self, fields: Sequence[Field], name: str) -> None:
        """Add a table of two columns: labels, and room for answers."""
        table = add_table(self._document, (LABELS, ANSWERS), len(fields))
        name_table(table, name, header=False)
        for row, field in zip(table.rows, fields, strict=True):
            label, answer = row.cells
            if field.type == "fixed":
                _say(label.merge(answer), field.label, field.help, ANSWER)
                continue
            _label(label, field)
            self._mark(answer, self._places[field.id])
            if field.type == "long_text":
                give_room(row, LONG_ROOM)

    def _add_table(self, field: Field) -> None:
        """Add a table of the form's own under its label."""
        self._document.add_heading(storable(field.label), 2)
        if field.help:
            self._document.add_paragraph(storable(field.help), "Help").paragraph_format.keep_with_next = True
        weights = [WEIGHTS.get(column.type, OTHER_WEIGHT) for column in field.columns]
        widths = [weight * (LABELS + ANSWERS) / sum(weights) for weight in weights]
        table = add_table(self._document, widths, len(field.rows) + 1)
        name_table(table, field.label, header=True, labels=field.columns[0].type == "fixed")
        repeat(table.rows[0])
        for cell, column in zip(table.rows[0].cells, field.columns, strict=True):
            _label(cell, column)
        for number, row in enumerate(table.rows[1:]):
            give_room(row, CELL_ROOM)
            for index, cell in enumerate(row.cells):
                self._fill_cell(cell, field, number, index)

    def _fill_cell(self, cell: _Cell, field: Field, row: int, column: int) -> None:
        place = self._places.get(cell_key(field, row, column))
        if place:
            self._mark(cell, place)
        elif column == 0:
            _say(cell, field.rows[row], None, "Label")
            shade(cell)

    def _mark(self, cell: _Cell, place: Place) -> None:
        """Mark where the words of a place go, or put its check boxes there."""
        first = cell.paragraphs[0]
        if not place.options:
            first.style = ANSWER
            first._p.extend(bookmark(next(self._numbers), place.mark))
        for number, option in enumerate(place.options):
            paragraph = first if number == 0 else cell.add_paragraph()
            paragraph.style = "Option"
            title = f"{place.label}: {option}"
            paragraph._p.append(check_box(next(self._numbers), f"{place.mark}.{number}", title))
            paragraph.add_run(f"\t{storable(option)}")


def _label(cell: _Cell, asked: Field | Column) -> None:
    _say(cell, asked.label, asked.help, "Label")
    shade(cell)


def _say(cell: _Cell, text: str, help_text: str | None, style: str) -> None:
    """Put a text into an empty cell, and what the form says beside it."""
    paragraph = cell.paragraphs[0]
    paragraph.style = style
    paragraph.add_run(storable(text))
    if help_text:
        cell.add_paragraph(storable(help_text), "Help")
