"""The copies on a device as their reader has them, and as the browser stores them."""

import re
from typing import Any

from playwright.sync_api import Locator, Page, expect

STORED = """async () => ({
    caches: (await caches.keys()).map((name) => name.split(" ").at(-1)).sort(),
    workers: (await navigator.serviceWorker.getRegistrations()).length,
    databases: await indexedDB.databases(),
    local: { ...localStorage },
    session: { ...sessionStorage },
})"""
NOTHING: dict[str, Any] = {"caches": [], "workers": 0, "databases": [], "local": {}, "session": {}}
BYTES = """async () => {
    let sum = 0;
    for (const name of await caches.keys()) {
        const cache = await caches.open(name);
        for (const answer of await cache.matchAll()) sum += (await answer.arrayBuffer()).byteLength;
    }
    return sum;
}"""
DONE = "Done. It is on this device now and works with no network."


class Shelf:
    """The page on which copies are kept and removed."""

    def __init__(self, page: Page, site: str) -> None:
        self.page, self.site = page, site

    def open(self) -> None:
        """Open the page and wait until it knows how things stand."""
        self.page.goto(f"{self.site}offline/")
        expect(self.total).not_to_be_empty()
        expect(self.page.locator("[data-copies]")).not_to_contain_text("Looking at")

    @property
    def total(self) -> Locator:
        """Give the line that says what all copies take."""
        return self.page.locator("[data-total]")

    def row(self, name: str) -> Locator:
        """Give what stands about a partnership."""
        return self.page.get_by_role("listitem").filter(has=self.page.get_by_role("heading", name=name, exact=True))

    def said(self, name: str) -> Locator:
        """Give what was said last about a partnership."""
        return self.row(name).get_by_role("status")

    def press(self, verb: str, name: str) -> None:
        """Press a button of a partnership."""
        self.row(name).get_by_role("button", name=verb).click()

    def keep(self, *names: str) -> None:
        """Keep partnerships, one after the other."""
        for name in names:
            self.press("Keep a copy", name)
            expect(self.said(name)).to_have_text(DONE)

    def stored(self) -> dict[str, Any]:
        """Tell what the browser stores for this site."""
        stored: dict[str, Any] = self.page.evaluate(STORED)
        return stored

    def megabytes(self, text: str) -> float:
        """Read the first size in a sentence."""
        found = re.search(r"([\d.]+) megabytes", text)
        assert found, text
        return float(found[1])
