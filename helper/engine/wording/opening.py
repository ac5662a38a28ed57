"""Words to begin with: a case in; for each stage and each who speaks to whom, words of ours to say or to write out."""

from helper.engine.case import Case
from helper.engine.html import Child, Html, join, tag
from helper.engine.model import Frame, Model, Stage, Statement, Use, Words
from helper.engine.statements import holds, state
from helper.engine.view import Asked
from helper.engine.wording.copied import folded, to_copy
from helper.engine.wording.places import ahead, standing
from helper.engine.words import bullets, section, statement

WAYS = (("talk", "Face to face"), ("call", "By telephone"), ("email", "By e-mail"))


def words(asked: Asked) -> Child:
    """Show the words for the stages of a case, or for confirming what was agreed; nothing of it is open at first."""
    model, case, root = asked.model, asked.case, asked.root
    if case.resolved:
        shown: list[Child] = [_hows(model, case, model.wording.how, root), show_uses(model, case, model.wording.settled, root)]
    else:
        stages = _stages(model, case)
        general = _hows(model, case, model.wording.how, root)
        shown = [general, *(_stage(model, case, stage, root, named=len(stages) > 1) for stage in stages)]
    ours = tag("p", statement(model, state(model, model.general.words), root))
    return section("Words to begin with", "words", ours, *shown)


def _stages(model: Model, case: Case) -> list[Stage]:
    """List the stages to find words for. Who is challenged has to answer at the stage begun; at the top nothing is ahead."""
    if case.side == "challenged":
        return standing(model, case)
    return ahead(model, case) or standing(model, case)


def _stage(model: Model, case: Case, stage: Stage, root: str, named: bool) -> Child:
    found = model.wording.of(stage.id)
    title = tag("h4", f"{stage.label}: {stage.title}") if named else None
    return [title, _hows(model, case, found.how, root), show_uses(model, case, getattr(found, case.side), root)]


def _hows(model: Model, case: Case, how: tuple[Statement, ...], root: str) -> Child:
    said = [state(model, one) for one in how if holds(one.when, case)]
    return bullets(model, said, root) if said else None


def show_uses(model: Model, case: Case | None, uses: tuple[Use, ...], root: str) -> Html:
    """Show frames with their points, each in three ways of speaking; without a case every point stands there."""
    return join([_use(model, case, use, root) for use in uses])


def _use(model: Model, case: Case | None, use: Use, root: str) -> Html:
    frame = model.frame(use.frame)
    points = [point for point in use.points if case is None or holds(point.when, case)]
    asked = [state(model, point) for point in points]
    ours = frame.points if use.with_ours or not points else ()
    says = [*(point.say for point in points), *(point.say for point in ours)]
    listed: list[Child] = (
        [tag("p", "What the procedure asks for here; all other lines are ours:"), bullets(model, asked, root)]
        if asked
        else [tag("p", statement(model, state(model, model.general.own_points), root))]
    )
    secure = tag("p", statement(model, state(model, model.general.secure), root))
    ways = [
        folded(
            f"{way}: {_lower(frame)}", *listed, secure if name == "email" else None, to_copy(compose(getattr(frame, name), says))
        )
        for name, way in WAYS
    ]
    return tag("div", ways, class_="eg-words__frame")


def _lower(frame: Frame) -> str:
    return f"{frame.label[:1].lower()}{frame.label[1:]}"


def compose(frame: Words, says: list[str]) -> str:
    """Put a beginning, the lines for the points and an end together.

    >>> compose(Words("Hello.", "Goodbye.", "A talk"), ["One.", "Two."])
    'Subject: A talk\\n\\nHello.\\n\\nOne.\\nTwo.\\n\\nGoodbye.'
    """
    subject = f"Subject: {frame.subject}" if frame.subject else ""
    return "\n\n".join(part for part in (subject, frame.begin, "\n".join(says), frame.end) if part)
