"""Procedures side by side in a browser: chosen, linked to, marked where they differ; and for a child who lives in another area."""

from collections.abc import Iterator
from io import BytesIO
from itertools import pairwise
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Locator, Page, expect
from pypdf import PdfReader

from helper.publish.compare.page import ALL_TOPICS, WHOLE, rows
from helper.publish.offline.copy import offline_files
from helper.publish.pipeline import is_fetched
from tests.browser.conftest import serving, watched
from tests.many import compare_html, many
from tests.partnerships import real

MODELS = {name: found.model for name, found in real().partnerships.items()}
PAIRS = [("salford", "wigan"), ("trafford", "wigan"), ("harrow", "pan-cheshire")]
MARKS = {"differs": "Differs", "same": "None of the texts says it", "alike": "read each"}


@pytest.fixture
def compare(shared_page: Page, site: str) -> Page:
    """The page of comparisons, opened afresh, with nothing in its address."""
    shared_page.set_viewport_size({"width": 1280, "height": 900})
    shared_page.goto("about:blank")
    shared_page.goto(f"{site}compare/")
    return shared_page


def areas_of(page: Page) -> list[str]:
    """Name the areas that stand in the first topic, in their order."""
    cells = page.locator("[data-topic=stages] .eg-cell:visible")
    return [str(cell.get_attribute("data-of")) for cell in cells.all()]


def topic(page: Page, name: str) -> Locator:
    return page.locator(f"[data-topic='{name}']")


def choose(page: Page, work: str, child: str) -> None:
    page.get_by_label("I work in", exact=True).select_option(label=work)
    page.get_by_label("The child lives in").select_option(label=child)
    page.get_by_role("button", name="Show what changes").click()


def test_the_reader_chooses_by_keyboard_and_the_address_keeps_the_choice_as_ids(compare: Page) -> None:
    assert areas_of(compare) == ["pan-cheshire", "harrow", "salford", "trafford", "wigan"]
    for name in ("Cheshire (Pan-Cheshire)", "Harrow", "Trafford"):
        compare.get_by_role("checkbox", name=name).focus()
        compare.keyboard.press("Space")
    assert areas_of(compare) == ["salford", "wigan"]
    assert compare.url.endswith("/compare/#of=salford,wigan")
    expect(compare.get_by_role("status")).to_contain_text("2 areas side by side")
    expect(compare.locator(".eg-scale th:visible", has_text="Salford: 5 steps")).to_have_count(1)
    expect(compare.locator(".eg-scale th:visible", has_text="Harrow")).to_have_count(0)
    compare.reload()
    assert areas_of(compare) == ["salford", "wigan"]
    compare.get_by_role("checkbox", name="Salford").uncheck()
    expect(compare.get_by_role("status")).to_have_text("Choose one area more.")
    expect(compare.locator("[data-mark]:visible")).to_have_count(0)


def test_a_link_opens_its_areas_and_says_which_are_not_here(compare: Page) -> None:
    compare.evaluate("location.hash = 'of=trafford,atlantis,wigan'")
    expect(compare.get_by_role("alert")).to_have_text("The link names atlantis, which this copy of the guide does not hold.")
    assert areas_of(compare) == ["trafford", "wigan"]
    compare.evaluate("location.hash = 'group-2'")
    compare.evaluate("location.hash = 'of=harrow,trafford'")
    expect(compare.get_by_role("alert")).to_be_hidden()
    assert areas_of(compare) == ["harrow", "trafford"]


@pytest.mark.parametrize("pair", PAIRS, ids="-".join)
def test_every_topic_is_marked_as_the_facts_of_both_are(compare: Page, pair: tuple[str, str]) -> None:
    compare.evaluate(f"location.hash = 'of={','.join(pair)}'")
    expect(compare.get_by_role("status")).to_contain_text("2 areas side by side")
    found = {}
    for row in rows(ALL_TOPICS, tuple(MODELS.values())):
        one, other = (row.cells[name] for name in pair)
        found[row.topic.id] = "differs" if one.facts != other.facts else "same" if one.silent else "alike"
    for name, mark in found.items():
        expect(topic(compare, name).locator("[data-mark]:visible")).to_have_count(1)
        expect(topic(compare, name).locator("[data-mark]:visible")).to_contain_text(MARKS[mark])
    assert {"differs", "alike"} <= set(found.values())


def test_what_is_the_same_can_be_hidden_and_everything_shown_in_full(compare: Page) -> None:
    compare.evaluate("location.hash = 'of=trafford,wigan'")
    expect(topic(compare, "limit-reply")).to_be_visible()
    compare.get_by_label("Hide what no text says").check()
    expect(topic(compare, "limit-reply")).to_be_hidden()
    expect(topic(compare, "limit-resolve")).to_be_visible()
    told = topic(compare, "limit-resolve").get_by_text("Stage 2 should take no more than 10 working days.")
    expect(told).to_be_hidden()
    compare.get_by_label("Show everything in full").check()
    expect(told).to_be_visible()
    expect(compare.locator("details:not([open])")).to_have_count(0)


