"""From the first page to the last: every link leads somewhere, every feature is used, no other host is asked, nothing is kept.

Answers, forms and search are watched more closely in test_privacy.py; every page is opened in a browser by tests/nightly.
"""

import re
from pathlib import Path
from urllib.parse import urlsplit

import pytest
from playwright.sync_api import Page, Request, expect

from tests.browser.conversation import Conversation
from tests.browser.crawl import Place, addresses_in_styles, crawl, lost, strangers
from tests.browser.shelf import Shelf
from tests.browser.test_privacy import NOTHING, STORED
from tests.partnerships import real
from tests.publish.markup import OF_A_STATEMENT

# Pages that nobody is led to: one stands in for others where there is no network, one only stands in other people's pages.
LED_TO_BY_NOBODY = ("404.html", "offline/not-kept/", "embed/")
STARTED = ("mailto:", "tel:")


@pytest.fixture(scope="module")
def crawled(site: str) -> tuple[dict[str, Place], list[tuple[str, str]]]:
    """Every address that links lead to from the first page on."""
    return crawl(site)


def test_every_link_of_the_site_leads_to_a_page_and_a_place_that_is_there(
    crawled: tuple[dict[str, Place], list[tuple[str, str]]],
) -> None:
    found, links = crawled
    assert len(found) > 150
    assert list(lost(found, links)) == []


def test_every_page_is_reached_from_the_first(
    site: str, site_folder: Path, crawled: tuple[dict[str, Place], list[tuple[str, str]]]
) -> None:
    pages = {file.relative_to(site_folder).as_posix().removesuffix("index.html") for file in site_folder.rglob("*.html")}
    # The answers that have a page of their own are for where scripts are off, and the helper's page leads to them.
    assert {path for path in pages if site + path not in crawled[0]} == set(LED_TO_BY_NOBODY)


def test_no_page_and_no_style_loads_anything_from_elsewhere(
    site: str, site_folder: Path, crawled: tuple[dict[str, Place], list[tuple[str, str]]]
) -> None:
    found, links = crawled
    assert list(strangers(found, site)) == []
    assert {link for _, link in links if not link.startswith((site, *STARTED))} == OF_A_STATEMENT
    for style in site_folder.rglob("*.css"):
        named = addresses_in_styles(style.read_text(encoding="utf-8"))
        assert [address for address in named if not address.startswith("data:") and "//" in address] == [], style


def test_no_script_of_the_pages_names_an_address_elsewhere(site_folder: Path) -> None:
    """But for the name of a language of XML, which nobody fetches; the indexes are words of pages, and no code."""
    scripts = [file for folder in ("", "assets") for file in (site_folder / folder).glob("*.js") if "-index." not in file.name]
    assert len(scripts) > 12
    named = {one for file in scripts for one in re.findall(r"(?:https?|wss?)://[\w.-]+[\w/.-]*", file.read_text(encoding="utf-8"))}
    assert named <= {"http://www.w3.org/2000/svg"}


def test_every_feature_asks_this_site_alone_and_leaves_nothing_behind(page: Page, site: str, tmp_path: Path) -> None:
    asked: list[Request] = []
    page.context.on("request", lambda request: asked.append(request))
    first = real().partnerships["trafford"].model.procedure

    page.goto(f"{site}next-step/")
    page.get_by_role("link", name=re.compile(f"^{first.name}")).first.click()
    conversation = Conversation(page, site, first.id)
    conversation.answer_all(stage="1", resolved="false", urgency="routine", them="police")
    conversation.change("since")
    conversation.answer_all(since="2026-03-02")
    with page.expect_download() as download:
        page.get_by_role("button", name=re.compile("calendar", re.I)).filter(visible=True).first.click()
    download.value.save_as(tmp_path / "dates.ics")
    page.emulate_media(media="print")
    page.emulate_media(media="screen")

    page.goto(f"{site}compare/")
    for name in ("Harrow", first.name):
        page.get_by_role("checkbox", name=name).click()
    page.get_by_label("I work in", exact=True).select_option(index=1)
    page.get_by_label("The child lives in").select_option(index=2)
    page.get_by_role("button", name="Show what changes").click()

    page.goto(f"{site}contacts/")
    page.get_by_label("Service, name, role, number, area or agency").fill("0161 603")
    expect(page.locator("[data-found]")).not_to_be_empty()

    page.goto(f"{site}training/")
    page.get_by_role("button", name="Draw a set", exact=True).click()
    expect(page.locator("[data-code]")).not_to_be_empty()
    for _ in range(3):
        page.keyboard.press("ArrowRight")

    page.goto(f"{site}embed/guide/")
    page.get_by_role("button", name="Show it here").click()
    expect(page.frame_locator("escalation-helper iframe").get_by_role("heading", level=1)).to_be_visible()

    for path in ("", "flowchart/", "poster/", "briefing/", "pack/", "words/", "team/"):
        page.goto(f"{site}{first.id}/{path}")
    assert page.evaluate(STORED) == NOTHING

    shelf = Shelf(page, site)
    shelf.open()
    shelf.keep(first.name)
    kept = page.evaluate(STORED)
    assert kept["caches"]
    assert kept | {"caches": [], "workers": 0} == NOTHING
    assert kept["workers"] == 1
    shelf.press("Remove it", first.name)
    expect(shelf.said(first.name)).to_have_text("It is no longer on this device.")
    expect(shelf.total).to_contain_text("Nothing")
    assert page.evaluate(STORED) == NOTHING

    assert page.context.cookies() == []
    for request in asked:
        address = urlsplit(request.url)
        assert request.url.startswith((site, "blob:")), request.url
        assert request.method in ("GET", "HEAD")
        assert request.post_data is None
        assert not re.search("2026|police|0161", address.path + address.query), request.url
