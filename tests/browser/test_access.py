"""Access for everyone, on every kind of page in every state (kinds.py): what axe finds, and what no tool sees.

Each kind is opened once; every promise is then held against it. The journeys by keyboard are in test_keyboard.py, what a screen
reader is told without asking in test_announcements.py, and every single page, slowly, in tests/nightly/test_access_every_page.py.
"""

import io
from collections import Counter
from collections.abc import Iterator
from itertools import pairwise
from typing import Any
from unicodedata import normalize

import pytest
from playwright.sync_api import Page, expect
from pypdf import PdfReader

from tests.browser.barriers import SIZES, barriers, bring_axe, bring_measures, dress, measure, undress
from tests.browser.conversation import Conversation
from tests.browser.kinds import CASE, KINDS
from tests.browser.paper import squeezed
from tests.partnerships import real

WIDE, NARROW = (1280, 900), (360, 740)
TABLETS = (600, 768, 834, 900)
# A window of 1280 by 1024 pixels, of which each is drawn four times as large.
FOUR_TIMES = (320, 256)
# A4 with a margin of 12 mm, in the pixels of a browser that prints.
SHEET = (703, 1032)
# WCAG 1.4.12: what a reader may set, and nothing is lost.
SPACED = """* { line-height: 1.5 !important; letter-spacing: 0.12em !important; word-spacing: 0.16em !important; }
p { margin-bottom: 2em !important; }"""
# In pixels: WCAG 2.5.8.
TARGET = 24


def stand(page: Page, size: tuple[int, int] = WIDE, **media: Any) -> None:
    """Set the window and what the reader asked of the device; nothing moves by itself."""
    page.set_viewport_size({"width": size[0], "height": size[1]})
    page.emulate_media(**{"color_scheme": "light", "forced_colors": "none", "reduced_motion": "reduce", "media": "screen"} | media)


@pytest.fixture(scope="module", params=KINDS)
def shown(shared_page: Page, site: str, request: pytest.FixtureRequest) -> Iterator[Page]:
    """A page in one of its states."""
    stand(shared_page)
    KINDS[request.param].open(shared_page, site)
    bring_axe(shared_page)
    bring_measures(shared_page)
    yield shared_page
    stand(shared_page)


def test_axe_finds_no_barrier(shown: Page) -> None:
    found = {}
    for size, scheme, rules in ((WIDE, "light", []), (NARROW, "dark", SIZES)):
        stand(shown, size, color_scheme=scheme)
        found[f"{size[0]} {scheme}"] = barriers(shown, rules)
    assert {where: wrong for where, wrong in found.items() if wrong} == {}


def test_headings_and_landmarks_are_in_order(shown: Page) -> None:
    stand(shown)
    levels = [level for level, _ in measure(shown, "headings()")]
    in_dialog = shown.locator("dialog:modal").count() > 0
    assert in_dialog or (levels[0], levels.count(1)) == (1, 1), "One heading of level 1, the first."
    assert [pair for pair in pairwise(levels) if pair[1] > pair[0] + 1] == [], "No level is left out."
    found = [tuple(one) for one in measure(shown, "landmarks()")]
    whole = [role for role, _ in found if role in ("banner", "main", "contentinfo")]
    assert in_dialog or whole in (["banner", "main", "contentinfo"], ["main"])
    many = {role for role, times in Counter(role for role, _ in found).items() if times > 1}
    unclear = [one for one, times in Counter(found).items() if one[0] in many and (times > 1 or not one[1])]
    assert unclear == [], "What there is more than one of has a name of its own."


def test_what_is_pressed_is_large_enough_for_a_thumb(shown: Page) -> None:
    stand(shown, NARROW)
    assert measure(shown, f"small({TARGET})") == []


def test_at_four_hundred_percent_nothing_is_cut_and_no_page_scrolls_sideways(shown: Page) -> None:
    stand(shown, FOUR_TIMES)
    assert measure(shown, "cut()") == []


def test_on_a_tablet_nothing_is_cut_either(shown: Page) -> None:
    """Between a telephone and a desk a table may have neither the room nor another form."""
    for width in TABLETS:
        stand(shown, (width, 1024))
        assert measure(shown, "cut()") == [], width


def test_at_four_hundred_percent_the_head_of_a_page_leaves_room_for_the_page(shared_page: Page, site: str) -> None:
    stand(shared_page, FOUR_TIMES)
    shared_page.goto(site)
    box = shared_page.get_by_role("banner").bounding_box()
    assert box is not None
    assert box["height"] < FOUR_TIMES[1] / 2


@pytest.mark.parametrize("size", [WIDE, NARROW], ids=["wide", "narrow"])
def test_with_more_space_between_letters_and_lines_nothing_is_cut(shown: Page, size: tuple[int, int]) -> None:
    stand(shown, size)
    dress(shown, SPACED)
    found = measure(shown, "cut()")
    undress(shown)
    assert found == []


def test_the_focus_is_seen_wherever_it_is_and_nothing_lies_over_it(shown: Page) -> None:
    shown.keyboard.press("Tab")  # from now on a browser shows where the focus is
    found = {}
    for size, scheme in ((WIDE, "dark"), (FOUR_TIMES, "light")):
        stand(shown, size, color_scheme=scheme)
        found[f"{size[0]} {scheme}"] = measure(shown, "hiddenStops()")
    assert {where: wrong for where, wrong in found.items() if wrong} == {}


def test_in_the_readers_own_colours_shapes_and_edges_are_still_seen(shown: Page) -> None:
    stand(shown)
    measure(shown, "noteShapes()")
    stand(shown, forced_colors="active")
    assert measure(shown, "lostShapes()") == []


def test_nothing_moves_where_the_reader_wants_no_motion(shown: Page) -> None:
    stand(shown)
    assert measure(shown, "moving()") == []


def test_on_paper_there_is_nothing_to_press_and_nothing_is_cut(shown: Page) -> None:
    stand(shown, SHEET, media="print")
    assert measure(shown, "pressed()") == []
    assert measure(shown, "cut()") == []


def test_on_paper_there_are_no_buttons_and_every_number(page: Page, conversation: Conversation) -> None:
    conversation.open(CASE)
    advice = conversation.advice()
    page.emulate_media(media="print")
    expect(page.get_by_role("button").filter(visible=True)).to_have_count(0)
    expect(page.get_by_role("banner")).to_be_hidden()
    for contact in advice["contacts"]:
        for number in contact["tel"]:
            expect(conversation.answer.get_by_text(number, exact=True).first).to_be_visible()
    expect(conversation.headline).to_be_visible()
    first = first_sheet(page)
    assert squeezed(advice["headline"]["text"]) in first
    assert squeezed("Which form") in first, "The three tiles stand below the one thing to do."


@pytest.mark.parametrize("name", sorted(real().partnerships))
def test_on_paper_the_flowchart_stands_whole_on_the_first_sheet(shared_page: Page, site: str, name: str) -> None:
    shared_page.goto(f"{site}{name}/flowchart/")
    stand(shared_page, media="print")
    words = [squeezed(one) for one in shared_page.locator(".eg-flow__picture--wide text").all_text_contents()]
    first = first_sheet(shared_page)
    assert [one for one in words if one not in first] == []


def first_sheet(page: Page) -> str:
    """Give what stands on the first sheet of A4 when a page is printed, without its spaces."""
    return squeezed(normalize("NFKC", PdfReader(io.BytesIO(page.pdf(format="A4"))).pages[0].extract_text()))
