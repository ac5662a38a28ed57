"""A page that nobody renewed says so above everything else, by the device's clock, on screen and on paper."""

import re
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Literal

import pytest
from playwright.sync_api import Locator, Page, expect

AXE = "async () => (await axe.run(document, { preload: false })).violations.map(({ id, nodes }) => `${id}: ${nodes[0].target}`)"


@pytest.fixture(scope="session")
def built(site_folder: Path) -> datetime:
    """The day the site was built, at noon."""
    found = re.search(r'<meta name="built" content="([\d-]+)"', (site_folder / "index.html").read_text(encoding="utf-8"))
    assert found
    return datetime.fromisoformat(found[1]).replace(hour=12, tzinfo=UTC)


def notice(page: Page) -> Locator:
    """The notice of age, where it is shown."""
    return page.get_by_role("complementary", name="Age of this page")


@pytest.mark.parametrize("path", ["", "salford/contacts/", "salford/next-step/", "search/", "about/"])
def test_after_ninety_days_every_page_says_how_old_it_is_and_what_to_do(page: Page, site: str, built: datetime, path: str) -> None:
    page.clock.set_fixed_time(built + timedelta(days=91))
    page.goto(site + path)
    expect(notice(page)).to_contain_text(", 91 days ago. Names and numbers may have changed", use_inner_text=True)
    expect(notice(page)).to_contain_text("reload this page", use_inner_text=True)
    expect(notice(page)).not_to_contain_text("Get a new copy", use_inner_text=True)


@pytest.mark.parametrize(("days", "is_old"), [(-1000, False), (-1, False), (0, False), (89, False), (90, True), (1000, True)])
def test_it_counts_from_the_day_of_the_build_and_does_not_believe_a_clock_before_it(
    page: Page, site: str, built: datetime, days: int, is_old: bool
) -> None:
    page.clock.set_fixed_time(built + timedelta(days=days))
    page.goto(site)
    expect(page.get_by_role("heading", level=1)).to_be_visible()
    expect(notice(page)).to_be_visible(visible=is_old)


def test_a_page_left_open_grows_old(page: Page, site: str, built: datetime) -> None:
    page.clock.set_fixed_time(built)
    page.goto(site)
    page.clock.set_fixed_time(built + timedelta(days=91))
    expect(notice(page)).to_be_hidden()
    page.evaluate("() => document.dispatchEvent(new Event('visibilitychange'))")
    expect(notice(page)).to_be_visible()


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_it_can_be_read_on_a_small_screen(
    page: Page, site: str, built: datetime, root: Path, scheme: Literal["light", "dark"]
) -> None:
    page.clock.set_fixed_time(built + timedelta(days=91))
    page.set_viewport_size({"width": 320, "height": 640})
    page.emulate_media(color_scheme=scheme)
    page.goto(f"{site}salford/")
    expect(notice(page)).to_be_visible()
    assert page.evaluate("() => document.documentElement.scrollWidth") == 320
    page.evaluate((root / "node_modules/axe-core/axe.min.js").read_text(encoding="utf-8"))
    assert page.evaluate(AXE) == []


def test_on_paper_it_stands_too_beside_the_day_and_the_age_of_the_contacts(page: Page, site: str, built: datetime) -> None:
    page.clock.set_fixed_time(built + timedelta(days=91))
    page.emulate_media(media="print")
    page.goto(f"{site}salford/")
    for text in (", 91 days ago.", "Page built ", "The list prints no date"):
        expect(page.get_by_text(text).first).to_be_visible()
