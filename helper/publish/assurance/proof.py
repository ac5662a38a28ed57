"""What a run of the tests proved of the answer tables: the file that it wrote in, what still holds for this build out.

Everything that was compared is named by its SHA-256: the table, the library with the engine in it, the script that joins answers.
Where one of them is another by now, nothing is claimed, whatever the file says.
"""

import hashlib
import json
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any

from helper.engine.workdays import say_day
from helper.publish.bundle import NotBuildable

FILE = Path("docs/proof/equal.json")
SCRIPT = Path("helper/web/table.js")
FIGURES = ("by_python", "by_table")
VERSIONS = ("python", "browser_python", "pyodide")


@dataclass(frozen=True)
class Proof:
    """That a table was the same, row by row, worked out by Python here and in the browser's runtime; that as many whole cases
    were answered alike by both, and as many by the page's own script from the table. `day` is a day as a reader says it."""

    day: str
    python: str
    browser_python: str
    pyodide: str
    by_python: int
    by_table: int


def compared(root: Path, table: str, library: str) -> dict[str, str]:
    """Name what is compared: the SHA-256 of a table and of the library in, these and that of the script out."""
    return {"table": table, "library": library, "script": hashlib.sha256((root / SCRIPT).read_bytes()).hexdigest()}


def read_proof(root: Path, tables: Mapping[str, str], library: str) -> dict[str, Proof]:
    """Give what was proved of these tables: SHA-256 by partnership in, and of each that was compared its proof out."""
    file = root / FILE
    if not file.is_file():
        return {}
    try:
        written = json.loads(file.read_text(encoding="utf-8"))
        return {
            name: _proof(found)
            for name, table in tables.items()
            if (found := written.get(name)) and compared(root, table, library).items() <= found.items()
        }
    except (ValueError, KeyError, TypeError, AttributeError):
        mend = "Take the file away, or let a run of the tests write it again: make test"
        raise NotBuildable(f"{FILE} is not as the tests write it. Mend: {mend}") from None


def _proof(written: Mapping[str, Any]) -> Proof:
    python, browser_python, pyodide = (str(written[name]) for name in VERSIONS)
    by_python, by_table = (int(written[name]) for name in FIGURES)
    return Proof(say_day(date.fromisoformat(written["day"])), python, browser_python, pyodide, by_python, by_table)
