"""A table as a file that people open in a spreadsheet (CSV): columns and rows in, the text of the file out.

It begins with a byte order mark, by which Excel knows that it is UTF-8. A cell that a spreadsheet would take for a formula gets an
apostrophe in front, which spreadsheets do not show.
"""

import csv
from collections.abc import Iterable, Sequence
from io import StringIO

BYTE_ORDER_MARK = "\ufeff"
FORMULA = ("=", "+", "-", "@", "\t", "\r")


def table_file(columns: Sequence[str], rows: Iterable[Sequence[str]]) -> str:
    """Write a table, its columns' names first."""
    text = StringIO()
    writer = csv.writer(text, lineterminator="\r\n")
    writer.writerow(columns)
    writer.writerows([_defused(cell) for cell in cells] for cells in rows)
    return BYTE_ORDER_MARK + text.getvalue()


def _defused(cell: str) -> str:
    """Keep a spreadsheet from working out a cell that looks like a formula.

    >>> _defused("=1+1")
    "'=1+1"
    """
    return f"'{cell}" if cell.startswith(FORMULA) else cell
