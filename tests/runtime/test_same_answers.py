"""Python in the browser's runtime answers as Python here: every row of every table, and a share of all whole cases."""

import hashlib
import json
import platform
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import Any

import pytest

from helper.publish.read import Partnership
from helper.publish.runtime.node import in_pyodide
from helper.publish.runtime.worker import lock_info, version_of
from tests.drawn import STARTS, draw
from tests.partnerships import every_partnership
from tests.proved import note
from tests.runtime import answers
from tests.tables import table_of

EVERY = {partnership.id: partnership for partnership in every_partnership()}
SHARE = 200
SAME: dict[str, str] = {}  # the tables that were found the same, for the tests that follow
HERE = "tests.runtime.answers"
Plain = dict[str, Any]


def options(root: Path, library: Path) -> Plain:
    """The runtime as it is shipped; behind it, for the test alone, the whole of Python's library."""
    return {"library": library, "mounts": {"/pyodide": root / "node_modules/pyodide"}, "path": PATH}


PATH = ["/project", "/pyodide/python_stdlib.zip"]


@pytest.mark.parametrize("partnership", EVERY.values(), ids=EVERY)
def test_every_row_of_every_table_is_the_same(root: Path, library: Path, site_folder: Path, partnership: Partnership) -> None:
    facts = json.dumps(partnership.plain)
    there = in_pyodide(root, (HERE, "table", (facts,)), **options(root, library))
    assert there == table_of(site_folder, partnership)
    SAME[partnership.id] = there


@pytest.mark.parametrize("partnership", EVERY.values(), ids=EVERY)
def test_a_share_of_all_whole_cases_is_answered_the_same_in_words_and_markup(
    root: Path, library: Path, partnership: Partnership
) -> None:
    cases = draw(partnership.model, SHARE, STARTS)
    given = (json.dumps(partnership.plain), json.dumps(cases), "../../")
    with ThreadPoolExecutor(1) as beside:
        there = beside.submit(in_pyodide, root, (HERE, "fingerprints", given), **options(root, library))
        here = answers.fingerprints(*given)
    for case, ours, theirs in zip(cases, here, there.result(), strict=True):
        assert ours == theirs, case
    if table := SAME.get(partnership.id):
        note(root, partnership.id, "by_python", table, by_python=len(cases), **runtimes(root, library))


def runtimes(root: Path, library: Path) -> dict[str, str]:
    """Name the Pythons that were compared."""
    pyodide = root / "node_modules/pyodide"
    there = {"browser_python": lock_info(pyodide)["python"], "pyodide": version_of(pyodide)}
    return {"python": platform.python_version(), **there, "library": hashlib.sha256(library.read_bytes()).hexdigest()}
