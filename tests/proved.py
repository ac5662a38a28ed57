"""Writes down what a run of the tests proved of the answer tables, for the page that says how the guide was checked.

Tests that run beside each other write notes, each in a file of its own; what is whole among these goes, once the run has ended,
into the file that a build reads. So nothing that a site is made from changes while others test it.
"""

import hashlib
import json
import sys
from datetime import date
from pathlib import Path
from typing import Any

from helper.publish.assurance.proof import FILE, compared

NOTES = Path(".cache/proved")
KINDS = ("by_python", "by_table")


def note(root: Path, partnership: str, kind: str, table: str, **found: Any) -> None:
    """Note that a comparison of this kind held for a table, which is given as its text."""
    if not (root / "procedures" / partnership).is_dir() or sys.platform == "emscripten":
        return
    (root / NOTES).mkdir(parents=True, exist_ok=True)
    plain = {"table": hashlib.sha256(table.encode()).hexdigest(), **found}
    (root / NOTES / f"{partnership}.{kind}.json").write_text(json.dumps(plain), encoding="utf-8")


def gather(root: Path, today: date) -> None:
    """Put what was noted of each partnership into the file; what stands there already keeps its day."""
    if sys.platform == "emscripten" or not (root / NOTES).is_dir():
        return
    file = root / FILE
    known = json.loads(file.read_text(encoding="utf-8")) if file.is_file() else {}
    ids = sorted(path.name for path in (root / "procedures").iterdir() if path.is_dir())
    found = {name: entry for name in ids if (entry := _entry(root, name, known.get(name, {}), today))}
    if found and found != known:
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(json.dumps(found, indent=2) + "\n", encoding="utf-8")


def _entry(root: Path, name: str, known: dict[str, Any], today: date) -> dict[str, Any]:
    """Join the notes on one partnership where they are all of the same table; else leave what is known."""
    files = [root / NOTES / f"{name}.{kind}.json" for kind in KINDS]
    notes = [json.loads(file.read_text(encoding="utf-8")) for file in files if file.is_file()]
    if len(notes) < len(KINDS) or len({one["table"] for one in notes}) > 1:
        return known
    joined = {key: value for one in notes for key, value in one.items()}
    entry = joined | compared(root, joined["table"], joined["library"])
    return known if entry == {key: value for key, value in known.items() if key != "day"} else {**entry, "day": today.isoformat()}
