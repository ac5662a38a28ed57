"""The figures in, the text of results.md out: targets first, then every table, then how it was measured."""

from pathlib import Path

from tests.performance import sizes
from tests.performance.figures import Figures, Row, spread
from tests.performance.lighthouse import Scores
from tests.performance.lighthouse import section as pages_section
from tests.performance.load import Load
from tests.performance.load import section as load_section
from tests.performance.stage import PARTNERSHIP, stock_sizes
from tests.performance.targets import targets

HEAD = """# How fast it is

Written by `make bench`, not by hand.
"""
METHOD = (Path(__file__).parent / "method.md").read_text(encoding="utf-8")


def report(figures: Figures, stage: Path, machine: list[str], load: Load | None = None, scores: Scores | None = None) -> str:
    """Write it all down."""
    loaded = load_section(load or Load()) + pages_section(scores or Scores())
    parts = [HEAD, "\n".join(machine) + "\n", _targets(figures, stage), _figures(figures), loaded, _sizes(stage), METHOD]
    return "\n".join(part for part in parts if part)


def table(head: list[str], rows: list[list[str]]) -> str:
    """Write a table in Markdown."""
    lines = [head, ["---"] * len(head), *rows]
    return "\n".join("| " + " | ".join(cells) + " |" for cells in lines) + "\n"


def _targets(figures: Figures, stage: Path) -> str:
    """Write every target and whether it was reached; of those that were not, what stands in the way."""
    found = targets(figures, stage)
    rows = [[one.what, one.wanted, one.said, "reached" if one.reached else "**missed**"] for one in found]
    missed = [f"- {one.what} {one.wanted}: {one.why}.\n" for one in found if not one.reached]
    why = ["\nWhat stands in the way of those that were missed:\n\n", *missed] if missed else []
    return "## Targets\n\n" + table(["what", "wanted", "measured", ""], rows) + "".join(why)


def _figures(figures: Figures) -> str:
    """Write a table for each thing that was measured, slowest contender last."""
    text = ""
    for what in dict.fromkeys(row.what for row in figures.of):
        rows = [row for row in figures.of if row.what == what]
        text += f"## {what[0].upper()}{what[1:]}\n\n"
        text += table(
            ["device", "state", "who", "median", "spread", "n", "times ours"],
            [_cells(figures, row) for row in sorted(rows, key=lambda row: (_order(rows, row), row.who != "ours"))],
        )
        text += "\n"
    return text


def _order(rows: list[Row], row: Row) -> int:
    """Keep devices and states in the order in which they were first measured, contenders side by side."""
    return list(dict.fromkeys((one.device, one.state) for one in rows)).index((row.device, row.state))


def _cells(figures: Figures, row: Row) -> list[str]:
    found = figures.of[row]
    ours = Row(row.what, "ours", row.device, row.state)
    ratio = figures.ratio(row, ours) if row != ours else None
    least, most = spread(found)
    middle = figures.median(row) or 0
    times = f"{ratio:.2f}" if ratio else ""
    return [row.device, row.state, row.who, _say(row, middle), f"{_say(row, least)} - {_say(row, most)}", str(len(found)), times]


def _say(row: Row, figure: float) -> str:
    if row.what.startswith("memory"):
        return f"{figure / 1e6:.1f} MB"
    return f"{figure / 1e3:.1f} kB" if "bytes" in row.what else f"{figure:,.1f} ms" if figure < 100 else f"{figure:,.0f} ms"


def _sizes(stage: Path) -> str:
    groups = {
        "Before the first answer": sizes.before_the_answer(stage, PARTNERSHIP),
        "The engine, with the facts opened in it": sizes.engine(stage, PARTNERSHIP),
        "The same work by a stock start": stock_sizes(stage),
        "The answer tables": sizes.tables(stage),
    }
    text = "## Sizes in bytes\n\n"
    for title, found in groups.items():
        total = [] if title == "The answer tables" else [sizes.together("**together**", found)]
        rows = [[one.path, *(f"{size:,}" for size in (one.raw, one.gzip, one.brotli))] for one in [*found, *total]]
        text += f"{title}:\n\n{table(['file', 'raw', 'gzip', 'brotli'], rows)}\n"
    return text
