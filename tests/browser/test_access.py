"""Barriers that axe can find, on every kind of page: light and dark, wide and narrow; and what is left on paper."""

import re
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Page, expect

from tests.browser.conversation import Conversation
from tests.browser.desk import HARD, HARD_LONG, Desk
from tests.browser.training_room import Room
from tests.partnerships import real

CASE = "stage=b&urgency=urgent&them=police"
FETCHED = (re.compile(r"/assets/engine/"), re.compile(r"/assets/tables/"))
WIDE, NARROW = {"width": 1280, "height": 900}, {"width": 360, "height": 740}
RUN = """async (rules) => {
    const only = rules.length ? { runOnly: { type: "rule", values: rules } } : {};
    const { violations } = await axe.run(document, { resultTypes: ["violations"], ...only });
    return violations.flatMap(({ id, help, nodes }) =>
        nodes.map(({ target, any }) => `${id}: ${help}: ${target} ${any[0]?.message ?? ""}`));
}"""
# What a colour scheme or a width can change; the rest is the same in each and is looked at once.
COLOURS = ["color-contrast", "link-in-text-block"]
SIZES = ["color-contrast", "target-size", "scrollable-region-focusable", "aria-hidden-focus", "link-in-text-block"]

# Colours change slowly here and there: what is looked at has to stand still.
STILL = "*, *::before, *::after, ::backdrop { transition: none !important; animation: none !important; }"

Go = Callable[[Page, str], None]


def at(path: str) -> Go:
    """Open a page."""
    return lambda page, site: void(page.goto(site + path))


def void(_: object) -> None:
    """Give nothing back."""


def open_search(page: Page, site: str) -> None:
    """Open the search with results in it."""
    page.goto(f"{site}salford/")
    page.get_by_role("banner").get_by_role("link", name="Search").click()
    page.get_by_role("searchbox").fill("police")
    expect(page.get_by_role("dialog").get_by_role("listitem").first).to_be_visible()


def open_answer(page: Page, site: str) -> None:
    """Open an answer, with all there is to unfold unfolded."""
    conversation = Conversation(page, site)
    conversation.open(CASE)
    conversation.advice()
    conversation.change("since")
    conversation.answer_all(since="2026-03-02")
    conversation.press("Make a link to this answer")
    page.evaluate("() => { for (const $one of document.querySelectorAll('details')) $one.open = true; }")


def open_mistake(page: Page, site: str) -> None:
    """Open a question that was left empty."""
    conversation = Conversation(page, site)
    conversation.open("stage=b&colour=blue")
    expect(conversation.heading("urgency")).to_be_visible()
    conversation.press("Continue")


def open_stages(page: Page, site: str) -> None:
    """Open the stages with everything unfolded."""
    page.goto(f"{site}salford/")
    page.evaluate("() => { for (const $one of document.querySelectorAll('details')) $one.open = true; }")


def open_sheet(page: Page, site: str) -> None:
    """Open a form that is half filled in, to look it over, with all there is to unfold unfolded."""
    page.goto(f"{site}salford/forms/notice/")
    desk = Desk(page, "notice")
    desk.fill({"child-name": HARD, "summary": HARD_LONG})
    desk.look()
    page.evaluate("() => { for (const $one of document.querySelectorAll('details')) $one.open = true; }")


def open_words(page: Page, site: str) -> None:
    """Open the words to use, all of them unfolded."""
    page.goto(f"{site}salford/words/")
    page.evaluate("() => { for (const $one of document.querySelectorAll('details')) $one.open = true; }")


def open_agreed(page: Page, site: str) -> None:
    """Open the dates of an answer to somebody who was challenged, with an agreed date before the stage began."""
    conversation = Conversation(page, site, "trafford")
    conversation.open("stage=1&urgency=routine&side=challenged")
    conversation.advice()
    conversation.change("since")
    conversation.answer_all(since="2026-03-02")
    page.get_by_label("A date you agreed with the other agency, if there is one").fill("2026-03-01")
    expect(page.get_by_text("Sunday 1 March 2026").first).to_be_visible()


def open_fault(page: Page, site: str) -> None:
    """Open an answer where neither the table nor Python arrives whole."""
    for files in FETCHED:
        page.context.route(files, lambda route: route.fulfill(body="<p>Log in to this network</p>", content_type="text/html"))
    page.goto(f"{site}salford/next-step/#{CASE}")
    expect(page.get_by_role("heading", name="The helper could not start")).to_be_focused()
    expect(page.locator("[data-without]")).to_be_visible()
    for files in FETCHED:
        page.context.unroute(files)


