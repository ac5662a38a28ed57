"""The Chromium that every contender runs in, and one page of it with an eye on the wire."""

import os
import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from playwright.sync_api import Browser, BrowserContext, CDPSession, Page, Playwright

# Longer than the slowest start on the slowest line.
PATIENCE = 180_000
PHONE = {"viewport": {"width": 360, "height": 740}}
WATCH = Path(__file__).parent / "web/watch.js"
FLAGS = (
    "--disable-gpu",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--no-first-run",
    # A page stays in the process that it began in: no other is held ready.
    "--disable-features=SpareRendererForSitePerProcess",
)


def launch(playwright: Playwright) -> Browser:
    """Start the Chromium that set-up found; its sandbox does not work for root."""
    names = (os.environ.get("CHROMIUM_PATH"), "chromium", "chromium-browser", "google-chrome")
    found = next((path for name in names if name and (path := shutil.which(name))), None)
    flags = [*FLAGS, *(["--no-sandbox"] if os.geteuid() == 0 else [])]
    return playwright.chromium.launch(executable_path=found, args=flags)


@contextmanager
def fresh(browser: Browser, lenient: bool = False) -> Iterator[BrowserContext]:
    """Give a browser's profile that has seen nothing yet; a lenient one lets a page load what its policy refuses."""
    context = browser.new_context(**PHONE, bypass_csp=lenient)  # type: ignore[arg-type]
    context.set_default_timeout(PATIENCE)
    yield context
    context.close()


@contextmanager
def opened(context: BrowserContext) -> Iterator[tuple[Page, CDPSession]]:
    """Give an empty page and a line to its developer tools."""
    page = context.new_page()
    yield page, context.new_cdp_session(page)
    page.close()


class Wire:
    """Counts the bytes of content that arrive for a page, as they cross the wire, headers apart."""

    def __init__(self, session: CDPSession) -> None:
        self.arrived: list[tuple[float, int]] = []
        self.shift: float | None = None  # between the clock of the wire and that of the world, both in seconds
        session.on("Network.requestWillBeSent", self._sent)
        session.on("Network.dataReceived", self._received)

    def until(self, moment: float) -> int:
        """Add up what had arrived at a moment, in seconds of the world's clock."""
        assert self.shift is not None, "The page asked for nothing."
        return sum(count for when, count in self.arrived if when + self.shift <= moment)

    def _sent(self, event: dict[str, Any]) -> None:
        self.shift = self.shift if self.shift is not None else event["wallTime"] - event["timestamp"]

    def _received(self, event: dict[str, Any]) -> None:
        self.arrived.append((event["timestamp"], event["encodedDataLength"]))
