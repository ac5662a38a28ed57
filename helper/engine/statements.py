"""Statements as plain data: the sentence, the place in the source that says it, and on what basis it stands."""

from collections.abc import Iterable
from typing import Any

from helper.engine.case import Case
from helper.engine.model import Model, Statement, Step, When

Plain = dict[str, Any]


def holds(when: When, case: Case) -> bool:
    """Tell whether a statement is for this case; an empty condition is for every case, an area not known is any area."""
    asked = (("stage", when.stage), ("urgency", when.urgency), ("side", when.side), ("you", when.you))
    somewhere = not when.area or case.area is None or case.area in when.area
    return somewhere and all(not allowed or getattr(case, name) in allowed for name, allowed in asked)


def cite(model: Model, said: Statement) -> Plain:
    """Say where a statement comes from: the procedure's own document, an outside source, or our general advice."""
    if said.source:
        return {"document": said.source, "section": "outside"}
    if said.basis == "general":
        return {"document": model.general.document, "section": said.section}
    return {"document": model.procedure.document.id, "section": said.section}


def state(model: Model, said: Statement) -> Plain:
    """Turn a statement into plain data."""
    basis = "general" if said.source else said.basis
    return {"text": said.text, "citation": cite(model, said), "basis": basis}


def gather(model: Model, case: Case, steps: Iterable[tuple[str | None, Step]], name: str) -> list[Plain]:
    """State what each step says under one name (`who`, `notes`, `record` ...), for this case, each once, with its way."""
    found: list[Plain] = []
    for way, step in steps:
        for said in getattr(step, name):
            plain = state(model, said) | ({"way": way} if way else {})
            if holds(said.when, case) and plain not in found:
                found.append(plain)
    return found
