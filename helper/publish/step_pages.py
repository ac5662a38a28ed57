"""The answers that have a page of their own, for readers whose browser runs no scripts: one for each stage and urgency."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from helper.engine.advise import advise
from helper.engine.case import Case
from helper.engine.door import canonical
from helper.engine.listing import START_LABEL, URGENCY_LABELS
from helper.engine.model import START, URGENCIES, Model, Urgency
from helper.engine.render import render


@dataclass(frozen=True)
class Way:
    """The way to one answer's page: its folder below the partnership's, and what a reader calls its urgency."""

    folder: str
    urgency: str


def ways(model: Model) -> list[tuple[str, list[Way]]]:
    """List the pages by stage, as a reader calls it, and then by urgency."""
    return [(label, [Way(_folder(stage, name), URGENCY_LABELS[name]) for name in URGENCIES]) for stage, label in _stages(model)]


def step_pages(model: Model) -> Iterator[tuple[str, str, dict[str, Any]]]:
    """Give each page: its folder below the partnership's, its title, and what its template needs."""
    for stage, label in _stages(model):
        for urgency in URGENCIES:
            title = f"Next step: {label}, {URGENCY_LABELS[urgency]}"
            yield _folder(stage, urgency), title, _answered(model, Case(model.procedure.id, stage, urgency), label)


def _answered(model: Model, case: Case, stage: str) -> dict[str, Any]:
    folder = f"{model.procedure.id}/{_folder(case.stage, case.urgency)}"
    advice = advise(model, case)
    return {
        "stage": stage,
        "urgency": URGENCY_LABELS[case.urgency],
        "advice": canonical(advice),
        "answer": render(model, case, advice, "../" * folder.count("/")),
        "steps": ways(model),
        "link": f"stage={case.stage}&urgency={case.urgency}",
    }


def _stages(model: Model) -> list[tuple[str, str]]:
    return [(START, START_LABEL), *((stage.id, f"{stage.label}: {stage.title}") for stage in model.procedure.stages)]


def _folder(stage: str, urgency: Urgency) -> str:
    return f"next-step/{stage}/{urgency}/"
