"""The answer table: a model in, every answer it can give out, each part once per value of the fields it depends on.

Each part of an Advice and each piece of its view is worked out with a case that knows no field yet. Where it reads one, the
work is done again for every value of that field; so it is known, not declared, what each result depends on, and the table
cannot miss a case. The page finds a part by walking its tree and joins the parts; it decides nothing.

The table is JSON: `case` gives the values of each field in the order of a tree's branches; `texts` every text once;
`fields` the parts of each field of the Advice and whether it is a list; `view` the pieces and lists of the HTML, in which
`{root}` stands for the way to the site's root. A tree is a number, or a list of a field's number and a tree for each of its
values. In `fields` the number leads to `values`: lists of entries `[key, json, fragment ...]`, texts by number; a fragment may
be `[key, html]`.
"""

import json
from collections.abc import Callable, Iterator, Mapping
from typing import Any, cast

from helper.engine.advise import ONE, ORDER, field_of
from helper.engine.case import OPTIONAL, Case, choices
from helper.engine.door import canonical
from helper.engine.html import join
from helper.engine.model import START, Model
from helper.engine.parts import PARTS, Part
from helper.engine.render import view
from helper.engine.statements import Plain
from helper.engine.view import Asked, Entries, Fragment, Piece, Show

ROOT = "{root}"  # no text of a procedure holds a brace: `check` sees to it
FIELDS = ("stage", "resolved", "urgency", "side", "situation", "area", "you", "them")
Tree = Any
Work = Callable[[Case], Any]


class _Unknown(Exception):
    """Raised where a field is read whose value is not chosen yet."""

    def __init__(self, field: str) -> None:
        self.field = field


class _Open:
    """A case of which only some fields are known; reading another tells which."""

    def __init__(self, known: Mapping[str, Any]) -> None:
        self._known = known

    def __getattr__(self, name: str) -> Any:
        if name == "resolved" and self._known.get("stage") == START:
            return False
        # What is settled depends on the stage, of which there are fewer ways to go on once it is known.
        asked = "stage" if name == "resolved" and "stage" not in self._known else name
        if asked not in self._known:
            raise _Unknown(asked)
        return self._known[name]


class _Fields(Mapping[str, Any]):
    """The Advice of an open case, each field worked out when it is looked at."""

    def __init__(self, model: Model, case: Case) -> None:
        self._model, self._case = model, case

    def __getitem__(self, name: str) -> Any:
        return field_of(name, self._model, self._case)

    def __iter__(self) -> Iterator[str]:
        return iter(ORDER)

    def __len__(self) -> int:
        return len(ORDER)


class _Pool:
    """Every thing once, by number."""

    def __init__(self) -> None:
        self.numbers: dict[Any, int] = {}

    def number(self, thing: Any) -> int:
        return self.numbers.setdefault(thing, len(self.numbers))

    def all(self) -> list[Any]:
        return list(self.numbers)


class _Pools:
    """What a table holds once: texts, lists of entries; and the keys of entries and fragments, of which only the numbers count."""

    def __init__(self) -> None:
        self.texts, self.values, self.keys = _Pool(), _Pool(), _Pool()


def domains(model: Model) -> dict[str, tuple[Any, ...]]:
    """Give the values of each field of a case, in the order of a tree's branches; None first where a field may be left out."""
    known = choices(model) | {"resolved": (False, True)}
    return {name: (None, *known[name]) if name in OPTIONAL else known[name] for name in FIELDS}


def answer_table(model: Model) -> str:
    """Work out every answer of a partnership, as the text of a JSON file."""
    known, pools = domains(model), _Pools()
    lists = {one.field: one for one in view() if isinstance(one, Entries)}

    def part_tree(part: Part) -> Tree:
        shown = lists.get(part.field)
        return grow_tree(lambda case: pools.values.number(_entries(model, part.answer(model, case), shown, pools)), model, known)

    def piece_tree(show: Show) -> Tree:
        return grow_tree(lambda case: pools.texts.number(_shown(model, case, show)), model, known)

    fields = [[name, name != ONE, *[part_tree(part) for part in PARTS if part.field == name]] for name in sorted(ORDER)]
    pieces = [
        [piece_tree(show) for show in one.shows]
        if isinstance(one, Piece)
        else {"list": one.field, "open": piece_tree(one.opening), "close": piece_tree(one.closing)}
        for one in view()
    ]
    table = {"case": known, "fields": fields, "view": pieces, "values": pools.values.all(), "texts": pools.texts.all()}
    return json.dumps(table, ensure_ascii=False, separators=(",", ":"))


def _shown(model: Model, case: Case, show: Show) -> str:
    return str(join(show(Asked(model, case, _Fields(model, case), ROOT))))


def _entries(model: Model, said: list[Plain], shown: Entries | None, pools: _Pools) -> tuple[Any, ...]:
    """Number the entries of a part: the key that makes one the same as another, its JSON, its markup where it is in a list."""
    found = []
    for plain in said:
        text = pools.texts.number(canonical(plain))
        key = pools.keys.number(plain["id"]) if "for_whom" in plain else text
        fragments = [_fragment(one, pools) for one in shown.show(model, plain, ROOT)] if shown else []
        found.append((key, text, *fragments))
    return tuple(found)


def _fragment(fragment: Fragment, pools: _Pools) -> Any:
    text = pools.texts.number(fragment.html)
    return (pools.keys.number(fragment.key), text) if fragment.key else text


def grow_tree(work: Work, model: Model, known: Mapping[str, tuple[Any, ...]]) -> Tree:
    """Work something out for every case: a number where all are alike, else a branch for each value of the first field read."""

    def grow(chosen: dict[str, Any]) -> Tree:
        try:
            return work(cast(Case, _Open(chosen)))
        except _Unknown as unknown:
            field = unknown.field
        branches = [grow(chosen | {field: value}) for value in known[field]]
        return branches[0] if all(one == branches[0] for one in branches) else [FIELDS.index(field), *branches]

    return grow({"partnership": model.procedure.id, "since": None})
