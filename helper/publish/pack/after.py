"""What a pack holds for the end of a session: awkward turns, questions to think about, an action plan, and what the pack is."""

from helper.engine.filled.sending import origin
from helper.engine.model import Model
from helper.engine.statements import state
from helper.publish.pack.before import INVENTED
from helper.publish.pack.blocks import Block, Grid, Heading, Line, Link, Part, Points, Text, all_said, say
from helper.publish.pack.nameless import nameless
from helper.publish.saying import stated
from helper.publish.training.model import Course, Turn

MADE = "Made on {built}. A newer one may be where this one came from: its answers are asked again whenever it is made."
TURN = "Add one to any scenario: read it out, and ask what changes. What the document leaves open is said, and never filled in."
PLAN_ROWS, PLAN_ROOM = 4, 2.2  # rows to write in, each so high in cm


def turns(course: Course) -> Part:
    """Write the awkward turns, each with what the source says of it and what it does not."""
    model, blocks = course.model, list[Block]()
    for turn in course.turns:
        blocks += [Heading(3, turn.label, f"turn-{turn.id}"), *_turn(model, turn)]
    whom = [state(model, said) for said in (model.general.ask, model.general.no_answer)]
    blocks += [Heading(3, "Whom to ask, whatever the turn"), Points(all_said(whom))]
    return Part("Awkward turns", "turns", (Text((TURN,)), *blocks))


def _turn(model: Model, turn: Turn) -> list[Block]:
    blocks: list[Block] = []
    for title, said in (("What the document says", turn.said), ("What it does not say", turn.gaps)):
        if said:
            blocks += [Heading(4, title), Points(all_said([nameless(model, stated(model, one)) for one in said]))]
    return blocks


def reflection(course: Course) -> Part:
    """Write the questions to think about: those of every session, then those that come from this procedure."""
    general = tuple(say(question) for question in course.session.reflect)
    own = all_said([stated(course.model, question) for question in course.reflect])
    blocks: list[Block] = [Text(("Choose two. Talk in pairs first.",)), Points(general)]
    if own:
        blocks += [Heading(3, f"From this procedure: {course.model.procedure.name}"), Points(own)]
    return Part("Reflection", "reflection", tuple(blocks))


def plan(course: Course) -> Part:
    """Write an empty action plan."""
    header = course.session.plan
    empty: tuple[tuple[Line, ...], ...] = tuple(() for _ in header)
    grid = Grid("Action plan", header, tuple(1.0 for _ in header), tuple(empty for _ in range(PLAN_ROWS)), PLAN_ROOM)
    return Part("Action plan", "plan", (Text(("One copy for each person.",)), grid))


def about(course: Course, built: str) -> Part:
    """Say what the pack is made of, when, and what it is not."""
    model = course.model
    document = model.procedure.document
    said = [
        state(model, document.review),
        *[state(model, one) for one in document.not_held],
        state(model, model.general.disclaimer),
    ]
    lines = [say(INVENTED), say(f"{origin(model)}, {model.procedure.partnership}."), *all_said(said), say(MADE.format(built=built))]
    room = Text(say("The same scenarios on a screen: ", Link("the training room", "training/"), "."), online=True)
    return Part("What this pack is", "about", (Points(tuple(lines)), room))
