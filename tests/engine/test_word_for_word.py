"""What a reader is shown, word for word, as it was last read and found right: a changed word stands in the change that changed it.

The invented partnership is asked, and two that are made of it to have what it lacks, or to lack what it has. `REWRITE=1` writes
what is said now into `tests/good/said/`; reading the difference is the author's duty. mutmut's changes of the engine mostly fail
here.
"""

import json
import os
import re
from collections.abc import Callable
from typing import Any

import pytest

from helper.engine.advise import advise
from helper.engine.case import CaseProblem, read_case
from helper.engine.contact_card import contact_row
from helper.engine.dates import acts as dates
from helper.engine.door import MODELS, canonical, handle
from helper.engine.filled import acts as filled
from helper.engine.html import join
from helper.engine.listing import list_everything, list_partnership
from helper.engine.model import Model
from helper.engine.persons import describe
from helper.engine.render import render, render_general_safety, render_safety
from helper.engine.short_forms import written_out
from helper.engine.workdays import Start, count, earlier, read_start, room_for
from tests.engine.ample import SHORT, ample, bare
from tests.engine.filled.example import FULL
from tests.engine.filled.example import MODEL as WITH_FORMS
from tests.partnerships import ROOT, invented

LIMITS = (
    *((1, "hour"), (48, "hour"), (1, "working_day"), (2, "working_day"), (1, "day"), (3, "day"), (2, "week"), (1, "month")),
    *((None, "same_working_day"), (None, "straight_away"), (None, None), (3, None)),
)
SAID = ROOT / "tests" / "good" / "said"
MEND = "REWRITE=1 make test ARGS=tests/engine/test_word_for_word.py"
PARTNERSHIP = invented().partnerships["northmere"]
MODEL = PARTNERSHIP.model
Plain = dict[str, Any]
CASES: dict[str, Plain] = {
    "nothing-tried-yet": {"stage": "start", "urgency": "routine"},
    "urgent-with-everybody-named": {
        **{"stage": "tier-1", "urgency": "urgent", "you": "college", "them": "police"},
        **{"area": "mere-town", "since": "2026-12-22T10:30"},
    },
    "challenged": {"stage": "tier-2", "urgency": "routine", "side": "challenged", "you": "gp", "since": "2026-11-20"},
    "a-danger-in-a-situation-with-nobody-listed": {
        **{"stage": "tier-1", "urgency": "immediate", "situation": "court-order", "you": "school", "them": "gp"},
    },
    "harm-with-two-areas": {"stage": "start", "urgency": "significant_harm", "them": "early-help", "since": "2026-11-20"},
    "the-top": {"stage": "tier-3", "urgency": "routine", "since": "2026-01-31"},
    "resolved-inside-one-agency": {"stage": "tier-2", "urgency": "routine", "resolved": True, "you": "gp", "them": "gp"},
}
# Of partnerships that have what Northmere lacks, or lack what it has.
AMPLE: dict[str, Plain] = {
    "a form for the stage begun": {"stage": "tier-1", "urgency": "routine", "them": "police"},
    "a form for one of two ways": {"stage": "start", "urgency": "urgent", "them": "gp"},
    "a form that is not held": {"stage": "tier-2", "urgency": "routine"},
    "settled, with nobody to name": {"stage": "tier-1", "urgency": "routine", "resolved": True},
}
BARE: dict[str, Plain] = {
    "nobody is listed": {"stage": "tier-1", "urgency": "routine", "them": "police"},
    "a danger that the document has no rule for": {"stage": "tier-1", "urgency": "immediate", "them": "police"},
    "a court order": {"stage": "tier-2", "urgency": "routine", "situation": "court-order"},
    "the top, and nobody": {"stage": "tier-3", "urgency": "significant_harm"},
}
STAMP = {"now": "2026-11-25T10:00:00Z", "id": "0f9a", "today": "2026-11-25", "root": "../../"}
AGREED = {"urgent-with-everybody-named": "2026-12-23", "challenged": "2026-11-21", "the-top": "nonsense"}


