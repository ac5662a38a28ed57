"""When the engine cannot start or is slow, the reader is told in plain words within seconds and can go on."""

import re
from collections.abc import Callable
from pathlib import Path

import pytest
from playwright.sync_api import Page, Route, expect

from tests.browser.conversation import Conversation

LINK = "stage=b&urgency=routine&them=police"
WITHIN = 10_000


def refuse_webassembly(worker: Path) -> Callable[[Route], None]:
    """Serve the worker as a managed browser would run it: WebAssembly is refused."""
    policy = {"Content-Security-Policy": "script-src 'self'"}
    return lambda route: route.fulfill(path=worker, content_type="text/javascript", headers=policy)


def put_another_page(route: Route) -> None:
    """Answer as a network does that wants a log-in first."""
    route.fulfill(status=200, body="<p>Log in to this network</p>", content_type="text/html")


FAULTS: dict[str, tuple[str, Callable[[Route], None] | None, str]] = {
    "an engine file is missing": (r"pyodide\.asm\.wasm", lambda route: route.fulfill(status=404), "could not be fetched"),
    "the helper's wheel is missing": (r"\.whl", lambda route: route.fulfill(status=404), "could not be fetched"),
    "the network is gone": (r"/engine/", lambda route: route.abort(), "could not be fetched"),
    "the procedure's data is missing": (
        r"procedures/salford\.json",
        lambda route: route.fulfill(status=404),
        "could not be fetched",
    ),
    "the procedure's data cannot be reached": (
        r"procedures/salford\.json",
        lambda route: route.abort(),
        "could not be fetched",
    ),
    "the procedure's data is something else": (r"procedures/salford\.json", put_another_page, "stopped for a reason"),
    "WebAssembly is another page": (r"pyodide\.asm\.wasm", put_another_page, "did not arrive whole"),
    "WebAssembly is refused": (r"/worker\.js", None, "switched WebAssembly off"),
}


@pytest.mark.usefixtures("broken")
@pytest.mark.parametrize(("file", "fault", "words"), FAULTS.values(), ids=FAULTS)
def test_a_fault_is_told_and_mended_by_trying_again(
    page: Page,
    conversation: Conversation,
    site_folder: Path,
    file: str,
    fault: Callable[[Route], None] | None,
    words: str,
) -> None:
    broken = re.compile(file)
    page.context.route(broken, fault or refuse_webassembly(site_folder / "assets/worker.js"))
    conversation.open(LINK)
    told = page.get_by_role("heading", name="The helper could not start")
    expect(told).to_be_focused(timeout=WITHIN)
    expect(page.get_by_text(words)).to_be_visible()
    expect(page.get_by_text(re.compile("Traceback|Error|undefined|Failed to"))).to_have_count(0)
    page.context.unroute(broken)
    conversation.press("Try again")
    assert [way["id"] for way in conversation.advice()["next"]] == ["c"]
    expect(told).to_be_hidden()


@pytest.mark.usefixtures("broken")
def test_the_way_out_leads_to_the_stages_the_contacts_and_the_forms(page: Page, conversation: Conversation) -> None:
    page.context.route(re.compile("manifest.json"), lambda route: route.fulfill(status=404))
    for name, landmark in (("the page of the stages", "#stages"), ("the contacts", "h1"), ("the forms", "h1")):
        conversation.open(LINK)
        expect(page.get_by_role("heading", name="The helper could not start")).to_be_visible()
        page.locator("[data-fault]").get_by_role("link", name=name).click()
        expect(page.locator(landmark)).to_be_in_viewport()
        page.goto("about:blank")


@pytest.mark.usefixtures("broken")
def test_after_a_fault_the_answers_can_still_be_changed(page: Page, conversation: Conversation) -> None:
    page.context.route(re.compile("manifest.json"), lambda route: route.fulfill(status=404))
    conversation.open(LINK)
    expect(page.get_by_role("heading", name="The helper could not start")).to_be_visible()
    page.context.unroute_all()
    conversation.change("stage")
    assert [way["id"] for way in conversation.answer_all(stage="c")["next"]] == ["d"]


def test_questions_are_answered_while_the_engine_loads_and_the_bar_counts_real_bytes(
    page: Page, conversation: Conversation
) -> None:
    held: list[Route] = []
    page.context.route(re.compile(r"python_stdlib\.zip"), lambda route: held.append(route))
    conversation.open()
    for name, value in {"stage": "b", "resolved": "false", "urgency": "routine", "them": "police"}.items():
        conversation.give(name, value)
    bar = page.get_by_role("progressbar")
    expect(bar).to_be_visible()
    expect(page.get_by_role("status").filter(has_text=re.compile(r"\d+\.\d of \d+\.\d MB"))).to_be_visible()
    page.wait_for_function("() => document.querySelector('progress').value > 0.5")  # all but the file that is held
    assert bar.evaluate("($bar) => $bar.value") < 0.9
    expect(page.get_by_role("link", name="the page of the stages").filter(visible=True)).to_be_visible()
    page.go_back()
    expect(conversation.heading("them")).to_be_focused()
    page.go_forward()
    expect(bar).to_be_visible()
    held[0].continue_()
    assert [way["id"] for way in conversation.advice()["next"]] == ["c"]
    expect(bar).to_be_hidden()


def test_going_back_while_the_engine_loads_drops_the_late_answer(page: Page, conversation: Conversation) -> None:
    held: list[Route] = []
    page.context.route(re.compile(r"python_stdlib\.zip"), lambda route: held.append(route))
    conversation.open(LINK)
    expect(page.get_by_role("progressbar")).to_be_visible()
    conversation.change("stage")
    with page.expect_response(re.compile("python_stdlib")):
        held[0].continue_()
    conversation.choice("stage", "c").check()
    expect(conversation.headline).to_be_hidden()
    conversation.press("Continue")
    assert [way["id"] for way in conversation.advice()["next"]] == ["d"]
