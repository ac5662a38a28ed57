"""Worked examples are walked, and every answer to them has the shape that the schema describes."""

from typing import Any

import pytest

from helper.engine.advise import advise
from helper.engine.case import read_case
from helper.publish.checks.rehearse import ANSWERS, rehearse
from helper.publish.read import Partnership
from helper.publish.shape import schema, validator
from tests.partnerships import every_partnership

SCENARIOS = [(partnership, scenario) for partnership in every_partnership() for scenario in partnership.scenarios]
NAMES = [f"{partnership.id}-{scenario['id']}" for partnership, scenario in SCENARIOS]

# How many scenarios of each level a trainer can choose from, at the least.
FEWEST = {1: 4, 2: 4, 3: 3}


@pytest.mark.parametrize("partnership", every_partnership(), ids=lambda partnership: partnership.id)
def test_every_worked_example_is_answered_as_expected(partnership: Partnership) -> None:
    assert [str(problem) for problem in rehearse(partnership)] == []


@pytest.mark.parametrize("partnership", every_partnership(), ids=lambda partnership: partnership.id)
def test_there_are_eight_worked_examples_or_more(partnership: Partnership) -> None:
    assert len(partnership.scenarios) >= 8


@pytest.mark.parametrize("partnership", every_partnership(), ids=lambda partnership: partnership.id)
def test_a_trainer_has_twelve_scenarios_or_more_of_every_level(partnership: Partnership) -> None:
    levels = [scenario["training"]["level"] for scenario in partnership.scenarios if "training" in scenario]
    assert len(levels) >= 12
    assert [levels.count(level) >= fewest for level, fewest in FEWEST.items()] == [True, True, True], levels


@pytest.mark.parametrize(("partnership", "scenario"), SCENARIOS, ids=NAMES)
def test_its_answer_has_the_shape_of_an_advice(partnership: Partnership, scenario: dict[str, Any]) -> None:
    case = read_case(partnership.model, {"partnership": partnership.id, **scenario["case"]})
    assert list(validator("advice").iter_errors(advise(partnership.model, case))) == []


def test_every_field_of_an_expectation_is_held_against_the_answer() -> None:
    expect = schema("scenarios")["properties"]["scenarios"]["items"]["properties"]["expect"]
    assert set(ANSWERS) == set(expect["properties"]) == {*expect["required"], "said", "outside"}