def read(name: str) -> Any:
    return read_case(MODEL, {"partnership": "northmere", **CASES[name]})


def answer(plain: Plain, model: Model = MODEL) -> str:
    case = read_case(model, {"partnership": "northmere", **plain})
    advice = advise(model, case)
    return "\n".join((render_safety(model, advice, "../../"), render(model, case, advice, "../../")))


def answers(model: Model, cases: dict[str, Plain]) -> str:
    return "\n".join(f"{name}\n{answer(plain, model)}" for name, plain in cases.items())


def rows() -> str:
    """Show every row of a list as the page of contacts does."""
    model, said = ample(), []
    for row in model.contacts.services:
        found = [plain | {"for_whom": None} for plain in describe(model, row, row.id, {})]
        own = next((plain for plain in found if plain["id"] == row.id), None)
        said.append(contact_row(model, own, [plain for plain in found if plain["id"] != row.id], "../../"))
    each = [written_out(one, several) for one in SHORT for several in (False, True)]
    return "\n".join([*said, *(join(one) for one in each)])


def days(name: str) -> str:
    asked = STAMP | {"agreed": AGREED.get(name, "")}
    said = [dates.ACTS[act](MODEL, read(name), asked) for act in ("show_dates", "write_calendar")]
    return "\n".join(canonical(one) for one in said)


def cards() -> str:
    case = read("urgent-with-everybody-named")
    listed = [contact["id"] for contact in advise(MODEL, case)["contacts"]]
    return "\n".join(canonical(dates.ACTS["write_card"](MODEL, case, STAMP | {"contact": name})) for name in listed)


def ample_cards() -> str:
    """Save every contact of the rows of which much is said."""
    model = ample()
    case = read_case(model, {"partnership": "northmere", "stage": "tier-1", "urgency": "routine", "them": "police", "you": "gp"})
    listed = [contact["id"] for contact in advise(model, case)["contacts"]]
    return "\n".join(canonical(dates.ACTS["write_card"](model, case, STAMP | {"contact": name})) for name in listed)


def forms() -> str:
    asked = {"form": "notice", "entries": FULL | {"gone": "x"}}
    draft = filled.ACTS["save_draft"](WITH_FORMS, asked)
    said = [filled.ACTS["show_form"](WITH_FORMS, one) for one in (asked, asked | {"entries": {}})]
    texts = (draft["file"]["text"], "[", "{}", "x" * 1_000_001, draft["file"]["text"].replace("notice", "other"))
    said += [filled.ACTS["open_draft"](WITH_FORMS, asked | {"text": text}) for text in texts]
    said += [draft, filled.ACTS["write_form"](WITH_FORMS, asked), filled.ACTS["show_form"](WITH_FORMS, asked | {"form": "lost"})]
    return "\n".join(canonical(one) for one in said)


def counts() -> str:
    """Say how long every kind of limit is, from before Christmas on, with and without the time of day."""
    known = MODEL.holidays
    said: list[Any] = []
    for since in ("2026-12-24", "2026-12-24T16:05", "2026-12-26", "2011-01-01", "2029-01-01"):
        start = read_start(since)
        assert isinstance(start, Start)
        found = [count(start, amount, unit, known) for amount, unit in LIMITS]
        found += [earlier(found[1], found[3]), earlier(found[1], found[9])]
        said += [[since, one.due, one.text, [[day.date, day.name, day.number, day.why] for day in one.days]] for one in found]
    said += [room_for(amount, unit, None, known) for amount, unit in LIMITS]
    said.append(room_for(48, "hour", {"amount": 2, "unit": "working_day"}, known))
    return "\n".join(json.dumps(one, ensure_ascii=False) for one in said)


