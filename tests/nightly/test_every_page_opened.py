"""Every page of the site, and of a site of hostile procedures, opened in a browser: no other host, nothing kept, nothing run."""

from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, Request

from tests.browser.conftest import serving, watched
from tests.browser.test_hostile import CANARY, is_inert
from tests.browser.test_privacy import NOTHING, STORED

# Shown while there is no network; it looks for what is kept, which is nothing here.
BY_ITSELF = ("404.html",)


def pages_of(folder: Path) -> list[str]:
    """Name every page by its address in the site."""
    files = [file.relative_to(folder).as_posix() for file in sorted(folder.rglob("*.html"))]
    return [file.removesuffix("index.html") for file in files if file not in BY_ITSELF]


def open_all(page: Page, address: str, folder: Path) -> list[Request]:
    """Open every page, with all that is folded up; give what was asked for on the way."""
    asked: list[Request] = []
    page.context.on("request", lambda request: asked.append(request))
    for path in pages_of(folder):
        page.goto(address + path, wait_until="networkidle")
        page.evaluate("for (const $one of document.querySelectorAll('details')) $one.open = true;")
        is_inert(page)
    return asked


@pytest.mark.parametrize("fixture", ["site_folder", "hostile_site"])
def test_every_page_asks_this_site_alone_and_keeps_nothing(browser: Browser, request: pytest.FixtureRequest, fixture: str) -> None:
    folder: Path = request.getfixturevalue(fixture)
    context = browser.new_context(bypass_csp=True)
    context.add_init_script(CANARY)
    with serving(folder) as address, watched(context.new_page(), []) as page:
        asked = open_all(page, address, folder)
        assert len(asked) > len(pages_of(folder))
        assert {one.url for one in asked if not one.url.startswith((address, "blob:", "data:"))} == set()
        assert page.evaluate(STORED) == NOTHING
        assert context.cookies() == []
    context.close()
