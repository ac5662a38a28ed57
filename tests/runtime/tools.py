"""The folders that the engine's tests need inside Pyodide: pytest and what else set-up installed, and stand-ins for two."""

import sysconfig
from pathlib import Path
from typing import Any

STAND_INS = Path(__file__).parent / "stand_ins"


def tools(root: Path) -> dict[str, Any]:
    """Give the options for `in_pyodide`: what this machine has installed, behind everything that the browser has.

    Pyodide's own whole library is there for the tools alone: the engine has to do without it.
    """
    mounts = {
        "/stand_ins": STAND_INS,
        "/installed": Path(sysconfig.get_path("purelib")),
        "/pyodide": root / "node_modules" / "pyodide",
    }
    return {"mounts": mounts, "path": ["/project", "/stand_ins", "/installed"]}
