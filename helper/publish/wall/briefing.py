"""The briefing of a procedure for a team meeting, seven minutes and two sheets of A4: a site and a model in, seven parts out.

Every part has at least what a team needs to hear; how much more stands there is what seven minutes and two sheets hold.
"""

from collections.abc import Iterable
from dataclasses import dataclass, replace

from helper.engine.html import Html, join, tag
from helper.engine.model import Model, Statement
from helper.publish.saying import say
from helper.publish.search import plain_text
from helper.publish.site import Site
from helper.publish.wall.content import by_stage, content, urgent_statements
from helper.publish.wall.fit import HEADING, HEIGHT, LEADING, WIDTH, Print
from helper.publish.wall.rungs import ROOT, Detail, rung

# Two sheets; what a break between them leaves white is within what the estimate is too high by.
ROOM = 2 * HEIGHT
SIZES = (11.0, 10.5, 10.0, 9.5)
PARTS = 7
# Read aloud at 150 words a minute for seven minutes, less the words of the template.
WORDS = 850
# The lines of the template's own words, over all parts.
OWN_WORDS = 30
# How many statements each list may have, each time fewer.
MOST = (5, 4, 3, 2, 1)


@dataclass(frozen=True)
class Briefing:
    """The statements of each part as markup, and the name of a class for the size of type. `asked` are the procedure's own
    questions, `ours` those of every session, `plan` what a team writes down; all three are empty without a course."""

    why: tuple[Html, ...]
    scope: tuple[Html, ...]
    ladder: tuple[Html, ...]
    limits: tuple[Html, ...]
    urgent: tuple[Html, ...]
    safety: Html
    record: tuple[Html, ...]
    inform: tuple[Html, ...]
    unclear: tuple[Html, ...]
    asked: tuple[Html, ...]
    ours: tuple[str, ...]
    plan: tuple[str, ...]
    size: str = ""


def briefing(site: Site, model: Model) -> Briefing:
    """Make the briefing with the most that there is time and room for, and then in the largest type."""
    for most in MOST:
        made = _briefing(site, model, most)
        for size in SIZES:
            if _words(made) <= WORDS and _height(made, size) <= ROOM:
                return replace(made, size=_name(size))
    return replace(made, size=_name(SIZES[-1]))


def _briefing(site: Site, model: Model, most: int) -> Briefing:
    procedure, course = model.procedure, site.courses.get(model.procedure.id)
    detail = Detail(services=0, records=most, limits=most > MOST[-2])
    rungs = [rung(model, stage, detail) for stage in procedure.stages]
    rules = procedure.urgency.up_to("immediate")
    gaps = [gap for rule in rules for gap in rule.gaps]
    doubts = [procedure.document.review, model.contacts.age, *procedure.always.gaps, *procedure.always.cautions]
    return Briefing(
        why=_said(model, procedure.principles, most),
        scope=_said(model, procedure.scope, most),
        ladder=tuple(join([tag("b", one.title, ". "), one.who]) for one in rungs),
        limits=tuple(join([tag("b", stage.label, ": "), one.when]) for stage, one in zip(procedure.stages, rungs, strict=True)),
        urgent=_said(model, [*urgent_statements(model), *gaps[: max(1, most - 2)]], most + 2),
        safety=content(site, model, detail).safety,
        record=tuple(by_stage(model, "record"))[:most],
        inform=tuple(by_stage(model, "inform"))[:most],
        unclear=_said(model, doubts, most),
        asked=_said(model, course.reflect, most) if course else (),
        ours=course.session.reflect[: max(1, most - 2)] if course else (),
        plan=course.session.plan if course else (),
    )


def _said(model: Model, statements: Iterable[Statement], most: int) -> tuple[Html, ...]:
    first = {said.text: said for said in statements}
    return tuple(say(model, said, ROOT) for said in list(first.values())[:most])


def _items(made: Briefing) -> list[str]:
    shown = (made.why, made.scope, made.ladder, made.limits, made.urgent, made.record, made.inform, made.unclear)
    return [item for one in (*shown, made.asked, made.ours) for item in one]


def _words(made: Briefing) -> int:
    return sum(len(plain_text(item).split()) for item in _items(made))


def _height(made: Briefing, size: float) -> float:
    text = Print(size)
    items = [*_items(made), *made.safety.split("</p>")]
    own = OWN_WORDS * size * LEADING + PARTS * (size * HEADING * LEADING + 10) + 50
    return own + text.all(items, WIDTH - 14, 2) + len(made.plan) * size * 2


def _name(size: float) -> str:
    return f"{size:g}".replace(".", "-")
