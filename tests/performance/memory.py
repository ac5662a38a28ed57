"""What each Python holds in memory once the procedure is open in it: in its worker, and in the page's whole process."""

import re
from collections.abc import Iterator
from pathlib import Path

from playwright.sync_api import Browser

from tests.performance.chromium import fresh, opened
from tests.performance.device import UNTHROTTLED, renderers
from tests.performance.engines import CONTENDERS, START_ONE
from tests.performance.figures import Figures, Row
from tests.performance.worker_line import WorkerLine

WASM, HEAPS, PROCESS = "memory of WebAssembly", "memory of JavaScript, page and worker", "memory of the page's process"


def measure(browser: Browser, site: str, runs: int, figures: Figures) -> Iterator[str]:
    """Start every contender in a process of its own and look at what it holds; say after each round how far it is."""
    for run in range(runs):
        for who in CONTENDERS:
            for what, held in _held(browser, site, who).items():
                if held:
                    figures.add(Row(what, who, UNTHROTTLED.name, "cold"), held)
        yield f"memory, round {run + 1} of {runs}"


def _held(browser: Browser, site: str, who: str) -> dict[str, int]:
    """Start one contender; return the bytes it holds, by what holds them."""
    # What is put before the worker to look into it is none of the scripts that the site's policy knows.
    with fresh(browser, lenient=True) as newcomer, opened(newcomer) as (page, session):
        line = WorkerLine(page, session)
        page.goto(f"{site}bench/{who}.html")
        page.evaluate(START_ONE)
        session.send("HeapProfiler.collectGarbage")
        heaps = _heap(session.send("Runtime.getHeapUsage")) + _heap(line.heap())
        return {PROCESS: _private(browser), HEAPS: heaps, WASM: line.wasm()}


def _heap(usage: dict[str, float]) -> int:
    return int(usage["usedSize"] + usage.get("embedderHeapUsedSize", 0) + usage.get("backingStorageSize", 0))


def _private(browser: Browser) -> int:
    """Add up what no other process shares with those that run pages; 0 where the system does not tell."""
    return sum(_private_bytes(Path(f"/proc/{process}/smaps_rollup")) for process in renderers(browser))


def _private_bytes(file: Path) -> int:
    if not file.exists():
        return 0
    found = re.findall(r"^Private_(?:Clean|Dirty): +(\d+) kB", file.read_text(), re.MULTILINE)
    return sum(int(kilobytes) for kilobytes in found) * 1024
