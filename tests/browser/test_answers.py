"""Python in the page answers as Python here does: every worked example through the page, and a share of all cases."""

import json
from random import Random
from typing import Any

import pytest
from playwright.sync_api import Page, expect

from helper.engine.advise import advise
from helper.engine.case import choices, read_case
from helper.engine.door import canonical, handle
from helper.engine.model import START, Model
from tests.browser.conversation import Conversation
from tests.partnerships import real

ALL = real().partnerships
SCENARIOS = [
    pytest.param(name, scenario["case"], id=f"{name}-{scenario['id']}")
    for name, partnership in ALL.items()
    for scenario in partnership.scenarios
]
STARTS = ("", "2026-04-02", "2026-12-23T16:30", "2026-03-28", "2026-01-31T09:00", "2011-01-01", "2028-12-27")
SAMPLE = 300
ROOT = "../../"
ASK = """async (requests) => {
    const { startEngine } = await import("/guide/assets/engine.js");
    const engine = await startEngine({ base: "/guide/assets/engine/" });
    const replies = [];
    for (const request of requests) replies.push(await engine.ask(request));
    engine.stop();
    return replies;
}"""
OPEN = [json.dumps({"do": "open", "model": partnership.plain}) for partnership in ALL.values()]
Plain = dict[str, Any]


def advise_request(case: Plain) -> str:
    """Give the text that the page would send to the door."""
    return json.dumps({"do": "advise", "case": case, "root": ROOT})


def expected(model: Model, case: Plain) -> str:
    """Give the Advice of Python here, as the page is to hold it."""
    return canonical(advise(model, read_case(model, case)))


@pytest.mark.parametrize(("name", "case"), SCENARIOS)
def test_a_worked_example_is_answered_in_the_page_as_it_is_here(shared_page: Page, site: str, name: str, case: Plain) -> None:
    conversation = Conversation(shared_page, site, name)
    if shared_page.url.startswith(conversation.address):
        conversation.press("Start again")  # and nothing of the example before is left
    conversation.open("&".join(f"{field}={str(value).lower()}" for field, value in case.items() if field != "since"))
    conversation.advice()
    if "since" in case:
        conversation.change("since")
        conversation.answer_all(since=case["since"])
    full = {"partnership": name, **case}
    expect(conversation.answer).to_have_attribute("data-advice", expected(conversation.model, full))


@pytest.mark.parametrize("since", ["2026-03-02", "2026-03-02T09:30"])
def test_a_date_typed_in_is_counted_as_it_is_here(shared_page: Page, site: str, since: str) -> None:
    conversation = Conversation(shared_page, site)
    shared_page.goto("about:blank")
    conversation.open("stage=c&urgency=routine&them=police")
    conversation.advice()
    conversation.change("since")
    conversation.answer_all(since=since)
    case = {"partnership": "salford", "stage": "c", "urgency": "routine", "them": "police", "since": since}
    expect(conversation.answer).to_have_attribute("data-advice", expected(conversation.model, case))


def test_a_share_of_all_cases_is_answered_in_the_same_words(shared_page: Page, site: str) -> None:
    cases = [case for partnership in ALL.values() for case in draw(partnership.model, SAMPLE // len(ALL))]
    requests = [*OPEN, *(advise_request(case) for case in cases)]
    shared_page.goto(f"{site}about/")
    replies = shared_page.evaluate(ASK, requests)
    for request, reply in zip(requests, replies, strict=True):
        assert reply == handle(request), request
    for case, reply in zip(cases, replies[len(OPEN) :], strict=True):
        assert json.loads(reply)["advice"] == expected(ALL[case["partnership"]].model, case), case


def test_what_no_case_can_have_is_refused_in_the_same_words(shared_page: Page, site: str) -> None:
    wrong = [
        {"partnership": "atlantis", "stage": "b", "urgency": "routine"},
        {"partnership": "salford", "stage": "z", "urgency": "routine"},
        {"partnership": "salford", "stage": "b", "urgency": "routine", "since": "yesterday"},
    ]
    requests = [*OPEN, *(advise_request(case) for case in wrong)]
    shared_page.goto(f"{site}about/")
    replies = shared_page.evaluate(ASK, requests)
    assert replies == [handle(request) for request in requests]
    refused = [json.loads(reply) for reply in replies[len(OPEN) :]]
    assert [reply["problem"]["field"] for reply in refused] == ["partnership", "stage", "since"]
    assert all(reply["sentence"] for reply in refused)


def draw(model: Model, count: int) -> list[Plain]:
    """Draw cases, the same at every run, with and without each optional field."""
    chance, known = Random(model.procedure.id), choices(model)
    cases: list[Plain] = []
    while len(cases) < count:
        case = {name: chance.choice(("", *ids)) for name, ids in known.items()}
        case |= {name: chance.choice(known[name]) for name in ("partnership", "stage", "urgency", "side")}
        case |= {"since": chance.choice(STARTS), "resolved": case["stage"] != START and chance.random() < 0.25}
        cases.append({name: value for name, value in case.items() if value != ""})
    return cases
