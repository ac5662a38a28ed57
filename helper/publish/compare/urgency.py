"""What a procedure does faster, in cells: one for each urgency. Each has the rules of every less urgent one as well."""

from collections.abc import Iterator
from dataclasses import replace
from functools import partial

from helper.engine.case import Case
from helper.engine.listing import URGENCY_LABELS
from helper.engine.model import START, URGENCIES, BeginAt, Limit, Model, Statement, Urgency, UrgencyRule
from helper.engine.way import begin_at, protection_for
from helper.publish.compare.cell import Cell, Topic, item, silence, with_basis
from helper.publish.compare.limits import length_and_purpose

NO_RULE = "No rule of its own for this in the text"
# The usual steps are the ladder, which has topics of its own.
FASTER = URGENCIES[1:]


def urgency_cell(model: Model, urgency: Urgency) -> Cell:
    """Show what holds where nothing was tried yet; equal are where it may or must begin, that a danger is reported, and limits."""
    procedure, case = model.procedure, Case(model.procedure.id, START, urgency)
    danger, jumps = protection_for(procedure, case), begin_at(procedure, case)
    rules = [_for_urgency(rule, urgency) for rule in reversed(procedure.urgency.up_to(urgency))]
    limits = [limit for rule in rules for limit in rule.limits]
    routes = [danger.standing] if danger else []
    routes += [Statement(jump.text, jump.section, jump.basis) for jump in jumps]
    said = tuple(item(model, "", one) for one in (*routes, *limits, *_rest(rules)))
    if not (routes or any(map(_rules_something, rules))):
        return silence(model, NO_RULE, *said)
    reported = [f"{danger.label}: {danger.title}"] if danger else []
    lengths = [] if routes else list(dict.fromkeys(with_basis(length_and_purpose(limit), limit) for limit in limits))
    short = "; ".join([*reported, *(_begins(model, jump) for jump in jumps), *lengths])
    inherited = "" if _rules_something(rules[0]) or _names(procedure.urgency.up_to(urgency), urgency) else f"{NO_RULE}. "
    return Cell(
        f"{inherited}{short}",
        said,
        (
            bool(inherited),
            _places(model, jumps),
            bool(danger),
            sorted(_figures(limit) for limit in limits if limit.unit is not None),
        ),
    )


def topics() -> Iterator[Topic]:
    """Give a topic for each urgency."""
    for urgency in FASTER:
        yield Topic(
            f"urgency-{urgency}",
            URGENCY_LABELS[urgency],
            partial(urgency_cell, urgency=urgency),
            "The same steps and figures: read each",
        )


def _for_urgency(rule: UrgencyRule, urgency: Urgency) -> UrgencyRule:
    """Keep what a rule says for an urgency; that it is for this one need not be said again."""

    def kept[S: Statement](all_said: tuple[S, ...]) -> tuple[S, ...]:
        holding = [said for said in all_said if not said.when.urgency or urgency in said.when.urgency]
        return tuple(replace(said, when=replace(said.when, urgency=())) for said in holding)

    return replace(rule, limits=kept(rule.limits), who=kept(rule.who), notes=kept(rule.notes), gaps=kept(rule.gaps))


def _names(rules: tuple[UrgencyRule, ...], urgency: Urgency) -> bool:
    """Tell whether a less urgent rule has something that is meant for this urgency by name."""
    named = [said for rule in rules for said in (*rule.limits, *rule.who, *rule.notes)]
    return any(urgency in said.when.urgency for said in named)


def _rules_something(rule: UrgencyRule) -> bool:
    return bool(rule.begin_at or rule.protection or rule.limits or rule.who or rule.notes)


def _rest(rules: list[UrgencyRule]) -> Iterator[Statement]:
    for rule in rules:
        yield from (*rule.who, *rule.notes, *rule.gaps)


def _places(model: Model, jumps: tuple[BeginAt, ...]) -> list[tuple[int, str, str]]:
    order = [stage.id for stage in model.procedure.stages]
    return sorted((order.index(jump.stage), jump.choice, jump.basis) for jump in jumps)


def _figures(limit: Limit) -> tuple[str, int, str, str]:
    return limit.purpose, limit.amount or 0, limit.unit or "", limit.basis


def _begins(model: Model, jump: BeginAt) -> str:
    label = model.procedure.stage(jump.stage).label
    return with_basis(f"Must begin at {label}" if jump.choice == "must" else f"May begin at {label}", jump)
