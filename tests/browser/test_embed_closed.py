"""The helper in a frame that keeps it from its own site (`sandbox="allow-scripts"`): it may fetch, store and open nothing."""

import re
from collections.abc import Iterator
from typing import cast

import pytest
from playwright.sync_api import Frame, Page, expect

from tests.browser.conversation import Conversation
from tests.browser.desk import HARD_LONG, Desk
from tests.browser.host import hosting, page_with, policy

NAME = "trafford"
CASE = {"stage": "1", "resolved": "false", "urgency": "routine", "them": "police"}
ENGINE = re.compile(r"/assets/engine/")
# What a browser says of each thing that the frame refuses; nothing else may be heard.
REFUSED = re.compile("sandbox|Permissions policy violation: The Clipboard API")


@pytest.fixture(scope="module")
def intranet(site: str) -> Iterator[str]:
    """The address of a page that closes the helper in."""
    frame = f'<iframe sandbox="allow-scripts" title="Helper" width="700" height="900" src="{site}embed/?partnership={NAME}">'
    with hosting({"": page_with(site, f"{frame}</iframe>")}, policy(site)) as address:
        yield address


def opened(page: Page, address: str) -> Frame:
    """Open the page around, and give the one in the frame."""
    page.goto(address)
    found = page.locator("iframe").element_handle().content_frame()
    assert found is not None
    assert found.evaluate("() => self.origin") == "null"
    return found


def refused_only(faults: list[str]) -> None:
    """Let pass what a browser says of what the frame refuses."""
    assert [fault for fault in faults if not REFUSED.search(fault)] == []
    faults.clear()


def test_python_answers_and_the_way_leads_back_and_forward(page: Page, site: str, intranet: str, faults: list[str]) -> None:
    frame = opened(page, intranet)
    conversation = Conversation(cast(Page, frame), site, NAME)
    conversation.answer_all(**CASE)
    conversation.change("since")
    conversation.press("Back")
    conversation.advice()
    conversation.change("since")
    assert "2026-03-16" in [limit["due"] for limit in conversation.answer_all(since="2026-03-02")["deadlines"]]
    page.evaluate("() => history.back()")
    expect(conversation.heading("since")).to_be_visible()
    page.evaluate("() => history.forward()")
    conversation.advice()
    conversation.press("Make a link to this answer")
    shared = frame.get_by_role("textbox", name=re.compile("This link holds only your choices"))
    expect(shared).to_have_value(f"{site}{NAME}/next-step/#stage=1&urgency=routine&them=police")
    address = frame.get_by_role("textbox", name="Address of the helper")
    expect(address).to_have_value(f"{site}{NAME}/next-step/")
    refused_only(faults)


def test_a_form_is_written_looked_over_and_cleared_and_what_is_refused_is_said(
    page: Page, site: str, intranet: str, faults: list[str]
) -> None:
    frame = opened(page, intranet)
    conversation = Conversation(cast(Page, frame), site, NAME)
    conversation.answer_all(**{**CASE, "stage": "2"})
    conversation.answer.get_by_role("link", name=re.compile("Fill it in here")).first.click()
    desk = Desk(cast(Page, frame), "notice")
    desk.fill({"problem": HARD_LONG})
    desk.look()
    desk.press("Word document")
    expect(desk.told()).to_contain_text("If it is not among your downloads, the page around this helper holds it back")
    desk.root.get_by_role("button", name="Print or save").click()
    expect(desk.root.get_by_text("If nothing opened to print, the page around this helper holds it back")).to_be_visible()
    frame.get_by_role("button", name="Back to the answer").click()
    for agreed, left in (("No, keep it", {"problem": HARD_LONG}), ("Yes, start again", {})):
        conversation.press("Start again")
        expect(frame.get_by_role("group", name="Start again, and clear the form that you have begun?")).to_be_visible()
        conversation.press(agreed)
        expect(frame.get_by_role("group", name="Start again, and clear")).to_be_hidden()
        assert desk.entries() == left
    expect(conversation.heading("stage")).to_be_focused()
    refused_only(faults)


def test_the_table_answers_where_python_is_missing(page: Page, site: str, intranet: str, faults: list[str]) -> None:
    page.context.route(ENGINE, lambda route: route.abort())
    conversation = Conversation(cast(Page, opened(page, intranet)), site, NAME)
    for name, value in CASE.items():
        conversation.give(name, value)
    conversation.advice(by="table")
    faults.clear()
