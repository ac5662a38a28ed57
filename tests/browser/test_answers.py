"""Python in the page answers as Python here does: every worked example through the page, with its date where it has one."""

from typing import Any

import pytest
from playwright.sync_api import Page, expect

from helper.engine.advise import advise
from helper.engine.case import read_case
from helper.engine.door import canonical
from helper.engine.model import Model
from tests.browser.conversation import EXAMPLES, Conversation

Plain = dict[str, Any]


def expected(model: Model, case: Plain) -> str:
    """Give the Advice of Python here, as the page is to hold it."""
    return canonical(advise(model, read_case(model, case)))


@pytest.mark.parametrize(("name", "case"), EXAMPLES)
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
