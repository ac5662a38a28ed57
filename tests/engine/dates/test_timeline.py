"""The days that a procedure sets, from the stage begun to the top: none is invented, none is later where it is more urgent."""

import re
from dataclasses import replace
from datetime import date, timedelta
from functools import cache
from itertools import pairwise
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as any_

from helper.engine.case import Case, read_case
from helper.engine.dates.rows import Row, order_of, problem_with
from helper.engine.dates.timeline import Timeline, timeline
from helper.engine.deadlines import deadlines
from helper.engine.model import START, URGENCIES, Model, Stage
from tests.partnerships import every_partnership

MODELS = {partnership.id: partnership.model for partnership in every_partnership()}
STAGES = [(name, stage) for name, model in MODELS.items() for stage in (START, *(one.id for one in model.procedure.stages))]
each_stage = pytest.mark.parametrize(("name", "stage"), STAGES, ids=[f"{name}-{stage}" for name, stage in STAGES])
SINCE = ("2026-11-25", "2026-11-25T10:00", "2026-12-14", "2026-04-01", "2026-11-28", "2028-12-20", "2011-01-01")


@cache
def case_of(name: str, stage: str, since: str = "", urgency: str = "routine", **more: Any) -> Case:
    return read_case(MODELS[name], {"partnership": name, "stage": stage, "urgency": urgency, "since": since, **more})


def days(name: str, stage: str, since: str, agreed: str = "", **more: Any) -> list[tuple[str, str, str | None]]:
    found = timeline(MODELS[name], case_of(name, stage, since, **more), agreed)
    return [(row.kind, row.label, row.due) for row in found.rows]


def test_where_each_stage_has_a_limit_the_way_goes_to_the_top_over_christmas_and_new_year() -> None:
    assert days("trafford", "1", "2026-12-14") == [
        ("latest", "Stage 1", "2026-12-30"),
        ("latest", "Stage 2", "2027-01-14"),
        ("latest", "Stage 3", "2027-01-28"),
        ("latest", "Stage 4", "2027-02-11"),
    ]


def test_over_easter_two_bank_holidays_are_left_out() -> None:
    assert days("trafford", "4", "2026-03-30") == [("latest", "Stage 4", "2026-04-15")]


def test_every_day_of_a_count_is_there_with_the_reason_why_it_is_not_counted() -> None:
    found = timeline(MODELS["trafford"], case_of("trafford", "4", "2026-03-30"))
    said = {day["date"]: day["why"] or day["number"] for day in found.rows[0].days}
    assert said["2026-04-03"] == "bank holiday: Good Friday"
    assert said["2026-04-04"] == "weekend"
    assert said["2026-04-15"] == 10
    assert len(said) == 17


def test_a_stage_that_rests_on_the_one_before_says_so_and_the_first_does_not() -> None:
    found = timeline(MODELS["trafford"], case_of("trafford", "2", "2026-11-25"))
    assert [row.after for row in found.rows] == [None, "Stage 2", "Stage 3"]


def test_before_anything_began_no_day_is_taken_for_the_beginning_of_a_stage() -> None:
    found = timeline(MODELS["trafford"], case_of("trafford", START, "2026-11-25"))
    assert [(row.kind, row.label, row.after) for row in found.rows] == [
        ("undated", f"Stage {number}", None) for number in range(1, 5)
    ]
    assert found.dated() == ()


def test_at_the_start_what_is_counted_from_the_concern_has_its_day() -> None:
    assert days("pan-cheshire", START, "2026-11-25")[0] == ("latest", "Step 1", "2026-11-26")


def test_a_limit_from_another_event_has_no_day_and_says_from_which() -> None:
    found = timeline(MODELS["pan-cheshire"], case_of("pan-cheshire", "1", "2026-11-25"))
    last = found.rows[-1]
    assert (last.kind, last.label, last.due) == ("undated", "Step 4", None)
    assert last.text.startswith("Counted from the day the issue was brought")


def test_the_way_ends_where_the_text_sets_no_limit_and_says_so_with_its_source() -> None:
    found = timeline(MODELS["salford"], case_of("salford", "b", "2026-11-25"))
    assert [row.kind for row in found.rows] == ["undated", "unset"]
    assert any("sets no time within which the line managers" in said["text"] for said in found.rows[1].said)
    assert all(said["citation"]["section"] for said in found.rows[1].said)


def test_where_the_days_end_it_is_said_once_and_not_at_each_later_stage() -> None:
    first, *later = MODELS["trafford"].procedure.stages
    stages = (first, *(replace(one, limits=()) for one in later))
    model = replace(MODELS["trafford"], procedure=replace(MODELS["trafford"].procedure, stages=stages))
    found = timeline(model, case_of("trafford", first.id, "2026-11-25"))
    assert [(row.kind, row.place) for row in found.rows] == [("latest", first.id), ("unset", later[0].id)]


