"""The table answers at once, with nothing but a few kilobytes; Python takes over and no word moves."""

import re
from typing import Any

import pytest
from playwright.sync_api import Browser, Page, Route, expect

from helper.engine.advise import advise
from helper.engine.case import read_case
from helper.engine.door import canonical
from tests.browser.conftest import watched
from tests.browser.conversation import EXAMPLES, Conversation
from tests.partnerships import real
from tests.thorough import THOROUGH, across

ALL = real().partnerships
ENGINE = re.compile(r"/assets/engine/")
TABLE = re.compile(r"/assets/tables/")
LINK = "stage=b&urgency=routine&them=police"
COUNTED = "stage=2&urgency=routine&them=police&you=school"  # in Trafford this stage has a number of days, the next one too
Plain = dict[str, Any]

# Where every block of the answer stands, and what it says, but for what depends on a date.
PLACES = """() => [...document.querySelectorAll("[data-answer] :is(h2, h3, p, li, section)")]
    .filter(($one) => !$one.closest("[data-due], [data-dates]"))
    .map(($one) => [$one.tagName, $one.getBoundingClientRect()])
    .map(([name, {x, y, width}]) => [name, Math.round(y + scrollY), x, width])"""
WORDS = """() => { const $copy = document.querySelector("[data-answer]").cloneNode(true);
    for (const $one of $copy.querySelectorAll("[data-due], [data-dates]")) $one.remove();
    return $copy.textContent; }"""


def hold(page: Page, files: re.Pattern[str]) -> list[Route]:
    """Keep these files back until they are let go."""
    held: list[Route] = []
    page.context.route(files, lambda route: held.append(route))
    return held


def let_go(page: Page, files: re.Pattern[str], held: list[Route]) -> None:
    page.context.unroute(files)
    for route in held:
        route.continue_()


@pytest.fixture(scope="module")
def page_without_engine(browser: Browser) -> Any:
    """One page for many cases, to which Python never comes."""
    context = browser.new_context()
    with watched(context.new_page(), []) as page:
        context.route(ENGINE, lambda route: None)
        yield page
    context.close()


@pytest.mark.parametrize(("name", "case"), EXAMPLES if THOROUGH else EXAMPLES[::3])  # Python answers all (test_answers.py)
def test_a_worked_example_is_answered_by_the_table_as_the_engine_answers_it(
    page_without_engine: Page, site: str, name: str, case: Plain
) -> None:
    conversation = Conversation(page_without_engine, site, name)
    dateless = {field: value for field, value in case.items() if field != "since"}
    page_without_engine.goto("about:blank")
    conversation.open("&".join(f"{field}={str(value).lower()}" for field, value in dateless.items()))
    conversation.advice(by="table")
    expected = canonical(advise(conversation.model, read_case(conversation.model, {"partnership": name, **dateless})))
    expect(conversation.answer).to_have_attribute("data-advice", expected)


@pytest.fixture
def counted(page: Page, site: str) -> Conversation:
    """The conversation about a partnership whose document has numbers of days, not opened yet."""
    return Conversation(page, site, "trafford")


@pytest.mark.parametrize(("width", "since"), across([320, 1280, 360], ["2026-03-02", None]))
def test_python_takes_over_without_a_word_moving(page: Page, counted: Conversation, width: int, since: str | None) -> None:
    conversation = counted
    page.set_viewport_size({"width": width, "height": 800})
    held = hold(page, ENGINE)
    conversation.open(COUNTED)
    if since:
        conversation.advice(by="table")
        conversation.change("since")
        conversation.give("since", since)
    conversation.advice(by="table")
    page.evaluate("() => scrollBy({ top: 500, behavior: 'instant' })")
    places, words = page.evaluate(PLACES), page.evaluate(WORDS)
    top = page.evaluate("() => scrollY")
    let_go(page, ENGINE, held)
    conversation.advice(by="python")
    assert page.evaluate(WORDS) == words
    assert page.evaluate(PLACES) == places
    assert page.evaluate("() => scrollY") == top
    if since:
        expect(conversation.answer.get_by_text("The days are counted below.")).to_be_visible()
        expect(conversation.answer.locator("[data-due]")).to_contain_text("Monday 16 March 2026")
        conversation.answer.get_by_text("Show the count").click()
        expect(conversation.answer.get_by_text("Monday 16 March 2026: day 10")).to_be_visible()


