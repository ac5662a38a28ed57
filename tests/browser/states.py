"""What a reader does on a page to bring it into another state: each takes a page that is open, and leaves it there."""

import json
import re
from collections.abc import Callable

from playwright.sync_api import Page, expect

from tests.browser.conversation import Conversation
from tests.browser.desk import HARD, HARD_LONG, Desk
from tests.browser.training_room import SCENARIOS as BY_TITLE
from tests.browser.training_room import Room

Act = Callable[[Page], object]

FETCHED = (re.compile(r"/assets/engine/"), re.compile(r"/assets/tables/"))
SCENARIOS = list(BY_TITLE.values())
UNFOLD = "() => { for (const $one of document.querySelectorAll('details')) $one.open = true; }"


def unfold(page: Page) -> None:
    """Unfold everything."""
    page.evaluate(UNFOLD)


def site_of(page: Page, address: str) -> str:
    """Give where the site of a page is, by the page's own address in it."""
    return page.url.removesuffix(address)


# The search


def search(typed: str) -> Act:
    """Open the search and type."""

    def act(page: Page) -> None:
        page.get_by_role("banner").get_by_role("link", name="Search").click()
        page.get_by_role("searchbox").last.fill(typed)
        expect(page.get_by_role("dialog").get_by_role("status")).to_contain_text("ound" if typed == "xylophone" else "result")

    return act


# The helper


def questions(partnership: str, **answers: str) -> Act:
    """Answer some questions, and stand at the next."""

    def act(page: Page) -> None:
        conversation = Conversation(page, "", partnership)
        for name, value in answers.items():
            conversation.give(name, value)

    return act


def ask(partnership: str, name: str) -> Act:
    """Go back from the answer to a question."""

    def act(page: Page) -> None:
        conversation = Conversation(page, "", partnership)
        conversation.advice()
        conversation.change(name)

    return act


def leave_empty(page: Page) -> None:
    """Go on without an answer."""
    page.get_by_role("button", name="Continue").click()
    expect(page.get_by_role("alert").filter(visible=True).first).to_be_visible()


def answer(partnership: str, since: str = "") -> Act:
    """Wait for the answer, give the day if there is one, and unfold everything."""

    def act(page: Page) -> None:
        conversation = Conversation(page, "", partnership)
        conversation.advice()
        if since:
            conversation.change("since")
            conversation.answer_all(since=since)
            expect(page.locator("[data-timeline-shown]")).not_to_be_empty()
        conversation.press("Make a link to this answer")
        unfold(page)

    return act


def begun_before(partnership: str) -> Act:
    """Give a day, and a date agreed before it."""

    def act(page: Page) -> None:
        answer(partnership, "2026-03-02")(page)
        page.get_by_label("A date you agreed with the other agency, if there is one").fill("2026-03-01")
        expect(page.get_by_text("Sunday 1 March 2026").first).to_be_visible()

    return act


def form_beside(page: Page) -> None:
    """Open a form beside its answer, write in it, and begin to start again."""
    conversation = Conversation(page, "")
    conversation.advice()
    conversation.answer.get_by_role("link", name=re.compile("Fill it in here")).first.click()
    Desk(page, "notice").fill({"child-name": HARD})


def about_to_begin_anew(page: Page) -> None:
    """Be asked whether a form that was begun is to be cleared."""
    form_beside(page)
    page.get_by_role("button", name="Back to the answer").click()
    page.get_by_role("button", name="Start again").click()
    expect(page.get_by_role("button", name="No, keep it")).to_be_focused()


def fault(page: Page) -> None:
    """Get neither the table nor Python whole."""
    for files in FETCHED:
        page.context.route(files, lambda route: route.fulfill(body="<p>Log in to this network</p>", content_type="text/html"))
    page.reload()
    expect(page.get_by_role("heading", name="The helper could not start")).to_be_focused()
    expect(page.locator("[data-without]")).to_be_visible()
    for files in FETCHED:
        page.context.unroute(files)


# Forms


def half_written(page: Page) -> None:
    """Write in a form, and leave a day half typed."""
    desk = Desk(page, "notice")
    desk.fill({"child-name": HARD, "summary": HARD_LONG})
    page.locator("input[type=date]").first.press("1")
    desk.press("Save the draft to a file")
    expect(desk.told()).to_contain_text("A date is not whole.")


def looked_over(name: str, entries: dict[str, str]) -> Act:
    """Write in a form and look it over."""

    def act(page: Page) -> None:
        desk = Desk(page, name)
        desk.fill(entries)
        desk.look()
        unfold(page)

    return act


def about_to_clear(page: Page) -> None:
    """Be asked whether a form is to be cleared."""
    desk = Desk(page, "notice")
    desk.fill({"child-name": HARD})
    desk.press("Clear everything")
    expect(page.get_by_role("button", name="No, keep it")).to_be_focused()