def in_the_room(way: str, step: str) -> Go:
    """Open a step of a set in the training room, with what it asks answered and what it folds unfolded."""

    def go(page: Page, site: str) -> None:
        room = Room(page, site)
        room.open()
        room.draw(number=1)
        if not way:
            return
        room.press(way)
        while page.locator(f"[data-screen^={step}]").count() == 0:
            room.press("Next")
        if step == "quiz":
            page.get_by_role("checkbox").first.check()
            room.press("Check")
        else:
            room.advice()
            page.evaluate("() => { for (const $one of document.querySelectorAll('details')) $one.open = true; }")

    return go


def open_found_contacts(page: Page, site: str) -> None:
    page.goto(f"{site}contacts/")
    page.get_by_label("Agency", exact=True).select_option("police")
    expect(page.locator("[data-cards] > li").first).to_be_visible()
    page.locator("[data-cards] summary").first.click()


KINDS: dict[str, Go] = {
    "home": at(""),
    "where": at("next-step/"),
    "stages": open_stages,
    "flowchart": at("salford/flowchart/"),
    "contacts": at("salford/contacts/"),
    "forms": at("salford/forms/"),
    "form": at("trafford/forms/notice/"),
    "sheet": open_sheet,
    "words": open_words,
    "agreed": open_agreed,
    "sources": at("salford/sources/"),
    "about": at("about/"),
    "glossary": at("glossary/"),
    "accessibility": at("accessibility/"),
    "for embedders": at("embed/guide/"),
    "alone": at("embed/?partnership=salford"),
    "alone, of which area": at("embed/?partnership=atlantis"),
    "for hosts": at("own-copy/"),
    "for those who keep it true": at("keeping-it-true/"),
    "compare": at("compare/#of=salford,wigan"),
    "compare, child elsewhere": at("compare/#work=trafford&child=wigan"),
    "search": open_search,
    "question": at("salford/next-step/"),
    "mistake": open_mistake,
    "answer": open_answer,
    "answer of its own": at("salford/next-step/b/urgent/"),
    "fault": open_fault,
    "pack": at("trafford/pack/"),
    "poster": at("wigan/poster/"),
    "briefing": at("wigan/briefing/"),
    "for your team": at("wigan/team/"),
    "all contacts": open_found_contacts,
    "offline": at("offline/"),
    "training": at("training/"),
    "training, a set": in_the_room("", ""),
    "training, an answer": in_the_room("Run a session", "answer"),
    "training, what if": in_the_room("Run a session", "what-if"),
    "training, a question": in_the_room("Study on my own", "quiz"),
    "not kept": at("offline/not-kept/#salford/contacts/"),
}


@pytest.mark.parametrize("kind", KINDS)
def test_axe_finds_no_barrier(shared_page: Page, site: str, root: Path, kind: str) -> None:
    shared_page.set_viewport_size(WIDE)  # type: ignore[arg-type]
    shared_page.goto("about:blank")
    KINDS[kind](shared_page, site)
    shared_page.add_style_tag(content=STILL)
    shared_page.evaluate((root / "node_modules/axe-core/axe.min.js").read_text(encoding="utf-8"))
    found: dict[str, Any] = {}
    for size, scheme, rules in (
        (WIDE, "light", []),
        (WIDE, "dark", COLOURS),
        (NARROW, "light", SIZES),
        (NARROW, "dark", COLOURS),
    ):
        shared_page.set_viewport_size(size)  # type: ignore[arg-type]
        shared_page.emulate_media(color_scheme=scheme)  # type: ignore[arg-type]
        found[f"{size['width']} {scheme}"] = shared_page.evaluate(RUN, rules)
    shared_page.emulate_media(color_scheme="light")
    assert {where: barriers for where, barriers in found.items() if barriers} == {}


@pytest.mark.parametrize("kind", ["", "flowchart/", "contacts/", "forms/", "words/", "sources/", "next-step/"])
@pytest.mark.parametrize("name", [name for name in real().partnerships if name != "salford"])
def test_axe_finds_no_barrier_in_any_partnerships_pages(shared_page: Page, site: str, root: Path, name: str, kind: str) -> None:
    shared_page.set_viewport_size(NARROW)  # type: ignore[arg-type]
    shared_page.goto(f"{site}{name}/{kind}")
    shared_page.evaluate((root / "node_modules/axe-core/axe.min.js").read_text(encoding="utf-8"))
    assert shared_page.evaluate(RUN, []) == []


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
