"""What changed between two revisions is counted as answering every case would count it, and said in words."""

import json
from functools import cache
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

import pytest

from helper.engine.advise import advise
from helper.engine.case import Case
from helper.engine.model import Model
from helper.publish.changes.beside import bare
from helper.publish.changes.comparison import compare
from helper.publish.changes.differing import Line, differing
from helper.publish.changes.reading import Asked, read_both
from helper.publish.changes.saying import Both
from helper.publish.command import run
from tests.partnerships import invented
from tests.publish.changes.small import CASES, cut, every_case, put_small

LIMIT = """\
        amount: 5
        unit: working_day
        counted_from: stage_began
        text: Settle it within five working days of beginning."""
LIMIT_NOW = LIMIT.replace("amount: 5", "amount: 3").replace("five", "three")
MAY = "        choice: may\n        text: A difference that cannot wait may begin at Tier 2."
MUST = "        choice: must\n        text: A difference that cannot wait has to begin at Tier 2."
CHANGES = {
    "a limit": ("procedure", LIMIT, LIMIT_NOW),
    "a contact": ("contacts", "0161 496 0110", "0161 496 0119"),
    "a stage's label": ("procedure", "    label: Tier 2\n", "    label: Level 2\n"),
    "a rule of urgency": ("procedure", MAY, MUST),
    "whom to report a danger to": ("contacts", "0161 496 0100", "0161 496 0101"),
    "an agency of a contact": (
        "contacts",
        "agencies: [police]\n    stages: [tier-2]",
        "agencies: [police, school]\n    stages: [tier-2]",
    ),
}


@cache
def model(change: str = "") -> Model:
    """Give the small partnership, with one change."""
    with TemporaryDirectory() as folder:
        root = put_small(Path(folder), *([CHANGES[change]] if change else []))
        asked = Asked("new", "new", root)
        return read_both(asked, asked, root)[1].models["northmere"]


@cache
def answers(change: str = "") -> dict[Case, str]:
    """Answer every case."""
    return {case: json.dumps(advise(model(change), case)) for case in every_case(model(change))}


def holds(line: Line, case: Case) -> bool:
    """Tell whether a change is said to be in the answer to a case."""
    return any(all(getattr(case, name) in values for name, values in box.items()) for box in line.boxes)


# The others are tried in tests/nightly: each takes seconds.
@pytest.mark.parametrize("change", ["a limit", "an agency of a contact"])
def test_as_many_answers_changed_as_asking_every_case_finds(change: str) -> None:
    compare_with_every_answer(change)


def compare_with_every_answer(change: str) -> None:
    """Hold what is said to have changed against the answers to every case."""
    before, after = answers(), answers(change)
    assert len(before) == CASES
    found = differing(Both(model(), model(change)))
    changed = {case for case, said in before.items() if after[case] != said}
    assert (found.changed, found.cases) == (len(changed), CASES)
    assert changed == {case for case in before if any(holds(line, case) for line in found.lines)}
    for line in found.lines:
        assert line.cases == sum(holds(line, case) for case in before)


def told(tmp_path: Path, *changes: tuple[str, str, str], without: str = "") -> str:
    """Give what is said of changes to the small partnership, from its second line on."""
    old, new = put_small(tmp_path / "old"), put_small(tmp_path / "new", *changes)
    if without:
        cut(new / "procedures" / "northmere" / "procedure.yml", without)
    said: list[str] = []
    assert run(["diff", str(old), str(new)], said.append, said.append) == 0
    return "\n".join(said).partition("\n\n")[2]


def test_a_changed_limit_is_said_before_and_after_with_its_place(tmp_path: Path) -> None:
    # Nothing tried yet, or Tier 1 open; of four urgencies one; two sides, two situations, four agencies, nine others.
    assert 2 * 2 * 2 * 4 * 9 == 288
    assert told(tmp_path, CHANGES["a limit"]) == (
        "Northmere: 288 of 4,032 answers changed.\n"
        "  By when\n"
        "    Tier 1: 288 answers, before anything was tried or at Tier 1, not settled, when the usual steps will do\n"
        "      before: 5 working days to resolve it. Counted from the day that stage begins. Settle it within five working days of"
        " beginning. [Paragraph 3.1, Tier 1]\n"
        "      now:    3 working days to resolve it. Counted from the day that stage begins. Settle it within three working days of"
        " beginning. [Paragraph 3.1, Tier 1]"
    )


