"""How many cases a helper can be asked, and how many different answers they get: its answer table in, both counted out.

The table is the one that pages load, so what is counted is what readers get. The cases are too many to be looked up one by one:
once all fields but who asks and whom they disagree with are chosen, what is left of the table is the same again and again.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from itertools import product
from math import prod
from typing import Any

from helper.engine.model import START
from helper.publish.answers import FIELDS, Tree

YOU, THEM = FIELDS.index("you"), FIELDS.index("them")
REST = tuple(number for number in range(len(FIELDS)) if number not in (YOU, THEM))
Chosen = Mapping[int, int]
Left = tuple[Tree, ...]


@dataclass(frozen=True)
class Counted:
    """The cases that can be asked, without a date, and the different answers to them."""

    cases: int
    answers: int


def count_answers(table: Mapping[str, Any]) -> Counted:
    """Count; two answers are one where their Advice agrees in every word."""
    lengths = [len(table["case"][name]) for name in FIELDS]
    whole = tuple(_hashable(tree) for _, _, *trees in table["fields"] for tree in trees)
    rest = list(_rest(table, lengths))
    left = {_choose(whole, chosen) for chosen in rest}
    left = {_choose(one, {YOU: number}) for one in left for number in range(lengths[YOU])}
    found = {_choose(one, {THEM: number}) for one in left for number in range(lengths[THEM])}
    return Counted(len(rest) * prod(lengths[number] for number in (YOU, THEM)), len({_joined(table, one) for one in found}))


def _rest(table: Mapping[str, Any], lengths: list[int]) -> Iterator[Chosen]:
    """Give every choice of the other fields; before anything was tried nothing can have been resolved."""
    for values in product(*(range(lengths[number]) for number in REST)):
        chosen = dict(zip(REST, values, strict=True))
        stage, resolved = (table["case"][name][chosen[FIELDS.index(name)]] for name in ("stage", "resolved"))
        if not (stage == START and resolved):
            yield chosen


def _hashable(tree: Tree) -> Tree:
    return (tree[0], *map(_hashable, tree[1:])) if isinstance(tree, list) else tree


def _choose(trees: Left, chosen: Chosen) -> Left:
    return tuple(_narrow(tree, chosen) for tree in trees)


def _narrow(tree: Tree, chosen: Chosen) -> Tree:
    """Give what is left of a tree once some fields are chosen."""
    while isinstance(tree, tuple) and tree[0] in chosen:
        tree = tree[1 + chosen[tree[0]]]
    if not isinstance(tree, tuple):
        return tree
    field, *branches = tree
    left = [_narrow(branch, chosen) for branch in branches]
    return left[0] if all(one == left[0] for one in left) else (field, *left)


def _joined(table: Mapping[str, Any], found: Left) -> tuple[tuple[int, ...], ...]:
    """Join the parts of each field as the page does: what two parts say in the same words stands once."""
    parts, fields = iter(found), []
    for _, is_list, *trees in table["fields"]:
        entries = [entry for _ in trees for entry in table["values"][next(parts)]]
        first = {key: json for key, json, *_ in reversed(entries)}
        said = tuple(dict.fromkeys(first[key] for key, *_ in entries))
        fields.append(said if is_list else said[:1])
    return tuple(fields)
