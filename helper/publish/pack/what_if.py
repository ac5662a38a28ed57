"""What if one thing were different: a scenario's case in, the cases that differ from it in one thing and their names out."""

from collections.abc import Iterator
from dataclasses import replace

from helper.engine.advise import advise
from helper.engine.case import Case
from helper.engine.listing import SIDE_LABELS, URGENCY_LABELS
from helper.engine.model import SIDES, START, URGENCIES, Model
from helper.engine.way import usual_next
from helper.publish.pack.blocks import Grid, Plain, Said, Strong, say


def what_if(model: Model, case: Case) -> Grid:
    """Write a table: what is different, what to do then, and what comes next; what comes to the same stands in one row."""
    alike: dict[str, tuple[list[str], Plain, str]] = {}
    for name, other in others(model, case):
        advice = advise(model, other)
        said, ahead = advice["headline"], _ahead(advice["next"])
        alike.setdefault(f"{said} {ahead}", ([], said, ahead))[0].append(name)
    rows = tuple(
        (tuple(say(Strong(name)) for name in names), (say(Said(said)),), (say(ahead),)) for names, said, ahead in alike.values()
    )
    return Grid("What if", ("What if", "What to do then", "Next"), (5, 8, 4), rows)


def others(model: Model, case: Case) -> Iterator[tuple[str, Case]]:
    """Give each case that differs in one thing. A day is left out: it belongs to the stage that the scenario is at."""
    case = replace(case, since=None)
    yield from ((URGENCY_LABELS[name], replace(case, urgency=name)) for name in URGENCIES if name != case.urgency)
    yield from ((SIDE_LABELS[name], replace(case, side=name)) for name in SIDES if name != case.side)
    if case.resolved:
        yield "It is not settled after all", replace(case, resolved=False)
    elif case.stage != START:
        yield f"It is settled at {model.procedure.stage(case.stage).label}", replace(case, resolved=True)
    if ahead := usual_next(model.procedure, case):
        yield f"{ahead.label} has begun as well, and does not settle it", replace(case, stage=ahead.id)


def _ahead(ways: list[Plain]) -> str:
    return "; ".join(f"{way['label']}{' (a choice)' if way['choice'] == 'may' else ''}" for way in ways) or "Nothing further"
