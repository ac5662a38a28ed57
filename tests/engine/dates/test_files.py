"""The files that a reader takes away: a calendar of the dates and a contact as a card, or the reason why there is none."""

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as any_

from helper.engine.case import CaseProblem, read_case
from helper.engine.dates.acts import ACTS
from helper.engine.dates.lines import content_line, escape_text, text_line
from tests.partnerships import every_partnership

MODELS = {partnership.id: partnership.model for partnership in every_partnership()}
STAMP = {"now": "2026-11-25T10:00:00Z", "id": "0f-9a"}
LETTERS = ["a", " ", "é", "ł", "ش", "🙂", ",", ";", "\\", "\n", "\r\n", "\t", ":", '"', "\x00", "\x1f", "\x7f", "\u2028", "\ud800"]


def ask(do: str, name: str, case: dict[str, Any], **more: Any) -> dict[str, Any]:
    model = MODELS[name]
    return ACTS[do](model, read_case(model, {"partnership": name, "urgency": "routine", **case}), more)


def calendar(name: str, case: dict[str, Any], **more: Any) -> str:
    return str(ask("write_calendar", name, case, **STAMP, **more)["file"]["text"])


def test_the_calendar_is_named_after_the_procedure() -> None:
    file = ask("write_calendar", "trafford", {"stage": "1", "since": "2026-11-25"}, **STAMP)["file"]
    assert (file["name"], file["type"]) == ("trafford-escalation-dates.ics", "text/calendar")


@pytest.mark.parametrize(
    "case", [{"stage": "1"}, {"stage": "1", "since": "2011-01-01"}, {"stage": "1", "since": "2026-11-25", "resolved": True}]
)
def test_where_there_is_no_date_there_is_a_reason_and_no_file(case: dict[str, Any]) -> None:
    reply = ask("write_calendar", "trafford", case, **STAMP)
    assert set(reply) == {"refused"}
    assert "no date" in reply["refused"]


def test_an_agreed_date_that_is_none_is_not_left_out_in_silence() -> None:
    reply = ask("write_calendar", "trafford", {"stage": "1", "since": "2026-11-25"}, agreed="soon", **STAMP)
    assert "not whole" in reply["refused"]


def test_the_last_day_that_there_is_is_refused_and_does_no_harm() -> None:
    reply = ask("write_calendar", "trafford", {"stage": "1", "since": "2026-11-25"}, agreed="9999-12-31", **STAMP)
    assert "not whole" in reply["refused"]


def test_an_agreed_day_is_no_allowance_in_the_calendar_either() -> None:
    text = calendar("salford", {"stage": "b", "since": "2026-11-25"}, agreed="2100-12-31").replace("\r\n ", "")
    assert text.count("BEGIN:VEVENT") == 1
    assert text.count(escape_text(MODELS["salford"].general.sooner.text)) == 1
    assert escape_text("so it was not checked for one.") in text


def test_the_same_case_gives_the_same_bytes() -> None:
    case = {"stage": "1", "since": "2026-11-25"}
    assert calendar("trafford", case) == calendar("trafford", dict(reversed(case.items())))


def test_what_the_page_sends_as_an_id_comes_out_in_the_uid_alone_and_without_marks() -> None:
    text = ask("write_calendar", "trafford", {"stage": "1", "since": "2026-11-25"}, now=STAMP["now"], id="x9\r\nATTENDEE:y")
    lines = text["file"]["text"].split("\r\n")
    assert [line for line in lines if "x9" in line] == [f"UID:x9ATTENDEEy-{n}@escalation-guide.invalid" for n in range(1, 5)]
    assert not any(line.startswith("ATTENDEE") for line in lines)


def test_an_id_keeps_its_hyphens() -> None:
    assert "UID:0f-9a-1@escalation-guide.invalid" in calendar("trafford", {"stage": "1", "since": "2026-11-25"})


def test_nothing_of_the_case_but_its_stage_stands_in_the_file() -> None:
    """Who the reader works for and whom they disagree with is nobody's business who sees the calendar."""
    case = {"stage": "1", "since": "2026-11-25"}
    assert calendar("trafford", case) == calendar("trafford", {**case, "you": "school", "them": "police", "side": "raising"})


def test_a_limit_in_hours_brings_the_rules_of_the_clock_and_one_in_days_does_not_need_them() -> None:
    assert "VTIMEZONE" in calendar("northmere", {"stage": "tier-1", "since": "2026-11-25T10:00", "urgency": "urgent"})
    assert "VTIMEZONE" not in calendar("trafford", {"stage": "1", "since": "2026-11-25"})


def test_a_card_is_only_there_for_a_contact_that_the_answer_names() -> None:
    case = {"stage": "a", "them": "substance-misuse"}
    file = ask("write_card", "salford", case, contact="achieve-murphy", today="2026-11-25")["file"]
    assert (file["name"], file["type"]) == ("achieve.vcf", "text/vcard")
    with pytest.raises(CaseProblem, match="no contact called 'early-help-team'") as raised:
        ask("write_card", "salford", case, contact="early-help-team", today="2026-11-25")
    assert raised.value.field == "contact"


def test_a_card_needs_the_day_on_which_it_is_saved() -> None:
    case = {"stage": "a", "them": "substance-misuse"}
    with pytest.raises(CaseProblem, match="'today' is no date"):
        ask("write_card", "salford", case, contact="achieve-murphy", today="today")


@given(any_.integers(0, 10**30))
def test_no_line_is_too_long_no_letter_is_cut_and_none_is_lost(seed: int) -> None:
    text = drawn(seed)
    lines = text_line("SUMMARY", text).split("\r\n")
    assert lines.pop() == ""
    assert all(len(line.encode()) <= 75 for line in lines)
    assert all(line.startswith(" ") for line in lines[1:])
    assert lines[0] + "".join(line[1:] for line in lines[1:]) == f"SUMMARY:{escape_text(text)}"


def drawn(seed: int) -> str:
    """Spell a number in letters that are hard on a format."""
    letters = []
    while seed:
        seed, place = divmod(seed, len(LETTERS))
        letters.append(LETTERS[place] * (1 + place * 3 % 11))
    return "".join(letters)


def test_what_may_not_stand_in_a_line_is_left_out_and_every_line_end_is_kept_as_one() -> None:
    assert escape_text("a\x00b\x7fc\ud800d\te") == "abcd\te"
    assert escape_text("a\r\nb\rc\u2028d") == "a\\nb\\nc\\nd"


def test_an_empty_value_is_a_line_too() -> None:
    assert content_line("X", "") == "X:\r\n"
