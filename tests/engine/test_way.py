"""What comes next, in the order in which to take it."""

from dataclasses import replace
from typing import Any

import pytest

from helper.engine.case import Case
from helper.engine.model import BeginAt, Procedure, UrgencyRule
from helper.engine.way import next_routes, steps_for
from tests.partnerships import invented, real

NORTHMERE = invented().partnerships["northmere"].model.procedure
SALFORD = real().partnerships["salford"].model.procedure


def ways(procedure: Procedure, **case: Any) -> list[tuple[str, str]]:
    full = Case(**{"partnership": procedure.id, "urgency": "routine", **case})
    return [(route.id, route.choice) for route in next_routes(procedure, full)]


@pytest.mark.parametrize(
    ("stage", "expected"),
    [("start", "a"), ("a", "b"), ("b", "c"), ("c", "d"), ("d", "e")],
)
def test_the_next_stage_follows_the_last_one_begun(stage: str, expected: str) -> None:
    assert ways(SALFORD, stage=stage) == [(expected, "must")]


def test_nothing_follows_the_last_stage() -> None:
    assert ways(SALFORD, stage="e") == []


def test_nothing_follows_what_is_resolved() -> None:
    for stage in ("a", "b", "c", "d", "e"):
        assert ways(SALFORD, stage=stage, resolved=True, urgency="urgent", situation="whistleblowing") == []


def test_a_danger_is_reported_even_where_the_disagreement_is_resolved() -> None:
    assert ways(SALFORD, stage="a", resolved=True, urgency="immediate") == [("bridge", "must")]


def test_may_adds_a_choice_beside_the_usual_stage() -> None:
    assert ways(NORTHMERE, stage="start", urgency="urgent") == [("tier-1", "must"), ("tier-2", "may")]


def test_must_replaces_the_usual_stage_and_the_may_for_the_same_stage() -> None:
    assert ways(NORTHMERE, stage="start", urgency="significant_harm") == [("report", "must"), ("tier-2", "must")]


def test_a_jump_is_not_offered_where_the_ladder_stands_as_high_already() -> None:
    assert ways(NORTHMERE, stage="tier-1", urgency="urgent") == [("tier-2", "must")]
    assert ways(NORTHMERE, stage="tier-2", urgency="significant_harm") == [("report", "must"), ("tier-3", "must")]


def test_the_ladder_stands_after_a_danger_and_a_situation() -> None:
    found = ways(SALFORD, stage="b", urgency="immediate", situation="quality-of-help")
    assert found == [("bridge", "must"), ("quality-of-help", "may"), ("c", "must")]


def test_a_more_urgent_rule_never_turns_must_into_may() -> None:
    urgency = NORTHMERE.urgency
    must, may = urgency.significant_harm.begin_at[0], urgency.urgent.begin_at[0]

    def swapped(first: BeginAt, second: BeginAt) -> Procedure:
        rules = replace(urgency, urgent=UrgencyRule(begin_at=(first,)), significant_harm=UrgencyRule(begin_at=(second,)))
        return replace(NORTHMERE, urgency=rules)

    assert ways(swapped(must, may), stage="start", urgency="significant_harm") == [("tier-2", "must")]
    assert ways(swapped(may, must), stage="start", urgency="significant_harm") == [("tier-2", "must")]
    assert ways(swapped(may, may), stage="start", urgency="immediate") == [("tier-1", "must"), ("tier-2", "may")]


def test_the_most_pressing_steps_come_first() -> None:
    steps = [step for _, step in steps_for(SALFORD, Case("salford", "a", "immediate"))]
    rules = SALFORD.urgency
    assert steps[:4] == [rules.immediate, rules.significant_harm, rules.urgent, rules.routine]
    assert steps[-1] == SALFORD.always


def test_where_several_ways_stand_open_each_step_names_its_own() -> None:
    assert [way for way, _ in steps_for(SALFORD, Case("salford", "a", "urgent"))] == [None, None, "Stage B", "Stage C", None]
    assert {way for way, _ in steps_for(SALFORD, Case("salford", "b", "urgent"))} == {None}


def test_urgency_adds_nothing_where_no_stage_follows_but_the_protection() -> None:
    rules = SALFORD.urgency
    settled = [step for _, step in steps_for(SALFORD, Case("salford", "b", "immediate", resolved=True))]
    assert rules.immediate in settled
    assert rules.urgent not in settled


def ending_is_told(**case: Any) -> bool:
    return SALFORD.ending in [
        step for _, step in steps_for(SALFORD, Case(**{"partnership": "salford", "urgency": "routine", **case}))
    ]


def test_the_end_of_the_ladder_says_who_decides() -> None:
    assert ending_is_told(stage="e")
    assert not ending_is_told(stage="d")
    assert not ending_is_told(stage="e", resolved=True)
