"""What was measured, by what it was: a list of figures for each row, and their median, spread and ratio."""

from collections import defaultdict
from dataclasses import dataclass
from statistics import median, quantiles


@dataclass(frozen=True)
class Row:
    """`what` was measured, of `who`, on which device and in which `state`: cold, warm, installed or offline."""

    what: str
    who: str
    device: str
    state: str


class Figures:
    """All that was measured."""

    def __init__(self) -> None:
        self.of: dict[Row, list[float]] = defaultdict(list)

    def add(self, row: Row, *figures: float) -> None:
        """Put figures to a row."""
        self.of[row].extend(figures)

    def median(self, row: Row) -> float | None:
        """Give the middle of a row; None where it was not measured."""
        return median(self.of[row]) if self.of.get(row) else None

    def ratio(self, slow: Row, fast: Row) -> float | None:
        """Tell how many times as long one takes as the other, by their medians."""
        above, below = self.median(slow), self.median(fast)
        return above / below if above is not None and below else None


def spread(figures: list[float]) -> tuple[float, float]:
    """Give the smallest and the largest, or where there are many, what 90 % lie between."""
    if len(figures) < 20:
        return min(figures), max(figures)
    cuts = quantiles(figures, n=20)
    return cuts[0], cuts[-1]
