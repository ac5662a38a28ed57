"""From an answer to action on the same page: a form, dates for the calendar, a contact, words to paste; through to the disk."""

import re
from datetime import date
from pathlib import Path

import icalendar
import pytest
import vobject
from playwright.sync_api import Page, expect

from tests.browser.conversation import Conversation
from tests.browser.desk import Desk, answering
from tests.browser.paper import squeezed, visible_text

ENGINE = re.compile(r"/assets/engine/")
SENIOR = "stage=b&resolved=false&urgency=routine&them=police&you=school"


def open_answer(page: Page, site: str, partnership: str, link: str, since: str = "") -> Conversation:
    """Open an answer, with the day its stage began where there is one."""
    conversation = Conversation(page, site, partnership)
    conversation.open(link)
    conversation.advice()
    if since:
        conversation.change("since")
        conversation.answer_all(since=since)
    return conversation


def open_notice(page: Page, conversation: Conversation) -> Desk:
    """Go from the answer to its form."""
    conversation.answer.get_by_role("link", name=re.compile("Fill it in here")).first.click()
    desk = Desk(page, "notice")
    expect(desk.root.get_by_role("heading", level=2)).to_be_focused()
    return desk


def test_a_form_opens_beside_its_answer_and_both_are_kept(page: Page, site: str) -> None:
    conversation = open_answer(page, site, "salford", SENIOR)
    desk = open_notice(page, conversation)
    expect(page).to_have_url(re.compile(r"/next-step/$"))
    expect(conversation.answer).to_be_hidden()
    desk.fill({"child-name": "A"})
    page.get_by_role("button", name="Back to the answer").click()
    expect(conversation.headline).to_be_focused()
    expect(desk.root).to_be_hidden()
    desk = open_notice(page, conversation)
    assert desk.entries() == {"child-name": "A"}


@pytest.mark.parametrize("folder", ["salford/next-step/", "embed/?partnership=salford"])
def test_a_sheet_that_was_looked_over_is_printed_alone(page: Page, site: str, folder: str) -> None:
    page.goto(f"{site}{folder}#{SENIOR}")
    desk = open_notice(page, Conversation(page, site))
    desk.fill({"child-name": "Somebody"})
    desk.look()
    printed = visible_text(page)
    assert printed.startswith(squeezed("Salford Safeguarding Children Partnership"))
    assert "Somebody" in printed
    assert squeezed("Something wrong here?") not in printed
    assert squeezed("Open the whole guide") not in printed


def test_what_the_helper_knows_is_offered_and_never_forced(page: Page, site: str) -> None:
    desk = open_notice(page, open_answer(page, site, "salford", SENIOR))
    assert desk.entries() == {}
    for name in ("School", "Police", "Stage B: Line manager to line manager"):
        desk.root.get_by_role("button", name=re.compile(f"^Use “{name}")).click()
    desk.fill({"completed-name": "Someone"})
    entries = desk.entries()
    assert entries["completed-agency"].startswith("School")
    assert entries["sent-to-1"].startswith("Police")
    assert entries["evidence"] == "Stage B: Line manager to line manager"


def test_starting_again_clears_a_form_that_was_begun_once_the_reader_agrees(page: Page, site: str) -> None:
    conversation = open_answer(page, site, "salford", SENIOR)
    desk = open_notice(page, conversation)
    desk.fill({"child-name": "A"})
    page.get_by_role("button", name="Back to the answer").click()
    conversation.press("Start again")
    conversation.press("No, keep it")
    expect(conversation.headline).to_be_visible()
    assert desk.entries() == {"child-name": "A"}
    conversation.press("Start again")
    conversation.press("Yes, start again")
    expect(conversation.heading("stage")).to_be_focused()
    assert desk.entries() == {}


def test_leaving_the_helper_with_a_form_begun_warns(page: Page, site: str) -> None:
    desk = open_notice(page, open_answer(page, site, "salford", SENIOR))
    desk.fill({"child-name": "A"})
    asked = answering(page, yes=True)
    page.goto(site)
    assert [one.split(":")[0] for one in asked] == ["beforeunload"]


