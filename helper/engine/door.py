"""The one entrance for the page: JSON text in, JSON text out. It keeps the models it was given, and nothing about a case."""

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
    """Answer one request: `{"do": "open", "model": ...}` or `{"do": "advise", "case": ..., "root": "../"}`."""
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
    name = asked["case"].get("partnership")
    if name not in MODELS:
        raise unknown("partnership", name, tuple(MODELS))
    model = MODELS[name]
    case = read_case(model, asked["case"])
    advice = advise(model, case)
    return {"advice": canonical(advice), "html": render(model, case, advice, asked.get("root", ""))}


ACTS: dict[str, Callable[[Plain], Plain]] = {"open": _open, "advise": _advise}
