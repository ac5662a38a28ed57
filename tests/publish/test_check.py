"""Every problem is named, at its line, with the way to mend it: `tests/bad/` holds each kind and its full message."""

import ast
import os
import sys
from collections.abc import Callable
from pathlib import Path
from shutil import copytree
from typing import Any

import pytest
from ruamel.yaml import YAML

from helper.publish import check as check_module
from helper.publish import read as read_module
from helper.publish import source as source_module
from helper.publish.check import check, find_problems
from helper.publish.problems import Problem, Problems
from helper.publish.source import Source
from tests.partnerships import ROOT, invented, put_invented, read_once, real

BAD = ROOT / "tests" / "bad"
CASES = sorted(BAD.glob("*.yml"))
# Tried in test_source.py and test_read.py, since no change of text makes them.
ELSEWHERE = ("This file is larger than 1 MB.", "There is no procedure here.")
tried: set[Path] = set()
named: set[tuple[str, int]] = set()


def make(change: dict[str, Any], procedures: Path) -> None:
    """Make one change in a copy of the invented partnership."""
    if "folder" in change:
        copytree(procedures / change["folder"], procedures / change["copy"])
        return
    file = procedures / change["file"]
    if "copy" in change:
        file.with_name(change["copy"]).write_bytes(file.read_bytes())
        return
    if change.get("remove"):
        file.unlink()
        return
    text, wanted = file.read_text(encoding="utf-8"), change.get("find") or change["from"]
    assert text.count(wanted) == 1, f"{wanted!r} stands {text.count(wanted)} times in {change['file']}"
    before, after = text.split(wanted)
    text = before + change["replace"] + (after if "find" in change else "\n")
    file.write_bytes(text.encode(change.get("encoding", "utf-8")))


def message_of(case: Path, folder: Path) -> str:
    """Give what an author is told once the changes of a case are made."""
    put_invented(folder)
    for change in YAML(typ="safe").load(case):
        make(change, folder / "procedures")
    with pytest.raises(Problems) as raised:
        check(folder)
    return f"{raised.value}\n"


@pytest.fixture
def _watched(monkeypatch: pytest.MonkeyPatch) -> None:
    """Note from which lines of the code problems are made."""

    def noting(*details: Any) -> Problem:
        caller = sys._getframe(1)
        named.add((caller.f_code.co_filename, caller.f_lineno))
        return Problem(*details)

    def pointing(kept: Callable[..., Problem]) -> Callable[..., Problem]:
        def noting_too(*details: Any) -> Problem:
            caller = sys._getframe(1)
            named.add((caller.f_code.co_filename, caller.f_lineno))
            return kept(*details)

        return noting_too

    monkeypatch.setattr(Source, "problem", pointing(Source.problem))
    monkeypatch.setattr(Source, "problem_of_name", pointing(Source.problem_of_name))
    monkeypatch.setattr(source_module, "Problem", noting)
    monkeypatch.setattr(read_module, "Problem", noting)
    monkeypatch.setattr(read_module, "read_source", read_once)


@pytest.mark.usefixtures("_watched")
@pytest.mark.parametrize("case", CASES, ids=[case.stem for case in CASES])
def test_tells_the_author(case: Path, tmp_path: Path) -> None:
    tried.add(case)
    said, expected = message_of(case, tmp_path), case.with_suffix(".txt")
    if os.environ.get("REWRITE"):
        expected.write_text(said, encoding="utf-8")
    assert said == expected.read_text(encoding="utf-8")


def test_every_kind_of_problem_has_a_case() -> None:
    if tried != set(CASES):
        pytest.skip("runs after all the cases in this file")
    publish = Path(check_module.__file__).parent
    calls = [
        (file, call)
        for file in publish.rglob("*.py")
        for call in ast.walk(ast.parse(file.read_text(encoding="utf-8")))
        if isinstance(call, ast.Call)
        and not any(said in ast.unparse(call) for said in ELSEWHERE)
        and ast.unparse(call.func).split(".")[-1] in ("problem", "problem_of_name", "Problem")
    ]
    untried = [
        f"{file.name}:{call.lineno}"
        for file, call in calls
        if not any(name == str(file) and call.lineno <= line <= (call.end_lineno or 0) for name, line in named)
    ]
    assert not untried


@pytest.mark.parametrize("file", sorted(BAD.glob("*.txt")), ids=lambda file: file.stem)
def test_no_message_is_left_without_its_case(file: Path) -> None:
    assert file.with_suffix(".yml") in CASES


@pytest.mark.parametrize("file", sorted(BAD.glob("*.txt")), ids=lambda file: file.stem)
def test_blames_nobody(file: Path) -> None:
    words = file.read_text(encoding="utf-8").casefold().split()
    assert not {"invalid", "illegal", "unexpected", "please", "sorry", "oops", "traceback"} & set(words)


def test_finds_no_problem_in_what_is_good() -> None:
    assert find_problems(real()) == []
    assert find_problems(invented()) == []
