"""Measure how fast the site is and write it down: `make bench`, for a part of it `make bench ARGS="--only memory --runs 3"`."""

import argparse
import logging
import sys
import tempfile
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from playwright.sync_api import sync_playwright

from setup.serve import site_server
from tests.performance import acts, copies, engines, first_answer, memory
from tests.performance.chromium import launch
from tests.performance.figures import Figures
from tests.performance.lighthouse import Scores
from tests.performance.lighthouse import measure as measure_pages
from tests.performance.load import Load
from tests.performance.load import measure as measure_load
from tests.performance.machine import describe
from tests.performance.report import report
from tests.performance.stage import ROOT, build_offline, build_stage

PARTS = ("first-answer", "engines", "acts", "copies", "memory", "load", "lighthouse")
RESULTS = Path(__file__).with_name("results.md")
UNDER = "/guide/"


def main() -> None:
    """Measure all parts, or some, and write the results; of some only, print them."""
    logging.basicConfig(format="%(message)s", level=logging.INFO)
    wanted = _arguments()
    begun = time.monotonic()
    with tempfile.TemporaryDirectory() as name, sync_playwright() as playwright:
        stage, offline = Path(name) / "site", Path(name) / "offline"
        build_stage(ROOT / "site", stage)
        build_offline(stage, offline)
        browser = launch(playwright)
        figures, load, scores = Figures(), Load(), Scores()
        with served(stage) as site:
            measures = {
                "first-answer": lambda: first_answer.measure(browser, site, wanted.runs, figures),
                "engines": lambda: engines.measure(browser, site, wanted.runs, figures),
                "acts": lambda: acts.measure(browser, site, wanted.runs, figures),
                "copies": lambda: copies.measure(browser, site, offline, wanted.runs, figures),
                "memory": lambda: memory.measure(browser, site, min(3, wanted.runs), figures),
                "lighthouse": lambda: measure_pages(stage, Path(name) / "lighthouse", scores),
                "load": lambda: measure_load(browser, stage, Path(name), load),
            }
            for part in wanted.only or PARTS:
                for said in measures[part]():
                    logging.info("%4.0f s  %s", time.monotonic() - begun, said)
        text = report(figures, stage, describe(browser.version), load, scores)
        browser.close()
    if wanted.only:
        sys.stdout.write(text)
    else:
        RESULTS.write_text(text, encoding="utf-8")
        logging.info("%4.0f s  written to %s", time.monotonic() - begun, RESULTS.relative_to(ROOT))


@contextmanager
def served(folder: Path) -> Iterator[str]:
    """Give the address of a folder while it is served as `make serve` does."""
    with site_server(folder, 0, UNDER) as server:
        thread = threading.Thread(target=server.serve_forever, daemon=True)
        thread.start()
        yield f"http://127.0.0.1:{server.server_port}{UNDER}"
        server.shutdown()
        thread.join()


def _arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="make bench", description=__doc__)
    parser.add_argument("--only", action="append", choices=PARTS, help="one part, and print it; may be said again")
    parser.add_argument("--runs", type=_runs, default=5, help="rounds of each (5)")
    return parser.parse_args()


def _runs(text: str) -> int:
    if not (text.isdecimal() and int(text) > 0):
        raise argparse.ArgumentTypeError(f"{text} is not a number of rounds: write 1 or more")
    return int(text)


if __name__ == "__main__":
    main()
