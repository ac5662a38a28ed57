"""By when: the limits of the stage begun, then those of what comes next, each with its last day where one can be known."""

from typing import Any

from helper.engine.case import Case
from helper.engine.model import START, Limit, Model, Step
from helper.engine.statements import Plain, holds, state
from helper.engine.way import begun_stage, next_routes, protection_for, protective_rules, rules_for
from helper.engine.workdays import Count, count, earlier, read_start


def deadlines(model: Model, case: Case) -> list[Plain]:
    """List the limits that hold for this case, first those of the stage begun, then those of the next."""
    return [
        _deadline(model, case, place, limit)
        for place, step in _places(model, case)
        for limit in step.limits
        if holds(limit.when, case)
    ]


def _places(model: Model, case: Case) -> list[tuple[str, Step]]:
    procedure = model.procedure
    protection, protective = protection_for(procedure, case), protective_rules(procedure, case)
    rules = [(protection.id if protection and rule in protective else case.stage, rule) for rule in rules_for(procedure, case)]
    if case.resolved:
        return [*rules, (case.stage, procedure.settled)]
    begun = begun_stage(procedure, case)
    ahead = [(route.id, route.step) for route in next_routes(procedure, case)]
    end = [] if any(route.stage for route in next_routes(procedure, case)) else [(case.stage, procedure.ending)]
    return [*rules, *([(case.stage, begun)] if begun else []), *ahead, *end, (case.stage, procedure.always)]


def _deadline(model: Model, case: Case, place: str, limit: Limit) -> Plain:
    counted = _count(model, case, place, limit) if case.since else None
    plain: Plain = {
        "stage": place,
        "for": limit.purpose,
        "amount": limit.amount,
        "unit": limit.unit,
        "equates": vars(limit.equates) if limit.equates else None,
        "from": limit.event or limit.counted_from,
    }
    plain |= state(model, limit)
    plain |= {"due": counted.due if counted else None, "counting": _counting(counted) if counted else None}
    return plain | {"sooner": state(model, model.general.sooner), "convention": state(model, model.general.counting)}


def _count(model: Model, case: Case, place: str, limit: Limit) -> Count:
    """Count from the reader's date where that is the event the limit is counted from; else say from when to count."""
    known = "concern_arose" if case.stage == START else "stage_began"
    start = read_start(case.since or "")
    if limit.counted_from == known and start and (known == "concern_arose" or place == case.stage):
        first = count(start, limit.amount, limit.unit, model.holidays)
        again = limit.equates
        return earlier(first, count(start, again.amount, again.unit, model.holidays)) if again else first
    if limit.counted_from == "other_event":
        return Count(None, f"Counted from {limit.event}, so the date given here gives no last day for it.")
    if limit.counted_from == "stage_began":
        return Count(None, "Counted from the day that stage begins, which is not known yet.")
    if limit.counted_from == "concern_arose":
        return Count(None, "Counted from the day the concern arose, which is not the date given here.")
    return Count(None, "The source gives no number to count.")


def _counting(counted: Count) -> dict[str, Any]:
    return {"text": counted.text, "days": [vars(day) for day in counted.days]}
