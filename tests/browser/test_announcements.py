"""What a screen reader is told without asking: every change that has no focus of its own, once, and none of it missed."""

import re
from collections.abc import Callable

import pytest
from playwright.sync_api import Page, expect

from tests.browser.barriers import bring_measures, measure
from tests.browser.conversation import Conversation
from tests.browser.desk import Desk
from tests.browser.fickle import FickleSite
from tests.browser.shelf import DONE, Shelf
from tests.browser.training_room import Room

MISTAKE = "Choose one of the answers. If you do not know, choose “I am not sure”."


@pytest.fixture
def listening(page: Page) -> Page:
    """A page that may use the clipboard."""
    page.context.grant_permissions(["clipboard-read", "clipboard-write"])
    return page


def listen(page: Page) -> None:
    """Begin to note what is said."""
    bring_measures(page)
    measure(page, "listen()")


def hear(page: Page, last: str) -> list[str]:
    """Wait until this is said, and give all that was said since it was asked last. Only what is under way may be missed."""
    page.wait_for_function("last => access.said.some((one) => one.includes(last))", arg=last)
    said, missed = page.evaluate("() => [access.said.splice(0), access.missed.splice(0)]")
    assert [one for one in missed if not one.endswith(" ...")] == [], "It came together with its region."
    return [str(one) for one in said]


def test_an_answer_is_read_from_its_headline_and_its_days_are_told_once(listening: Page, site: str) -> None:
    conversation = Conversation(listening, site, "trafford")
    conversation.open("stage=1")
    listen(listening)
    conversation.give("urgency", "routine")
    conversation.give("them", "police")
    conversation.advice()
    assert measure(listening, "said") == []  # the focus is on the headline, which is read
    conversation.change("since")
    conversation.answer_all(since="2026-03-02")
    told = hear(listening, "The days are counted below.")
    assert [one for one in told if one != "Counting the days ..."] == ["The days are counted below. All the dates"]

    listening.get_by_label("A date you agreed with the other agency, if there is one").fill("2026-03-04")
    assert [one[:35] for one in hear(listening, "Noted")] == ["Noted as agreed: Wednesday 4 March "]
    listening.get_by_role("button", name="Put these dates into my calendar").click()
    assert len(hear(listening, "handed to your browser")) <= 2
    for _ in range(2):  # the same words are news again
        conversation.press("Make a link to this answer")
        assert hear(listening, "Copied") == ["Copied."]
    listening.get_by_role("button", name=re.compile("^Save as a contact card")).first.click()
    assert hear(listening, "Handed to your browser")[-1].startswith("Handed to your browser. Check it")
    listening.locator("[data-copy-button]:visible").or_(listening.locator("details:has([data-copy-button]) summary")).first.click()
    listening.locator("[data-copy-button]:visible").first.click()
    assert hear(listening, "Copied") == ["Copied."]


def test_a_mistake_is_told_each_time_and_belongs_to_its_question(listening: Page, site: str) -> None:
    conversation = Conversation(listening, site)
    conversation.open("stage=b&colour=blue")
    listen(listening)
    for _ in range(2):
        conversation.press("Continue")
        assert hear(listening, "Choose one") == [MISTAKE]
    group = listening.get_by_role("group", name=conversation.questions["urgency"].title)
    expect(group).to_have_accessible_description(MISTAKE)
    conversation.give("urgency", "routine")
    expect(group).not_to_be_visible()
    assert measure(listening, "said") == []


def test_a_form_says_how_each_act_ended_and_keeps_the_focus(listening: Page, site: str) -> None:
    listening.goto(f"{site}salford/forms/notice/")
    desk = Desk(listening, "notice")
    listen(listening)
    desk.fill({"child-name": "A"})
    assert measure(listening, "said") == []
    desk.press("Save the draft to a file")
    assert hear(listening, "handed to your browser")[-1].startswith("The draft was handed to your browser")
    desk.look()
    desk.press("Copy as plain text")
    assert hear(listening, "Copied")[-1] == "Copied. Paste it into your case system."
    desk.press("Word document")
    assert hear(listening, "handed to your browser")[-1].startswith("The Word document was handed")
    desk.press("Go on writing")
    desk.press("Clear everything")
    expect(listening.get_by_role("group", name="Clear everything that is written in this form?")).to_be_visible()
    expect(listening.get_by_role("button", name="No, keep it")).to_be_focused()
    desk.press("Yes, clear it")
    assert hear(listening, "cleared") == ["Everything was cleared."]
    expect(desk.button("Clear everything")).to_be_focused()


def test_keeping_a_copy_is_told_by_quarters_and_how_it_ended_once(shelf: Shelf, fickle: FickleSite) -> None:
    listen(shelf.page)
    held = fickle.hold(fickle.find("assets/engine/*.wasm"))
    shelf.press("Keep a copy", "Salford")
    hear(shelf.page, "% is here.")
    shelf.press("Cancel", "Salford")
    assert hear(shelf.page, "Cancelled") == ["Cancelled. Nothing new was kept. Copies made before are as they were."]
    held.set()
    shelf.press("Keep a copy", "Salford")
    told = hear(shelf.page, DONE)
    assert told[-1] == DONE
    assert [one for one in told[:-1] if not re.fullmatch("(25|50|75) % is here.", one)] == []
    assert len(told) == len(set(told)) <= 4
    shelf.press("Remove it", "Salford")
    assert hear(shelf.page, "no longer") == ["It is no longer on this device."]


def search_dialog(page: Page) -> None:
    page.get_by_role("banner").get_by_role("link", name="Search").click()
    page.get_by_role("searchbox").last.press_sequentially("police")


def filter_box(page: Page) -> None:
    page.get_by_label(re.compile("^Filter")).press_sequentially("police")


def finder(page: Page) -> None:
    page.get_by_role("searchbox").press_sequentially("police")


def areas(page: Page) -> None:
    page.get_by_role("checkbox", name="Harrow").uncheck()


def sorts(page: Page) -> None:
    page.get_by_label("Only these", exact=True).check()


@pytest.mark.parametrize(
    ("path", "act", "said"),
    [
        ("salford/", search_dialog, "result"),
        ("salford/contacts/", filter_box, "entries"),
        ("contacts/", finder, "found"),
        ("compare/", areas, "areas side by side"),
        ("training/", sorts, "The set takes"),
    ],
    ids=["search", "filter", "all contacts", "compare", "training"],
)
def test_what_was_found_is_told_once_when_the_reader_pauses(
    shared_page: Page, site: str, path: str, act: Callable[[Page], None], said: str
) -> None:
    shared_page.goto("about:blank")
    shared_page.goto(site + path)
    listen(shared_page)
    act(shared_page)
    assert len(hear(shared_page, said)) == 1


def test_a_training_answer_says_what_changed_once(listening: Page, site: str) -> None:
    room = Room(listening, site)
    room.open()
    room.draw("Salford", number=1)
    listen(listening)
    room.press("Run a session")
    while listening.locator("[data-screen=what-if]").count() == 0:
        room.press("Next")
    room.advice()
    measure(listening, "said.splice(0)")
    urgency = listening.get_by_label("Urgency")
    urgency.select_option("routine" if urgency.input_value() == "immediate" else "immediate")
    told = hear(listening, "hange")
    assert [one for one in told if "hange" in one] == told[:1]
