"""A correction sheet on paper: A4, every line whole on one sheet with its boxes, and each sheet with its number."""

import io
from pathlib import Path
from unicodedata import normalize

import pytest
from playwright.sync_api import Page, expect
from pypdf import PdfReader

from helper.engine.html import join
from helper.engine.model import Model
from helper.publish.assurance.sheet import sheet
from helper.publish.search import plain_text
from tests.browser.barriers import dress
from tests.browser.paper import A4, show, squeezed
from tests.partnerships import invented, real

# The longest, and one that no code was written for.
MODELS = {one.id: one.model for one in (real().partnerships["wigan"], invented().partnerships["northmere"])}


@pytest.mark.parametrize("model", MODELS.values(), ids=MODELS)
def test_no_line_is_torn_and_every_sheet_has_its_number(shared_page: Page, site: str, site_folder: Path, model: Model) -> None:
    show(shared_page, site, site_folder / "salford/check/index.html", model, "check/")
    shared_page.emulate_media(media="print")
    assert shared_page.locator(".eg-sheet__lines li").count() == shared_page.locator(".eg-sheet__ticks:visible").count()
    shared_page.emulate_media(media="null")
    # A PDF has its text line by line, across columns: with the boxes' words out of the way, each fact is in one piece.
    aside = ".eg-sheet__ticks, .eg-sheet__number { visibility: hidden } .eg-written { display: none }"
    dress(shared_page, aside)
    printed = PdfReader(io.BytesIO(shared_page.pdf(prefer_css_page_size=True)))
    # Where two letters are drawn as one, such as ff, they are one letter in a PDF.
    sheets = [squeezed(normalize("NFKC", one.extract_text())) for one in printed.pages]
    size = printed.pages[0].mediabox
    assert (round(size.width), round(size.height)) == A4
    assert [number for number, text in enumerate(sheets, 1) if f"Page{number}of{len(sheets)}" not in text] == []
    said = [squeezed(plain_text(join(line.fact.said))) for part in sheet(model) for line in part.lines]
    assert len(said) > 90
    assert [text for text in said if not any(text in sheet for sheet in sheets)] == []
    # It is read beside a document and ticked by hand: some 30 lines on each sheet.
    assert len(sheets) <= len(said) / 25 + 2


def test_it_is_read_on_a_narrow_screen_and_nothing_is_cut(shared_page: Page, site: str) -> None:
    shared_page.set_viewport_size({"width": 320, "height": 640})
    for path in ("wigan/check/", "assurance/"):
        shared_page.goto(site + path)
        assert shared_page.evaluate("() => document.documentElement.scrollWidth") == 320
        cut = "($all) => $all.filter(($one) => $one.scrollWidth > $one.clientWidth + 1).map(($one) => $one.textContent)"
        assert shared_page.locator(".eg-page :is(li, dd, dt, p, h2, h3):visible").evaluate_all(cut) == []


def test_the_figures_are_read_as_a_table_also_where_they_are_shown_as_cards(shared_page: Page, site: str) -> None:
    shared_page.goto(f"{site}assurance/")
    for width in (320, 1280):
        shared_page.set_viewport_size({"width": width, "height": 640})
        table = shared_page.get_by_role("table", name="What was counted for each partnership")
        heads = table.get_by_role("columnheader").all_inner_texts()
        rows = table.get_by_role("row")
        expect(rows).to_have_count(len(real().partnerships) + 2)
        assert rows.nth(1).get_by_role("cell").count() == len(heads) - 1
        expect(rows.nth(1).get_by_role("rowheader")).to_be_visible()
