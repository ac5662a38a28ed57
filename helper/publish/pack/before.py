"""What a facilitator reads before a session: whom it is for, what it needs, its aims, its rules and its timetable."""

from helper.engine.advise import advise
from helper.engine.case import Case
from helper.engine.model import START
from helper.publish.pack.blocks import Block, Danger, Grid, Heading, Line, Link, Part, Points, Strong, Text, say
from helper.publish.pack.deck import Dealt
from helper.publish.training.model import Course, Session

INVENTED = "Every scenario in this pack is invented. No real child, family or worker stands behind one."


def lengths(session: Session) -> tuple[int, int]:
    """Add up the minutes of a session: as a whole, and short."""
    return sum(part.minutes for part in session.timetable), sum(part.short for part in session.timetable)


def before(course: Course) -> Part:
    """Write what to know before a session."""
    session = course.session
    blocks: list[Block] = []
    for title, said in (("Who can lead it", (session.for_whom,)), ("What it needs", session.needs), ("Aims", session.aims)):
        blocks += [Heading(3, title), Text((said[0],)) if len(said) == 1 else _points(said)]
    blocks += [Heading(3, "Ground rules"), Text(("Read these out at the beginning.",)), _points(session.ground_rules)]
    return Part("Before you begin", "before", tuple(blocks))


def danger(course: Course) -> Danger:
    """Say what to do about a real child, with the numbers that the procedure prints for that."""
    return Danger(tuple(advise(course.model, Case(course.model.procedure.id, START, "routine"))["safety"]))


def timetable(course: Course, cards: list[Dealt]) -> Part:
    """Write the timetable of the whole session and the short one beside each other, with their sums."""
    session = course.session
    whole, short = lengths(session)
    played = {card.played: card for card in cards if card.played}
    rows: list[tuple[tuple[Line, ...], ...]] = []
    for part in session.timetable:
        card = played.get(part.scenario or 0)
        told = [say(part.how), *([say("Suggested: ", Link(card.name, f"#card-{card.number}"))] if card else [])]
        minutes = (say(str(part.minutes)),), (say(str(part.short) if part.short else "Leave it out"),)
        rows.append(((say(Strong(part.part)),), tuple(told), *minutes))
    sums = (say(Strong(str(whole))),), (say(Strong(str(short))),)
    rows.append(((say(Strong("Together")),), (), *sums))
    header = ("Part", "What you do", f"Minutes, of {whole}", f"Minutes, of {short}")
    left_out = [part.part for part in session.timetable if not part.short]
    hint = f"With {short} minutes, leave out: {', '.join(left_out)}." if left_out else "With less time, shorten each part."
    blocks = (Text((hint,)), Grid(f"Timetable for {whole} and for {short} minutes", header, (4, 8, 2.5, 2.5), tuple(rows)))
    return Part("Timetable", "timetable", blocks)


def _points(texts: tuple[str, ...]) -> Points:
    return Points(tuple(say(text) for text in texts))
