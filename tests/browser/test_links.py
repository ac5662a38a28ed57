"""A link into the helper: it answers at once, says plainly what is wrong in it, and never holds a date or free text."""

import re

import pytest
from playwright.sync_api import Locator, Page, expect

from tests.browser.conversation import Conversation

ROUTINE = "stage=b&urgency=routine&them=police"


@pytest.fixture
def standing(shared_page: Page, site: str) -> Conversation:
    """The conversation in a page that stands already: a link opened there replaces the one before."""
    return Conversation(shared_page, site)


def alert(page: Page) -> Locator:
    """What the page says at once of a link."""
    return page.get_by_role("alert").filter(visible=True)


def test_a_link_is_answered_at_once(conversation: Conversation) -> None:
    conversation.open(ROUTINE)
    advice = conversation.advice()
    assert [way["id"] for way in advice["next"]] == ["c"]
    expect(alert(conversation.page)).to_have_count(0)


def test_nothing_moves_under_the_reader_while_the_answer_comes_in(page: Page, conversation: Conversation) -> None:
    page.set_viewport_size({"width": 412, "height": 823})
    page.add_init_script(
        """window.moved = [];
        const note = (list) => {
          for (const one of list.getEntries())
            for (const { node, previousRect, currentRect } of one.sources)
              moved.push(`${node?.className}: ${previousRect.y} to ${currentRect.y}`);
        };
        new PerformanceObserver(note).observe({ type: "layout-shift", buffered: true });"""
    )
    conversation.open(f"{ROUTINE}&them=police")
    conversation.advice()
    assert page.evaluate("moved") == []


def test_a_link_to_another_answer_is_opened_in_the_page_that_stands(page: Page, conversation: Conversation) -> None:
    conversation.open(ROUTINE)
    conversation.advice()
    page.evaluate("location.hash = 'stage=start&urgency=immediate'")
    expect(conversation.answer).to_have_attribute("data-advice", re.compile('"kind":"outside"'))
    page.go_back()
    expect(conversation.answer).not_to_have_attribute("data-advice", re.compile('"kind":"outside"'))


def test_an_answer_changed_after_a_link_is_kept_through_back_and_forward(page: Page, conversation: Conversation) -> None:
    conversation.open(ROUTINE)
    conversation.advice()
    conversation.change("stage")
    changed = conversation.answer_all(stage="c")
    page.go_back()
    expect(conversation.heading("stage")).to_be_focused()
    page.go_forward()
    assert conversation.advice() == changed


@pytest.mark.parametrize("field", ["stage", "urgency", "them", "you", "side", "situation", "resolved"])
def test_an_id_that_does_not_exist_opens_its_question_and_keeps_the_others(standing: Conversation, field: str) -> None:
    given = {"stage": "b", "urgency": "routine", "them": "police", "resolved": "false", field: "zz-none"}
    standing.open("&".join(f"{name}={value}" for name, value in given.items()))
    expect(standing.heading(field)).to_be_visible()
    expect(alert(standing.page)).to_contain_text('The link says "zz-none", which is not one of these.')
    kept = [name for name in ("stage", "urgency", "them") if name != field]
    standing.page.get_by_text("Your answers:").click()
    for name in kept:
        expect(standing.page.get_by_role("button", name=f"Change {standing.questions[name].short.lower()}")).to_be_visible()


def test_the_question_of_a_wrong_id_answered_the_answer_stands(standing: Conversation) -> None:
    standing.open("stage=b&urgency=zz-none&them=police")
    advice = standing.answer_all(urgency="routine")
    assert "gmp" in {contact["id"] for contact in advice["contacts"]}


@pytest.mark.parametrize("more", ["colour=blue", "since=2026-03-02", "area=north"])
def test_what_a_link_may_not_hold_is_left_out_and_said(standing: Conversation, more: str) -> None:
    standing.open(f"{ROUTINE}&{more}")
    assert all(limit["due"] is None for limit in standing.advice()["deadlines"])
    expect(alert(standing.page)).to_contain_text(more.partition("=")[0])
    expect(alert(standing.page)).to_contain_text("left out")


@pytest.mark.parametrize("forged", ["%3Cimg+src%3Dx%3E", "Ring+0161+496+0000+now", "ring-0161-496-0000"])
def test_whoever_makes_a_link_does_not_speak_in_our_voice(standing: Conversation, site: str, forged: str) -> None:
    standing.open(f"{ROUTINE}&{forged}=1")
    expect(alert(standing.page)).to_have_text("The link holds what this page does not use (...). It was left out.")
    standing.open(f"stage=b&urgency=routine&them={forged}")
    expect(alert(standing.page)).to_contain_text('The link says "...", which is not one of these.')
    for address in (f"next-step/#partnership={forged}&{ROUTINE}", f"embed/?partnership={forged}"):
        standing.page.goto(site + address)
        expect(alert(standing.page)).to_contain_text('says "...", which is none of these.')


def test_a_shared_link_holds_ids_only_and_gives_the_same_answer(page: Page, conversation: Conversation) -> None:
    conversation.open()
    conversation.answer_all(stage="b", resolved="false", urgency="routine", them="police")
    conversation.change("since")
    given = conversation.answer_all(since="2026-03-02T09:30")
    conversation.press("Make a link to this answer")
    link = page.get_by_label(re.compile("This link holds only")).input_value()
    assert link == f"{conversation.address}#{ROUTINE}"
    expect(page).to_have_url(conversation.address)
    page.goto("about:blank")
    page.goto(link)
    shared = conversation.advice()
    assert [way["id"] for way in shared["next"]] == [way["id"] for way in given["next"]]


def test_a_settled_case_is_shared_as_settled(page: Page, conversation: Conversation) -> None:
    conversation.open()
    given = conversation.answer_all(stage="b", resolved="true", urgency="routine", them="")
    conversation.press("Make a link to this answer")
    link = page.get_by_label(re.compile("This link holds only")).input_value()
    page.goto("about:blank")
    page.goto(link)
    assert conversation.advice() == given


def test_a_link_to_the_shared_entrance_is_passed_on(page: Page, site: str, conversation: Conversation) -> None:
    page.goto(f"{site}next-step/#partnership=salford&{ROUTINE}")
    page.wait_for_url(re.compile("/salford/next-step/"))
    assert [way["id"] for way in conversation.advice()["next"]] == ["c"]


@pytest.mark.parametrize("entrance", ["next-step/", "salford/next-step/"])
def test_a_link_for_a_partnership_that_is_not_here_asks_where_the_child_lives(
    page: Page, site: str, conversation: Conversation, entrance: str
) -> None:
    page.goto(f"{site}{entrance}#partnership=atlantis&{ROUTINE}")
    expect(page.get_by_role("heading", name="Where does the child live?")).to_be_visible()
    expect(alert(page)).to_contain_text('"atlantis"')
    page.get_by_role("link", name=re.compile("^Salford")).click()
    assert [way["id"] for way in conversation.advice()["next"]] == ["c"]