MARCH, CHRISTMAS, SATURDAY, UNKNOWN = "2026-03-02", "2026-12-25", "2026-02-28", "2029-03-05"
BEGUN = [
    *((name, 1, since) for name, since in across(list(ALL), (MARCH, CHRISTMAS))),
    *(("wigan", stage, since) for stage, since in across((0, 2), (SATURDAY, UNKNOWN))),
]


@pytest.mark.parametrize(("partnership", "number", "since"), BEGUN)
def test_no_word_moves_whatever_the_count_says(page: Page, site: str, partnership: str, number: int, since: str) -> None:
    page.set_viewport_size({"width": 320, "height": 800})
    held = hold(page, ENGINE)
    conversation = Conversation(page, site, partnership)
    stage = conversation.model.procedure.stages[number].id
    conversation.open(f"stage={stage}&urgency=urgent")
    conversation.advice(by="table")
    conversation.change("since")
    conversation.give("since", since)
    conversation.advice(by="table")
    places = page.evaluate(PLACES)
    let_go(page, ENGINE, held)
    conversation.advice(by="python")
    assert page.evaluate(PLACES) == places


def test_no_bar_stands_on_an_answer_that_is_there(page: Page, counted: Conversation) -> None:
    hold(page, ENGINE)
    counted.open(COUNTED)
    counted.advice(by="table")
    expect(page.get_by_role("progressbar")).to_be_hidden()
    expect(counted.answer.get_by_text("Counting the days")).to_have_count(0)
    counted.change("since")
    counted.give("since", "2026-03-02")
    counted.advice(by="table")
    expect(page.get_by_role("progressbar")).to_be_hidden()
    expect(page.get_by_role("status").filter(has_text="Counting the days ...")).to_be_visible()


def test_where_no_limit_is_counted_from_the_day_given_that_is_said_at_once(page: Page, conversation: Conversation) -> None:
    hold(page, ENGINE)
    conversation.open(LINK)
    conversation.advice(by="table")
    conversation.change("since")
    conversation.give("since", "2026-03-02")
    conversation.advice(by="table")
    expect(page.get_by_text("No limit in this answer is counted from that day.")).to_be_visible()


@pytest.mark.usefixtures("broken")
def test_where_python_fails_and_no_date_was_given_nothing_is_said_of_it(page: Page, counted: Conversation) -> None:
    page.context.route(ENGINE, lambda route: route.abort())
    with page.expect_event("requestfailed", lambda request: ENGINE.search(request.url) is not None):
        counted.open(COUNTED)
    counted.advice(by="table")
    page.evaluate("() => new Promise((done) => setTimeout(() => requestAnimationFrame(done), 500))")
    for place in counted.answer.locator("[data-due]").all():
        expect(place).to_be_empty()
    expect(counted.answer.get_by_text("Not counted here.")).to_have_count(0)


def test_python_is_fetched_only_where_the_helper_is(page: Page, site: str) -> None:
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    for folder in ("", "salford/", "salford/contacts/", "salford/forms/", "about/", "next-step/"):
        page.goto(f"{site}{folder}", wait_until="networkidle")
    assert not [address for address in asked if ENGINE.search(address) or TABLE.search(address)]
    with page.expect_request(ENGINE):
        page.goto(f"{site}salford/next-step/")


def save_data(page: Page) -> None:
    page.add_init_script("Object.defineProperty(navigator, 'connection', { value: { saveData: true } });")


