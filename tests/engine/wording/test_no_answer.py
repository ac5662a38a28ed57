"""No answer: until when to wait is the source's, or said to be in it nowhere; who is next is the next stage; no date is made up."""

import html
import re
from dataclasses import replace

import pytest

from helper.engine.advise import advise
from helper.engine.case import Case, read_case
from helper.engine.html import join
from helper.engine.model import SIDES, START, URGENCIES, Model, When
from helper.engine.view import Asked
from helper.engine.way import begin_at
from helper.engine.wording.no_answer import is_for_waiting, no_answer
from helper.engine.words import say_limit
from tests.drawn import STARTS, draw
from tests.partnerships import every_partnership

EVERY = {partnership.id: partnership.model for partnership in every_partnership()}
each = pytest.mark.parametrize("model", EVERY.values(), ids=EVERY)


def shown(model: Model, case: Case) -> str:
    return html.unescape(re.sub(r"<[^>]*>", "", join(no_answer(Asked(model, case, advise(model, case), "")))))


@each
@pytest.mark.parametrize("side", SIDES)
def test_names_the_stage_that_follows_and_what_to_do_there(model: Model, side: str) -> None:
    for stage in model.procedure.stages:
        said = shown(model, Case(model.procedure.id, stage.id, "routine", side=side))  # type: ignore[arg-type]
        if stage.onward:
            to = model.procedure.stage(stage.onward.to)
            assert f"Next after {stage.label}: {to.label}, {to.title}" in said
            assert getattr(to.headline, side).text in said
        else:
            assert f"After {stage.label} the document names nobody further." in said
            assert model.procedure.ending.headline.text in said
            assert model.general.ask.text in said


@each
def test_says_the_sources_time_to_wait_or_that_it_sets_none(model: Model) -> None:
    for stage in model.procedure.stages:
        case = Case(model.procedure.id, stage.id, "routine")
        said, gap = shown(model, case), model.wording.of(stage.id).no_answer
        limits = [one for one in advise(model, case)["deadlines"] if one["stage"] == stage.id and is_for_waiting(one)]
        assert limits or gap
        for limit in limits:
            assert f"{stage.label}, when to stop waiting at the latest: {say_limit(limit)}. {limit['text']}" in said
        if gap and not limits:
            assert gap.text in said


def test_that_no_time_is_set_is_said_to_those_for_whom_it_holds() -> None:
    model = EVERY["northmere"]
    gap = model.wording.of("tier-3").no_answer
    assert gap
    of_one_side = replace(gap, when=When(side=("raising",)))
    stages = tuple(replace(one, no_answer=of_one_side) if one.stage == "tier-3" else one for one in model.wording.stages)
    model = replace(model, wording=replace(model.wording, stages=stages))
    for side in SIDES:
        said = shown(model, Case("northmere", "tier-3", "routine", side=side))  # type: ignore[arg-type]
        assert (gap.text in said) == (side == "raising")


@each
def test_a_time_to_raise_or_to_report_is_no_time_to_wait(model: Model) -> None:
    for case in (read_case(model, plain) for plain in draw(model, 100)):
        for limit in advise(model, case)["deadlines"]:
            if limit["for"] not in ("reply", "resolve") or limit["unit"] in (None, "straight_away"):
                assert not is_for_waiting(limit)


@each
def test_never_gives_a_date_also_where_the_reader_says_when_it_began(model: Model) -> None:
    for plain in draw(model, 200, STARTS):
        case = read_case(model, plain)
        without = read_case(model, {name: value for name, value in plain.items() if name != "since"})
        assert shown(model, case) == shown(model, without)
        assert not re.search(r"\b(19|20)\d\d-\d\d-\d\d\b", shown(model, case))


@each
def test_a_number_of_days_stands_there_only_where_the_source_has_it(model: Model) -> None:
    for case in (read_case(model, plain) for plain in draw(model, 200)):
        lengths = {say_limit(limit) for limit in advise(model, case)["deadlines"]}
        for said in re.findall(r"when to stop waiting at the latest: ([^.]*)\.", shown(model, case)):
            assert said in lengths


@each
def test_urgency_never_takes_a_stage_away_and_adds_the_faster_ways(model: Model) -> None:
    for stage in (START, *(stage.id for stage in model.procedure.stages)):
        for urgency in URGENCIES:
            case = Case(model.procedure.id, stage, urgency)
            said = shown(model, case)
            for jump in begin_at(model.procedure, case):
                to = model.procedure.stage(jump.stage)
                assert stage == START or re.search(rf"Next after [^:]*: {re.escape(to.label)}, ", said)
            grave = urgency in ("significant_harm", "immediate")
            assert ("Do not wait with this:" in said) == grave


@each
def test_that_silence_means_not_resolved_is_said_to_be_ours(model: Model) -> None:
    case = Case(model.procedure.id, model.procedure.stages[0].id, "routine")
    said = shown(model, case)
    assert f"{model.general.agree_day.text} our general advice" in said
    assert f"{model.general.silence.text} our general advice" in said


@each
def test_nothing_is_said_once_it_is_settled(model: Model) -> None:
    assert shown(model, Case(model.procedure.id, model.procedure.stages[0].id, "routine", True)) == ""


@each
def test_what_is_to_be_raised_straight_away_is_not_put_off_to_a_day_agreed(model: Model) -> None:
    for case in (read_case(model, plain) for plain in draw(model, 200)):
        for limit in advise(model, case)["deadlines"]:
            if limit["for"] == "raise" and limit["unit"] == "straight_away" and not case.resolved:
                assert f"Do not delay: {limit['text']}" in shown(model, case)


@each
def test_a_faster_way_that_is_a_choice_is_said_as_a_choice(model: Model) -> None:
    for stage in model.procedure.stages:
        for urgency in URGENCIES:
            case = Case(model.procedure.id, stage.id, urgency)
            for jump in begin_at(model.procedure, case):
                to = model.procedure.stage(jump.stage)
                said = re.search(rf"Next after {re.escape(stage.label)}: {re.escape(to.label)}, .*", shown(model, case))
                assert said
                assert jump.text in said[0]
                assert ("If so: " in said[0].split(to.headline.raising.text)[0]) == (jump.choice == "may")
