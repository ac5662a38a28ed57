"""Cases as trees: what holds for which cases, counted and put together to as few sets of cases as can be found.

A tree is as `grow_tree` makes it: a leaf, or a list of a field's number and a tree for each of the field's values. A box is a
set of cases: for some fields the values that they may have, for every other field any.
"""

from collections.abc import Callable, Iterator, Mapping
from itertools import permutations
from typing import Any

from helper.engine.model import START
from helper.publish.answers import FIELDS, Tree

Known = Mapping[str, tuple[Any, ...]]
Box = dict[str, tuple[Any, ...]]
STAGE, RESOLVED = FIELDS.index("stage"), FIELDS.index("resolved")
# As many fields are tried in every order; of more, each comes first once.
TRIED = 4


def walk(tree: Tree, case: Any, places: Mapping[str, Mapping[Any, int]]) -> Any:
    """Find the leaf of a case; `places` gives the place of each value of a field."""
    while isinstance(tree, list):
        name = FIELDS[tree[0]]
        tree = tree[1 + places[name][getattr(case, name)]]
    return tree


def mapped(tree: Tree, change: Callable[[Any], Any]) -> Tree:
    """Change the leaves, and put together what is alike then."""
    if not isinstance(tree, list):
        return change(tree)
    branches = [mapped(branch, change) for branch in tree[1:]]
    return branches[0] if all(branch == branches[0] for branch in branches) else [tree[0], *branches]


def leaves(tree: Tree) -> Iterator[Any]:
    """Give every leaf."""
    if isinstance(tree, list):
        for branch in tree[1:]:
            yield from leaves(branch)
    else:
        yield tree


def count_all(known: Known) -> int:
    """Count the cases there are."""
    return count_box({}, known)


def count_box(box: Box, known: Known) -> int:
    """Count the cases of a box; with nothing tried yet, nothing is resolved.

    >>> known = {name: (None,) for name in FIELDS} | {"stage": ("start", "a"), "resolved": (False, True)}
    >>> count_box({}, known), count_box({"resolved": (True,)}, known)
    (3, 1)
    """
    resolved = box.get("resolved", known["resolved"])
    number = sum(len(resolved) if stage != START else int(False in resolved) for stage in box.get("stage", known["stage"]))
    for name in FIELDS:
        if name not in ("stage", "resolved"):
            number *= len(box.get(name, known[name]))
    return number


def boxes(tree: Tree, known: Known) -> list[Box]:
    """Put the cases whose leaf is true into boxes that do not overlap: the fewest of the orders of fields that are tried."""
    read = sorted(_read(tree))
    found: list[Box] | None = None
    for order in _orders(read):
        tried = _in_order(tree, order, known)
        if found is None or len(tried) < len(found):
            found = tried
    return found or []


def _read(tree: Tree) -> set[int]:
    return {tree[0]}.union(*(_read(branch) for branch in tree[1:])) if isinstance(tree, list) else set()


def _orders(read: list[int]) -> Iterator[tuple[int, ...]]:
    """Give orders of fields, the stage always before what was resolved at it."""
    every = permutations(read) if len(read) <= TRIED else ((one, *(other for other in read if other != one)) for one in read)
    for order in every:
        if not (STAGE in order and RESOLVED in order and order.index(RESOLVED) < order.index(STAGE)):
            yield order


def _in_order(tree: Tree, order: tuple[int, ...], known: Known) -> list[Box]:
    if not isinstance(tree, list):
        return [{}] if tree else []
    first, *rest = order
    name = FIELDS[first]
    groups: list[tuple[list[Any], list[Box]]] = []
    values = sorted(known[name], key=lambda value: value == START)  # last: it may join another
    for value in values:
        branch = _restrict(tree, first, known[name].index(value))
        ways = [branch, [RESOLVED, branch, False]] if value == START and first == STAGE and branch is not False else [branch]
        tried = [_in_order(way, tuple(rest), known) for way in ways if not isinstance(way, list) or _read(way) <= set(rest)]
        same = next((group for group in groups for found in tried if group[1] == found), None)
        if same:
            same[0].append(value)
        else:
            groups.append(([value], tried[0]))
    whole = len(groups) == 1
    return [box if whole else {name: _as_known(chosen, known[name])} | box for chosen, found in groups for box in found]


def _as_known(chosen: list[Any], known: tuple[Any, ...]) -> tuple[Any, ...]:
    return tuple(value for value in known if value in chosen)


def _restrict(tree: Tree, field: int, index: int) -> Tree:
    """Give the tree of the cases that have a certain value in a field."""
    if not isinstance(tree, list):
        return tree
    if tree[0] == field:
        return _restrict(tree[1 + index], field, index)
    branches = [_restrict(branch, field, index) for branch in tree[1:]]
    return branches[0] if all(branch == branches[0] for branch in branches) else [tree[0], *branches]
