"""Functions of the project in, what they return inside Pyodide under Node out."""

import json
import os
import subprocess
import tempfile
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

START = Path("helper/publish/runtime/start.mjs")
# Where Python finds the project in there.
PROJECT = "/project"
# Module, function, arguments.
Call = tuple[str, str, Sequence[str]]


class PyodideFailed(Exception):
    """What a function inside Pyodide said before it stopped."""


def in_pyodide(root: Path, call: Call, **options: Any) -> Any:
    """Call one function inside Pyodide and return what it returns; for `options` see `all_in_pyodide`."""
    (reply,) = all_in_pyodide(root, [call], **options)
    if "error" in reply:
        raise PyodideFailed(f"{call[0]}.{call[1]} failed inside Pyodide:\n{reply['error']}")
    return reply["reply"]


def all_in_pyodide(
    root: Path,
    calls: Sequence[Call],
    mounts: Mapping[str, Path] | None = None,
    path: Sequence[str] = (PROJECT,),
    library: Path | None = None,
) -> list[dict[str, Any]]:
    """Call functions one after the other inside one Pyodide; return for each `{"reply": ...}` or `{"error": ...}`.

    `mounts` are folders by where Python finds them, beside the project at `/project`; `path` is where it looks for modules
    after its own; `library` is the standard library, where it is not the one that Pyodide ships.
    """
    with tempfile.TemporaryDirectory() as name:
        replies = Path(name) / "replies.json"
        folders = {PROJECT: str(root), **{there: str(here) for there, here in (mounts or {}).items()}}
        order = {"calls": calls, "replies": str(replies), "mounts": folders, "path": path, "library": str(library or "")}
        run_node(root, START, [], json.dumps(order))
        found: list[dict[str, Any]] = json.loads(replies.read_text(encoding="utf-8"))
    return found


def run_node(root: Path, script: Path, arguments: Sequence[str], given: str = "") -> None:
    """Run a script of the project's by Node; raise PyodideFailed with what it said where it fails."""
    done = subprocess.run(
        ["node", str(script), *arguments],
        cwd=root,
        env={**os.environ, "NO_COLOR": "1"},
        input=given,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        encoding="utf-8",  # whatever this machine speaks
    )
    if done.returncode:
        raise PyodideFailed(f"{script.name} could not be run by Node:\n{done.stdout[-2000:]}")
