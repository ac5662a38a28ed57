"""What no answer and no date is waited for: a case in, one sentence out where a child may come to significant harm."""

from helper.engine.case import Case
from helper.engine.html import Child, tag
from helper.engine.model import Model
from helper.engine.statements import state
from helper.engine.way import protection_for
from helper.engine.words import statement


def do_not_wait(model: Model, case: Case, root: str) -> Child:
    """Say what comes before everything else: the procedure's own way to report a danger or, where it has none, ours."""
    if case.urgency not in ("significant_harm", "immediate"):
        return None
    way = protection_for(model.procedure, case)
    said = state(model, way.headline if way else model.general.harm)
    return [tag("b", "Do not wait with this: "), statement(model, said, root)]
