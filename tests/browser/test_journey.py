"""The journey by mouse: from Home to an answer, and about in it with Change, Skip, Start again, Back, Forward and reload."""

import re

import pytest
from playwright.sync_api import Page, expect

from tests.browser.conversation import Conversation

TO_SENIOR_MANAGERS = {"stage": "b", "resolved": "false", "urgency": "routine", "them": "police"}


def test_from_home_to_an_answer_with_a_person_a_number_a_form_and_the_source(
    page: Page, site: str, conversation: Conversation
) -> None:
    page.goto(site)
    page.get_by_role("main").get_by_role("link", name="Get my next step").click()
    page.get_by_role("link", name=re.compile("^Salford")).click()
    expect(page).to_have_url(conversation.address)
    advice = conversation.answer_all(**TO_SENIOR_MANAGERS)
    assert [way["id"] for way in advice["next"]] == ["c"]
    numbers = [number for contact in advice["contacts"] for number in contact["tel"]]
    assert numbers
    for number in numbers:
        expect(conversation.answer.get_by_text(number, exact=True).first).to_be_visible()
    expect(conversation.answer.get_by_role("link", name=advice["forms"][0]["title"], exact=True)).to_be_visible()


def test_a_citation_leads_to_its_section_and_the_form_to_its_fields(page: Page, conversation: Conversation) -> None:
    conversation.open()
    advice = conversation.answer_all(**TO_SENIOR_MANAGERS)
    section, form = advice["headline"]["citation"]["section"], advice["forms"][0]
    conversation.answer.locator(".eg-headline__cite").get_by_role("link").click()
    expect(page).to_have_url(re.compile(rf"/salford/sources/#section-{section}$"))
    expect(page.locator(f"#section-{section}")).to_be_in_viewport()
    conversation.open("stage=b&resolved=false&urgency=routine&them=police")
    conversation.advice()
    conversation.answer.get_by_role("link", name=form["title"], exact=True).click()
    expect(page.locator(f"#form-{form['id']}")).to_be_in_viewport()


def test_an_earlier_answer_is_changed_and_the_others_are_kept(conversation: Conversation) -> None:
    conversation.open()
    before = conversation.answer_all(**TO_SENIOR_MANAGERS)
    conversation.change("stage")
    after = conversation.answer_all(stage="c")
    assert [way["id"] for way in before["next"]] == ["c"]
    assert [way["id"] for way in after["next"]] == ["d"]
    assert {contact["id"] for contact in after["contacts"]} & {contact["id"] for contact in before["contacts"]}
    conversation.change("urgency")
    expect(conversation.choice("urgency", "routine")).to_be_checked()


def test_i_am_not_sure_is_an_answer_to_every_question_and_is_explained(conversation: Conversation) -> None:
    conversation.open()
    conversation.answer_all(stage="unsure", urgency="unsure", them="")
    later = [name for name, one in conversation.questions.items() if one.optional and name != "them"]
    for name in later:
        conversation.change(name)
        unsure = any(option.id == "unsure" for option in conversation.questions[name].options)
        conversation.answer_all(**{name: "unsure" if unsure else ""})
    explained = [
        option.explain
        for name in ("stage", "urgency", *later)
        for option in conversation.questions[name].options
        if option.id == "unsure"
    ]
    assert len(explained) >= 4
    for sentence in explained:
        expect(conversation.answer.get_by_text(sentence)).to_be_visible()


def test_whether_it_was_settled_may_be_unsure_too(conversation: Conversation) -> None:
    conversation.open()
    advice = conversation.answer_all(stage="a", resolved="unsure", urgency="routine", them="")
    assert [way["id"] for way in advice["next"]] == ["b"]
    expect(conversation.answer.get_by_text("takes it as still open")).to_be_visible()


def test_a_question_left_empty_says_what_to_do(page: Page, conversation: Conversation) -> None:
    conversation.open()
    conversation.press("Continue")
    expect(page.get_by_role("alert").filter(has_text="I am not sure")).to_be_visible()
    expect(conversation.heading("stage")).to_be_visible()


def test_an_optional_question_can_be_skipped_and_is_not_asked_again(conversation: Conversation) -> None:
    conversation.open()
    conversation.give("stage", "start")
    conversation.give("urgency", "routine")
    expect(conversation.heading("them")).to_be_focused()
    conversation.press("Skip this question")
    conversation.advice()
    conversation.change("urgency")
    conversation.answer_all(urgency="urgent")


def test_a_child_in_danger_is_answered_at_once_whatever_else_is_open(conversation: Conversation) -> None:
    danger = re.compile("in danger now")
    conversation.open()
    conversation.page.get_by_role("button", name=danger).click()
    assert conversation.advice()["next"][0]["kind"] == "outside"
    conversation.press("Start again")
    conversation.give("stage", "b")
    conversation.page.get_by_role("button", name=danger).click()
    assert {"outside", "stage"} <= {way["kind"] for way in conversation.advice()["next"]}


def test_starting_again_forgets_every_answer(page: Page, conversation: Conversation) -> None:
    conversation.open()
    conversation.answer_all(**TO_SENIOR_MANAGERS)
    conversation.press("Start again")
    expect(conversation.heading("stage")).to_be_focused()
    expect(page.get_by_role("radio", checked=True)).to_have_count(0)
    expect(page.get_by_text("Your answers:")).to_be_hidden()
    assert [way["id"] for way in conversation.answer_all(stage="start", urgency="routine", them="")["next"]] == ["a"]


def test_back_and_forward_go_through_questions_and_answer(page: Page, conversation: Conversation) -> None:
    conversation.open()
    advice = conversation.answer_all(**TO_SENIOR_MANAGERS)
    for name in ("them", "urgency", "resolved", "stage"):
        page.go_back()
        expect(conversation.heading(name)).to_be_focused()
    expect(conversation.choice("stage", "b")).to_be_checked()
    for name in ("resolved", "urgency", "them"):
        page.go_forward()
        expect(conversation.heading(name)).to_be_focused()
    page.go_forward()
    assert conversation.advice() == advice


def test_the_pages_own_back_button_does_the_same(conversation: Conversation) -> None:
    conversation.open()
    conversation.give("stage", "a")
    expect(conversation.heading("resolved")).to_be_focused()
    conversation.press("Back")
    expect(conversation.heading("stage")).to_be_focused()
    expect(conversation.page.get_by_role("button", name="Back", exact=True)).to_be_hidden()


@pytest.mark.parametrize("answered", [1, 4], ids=["in the middle", "at the answer"])
def test_a_reload_begins_calmly_at_the_first_question(page: Page, conversation: Conversation, answered: int) -> None:
    conversation.open()
    for name, value in list(TO_SENIOR_MANAGERS.items())[:answered]:
        conversation.give(name, value)
    page.reload()
    expect(conversation.heading("stage")).to_be_visible()
    expect(page.get_by_role("radio", checked=True)).to_have_count(0)
    expect(page.get_by_text("Your answers:")).to_be_hidden()
    expect(page.get_by_role("alert").filter(visible=True)).to_have_count(0)


def test_the_way_to_say_whom_one_disagrees_with_is_in_the_answer(page: Page, conversation: Conversation) -> None:
    conversation.open("stage=a&resolved=false&urgency=routine")
    conversation.advice()
    conversation.answer.get_by_role("link", name="Say whom you disagree with").click()
    advice = conversation.answer_all(them="police")
    assert any("police" in contact["agency"].lower() for contact in advice["contacts"])
    expect(page).to_have_url(conversation.address)
