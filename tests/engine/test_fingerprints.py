"""A lot of answers, each by its fingerprint: a change in the engine names the cases whose answer it changes.

`test_word_for_word.py` has a few answers that can be read; here are many that cannot, of the invented partnership,
ampler and barer than it is. `REWRITE=1` writes what is answered now into `tests/good/fingerprints.json`.
"""

import hashlib
import json
import os
from functools import cache
from typing import Any, cast
from urllib.parse import urlencode

import pytest

from helper.engine.advise import advise
from helper.engine.case import read_case
from helper.engine.dates import acts as dates
from helper.engine.door import canonical
from helper.engine.model import Model
from helper.engine.render import render, render_safety
from tests.drawn import STARTS, draw
from tests.engine.ample import ample, bare, hurried, odd
from tests.partnerships import ROOT, invented

FILE = ROOT / "tests" / "good" / "fingerprints.json"
MEND = "REWRITE=1 make test ARGS=tests/engine/test_fingerprints.py"
MODELS = {
    "as it is": invented().partnerships["northmere"].model,
    "ample": ample(),
    "bare": bare(),
    "hurried": hurried(),
    "odd": odd(),
}
LOT = 10
# Fewer where Python runs as in the browser: the first of the others.
CASES = {name: draw(model, 4 * LOT, STARTS) for name, model in MODELS.items()}
AGREED = ("", "2026-04-02", "2026-12-23", "2027-01-04", "2012-02-29")
STAMP = {"now": "2026-11-25T10:00:00Z", "id": "0f9a", "today": "2026-11-25", "root": "../../"}
Plain = dict[str, Any]


def line(model: Model, number: int, plain: Plain) -> str:
    """Name a case, as a link to it would, and give the fingerprint of all that is said of it."""
    case, asked = read_case(model, plain), STAMP | {"agreed": AGREED[number % len(AGREED)]}
    advice = advise(model, case)
    said = [canonical(advice), render(model, case, advice, "../../"), render_safety(model, advice, "../../")]
    said += [canonical(dates.ACTS[act](model, case, asked)) for act in ("show_dates", "write_calendar")]
    for contact in advice["contacts"][:3]:
        said.append(canonical(dates.ACTS["write_card"](model, case, asked | {"contact": contact["id"]})))
    return f"{hashlib.sha256(''.join(said).encode()).hexdigest()[:12]} {urlencode(plain)}"


def lines(name: str, first: int = 0, count: int = LOT) -> list[str]:
    cases = CASES[name][first : first + count]
    return [line(MODELS[name], number, plain) for number, plain in enumerate(cases, first)]


@pytest.mark.parametrize("name", MODELS)
@pytest.mark.parametrize("first", range(0, 4 * LOT, LOT))
def test_a_lot_of_cases_is_answered_as_it_was(name: str, first: int) -> None:
    found = lines(name, first)
    assert found == kept()[name][first : first + len(found)], f"Where the change is meant: {MEND}"


@cache
def kept() -> dict[str, list[str]]:
    """Give what was kept; with `REWRITE=1`, keep first what is answered now."""
    if os.environ.get("REWRITE"):
        every = {name: lines(name, count=len(CASES[name])) for name in MODELS}
        FILE.write_text(json.dumps(every, indent=1) + "\n", encoding="utf-8")
    return cast(dict[str, list[str]], json.loads(FILE.read_text(encoding="utf-8")))
