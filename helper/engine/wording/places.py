"""Where a case stands on the ladder, whatever its situation: a model and a case in, stages out."""

from helper.engine.case import Case
from helper.engine.contact_parts import stages_ahead
from helper.engine.model import BeginAt, Model, Stage, Statement
from helper.engine.way import begin_at, begun_stage


def ahead(model: Model, case: Case) -> list[Stage]:
    """List the stages that come next. A situation adds ways beside the ladder and changes no stage, so it is not read."""
    return stages_ahead(model, Case(model.procedure.id, case.stage, case.urgency, case.resolved))


def after(model: Model, case: Case, stage: Stage) -> list[Stage]:
    """List the stages that follow a stage of this case, with those that its urgency lets it go to straight away."""
    return stages_ahead(model, Case(model.procedure.id, stage.id, case.urgency))


def standing(model: Model, case: Case) -> list[Stage]:
    """List the stage that stands open, if one has begun, and then the stages ahead."""
    begun = begun_stage(model.procedure, case)
    return [*([begun] if begun else []), *ahead(model, case)]


def jump_to(model: Model, case: Case, to: Stage) -> BeginAt | None:
    """Give the rule of urgency by which a case may, or must, go straight to a stage; None where no rule leads there."""
    return next((jump for jump in begin_at(model.procedure, case) if jump.stage == to.id), None)


def said_of(jump: BeginAt) -> Statement:
    """Give what the source says of going straight to a stage, as a statement."""
    return Statement(jump.text, jump.section, jump.basis)
