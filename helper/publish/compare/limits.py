"""Time limits in cells, those for one purpose by themselves: a limit to reply is none to settle it."""

from collections.abc import Iterator
from functools import partial
from typing import Any

from helper.engine.html import Html, join, tag
from helper.engine.limits import FROM
from helper.engine.model import Limit, Model
from helper.engine.words import PURPOSES as WHAT_FOR
from helper.publish.compare.cell import IN_WORDS, Cell, Place, Topic, gathered, item, named, silence, with_basis
from helper.publish.saying import say_length

PURPOSES = {
    "raise": ("Time limit to raise it", "No time limit to raise it in the text"),
    "reply": ("Time limit to reply", "No time limit to reply in the text"),
    "resolve": ("Time limit to settle it", "No time limit to settle it in the text"),
    "report": ("Time limit to report a danger, or on what was done", "No time limit to report in the text"),
    "other": ("Other time limits", "No time limit for anything else in the text"),
}


def limit_cell(model: Model, purpose: str) -> Cell:
    """Show the limits for one purpose, each with its places; equal are their figures, their places and what they count from.

    Where all of them are in words, there is nothing to be equal: each has to be read.
    """
    found = [(at, limit) for at, limit in gathered(model, lambda step: step.limits) if limit.purpose == purpose]
    if not found:
        return silence(model, PURPOSES[purpose][1])
    facts = sorted(_facts(at, limit) for at, limit in found if limit.unit is not None) or IN_WORDS
    return Cell(_in_short(found), tuple(_shown(model, at, limit) for at, limit in found), tuple(facts))


def topics() -> Iterator[Topic]:
    """Give a topic for each purpose."""
    for purpose, (title, _) in PURPOSES.items():
        yield Topic(f"limit-{purpose}", title, partial(limit_cell, purpose=purpose), "The same figures, or none: read each")


def length_and_purpose(limit: Limit) -> str:
    """Say how long a limit is and what for, also where it has no number.

    >>> length_and_purpose(Limit("Tell them.", purpose="report", unit="straight_away"))
    'Straight away to report'
    """
    length, purpose = say_length(limit), WHAT_FOR[limit.purpose]
    return length if purpose in length else f"{length} {purpose}"


def since_event(length: str, limit: Limit) -> str:
    """Say of a length what it is counted from, where that is an event of the procedure's own.

    Three months to report on what a panel decided are not three months to report a danger.
    """
    return f"{length}, counted from {limit.event}" if limit.event else length


def _facts(at: tuple[Place, ...], limit: Limit) -> list[Any]:
    again = [limit.equates.amount, limit.equates.unit] if limit.equates else []
    figures = [limit.amount or 0, limit.unit or "", *again]
    for_whom = [list(chosen) for chosen in vars(limit.when).values()]
    return [[place.key for place in at], figures, limit.counted_from or "", limit.event or "", for_whom, limit.basis]


def _in_short(found: list[tuple[tuple[Place, ...], Limit]]) -> str:
    """Say each length once, with its places.

    A condition on a limit is said with its statement alone.
    """
    lengths: dict[str, list[Place]] = {}
    for at, limit in found:
        known = lengths.setdefault(with_basis(since_event(say_length(limit), limit), limit), [])
        known += [place for place in at if place not in known]
    return "; ".join(f"{length} ({named(at)})" for length, at in lengths.items())


def _shown(model: Model, at: tuple[Place, ...], limit: Limit) -> Html:
    is_counted = limit.unit not in (None, "straight_away")
    start = FROM.get(limit.counted_from or "", f"Counted from {limit.event}.")
    counting = [" ", tag("span", start, class_="eg-from")] if is_counted else None
    return join([item(model, f"{named(at)}: {say_length(limit)}", limit), counting])
