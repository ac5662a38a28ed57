"""Whatever fails, the reader ends with a right answer, or a plain sentence and a way on: never a blank, never an endless wait."""

import re
from collections.abc import Callable
from pathlib import Path

import pytest
from playwright.sync_api import BrowserContext, Page, Route, expect

from tests.browser.conversation import Conversation
from tests.thorough import across

LINK = "stage=2&urgency=routine&them=police"
STARTED = "2026-03-02"
LAST_DAY = "Monday 16 March 2026"
ENGINE = re.compile(r"/assets/engine/")
TABLE = re.compile(r"/assets/tables/")
FACTS = re.compile(r"/assets/procedures/")
LOGIN = "<p>Log in to this network</p>"
NOT_ENGLISH = re.compile("Traceback|Error|undefined|Failed to|NaN")
Fault = Callable[[Route], None]


@pytest.fixture
def counted(page: Page, site: str) -> Conversation:
    """The conversation about a partnership whose document has numbers of days, not opened yet."""
    return Conversation(page, site, "trafford")


def give_date(conversation: Conversation) -> None:
    conversation.change("since")
    conversation.give("since", STARTED)


def missing(route: Route) -> None:
    route.fulfill(status=404)


def cut_off(route: Route) -> None:
    route.abort()


def another_page(route: Route) -> None:
    """Answer as a network does that wants a log-in first."""
    route.fulfill(status=200, body=LOGIN, content_type="text/html")