def test_a_changed_number_is_said_once_with_the_cases_it_is_for(tmp_path: Path) -> None:
    assert told(tmp_path, CHANGES["a contact"]) == (
        "Northmere: 128 of 4,032 answers changed.\n"
        "  Who to contact\n"
        "    Sgt A. Rowan, Police (Tier 1): telephone: 128 answers, before anything was tried, when the usual steps will do,"
        " with the police or 4 entries of the contact list; before anything was tried, when it cannot wait for the usual steps,"
        " with the police or 2 entries of the contact list\n"
        "      before: 0161 496 0110\n"
        "      now:    0161 496 0119"
    )


def test_a_changed_label_is_said_of_the_stage_and_of_each_answer(tmp_path: Path) -> None:
    said = told(tmp_path, CHANGES["a stage's label"])
    assert said.startswith('Northmere: 1,008 of 4,032 answers changed.\n  Stage "tier-2" is called Level 2 now; before, Tier 2.\n')
    assert (
        "      before: Tier 2: The safeguarding leads (a choice)\n      now:    Level 2: The safeguarding leads (a choice)\n"
        in said
    )
    assert "    the step that is named before it: " in said


def test_a_changed_rule_of_urgency_puts_limits_that_are_gone_first(tmp_path: Path) -> None:
    said = told(tmp_path, CHANGES["a rule of urgency"])
    assert said.startswith(
        "Northmere: 144 of 4,032 answers changed.\n"
        "  By when\n"
        "    Tier 1: 144 answers, before anything was tried, when it cannot wait for the usual steps\n"
        "      before: 2 working days to raise it. Counted from the day the concern arose. Put the concern within two working days."
        " [Paragraph 3.1, Tier 1]\n"
        "      now:    (nothing)\n"
    )
    assert "      before: Tier 2: The safeguarding leads (a choice)\n      now:    Tier 2: The safeguarding leads\n" in said


def test_whom_a_danger_is_reported_to_stands_before_a_limit(tmp_path: Path) -> None:
    said = told(tmp_path, CHANGES["a limit"], CHANGES["whom to report a danger to"])
    assert said.splitlines()[:3] == [
        "Northmere: 4,032 of 4,032 answers changed.",
        "  Where a danger to a child is reported",
        "    4,032 answers, in every case",
    ]
    assert said.index("now:    0161 496 0101 (office hours)") < said.index("  By when\n")


def test_a_side_route_that_is_gone_is_said_and_its_cases_are_counted_apart(tmp_path: Path) -> None:
    assert told(tmp_path, without="side_routes:") == (
        "Northmere: no answer changed, of 2,016.\n"
        "  2,016 cases can be asked no more.\n"
        '  Side route gone: It is about a court order (id "court-order").'
    )


def test_what_touches_no_answer_is_counted_apart(tmp_path: Path) -> None:
    principle = "The child comes first, and a difference is talked through with courtesy."
    said = told(tmp_path, ("procedure", principle, "The child comes first."))
    assert said == (
        "Northmere: no answer changed, of 4,032.\n"
        "  Changed too, and in no answer: what the procedure is for, and the document: 1 text."
    )


def test_nothing_is_said_where_nothing_changed(tmp_path: Path) -> None:
    assert told(tmp_path) == "Nothing changed: Northmere."


def test_a_stage_under_another_id_is_said_to_be_gone_and_new(tmp_path: Path) -> None:
    old, new = put_small(tmp_path / "old"), put_small(tmp_path / "new")
    for name in ("procedure", "contacts"):
        file = new / "procedures" / "northmere" / f"{name}.yml"
        file.write_text(file.read_text(encoding="utf-8").replace("tier-2", "leads"), encoding="utf-8")
    (found,) = compare(*read_both(Asked("old", "a", old), Asked("new", "b", new), old))["partnerships"]
    assert 'Stage gone: Tier 2 (id "tier-2"). Stage "leads" has its name now: perhaps only the id changed.' in found["structure"]
    assert 'Stage new: Tier 2 (id "leads").' in found["structure"]
    assert found["cases"] == CASES * 5 // 7
    assert (found["only_old"], found["only_new"]) == (CASES * 2 // 7, CASES * 2 // 7)


class _Unread:
    """Stands where nothing is read."""

    def __getattribute__(self, name: str) -> Any:
        raise AssertionError(f"{name} was read")

    def __iter__(self) -> Any:
        raise AssertionError("It was read")


def test_no_answer_is_made_of_what_is_left_out() -> None:
    """Models that differ in nothing else are taken to give the same answers."""
    partnership = invented().partnerships["northmere"]
    without = bare(partnership.model)
    for one in (without.procedure, *without.forms, *without.procedure.stages):
        object.__setattr__(one, "summary", _Unread())
    for name in ("name", "partnership", "scope", "principles", "borders"):
        object.__setattr__(without.procedure, name, _Unread())
    for scenario in partnership.scenarios:
        case = Case(**{"partnership": partnership.id, **scenario["case"]})
        assert advise(without, case) == advise(partnership.model, case)
