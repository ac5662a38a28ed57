"""The page of words to use: a model in, the words of every stage and both sides out, whatever the case."""

from typing import Any

from helper.engine.html import Html, join
from helper.engine.listing import SIDE_LABELS
from helper.engine.model import SIDES, Model, Use
from helper.engine.wording.challenged import first_steps
from helper.engine.wording.opening import show_uses

ROOT = "../../"


def words_page(model: Model) -> dict[str, Any]:
    """Give what the template needs: the stages with the words of each side, those for what is settled, and the first steps."""
    stages = []
    for stage in model.procedure.stages:
        words = model.wording.of(stage.id)
        stages.append((stage, words, [(SIDE_LABELS[side], _shown(model, getattr(words, side))) for side in SIDES]))
    return {
        "stages": stages,
        "ending": _shown(model, model.wording.ending),
        "settled": _shown(model, model.wording.settled),
        "first_steps": join(first_steps(model, None, ROOT)),
    }


def _shown(model: Model, uses: tuple[Use, ...]) -> Html:
    return show_uses(model, None, uses, ROOT)
