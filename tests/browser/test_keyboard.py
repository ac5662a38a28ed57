"""The journeys without a mouse: Tab, Space, Enter and the arrow keys are enough, and at every stop the focus is seen.

Once in an ordinary window, and once in one whose letters are four times as large. Every stop of every kind of page, without the way
to it, is looked at in test_access.py.
"""

import re
from typing import cast

import pytest
from playwright.sync_api import Frame, Locator, Page, expect

from tests.browser.barriers import MEASURES
from tests.browser.conversation import Conversation
from tests.browser.desk import Desk
from tests.browser.host import hosting, page_with, policy
from tests.browser.test_access import FOUR_TIMES, WIDE, stand

both_sizes = pytest.mark.parametrize("size", [WIDE, FOUR_TIMES], ids=["as it is", "four times as large"])


@pytest.fixture
def page(page: Page) -> Page:
    """A page that measures, wherever it goes, whether its focus is seen."""
    page.add_init_script(script=MEASURES)
    return page


def unseen(page: Page | Frame) -> str:
    """Give what has the focus and does not show it within a second: some things slide into view."""
    for _ in range(20):
        if not page.evaluate("() => access.hiddenFocus()"):
            break
        page.wait_for_timeout(50)
    return str(page.evaluate("() => access.hiddenFocus()"))


def tab_to(page: Page, target: Locator, most: int = 60, within: Page | Frame | None = None) -> None:
    """Press Tab until something has the focus, on the page or in a frame of it; at each stop the focus has to be seen."""
    has_begun = False
    for _ in range(most):
        page.keyboard.press("Tab")
        # A page that has just been opened may not take the first key; once it has, the focus is never lost.
        has_begun = has_begun or not page.evaluate("() => document.activeElement === document.body")
        if not has_begun:
            continue
        assert unseen(within or page) == "", "The focus is not to be seen."
        if target.evaluate("($one) => document.hasFocus() && $one === document.activeElement"):
            return
    raise AssertionError(f"{most} times Tab did not reach {target}.")


def choose(page: Page, conversation: Conversation, name: str, down: int, within: Frame | None = None) -> None:
    """Choose the n-th option from the top with the arrow keys, and go on with Enter on the button."""
    options = conversation.questions[name].options
    tab_to(page, conversation.choice(name, options[0].id), within=within)
    page.keyboard.press("Space")
    for _ in range(down):
        page.keyboard.press("ArrowDown")
    expect(conversation.choice(name, options[down].id)).to_be_checked()
    tab_to(page, (within or page).get_by_role("button", name="Continue"), within=within)
    page.keyboard.press("Enter")


def save(page: Page, button: Locator) -> str:
    """Go to a button that hands over a file, press it, and give the name of the file."""
    tab_to(page, button)
    with page.expect_download() as download:
        page.keyboard.press("Enter")
    return download.value.suggested_filename


@both_sizes
def test_from_home_to_an_answer_and_a_form_on_the_disk(
    page: Page, site: str, conversation: Conversation, size: tuple[int, int]
) -> None:
    stand(page, size)
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
    for name in ("resolved", "urgency"):
        expect(conversation.heading(name)).to_be_focused()
        assert unseen(page) == ""
        choose(page, conversation, name, 0)
    expect(conversation.heading("them")).to_be_focused()
    tab_to(page, page.get_by_role("combobox"))
    page.keyboard.type("Pol")
    tab_to(page, page.get_by_role("button", name="Continue"))
    page.keyboard.press("Space")
    advice = conversation.advice()
    assert unseen(page) == ""
    assert [way["id"] for way in advice["next"]] == ["c"]
    assert "gmp" in {contact["id"] for contact in advice["contacts"]}

    tab_to(page, conversation.answer.get_by_role("link", name=re.compile("Fill it in here")).first)
    page.keyboard.press("Enter")
    desk = Desk(page, "notice")
    expect(desk.root.get_by_role("heading", level=2).first).to_be_focused()
    assert unseen(page) == ""
    tab_to(page, desk.root.locator("textarea").first)
    page.keyboard.type("A")
    tab_to(page, desk.button("Look it over and take it with you"))
    page.keyboard.press("Enter")
    expect(desk.root.get_by_role("heading", name="Look it over")).to_be_focused()
    assert save(page, desk.button("Word document")) == "salford-notice.docx"
    tab_to(page, desk.button("Go on writing"))
    page.keyboard.press("Enter")
    expect(desk.root.locator(".eg-fill :focus")).to_have_count(1)  # the field that was passed last
    assert unseen(page) == ""

    page.go_back()
    expect(conversation.headline).to_be_focused()
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


