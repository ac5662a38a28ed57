"""The answer table, joined by the page's own code, gives what the engine gives.

Of the real partnerships it is the table that the site was built with; how it is made is tried on the invented one.
"""

import json
import subprocess
from pathlib import Path
from typing import Any

import pytest

from helper.engine.advise import advise
from helper.engine.case import Case, read_case
from helper.engine.door import canonical
from helper.engine.model import START, URGENCIES, Model
from helper.engine.render import render
from helper.publish.answers import FIELDS, domains, grow_tree
from helper.publish.read import Partnership
from tests.drawn import draw
from tests.partnerships import ROOT, every_partnership
from tests.proved import note
from tests.tables import table_of

Plain = dict[str, Any]
EVERY = {partnership.id: partnership for partnership in every_partnership()}
SAMPLE = 500  # of each; tests/nightly/test_tables.py draws more
WAY_BACK = "../../"
each = pytest.mark.parametrize("partnership", EVERY.values(), ids=EVERY)


@pytest.fixture(scope="session")
def tables(site_folder: Path) -> dict[str, str]:
    """The table of each partnership."""
    return {name: table_of(site_folder, partnership) for name, partnership in EVERY.items()}


def joined(table: str, cases: list[Plain]) -> list[Plain | None]:
    """Answer cases as the page does, from the table alone."""
    asked = json.dumps({"table": table, "root": WAY_BACK, "cases": cases})
    done = subprocess.run(["node", "tests/web/join.mjs"], cwd=ROOT, input=asked, capture_output=True, text=True, check=True)
    answers: list[Plain | None] = json.loads(done.stdout)
    return answers


def by_engine(model: Model, plain: Plain) -> Plain:
    case = read_case(model, plain)
    advice = advise(model, case)
    return {"advice": canonical(advice), "html": render(model, case, advice, WAY_BACK)}


@each
def test_a_share_of_all_cases_is_answered_in_the_same_words_and_markup(partnership: Partnership, tables: dict[str, str]) -> None:
    cases = draw(partnership.model, SAMPLE)
    is_as_the_engine_says(partnership, tables[partnership.id], cases)
    note(ROOT, partnership.id, "by_table", tables[partnership.id], by_table=len(cases))


def is_as_the_engine_says(partnership: Partnership, table: str, cases: list[Plain]) -> None:
    """Hold every answer of a table against the engine's."""
    for case, answer in zip(cases, joined(table, cases), strict=True):
        assert answer == by_engine(partnership.model, case), case


@each
def test_every_scenario_is_answered_in_the_same_words_and_markup(partnership: Partnership, tables: dict[str, str]) -> None:
    cases = [
        {name: value for name, value in scenario["case"].items() if name != "since"} | {"partnership": partnership.id}
        for scenario in partnership.scenarios
    ]
    is_as_the_engine_says(partnership, tables[partnership.id], cases)


@each
def test_what_no_case_can_have_is_left_to_the_engine(partnership: Partnership, tables: dict[str, str]) -> None:
    stage = partnership.model.procedure.stages[0].id
    wrong = [{"stage": "none-such", "urgency": "routine"}, {"stage": stage, "urgency": "routine", "them": "none-such"}]
    assert joined(tables[partnership.id], wrong) == [None, None]


@each
def test_a_table_holds_no_date_and_no_path(partnership: Partnership, tables: dict[str, str]) -> None:
    table = json.loads(tables[partnership.id])
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