def truncated(route: Route) -> None:
    body = route.fetch().body()
    route.fulfill(status=200, body=body[: len(body) // 2])


def corrupted(route: Route) -> None:
    body = bytearray(route.fetch().body())
    body[len(body) // 3] ^= 1
    route.fulfill(status=200, body=bytes(body))


FAULTS: tuple[tuple[Fault, str], ...] = (
    (missing, "could not be fetched"),
    (cut_off, "could not be fetched"),
    (another_page, "did not arrive whole"),
    (truncated, "did not arrive whole"),
    (corrupted, "did not arrive whole"),
)
PARTS = {
    "the worker": r"/engine/worker\.",
    "WebAssembly": r"\.wasm$",
    "the library": r"/engine/.*\.zip$",
    "the facts": r"/procedures/",
}


@pytest.mark.usefixtures("broken")
@pytest.mark.parametrize(
    ("part", "how"), across(list(PARTS), FAULTS), ids=lambda one: one if isinstance(one, str) else one[0].__name__
)
def test_whatever_part_of_python_fails_the_answer_stands_and_the_reason_is_said(
    page: Page, counted: Conversation, part: str, how: tuple[Fault, str]
) -> None:
    spoilt, (fault, words) = re.compile(PARTS[part]), how
    page.context.route(spoilt, fault)
    counted.open(LINK)
    assert [way["id"] for way in counted.advice(by="table")["next"]] == ["3"]
    give_date(counted)
    told = page.get_by_role("status").filter(has_text="The days could not be counted here.")
    expect(told).to_contain_text(words)
    expect(counted.answer.get_by_text(NOT_ENGLISH)).to_have_count(0)
    page.context.unroute(spoilt)
    counted.press("Try again")
    counted.advice(by="python")
    expect(counted.answer.locator("[data-due]")).to_contain_text(LAST_DAY)


def test_webassembly_with_the_wrong_type_is_no_hindrance(page: Page, conversation: Conversation) -> None:
    page.context.route(
        re.compile(r"\.wasm$"), lambda route: route.fulfill(response=route.fetch(), headers={"content-type": "text/plain"})
    )
    conversation.open("stage=b&urgency=routine&them=police")
    assert conversation.advice(by="python")


SWITCHED_OFF = {
    "no WebAssembly": "delete globalThis.WebAssembly;",
    "WebAssembly refused": "WebAssembly.instantiate = () => Promise.reject(new WebAssembly.CompileError('blocked by policy'));",
}


@pytest.mark.usefixtures("broken")
@pytest.mark.parametrize("script", SWITCHED_OFF.values(), ids=SWITCHED_OFF)
def test_where_webassembly_is_switched_off_the_table_answers_and_that_is_said(
    page: Page, counted: Conversation, script: str
) -> None:
    page.add_init_script(script)
    counted.open(LINK)
    assert counted.advice(by="table")
    give_date(counted)
    told = page.get_by_role("status").filter(has_text="The days could not be counted here.")
    expect(told).to_contain_text("switched WebAssembly off")
    expect(counted.answer.get_by_text(NOT_ENGLISH)).to_have_count(0)


@pytest.mark.usefixtures("broken")
def test_where_a_policy_refuses_webassembly_the_table_answers_and_that_is_said(page: Page, counted: Conversation) -> None:
    policy = {"Content-Security-Policy": "script-src 'self'; worker-src 'self' blob:"}
    page.context.route(
        re.compile(r"/next-step/$"),
        lambda route: route.fulfill(response=(found := route.fetch()), headers={**found.headers, **policy}),
    )
    counted.open(LINK)
    assert counted.advice(by="table")
    give_date(counted)
    told = page.get_by_role("status").filter(has_text="The days could not be counted here.")
    expect(told).to_contain_text("switched WebAssembly off")


def test_on_a_very_slow_network_the_table_answers_and_python_is_waited_for(page: Page, counted: Conversation) -> None:
    """Slow but steady is never cut off: only a transfer that stands still is."""
    network = page.context.new_cdp_session(page)
    slow = {"offline": False, "latency": 1000, "downloadThroughput": 150_000, "uploadThroughput": 50_000}
    network.send("Network.enable")
    network.send("Network.emulateNetworkConditions", slow)
    counted.open(LINK)
    counted.advice(by="table")
    give_date(counted)
    expect(page.get_by_role("status").filter(has_text="Counting the days ...")).to_be_visible()
    expect(counted.answer).to_have_attribute("data-answered-by", "python", timeout=90_000)
    expect(counted.answer.locator("[data-due]")).to_contain_text(LAST_DAY)


@pytest.mark.usefixtures("broken")
def test_where_workers_are_refused_the_table_answers_and_that_is_said(page: Page, counted: Conversation) -> None:
    page.add_init_script("globalThis.Worker = class { constructor() { throw new DOMException('no', 'SecurityError'); } };")
    counted.open(LINK)
    assert counted.advice(by="table")
    give_date(counted)
    told = page.get_by_role("status").filter(has_text="The days could not be counted here.")
    expect(told).to_contain_text("did not let the helper start in the background")


@pytest.mark.parametrize("name", ["worker", "wasm", "zip"])
def test_a_part_that_never_arrives_is_given_up_within_the_minute(page: Page, counted: Conversation, name: str) -> None:
    page.clock.install()
    page.context.route(re.compile(rf"/engine/.*{name}"), lambda route: None)
    counted.open(LINK)
    counted.advice(by="table")
    give_date(counted)
    expect(page.get_by_role("status").filter(has_text="Counting the days ...")).to_be_visible()
    page.clock.fast_forward(60_000)
    told = page.get_by_role("status").filter(has_text="The days could not be counted here.")
    expect(told).to_contain_text("too slow at the moment")


@pytest.mark.usefixtures("broken")
def test_with_table_and_python_gone_there_is_a_sentence_a_button_and_every_answers_own_page(
    page: Page, counted: Conversation
) -> None:
    page.context.route(ENGINE, cut_off)
    page.context.route(TABLE, cut_off)
    counted.open(LINK)
    expect(page.get_by_role("heading", name="The helper could not start")).to_be_focused()
    expect(page.locator("[data-fault]").get_by_text("could not be fetched")).to_be_visible()
    expect(page.get_by_role("heading", name="The answers, each on a page of its own")).to_be_visible()
    stage = counted.model.procedure.stages[1]
    way = page.locator("[data-without] li").filter(has=page.get_by_text(f"{stage.label}: {stage.title}", exact=True))
    expect(way.get_by_role("link", name="The usual steps will do")).to_have_attribute("href", re.compile(r"/next-step/2/routine/$"))
    page.context.unroute_all()
    counted.press("Try again")
    assert [way["id"] for way in counted.advice(by="python")["next"]] == ["3"]


@pytest.mark.usefixtures("broken")
def test_after_a_fault_the_answers_can_still_be_changed(page: Page, conversation: Conversation) -> None:
    page.context.route(ENGINE, cut_off)
    page.context.route(TABLE, cut_off)
    conversation.open("stage=b&urgency=routine&them=police")
    expect(page.get_by_role("heading", name="The helper could not start")).to_be_visible()
    page.context.unroute_all()
    conversation.change("stage")
    assert [way["id"] for way in conversation.answer_all(stage="c")["next"]] == ["d"]


@pytest.mark.usefixtures("broken")
def test_with_the_table_gone_questions_are_answered_while_python_loads_and_the_bar_counts_real_bytes(
    page: Page, conversation: Conversation
) -> None:
    held: list[Route] = []
    page.context.route(re.compile(r"/engine/.*\.zip$"), lambda route: held.append(route))
    page.context.route(TABLE, missing)
    conversation.open()
    for name, value in {"stage": "b", "resolved": "false", "urgency": "routine", "them": "police"}.items():
        conversation.give(name, value)
    bar = page.get_by_role("progressbar")
    expect(bar).to_be_visible()
    page.wait_for_function("() => document.querySelector('progress').value > 0.5")  # all but the file that is held
    assert bar.evaluate("($bar) => $bar.value") < 0.95
    page.go_back()
    expect(conversation.heading("them")).to_be_focused()
    page.go_forward()
    expect(bar).to_be_visible()
    held[0].continue_()
    assert [way["id"] for way in conversation.advice(by="python")["next"]] == ["c"]
    expect(bar).to_be_hidden()


def test_going_back_while_python_loads_drops_the_late_answer(page: Page, conversation: Conversation) -> None:
    held: list[Route] = []
    page.context.route(re.compile(r"/engine/.*\.zip$"), lambda route: held.append(route))
    with page.expect_request(re.compile(r"/engine/.*\.zip$")):
        conversation.open("stage=b&urgency=routine&them=police")
    conversation.advice(by="table")
    conversation.change("stage")
    with page.expect_response(re.compile(r"/engine/.*\.zip$")):
        held[0].continue_()
    conversation.choice("stage", "c").check()
    expect(conversation.headline).to_be_hidden()
    conversation.press("Continue")
    assert [way["id"] for way in conversation.advice(by="python")["next"]] == ["d"]


def assets_of(folder: Path) -> list[str]:
    """Name every file that the helper's page loads, by what changes in its name with no build."""
    page = (folder / "trafford/next-step/index.html").read_text(encoding="utf-8")
    linked = {name for name in re.findall(r'(?:src|href)="[./]*(assets/[^"]+)"', page) if not name.startswith("assets/tables")}
    return sorted({re.sub(r"\.[0-9A-Za-z]{8,10}(?=\.\w+$)", ".*", name) for name in linked})


@pytest.mark.usefixtures("broken")
def test_with_the_network_cut_at_each_asset_in_turn_there_is_an_answer_or_a_way_on(
    page: Page, counted: Conversation, site_folder: Path
) -> None:
    names = assets_of(site_folder)
    assert {"assets/page.*.js", "assets/site.*.js", "assets/site.*.css"} <= set(names)
    for name in names:
        cut = re.compile(re.escape(name).replace(r"\*", r"\w+") + "$")
        page.context.route(cut, cut_off)
        page.goto("about:blank")
        counted.open(LINK)
        if name == "assets/page.*.js":
            way = page.get_by_role("link", name="The usual steps will do").nth(2)
            expect(way).to_be_visible()
            way.click()
            expect(counted.headline).to_be_visible()
        else:
            assert [way["id"] for way in counted.advice(by="python")["next"]] == ["3"], name
        page.context.unroute(cut)


def test_where_nothing_may_be_stored_the_helper_answers_all_the_same(page: Page, counted: Conversation) -> None:
    """As in a private window, or a frame whose storage is blocked."""
    refuse = "{ get() { throw new DOMException('no', 'SecurityError'); } }"
    names = ("localStorage", "sessionStorage", "indexedDB", "caches")
    page.add_init_script("".join(f"Object.defineProperty(globalThis, '{name}', {refuse});" for name in names))
    counted.open(LINK)
    counted.advice(by="python")
    give_date(counted)
    counted.advice(by="python")
    expect(counted.answer.locator("[data-due]")).to_contain_text(LAST_DAY)


def test_a_page_restored_by_back_goes_on_answering(page: Page, counted: Conversation) -> None:
    counted.open(LINK)
    counted.advice(by="python")
    counted.answer.locator("a.eg-cite").first.click()
    expect(page).to_have_url(re.compile("/sources/"))
    page.go_back()
    expect(page).to_have_url(re.compile("/next-step/"))
    counted.open(LINK.replace("stage=2", "stage=3"))
    assert [way["id"] for way in counted.advice(by="python")["next"]] == ["4"]


def test_two_tabs_answer_each_its_own_case(context: BrowserContext, page: Page, site: str) -> None:
    first, second = Conversation(page, site, "trafford"), Conversation(context.new_page(), site, "wigan")
    first.open(LINK)
    second.open("stage=1&urgency=urgent")
    assert [way["id"] for way in first.advice(by="python")["next"]] == ["3"]
    assert second.advice(by="python")["headline"] != first.advice(by="python")["headline"]
    first.change("stage")
    assert [way["id"] for way in first.answer_all(stage="3")["next"]] == ["4"]
    assert second.advice(by="python")
