"""A site of hostile procedures in a real browser: every page and every feature shows the attempts as text, and none of them runs.

The page is watched (conftest.py): a request to another host, a missing file, or a complaint in the console fails the test.
"""

import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Dialog, Page, expect

from helper.publish.questions import questions
from tests.browser.conftest import serving, watched
from tests.browser.conversation import Conversation
from tests.browser.desk import Desk
from tests.browser.test_privacy import NOTHING, STORED
from tests.hostile.payloads import BEGINNINGS, ELEMENT, ENDINGS, RUN
from tests.hostile.procedures import FIRST, SECOND, read_hostile

# What runs says so in the console, where the watch hears it.
CANARY = f"window.{RUN.removesuffix('()')} = () => console.error('A text was run as code.');"
MADE = f"""() => [...document.querySelectorAll(
    '{ELEMENT}, img, base, meta[http-equiv]:not([http-equiv=Content-Security-Policy]), style,' +
    'script:not([src]):not([type="text/plain"]), object, embed, iframe[srcdoc],' +
    '[onerror], [onload], [onclick], [onfocus], [onmouseover], link[href*="evil.example"],' +
    'a[href*="evil.example"]:not([href^="mailto:office@northmere.example?subject="])'
)].map(($one) => $one.outerHTML.slice(0, 200))"""
# Of the answers that have a page of their own one is enough here; tests/nightly opens them all.
STEPS, STEP = "next-step/*/*", "next-step/tier-1/significant_harm"


class Attacked(Conversation):
    """A reader at the next-step page of a hostile partnership."""

    def __init__(self, page: Page, site: str, partnership: str = FIRST) -> None:
        self.page, self.address = page, f"{site}{partnership}/next-step/"
        self.model = read_hostile()[partnership]
        self.questions = {question.id: question for question in questions(self.model)}


@pytest.fixture(scope="module")
def hostile(hostile_site: Path) -> Iterator[str]:
    """The address of the hostile site."""
    with serving(hostile_site) as address:
        yield address


@pytest.fixture(scope="module")
def bait(browser: Browser) -> Iterator[Page]:
    """One watched page for all tests here; a question of the browser's own would fail a test too."""
    # Without the pages' own policy: it would keep a text from running that had got out of its place.
    context = browser.new_context(bypass_csp=True)
    context.add_init_script(CANARY)
    page, asked = context.new_page(), list[str]()

    def hear(dialog: Dialog) -> None:
        if dialog.type != "beforeunload":  # which the site itself asks, of a form that was begun
            asked.append(dialog.message)
        dialog.accept()

    with watched(page, []):
        page.on("dialog", hear)
        yield page
        assert asked == []
    context.close()


def is_inert(page: Page) -> None:
    """Hold the page to elements of ours, within its frames too."""
    for frame in page.frames:
        assert frame.evaluate(MADE) == [], frame.url


def kinds_of_page(folder: Path) -> Iterator[str]:
    """Name a page of each kind: those that all areas share, and those of one partnership."""
    for file in sorted(folder.rglob("index.html")):
        path = file.parent.relative_to(folder)
        if path.parts[:1] != (SECOND,) and (not path.match(f"{FIRST}/{STEPS}") or path == Path(FIRST, STEP)):
            yield "" if path == Path() else f"{path.as_posix()}/"


def test_no_page_makes_anything_of_its_texts(bait: Page, hostile: str, hostile_site: Path) -> None:
    paths = [*kinds_of_page(hostile_site), f"embed/?partnership={FIRST}"]
    assert len(paths) > 20
    for path in paths:
        bait.goto(hostile + path)
        expect(bait.get_by_role("heading", level=1)).to_be_attached()
        is_inert(bait)


def test_the_helper_answers_in_words_and_hands_over_files(bait: Page, hostile: str, tmp_path: Path) -> None:
    conversation = Attacked(bait, hostile)
    conversation.open("stage=tier-1&resolved=false&urgency=significant_harm&them=probation&area=north-vale")
    conversation.advice()
    is_inert(bait)
    conversation.change("since")
    conversation.answer_all(since="2026-03-02T09:30")
    is_inert(bait)
    card = conversation.answer.locator("[data-card]").first
    with bait.expect_download() as download:
        card.click()
    assert re.fullmatch(r"[a-z0-9-]+\.vcf", download.value.suggested_filename)
    with bait.expect_download() as download:
        bait.get_by_role("button", name=re.compile("calendar", re.I)).filter(visible=True).first.click()
    assert re.fullmatch(r"[a-z0-9-]+\.ics", download.value.suggested_filename)
    is_inert(bait)
    assert bait.evaluate(STORED) == NOTHING


