"""Changing any rule in a procedure makes a worked example fail: every rule is changed once, in memory, and the examples are walked."""

from collections.abc import Callable, Iterator
from copy import deepcopy
from dataclasses import dataclass
from functools import cache
from typing import Any

import pytest

from helper.engine.advise import advise
from helper.engine.case import CaseProblem, read_case
from helper.engine.model import Model
from helper.engine.plain import from_plain
from helper.publish.read import Partnership
from helper.publish.rehearse import answer_to, different
from helper.publish.shape import schema
from tests.partnerships import real

Path = tuple[str | int, ...]
COMMON, PROCEDURE = schema("common")["$defs"], schema("procedure")["$defs"]
# What an answer is made of; the rest of the file is for the pages.
ANSWERING = ("urgency", "always", "stages", "ending", "settled", "within_one_agency", "side_routes")
CONDITIONS = {"stage": ["start"], "urgency": ["routine"], "side": ["raising"], "you": ["other"], "area": ["none"]}
VALUES = {
    "purpose": COMMON["limit"]["properties"]["purpose"]["enum"],
    "unit": COMMON["limit"]["properties"]["unit"]["enum"],
    "counted_from": COMMON["limit"]["properties"]["counted_from"]["enum"],
    "whose": PROCEDURE["stage"]["properties"]["reach"]["properties"]["whose"]["enum"],
    "choice": ["must", "may"],
}
GAP_KINDS = COMMON["gap"]["properties"]["kind"]["enum"]
DROPPED = ("limits", "forms", "gaps", "begin_at")


@dataclass(frozen=True)
class Flip:
    """One change of one rule: where it stands, what becomes of it, and how."""

    path: Path
    becomes: str
    make: Callable[[Any], None]

    def __str__(self) -> str:
        return f"{'.'.join(map(str, self.path))}: {self.becomes}"


def at(plain: Any, path: Path) -> Any:
    for step in path:
        plain = plain[step]
    return plain


def put(path: Path, value: Any) -> Flip:
    return Flip(path, str(value), lambda plain: at(plain, path[:-1]).__setitem__(path[-1], value))


def drop(path: Path) -> Flip:
    return Flip(path, "dropped", lambda plain: at(plain, path[:-1]).__delitem__(path[-1]))


def walk(plain: Any, path: Path = ()) -> Iterator[tuple[Path, Any]]:
    yield path, plain
    members = plain.items() if isinstance(plain, dict) else enumerate(plain) if isinstance(plain, list) else ()
    for key, member in members:
        yield from walk(member, (*path, key))


def reaches_an_answer(path: Path) -> bool:
    """Tell whether a value can reach the parts of an answer that an expectation names; see `WHY_NOT`."""
    return path[0] in ANSWERING and not any(steps(path) for steps in WHY_NOT.values())


# Each says what an expectation does not name, and why.
WHY_NOT: dict[str, Callable[[Path], bool]] = {
    "a summary and the label of an arrow are for the pages": lambda path: "summary" in path or "onward" in path and path[-1] != "to",
    "what begin_at says beside its headline is for the flowchart": lambda path: len(path) == 5 and path[2] == "begin_at" and path[-1] in ("text", "section"),
}


def flips(procedure: dict[str, Any]) -> Iterator[Flip]:
    """List every change of a rule that there is to make."""
    stages = [stage["id"] for stage in procedure["stages"]]
    sections = [section["id"] for section in procedure["document"]["sections"]]
    for path, value in walk(procedure):
        if len(path) < 2 and path != ("within_one_agency",) or not reaches_an_answer(path):
            continue
        name = path[-1]
        if name == "section":
            yield put(path, sections[0] if value != sections[0] else sections[1])
        elif name in ("to", "stage") and isinstance(value, str):
            yield from (put(path, other) for other in stages if other != value)
        elif name in VALUES:
            yield from (put(path, other) for other in VALUES[name] if other != value)
        elif name == "kind" and value in GAP_KINDS:
            yield from (put(path, other) for other in GAP_KINDS if other != value)
        elif name == "amount":
            yield put(path, value + 1)
        elif name in ("onward", "protection", "when", "contact"):
            yield drop(path)
        elif name == "form":
            yield put(path, "another")
        elif len(path) > 2 and path[-2] == "protection" and name == "id":
            yield put(path, "another")
        if isinstance(name, int) and path[-2] in DROPPED:
            yield drop(path)
        if len(path) > 1 and path[-2] == "when":
            yield put(path, CONDITIONS[str(name)])
            yield from (put(path, [one for one in value if one != other]) for other in value if len(value) > 1)


@cache
def salford() -> Partnership:
    return real().partnerships["salford"]


def is_noticed(partnership: Partnership, flip: Flip) -> bool:
    """Tell whether an example fails, or the rules no longer make sense, once a rule is changed."""
    procedure = deepcopy(partnership.plain["procedure"])
    flip.make(procedure)
    model = from_plain(Model, {**partnership.plain, "procedure": procedure})
    for scenario in partnership.scenarios:
        try:
            case = read_case(model, {"partnership": partnership.id, **scenario["case"]})
            answer = answer_to(advise(model, case), scenario["expect"], procedure["document"]["id"])
        except (CaseProblem, StopIteration, KeyError, ValueError):
            return True
        if different(scenario["expect"], answer):
            return True
    return False


def test_changing_any_rule_fails_a_worked_example() -> None:
    unnoticed = [str(flip) for flip in flips(salford().plain["procedure"]) if not is_noticed(salford(), flip)]
    assert unnoticed == []


def test_there_are_rules_to_change() -> None:
    assert len(list(flips(salford().plain["procedure"]))) > 200


def test_an_unchanged_procedure_fails_no_worked_example() -> None:
    assert not is_noticed(salford(), Flip((), "unchanged", lambda plain: None))
