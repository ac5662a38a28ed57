"""Words to begin with: a case in; for each stage and each who speaks to whom, words of ours to say or to write out."""

from helper.engine.case import Case
from helper.engine.html import Child, Html, join, tag
from helper.engine.model import Frame, Model, Point, Stage, Statement, Use, Words
from helper.engine.statements import holds, state
from helper.engine.view import Asked
from helper.engine.wording.copied import folded, to_copy
from helper.engine.wording.places import ahead, jump_to, said_of, standing
from helper.engine.words import bullets, section, statement

WAYS = (("talk", "Face to face"), ("call", "By telephone"), ("email", "By e-mail"))


def words(asked: Asked) -> Child:
    """Show the words for the stages of a case, or for confirming what was agreed; nothing of it is open at first."""
    model, case, root = asked.model, asked.case, asked.root
    ours = tag("p", statement(model, state(model, model.general.words), root))
    how = _hows(model, case, model.wording.how, root)
    shown = show_uses(model, case, model.wording.settled, root) if case.resolved else _stages(asked)
    return section("Words to begin with", "words", ours, how, shown)


def _stages(asked: Asked) -> list[Child]:
    """Show each stage's words; who is challenged has to answer at the stage begun, too. Words that stood before are left out."""
    model, case, root = asked.model, asked.case, asked.root
    stages = standing(model, case) if case.side == "challenged" else ahead(model, case)
    if not stages:  # the last stage has begun: what is left to those who raised it is to ask
        return [show_uses(model, case, model.wording.ending, root)]
    shown: list[Child] = []
    before: set[Use] = set()
    for stage in stages:
        found = model.wording.of(stage.id)
        uses = tuple(use for use in getattr(found, case.side) if use not in before)
        before |= set(uses)
        title = tag("h4", f"{stage.label}: {stage.title}") if len(stages) > 1 else None
        how = [_straight(model, case, stage, root), _hows(model, case, found.how, root)]
        shown += [title, *how, show_uses(model, case, uses, root)] if uses else []
    return shown


def _straight(model: Model, case: Case, stage: Stage, root: str) -> Child:
    """Say when the source lets an urgent case go straight to a stage, so that its words are not taken for an order."""
    jump = jump_to(model, case, stage)
    return tag("p", statement(model, state(model, said_of(jump)), root)) if jump else None


def _hows(model: Model, case: Case, how: tuple[Statement, ...], root: str) -> Child:
    said = [state(model, one) for one in how if holds(one.when, case)]
    return bullets(model, said, root) if said else None


def show_uses(model: Model, case: Case | None, uses: tuple[Use, ...], root: str) -> Html:
    """Show frames with their points, each in three ways of speaking; without a case every point stands there."""
    return join([_use(model, case, use, root) for use in uses])


def _use(model: Model, case: Case | None, use: Use, root: str) -> Html:
    frame = model.frame(use.frame)
    points = [point for point in use.points if case is None or holds(point.when, case)]
    ours = frame.points if use.with_ours or use.ours_first or not points else ()
    theirs, own = [point.say for point in points], [point.say for point in ours]
    says = [*own, *theirs] if use.ours_first else [*theirs, *own]
    listed = _listed(model, points, root)
    secure = tag("p", statement(model, state(model, model.general.secure), root))
    ways = [
        folded(_summary(way, frame), listed, secure if name == "email" else None, to_copy(compose(getattr(frame, name), says)))
        for name, way in WAYS
    ]
    return join([tag("p", tag("b", frame.label), class_="eg-words__whom"), tag("div", ways, class_="eg-words__frame")])


def _listed(model: Model, points: list[Point], root: str) -> Child:
    """List what the procedure asks for; where that is nothing, say that the points are ours."""
    if not points:
        return tag("p", statement(model, state(model, model.general.own_points), root))
    asked = [state(model, point) for point in points]
    return [tag("p", "What the procedure asks for here; all other lines are ours:"), bullets(model, asked, root)]


def _summary(way: str, frame: Frame) -> Child:
    """Name a way of speaking; who speaks to whom stands above the three, and is said again to those who hear the page."""
    return [way, tag("span", f": {frame.label[:1].lower()}{frame.label[1:]}", class_="eg-unseen")]


def compose(frame: Words, says: list[str]) -> str:
    """Put a beginning, the lines for the points and an end together.

    >>> compose(Words("Hello.", "Goodbye.", "A talk"), ["One.", "Two."])
    'Subject: A talk\\n\\nHello.\\n\\nOne.\\nTwo.\\n\\nGoodbye.'
    """
    subject = f"Subject: {frame.subject}" if frame.subject else ""
    return "\n\n".join(part for part in (subject, frame.begin, "\n".join(says), frame.end) if part)
