"""Questions for one person who studies alone: a case in, questions with their right answers out, all of them the engine's.

Every question lets several choices be right, so none of them has to hide that a source leaves a choice or says nothing.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from helper.engine.advise import advise
from helper.engine.case import Case
from helper.engine.html import Child, Html, join, tag
from helper.engine.model import Limit, Model, SideRoute, Stage, Statement
from helper.engine.render import say_choice
from helper.engine.words import NOT_HELD, bullets, has_number, say_limit, statement
from helper.publish.saying import say, say_length

Plain = dict[str, Any]
NOTHING = "-"  # no id looks like this


@dataclass(frozen=True)
class Quiz:
    """A question: its choices as (id, label), the ids that are right, and what the procedure says, as markup.

    `free` are ids that are right only in another case, yet never wrong to think of: where a danger is reported.
    """

    id: str
    title: str
    choices: tuple[tuple[str, str], ...]
    right: tuple[str, ...]
    said: Html
    free: tuple[str, ...] = ()


def quizzes(model: Model, case: Case, root: str) -> tuple[Quiz, ...]:
    """Ask what comes next; by when and with which form only where the procedure has limits or forms to choose from."""
    advice = advise(model, case)
    asked = (_next(model, advice, root), _when(model, advice, root), _form(model, advice, root))
    return tuple(one for one in asked if len(one.choices) > 1)


def _next(model: Model, advice: Plain, root: str) -> Quiz:
    ways = _ways(model)
    right = tuple(way["id"] for way in advice["next"])
    choices = (*((name, label) for name, (label, _) in ways.items()), (NOTHING, "No further step: it ends here, or it is settled"))
    steps = [_step(model, way, ways[way["id"]][1], root) for way in advice["next"]]
    headline = tag("p", statement(model, advice["headline"], root))
    free = {name: said for name, said in _protections(model).items() if name not in right}
    danger = [tag("p", "Whatever the stage: ", say(model, said, root)) for said in free.values()]
    said = join([headline, tag("ul", steps, class_="eg-list") if steps else None, danger])
    return Quiz("next", "Which ways on stand open now?", choices, right or (NOTHING,), said, tuple(free))


def _step(model: Model, way: Plain, standing: Statement, root: str) -> Html:
    choice = say_choice(model, way)
    return tag("li", tag("b", f"{way['label']}: {way['title']}"), f" ({choice}). ", say(model, standing, root))


def _ways(model: Model) -> dict[str, tuple[str, Statement]]:
    """Give every way that the procedure knows by its id: how it is called, and what it says of it."""
    procedure = model.procedure
    steps: tuple[Stage | SideRoute, ...] = (*procedure.stages, *procedure.side_routes)
    ways = {one.id: (f"{one.label}: {one.title}", one.summary) for one in steps}
    found = [rule.protection for rule in procedure.urgency.up_to("immediate") if rule.protection]
    return ways | {one.id: (f"{one.label}: {one.title}", one.standing) for one in found}


def _protections(model: Model) -> dict[str, Statement]:
    rules = model.procedure.urgency.up_to("immediate")
    return {rule.protection.id: rule.protection.standing for rule in rules if rule.protection}


def _when(model: Model, advice: Plain, root: str) -> Quiz:
    lengths = list(dict.fromkeys(say_length(limit) for limit in _limits(model) if limit.unit))
    choices = tuple((str(index), length) for index, length in enumerate(lengths))
    set_here = {say_limit(limit) for limit in advice["deadlines"] if limit["unit"]}
    right = tuple(name for name, length in choices if length in set_here)
    nothing = (NOTHING, "It sets no time here")
    return Quiz("when", "Which time limits does it set here?", (*choices, nothing), right or (NOTHING,), _said(model, advice, root))


def _limits(model: Model) -> Iterator[Limit]:
    procedure = model.procedure
    rules = procedure.urgency.up_to("immediate")
    steps = (*rules, *procedure.stages, *procedure.side_routes, procedure.ending, procedure.settled, procedure.always)
    return (limit for step in steps for limit in step.limits)


def _said(model: Model, advice: Plain, root: str) -> Html:
    """Show every limit of an Advice; where it sets no time, also what the document does not say."""
    found = {(say_limit(limit), limit["text"]): limit for limit in advice["deadlines"]}
    items = [tag("li", tag("b", f"{length}: "), statement(model, limit, root)) for (length, _), limit in found.items()]
    is_set = any(limit["unit"] for limit in advice["deadlines"])
    none = None if is_set else tag("p", "The text sets no time for it. Act as soon as the child needs it.")
    gaps = None if is_set or not advice["gaps"] else bullets(model, advice["gaps"], root)
    counted = [limit for limit in advice["deadlines"] if has_number(limit)]
    sooner = tag("p", statement(model, counted[0]["sooner"], root)) if counted else None
    return join([none, tag("ul", items, class_="eg-list") if items else None, sooner, gaps])


def _form(model: Model, advice: Plain, root: str) -> Quiz:
    choices = (*((form.id, form.title) for form in model.forms), (NOTHING, "It names no form here"))
    right = tuple(form["id"] for form in advice["forms"])
    items: list[Child] = [_use(model, form, root) for form in advice["forms"]]
    said = tag("ul", items, class_="eg-list") if items else tag("p", "The text names no form for this step.")
    return Quiz("form", "Which form does it name here?", choices, right or (NOTHING,), said)


def _use(model: Model, form: Plain, root: str) -> Html:
    held = None if form["available"] else f" {NOT_HELD}"
    return tag("li", tag("b", f"{form['title']}: "), statement(model, form, root), held)
