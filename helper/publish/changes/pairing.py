"""Two lists of what an answer says, one for each revision, in; what stood there and what stands there, in pairs, out."""

from collections.abc import Callable, Iterator
from difflib import SequenceMatcher

from helper.engine.statements import Plain

Pair = tuple[Plain | None, Plain | None]
# Two sentences as alike as this are one that was worded anew; with the same section less is enough.
ALIKE, ALIKE_IN_ONE_SECTION = 0.75, 0.45


def pairs(old: list[Plain], new: list[Plain], same: Callable[[Plain, Plain], float]) -> Iterator[Pair]:
    """Pair what differs; `same` says how surely two entries are one that changed, 0 where they are not.

    >>> list(pairs([{"id": "a", "n": 1}, {"id": "b"}], [{"id": "a", "n": 2}], by_id))
    [({'id': 'a', 'n': 1}, {'id': 'a', 'n': 2}), ({'id': 'b'}, None)]
    """
    gone = [one for one in old if one not in new]
    come = [one for one in new if one not in old]
    likely = sorted(
        ((surely, i, j) for i, before in enumerate(gone) for j, after in enumerate(come) if (surely := same(before, after)) > 0),
        key=lambda found: (-found[0], found[1], found[2]),
    )
    mates: dict[int, int] = {}
    for _, i, j in likely:
        if i not in mates and j not in mates.values():
            mates[i] = j
    for i, before in enumerate(gone):
        yield before, come[mates[i]] if i in mates else None
    for j, after in enumerate(come):
        if j not in mates.values():
            yield None, after


def by_id(one: Plain, other: Plain) -> float:
    """Tell entries that have an id apart by it."""
    return float(one["id"] == other["id"])


def by_words(one: Plain, other: Plain) -> float:
    """Tell statements apart by their words and by the section that says them."""
    if one["text"] == other["text"]:
        return 2.0 + sum(bool(one.get(name) == other.get(name)) for name in ("citation", "way"))
    alike = SequenceMatcher(None, one["text"], other["text"], autojunk=False).ratio()
    needed = ALIKE_IN_ONE_SECTION if one["citation"] == other["citation"] else ALIKE
    return float(alike) if alike >= needed else 0.0


def by_limit(one: Plain, other: Plain) -> float:
    """Tell limits apart by what they are for, the stage they belong to, and their words."""
    if one["for"] != other["for"]:
        return 0.0
    place = bool(one["stage"] == other["stage"])
    return by_words(one, other) + place / 2 if place or one["text"] == other["text"] else 0.0