def lists() -> str:
    everything = [list_partnership(MODEL), list_everything({"northmere": MODEL}), list_everything({})]
    return "\n".join([*map(canonical, everything), render_general_safety(MODEL.general)])


def refusals() -> str:
    """Ask through the page's door for what there is not."""
    case = {"partnership": "northmere", **CASES["challenged"]}
    MODELS.clear()  # what other tests opened is not known here
    opened = handle(json.dumps({"do": "open", "model": PARTNERSHIP.plain}))
    asked: list[Plain] = [
        {"do": "advise", "case": case | {"stage": "tier-9"}},
        {"do": "advise", "case": {"partnership": "southmere"}},
        {"do": "advise", "case": case | {"since": "soon"}},
        {"do": "advise", "case": case | {"resolved": "no"}},
        {"do": "advise", "case": case | {"stage": "start", "resolved": True}},
        {"do": "advise", "case": case | {"stag": "x"}},
        {"do": "show_form", "partnership": "northmere", "form": "x", "entries": {}},
        {"do": "show_form", "form": "x"},
        {"do": "write_card", "case": case, "contact": "x", **STAMP},
        {"do": "write_calendar", "case": case, "agreed": "soon", **STAMP},
        {"do": "write_calendar", "case": case | {"since": ""}, **STAMP},
    ]
    return "\n".join([opened, *(handle(json.dumps(one)) for one in asked)])


def door() -> str:
    """Ask through the page's door for what there is."""
    handle(json.dumps({"do": "open", "model": PARTNERSHIP.plain}))
    case = {"partnership": "northmere", **CASES["urgent-with-everybody-named"]}
    asked: list[Plain] = [
        {"do": "advise", "case": case, "root": "../../"},
        {"do": "advise", "case": {"partnership": "northmere", **CASES["nothing-tried-yet"]}},
        {"do": "write_calendar", "case": case, "agreed": "", **STAMP},
    ]
    return "\n".join(handle(json.dumps(one)) for one in asked)


EVERY: dict[str, Callable[[], str]] = {
    **{f"{name}.html": (lambda plain=plain: answer(plain)) for name, plain in CASES.items()},  # type: ignore[misc]
    **{f"{name}.dates.txt": (lambda name=name: days(name)) for name in CASES},  # type: ignore[misc]
    "ample.html": lambda: answers(ample(), AMPLE),
    "bare.html": lambda: answers(bare(), BARE),
    "rows.html": rows,
    "ample-cards.txt": ample_cards,
    "cards.txt": cards,
    "forms.txt": forms,
    "counts.txt": counts,
    "lists.txt": lists,
    "refusals.txt": refusals,
    "door.txt": door,
}


def in_lines(said: str) -> str:
    """Break it where a reader of differences can follow: before each tag that opens, and at each line of a file inside JSON."""
    return re.sub(r"(?<!^)(?=<\w)|\\r\\n|\\n(?=\S)", lambda found: f"{found[0]}\n", said)


@pytest.mark.parametrize("name", EVERY)
def test_says_what_it_said_when_it_was_last_read(name: str) -> None:
    said, file = in_lines(EVERY[name]()), SAID / name
    if os.environ.get("REWRITE"):
        file.parent.mkdir(exist_ok=True)
        file.write_bytes(said.encode())
    assert said == file.read_bytes().decode(), f"Where the change is meant: {MEND}, and read what it changed."


def test_every_file_is_of_something_that_is_asked() -> None:
    assert {file.name for file in SAID.iterdir()} == set(EVERY)


def test_a_day_of_no_calendar_gets_no_card() -> None:
    with pytest.raises(CaseProblem, match=r"'soon' is no date\. Write YYYY-MM-DD\.") as refused:
        dates.ACTS["write_card"](MODEL, read("challenged"), STAMP | {"contact": "partnership-office", "today": "soon"})
    assert refused.value.plain() == {"problem": {"field": "today", "value": "soon", "nearest": []}}
