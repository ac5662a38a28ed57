"""One stage on a poster: a stage in, who acts and by when out, as markup; and on which form, for all of them."""

from dataclasses import dataclass, replace

from helper.engine.html import Child, Html, join, tag
from helper.engine.model import FormUse, Limit, Model, Stage, Statement, When
from helper.engine.words import NO_LIMIT
from helper.publish.saying import condition_of, say, say_length

ROOT = "../../"
# "3 months to report" alone could be read as the time to report a danger.
IN_WORDS = ("report", "other")
FROM = {"stage_began": "the day the stage begins", "concern_arose": "the day the concern arose"}


@dataclass(frozen=True)
class Detail:
    """How much stands on a poster: how many services beside the first numbers, how many records, what is said of a stage, and
    whether it says that no stage has a form."""

    services: int
    records: int
    limits: bool = True
    onward: bool = True
    no_form: bool = True
    who: bool = True
    counted: bool = True


@dataclass(frozen=True)
class Rung:
    """What stands in a stage's node and beside it."""

    badge: str
    title: str
    who: Html
    when: Html
    onward: str


def rung(model: Model, stage: Stage, detail: Detail) -> Rung:
    """Show a stage in as much detail as there is room for."""
    taken = tag("p", tag("b", "The partnership takes this stage, not you.")) if stage.taken_by == "partnership" else None
    return Rung(
        badge=stage.label.split()[-1],
        title=f"{stage.label}: {stage.title}",
        who=join([tag("p", say(model, stage.summary, ROOT)) if detail.who else None, taken]),
        when=_when(model, stage, detail),
        onward=stage.onward.text if stage.onward and detail.onward else "",
    )


def _when(model: Model, stage: Stage, detail: Detail) -> Html:
    if not stage.limits:
        return tag("p", tag("b", NO_LIMIT))
    return join([tag("p", _limit(model, limit, detail)) for limit in stage.limits])


def _limit(model: Model, limit: Limit, detail: Detail) -> Child:
    short = tag("b", say_length(limit), ", or sooner" if limit.amount is not None else None)
    if detail.limits or limit.purpose in IN_WORDS:
        return [short, ". ", say(model, limit, ROOT)]
    since = (limit.event or FROM.get(limit.counted_from or "")) if detail.counted else None
    return [_for_whom(model, limit.when), short, f", counted from {since}" if since else None, ".", _citation(model, limit)]


def forms(model: Model) -> list[Html]:
    """List every form that a stage asks for, with its stages."""
    asked: dict[str, list[tuple[Stage, FormUse]]] = {}
    for stage in model.procedure.stages:
        for use in stage.forms:
            asked.setdefault(use.form, []).append((stage, use))
    return [_form(model, form, uses) for form, uses in asked.items()]


def _form(model: Model, name: str, uses: list[tuple[Stage, FormUse]]) -> Html:
    form = model.form(name)
    held = None if form.available else " (not held here: ask your safeguarding lead, or the partnership, for it)"
    named = {stage.id: [_for_whom(model, use.when), stage.label, _citation(model, use)] for stage, use in reversed(uses)}
    stages = [[", " if place else None, said] for place, said in enumerate(reversed(named.values()))]
    return tag("li", tag("b", form.title), held, ": ", stages)


def _for_whom(model: Model, when: When) -> str | None:
    condition = condition_of(model, when)
    return f"{condition}: " if condition else None


def _citation(model: Model, said: Statement) -> Html:
    """Show where a statement stands, and on what basis, without its words."""
    return say(model, replace(said, text="", when=When()), ROOT)
