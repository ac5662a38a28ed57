"""Every page of the built site, in every width and colour: axe finds no barrier, and nothing is cut at the narrowest.

Each page is opened once, with all that it folds unfolded, and then shown in six ways.
"""

from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page

from tests.browser.barriers import SIZES, barriers, bring_axe, bring_measures, measure
from tests.browser.conftest import watched
from tests.browser.states import UNFOLD
from tests.browser.test_access import stand
from tests.partnerships import real

HEIGHT = 900
WIDTHS = (1280, 768, 320)
SCHEMES = ("light", "dark")
# Shared out over the cores: each share opens every n-th page.
SHARES = 12
# The whole list once, then what a width or a colour can change.
WAYS = [(width, scheme) for width in WIDTHS for scheme in SCHEMES]


@pytest.fixture(scope="module")
def still(browser: Browser) -> Iterator[Page]:
    """A page for a reader who wants no motion."""
    context = browser.new_context(reduced_motion="reduce")
    with watched(context.new_page(), []) as page:
        yield page
    context.close()


def addresses(site_folder: Path) -> list[str]:
    """Give the address of every page in the site."""
    found = [file.relative_to(site_folder).as_posix() for file in sorted(site_folder.rglob("*.html"))]
    return [path.removesuffix("index.html") for path in found]


def wrong_with(page: Page) -> dict[str, list[str]]:
    """Look at a page in every way; give what is wrong, by the way."""
    found = {}
    for number, (width, scheme) in enumerate(WAYS):
        stand(page, (width, HEIGHT), color_scheme=scheme)
        found[f"{width} {scheme}"] = barriers(page, SIZES if number else []) + measure(page, "cut()")
    return {way: wrong for way, wrong in found.items() if wrong}


@pytest.mark.parametrize("share", range(SHARES))
def test_axe_finds_no_barrier_on_any_page(still: Page, site: str, site_folder: Path, share: int) -> None:
    whole = addresses(site_folder)
    assert len(whole) > 20 * len(real().partnerships)
    found = {}
    for address in whole[share::SHARES]:
        still.goto(site + address)
        still.evaluate(UNFOLD)
        bring_axe(still)
        bring_measures(still)
        if wrong := wrong_with(still):
            found[address] = wrong
    assert found == {}