def test_a_limit_that_is_said_in_two_ways_is_handled_as_in_the_answer() -> None:
    case = case_of("northmere", "tier-1", "2026-11-20T18:00", urgency="urgent")
    found = timeline(MODELS["northmere"], case)
    assert found.rows[0].due == "2026-11-22T18:00"
    assert found.rows[0].due in [limit["due"] for limit in deadlines(MODELS["northmere"], case)]


def test_a_stage_that_the_partnership_takes_is_named_as_such() -> None:
    found = timeline(MODELS["northmere"], case_of("northmere", "tier-2", "2026-11-25"))
    assert {row.label: row.by_partnership for row in found.rows} == {"Tier 2": False, "Tier 3": True}


def test_on_a_day_that_is_no_working_day_the_same_working_day_is_no_date_but_now() -> None:
    found = timeline(MODELS["wigan"], case_of("wigan", START, "2026-11-28", urgency="immediate"))
    assert found.rows[0].due is None
    assert "do it now" in found.rows[0].text


@pytest.mark.parametrize("since", ["2011-01-01", "2028-12-20"])
def test_outside_the_known_bank_holidays_no_day_is_given_and_the_reason_is(since: str) -> None:
    found = timeline(MODELS["trafford"], case_of("trafford", "1", since))
    assert found.dated() == ()
    assert found.rows[0].text.startswith("Bank holidays are known only from")


def test_where_the_bank_holidays_end_on_the_way_the_days_end_too() -> None:
    found = timeline(MODELS["trafford"], case_of("trafford", "1", "2028-12-04"))
    assert [(row.label, row.due) for row in found.rows] == [
        ("Stage 1", "2028-12-18"),
        ("Stage 2", None),
        ("Stage 3", None),
        ("Stage 4", None),
    ]


@each_stage
def test_no_date_and_no_settled_case_has_a_timeline(name: str, stage: str) -> None:
    assert timeline(MODELS[name], case_of(name, stage)) == Timeline()
    if stage != START:
        assert timeline(MODELS[name], case_of(name, stage, "2026-11-25", resolved=True)) == Timeline()


@each_stage
def test_every_stage_of_every_procedure_has_a_limit_or_says_that_there_is_none(name: str, stage: str) -> None:
    """It rests on nothing but the model: every sentence of a row is one of the procedure's statements, with its citation."""
    text = repr(MODELS[name])
    for since in SINCE:
        found = timeline(MODELS[name], case_of(name, stage, since))
        assert found.rows, since
        for row in found.rows:
            assert row.limit or row.said or row.kind == "unset"
            for said in (*([row.limit] if row.limit else []), *row.said, *row.doubts):
                assert repr(said["text"])[1:-1] in text
                assert said["citation"]["section"]


@each_stage
def test_the_real_procedures_say_in_their_own_words_that_they_set_no_limit(name: str, stage: str) -> None:
    found = timeline(MODELS[name], case_of(name, stage, "2026-11-25"))
    unset = [row for row in found.rows if row.kind == "unset"]
    assert len(unset) <= 1
    # Step 4 of Pan-Cheshire has a limit, from another event; Northmere is invented, and its last stage says nothing of it.
    assert all(row.said for row in unset) or name == "northmere"


@each_stage
def test_the_days_of_the_stage_begun_are_those_of_the_answer(name: str, stage: str) -> None:
    for urgency in URGENCIES:
        case = case_of(name, stage, "2026-11-25T10:00", urgency=urgency)
        answered = {(limit["text"], limit["due"]) for limit in deadlines(MODELS[name], case) if limit["due"]}
        found = timeline(MODELS[name], case)
        shown = {(row.limit["text"], row.due) for row in found.rows if row.limit and row.due and not row.after}
        assert shown == answered


def ends(name: str, stage: str, since: str, urgency: str) -> dict[tuple[str, str], Row]:
    found = timeline(MODELS[name], case_of(name, stage, since, urgency=urgency))
    return {(row.place, row.limit["for"]): row for row in reversed(found.dated()) if row.limit}


@each_stage
def test_a_more_urgent_case_is_never_later(name: str, stage: str) -> None:
    for since in ("2026-11-25T10:00", "2026-12-23T16:30", "2026-04-02"):
        for less, more in pairwise(URGENCIES):
            before, after = ends(name, stage, since, less), ends(name, stage, since, more)
            for key in before.keys() & after.keys():
                assert order_of(after[key].due or "") <= order_of(before[key].due or ""), (since, more, key)


@given(any_.dates(date(2012, 1, 3), date(2028, 12, 26)), any_.sampled_from(STAGES))
def test_no_day_comes_before_the_beginning_and_no_stage_before_the_one_it_rests_on(day: date, place: tuple[str, str]) -> None:
    name, stage = place
    found = timeline(MODELS[name], case_of(name, stage, day.isoformat()))
    for row in found.dated():
        assert (row.due or "") >= day.isoformat()
        rests_on = [one.due for one in found.dated() if one.label == row.after and one.limit and one.limit["for"] == "resolve"]
        assert not rests_on or order_of(row.due or "") >= min(order_of(due or "") for due in rests_on)


