"""The one entrance for the page: JSON text in, JSON text out. It keeps the models it was given, and nothing about a case.

What a first answer does not need is imported when it is asked for.
"""

import json
from collections.abc import Callable
from typing import Any

from helper.engine.advise import advise
from helper.engine.case import CaseProblem, read_case, unknown
from helper.engine.model import Model
from helper.engine.plain import from_plain
from helper.engine.render import render

MODELS: dict[str, Model] = {}
Plain = dict[str, Any]


def canonical(plain: Any) -> str:
    """Write plain data so that equal data is equal text: keys sorted, no spaces."""
    return json.dumps(plain, sort_keys=True, separators=(",", ":"), ensure_ascii=False)


def handle(request: str) -> str:
    """Answer one request, such as `{"do": "advise", "case": ..., "root": "../"}`; ACTS lists what can be done."""
    asked = json.loads(request)
    try:
        return canonical(ACTS[asked["do"]](asked))
    except CaseProblem as problem:
        return canonical(problem.plain() | {"sentence": problem.sentence})


def _open(asked: Plain) -> Plain:
    model = from_plain(Model, asked["model"])
    MODELS[model.procedure.id] = model
    return {"opened": model.procedure.id}


def _advise(asked: Plain) -> Plain:
    model = _model(asked["case"].get("partnership"))
    case = read_case(model, asked["case"])
    advice = advise(model, case)
    return {"advice": canonical(advice), "html": render(model, case, advice, asked.get("root", ""))}


def _fill(asked: Plain) -> Plain:
    """Do something with the entries of a form: see `filled.acts`."""
    from helper.engine.filled import acts

    return acts.ACTS[asked["do"]](_model(asked.get("partnership")), asked)


def _date(asked: Plain) -> Plain:
    """Do something with the dates or the contacts of a case: see `dates.acts`."""
    from helper.engine.dates import acts

    model = _model(asked["case"].get("partnership"))
    return acts.ACTS[asked["do"]](model, read_case(model, asked["case"]), asked)


def _model(name: str | None) -> Model:
    if name not in MODELS:
        raise unknown("partnership", name, tuple(MODELS))
    return MODELS[name]


ACTS: dict[str, Callable[[Plain], Plain]] = {
    "open": _open,
    "advise": _advise,
    "show_form": _fill,
    "write_form": _fill,
    "save_draft": _fill,
    "open_draft": _fill,
    "show_dates": _date,
    "write_calendar": _date,
    "write_card": _date,
}
