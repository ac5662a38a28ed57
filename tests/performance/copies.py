"""How long our engine takes where it is on the device already: kept by the service worker, or in the offline copy on a disk."""

from collections.abc import Iterator
from pathlib import Path

from playwright.sync_api import Browser, expect

from tests.browser.shelf import DONE, Shelf
from tests.performance.chromium import PATIENCE, fresh
from tests.performance.device import PHONE_4G, UNTHROTTLED
from tests.performance.engines import READY, start
from tests.performance.figures import Figures, Row

DEVICES = (UNTHROTTLED, PHONE_4G)


def measure(browser: Browser, site: str, offline: Path, runs: int, figures: Figures) -> Iterator[str]:
    """Start our engine from both copies and, in turn with them, a stock one from a warm cache."""
    with fresh(browser) as installed, fresh(browser) as regular, fresh(browser) as on_disk:
        shelf = Shelf(installed.new_page(), site)
        shelf.open()
        shelf.press("Keep a copy", "Salford")
        expect(shelf.said("Salford")).to_have_text(DONE, timeout=PATIENCE)
        turns = (
            (installed, site, "ours", "installed"),
            (on_disk, f"{offline.as_uri()}/", "ours", "offline"),
            (regular, site, "stock", "warm, beside the copies"),
        )
        for context, where, who, _ in turns * 2:
            start(browser, context, where, who, UNTHROTTLED)
        for run in range(runs):
            for device in DEVICES:
                for context, where, who, state in turns:
                    figures.add(Row(READY, who, device.name, state), start(browser, context, where, who, device))
            yield f"copies, round {run + 1} of {runs}"
