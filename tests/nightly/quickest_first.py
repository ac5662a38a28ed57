"""For mutmut: of the tests that a change of the engine could fail, those first that took the shortest time before.

It is given them in no order, and stops at the first that fails.
"""

import json
from functools import cache
from pathlib import Path

import pytest

STATS = Path("mutmut-stats.json")


@cache
def _durations(written: float) -> dict[str, float]:
    found: dict[str, float] = json.loads(STATS.read_text(encoding="utf-8"))["duration_by_test"]
    return found


@pytest.hookimpl(trylast=True)
def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    if STATS.is_file():
        known = _durations(STATS.stat().st_mtime)
        items.sort(key=lambda item: known.get(item.nodeid, 0.0))
