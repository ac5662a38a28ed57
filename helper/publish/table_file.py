"""A table as a file that people open in a spreadsheet (CSV): columns and rows in, the text of the file out.

It begins with a byte order mark, by which Excel knows that it is UTF-8. A cell that a spreadsheet would take for a formula gets an
apostrophe in front, which spreadsheets do not show.
"""

import csv
import re
from collections.abc import Iterable, Sequence
from io import StringIO

BYTE_ORDER_MARK = "\ufeff"
# The signs that begin a formula, in both widths, where a cell may begin: also within one, for where decimals have a comma, a
# spreadsheet cuts at semicolons, and then takes quotes that stand there for its own.
FORMULA = re.compile(r"(^|[;\n])(?=[\s\"]*[=+\-@＝＋－＠])|^(?=[\t\r])")


def table_file(columns: Sequence[str], rows: Iterable[Sequence[str]]) -> str:
    """Write a table, its columns' names first."""
    text = StringIO()
    writer = csv.writer(text, lineterminator="\r\n", quoting=csv.QUOTE_ALL)
    writer.writerow(columns)
    writer.writerows([_defused(cell) for cell in cells] for cells in rows)
    return BYTE_ORDER_MARK + text.getvalue()


def _defused(cell: str) -> str:
    """Keep a spreadsheet from working out a cell that looks like a formula.

    >>> print(_defused("=1+1"), _defused("one;=2+2"), _defused('one;"=2+2;'))
    '=1+1 one;'=2+2 one;'"=2+2;
    """
    return FORMULA.sub(r"\1'", cell)
