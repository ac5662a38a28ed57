"""Python in the browser counts the dates and writes calendars and contact cards as Python here, byte for byte."""

import json
from typing import Any

import pytest

from helper.engine.door import handle
from helper.engine.model import START
from helper.publish.read import Partnership
from tests.partnerships import every_partnership
from tests.runtime.conftest import Ask

EVERY = {partnership.id: partnership for partnership in every_partnership()}
# Before Christmas, in the last hour of summer time, on no working day, and after the last bank holiday that is known.
STARTS = ("2026-12-14", "2026-10-25T00:30", "2026-11-28", "2028-12-27")
FIXED = {"now": "2026-11-25T10:00:00Z", "today": "2026-11-25", "id": "0f9a", "root": "../../"}


def requests(partnership: Partnership) -> list[str]:
    """Ask for the dates of every stage from each start, with and without an agreed date, and for every contact of the answers."""
    model = partnership.model
    asked: list[dict[str, Any]] = []
    for stage in (START, *(one.id for one in model.procedure.stages)):
        for since, agreed in zip(STARTS, ("", "2026-11-02", "2026-12-04", "nonsense"), strict=True):
            case = {"partnership": partnership.id, "stage": stage, "urgency": "urgent", "since": since}
            asked += [{"do": act, "case": case, "agreed": agreed, **FIXED} for act in ("show_dates", "write_calendar")]
        for them in model.everyone():
            case = {"partnership": partnership.id, "stage": stage, "urgency": "immediate", "them": them}
            asked.append({"do": "write_card", "case": case, "contact": them, **FIXED})
    return [json.dumps(request) for request in asked]


@pytest.mark.parametrize("partnership", EVERY.values(), ids=EVERY)
def test_dates_calendars_and_cards_are_written_alike(ask_pyodide: Ask, partnership: Partnership) -> None:
    opened = json.dumps({"do": "open", "model": partnership.plain})
    asked = [opened, *requests(partnership)]
    here = [handle(request) for request in asked]
    assert ask_pyodide(asked) == here
    made = [json.loads(reply) for reply in here]
    assert sum("file" in reply for reply in made) > len(partnership.model.procedure.stages)
    assert all(set(reply) & {"opened", "html", "file", "refused", "problem"} for reply in made)
