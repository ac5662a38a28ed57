"""The times a source sets: a procedure in, amounts without sense and urgent limits that come later out."""

from collections.abc import Iterator
from itertools import permutations
from typing import Any

from helper.engine.model import URGENCIES
from helper.publish.problems import Problem
from helper.publish.read import Files
from helper.publish.source import Path_, Source

UNCOUNTED = ("same_working_day", "straight_away")
HOURS = {"hour": 1, "day": 24, "working_day": 24, "week": 168, "month": 730}
RANK: dict[str, int] = {name: rank for rank, name in enumerate(URGENCIES)}
PLACES = ("always", "ending", "settled", "stages.*", "side_routes.*", "urgency.*")


def problems_of_limits(files: Files) -> Iterator[Problem]:
    """List the limits that cannot be counted and those that are slower where it is more urgent."""
    source = files.get("procedure")
    if not source:
        return
    for path, limit in source.find("**.limits.*"):
        if isinstance(limit, dict):
            yield from _amount(source, path, limit)
            yield from _never_holds(source, path, limit)
    for place in PLACES:
        for path, _ in source.find(place):
            yield from _slower(source, path)


def _amount(source: Source, path: Path_, limit: dict[str, Any]) -> Iterator[Problem]:
    unit, amount = limit.get("unit"), limit.get("amount")
    if unit in UNCOUNTED and amount is not None:
        mend = "Leave the amount out, or name the unit that is counted."
        yield source.problem((*path, "amount"), f'A limit of "{unit}" has no amount.', mend)
    if unit in HOURS and amount is None:
        mend = "Add the amount the source gives, or leave the unit out."
        yield source.problem((*path, "unit"), f'The unit is "{unit}", and no amount says how many.', mend)
    if unit == "same_working_day" and "counted_from" not in limit:
        yield source.problem((*path, "unit"), "The same working day as what? The limit does not say.", "Add counted_from.")
    if "event" in limit and limit.get("counted_from") != "other_event":
        mend = "Write counted_from: other_event, or leave the event out."
        yield source.problem((*path, "event"), "The event is named, and the limit is not counted from it.", mend)


def _never_holds(source: Source, path: Path_, limit: dict[str, Any]) -> Iterator[Problem]:
    """Name a limit under one urgency that is for less urgent cases only, to which its rule does not speak."""
    if path[0] != "urgency" or path[1] not in URGENCIES:
        return
    asked = _urgencies(limit)
    if not set(asked) & set(URGENCIES[URGENCIES.index(path[1]) :]):
        what = f'This limit never holds: it stands under "{path[1]}" and is for less urgent cases only.'
        yield source.problem((*path, "when"), what, "Put the limit under the urgency it is for.")


def _urgencies(limit: dict[str, Any]) -> tuple[str, ...]:
    when = limit.get("when")
    named = when.get("urgency") if isinstance(when, dict) else None
    return tuple(name for name in URGENCIES if not isinstance(named, list) or name in named)


def _slower(source: Source, place: Path_) -> Iterator[Problem]:
    """Compare the limits of one step that are for the same act, two by two; one that stops holding is slower too."""
    limits = [(path, limit) for path, limit in source.find("limits.*", place) if isinstance(limit, dict)]
    for (path, slow), (_, fast) in permutations(limits, 2):
        more, less = _urgencies(slow)[:1], _urgencies(fast)[:1]
        if more and less and RANK[more[0]] > RANK[less[0]] and _act(slow) == _act(fast) and _later(slow, fast):
            what = f"This limit is later than a less urgent one: {_say(slow)} ({more[0]}), {_say(fast)} ({less[0]})."
            mend = "A more urgent case is never given more time. Read the source again; where it says so, use a caution."
            yield source.problem(path, what, mend)
    for path, limit in limits:
        held = {name for _, other in limits if other.get("purpose") == limit.get("purpose") for name in _urgencies(other)}
        if lost := [name for name in URGENCIES if name not in held and any(RANK[name] > RANK[other] for other in held)]:
            what = f'This limit stops holding where it is more urgent: nothing of its purpose is said for "{lost[0]}".'
            yield source.problem(
                (*path, "when", "urgency"), what, f"Name {lost[0]} too, or add the limit that the source sets for it."
            )


def _act(limit: dict[str, Any]) -> tuple[Any, ...]:
    when = limit.get("when")
    others = {name: value for name, value in when.items() if name != "urgency"} if isinstance(when, dict) else {}
    return (limit.get("purpose"), limit.get("counted_from"), limit.get("event"), others)


def _later(slow: dict[str, Any], fast: dict[str, Any]) -> bool:
    """Tell whether one limit is later than another; a working day counts as a day, the least it can be."""
    if slow.get("unit") == fast.get("unit"):
        return bool((slow.get("amount") or 0) > (fast.get("amount") or 0))
    return float("inf") > _hours(slow) > _hours(fast)


def _hours(limit: dict[str, Any]) -> float:
    unit = limit.get("unit")
    if unit in HOURS and isinstance(limit.get("amount"), int):
        return float(HOURS[unit] * limit["amount"])
    return 0.0 if unit == "straight_away" else 8.0 if unit == "same_working_day" else float("inf")


def _say(limit: dict[str, Any]) -> str:
    amount, unit = limit.get("amount"), str(limit.get("unit", "no number")).replace("_", " ")
    return unit if amount is None else f"{amount} {unit}{'' if amount == 1 else 's'}"
