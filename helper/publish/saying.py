"""How pages show what a model says: statements with whom they are for and their citation, and limits in few words."""

from collections.abc import Mapping
from dataclasses import replace

from helper.engine.html import Html
from helper.engine.listing import SIDE_LABELS, START_LABEL, URGENCY_LABELS
from helper.engine.model import START, Limit, Model, Stage, Statement, When
from helper.engine.statements import Plain, state
from helper.engine.words import say_limit, statement


def say(model: Model, said: Statement, root: str) -> Html:
    """Show a statement with its citation and, where it is not for everybody, whom it is for."""
    return statement(model, stated(model, said), root)


def stated(model: Model, said: Statement) -> Plain:
    """Turn a statement into plain data that says as well for whom it is, where it is not for everybody."""
    condition = condition_of(model, said.when)
    return state(model, said) | ({"way": condition} if condition else {})


def say_length(limit: Limit) -> str:
    """Say how long a limit is, and what it is for."""
    again = vars(limit.equates) if limit.equates else None
    return say_limit({"amount": limit.amount, "unit": limit.unit, "for": limit.purpose, "equates": again})


def of_stage[S: Statement](model: Model, stage: Stage, said: S) -> S:
    """Leave out of what is said of a stage, under its name, whether it is said before that stage has begun or after."""
    order = [START, *(one.id for one in model.procedure.stages)]
    around = {stage.id, order[order.index(stage.id) - 1]}
    return replace(said, when=replace(said.when, stage=())) if set(said.when.stage) <= around else said


def condition_of(model: Model, when: When) -> str:
    """Say for whom a statement is, where it is not for everybody: its stages, urgencies, side, agencies, areas."""
    stages = {stage.id: stage.label for stage in model.procedure.stages} | {START: START_LABEL}
    agencies = {agency.id: agency.label for agency in model.agencies}
    areas = {area.id: area.label for area in model.procedure.areas}
    groups: tuple[tuple[tuple[str, ...], Mapping[str, str]], ...] = (
        (when.stage, stages),
        (when.urgency, URGENCY_LABELS),
        (when.side, SIDE_LABELS),
        (when.you, agencies),
        (when.area, areas),
    )
    return "; ".join(_in_a_row(chosen, labels) for chosen, labels in groups if chosen)


def _in_a_row(chosen: tuple[str, ...], labels: Mapping[str, str]) -> str:
    """Name what was chosen; a ladder from its beginning up to a stage by that stage alone."""
    ladder = (START, *(one for one in labels if one != START))
    if START in labels and len(chosen) > 1 and set(chosen) == set(ladder[: len(chosen)]):
        return f"Up to {labels[ladder[len(chosen) - 1]]}"
    return ", ".join(labels[one] for one in chosen)


def counted(number: int, name: str) -> str:
    """Write a number of things.

    >>> counted(1, "stage"), counted(4, "stage"), counted(4032, "case")
    ('1 stage', '4 stages', '4,032 cases')
    """
    return f"{number:,} {name}{'' if number == 1 else 's'}"
