"""The main ways through the site in Firefox and WebKitGTK: the same answers as everywhere, and nothing that only Chromium can."""

import base64
import io
from pathlib import Path

import pytest
from docx import Document

from tests.browser.conftest import serving
from tests.browser.host import hosting, page_with, policy
from tests.browser.test_offline_copy import make_offline, unzipped
from tests.nightly.browsers.visitor import Visitor, expected

ANSWERS = {"stage": "1", "resolved": "false", "urgency": "routine", "them": "police"}
CASE = {"stage": "1", "urgency": "routine", "them": "police"}
LINK = "stage=1&urgency=routine&them=police"
BEGAN = "2026-03-02"
TYPED = "Ŵyn, שלום <w:t>&amp;</w:t> =1+1\nLine two"
# A browser that is driven has no place to save to, so the file is looked at where the page hands it over.
CATCH = """() => {
    window.caught = [];
    const original = URL.createObjectURL;
    URL.createObjectURL = (blob) => (window.caught.push(blob), original(blob));
}"""
CLOSED = 'sandbox="allow-scripts"'
SHOWN = "(selector) => [...document.querySelectorAll(selector)].some(($one) => $one.getClientRects().length > 0)"
CAUGHT = """async () => {
    if (!window.caught.length) return null;
    const bytes = new Uint8Array(await window.caught.at(-1).arrayBuffer());
    return btoa(Array.from(bytes, (one) => String.fromCharCode(one)).join(""));
}"""