def test_what_is_agreed_is_kept_apart_from_what_the_procedure_sets() -> None:
    assert days("trafford", "4", "2026-11-25", agreed="2026-12-01") == [
        ("latest", "Stage 4", "2026-12-09"),
        ("agreed", "Stage 4", "2026-12-01"),
    ]


def remarks(name: str, stage: str, agreed: str, since: str = "2026-11-25") -> str:
    found = timeline(MODELS[name], case_of(name, stage, since), agreed)
    return " ".join(next(row for row in found.rows if row.kind == "agreed").remarks)


@pytest.mark.parametrize(
    ("stage", "agreed", "said"),
    [
        ("4", "2026-12-09", ""),
        ("4", "2026-12-10", "later than the procedure's latest day, Wednesday 9 December 2026"),
        ("4", "2026-11-24", "before Stage 4 began, Wednesday 25 November 2026"),
        (START, "2026-11-24", "before the concern arose"),
        ("4", "2026-11-28", "no working day (weekend)"),
        ("4", "2026-12-25", "no working day (bank holiday: Christmas Day)"),
    ],
)
def test_what_is_odd_about_an_agreed_day_is_said(stage: str, agreed: str, said: str) -> None:
    found = remarks("trafford", stage, agreed)
    assert said in found
    assert bool(said) == bool(found)


def test_an_agreed_day_outside_the_known_bank_holidays_was_not_checked_for_one() -> None:
    known = MODELS["salford"].holidays.days
    first, last = (date.fromisoformat(day) for day in (min(known), max(known)))
    for day, is_known in ((first, True), (last, True), (first - timedelta(days=1), False), (last + timedelta(days=1), False)):
        said = remarks("salford", "b", day.isoformat(), since="2000-01-01")
        assert ("Bank holidays are not known for that day, so it was not checked for one." in said) == (not is_known), day


def test_where_no_bank_holiday_is_known_no_agreed_day_was_checked_and_the_last_there_is_does_no_harm() -> None:
    model = replace(MODELS["salford"], holidays=replace(MODELS["salford"].holidays, days={}))
    for day in ("2026-11-25", "9999-12-31"):
        found = timeline(model, case_of("salford", "b", "2026-11-25"), day)
        assert found.rows[-1].remarks[-1].endswith("it was not checked for one.")


@pytest.mark.parametrize(
    "text",
    ["2026-02-30", "tomorrow", "2026-11-25T10:00", "0026-11-25", "1999-12-31", "2101-01-01", "9999-12-31", "2026-11-25 ", "<b>"],
)
def test_what_is_no_day_is_no_agreed_day(text: str) -> None:
    assert "not whole" in problem_with(text)


@pytest.mark.parametrize("text", ["", "2026-02-28", "2000-01-01", "2100-12-31"])
def test_a_day_or_none_is_no_problem(text: str) -> None:
    assert problem_with(text) == ""


def open_ended(model: Model, stage: Stage) -> Model:
    """Give a model in which one stage has no limit."""
    changed = tuple(replace(one, limits=()) if one.id == stage.id else one for one in model.procedure.stages)
    return replace(model, procedure=replace(model.procedure, stages=changed))


def test_after_a_stage_with_no_limit_no_day_is_worked_out() -> None:
    whole = MODELS["trafford"]
    model = open_ended(whole, whole.procedure.stages[2])
    found = timeline(model, case_of("trafford", "1", "2026-11-25"))
    assert [(row.kind, row.label) for row in found.rows] == [
        ("latest", "Stage 1"),
        ("latest", "Stage 2"),
        ("unset", "Stage 3"),
        ("undated", "Stage 4"),
    ]


def test_days_one_after_the_other_are_numbered_without_a_hole() -> None:
    for row in timeline(MODELS["northmere"], case_of("northmere", "tier-2", "2026-11-25")).dated():
        numbers = [day["number"] for day in row.days if day["number"] is not None]
        assert numbers == list(range(1, len(numbers) + 1))
        first, last = (date.fromisoformat(row.days[index]["date"]) for index in (0, -1))
        assert last - first == timedelta(days=len(row.days) - 1)


def test_a_day_ends_later_than_any_moment_of_it_and_before_the_next() -> None:
    ends = ["2026-12-09T00:00", "2026-12-09T23:59", "2026-12-09", "2026-12-10T00:00"]
    assert sorted(ends, key=order_of) == ends


def test_no_sentence_calls_a_limit_an_allowance() -> None:
    for name, stage in STAGES:
        for row in timeline(MODELS[name], case_of(name, stage, "2026-11-25")).rows:
            assert not re.search(r"you have (until|\d)", row.text)
