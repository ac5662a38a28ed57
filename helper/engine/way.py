"""What comes next for a case: the routes that stand open, in the order in which to take them."""

from dataclasses import dataclass
from typing import Literal

from helper.engine.case import Case
from helper.engine.model import START, BeginAt, Procedure, Protection, SideRoute, Stage, Step, UrgencyRule


@dataclass(frozen=True)
class Route:
    """One thing that comes next, and what the procedure asks of people on it."""

    kind: Literal["stage", "side_route", "outside"]
    id: str
    label: str
    title: str
    choice: Literal["must", "may"]
    step: Step
    stage: Stage | None = None


def protection_for(procedure: Procedure, case: Case) -> Protection | None:
    """Give where the danger is reported, where the urgency of the case calls for it."""
    found = [rule.protection for rule in procedure.urgency.up_to(case.urgency) if rule.protection]
    return found[-1] if found else None


def situation_for(procedure: Procedure, case: Case) -> SideRoute | None:
    """Give the side route of the reader's situation, where it is for the stage reached and the case is not at its end."""
    if not case.situation or not usual_next(procedure, case):
        return None
    route = procedure.side_route(case.situation)
    return route if not route.stages or case.stage in route.stages else None


def usual_next(procedure: Procedure, case: Case) -> Stage | None:
    """Give the stage that follows the last one begun; None where the ladder ends or the case is settled."""
    if case.resolved:
        return None
    if case.stage == START:
        return procedure.stages[0]
    onward = procedure.stage(case.stage).onward
    return procedure.stage(onward.to) if onward else None


def begin_at(procedure: Procedure, case: Case) -> tuple[BeginAt, ...]:
    """Give the higher stages that the urgency of the case lets it begin at, each once, the most urgent rule's first.

    There is none where the case stands as high already.
    """
    usual = usual_next(procedure, case)
    if usual is None:
        return ()
    order = [stage.id for stage in procedure.stages]
    entries: dict[str, BeginAt] = {}
    for rule in reversed(procedure.urgency.up_to(case.urgency)):
        for entry in rule.begin_at:
            known = entries.get(entry.stage)
            stricter = known is None or (known.choice, entry.choice) == ("may", "must")
            if stricter and order.index(entry.stage) > order.index(usual.id):
                entries[entry.stage] = entry
    return tuple(entries.values())


def next_routes(procedure: Procedure, case: Case) -> tuple[Route, ...]:
    """List what comes next: the protection route first, then the reader's situation, then the stages.

    A source's "may" adds a choice beside the usual next stage; its "must" replaces it.
    """
    routes = []
    if protection := protection_for(procedure, case):
        routes.append(Route("outside", protection.id, protection.label, protection.title, "must", Step()))
    situation = situation_for(procedure, case)
    if situation:
        routes.append(Route(situation.kind, situation.id, situation.label, situation.title, situation.choice, situation))
    jumps = begin_at(procedure, case)
    usual = usual_next(procedure, case)
    if usual and not any(jump.choice == "must" for jump in jumps):
        routes.append(_stage_route(usual, situation.ladder if situation else "must"))
    routes += [_stage_route(procedure.stage(jump.stage), jump.choice) for jump in jumps]
    return tuple(routes)


def _stage_route(stage: Stage, choice: Literal["must", "may"]) -> Route:
    return Route("stage", stage.id, stage.label, stage.title, choice, stage, stage)


def protective_rules(procedure: Procedure, case: Case) -> tuple[UrgencyRule, ...]:
    """Give the rules from the first that has a danger reported up to the urgency of the case, the most urgent first."""
    rules = procedure.urgency.up_to(case.urgency)
    first = next((index for index, rule in enumerate(rules) if rule.protection), len(rules))
    return tuple(reversed(rules[first:]))


def rules_for(procedure: Procedure, case: Case) -> tuple[UrgencyRule, ...]:
    """Give the rules of urgency that hold, the most urgent first; once the case is settled, only those that protect."""
    if case.resolved:
        return protective_rules(procedure, case)
    return tuple(reversed(procedure.urgency.up_to(case.urgency)))


def begun_stage(procedure: Procedure, case: Case) -> Stage | None:
    """Give the stage that stands open: the last one begun, unless it settled the matter."""
    return None if case.resolved or case.stage == START else procedure.stage(case.stage)


def steps_for(procedure: Procedure, case: Case) -> tuple[tuple[str | None, Step], ...]:
    """List everything that asks something of people in this case, the most pressing first.

    Where several ways stand open, each of their steps comes with the name of its way.
    """
    routes = [route for route in next_routes(procedure, case) if route.step != Step()]
    names = [route.label if route.kind == "stage" else "This situation" for route in routes]
    ways = [(name if len(routes) > 1 else None, route.step) for name, route in zip(names, routes, strict=True)]
    if case.resolved:
        ways.append((None, procedure.settled))
    elif usual_next(procedure, case) is None:
        ways.append((None, procedure.ending))
    return (*((None, rule) for rule in rules_for(procedure, case)), *ways, (None, procedure.always))