def test_the_dates_of_every_stage_to_the_top_stand_below_the_answer_and_go_into_a_calendar(
    page: Page, site: str, tmp_path: Path
) -> None:
    open_answer(page, site, "trafford", "stage=1&urgency=routine", "2026-12-14")
    dates = page.locator("[data-timeline]")
    for day in ("Wednesday 30 December 2026", "Thursday 14 January 2027", "Thursday 28 January 2027", "Thursday 11 February 2027"):
        expect(dates.get_by_text(day).first).to_be_visible()
    expect(dates.get_by_role("img")).to_be_visible()
    with page.expect_download() as download:
        dates.get_by_role("button", name="Put these dates into my calendar").click()
    file = tmp_path / download.value.suggested_filename
    download.value.save_as(file)
    assert file.name == "trafford-escalation-dates.ics"
    expected = [date(2026, 12, 30), date(2027, 1, 14), date(2027, 1, 28), date(2027, 2, 11)]
    text = file.read_bytes().decode()
    assert [event.decoded("dtstart") for event in icalendar.Calendar.from_ical(text).walk("VEVENT")] == expected
    assert [event.dtstart.value for event in vobject.readOne(text).vevent_list] == expected


def test_an_agreed_date_is_shown_as_agreed_and_goes_into_the_calendar(page: Page, site: str, tmp_path: Path) -> None:
    open_answer(page, site, "salford", "stage=b&resolved=false&urgency=routine", "2026-11-23")
    dates = page.locator("[data-timeline]")
    dates.get_by_label("A date you agreed with the other agency, if there is one").fill("2026-12-04")
    dates.get_by_label("A date you agreed with the other agency, if there is one").press("Tab")
    expect(dates.get_by_text("Friday 4 December 2026").first).to_be_visible()
    expect(dates.get_by_text(re.compile("agreed with the other agency", re.I)).last).to_be_visible()
    with page.expect_download() as download:
        dates.get_by_role("button", name="Put these dates into my calendar").click()
    file = tmp_path / download.value.suggested_filename
    download.value.save_as(file)
    (event,) = icalendar.Calendar.from_ical(file.read_bytes().decode()).walk("VEVENT")
    assert event.decoded("dtstart") == date(2026, 12, 4)
    assert "agreed" in str(event["summary"]).lower()


def test_what_is_odd_about_an_agreed_date_is_said_beside_it(page: Page, site: str) -> None:
    open_answer(page, site, "trafford", "stage=1&urgency=routine", "2026-11-23")
    agreed = page.get_by_label("A date you agreed with the other agency, if there is one")
    for day, said in (
        ("2026-12-04", "Noted as agreed: Friday 4 December 2026."),
        ("2026-12-20", "later than the procedure's latest day"),
        ("2026-11-02", "before Stage 1 began"),
        ("0026-12-04", "not whole"),
    ):
        agreed.fill(day)
        expect(agreed).to_have_accessible_description(re.compile(re.escape(said)))
    agreed.fill("")
    expect(agreed).not_to_have_accessible_description(re.compile("Noted|not whole"))


def test_an_agreed_date_is_not_taken_into_the_next_case(page: Page, site: str) -> None:
    conversation = open_answer(page, site, "salford", "stage=b&resolved=false&urgency=routine", "2026-11-23")
    agreed = page.get_by_label("A date you agreed with the other agency, if there is one")
    agreed.fill("2026-12-04")
    expect(agreed).to_have_accessible_description(re.compile("Noted as agreed"))
    conversation.press("Start again")
    conversation.answer_all(stage="b", resolved="false", urgency="routine", them="")
    conversation.change("since")
    conversation.answer_all(since="2026-11-30")
    expect(agreed).to_have_value("")
    expect(page.locator("[data-timeline]")).not_to_contain_text("as you agreed")


def test_another_stage_asks_anew_when_it_began(page: Page, site: str) -> None:
    conversation = open_answer(page, site, "trafford", "stage=1&urgency=routine", "2026-12-14")
    expect(page.locator("[data-timeline]")).to_contain_text("Stage 1 began")
    conversation.change("stage")
    conversation.answer_all(stage="3")
    expect(page.locator("[data-timeline]")).not_to_contain_text("Stage 3 began")
    expect(page.get_by_role("button", name="Say when it began")).to_be_visible()


