"""The journey without a mouse: Tab, Space, Enter and the arrow keys are enough, and the reader sees where they are."""

import re

import pytest
from playwright.sync_api import Locator, Page, expect

from tests.browser.conversation import Conversation
from tests.browser.desk import Desk

SEEN = """() => {
    const $one = document.activeElement;
    const $ring = $one.matches("input[type=radio]") ? $one.closest("label") : $one;
    const { outlineStyle, outlineWidth } = getComputedStyle($ring);
    const $card = $one.querySelector(".eg-flow__card"); // a drawing has no outline: its card's edge grows
    const { top, bottom, width, height } = $ring.getBoundingClientRect();
    const edged = $card && parseFloat(getComputedStyle($card).strokeWidth) >= 3;
    const marked = $one.matches(":focus-visible, [type=date]:focus-within"); // a field for a day has parts that take the focus
    const shown = marked && (edged || (outlineStyle !== "none" && parseFloat(outlineWidth) >= 2));
    const there = width > 0 && height > 0 && bottom > 0 && top < innerHeight;
    return shown && there ? "" : $one.outerHTML.slice(0, 200);
}"""


def unseen(page: Page) -> str:
    """Give what has the focus and does not show it within a second: some things slide into view."""
    for _ in range(20):
        if not page.evaluate(SEEN):
            break
        page.wait_for_timeout(50)
    return str(page.evaluate(SEEN))


def tab_to(page: Page, target: Locator, most: int = 40) -> None:
    """Press Tab until something has the focus; at each stop the focus has to be seen."""
    has_begun = False
    for _ in range(most):
        page.keyboard.press("Tab")
        # A page that has just been opened may not take the first key; once it has, the focus is never lost.
        has_begun = has_begun or not page.evaluate("() => document.activeElement === document.body")
        if not has_begun:
            continue
        assert unseen(page) == "", "The focus is not to be seen."
        if target.evaluate("($one) => $one === document.activeElement"):
            return
    raise AssertionError(f"{most} times Tab did not reach {target}.")


def choose(page: Page, conversation: Conversation, name: str, down: int) -> None:
    """Choose the n-th option from the top with the arrow keys, and go on with Enter on the button."""
    expect(conversation.heading(name)).to_be_focused()
    assert unseen(page) == ""
    options = conversation.questions[name].options
    tab_to(page, conversation.choice(name, options[0].id))
    page.keyboard.press("Space")
    for _ in range(down):
        page.keyboard.press("ArrowDown")
    expect(conversation.choice(name, options[down].id)).to_be_checked()
    tab_to(page, page.get_by_role("button", name="Continue"))
    page.keyboard.press("Enter")


def test_from_home_to_an_answer_and_a_change_of_it(page: Page, site: str, conversation: Conversation) -> None:
    page.goto(site)
    tab_to(page, page.get_by_role("main").get_by_role("link", name="Get my next step"))
    page.keyboard.press("Enter")
    salford = page.get_by_role("link", name=re.compile("^Salford"))
    expect(salford).to_be_visible()
    tab_to(page, salford)
    page.keyboard.press("Enter")
    expect(conversation.heading("stage")).to_be_visible()
    tab_to(page, conversation.choice("stage", "start"))
    page.keyboard.press("Space")
    page.keyboard.press("ArrowDown")
    page.keyboard.press("ArrowDown")
    page.keyboard.press("Enter")  # in a choice, Enter goes on
    choose(page, conversation, "resolved", 0)
    choose(page, conversation, "urgency", 0)
    expect(conversation.heading("them")).to_be_focused()
    tab_to(page, page.get_by_role("combobox"))
    page.keyboard.type("Pol")
    tab_to(page, page.get_by_role("button", name="Continue"))
    page.keyboard.press("Space")
    advice = conversation.advice()
    assert unseen(page) == ""
    assert [way["id"] for way in advice["next"]] == ["c"]
    assert "gmp" in {contact["id"] for contact in advice["contacts"]}
    page.keyboard.press("Shift+Tab")
    expect(page.get_by_text("Your answers:")).to_be_focused()
    page.keyboard.press("Enter")
    tab_to(page, page.get_by_role("button", name="Change stage"))
    page.keyboard.press("Enter")
    expect(conversation.heading("stage")).to_be_focused()


def test_a_question_left_empty_leaves_the_focus_where_it_is(page: Page, conversation: Conversation) -> None:
    conversation.open()
    forward = page.get_by_role("button", name="Continue")
    tab_to(page, forward)
    page.keyboard.press("Enter")
    expect(page.get_by_role("alert").filter(has_text="I am not sure")).to_be_visible()
    expect(forward).to_be_focused()


@pytest.mark.parametrize(
    "path", ["", "salford/", "salford/flowchart/", "salford/contacts/", "salford/forms/", "salford/sources/", "about/"]
)
def test_every_stop_of_a_page_is_seen(shared_page: Page, site: str, path: str) -> None:
    shared_page.goto(site + path)
    first = shared_page.locator("body")
    for stop in range(60):
        shared_page.keyboard.press("Tab")
        if stop and first.evaluate("($one) => document.activeElement === $one"):
            break
        assert shared_page.evaluate(SEEN) == "", f"Stop {stop + 1} has the focus and does not show it."


def test_the_first_stop_of_a_page_leads_past_the_header(shared_page: Page, site: str) -> None:
    shared_page.goto(f"{site}salford/")
    shared_page.keyboard.press("Tab")
    expect(shared_page.get_by_role("link", name=re.compile("Skip to"))).to_be_focused()
    expect(shared_page.get_by_role("link", name=re.compile("Skip to"))).to_be_in_viewport()
    shared_page.keyboard.press("Enter")
    shared_page.keyboard.press("Tab")
    expect(shared_page.get_by_role("main").locator(":focus")).to_be_visible()


def test_a_form_is_filled_in_looked_over_and_taken_away(page: Page, site: str) -> None:
    page.goto(f"{site}trafford/forms/notice/")
    desk = Desk(page, "notice")
    tab_to(page, desk.root.get_by_label("Name:"))
    page.keyboard.type("A")
    tab_to(page, desk.root.get_by_label("Initial Child Protection Conference (agreement / dissent)"))
    page.keyboard.press("Space")
    tab_to(page, desk.button("Look it over and take it with you"))
    page.keyboard.press("Enter")
    expect(desk.root.get_by_role("heading", name="Look it over")).to_be_focused()
    tab_to(page, desk.button("Word document"))
    with page.expect_download() as download:
        page.keyboard.press("Enter")
    assert download.value.suggested_filename == "trafford-notice.docx"
    tab_to(page, desk.button("Go on writing"))
    page.keyboard.press("Enter")
    expect(desk.root.locator("textarea").last).to_be_focused()  # the field that was passed last
    assert unseen(page) == ""
    assert desk.entries()["completed-name"] == "A"
