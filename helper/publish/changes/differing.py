"""Answer every case under two revisions of a partnership: both models in, what changed and for which cases out.

The cases are hundreds of thousands, so each part of an Advice is worked out once per value of the fields that it reads, as
for the answer table. A part's changes are those of its field, but where another part of the field says the same thing, of which
an answer says only one: such parts are looked at together. So the numbers are those that answering every case would give.
"""

import json
from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from helper.engine.advise import ORDER, joined
from helper.engine.parts import PARTS, Part
from helper.engine.statements import Plain
from helper.publish.answers import FIELDS, Tree, domains, grow_tree
from helper.publish.changes.change import TOPICS, Change
from helper.publish.changes.entries import changes_of
from helper.publish.changes.saying import Both
from helper.publish.changes.trees import Box, Known, boxes, count_all, count_box, leaves, mapped, walk

Lists = tuple[list[Plain], list[Plain]]


@dataclass(frozen=True)
class Line:
    """One change, the number of answers it is in, and the cases that these are for, as boxes that do not overlap."""

    change: Change
    cases: int
    boxes: tuple[Box, ...]


@dataclass(frozen=True)
class Differing:
    """What differs in the answers of a partnership.

    `changed` of the `cases` that can be asked under both revisions have another answer; `only_old` and `only_new` can be asked
    under one of them alone.
    """

    both: Both
    known: Known
    changed: int
    cases: int
    only_old: int
    only_new: int
    lines: tuple[Line, ...]


def differing(both: Both) -> Differing:
    """Compare all answers of a partnership under two revisions."""
    olds, news = domains(both.old), domains(both.new)
    known = {name: tuple(value for value in news[name] if value in olds[name]) for name in FIELDS}
    comparing = _Comparing(both, known)
    trees = [tree for field in ORDER if (tree := comparing.tree_of(field)) != NOTHING]
    changed = grow_tree(lambda case: any(walk(tree, case, comparing.places) for tree in trees), both.new, known)
    lines = [comparing.line(change, tree) for tree in trees for change in comparing.changes_in(tree)]
    order = list(TOPICS)
    lines.sort(key=lambda line: (order.index(line.change.topic), -line.cases))
    cases = count_all(known)
    number = sum(count_box(box, known) for box in boxes(changed, known))
    return Differing(both, known, number, cases, count_all(olds) - cases, count_all(news) - cases, tuple(lines))


NOTHING = 0


class _Pool:
    """Things by number, the first of which is no change."""

    def __init__(self, first: Any) -> None:
        self.things, self._numbers = [first], {first: NOTHING}

    def number(self, thing: Any) -> int:
        if thing not in self._numbers:
            self._numbers[thing] = len(self.things)
            self.things.append(thing)
        return self._numbers[thing]


class _Comparing:
    """Works out the trees of a partnership's fields: of each case the number of its changes, 0 where there is none."""

    def __init__(self, both: Both, known: Known) -> None:
        self._both, self._known = both, known
        self.places = {name: {value: index for index, value in enumerate(values)} for name, values in known.items()}
        self._changes = _Pool(())

    def tree_of(self, field: str) -> Tree:
        """Give the tree of a field."""
        parts = [_Outcomes(self._both, part, self._known) for part in PARTS if part.field == field]
        differing = [part for part in parts if part.differs]
        keys = {key for part in differing for key in part.keys}
        together = [part for part in parts if part.differs or part.keys & keys]
        if not differing:
            return NOTHING
        seen: dict[tuple[int, ...], int] = {}

        def work(case: Any) -> int:
            numbers = tuple(walk(part.tree, case, self.places) for part in together)
            if numbers not in seen:
                seen[numbers] = self._number(field, [part.lists[number] for part, number in zip(together, numbers, strict=True)])
            return seen[numbers]

        return grow_tree(work, self._both.new, self._known)

    def _number(self, field: str, found: list[Lists]) -> int:
        old, new = (joined([lists[side] for lists in found]) for side in (0, 1))
        return self._changes.number(changes_of(self._both, field, old, new))

    def changes_in(self, tree: Tree) -> dict[Change, None]:
        """Give the changes in a field's tree, each once."""
        numbers = sorted(set(leaves(tree)))
        return dict.fromkeys(change for number in numbers for change in self._changes.things[number])

    def line(self, change: Change, tree: Tree) -> Line:
        """Say of a change for which cases it is."""
        having = {number for number, changes in enumerate(self._changes.things) if change in changes}
        found = boxes(mapped(tree, lambda number: number in having), self._known)
        counted = sorted(((count_box(box, self._known), box) for box in found), key=lambda one: -one[0])
        return Line(change, sum(number for number, _ in counted), tuple(box for _, box in counted))


class _Outcomes:
    """What a part says in every case, under both revisions: `tree` leads to the number of a pair of lists in `lists`."""

    def __init__(self, both: Both, part: Part, known: Mapping[str, tuple[Any, ...]]) -> None:
        self.lists: list[Lists] = []
        self.keys: set[str] = set()
        numbers: dict[tuple[str, str], int] = defaultdict(lambda: len(numbers))

        def work(case: Any) -> int:
            lists = part.answer(both.old, case), part.answer(both.new, case)
            number = numbers[json.dumps(lists[0]), json.dumps(lists[1])]
            if number == len(self.lists):
                self.lists.append(lists)
                self.keys |= {_key(plain) for said in lists for plain in said}
            return number

        self.tree = grow_tree(work, both.new, known)
        self.differs = any(old != new for old, new in self.lists)


def _key(plain: Plain) -> str:
    """Give a text that is the same for entries of which an answer says only one; it may be the same for others too."""
    return str(plain["id"] if "id" in plain else plain["text"])
