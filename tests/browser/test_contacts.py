"""All contacts in a real browser: found by anything that is printed, shown as their own list shows them, nothing of it kept."""

import re
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, expect

from helper.publish.offline.copy import offline_files
from helper.publish.pipeline import is_fetched
from tests.partnerships import real

SALFORD, WIGAN = (real().partnerships[name].model for name in ("salford", "wigan"))
CARDS = "[data-cards] > li"


@pytest.fixture
def finder(shared_page: Page, site: str) -> Page:
    """The page of all contacts, opened anew."""
    shared_page.goto(f"{site}contacts/")
    return shared_page


def look_up(page: Page, words: str) -> None:
    page.get_by_label("Service, name, role, number, area or agency").fill(words)
    expect(page.locator("[data-found]")).not_to_be_empty()


@pytest.mark.parametrize(
    ("words", "first"),
    [
        ("0161 603 4500", "The Bridge Partnership"),
        ("+44 161 603 4500", "The Bridge Partnership"),
        ("828451", "Team Manager of your Social Worker"),
        ("Winterbotom", "Interim Director, Children and Families"),
        ("looked after", "Looked After Children Team"),
        ("youth offending", "Youth Offending Team"),
        ("homes leigh", "Wigan and Leigh Homes"),
    ],
)
def test_a_contact_is_found(finder: Page, words: str, first: str) -> None:
    look_up(finder, words)
    expect(finder.locator(CARDS).get_by_role("heading").first).to_have_text(first)


def test_a_part_of_a_number_finds_every_contact_that_has_it_each_with_the_age_of_its_list(finder: Page) -> None:
    look_up(finder, "0161 603")
    wanted = sum(any("0161 603" in tel.number for tel in row.tel) for row in SALFORD.contacts.services)
    expect(finder.get_by_role("status")).to_have_text(f"{wanted} found.")
    expect(finder.locator(CARDS)).to_have_count(wanted)
    for card in finder.locator(CARDS).all():
        expect(card).to_contain_text(SALFORD.contacts.age.text)
        expect(card).to_contain_text(SALFORD.procedure.partnership)
    assert finder.url.endswith("/contacts/")
    assert finder.evaluate("sessionStorage.length + localStorage.length") == 0


def test_partnership_and_agency_narrow_it_down_with_nothing_typed(finder: Page) -> None:
    finder.get_by_label("Agency", exact=True).select_option("police")
    rows = [row for model in (SALFORD, WIGAN) for row in model.contacts.services if "police" in row.agencies]
    expect(finder.locator(CARDS)).to_have_count(len(rows))
    finder.get_by_label("Partnership", exact=True).select_option("wigan")
    own = [row for row in WIGAN.contacts.services if "police" in row.agencies]
    expect(finder.locator(CARDS)).to_have_count(len(own))
    finder.get_by_label("Agency", exact=True).select_option("")
    everyone = len(WIGAN.contacts.services) + 1
    expect(finder.get_by_role("status")).to_have_text(f"{everyone} found, the first 12 shown.")
    finder.get_by_role("button", name="Show more").click()
    expect(finder.locator(CARDS)).to_have_count(24)
    expect(finder.locator(CARDS).nth(12).get_by_role("heading")).to_be_focused()


def test_an_area_whose_partnership_prints_no_list_is_told_so(finder: Page) -> None:
    look_up(finder, "Halton")
    expect(finder.locator(CARDS)).to_have_count(1)
    expect(finder.locator(CARDS)).to_contain_text("no contact list")


def test_what_is_not_there_is_said_and_no_list_is_hidden(finder: Page) -> None:
    look_up(finder, "0161 999 9999")
    expect(finder.get_by_role("status")).to_contain_text("Nothing found")
    expect(finder.locator(CARDS)).to_have_count(0)
    expect(finder.get_by_role("link", name="Salford contact list")).to_be_visible()
    for width in (320, 1280):
        finder.set_viewport_size({"width": width, "height": 800})
        assert finder.evaluate("document.documentElement.scrollWidth") <= width


def test_a_card_that_is_not_on_the_device_shows_no_number(page: Page, site: str, broken: None) -> None:
    page.route("**/assets/contacts/*", lambda route: route.abort())
    page.goto(f"{site}contacts/")
    look_up(page, "Bridge Partnership")
    expect(page.locator(CARDS).first).to_contain_text("This card is not on this device.")
    expect(page.locator(CARDS).first).not_to_contain_text("0161")


def test_it_works_from_a_disk(page: Page, site_folder: Path, tmp_path: Path) -> None:
    kept = ("contacts/", "salford/contacts/", "assets/")
    found = {str(file.relative_to(site_folder)): file for file in site_folder.rglob("*") if file.is_file()}
    site = {path: file.read_bytes() for path, file in found.items() if path.startswith(kept) and "engine/" not in path}
    for path, content in offline_files(site, is_fetched, "").items():
        (tmp_path / path).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / path).write_bytes(content)
    page.goto((tmp_path / "contacts/index.html").as_uri())
    look_up(page, "0161 603 4500")
    expect(page.locator(CARDS).first).to_contain_text("The Bridge Partnership")
    expect(page.get_by_role("link", name="In the contact list of Salford").first).to_have_attribute(
        "href", re.compile("salford/contacts/index.html#contact-bridge$")
    )


def test_without_scripts_every_list_is_a_link(browser: Browser, site: str) -> None:
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(f"{site}contacts/")
    expect(page.get_by_role("textbox")).to_have_count(0)
    expect(page.get_by_role("link", name="Wigan contact list")).to_be_visible()
    expect(page.get_by_text(WIGAN.contacts.age.text)).to_be_visible()
    context.close()
