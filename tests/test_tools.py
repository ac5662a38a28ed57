"""A test whose tool is missing is skipped and named in the last line of all; where everything should be there, it fails."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

from tests.partnerships import ROOT
from tests.tools import TOOLS, Tool, missing

NAMED = "1 skipped for want of a tool: test_it.py::test_needs_it"
TRIED = """\
import pytest
from tests.tools import TOOLS, Tool
TOOLS["nowhere"] = Tool(("no-such-program",), "apt-get install no-such-package")

@pytest.mark.needs("nowhere")
def test_needs_it() -> None:
    assert True
"""


@pytest.mark.parametrize(("ci", "status"), [("", 0), ("true", 1)], ids=["skipped", "failed with CI=true"])
def test_a_missing_tool_skips_its_test_by_name_or_fails_it(tmp_path: Path, ci: str, status: int) -> None:
    (tmp_path / "test_it.py").write_text(TRIED, encoding="utf-8")
    command = [sys.executable, "-m", "pytest", "-q", "-p", "no:cacheprovider", "-p", "tests.conftest", "test_it.py"]
    around = {**os.environ, "PYTHONPATH": str(ROOT), "CI": ci}
    done = subprocess.run(command, cwd=tmp_path, env=around, capture_output=True, text=True)
    said = done.stdout.strip().splitlines()
    assert done.returncode == status, done.stdout + done.stderr
    assert (said[-1] == NAMED) == (status == 0)
    assert ("missing: nowhere (apt-get install no-such-package)" in done.stdout) == (status == 1)


def test_a_tool_that_is_not_here_is_named_with_how_to_get_it(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(TOOLS, "nowhere", Tool(("no-such-program",), "make something"))
    monkeypatch.setitem(TOOLS, "here", Tool(("no-such-program", "sh"), "make something else"))
    assert missing(("here", "nowhere")) == "nowhere (make something)"