def test_a_device_that_saves_data_fetches_python_only_when_asked(page: Page, counted: Conversation) -> None:
    conversation = counted
    save_data(page)
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    conversation.open(COUNTED)
    conversation.advice(by="table")
    conversation.change("since")
    conversation.give("since", "2026-03-02")
    conversation.advice(by="table")
    page.wait_for_load_state("networkidle")
    assert not [address for address in asked if ENGINE.search(address)]
    expect(page.get_by_text("This device saves data, so the days are not counted yet.")).to_be_visible()
    conversation.press("Count the days")
    assert conversation.advice(by="python")
    assert [address for address in asked if ENGINE.search(address)]


@pytest.mark.usefixtures("broken")
@pytest.mark.parametrize("fault", ["missing", "another page", "cut short", "cut off"])
def test_without_the_table_python_answers(page: Page, conversation: Conversation, fault: str) -> None:
    tries: list[str] = []

    def spoil(route: Route) -> None:
        tries.append(route.request.url)
        if fault == "cut off":
            route.abort()
        elif fault == "missing":
            route.fulfill(status=404)
        else:
            body = "<p>Log in to this network</p>" if fault == "another page" else route.fetch().body()[:-1]
            route.fulfill(status=200, body=body, content_type="application/json")

    page.context.route(TABLE, spoil)
    conversation.open(LINK)
    assert [way["id"] for way in conversation.advice(by="python")["next"]] == ["c"]
    assert tries


@pytest.mark.usefixtures("broken")
def test_a_table_that_arrives_wrong_once_is_fetched_again_and_the_reader_sees_nothing_of_it(
    page: Page, conversation: Conversation
) -> None:
    tries: list[str] = []

    def spoil_first(route: Route) -> None:
        tries.append(route.request.url)
        if len(tries) == 1:
            route.fulfill(status=200, body=route.fetch().text().replace("must", "may"), content_type="application/json")
        else:
            route.continue_()

    page.context.route(TABLE, spoil_first)
    page.context.route(ENGINE, lambda route: route.abort())
    conversation.open(LINK)
    assert conversation.advice(by="table")
    assert len(tries) >= 2


def test_a_table_that_keeps_waiting_does_not_keep_python_waiting(page: Page, conversation: Conversation) -> None:
    page.context.route(TABLE, lambda route: None)
    conversation.open(LINK)
    assert [way["id"] for way in conversation.advice(by="python")["next"]] == ["c"]


def test_a_table_that_comes_late_still_answers_before_python(page: Page, conversation: Conversation) -> None:
    table, engine = hold(page, TABLE), hold(page, ENGINE)
    conversation.open(LINK)
    expect(page.get_by_role("progressbar")).to_be_visible()  # Python is fetched beside it by now
    let_go(page, TABLE, table)
    assert conversation.advice(by="table")
    expect(page.get_by_role("progressbar")).to_be_hidden()
    let_go(page, ENGINE, engine)
    assert conversation.advice(by="python")


def test_without_scripts_the_answer_is_reached_by_links_alone(browser: Browser, site: str) -> None:
    context = browser.new_context(java_script_enabled=False)
    with watched(context.new_page(), []) as page:
        page.goto(f"{site}next-step/")
        page.get_by_role("link", name=re.compile("Wigan")).first.click()
        page.get_by_role("link", name="It cannot wait for the usual steps").nth(2).click()
        answer = page.locator("[data-answer]")
        assert answer.get_attribute("data-answered-by") == "table"
        stage = ALL["wigan"].model.procedure.stages[1].id
        case = read_case(ALL["wigan"].model, {"partnership": "wigan", "stage": stage, "urgency": "urgent"})
        assert answer.get_attribute("data-advice") == canonical(advise(ALL["wigan"].model, case))
        expect(answer.get_by_role("heading", level=2)).to_be_visible()
        assert page.locator("meta[name=robots]").get_attribute("content") == "noindex"
        page.get_by_role("link", name="Another case").click()
        expect(page.get_by_role("heading", name="Another stage, or another urgency")).to_be_in_viewport()
    context.close()
