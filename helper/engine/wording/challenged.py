"""Someone has challenged you, what now: a case of the challenged side in, first steps out, ours and the procedure's apart."""

from helper.engine.case import Case
from helper.engine.html import Child, tag
from helper.engine.model import Model
from helper.engine.statements import holds, state
from helper.engine.view import Asked
from helper.engine.words import bullets, cite, section


def challenged(asked: Asked) -> Child:
    """Show the first steps where the reader is challenged and it is not settled."""
    if asked.case.side != "challenged" or asked.case.resolved:
        return None
    return section("Someone has challenged you: what now?", "challenged", *first_steps(asked.model, asked.case, asked.root))


def first_steps(model: Model, case: Case | None, root: str) -> list[Child]:
    """List our steps, then what the procedure itself says of it; without a case all of that."""
    ours = state(model, model.general.challenged[0])
    steps = [tag("li", tag("div", said.text)) for said in model.general.challenged]
    own = [state(model, said) for said in model.wording.challenged if case is None or holds(said.when, case)]
    return [
        tag("p", "These steps are ours, not the procedure's. ", cite(model, ours["citation"], root)),
        tag("ol", steps, class_="eg-todo"),
        [tag("p", "The procedure itself says:"), bullets(model, own, root)] if own else None,
    ]
