"""Tables of a Word document: widths, names and heights in, tables that look and read alike out."""

from collections.abc import Sequence

from docx.document import Document
from docx.shared import Cm, Length
from docx.table import Table, _Cell, _Row

from helper.engine.filled.markup import storable
from helper.publish.blank.marks import element

SHADE = "E8EEF3"


def add_table(document: Document, widths: Sequence[float], rows: int) -> Table:
    """Add a table with columns of these widths in cm, which its content does not move."""
    table: Table = document.add_table(rows, len(widths), "Table Grid")
    table.autofit = False
    for column, width in zip(table.columns, widths, strict=True):
        column.width = Cm(width)
        for cell in column.cells:
            cell.width = Cm(width)
    return table


def name_table(table: Table, name: str, header: bool, labels: bool = True) -> None:
    """Tell those who cannot see a table what it is, and whether its first row and its first column are headings."""
    properties = table._tbl.tblPr
    for old in properties.findall(element("w:tblLook").tag):
        properties.remove(old)
    first_row, first_column = (str(int(one)) for one in (header, labels))
    value = f"{0x0600 + 0x20 * header + 0x80 * labels:04X}"
    look = {"firstRow": first_row, "lastRow": "0", "firstColumn": first_column, "lastColumn": "0", "noHBand": "1", "noVBand": "1"}
    properties.append(element("w:tblLook", val=value, **look))
    properties.append(element("w:tblCaption", val=" ".join(storable(name).split())))


def shade(cell: _Cell) -> None:
    """Shade a cell that holds a label."""
    cell._tc.get_or_add_tcPr().append(element("w:shd", val="clear", color="auto", fill=SHADE))


def repeat(row: _Row) -> None:
    """Mark a row as the table's heading, which every page repeats."""
    row._tr.get_or_add_trPr().append(element("w:tblHeader"))


def give_room(row: _Row, height: Length) -> None:
    """Make a row at least so high, for words written by hand."""
    row.height = height


def keep_whole(row: _Row) -> None:
    """Keep a row on one page."""
    row._tr.get_or_add_trPr().append(element("w:cantSplit"))
