"""Nothing of a case leaves the page: no request, no storage, no trace in the address or in the history."""

import json
import re
from pathlib import Path
from urllib.parse import urlsplit

import pytest
from playwright.sync_api import Page, Request, expect

from helper.engine.model import Form
from tests.browser.conversation import Conversation
from tests.browser.desk import FORMS, NAMES, Desk, entries_for

ANSWERS = {"stage": "b", "resolved": "false", "urgency": "significant_harm", "them": "police"}
STORED = """async () => ({
    local: { ...localStorage },
    session: { ...sessionStorage },
    databases: await indexedDB.databases(),
    caches: await caches.keys(),
    workers: (await navigator.serviceWorker.getRegistrations()).length,
    cookies: document.cookie,
    window: window.name,
})"""
NOTHING = {"local": {}, "session": {}, "databases": [], "caches": [], "workers": 0, "cookies": "", "window": ""}


def test_a_whole_journey_stores_nothing_and_asks_for_nothing_but_files_of_the_site(
    page: Page, site: str, conversation: Conversation
) -> None:
    asked: list[Request] = []
    page.context.on("request", lambda request: asked.append(request))
    page.goto(site)
    conversation.open()
    conversation.answer_all(**ANSWERS)
    conversation.change("since")
    conversation.answer_all(since="2026-03-02T09:30")
    conversation.press("Make a link to this answer")
    assert page.evaluate(STORED) == NOTHING
    assert page.context.cookies() == []
    words = re.compile("significant|police|2026-03|gmp|urgency|stage")
    for request in asked:
        address = urlsplit(request.url)
        assert request.method == "GET"
        assert request.post_data is None
        assert address.path.startswith("/guide/"), request.url
        assert re.fullmatch(r"|v=[0-9a-f]+", address.query), request.url
        assert not words.search(address.path), request.url


def test_once_the_engine_stands_answers_cause_no_request_at_all(page: Page, conversation: Conversation) -> None:
    conversation.open()
    conversation.answer_all(**ANSWERS)
    asked: list[str] = []
    page.context.on("request", lambda request: asked.append(request.url))
    for stage in ("start", "a", "c"):
        conversation.change("stage")
        conversation.answer_all(stage=stage)
    conversation.press("Start again")
    conversation.answer_all(**ANSWERS)
    assert asked == []


def test_the_address_and_the_history_hold_a_views_name_only(page: Page, conversation: Conversation) -> None:
    conversation.open()
    seen = []
    for name, value in ANSWERS.items():
        seen.append(page.evaluate("history.state"))
        conversation.give(name, value)
        expect(page).to_have_url(conversation.address)
    conversation.advice()
    seen.append(page.evaluate("history.state"))
    assert [state["view"] for state in seen] == [*ANSWERS, "answer"]
    assert [state["behind"] for state in seen] == [list(ANSWERS)[:number] for number in range(len(seen))]
    assert {name for state in seen for name in state} == {"view", "behind"}
    assert not re.search("police|significant", json.dumps(seen).replace('"them"', ""))


def test_what_is_searched_for_is_kept_nowhere(page: Page, site: str) -> None:
    page.goto(site)
    page.get_by_role("banner").get_by_role("link", name="Search").click()
    page.get_by_role("searchbox").fill("0161 603 4500")
    expect(page.get_by_role("dialog").get_by_role("listitem").first).to_be_visible()
    assert page.evaluate(STORED) == NOTHING
    expect(page).to_have_url(site)


def test_a_form_filled_in_causes_no_request_stores_nothing_and_leaves_no_trace_in_the_address(
    page: Page, conversation: Conversation, tmp_path: Path
) -> None:
    """From the first letter to the last file."""
    conversation.open()
    conversation.answer_all(**ANSWERS)
    with page.expect_response(re.compile(r"\.docx$")):  # the blank, when the form is opened and not when it is begun
        conversation.answer.get_by_role("link", name=re.compile("Fill it in here")).first.click()
    desk, (_, form) = Desk(page, "notice"), FORMS[NAMES.index("salford-notice")]
    asked: list[Request] = []
    page.context.on("request", lambda request: asked.append(request))
    desk.fill(entries_for(form))
    desk.look()
    for name in ("Word document", "Save as plain text"):
        desk.save(name, tmp_path)
    desk.press("Copy as plain text")
    desk.press("Go on writing")
    desk.open_draft(desk.save("Save the draft to a file", tmp_path))
    desk.press("No, keep what is written")
    expect(desk.told()).to_have_text("Nothing was changed.")
    assert [request.url for request in asked if not request.url.startswith("blob:")] == []
    assert page.evaluate(STORED) == NOTHING
    assert page.context.cookies() == []
    expect(page).to_have_url(conversation.address)
    assert {*page.evaluate("history.state")} == {"view", "behind"}
    assert page.evaluate("history.state.view") == "form-notice"


@pytest.mark.parametrize(("partnership", "form"), FORMS, ids=NAMES)
def test_on_a_forms_own_page_no_request_tells_that_it_was_begun(
    page: Page, site: str, tmp_path: Path, partnership: str, form: Form
) -> None:
    page.goto(f"{site}{partnership}/forms/{form.id}/", wait_until="networkidle")
    asked: list[str] = []
    page.context.on("request", lambda request: asked.append(request.url))
    desk = Desk(page, form.id)
    desk.fill(entries_for(form))
    desk.save("Save the draft to a file", tmp_path)
    desk.look()
    desk.save("Word document", tmp_path)
    assert [address for address in asked if not address.startswith("blob:")] == []
    assert page.evaluate(STORED) == NOTHING
    assert page.context.cookies() == []
    expect(page).to_have_url(f"{site}{partnership}/forms/{form.id}/")
    assert page.evaluate("history.state") is None