def test_the_first_stop_of_a_page_leads_past_the_header(shared_page: Page, site: str) -> None:
    shared_page.goto(f"{site}salford/")
    shared_page.keyboard.press("Tab")
    expect(shared_page.get_by_role("link", name=re.compile("Skip to"))).to_be_focused()
    expect(shared_page.get_by_role("link", name=re.compile("Skip to"))).to_be_in_viewport()
    shared_page.keyboard.press("Enter")
    shared_page.keyboard.press("Tab")
    expect(shared_page.get_by_role("main").locator(":focus")).to_be_visible()


def test_the_keys_stop_at_everything_in_its_order_and_nowhere_else(page: Page, site: str) -> None:
    page.goto(f"{site}salford/")
    stops = page.evaluate("() => access.stops()")
    passed = []
    for _ in stops:
        page.keyboard.press("Tab")
        assert unseen(page) == ""
        passed.append(page.evaluate("() => access.here()"))
    assert passed == stops


@both_sizes
def test_a_set_is_drawn_and_studied_to_its_end(page: Page, site: str, size: tuple[int, int]) -> None:
    stand(page, size)
    page.goto(f"{site}training/")
    number = page.get_by_label("How many scenarios")
    tab_to(page, number)
    page.keyboard.press("Home")
    page.keyboard.press("Home")
    expect(number).to_have_value("1")
    tab_to(page, page.get_by_role("button", name="Draw a set"))
    page.keyboard.press("Enter")
    expect(page.get_by_role("heading", name="A set of 1 scenario")).to_be_focused()
    assert unseen(page) == ""
    tab_to(page, page.get_by_role("button", name="Study on my own"))
    page.keyboard.press("Enter")
    title, onward = page.locator("[data-screen-title]"), page.get_by_role("button", name="Next")
    expect(title).to_be_focused()
    expect(title).to_be_in_viewport()
    page.keyboard.press("ArrowRight")
    expect(page.locator("[data-screen^=quiz]")).to_be_visible()
    tab_to(page, page.get_by_role("checkbox").first)
    page.keyboard.press("Space")
    tab_to(page, page.get_by_role("button", name="Check"))
    page.keyboard.press("Enter")
    expect(page.locator("[data-feedback] h3")).to_be_focused()
    assert unseen(page) == ""
    for _ in range(20):
        if page.locator("[data-screen=summary]").count():
            break
        tab_to(page, onward, most=150)
        page.keyboard.press("Enter")
        expect(title).to_be_focused()  # without a ring: nothing can be pressed there, and a whole room looks at it
        expect(title).to_be_in_viewport()
    tab_to(page, page.get_by_role("button", name="To the set"))
    page.keyboard.press("Enter")
    expect(page.get_by_role("heading", name="A set of 1 scenario")).to_be_focused()


def test_in_a_frame_of_another_page_the_focus_is_seen_too(page: Page, site: str) -> None:
    frame_of = f'<iframe title="Helper" width="360" height="500" src="{site}embed/?partnership=trafford"></iframe>'
    with hosting({"": page_with(site, frame_of)}, policy(site)) as address:
        page.goto(address)
        frame = page.locator("iframe").element_handle().content_frame()
        assert frame is not None
        conversation = Conversation(cast(Page, frame), site, "trafford")
        expect(conversation.heading("stage")).to_be_visible()
        choose(page, conversation, "stage", 1, within=frame)
        for name in ("resolved", "urgency"):
            expect(conversation.heading(name)).to_be_focused()
            choose(page, conversation, name, 0, within=frame)
        tab_to(page, frame.get_by_role("button", name="Skip this question"), within=frame)
        page.keyboard.press("Enter")
        conversation.advice()
        assert unseen(frame) == ""
