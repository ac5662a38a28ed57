"""What kind of scenario one is, in words that a trainer chooses by: worked out from its case, so nobody has to keep it right."""

from collections.abc import Mapping

from helper.engine.case import Case
from helper.engine.model import START, Procedure

# The order is that of the bits in a set's code (helper/web/training/code.js).
KINDS: Mapping[str, str] = {
    "first": "The first step",
    "up": "Moving up the ladder",
    "top": "The top of the ladder",
    "waiting": "It cannot wait",
    "danger": "Danger or harm",
    "challenged": "Someone has challenged us",
    "settled": "After people agree",
    "beside": "Beside the ladder: a situation of its own",
}
LEVELS: Mapping[int, str] = {1: "Follows the ladder", 2: "Takes a second look", 3: "Turns on something peculiar to the procedure"}
BORDER = "Across a border"


def kinds_of(procedure: Procedure, case: Case) -> tuple[str, ...]:
    """List every kind that a case is of, in the order of KINDS; there is always one at least."""
    is_top = case.stage == procedure.stages[-1].id
    holds = {
        "first": case.stage == START,
        "up": case.stage != START and not is_top and not case.resolved,
        "top": is_top and not case.resolved,
        "waiting": case.urgency == "urgent",
        "danger": case.urgency in ("significant_harm", "immediate"),
        "challenged": case.side == "challenged",
        "settled": case.resolved,
        "beside": case.situation is not None,
    }
    return tuple(name for name in KINDS if holds[name])


def mask_of(kinds: tuple[str, ...]) -> int:
    """Give kinds as a number with a bit for each, as the page compares them.

    >>> mask_of(("first", "top"))
    5
    """
    return sum(1 << index for index, name in enumerate(KINDS) if name in kinds)
