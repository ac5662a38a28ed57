"""How long Python takes for what a reader takes away from an answer, beside one answer of the same Python, in the same run."""

import base64
import json
from collections.abc import Iterator
from statistics import median
from typing import Any

from playwright.sync_api import Browser

from helper.engine.filled.places import places
from helper.publish.blank import write_blank
from helper.publish.read import read_library
from tests.performance.chromium import fresh, opened
from tests.performance.device import UNTHROTTLED
from tests.performance.engines import START_ONE, TIME_ANSWERS
from tests.performance.figures import Figures, Row
from tests.performance.stage import PARTNERSHIP, ROOT

TAKEN = "what is taken away, by Python"
# The first of each brings its modules in; the others tell what it takes from then on.
TIMES = 10
LONG = "What a practitioner writes into the largest field of a form, with a line for each thing that happened.\n" * 100


def measure(browser: Browser, site: str, runs: int, figures: Figures) -> Iterator[str]:
    """Ask a Python that was started just now for each thing, the first time and again; say after each round how far it is."""
    asked = _requests()
    for run in range(runs):
        with fresh(browser) as newcomer, opened(newcomer) as (page, _):
            page.goto(f"{site}bench/ours.html")
            page.evaluate(START_ONE)
            page.evaluate(TIME_ANSWERS, [asked["ours"]] * TIMES)  # what is only done once, and a warm Python for all alike
            for who, request in asked.items():
                found: dict[str, Any] = page.evaluate(TIME_ANSWERS, [request] * TIMES)
                assert not {"problem", "refused"} & set(json.loads(found["said"])), who
                figures.add(Row(TAKEN, who, UNTHROTTLED.name, "first time"), found["took"][0])
                figures.add(Row(TAKEN, who, UNTHROTTLED.name, "again"), median(found["took"][1:]))
        yield f"what is taken away, round {run + 1} of {runs}"


def _requests() -> dict[str, str]:
    """Make one request for each thing; "ours" is an answer, which the others are held against."""
    model = read_library(ROOT).partnerships[PARTNERSHIP].model
    form = next(form for form in model.forms if form.available)
    case = {"partnership": PARTNERSHIP, "stage": model.procedure.stages[1].id, "urgency": "routine", "since": "2026-11-23"}
    filled = {
        "partnership": PARTNERSHIP,
        "form": form.id,
        "entries": {key: LONG for key, place in places(form).items() if place.type == "long_text"},
        "blank": base64.b64encode(write_blank(model, form)).decode(),
    }
    dated = {"case": case, "agreed": "2026-12-18", "root": "../../", "now": "2026-11-25T10:00:00Z", "id": "x"}
    return {
        "ours": json.dumps({"do": "advise", "case": case, "root": "../../"}),
        "form to look over": json.dumps({"do": "show_form", **filled}),
        "Word document": json.dumps({"do": "write_form", **filled}),
        "draft": json.dumps({"do": "save_draft", **filled}),
        "dates": json.dumps({"do": "show_dates", **dated}),
        "calendar file": json.dumps({"do": "write_calendar", **dated}),
    }
