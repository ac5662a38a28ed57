"""A poster is one sheet of A4 with nothing cut, readable in black and white, and its QR code leads where its text says."""

import io
from itertools import pairwise
from pathlib import Path

import pytest
import zxingcpp
from PIL import Image
from playwright.sync_api import Page, expect

from helper.engine.model import Model
from helper.publish.site import Host
from tests.browser.paper import A4, NOBODY, colours, show, to_paper, visible_text
from tests.partnerships import every_partnership
from tests.publish.extremes import crowded

MODELS = {partnership.id: partnership.model for partnership in every_partnership()} | {"crowded": crowded()}
each_model = pytest.mark.parametrize("model", MODELS.values(), ids=MODELS)
HOST = Host("Escalation Guide", "https://guide.example.org/escalation/")
# Points: the least that can be read from a step away, and what a margin leaves of the paper.
SMALLEST, MARGIN = 9.4, 21


@pytest.fixture
def shell(site_folder: Path) -> Path:
    """A page of the site, of which only the middle is put in another's place."""
    return site_folder / "salford" / "poster" / "index.html"


@each_model
@pytest.mark.parametrize("host", [NOBODY, HOST], ids=["no-address", "qr"])
def test_it_is_one_sheet_with_all_its_text_inside_and_large_enough(
    shared_page: Page, site: str, shell: Path, model: Model, host: Host
) -> None:
    show(shared_page, site, shell, model, "poster/", host)
    printed = to_paper(shared_page)
    assert printed.sheets == 1
    assert printed.paper == A4
    # The arrow before what moves it up is drawn by the style.
    assert sorted(printed.text.replace("\u2193", "")) == sorted(visible_text(shared_page))
    width, height = A4
    assert [one for one in printed.pieces if not (MARGIN < one.x < width - MARGIN and MARGIN < one.y < height - MARGIN)] == []
    assert [one for one in printed.pieces if one.size < SMALLEST] == []


def test_the_notice_of_an_old_page_is_on_the_poster_too_and_it_is_still_one_sheet(
    shared_page: Page, site: str, shell: Path
) -> None:
    for model in MODELS.values():
        show(shared_page, site, shell, model, "poster/", HOST)
        shared_page.locator(".eg-old").evaluate("$notice => $notice.hidden = false")
        printed = to_paper(shared_page)
        assert "Thispagewasmadeon" in printed.text
        assert printed.sheets == 1, model.procedure.id


@each_model
def test_a_briefing_is_two_sheets_with_all_its_text_large_enough(shared_page: Page, site: str, shell: Path, model: Model) -> None:
    show(shared_page, site, shell, model, "briefing/")
    printed = to_paper(shared_page)
    assert (printed.sheets, printed.paper) == (2, A4)
    assert sorted(printed.text.replace("\u2022", "")) == sorted(visible_text(shared_page))
    assert [one for one in printed.pieces if one.size < SMALLEST] == []
    assert colours(shared_page) == {("rgb(0, 0, 0)", "paper")}


@each_model
def test_it_says_the_same_in_black_and_white(shared_page: Page, site: str, shell: Path, model: Model) -> None:
    show(shared_page, site, shell, model, "poster/", HOST)
    assert colours(shared_page) == {("rgb(0, 0, 0)", "paper")}


def test_a_phone_reads_the_code_and_it_leads_to_the_next_step(shared_page: Page, site: str, shell: Path) -> None:
    model = MODELS["salford"]
    for scheme in ("light", "dark"):
        shared_page.emulate_media(color_scheme=scheme)  # type: ignore[arg-type]
        show(shared_page, site, shell, model, "poster/", HOST)
        drawn = shared_page.locator(".eg-qr")
        expect(drawn).to_have_accessible_name("QR code of https://guide.example.org/escalation/salford/next-step/")
        found = zxingcpp.read_barcodes(Image.open(io.BytesIO(drawn.screenshot())))
        assert [one.text for one in found] == ["https://guide.example.org/escalation/salford/next-step/"]
    shared_page.emulate_media(color_scheme="light")
    expect(shared_page.locator(".eg-poster__address")).to_have_text(found[0].text)


def test_the_button_prints_and_the_headings_stand_in_order(shared_page: Page, site: str) -> None:
    shared_page.goto(f"{site}salford/poster/")
    shared_page.evaluate("window.print = () => { document.title = 'printed'; }")
    shared_page.get_by_role("button", name="Print the poster").click()
    expect(shared_page).to_have_title("printed")
    levels = shared_page.locator(".eg-page :is(h1, h2, h3, h4)").evaluate_all("all => all.map($one => Number($one.tagName[1]))")
    assert levels[0] == 1
    assert all(after - before <= 1 for before, after in pairwise(levels))
    for width in (320, 1280):
        shared_page.set_viewport_size({"width": width, "height": 800})
        assert shared_page.evaluate("document.documentElement.scrollWidth") <= width
