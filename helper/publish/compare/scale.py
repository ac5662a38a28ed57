"""The ladders on one scale: models in, for each its rungs in order out. The scale is the order of the steps and no more."""

from dataclasses import dataclass

from helper.engine.model import Limit, Model, Stage
from helper.engine.words import NO_LIMIT
from helper.publish.compare.cell import with_basis
from helper.publish.compare.limits import length_and_purpose, since_event
from helper.publish.compare.steps import TAKEN, is_partnerships
from helper.publish.partnership_pages import badge
from helper.publish.saying import condition_of

TO_REACH = "The partnership is the one to reach."


@dataclass(frozen=True)
class Rung:
    """One stage as it is drawn; `limits` are those that are more than words, else (`is_timed` is false) what stands in their place;
    `partnership` says what the partnership has to do with it."""

    badge: str
    label: str
    title: str
    limits: tuple[str, ...]
    is_timed: bool
    partnership: str


@dataclass(frozen=True)
class Ladder:
    """A partnership's rungs, from the first step up, and how many steps of the scale stay free above them."""

    id: str
    name: str
    rungs: tuple[Rung, ...]
    free: int


def ladders(models: tuple[Model, ...]) -> list[Ladder]:
    """Put every ladder on the scale of the longest."""
    most = max(len(model.procedure.stages) for model in models)
    return [
        Ladder(model.procedure.id, model.procedure.name, rungs, most - len(rungs))
        for model in models
        for rungs in [tuple(_rung(model, stage) for stage in model.procedure.stages)]
    ]


def _rung(model: Model, stage: Stage) -> Rung:
    timed = [limit for limit in stage.limits if limit.unit is not None]
    limits = tuple(dict.fromkeys(_length(model, limit) for limit in timed or stage.limits)) or (NO_LIMIT,)
    partnership = TAKEN if stage.taken_by == "partnership" else TO_REACH if is_partnerships(stage) else ""
    return Rung(badge(stage), stage.label, stage.title, limits, bool(timed), partnership)


def _length(model: Model, limit: Limit) -> str:
    """Say how long a limit is and, where it is not for everybody, for whom."""
    condition = condition_of(model, limit.when)
    length = with_basis(since_event(length_and_purpose(limit), limit), limit)
    return f"{length} ({condition})" if condition else length
