"""The answer table, joined by the page's own code, gives what the engine gives."""

import json
import subprocess
from functools import cache
from typing import Any

import pytest

from helper.engine.advise import advise
from helper.engine.case import Case, read_case
from helper.engine.door import canonical
from helper.engine.model import START, URGENCIES, Model
from helper.engine.render import render
from helper.publish.answers import FIELDS, answer_table, domains, grow_tree
from helper.publish.read import Partnership
from tests.drawn import draw
from tests.partnerships import ROOT, every_partnership

Plain = dict[str, Any]
EVERY = {partnership.id: partnership for partnership in every_partnership()}
SAMPLE = 2_000
WAY_BACK = "../../"
each = pytest.mark.parametrize("partnership", EVERY.values(), ids=EVERY)


@cache
def table_of(name: str) -> str:
    return answer_table(EVERY[name].model)


def joined(name: str, cases: list[Plain]) -> list[Plain | None]:
    """Answer cases as the page does, from the table alone."""
    asked = json.dumps({"table": table_of(name), "root": WAY_BACK, "cases": cases})
    done = subprocess.run(["node", "tests/web/join.mjs"], cwd=ROOT, input=asked, capture_output=True, text=True, check=True)
    answers: list[Plain | None] = json.loads(done.stdout)
    return answers


def by_engine(model: Model, plain: Plain) -> Plain:
    case = read_case(model, plain)
    advice = advise(model, case)
    return {"advice": canonical(advice), "html": render(model, case, advice, WAY_BACK)}


@each
def test_a_share_of_all_cases_is_answered_in_the_same_words_and_markup(partnership: Partnership) -> None:
    cases = draw(partnership.model, SAMPLE)
    for case, answer in zip(cases, joined(partnership.id, cases), strict=True):
        assert answer == by_engine(partnership.model, case), case


@each
def test_every_scenario_is_answered_in_the_same_words_and_markup(partnership: Partnership) -> None:
    cases = [
        {name: value for name, value in scenario["case"].items() if name != "since"} | {"partnership": partnership.id}
        for scenario in partnership.scenarios
    ]
    for case, answer in zip(cases, joined(partnership.id, cases), strict=True):
        assert answer == by_engine(partnership.model, case), case


@each
def test_what_no_case_can_have_is_left_to_the_engine(partnership: Partnership) -> None:
    stage = partnership.model.procedure.stages[0].id
    wrong = [{"stage": "none-such", "urgency": "routine"}, {"stage": stage, "urgency": "routine", "them": "none-such"}]
    assert joined(partnership.id, wrong) == [None, None]


@each
def test_a_table_holds_no_date_and_no_path(partnership: Partnership) -> None:
    table = json.loads(table_of(partnership.id))
    assert set(table["case"]) == {"stage", "resolved", "urgency", "side", "situation", "area", "you", "them"}
    assert not [text for text in table["texts"] if '"due":"' in text or 'href="/' in text or 'href="../' in text]


def test_a_tree_branches_on_what_is_read_and_on_nothing_else() -> None:
    """So a table cannot miss a case: another rule in the engine makes another branch."""
    model = EVERY["northmere"].model
    known = domains(model)

    def reads_urgency_at_start(case: Case) -> int:
        return URGENCIES.index(case.urgency) if case.stage == START else 9

    stage, urgency = FIELDS.index("stage"), FIELDS.index("urgency")
    later = [9] * len(model.procedure.stages)
    assert grow_tree(reads_urgency_at_start, model, known) == [stage, [urgency, 0, 1, 2, 3], *later]
    assert grow_tree(lambda case: 7, model, known) == 7
    assert grow_tree(lambda case: bool(case.them) or True, model, known) is True


def test_nothing_is_settled_before_anything_was_tried() -> None:
    model = EVERY["northmere"].model
    tree = grow_tree(lambda case: 1 if case.resolved else 0, model, domains(model))
    assert tree[0] == FIELDS.index("stage")
    assert tree[1] == 0
    assert tree[2] == [FIELDS.index("resolved"), 0, 1]
