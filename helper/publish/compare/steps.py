"""The ladder in cells: its stages one by one, where the partnership comes in, where it ends."""

from helper.engine.html import Html, join, tag
from helper.engine.model import Model, Stage
from helper.publish.compare.cell import Cell, Topic, gathered, item, named, silence, where
from helper.publish.saying import counted

TAKEN = "The partnership takes this stage, not you."


def stages(model: Model) -> Cell:
    """List the stages under their own labels; equal are only their numbers."""
    all_stages = model.procedure.stages
    count = counted(len(all_stages), "stage")
    short = f"{count}, {all_stages[0].label} to {all_stages[-1].label}" if len(all_stages) > 1 else count
    return Cell(short, tuple(_stage(model, stage) for stage in all_stages), (len(all_stages),))


def handover(model: Model) -> Cell:
    """Say from which stage on the partnership is the one to reach, and which stages it takes itself."""
    all_stages = model.procedure.stages
    theirs = [stage for stage in all_stages if is_partnerships(stage)]
    if not theirs:
        return silence(model, "No stage of the text has the partnership as the one to reach")
    number = all_stages.index(theirs[0]) + 1
    short = f"From {theirs[0].label}, step {number} of {len(all_stages)}"
    facts = (number, len(all_stages), [all_stages.index(stage) for stage in theirs if stage.taken_by == "partnership"])
    return Cell(short, tuple(_stage(model, stage) for stage in theirs), facts)


def is_partnerships(stage: Stage) -> bool:
    """Tell whether a stage needs the partnership's contact, or is taken by the partnership."""
    return stage.reach.whose == "partnership" or stage.taken_by == "partnership"


def ending(model: Model) -> Cell:
    """Say where the ladder stops, and who decides then."""
    end = model.procedure.ending
    return Cell("", tuple(item(model, "", said) for said in (end.headline, *end.who)))


def who(model: Model) -> Cell:
    """Show who acts and whom they talk to, at every stage and at each."""
    ladder = (model.procedure.always, *model.procedure.stages)
    found = gathered(model, lambda step: step.who if step in ladder else ())
    if not found:
        return silence(model, "The text does not say who acts")
    return Cell(where(found), tuple(item(model, named(at), said) for at, said in found))


def _stage(model: Model, stage: Stage) -> Html:
    taken = [" ", tag("b", TAKEN)] if stage.taken_by == "partnership" else None
    return join([item(model, f"{stage.label}, {stage.title}", stage.summary), taken])


TOPICS = (
    Topic("stages", "The stages, one by one", stages, "As many stages: read each"),
    Topic("who", "Who acts, and whom they talk to", who),
    Topic("handover", "From where the partnership is the one to reach", handover, "At the same step: read each"),
    Topic("ending", "Where the ladder ends", ending),
)