def test_a_form_takes_attempts_as_words_from_the_first_letter_to_the_draft_opened_again(
    bait: Page, hostile: str, tmp_path: Path
) -> None:
    (form,) = (form for form in read_hostile()[FIRST].forms if form.available)
    bait.goto(f"{hostile}{FIRST}/forms/{form.id}/")
    desk = Desk(bait, form.id)
    desk.fill(
        {"name": " ".join(BEGINNINGS).replace("\n", " "), "about": "\n".join(ENDINGS), "day": "2026-03-02", "steps.0.1": ENDINGS[0]}
    )
    sheet = desk.look()
    for attempt in ENDINGS:
        assert attempt in sheet.evaluate("$sheet => $sheet.textContent")
    is_inert(bait)
    assert re.fullmatch(r"[a-z0-9-]+\.docx", desk.save("Word document", tmp_path).name)
    desk.press("Go on writing")
    draft = desk.save("Save the draft to a file", tmp_path)
    # A draft that was tampered with: entries that fit no field are shown as what is left over.
    draft.write_text(
        draft.read_text("utf-8").replace('"entries": {', f'"entries": {{"{ELEMENT}<img src=x onerror={RUN}>": "<x-owned>",')
    )
    bait.reload()
    desk.open_draft(draft)
    expect(desk.root).to_contain_text("<x-owned>")
    is_inert(bait)


def test_search_and_the_contacts_show_what_they_find_as_words(bait: Page, hostile: str) -> None:
    bait.goto(hostile)
    bait.get_by_role("banner").get_by_role("link", name="Search").click()
    for typed in ("police", "owned onerror", f"<img src=x onerror={RUN}>", "0161 496 0122"):
        bait.get_by_role("dialog").get_by_role("searchbox").fill(typed)
        expect(bait.get_by_role("dialog").get_by_role("listitem").first).to_be_visible()
        is_inert(bait)
    bait.goto(f"{hostile}contacts/")
    for typed in ("police", "script", f"\"'><img src=x onerror={RUN}>"):
        bait.get_by_label("Service, name, role, number, area or agency").fill(typed)
        expect(bait.locator("[data-found]")).not_to_be_empty()
        is_inert(bait)
    bait.goto(f"{hostile}{FIRST}/contacts/")
    bait.get_by_role("searchbox").or_(bait.get_by_role("textbox")).filter(visible=True).last.fill("<x-owned>")
    is_inert(bait)


def test_areas_beside_each_other_a_session_and_a_preview_are_made_of_words(bait: Page, hostile: str) -> None:
    bait.goto(f"{hostile}compare/#of={FIRST},{SECOND}")
    expect(bait.locator("[data-topic=stages] .eg-cell:visible")).to_have_count(2)
    bait.goto(f"{hostile}compare/#work={FIRST}&child={SECOND}")
    is_inert(bait)
    bait.goto(f"{hostile}training/")
    bait.get_by_role("button", name="Draw a set", exact=True).click()
    expect(bait.get_by_role("heading", name=re.compile("A set of"))).to_be_focused()
    is_inert(bait)
    for key in ["ArrowRight"] * 12:
        bait.keyboard.press(key)
        is_inert(bait)
    bait.goto(f"{hostile}embed/guide/")
    bait.get_by_label("Which procedure?").select_option(index=0)
    bait.get_by_role("button", name="Show it here").click()
    expect(bait.frame_locator("escalation-helper iframe").get_by_role("heading", level=1)).to_be_attached()
    is_inert(bait)


@pytest.mark.parametrize("attempt", [f"'\"><script>{RUN}</script><img src=x onerror={RUN}>", "javascript:alert(1)//../../../etc"])
def test_a_forged_link_is_no_more_than_a_wrong_id(bait: Page, hostile: str, attempt: str) -> None:
    forged = re.sub(r"[^\w]", lambda sign: f"%{ord(sign[0]):02X}", attempt)
    for path in (
        f"{FIRST}/next-step/#stage={forged}&urgency={forged}&them={forged}&{forged}={forged}",
        f"next-step/#partnership={forged}&stage={forged}",
        f"embed/?partnership={forged}&theme={forged}#stage={forged}",
        f"compare/#of={forged},{FIRST}",
        f"compare/#work={forged}&child={forged}",
        f"training/#set={forged}",
        f"offline/not-kept/?{forged}={forged}#{forged}",
        f"{FIRST}/contacts/#{forged}",
    ):
        bait.goto("about:blank")
        bait.goto(hostile + path)
        expect(bait.get_by_role("heading").first).to_be_attached()
        is_inert(bait)
        assert bait.url.startswith(hostile)