def test_a_child_in_another_area_puts_what_is_known_beside_what_is_new(compare: Page) -> None:
    choose(compare, "Trafford", "Wigan")
    assert compare.url.endswith("/compare/#work=trafford&child=wigan")
    expect(compare.get_by_role("heading", name="You work in Trafford, the child lives in Wigan")).to_be_focused()
    border = compare.locator("[data-border]")
    expect(border.get_by_text("This guide offers the procedure of the area where the child lives")).to_be_visible()
    for name in ("trafford", "wigan"):
        for said in (*MODELS[name].procedure.borders.notes, *MODELS[name].procedure.borders.gaps):
            expect(border.get_by_text(said.text)).to_be_visible()
    headings = topic(compare, "forms").get_by_role("heading", level=4)
    assert headings.all_inner_texts() == ["In Trafford you know", "For this child in Wigan"]
    expect(border.get_by_text("Neither text says anything on")).to_contain_text("Time limit to reply")
    expect(topic(compare, "limit-reply")).to_be_hidden()
    assert str(border.get_by_role("link", name="Get my next step in Wigan").get_attribute("href")) == "../wigan/next-step/"
    assert str(border.get_by_role("link", name="Contacts of Wigan").get_attribute("href")) == "../wigan/contacts/"
    choose(compare, "Wigan", "Trafford")
    assert headings.all_inner_texts() == ["In Wigan you know", "For this child in Trafford"]


def test_the_same_area_twice_is_said_in_a_plain_sentence(compare: Page) -> None:
    choose(compare, "Wigan", "Wigan")
    border = compare.locator("[data-border]")
    expect(border.get_by_text("That is the same area, so nothing changes")).to_be_visible()
    expect(border.get_by_text("This guide offers the procedure")).to_be_hidden()
    expect(border.get_by_role("link", name="Get my next step in Wigan")).to_be_visible()
    compare.get_by_role("checkbox", name="Harrow").check()
    expect(border).to_be_hidden()
    expect(compare.locator("[data-group] [data-topic=borders]")).to_be_visible()


def test_a_page_of_a_partnership_leads_here_with_the_childs_area_chosen(compare: Page, site: str) -> None:
    compare.goto(f"{site}wigan/")
    compare.get_by_role("link", name="See what changes for you").click()
    expect(compare.get_by_label("The child lives in")).to_have_value("wigan")
    compare.get_by_role("button", name="Show what changes").click()
    expect(compare.get_by_label("I work in", exact=True)).to_be_focused()


@pytest.mark.parametrize("width", [360, 320])
@pytest.mark.parametrize("choice", ["", "#of=harrow,pan-cheshire", "#work=trafford&child=wigan"], ids=["all", "two", "border"])
def test_nothing_is_wider_than_a_phone(compare: Page, site: str, width: int, choice: str) -> None:
    compare.set_viewport_size({"width": width, "height": 740})
    compare.goto("about:blank")
    compare.goto(f"{site}compare/{choice}")
    compare.get_by_label("Show everything in full").check()
    assert compare.evaluate("document.documentElement.scrollWidth") == width
    assert compare.evaluate(
        "[...document.querySelectorAll('.eg-cell, .eg-scale')].every((one) => one.scrollWidth <= one.clientWidth)"
    )
    tops = [box["y"] for cell in topic(compare, "stages").locator(".eg-cell:visible").all() if (box := cell.bounding_box())]
    assert all(above < below for above, below in pairwise(tops))


def test_the_nodes_of_one_step_stand_below_each_other(compare: Page) -> None:
    """On a phone too: a rung's number has one place on the scale, whatever the ladder."""
    for width in (1280, 360):
        compare.set_viewport_size({"width": width, "height": 740})
        places = compare.evaluate(
            """() => [...document.querySelectorAll(".eg-scale tbody")].map(($ladder) =>
                [...$ladder.querySelectorAll(".eg-scale__node")].map(($node) => Math.round($node.getBoundingClientRect().left)))"""
        )
        longest = max(places, key=len)
        assert len(longest) == 6
        assert all(ladder == longest[: len(ladder)] for ladder in places)