@pytest.fixture(scope="module")
def disk(root: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The offline copy, unzipped."""
    return unzipped(make_offline(root, tmp_path_factory.mktemp("disk"), "salford,trafford")[0])


def ask(visitor: Visitor) -> None:
    """Go through the questions, and hold the answers against CPython's: at once, by Python, and with a date."""
    visitor.answer("trafford", **ANSWERS)
    assert visitor.advice() == expected("trafford", **CASE)
    if not visitor.driver.run("() => !!document.querySelector('[data-timeline-ask] button')?.getClientRects().length"):
        visitor.press("Your answers:")
    visitor.press("Say when it began", "button")
    visitor.answer("trafford", since=BEGAN)
    visitor.wait("(day) => document.querySelector('[data-answer]').dataset.advice.includes(day)", '"due":"2026-03-16')
    assert visitor.advice() == expected("trafford", **CASE, since=BEGAN)


def cells(visitor: Visitor) -> set[str]:
    """Press the button for the Word document, and give the texts of the cells of what comes."""
    visitor.driver.run(CATCH)
    visitor.press("Word document", "button")
    found = base64.b64decode(visitor.wait(CAUGHT))
    return {cell.text for table in Document(io.BytesIO(found)).tables for cell in table._cells}


def fill_in_the_notice(visitor: Visitor) -> None:
    """Fill in a form, look it over, and find what was typed in the Word document."""
    visitor.enter("problem", TYPED)
    visitor.press("Look it over and take it with you", "button")
    visitor.reads("Line two", "[data-paper]")
    assert TYPED in cells(visitor)


def test_from_the_first_page_to_an_answer_with_its_dates(visitor: Visitor, site: str) -> None:
    visitor.open(site)
    visitor.press("Get my next step", "main a")
    visitor.press("Trafford", "main a")
    ask(visitor)
    visitor.press("Make a link to this answer", "button")
    link = visitor.wait("() => document.querySelector('[data-link] input').value")
    assert link == f"{site}trafford/next-step/#{LINK}"
    visitor.open(link)
    assert visitor.advice() == expected("trafford", **CASE)


def test_a_form_is_filled_in_and_taken_away(visitor: Visitor, site: str) -> None:
    visitor.open(f"{site}trafford/forms/notice/")
    fill_in_the_notice(visitor)


def test_a_number_is_found_by_a_part_of_it(visitor: Visitor, site: str) -> None:
    visitor.open(f"{site}search/")
    visitor.driver.fill("main input[type=search]", "603 4500")
    visitor.reads("Bridge", "main .guide-search__results li")


def test_contacts_are_filtered_and_two_areas_compared(visitor: Visitor, site: str) -> None:
    visitor.open(f"{site}contacts/")
    visitor.choose("Agency", "police")
    visitor.wait("() => document.querySelectorAll('[data-cards] > li').length > 0")
    visitor.open(f"{site}compare/#work=trafford&child=wigan")
    visitor.wait("() => /Trafford/.test(document.querySelector('main').innerText) && /≠/.test(document.body.innerText)")


def test_a_set_is_drawn_and_played_in_the_training_room(visitor: Visitor, site: str) -> None:
    visitor.open(f"{site}training/")
    visitor.press("Draw a set", "button")
    code = visitor.wait("() => document.querySelector('[data-code]')?.innerText")
    titles = visitor.text("[data-set-list]")
    visitor.open(f"{site}training/#set={code.lower()}")
    visitor.wait("(titles) => document.querySelector('[data-set-list]')?.innerText === titles", titles)
    visitor.press("Run a session", "button")
    while not visitor.driver.run("() => !!document.querySelector('[data-screen=answer]')"):
        visitor.press("Next", "button")
    answered = visitor.advice("table")
    visitor.reads(answered["headline"]["text"], "[data-answer]")


@pytest.mark.parametrize(
    "sandbox",
    ["", 'sandbox="allow-scripts allow-same-origin"', CLOSED],
    ids=["open", "of its own origin", "closed"],
)
def test_the_helper_answers_by_python_in_a_frame_of_another_site(visitor: Visitor, site: str, sandbox: str) -> None:
    frame = f'<iframe {sandbox} title="Helper" width="700" height="900" src="{site}embed/?partnership=trafford"></iframe>'
    with hosting({"": page_with(site, frame)}, policy(site)) as address:
        visitor.open(address)
        visitor.driver.enter("iframe")
        if sandbox == CLOSED and visitor.driver.version().startswith("MiniBrowser"):
            # WebKit takes a page in a closed frame for a stranger to its own site: 'self' in a policy allows it nothing.
            visitor.reads("Open the helper in a tab of its own", "a[href]")
            assert visitor.driver.run(SHOWN, "a[href*='trafford/']")
        else:
            ask(visitor)
        visitor.driver.leave()


def test_in_a_closed_frame_a_site_that_names_itself_answers_in_every_browser(visitor: Visitor, named_site: str) -> None:
    frame = f'<iframe {CLOSED} title="Helper" width="700" height="900" src="{named_site}embed/?partnership=trafford"></iframe>'
    with hosting({"": page_with(named_site, frame)}, policy(named_site)) as address:
        visitor.open(address)
        visitor.driver.enter("iframe")
        if visitor.driver.version().startswith("MiniBrowser"):
            # It starts no worker there, so no Python: the table answers, and days are not counted.
            visitor.answer("trafford", **ANSWERS)
            assert visitor.advice("table") == expected("trafford", **CASE)
            visitor.press("Say when it began", "button")
            visitor.answer("trafford", since=BEGAN)
            visitor.reads("did not let the helper start in the background")
        else:
            ask(visitor)
        visitor.driver.leave()


def test_a_kept_copy_answers_once_the_server_is_gone(visitor: Visitor, site_folder: Path) -> None:
    with serving(site_folder) as site:
        visitor.open(f"{site}offline/")
        visitor.wait(SHOWN, "[data-keep], [data-obstacle]")
        if visitor.driver.run(SHOWN, "[data-obstacle=unsupported]"):
            # WebKitGTK while it is driven keeps nothing, as in a private window; and the page says so.
            assert visitor.driver.version().startswith("MiniBrowser")
            return
        visitor.press("Keep a copy", "#copy-trafford button")
        visitor.reads("It is on this device now and works with no network.", "#copy-trafford [data-said]")
        visitor.open(f"{site}trafford/")  # the first page that the worker answers
    visitor.open(f"{site}trafford/next-step/#{LINK}")
    assert visitor.advice() == expected("trafford", **CASE)


def test_from_a_disk_everything_works_though_no_file_may_read_another(visitor: Visitor, disk: Path) -> None:
    visitor.open((disk / "index.html").as_uri())
    refused = "() => fetch('trafford/index.html').then(() => false, () => true)"
    assert visitor.driver.run(refused), "this browser is laxer than readers' are"
    visitor.driver.complaints()
    visitor.open((disk / "trafford/next-step/index.html").as_uri())
    ask(visitor)
    visitor.open((disk / "trafford/forms/notice/index.html").as_uri())
    fill_in_the_notice(visitor)
    visitor.open((disk / "search/index.html").as_uri())
    visitor.driver.fill("main input[type=search]", "603 4500")
    visitor.reads("Bridge", "main .guide-search__results li")


def test_without_webassembly_the_table_answers_and_the_reason_is_said(bare: Visitor, bare_site: str) -> None:
    bare.open(f"{bare_site}trafford/next-step/")
    bare.answer("trafford", **ANSWERS)
    assert bare.advice("table") == expected("trafford", **CASE)
    bare.press("Say when it began", "button")
    bare.answer("trafford", since=BEGAN)
    bare.reads("The days could not be counted here.")
    bare.reads("switched WebAssembly off")
    assert bare.advice("table") == expected("trafford", **CASE)


def test_without_webassembly_a_form_is_filled_in_and_printed_or_copied(bare: Visitor, bare_site: str) -> None:
    bare.open(f"{bare_site}trafford/forms/notice/")
    bare.enter("problem", TYPED)
    bare.press("Look it over and take it with you", "button")
    bare.reads("WebAssembly")
