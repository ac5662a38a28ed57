"""The search box in a real browser, over a small index of its own, opened from the disk: no server, no network."""

import re
import shutil
from collections.abc import Callable
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect
from ruamel.yaml import YAML

from helper.publish.esbuild import esbuild
from helper.publish.search import Entry, build_index, read_synonyms

ROOT = Path(__file__).parents[2]
NAMES = {"here": "Hereshire", "there": "Theretown"}
SHEET = """<!doctype html><html lang="en"><meta charset="utf-8"><title>Search</title>
<a href="search.html" data-helper="search-open">Search</a>
<dialog data-search-dialog aria-label="Search">
<form data-helper="search" role="search" data-base="./" data-engine="minisearch.js" data-index="search-index.js"
data-partnership="here">
<label>Search this site <input type="search"></label><p role="status"></p><ol></ol></form>
<button data-close>Close</button></dialog><script src="search.js"></script></html>"""


def here(anchor: str, title: str, page: str, text: str, tel: str = "", email: str = "") -> Entry:
    """Return an entry of Hereshire, whose page the reader has open."""
    found_by = {"tel": (tel,) if tel else (), "email": (email,) if email else ()}
    return Entry(f"here.html#{anchor}", title, page, "here", f"{text} {tel} {email}".strip(), **found_by)


ENTRIES = [
    here("a", "Resolving differences of opinion", "Procedure", "A disagreement is settled in stages."),
    here("b", "Stage B: Line Manager to Line Manager", "Stages", "If unresolved, the line manager is told."),
    here("policy", "Reference documents", "Policy", "The policy on information sharing."),
    here("hub", "The Bridge Partnership", "Contacts", "", "0161 603 4500"),
    here("police", "Area Police", "Contacts", "DI 02262", "0161 856 5425", "02262@police.example"),
    here("health", "Mental Health Trust", "Contacts", "Kim Lee, Named Nurse", "", "Kim.Lee@trust.example"),
    here("education", "Education", "Contacts", "Ask the school for its Designated Safeguarding Lead."),
    here("team", "Child in Need Team", "Contacts", "Children's Services", "0161 603 4555"),
    Entry("there.html#police", "Area Police", "Contacts", "there", "01942 034500", ("01942 034500",)),
]

FINDS = {
    "dispute": "Resolving differences of opinion",
    "professional differences": "Resolving differences of opinion",
    "conflict": "Resolving differences of opinion",
    "challenge": "Resolving differences of opinion",
    "escalate": "Stage B",
    "DSL": "Education",
    "designated safeguarding lead": "Education",
    "named nurse": "Mental Health Trust",
    "police": "Area Police Hereshire",
    "cops": "Area Police Hereshire",
    "who do I call at the police": "Area Police Hereshire",
    "polise": "Area Police Hereshire",
    "social worker": "Child in Need Team",
    "MASH": "The Bridge Partnership",
    "front door": "The Bridge Partnership",
    "0161 603 4500": "The Bridge Partnership",
    "01616034500": "The Bridge Partnership",
    "(0161) 603-4500": "The Bridge Partnership",
    "+44 161 603 4500": "The Bridge Partnership",
    "+44 (0)161 603 4500": "The Bridge Partnership",
    "0044161603450": "The Bridge Partnership",
    "603 4500": "The Bridge Partnership",
    "034500": "The Bridge Partnership",
    "police 034500": "Area Police Theretown",
    "5425": "Area Police Hereshire",
    "02262": "Area Police Hereshire",
    "02262@police.example": "Area Police Hereshire",
    "@trust": "Mental Health Trust",
    "lee@trust": "Mental Health Trust",
}


@pytest.fixture
def look_up(page: Page, tmp_path: Path) -> Callable[[str], None]:
    """Return a function that types into the search box of a page on the disk."""
    synonyms = read_synonyms(YAML(typ="safe", pure=True).load(ROOT / "procedures/synonyms.yml"))
    (tmp_path / "page.html").write_text(SHEET, encoding="utf-8")
    (tmp_path / "search-index.js").write_text(build_index(ENTRIES, synonyms, NAMES), encoding="utf-8")
    esbuild(ROOT, ["helper/web/search.js", f"--outfile={tmp_path / 'search.js'}"], {})
    shutil.copy(ROOT / "node_modules/minisearch/dist/umd/index.js", tmp_path / "minisearch.js")
    page.goto((tmp_path / "page.html").as_uri())
    page.get_by_role("link", name="Search", exact=True).click()
    return page.get_by_role("searchbox").fill


@pytest.mark.parametrize(("words", "first"), FINDS.items(), ids=FINDS)
def test_finds(page: Page, look_up: Callable[[str], None], words: str, first: str) -> None:
    look_up(words)
    expect(page.locator("ol a").first).to_have_accessible_name(re.compile(f"^{re.escape(first)}"))


def test_never_shows_a_word_that_the_source_did_not_use(page: Page, look_up: Callable[[str], None]) -> None:
    look_up("cops")
    expect(page.locator("ol a")).to_have_count(2)
    expect(page.get_by_role("dialog")).not_to_contain_text("cops")


def test_marks_the_words_of_the_source_where_a_synonym_was_typed(page: Page, look_up: Callable[[str], None]) -> None:
    look_up("dispute")
    expect(page.locator("ol mark").first).to_have_text("differences of opinion")


def test_does_not_take_police_for_policy(page: Page, look_up: Callable[[str], None]) -> None:
    look_up("police")
    expect(page.locator("ol a").first).to_be_visible()
    expect(page.locator("ol")).not_to_contain_text("information sharing")


@pytest.mark.parametrize("number", ["0161 999 9999", "02263"])
def test_gives_no_near_number_for_one_that_nobody_has(page: Page, look_up: Callable[[str], None], number: str) -> None:
    look_up(number)
    expect(page.get_by_role("status")).to_contain_text("Nothing found")
    expect(page.locator("ol a")).to_have_count(0)


def test_says_so_when_only_some_of_the_words_are_found(page: Page, look_up: Callable[[str], None]) -> None:
    look_up("police xylophone")
    expect(page.get_by_role("status")).to_contain_text("some of them")
    expect(page.locator("ol a").first).to_contain_text("Area Police")


def test_works_by_keyboard(page: Page, look_up: Callable[[str], None]) -> None:
    box, links = page.get_by_role("searchbox"), page.locator("ol a")
    expect(box).to_be_focused()
    look_up("police")
    expect(links).to_have_count(2)
    page.keyboard.press("Enter")
    expect(links.first).to_be_focused()
    page.keyboard.press("ArrowDown")
    expect(links.nth(1)).to_be_focused()
    page.keyboard.press("ArrowUp")
    page.keyboard.press("ArrowUp")
    expect(box).to_be_focused()
    page.keyboard.press("Escape")
    expect(page.get_by_role("dialog")).to_be_hidden()
    expect(page.get_by_role("link", name="Search", exact=True)).to_be_focused()


def test_keeps_what_is_typed_out_of_the_address(page: Page, look_up: Callable[[str], None]) -> None:
    address = page.url
    look_up("a child's name")
    expect(page.get_by_role("status")).not_to_be_empty()
    assert page.url == address


@pytest.mark.usefixtures("broken")
def test_says_what_to_do_when_it_cannot_load(page: Page, tmp_path: Path, look_up: Callable[[str], None]) -> None:
    (tmp_path / "search-index.js").unlink()
    page.reload()
    page.get_by_role("link", name="Search", exact=True).click()
    expect(page.get_by_role("status")).to_contain_text("could not be loaded")
