"""For which cases something holds, in words: a box in, "at Stage B, when it cannot wait, with the police" out."""

from collections.abc import Callable

from helper.engine.model import START, Model
from helper.publish.changes.trees import Box, Known, count_box

Values = tuple[str | None, ...]
EVERY = "in every case"
URGENCY = {
    "routine": "the usual steps will do",
    "urgent": "it cannot wait for the usual steps",
    "significant_harm": "a child may be at risk of significant harm",
    "immediate": "a child may be in danger now",
}
SIDE = {"raising": "for who raises it", "challenged": "for who is challenged"}
SETTLED = {True: "once it is settled there", False: "not settled"}
# More names than these in a row nobody reads; more sets of cases neither.
NAMED, SHOWN = 6, 4


def say_cases(model: Model, boxes: tuple[Box, ...], known: Known) -> list[str]:
    """Say for which cases something holds, a sentence a box, the largest first; what is left over is counted."""
    said = [say_box(model, box, known) for box in boxes[:SHOWN]]
    left = sum(count_box(box, known) for box in boxes[SHOWN:])
    return [*said, *([f"and in {left:,} other {'case' if left == 1 else 'cases'}"] if left else [])]


def say_box(model: Model, box: Box, known: Known) -> str:
    """Say what the cases of a box have in common."""
    said = [SAYING[name](model, box[name], known[name]) for name in SAYING if name in box and box[name] != known[name]]
    return ", ".join(said) or EVERY


def _stage(model: Model, chosen: tuple[str, ...], known: tuple[str, ...]) -> str:
    labels = {stage.id: stage.label for stage in model.procedure.stages}
    named = [labels[one] for one in chosen if one != START]
    without = [labels[one] for one in known if one not in chosen and one != START]
    begun = "" if START in chosen else " begun"
    if not without:
        return f"at every stage{begun}"
    if len(without) == 1 and len(named) > 1:
        return f"at every stage{begun} but {without[0]}"
    return " or ".join(([] if begun else ["before anything was tried"]) + ([f"at {_row(named)}"] if named else []))


def _resolved(model: Model, chosen: tuple[bool, ...], known: tuple[bool, ...]) -> str:
    return SETTLED[chosen[0]]


def _urgency(model: Model, chosen: tuple[str, ...], known: tuple[str, ...]) -> str:
    left_out = [one for one in known if one not in chosen]
    return f"unless {URGENCY[left_out[0]]}" if len(left_out) == 1 else f"when {_row([URGENCY[one] for one in chosen])}"


def _side(model: Model, chosen: tuple[str, ...], known: tuple[str, ...]) -> str:
    return SIDE[chosen[0]]


def _situation(model: Model, chosen: Values, known: Values) -> str:
    labels = {route.id: f"“{route.label}”" for route in model.procedure.side_routes}
    return _chosen(("in the situation", "in any situation", "with no situation named"), labels, chosen, known)


def _area(model: Model, chosen: Values, known: Values) -> str:
    labels = {area.id: area.label for area in model.procedure.areas}
    return _chosen(("in", "in any area", "with no area named"), labels, chosen, known)


def _you(model: Model, chosen: Values, known: Values) -> str:
    labels = {agency.id: agency.phrase for agency in model.agencies}
    return _chosen(
        ("for a reader from", "for a reader from any agency", "with the reader's agency not named"), labels, chosen, known
    )


def _them(model: Model, chosen: Values, known: Values) -> str:
    labels = {agency.id: agency.phrase for agency in model.agencies}
    return _chosen(("with", "with any agency or contact", "with the other agency not named"), labels, chosen, known)


def _chosen(words: tuple[str, str, str], labels: dict[str, str], chosen: Values, known: Values) -> str:
    """Say which of an optional field's values are chosen: by their names, or by those left out where these are fewer."""
    before, any_, none = words
    named, without = _names(labels, chosen), _names(labels, tuple(one for one in known if one not in chosen))
    if not named:
        return none
    if not without:
        return f"{any_} that is named"
    if len(named) <= max(len(without), 2):
        return f"{before} {_many(named)}" + (f", or {none}" if None in chosen else "")
    return f"{any_}{', named or not,' if None in chosen else ' that is named'} except {_many(without)}"


def _names(labels: dict[str, str], wanted: Values) -> list[str]:
    """Name values; contacts are counted, for what is kept for readers names no person."""
    chosen = [one for one in wanted if one is not None]
    contacts = sum(one not in labels for one in chosen)
    counted = [f"{contacts} {'entry' if contacts == 1 else 'entries'} of the contact list"] if contacts else []
    return [*(labels[one] for one in chosen if one in labels), *counted]


def _many(names: list[str]) -> str:
    more = len(names) - NAMED
    return _row(names) if more <= 1 else f"{', '.join(names[:NAMED])} or {more} more"


def _row(names: list[str]) -> str:
    """Put names in a row.

    >>> _row(["Stage A", "Stage B", "Stage C"])
    'Stage A, Stage B or Stage C'
    """
    return " or ".join(one for one in (", ".join(names[:-1]), names[-1]) if one)


# In the order in which they are said.
SAYING: dict[str, Callable[..., str]] = {
    "stage": _stage,
    "resolved": _resolved,
    "urgency": _urgency,
    "side": _side,
    "situation": _situation,
    "area": _area,
    "you": _you,
    "them": _them,
}