def test_on_paper_stands_what_was_chosen_across_the_page(compare: Page) -> None:
    compare.evaluate("location.hash = 'of=salford,trafford'")
    expect(compare.get_by_role("status")).to_contain_text("2 areas")
    pdf = PdfReader(BytesIO(compare.pdf(prefer_css_page_size=True)))
    assert {(round(page.mediabox.width), round(page.mediabox.height)) for page in pdf.pages} == {(842, 595)}
    text = " ".join(" ".join(page.extract_text().split()) for page in pdf.pages)
    assert "10 working days to resolve it (Stage 1, Stage 2, Stage 3, Stage 4)" in text
    assert "Which areas?" not in text
    assert "Harrow" not in text
    assert "Stage 2 should take no more than 10 working days." not in text
    compare.get_by_label("Show everything in full").check()
    full = PdfReader(BytesIO(compare.pdf(prefer_css_page_size=True)))
    assert "Stage 2 should take no more than 10 working days." in " ".join(
        " ".join(page.extract_text().split()) for page in full.pages
    )
    assert len(pdf.pages) < len(full.pages)


def test_without_scripts_all_partnerships_stand_side_by_side(browser: Browser, site: str) -> None:
    context = browser.new_context(java_script_enabled=False)
    with watched(context.new_page(), []) as page:
        page.goto(f"{site}compare/#of=salford,wigan")
        assert areas_of(page) == ["pan-cheshire", "harrow", "salford", "trafford", "wigan"]
        expect(page.locator("[data-choose]")).to_be_hidden()
        expect(page.locator("[data-mark]:visible")).to_have_count(0)
        expect(topic(page, "borders").locator(".eg-cell:visible")).to_have_count(len(MODELS))
        page.get_by_text("In full: Time limit to settle it, Trafford").click()
        expect(page.get_by_text("Stage 2 should take no more than 10 working days.").first).to_be_visible()
    context.close()


def what_it_loads(site_folder: Path) -> dict[str, bytes]:
    """Give the page and what it loads, by path."""
    kinds = ("compare/*.html", "*/index.html", "*.webmanifest", "assets/*.*", "assets/stylesheets/*")
    return {str(file.relative_to(site_folder)): file.read_bytes() for kind in kinds for file in site_folder.glob(kind)}


def write(files: dict[str, bytes], folder: Path) -> None:
    for path, content in files.items():
        (folder / path).parent.mkdir(parents=True, exist_ok=True)
        (folder / path).write_bytes(content)


@pytest.fixture(scope="module")
def crowd(site_folder: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """The page of more partnerships than stand in it as elements, served."""
    files, folder = what_it_loads(site_folder), tmp_path_factory.mktemp("crowd")
    built = files["compare/index.html"].decode()
    begin, end = built.index('<div class="eg-page">'), built.rindex("</article>")
    (script,) = (path for path in files if path.startswith("assets/compare.") and path.endswith(".js"))
    html = compare_html(many(WHOLE + 2), script)
    write(files | {"compare/index.html": f'{built[:begin]}<div class="eg-page">{html}</div>{built[end:]}'.encode()}, folder)
    with serving(folder) as address:
        yield f"{address}compare/"


def test_one_of_many_is_there_once_it_is_chosen(shared_page: Page, crowd: str) -> None:
    shared_page.goto(crowd)
    expect(shared_page.get_by_role("status")).to_have_text("Choose two areas or more.")
    expect(shared_page.get_by_role("heading", name="Each area by itself")).to_have_count(0)
    expect(shared_page.locator(".eg-cell")).to_have_count(0)
    expect(shared_page.get_by_role("heading", name="The ladders on one scale")).to_be_hidden()
    shared_page.get_by_role("checkbox", name="Northmere 0").check()
    shared_page.get_by_role("checkbox", name="Harrow 1").check()
    assert areas_of(shared_page) == ["northmere-0", "harrow-1"]
    expect(shared_page.get_by_role("rowheader", name="Harrow 1: 6 steps")).to_be_visible()
    expect(topic(shared_page, "limit-reply").locator("[data-mark]:visible")).to_contain_text("Differs")
    choose(shared_page, "Wigan 0", "Northmere 0: North Vale, Mere Town")
    expect(
        shared_page.get_by_role("heading", name="You work in Wigan 0, the child lives in Northmere 0", exact=True)
    ).to_be_focused()
    heading = topic(shared_page, "forms").get_by_role("heading", level=4).filter(visible=True)
    assert heading.all_inner_texts() == ["In Wigan 0 you know", "For this child in Northmere 0"]


@pytest.fixture
def from_disk(site_folder: Path, tmp_path: Path) -> str:
    """The page as the offline copy has it, with what it loads, on the disk."""
    write(offline_files(what_it_loads(site_folder), is_fetched, ""), tmp_path)
    return (tmp_path / "compare/index.html").as_uri()


def test_from_a_disk_it_compares_as_on_the_web(page: Page, from_disk: str) -> None:
    page.goto(f"{from_disk}#of=salford,wigan")
    assert areas_of(page) == ["salford", "wigan"]
    page.get_by_role("checkbox", name="Harrow").check()
    assert page.url == f"{from_disk}#of=harrow,salford,wigan"
    choose(page, "Harrow", "Salford")
    expect(page.get_by_role("heading", name="You work in Harrow, the child lives in Salford")).to_be_visible()
