"""No answer: a case in; when to stop waiting at each stage, and who is next, as far as the source says, out. It gives no date."""

from typing import Any

from helper.engine.case import Case
from helper.engine.danger import do_not_wait
from helper.engine.html import Child, Html, tag
from helper.engine.model import Stage
from helper.engine.statements import holds, state
from helper.engine.view import Asked
from helper.engine.wording.places import after, jump_to, said_of, standing
from helper.engine.words import cite, has_number, say_limit, section, statement

Plain = dict[str, Any]


def no_answer(asked: Asked) -> Child:
    """Say what to do where the other side does not answer; the first stage openly, any later one folded away."""
    model, case, root = asked.model, asked.case, asked.root
    if case.resolved:
        return None
    first, *later = standing(model, case)
    general = tag(
        "li", [[statement(model, state(model, said), root), " "] for said in (model.general.agree_day, model.general.silence)]
    )
    opened = tag("ul", _danger(asked), _at_once(asked), _waiting(asked, first), general, _next(asked, first), class_="eg-list")
    rest = [tag("ul", _waiting(asked, stage), _next(asked, stage), class_="eg-list") for stage in later]
    return section("No answer?", "no-answer", opened, _later(rest))


def _later(rest: list[Html]) -> Child:
    return tag("details", tag("summary", "If the next stage brings no answer either"), rest, class_="eg-more") if rest else None


def _danger(asked: Asked) -> Child:
    said = do_not_wait(asked.model, asked.case, asked.root)
    return tag("li", said) if said else None


def _at_once(asked: Asked) -> list[Html]:
    """Say what the source wants raised straight away: no day that is agreed may delay it."""
    limits = [limit for limit in asked.advice["deadlines"] if (limit["for"], limit["unit"]) == ("raise", "straight_away")]
    return [tag("li", tag("b", "Do not delay: "), statement(asked.model, limit, asked.root)) for limit in limits]


def _waiting(asked: Asked, stage: Stage) -> Child:
    """Say until when to wait: the source's times to reply and to resolve, else that it sets none."""
    limits = [limit for limit in asked.advice["deadlines"] if limit["stage"] == stage.id and is_for_waiting(limit)]
    if limits:
        return [
            tag("li", tag("b", f"{stage.label}, when to stop waiting at the latest: "), _limit(asked, limit)) for limit in limits
        ]
    gap = asked.model.wording.of(stage.id).no_answer
    if not gap or not holds(gap.when, asked.case):
        return None
    return tag("li", tag("b", f"{stage.label}: "), statement(asked.model, state(asked.model, gap), asked.root))


def is_for_waiting(limit: Plain) -> bool:
    """Tell whether a limit says how long to wait: a number to reply, or to resolve it from when the stage began."""
    return has_number(limit) and (limit["for"] == "reply" or (limit["for"] == "resolve" and limit["from"] == "stage_began"))


def _limit(asked: Asked, limit: Plain) -> Child:
    begins = "the day the stage began" if limit["from"] == "stage_began" else limit["from"]
    counted = tag("span", f" Counted from {begins}.", class_="eg-from")
    return [f"{say_limit(limit)}. ", statement(asked.model, limit, asked.root), counted]


def _next(asked: Asked, stage: Stage) -> Child:
    """Say who is next after a stage, each way that stands open; at the top, that the document names nobody further."""
    model, root = asked.model, asked.root
    following = after(model, asked.case, stage)
    if not following:
        ending = statement(model, state(model, model.procedure.ending.headline), root)
        ask = statement(model, state(model, model.general.ask), root)
        return tag("li", tag("b", f"After {stage.label} the document names nobody further. "), ending, " ", ask)
    return [tag("li", _step(asked, stage, to)) for to in following]


def _step(asked: Asked, stage: Stage, to: Stage) -> Child:
    model, root, side = asked.model, asked.root, asked.case.side
    headline = statement(model, state(model, getattr(to.headline, side)), root)
    theirs = " The partnership takes this, not you." if to.taken_by == "partnership" else None
    moved = _moved(asked, stage, to)
    return [
        tag("b", f"Next after {stage.label}: {to.label}, {to.title}"),
        moved,
        ". ",
        _straight(asked, stage, to),
        headline,
        theirs,
    ]


def _straight(asked: Asked, stage: Stage, to: Stage) -> Child:
    """Say at its own strength when the source lets an urgent case go straight to a stage: a choice is no order."""
    model, case = asked.model, asked.case
    jump = jump_to(model, Case(model.procedure.id, stage.id, case.urgency, side=case.side), to)
    if not jump:
        return None
    return [statement(model, state(model, said_of(jump)), asked.root), " If so: " if jump.choice == "may" else " "]


def _moved(asked: Asked, stage: Stage, to: Stage) -> Child:
    """Say on what condition the source moves on, where it leads from one stage to the next."""
    if not stage.onward or stage.onward.to != to.id:
        return None
    citation = {"document": asked.model.procedure.document.id, "section": stage.onward.section}
    return [
        f" (the document's condition: {stage.onward.text[:1].lower()}{stage.onward.text[1:]} ",
        cite(asked.model, citation, asked.root),
        ")",
    ]