def test_back_from_a_form_comes_to_the_answer_after_a_link_within_it(page: Page, site: str) -> None:
    conversation = open_answer(page, site, "trafford", "stage=2&urgency=routine", "2026-11-23")
    conversation.answer.get_by_role("link", name="All the dates").click()
    expect(page.locator("#the-dates")).to_be_in_viewport()
    open_notice(page, conversation)
    page.get_by_role("button", name="Back to the answer").click()
    expect(conversation.headline).to_be_visible()
    expect(page.locator("[data-desk='notice']")).to_be_hidden()


def test_where_python_fails_the_dates_say_so_and_are_tried_again(page: Page, site: str, broken: None) -> None:
    page.context.route(ENGINE, lambda route: route.abort())
    conversation = Conversation(page, site, "salford")
    conversation.open("stage=b&resolved=false&urgency=routine")
    conversation.advice(by="table")
    conversation.change("since")
    conversation.give("since", "2026-11-23")
    dates = page.locator("[data-timeline]")
    expect(dates).to_contain_text("The dates could not be counted here.")
    page.context.unroute(ENGINE)
    dates.get_by_role("button", name="Count these dates").click()
    expect(dates).to_contain_text("Stage B began on Monday 23 November 2026.")


def test_without_a_day_the_dates_are_asked_for_and_once_settled_there_are_none(page: Page, site: str) -> None:
    conversation = open_answer(page, site, "trafford", "stage=1&urgency=routine")
    page.get_by_role("button", name="Say when it began").click()
    expect(conversation.heading("since")).to_be_focused()
    conversation = open_answer(page, site, "trafford", "stage=1&resolved=true&urgency=routine")
    expect(page.locator("[data-timeline]")).to_be_hidden()


def test_one_contact_is_saved_as_a_card_with_the_service_first(page: Page, site: str, tmp_path: Path) -> None:
    conversation = open_answer(page, site, "salford", SENIOR)
    advice = conversation.advice()
    contact = next(one for one in advice["contacts"] if one["tel"] and not one["as_printed"])
    button = conversation.answer.locator(f"[data-card='{contact['id']}']")
    with page.expect_download() as download:
        button.click()
    file = tmp_path / download.value.suggested_filename
    download.value.save_as(file)
    card = vobject.readOne(file.read_bytes().decode())
    assert card.fn.value.startswith(contact["agency"])
    digits = [re.sub(r"\D", "", tel.value) for tel in card.tel_list]
    assert [re.sub(r"\D", "", number) for number in contact["tel"]] == digits
    assert "Check before use" in card.note.value


def test_words_and_the_slip_are_copied_as_they_stand(page: Page, site: str) -> None:
    page.context.grant_permissions(["clipboard-read", "clipboard-write"])
    conversation = open_answer(page, site, "salford", SENIOR)
    page.evaluate("() => { for (const $one of document.querySelectorAll('details')) $one.open = true; }")
    buttons = conversation.answer.locator("[data-copy-button]")
    words = conversation.answer.locator("[data-copy]")
    assert buttons.count() == words.count() > 1
    for at in (0, buttons.count() - 1):
        buttons.nth(at).click()
        expect(conversation.answer.get_by_text("Copied.").first).to_be_visible()
        assert page.evaluate("navigator.clipboard.readText()") == words.nth(at).evaluate("$words => $words.textContent")


def test_every_contact_goes_into_one_table_file(page: Page, site: str, tmp_path: Path) -> None:
    page.goto(f"{site}wigan/contacts/")
    with page.expect_download() as download:
        page.get_by_role("link", name=re.compile("CSV")).click()
    assert download.value.suggested_filename == "wigan-contacts.csv"
    download.value.save_as(tmp_path / "list.csv")
    assert "01942 828300" in (tmp_path / "list.csv").read_text(encoding="utf-8-sig")
