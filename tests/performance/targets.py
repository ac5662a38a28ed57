"""What was promised in, whether the figures keep it out."""

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from tests.performance import sizes
from tests.performance.device import PHONE_4G, PHONE_SLOW, UNTHROTTLED
from tests.performance.engines import PAGE_ONLY, READY
from tests.performance.figures import Figures, Row
from tests.performance.first_answer import ANSWER, BYTES
from tests.performance.stage import PARTNERSHIP, stock_sizes

BESIDE = "warm, beside the copies"
# What stands in the way of each.
WORK = "the page waits for its styles, its script and the table, and a slow processor has to lay the answer out"
BYTES_OF = "the files are listed under Sizes"
START = (
    "what is left is Python's own start (some 140 modules), which a stock start has to go through as well, on the same interpreter"
)
MEMORY = "8.6 MB of WebAssembly have to be compiled, and 16 MB of Python's memory to be read, checked and copied, whatever is done"


@dataclass(frozen=True)
class Target:
    """What was promised, in words, and what was measured; `why` says what stands in the way."""

    what: str
    wanted: str
    said: str
    reached: bool
    why: str


def targets(figures: Figures, stage: Path) -> list[Target]:
    """Judge every target for which there are figures."""
    return [*_first_answer(figures), *_sizes(stage), *_first_visit(figures, stage), *_copies(figures)]


def _first_answer(figures: Figures) -> Iterator[Target]:
    row = Row(ANSWER, "ours", PHONE_SLOW.name, "cold")
    if (took := figures.median(row)) is not None:
        yield Target("first answer, first visit, slow 4G", "at most 1,500 ms", f"{took:,.0f} ms", took <= 1500, WORK)
    bytes_row = Row(BYTES, "ours", PHONE_SLOW.name, "cold")
    if (arrived := figures.median(bytes_row)) is not None:
        yield Target("bytes on the wire before it", "at most 150 kB", f"{arrived / 1e3:.1f} kB", arrived <= 150_000, BYTES_OF)


def _sizes(stage: Path) -> Iterator[Target]:
    engine = sizes.together("engine", sizes.engine(stage, PARTNERSHIP)).brotli
    yield Target("engine of a first visit, brotli", "at most 4.2 MB", f"{engine / 1e6:.2f} MB", engine <= 4_200_000, BYTES_OF)
    largest = max(sizes.tables(stage), key=lambda one: one.brotli)
    yield Target(
        "largest answer table, brotli", "at most 60 kB", f"{largest.brotli / 1e3:.1f} kB", largest.brotli <= 60_000, BYTES_OF
    )


def _first_visit(figures: Figures, stage: Path) -> Iterator[Target]:
    for device in (UNTHROTTLED.name, PHONE_4G.name, PHONE_4G.name + PAGE_ONLY):
        what = f"engine ready, first visit, {device}: sooner than stock by"
        why = START if device == UNTHROTTLED.name else _wire(stage)
        yield from _ratio(figures, what, Row(READY, "stock", device, "cold"), Row(READY, "ours", device, "cold"), 2.5, why)


def _copies(figures: Figures) -> Iterator[Target]:
    for device in (UNTHROTTLED.name, PHONE_4G.name):
        for state in ("installed", "offline"):
            what = f"engine ready, {state}, {device}: sooner than stock from a warm cache by"
            yield from _ratio(figures, what, Row(READY, "stock", device, BESIDE), Row(READY, "ours", device, state), 4, MEMORY)


def _wire(stage: Path) -> str:
    """Say how long the bytes of both take on a line of 4G, where nothing can be won but by fewer of them."""
    ours, stock = (sizes.together("", found).brotli / 1e6 for found in (sizes.engine(stage, PARTNERSHIP), stock_sizes(stage)))
    per_second = PHONE_4G.down / 8000
    return (
        f"the line alone takes {ours / per_second:.1f} s for our {ours:.2f} MB and {stock / per_second:.1f} s for stock's"
        f" {stock:.2f} MB, {stock / ours:.1f} times as long; only what comes after it can be made shorter"
    )


def _ratio(figures: Figures, what: str, stock: Row, ours: Row, wanted: float, why: str) -> Iterator[Target]:
    if (ratio := figures.ratio(stock, ours)) is not None:
        yield Target(what, f"{wanted} times", f"{ratio:.2f} times", ratio >= wanted, why)
