"""A case is read from plain data, or the field at fault is named with the ids nearest to it."""

from typing import Any

import pytest

from helper.engine.case import Case, CaseProblem, choices, read_case, unknown
from tests.partnerships import invented

MODEL = invented().partnerships["northmere"].model
PLAIN = {"partnership": "northmere", "stage": "tier-1", "urgency": "routine"}


def test_reads_a_case_with_every_field() -> None:
    more = {"resolved": True, "side": "challenged", "area": "mere-town", "situation": "court-order"}
    full = {**PLAIN, **more, "you": "school", "them": "rowan", "since": "2026-11-20T09:00"}
    assert read_case(MODEL, full) == Case(**full)


@pytest.mark.parametrize("nothing", [None, ""])
def test_an_empty_answer_is_none(nothing: Any) -> None:
    optional = dict.fromkeys(("resolved", "side", "area", "situation", "you", "them", "since"), nothing)
    assert read_case(MODEL, {**PLAIN, **optional}) == Case(**PLAIN)  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("field", "value", "nearest"),
    [
        ("partnership", "northmare", ("northmere",)),
        ("stage", "tier1", ("tier-1",)),
        ("urgency", "imediate", ("immediate",)),
        ("side", "raised", ("raising",)),
        ("area", "meretown", ("mere-town",)),
        ("situation", "court", ("court-order",)),
        ("you", "polise", ("police",)),
        ("them", "rowen", ("rowan",)),
        ("stag", "tier-1", ("stage",)),
        ("stage", "zzz", ()),
        ("urgency", 3, ()),
        ("stage", ["tier-1"], ()),
        ("area", {"id": "mere-town"}, ()),
        ("since", "20 November", ()),
        ("since", 20261120, ()),
        ("since", "2026-02-30", ()),
        ("resolved", "yes", ()),
        ("resolved", 1, ()),
    ],
)
def test_names_the_field_its_value_and_what_comes_near(field: str, value: Any, nearest: tuple[str, ...]) -> None:
    with pytest.raises(CaseProblem) as raised:
        read_case(MODEL, {**PLAIN, field: value})
    problem = raised.value
    named = {"stag": "field"}.get(field, field)
    assert (problem.field, problem.nearest[:1]) == (named, nearest)
    assert problem.value == (field if named == "field" else value)
    assert problem.sentence.endswith((".", "?"))
    assert problem.plain() == {"problem": {"field": named, "value": problem.value, "nearest": list(problem.nearest)}}


@pytest.mark.parametrize("field", ["partnership", "stage", "urgency"])
def test_names_a_field_that_is_missing_and_what_it_may_be(field: str) -> None:
    with pytest.raises(CaseProblem) as raised:
        read_case(MODEL, {name: value for name, value in PLAIN.items() if name != field})
    assert (raised.value.field, raised.value.value) == (field, None)
    assert set(raised.value.nearest) <= set(choices(MODEL)[field])


def test_nothing_can_be_resolved_before_anything_was_tried() -> None:
    with pytest.raises(CaseProblem) as raised:
        read_case(MODEL, {**PLAIN, "stage": "start", "resolved": True})
    assert raised.value.field == "resolved"


def test_offers_every_agency_whether_or_not_a_list_names_it() -> None:
    offered = choices(MODEL)
    agencies = {agency.id for agency in MODEL.agencies}
    assert set(offered["you"]) == agencies
    assert set(offered["them"]) == agencies | {name for name, row in MODEL.everyone().items() if row.agencies}
    assert MODEL.contacts.office is not None
    assert MODEL.contacts.office.id not in offered["them"]


IDS = tuple(f"service-{number}" for number in range(12))


def test_what_is_missing_is_said_with_the_first_ten_that_there_are() -> None:
    problem = unknown("you", None, IDS)
    assert problem.sentence == f"The agency (you) is missing. It is one of: {', '.join(IDS[:10])}."
    assert problem.plain() == {"problem": {"field": "you", "value": None, "nearest": list(IDS[:10])}}


def test_what_is_like_nothing_known_is_said_with_the_first_ten_and_what_is_like_something_with_three() -> None:
    assert unknown("area", "??", IDS).sentence == f"There is no area called '??'. It is one of: {', '.join(IDS[:10])}."
    assert unknown("area", "??", ()).sentence == "There is no area called '??'."
    nearest = unknown("area", "service-1", IDS).plain()["problem"]["nearest"]
    assert (len(nearest), nearest[0]) == (3, "service-1")
    assert unknown("you", "polxyz", ("police",)).nearest == ("police",), "Half of it is right."
