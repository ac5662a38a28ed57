"""A facilitator's pack on paper and on a small screen: every word is there, no card is torn, no page scrolls sideways."""

import re
import unicodedata
from io import BytesIO

import pytest
from playwright.sync_api import Page, expect
from pypdf import PdfReader

# What stands together: a scenario's card, a role's slip, a table's row.
WHOLE = ".eg-pack__card, .eg-pack__slip, .eg-pack__grid tr"
SHOWN = """($all) => $all.filter(($one) => $one.checkVisibility()).map(($one) => $one.innerText)"""
ON_PAPER = ".eg-pack :is(h2, h3, h4, p:not(.eg-pack__online), li, th, td)"


def letters(text: str) -> str:
    """Keep letters and figures, two that are drawn as one told apart: what breaks a line on paper is neither."""
    return re.sub(r"[\W_]+", "", unicodedata.normalize("NFKC", text))


@pytest.fixture(scope="module")
def printed(shared_page: Page, site: str) -> tuple[list[str], list[str], list[str]]:
    """Give the text of each page of paper, of what has to be on it, and of what has to stay together."""
    shared_page.goto(f"{site}wigan/pack/")
    shared_page.emulate_media(media="print")
    said = shared_page.locator(ON_PAPER).evaluate_all(SHOWN)
    whole = shared_page.locator(WHOLE).evaluate_all(SHOWN)
    paper = PdfReader(BytesIO(shared_page.pdf(prefer_css_page_size=True)))
    shared_page.emulate_media(media="screen")
    assert {(round(page.mediabox.width), round(page.mediabox.height)) for page in paper.pages} == {(595, 842)}
    return [page.extract_text() for page in paper.pages], said, whole


def test_every_word_is_on_paper_and_nothing_is_that_only_a_screen_needs(printed: tuple[list[str], list[str], list[str]]) -> None:
    pages, said, _ = printed
    text = letters("".join(pages))
    assert len(said) > 500
    assert [one for one in said if letters(one) not in text] == []
    assert letters("Put this case to the helper") not in text
    assert letters("The pack as a Word document") not in text


def test_no_card_role_or_row_is_torn_between_two_pages(printed: tuple[list[str], list[str], list[str]]) -> None:
    pages, _, whole = printed
    on_pages = [letters(page) for page in pages]
    assert len(whole) > 100
    assert [one for one in whole if not any(letters(one) in page for page in on_pages)] == []


def test_answers_begin_on_pages_of_their_own_after_the_cards_and_every_page_is_numbered(
    printed: tuple[list[str], list[str], list[str]],
) -> None:
    pages, _, _ = printed
    begins = [number for number, page in enumerate(pages) if re.search(r"invented\.\s*Answer to card \d+:", page)]
    cards = [number for number, page in enumerate(pages) if "Decide together:" in page]
    assert len(begins) == len([page for page in pages if re.search(r"Answer to card \d+:", page)])
    assert len(begins) >= 12
    assert max(cards) < min(begins)
    for number, page in enumerate(pages, 1):
        assert f"Page {number} of {len(pages)}" in page
        assert "Every scenario is invented." in page


def test_it_fits_the_smallest_screen_and_a_table_is_still_a_table_there(shared_page: Page, site: str) -> None:
    shared_page.set_viewport_size({"width": 320, "height": 640})
    shared_page.goto(f"{site}wigan/pack/")
    assert shared_page.evaluate("document.documentElement.scrollWidth") == 320
    table = shared_page.get_by_role("table", name="The stages in short")
    expect(table.get_by_role("columnheader")).to_have_count(4)
    expect(table.get_by_role("rowheader").first).to_contain_text("Level 1")
    expect(table.get_by_role("row")).to_have_count(5)


def test_its_word_document_is_there_to_take_away(shared_page: Page, site: str) -> None:
    shared_page.goto(f"{site}wigan/pack/")
    with shared_page.expect_download() as taken:
        shared_page.get_by_role("link", name="The pack as a Word document").click()
    assert taken.value.suggested_filename == "wigan-facilitators-pack.docx"
    assert taken.value.path().read_bytes()[:2] == b"PK"
