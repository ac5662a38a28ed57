"""What the figures were measured on, in words: processor, memory, versions; nothing that names the machine."""

import json
import os
import platform
import re
from datetime import date
from pathlib import Path

from helper.engine.workdays import say_day
from tests.performance.stage import MODULES


def describe(chromium: str) -> list[str]:
    """Give the lines for the head of the results."""
    python = json.loads((MODULES / "pyodide/pyodide-lock.json").read_bytes())["info"]["python"]
    pyodide, micropython = _version("pyodide"), _version("@micropython/micropython-webassembly-pyscript")
    return [
        f"Measured on {say_day(date.today())}: {_processor()}, {os.cpu_count()} cores, {_memory()} of memory, {platform.system()}.",
        f"Chromium {chromium}, Pyodide {pyodide} (Python {python}), MicroPython {micropython}.",
    ]


def _processor() -> str:
    """Give the model of the processor, where the system tells it."""
    table = Path("/proc/cpuinfo")
    found = re.search(r"^model name\s*: (.+)$", table.read_text(), re.MULTILINE) if table.exists() else None
    return found[1] if found else platform.machine()


def _memory() -> str:
    return f"{os.sysconf('SC_PAGE_SIZE') * os.sysconf('SC_PHYS_PAGES') / 1e9:.0f} GB"


def _version(name: str) -> str:
    return str(json.loads((MODULES / name / "package.json").read_bytes())["version"])
