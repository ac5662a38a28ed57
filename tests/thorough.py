"""Which of many cases that are alike a run tries: `make test` some of every sort, `make test-all` all of them."""

import os
from collections.abc import Sequence

THOROUGH = os.environ.get("THOROUGH") == "1"


def across[Row, Column](rows: Sequence[Row], columns: Sequence[Column]) -> list[tuple[Row, Column]]:
    """Pair rows with columns: each with each, or so many that every row and every column is there."""
    if THOROUGH:
        return [(row, column) for row in rows for column in columns]
    return [(rows[at % len(rows)], columns[at % len(columns)]) for at in range(max(len(rows), len(columns)))]


def some[One](cases: Sequence[One]) -> list[One]:
    """Give all cases, or the first and the last of them."""
    return list(cases) if THOROUGH else [cases[0], cases[-1]]