def draft_with_more(page: Page) -> None:
    """Open a draft that holds more than the form does."""
    desk = Desk(page, "notice")
    with page.expect_download() as download:
        desk.press("Save the draft to a file")
    draft = json.loads(download.value.path().read_text(encoding="utf-8"))
    draft["entries"]["a-field-that-went"] = HARD_LONG
    with page.expect_file_chooser() as chooser:
        desk.press("Open a draft")
    chooser.value.set_files({"name": "draft.json", "mimeType": "application/json", "buffer": json.dumps(draft).encode()})
    expect(desk.told()).to_have_text("The draft was opened.")


# Contacts


def filtered(typed: str) -> Act:
    """Filter a contact list."""
    return lambda page: page.get_by_label(re.compile("^Filter")).fill(typed)


def found(page: Page) -> None:
    """Look contacts up in all lists."""
    page.get_by_label("Agency", exact=True).select_option("police")
    expect(page.locator("[data-cards] > li").first).to_be_visible()
    expect(page.locator("[data-found]")).to_contain_text("found")
    unfold(page)


def found_none(page: Page) -> None:
    """Look up what nobody is called."""
    page.get_by_role("searchbox").fill("xylophone")
    expect(page.locator("[data-found]")).to_contain_text("Nothing found")


# Comparing


def hide_and_unfold(page: Page) -> None:
    """Leave out what no text says, and show the rest in full."""
    page.get_by_label("Hide what no text says").check()
    page.get_by_label("Show everything in full").check()


# The training room


def wrong_code(page: Page) -> None:
    """Type a code that is none."""
    page.get_by_label("Code", exact=True).fill("ABCD-EFGH")
    page.get_by_role("button", name="Open the set").click()
    expect(page.locator("[data-code-form] [data-error]")).to_be_visible()


def in_the_room(way: str = "", step: str = "") -> Act:
    """Open a set, and go to a step of it."""

    def act(page: Page) -> None:
        room = Room(page, site_of(page, "training/"))
        room.open_scenario(SCENARIOS[0])
        if not way:
            return
        room.press(way)
        while page.locator(f"[data-screen^={step}]").count() == 0:
            room.press("Next")
        if step in ("answer", "what-if"):
            room.advice()
        unfold(page)

    return act


def none_ticked(page: Page) -> None:
    """Have a question checked without an answer."""
    in_the_room("Study on my own", "quiz")(page)
    page.get_by_role("button", name="Check").click()
    expect(page.get_by_role("alert").filter(visible=True)).to_be_visible()


def first_ticked(page: Page) -> None:
    """Answer a question for somebody who studies alone with its first choice."""
    in_the_room("Study on my own", "quiz")(page)
    page.get_by_role("checkbox").first.check()
    page.get_by_role("button", name="Check").click()
    expect(page.locator("[data-feedback]")).to_be_visible()


def what_if_changed(page: Page) -> None:
    """Change the case, so that the answer says what became different."""
    in_the_room("Run a session", "what-if")(page)
    page.get_by_label("Urgency").select_option("immediate")
    expect(page.locator("[data-changed]")).to_contain_text("hange")
    unfold(page)


# Copies, age and newer editions


def copies_known(page: Page) -> None:
    """Wait until the page knows what is kept."""
    expect(page.locator("[data-total]")).not_to_be_empty()
    expect(page.locator("[data-copies]")).not_to_contain_text("Looking at")


def without_copies(page: Page) -> None:
    """See every reason for which nothing can be kept; a browser has one of them at a time."""
    copies_known(page)
    page.evaluate("() => { for (const $one of document.querySelectorAll('[data-obstacle]')) $one.hidden = false; }")


def grown_old(page: Page) -> None:
    """Leave the page open for a hundred days."""
    page.evaluate("""() => {
        const later = Date.now() + 100 * 86_400_000;
        Date.now = () => later;
        document.dispatchEvent(new Event("visibilitychange"));
    }""")
    expect(page.get_by_role("complementary", name="Age of this page")).to_be_visible()


def newer_offered(page: Page) -> None:
    """See a newer edition offered, as helper/web/update.js does it; test_updates.py comes there by a real one."""
    page.evaluate("""() => {
        const said = "A newer version, built on Monday 23 November 2026, is on this device.";
        document.querySelector("[data-update]").hidden = false;
        document.querySelector("[data-update-text]").textContent = said;
    }""")


# In a frame


def closed_in(page: Page) -> None:
    """See what is said where the page around it closes the helper in; test_embed_closed.py comes there by a real frame."""
    page.evaluate("() => { document.querySelector('[data-closed]').hidden = false; }")
