"""Cases drawn by lot, the same at every run: with and without each field that may be left out."""

import sys
from collections.abc import Sequence
from random import Random
from typing import Any

from helper.engine.case import choices
from helper.engine.model import START, Model

STARTS = ("", "2026-04-02", "2026-12-23T16:30", "2026-03-28", "2026-01-31T09:00", "2011-01-01", "2028-12-27")


def draw(model: Model, count: int, starts: Sequence[str] = ("",)) -> list[dict[str, Any]]:
    """Draw cases of a partnership, as the page gives them; each begins at one of `starts`, or at no known time.

    Fewer where Python runs as in the browser, and slower.
    """
    chance, known = Random(model.procedure.id), choices(model)
    cases = []
    for _ in range(count // 5 if sys.platform == "emscripten" else count):
        case = {name: chance.choice(("", *ids)) for name, ids in known.items()}
        case |= {name: chance.choice(known[name]) for name in ("partnership", "stage", "urgency", "side")}
        case |= {"since": chance.choice(starts), "resolved": case["stage"] != START and chance.random() < 0.25}
        cases.append({name: value for name, value in case.items() if value != ""})
    return cases
