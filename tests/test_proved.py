"""The record of what a run proved: only notes that belong together go in; a run that proves the same again leaves it alone."""

import json
from datetime import date
from pathlib import Path

import pytest

from helper.publish.assurance.proof import FILE, SCRIPT, read_proof
from tests.proved import gather, note

FIRST, LATER = date(2026, 11, 20), date(2026, 11, 26)
BY_PYTHON = {"by_python": 400, "python": "3.13.0", "browser_python": "3.13.2", "pyodide": "0.29.5", "library": "l"}


@pytest.fixture
def project(tmp_path: Path) -> Path:
    (tmp_path / "procedures/northmere").mkdir(parents=True)
    (tmp_path / SCRIPT).parent.mkdir(parents=True)
    (tmp_path / SCRIPT).write_text("join", encoding="utf-8")
    return tmp_path


def prove(project: Path, by_python: str, by_table: str, today: date) -> None:
    note(project, "northmere", "by_python", by_python, **BY_PYTHON)
    note(project, "northmere", "by_table", by_table, by_table=2000)
    gather(project, today)


def test_what_was_noted_is_what_a_build_reads(project: Path) -> None:
    prove(project, "the table", "the table", FIRST)
    table = json.loads((project / FILE).read_text(encoding="utf-8"))["northmere"]["table"]
    proof = read_proof(project, {"northmere": table}, "l")["northmere"]
    assert (proof.day, proof.python, proof.by_python, proof.by_table) == ("Friday 20 November 2026", "3.13.0", 400, 2000)


def test_a_run_that_proves_the_same_again_keeps_the_day_and_another_table_has_its_own(project: Path) -> None:
    prove(project, "the table", "the table", FIRST)
    written = (project / FILE).read_bytes()
    prove(project, "the table", "the table", LATER)
    assert (project / FILE).read_bytes() == written
    prove(project, "another", "another", LATER)
    assert json.loads((project / FILE).read_text(encoding="utf-8"))["northmere"]["day"] == "2026-11-26"


@pytest.mark.parametrize("missing", ["by_python", "by_table"])
def test_half_a_proof_is_none(project: Path, missing: str) -> None:
    if missing == "by_table":
        note(project, "northmere", "by_python", "the table", **BY_PYTHON)
    else:
        note(project, "northmere", "by_table", "the table", by_table=2000)
    gather(project, FIRST)
    assert not (project / FILE).exists()


def test_notes_on_two_tables_are_not_joined(project: Path) -> None:
    prove(project, "the table", "another", FIRST)
    assert not (project / FILE).exists()


def test_a_partnership_that_is_not_published_is_not_noted(project: Path) -> None:
    note(project, "southmere", "by_table", "the table", by_table=2000)
    assert not (project / ".cache").exists()
