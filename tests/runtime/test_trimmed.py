"""What the browser gets of Python is enough for everything that the engine does, and nothing of it is there by accident."""

import json
from pathlib import Path
from zipfile import ZipFile

import pytest

from helper.publish.runtime.library import kept
from helper.publish.runtime.methods import READY
from helper.publish.runtime.node import PyodideFailed, in_pyodide
from tests.partnerships import real
from tests.runtime.conftest import Ask
from tests.runtime.tools import tools

SUITE = "tests.runtime.suite"


def test_the_engines_whole_suite_passes_on_the_library_that_is_shipped(root: Path, library: Path) -> None:
    in_pyodide(root, (SUITE, "verify", ()), library=library, **tools(root))


def test_a_module_that_the_trim_leaves_out_is_named(root: Path, library: Path, tmp_path: Path) -> None:
    short = tmp_path / "short.zip"
    with ZipFile(library) as whole, ZipFile(short, "w") as cut:
        for name in whole.namelist():
            if name != "_strptime.pyc":  # imported only when a date is read
                cut.writestr(name, whole.read(name))
    with pytest.raises(PyodideFailed, match=r"leaves out what the engine needs: _strptime\. Mend: make trim"):
        in_pyodide(root, (SUITE, "verify", ("/project/tests/engine/test_workdays.py",)), library=short, **tools(root))


def test_the_library_holds_the_trim_and_the_engine_compiled_and_nothing_else(root: Path, library: Path) -> None:
    engine = [file.relative_to(root).as_posix() for file in (root / "helper/engine").rglob("*.py")]
    expected = {f"{name}c" for name in (*kept(), *engine, READY, "helper/__init__.py")}
    with ZipFile(library) as archive:
        assert set(archive.namelist()) == expected
        assert {entry.compress_type for entry in archive.infolist()} == {0}


def test_answers_with_nothing_but_the_library_and_says_what_is_wrong_with_a_question(ask_pyodide: Ask) -> None:
    model = json.dumps({"do": "open", "model": real().partnerships["salford"].plain})
    case = {"partnership": "salford", "stage": "b", "urgency": "routine", "since": "2026-11-20"}
    opened, answer, unknown, broken = ask_pyodide(
        [
            model,
            json.dumps({"do": "advise", "case": case}),
            json.dumps({"do": "advise", "case": {**case, "stage": "z"}}),
            "{",
        ]
    )
    assert json.loads(opened) == {"opened": "salford"}
    assert json.loads(json.loads(answer)["advice"])["next"][0]["id"] == "c"
    assert json.loads(unknown)["problem"]["field"] == "stage"
    assert "JSONDecodeError" in broken
