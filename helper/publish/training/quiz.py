"""Questions for one person who studies alone: a case in, questions with their right answers out, all of them the engine's.

Every question lets several choices be right, so none of them has to hide that a source leaves a choice or says nothing.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, replace
from typing import Any

from helper.engine.advise import advise
from helper.engine.case import Case
from helper.engine.html import Child, Html, join, tag
from helper.engine.model import Limit, Model, SideRoute, Stage, Statement
from helper.engine.render import say_choice
from helper.engine.way import begin_at, begun_stage
from helper.engine.words import NO_FORM, NOT_HELD, bullets, has_number, say_limit, statement
from helper.publish.saying import say, say_length

Plain = dict[str, Any]
NOTHING = "-"  # no id looks like this
# What is said beside an answer that is ticked and neither right nor wrong.
DANGER = "Only for such a danger, and then always"
AFTER = "It stands open too, once the danger is reported"
BEGUN = "That was for the step that has begun"
READ = "Yes, by our reading: the document does not say so outright"
UNSAID = "Not outright. By our reading one fits: see below"


@dataclass(frozen=True)
class Quiz:
    """A question: its choices as (id, label), the ids that are right, and what the procedure says, as markup.

    `free` are ids that are neither right nor wrong, ticked or not, each with what is said of it: where a danger is reported,
    what held before, what rests on our reading of the document.
    """

    id: str
    title: str
    choices: tuple[tuple[str, str], ...]
    right: tuple[str, ...]
    said: Html
    free: Mapping[str, str] = field(default_factory=dict)


def quizzes(model: Model, case: Case, root: str) -> tuple[Quiz, ...]:
    """Ask what comes next; by when and with which form only where the procedure has limits or forms to choose from."""
    advice = advise(model, case)
    asked = (_next(model, case, advice, root), _when(model, case, advice, root), _form(model, advice, root))
    return tuple(one for one in asked if len(one.choices) > 1)


def _next(model: Model, case: Case, advice: Plain, root: str) -> Quiz:
    ways = _ways(model)
    on = tuple(way["id"] for way in advice["next"])
    # A danger comes first: whoever names only the place that it is reported to is right, and not corrected.
    right = on[:1] if on[:1] and on[0] in _protections(model) else on
    choices = (*((name, label) for name, (label, _) in ways.items()), (NOTHING, "No further step: it ends here, or it is settled"))
    steps = [_step(model, way, ways[way["id"]][1], root) for way in advice["next"]]
    headline = tag("p", statement(model, advice["headline"], root))
    protections = {name: said for name, said in _protections(model).items() if name not in on}
    danger = [tag("p", "Whatever the stage: ", say(model, said, root)) for said in protections.values()]
    said = join([headline, tag("ul", steps, class_="eg-list") if steps else None, danger])
    return Quiz(
        "next",
        "Which ways on stand open now, for you or for others?",
        choices,
        right or (NOTHING,),
        said,
        dict.fromkeys(protections, DANGER) | dict.fromkeys(on[len(right) :], AFTER) | _leaps(model, case, on),
    )


def _leaps(model: Model, case: Case, right: tuple[str, ...]) -> dict[str, str]:
    """Give the higher stages that are kept for a more urgent case by our reading alone: the document may mean this case too."""
    leaps = () if case.resolved else begin_at(model.procedure, replace(case, urgency="immediate"))
    read = [leap for leap in leaps if leap.basis == "inferred" and leap.stage not in right]
    return {leap.stage: f"{leap.text} That this is for urgent cases is our reading" for leap in read}


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


def _when(model: Model, case: Case, advice: Plain, root: str) -> Quiz:
    lengths = list(dict.fromkeys(say_length(limit) for limit in _limits(model) if limit.unit))
    choices = tuple((str(index), length) for index, length in enumerate(lengths))
    over = _over(model, case)
    ahead = [limit for limit in advice["deadlines"] if limit["text"] not in over]
    set_here, set_before = ({say_limit(limit) for limit in some if limit["unit"]} for some in (ahead, advice["deadlines"]))
    right = tuple(name for name, length in choices if length in set_here)
    free = {name: BEGUN for name, length in choices if length in set_before - set_here}
    nothing = (NOTHING, "It sets no time here")
    title = "Which time limits does it set from here on, for you or for others?"
    return Quiz("when", title, (*choices, nothing), right or (NOTHING,), _said(model, ahead, advice["gaps"], root), free)


def _over(model: Model, case: Case) -> set[str]:
    """Give the limits for reaching the stage that has begun: that is done, and sets no time for what comes next."""
    begun = begun_stage(model.procedure, case)
    return {limit.text for limit in begun.limits if limit.purpose == "raise"} if begun else set()


def _limits(model: Model) -> Iterator[Limit]:
    procedure = model.procedure
    rules = procedure.urgency.up_to("immediate")
    steps = (*rules, *procedure.stages, *procedure.side_routes, procedure.ending, procedure.settled, procedure.always)
    return (limit for step in steps for limit in step.limits)


def _said(model: Model, limits: list[Plain], gaps: list[Plain], root: str) -> Html:
    """Show every limit; where none sets a time, also what the document does not say."""
    found = {(say_limit(limit), limit["text"]): limit for limit in limits}
    items = [tag("li", tag("b", f"{length}: "), statement(model, limit, root)) for (length, _), limit in found.items()]
    is_set = any(limit["unit"] for limit in limits)
    none = None if is_set else tag("p", "The text sets no time for it. Act as soon as the child needs it.")
    open_ = None if is_set or not gaps else bullets(model, gaps, root)
    counted = [limit for limit in limits if has_number(limit)]
    sooner = tag("p", statement(model, counted[0]["sooner"], root)) if counted else None
    return join([none, tag("ul", items, class_="eg-list") if items else None, sooner, open_])


def _form(model: Model, advice: Plain, root: str) -> Quiz:
    choices = (*((form.id, form.title) for form in model.forms), (NOTHING, "It names no form here"))
    right = tuple(form["id"] for form in advice["forms"] if form["basis"] != "inferred")
    read = {form["id"]: READ for form in advice["forms"] if form["basis"] == "inferred"}
    none = () if right or read else (NOTHING,)
    free = read if right or not read else read | {NOTHING: UNSAID}
    items: list[Child] = [_use(model, form, root) for form in advice["forms"]]
    said = tag("ul", items, class_="eg-list") if items else tag("p", NO_FORM)
    return Quiz("form", "Which form does it name here?", choices, right or none, said, free)


def _use(model: Model, form: Plain, root: str) -> Html:
    held = None if form["available"] else f" {NOT_HELD}"
    return tag("li", tag("b", f"{form['title']}: "), statement(model, form, root), held)
