"""What was promised in, whether the figures keep it out."""

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from tests.performance import sizes
from tests.performance.device import PHONE_4G, PHONE_SLOW, UNTHROTTLED
from tests.performance.engines import PAGE_ONLY, READY
from tests.performance.figures import Figures, Row
from tests.performance.first_answer import ANSWER, BYTES
from tests.performance.stage import PARTNERSHIP

BESIDE = "warm, beside the copies"


@dataclass(frozen=True)
class Target:
    """What was promised, in words, and what was measured."""

    what: str
    wanted: str
    said: str
    reached: bool


def targets(figures: Figures, stage: Path) -> list[Target]:
    """Judge every target for which there are figures."""
    return [*_first_answer(figures), *_sizes(stage), *_sooner(figures)]


def _first_answer(figures: Figures) -> Iterator[Target]:
    row = Row(ANSWER, "ours", PHONE_SLOW.name, "cold")
    if (took := figures.median(row)) is not None:
        yield Target("first answer, first visit, slow 4G", "at most 1,500 ms", f"{took:,.0f} ms", took <= 1500)
    bytes_row = Row(BYTES, "ours", PHONE_SLOW.name, "cold")
    if (arrived := figures.median(bytes_row)) is not None:
        yield Target("bytes on the wire before it", "at most 150 kB", f"{arrived / 1e3:.1f} kB", arrived <= 150_000)


def _sizes(stage: Path) -> Iterator[Target]:
    engine = sizes.together("engine", sizes.engine(stage, PARTNERSHIP)).brotli
    yield Target("engine of a first visit, brotli", "at most 4.2 MB", f"{engine / 1e6:.2f} MB", engine <= 4_200_000)
    largest = max(sizes.tables(stage), key=lambda one: one.brotli)
    yield Target("largest answer table, brotli", "at most 60 kB", f"{largest.brotli / 1e3:.1f} kB", largest.brotli <= 60_000)


def _sooner(figures: Figures) -> Iterator[Target]:
    for device in (UNTHROTTLED.name, PHONE_4G.name, PHONE_4G.name + PAGE_ONLY):
        what = f"engine ready, first visit, {device}: sooner than stock by"
        yield from _ratio(figures, what, Row(READY, "stock", device, "cold"), Row(READY, "ours", device, "cold"), 2.5)
    for device in (UNTHROTTLED.name, PHONE_4G.name):
        for state in ("installed", "offline"):
            what = f"engine ready, {state}, {device}: sooner than stock from a warm cache by"
            yield from _ratio(figures, what, Row(READY, "stock", device, BESIDE), Row(READY, "ours", device, state), 4)


def _ratio(figures: Figures, what: str, stock: Row, ours: Row, wanted: float) -> Iterator[Target]:
    if (ratio := figures.ratio(stock, ours)) is not None:
        yield Target(what, f"{wanted} times", f"{ratio:.2f} times", ratio >= wanted)
