"""Changing any rule of a procedure makes a worked example fail: each is changed once, in memory, and they are walked."""

from collections.abc import Callable, Iterable, Iterator
from copy import deepcopy
from dataclasses import dataclass, replace
from functools import cache
from itertools import islice
from typing import Any

from helper.engine.advise import advise
from helper.engine.case import CaseProblem, read_case
from helper.engine.model import Procedure
from helper.engine.plain import from_plain
from helper.publish.checks.rehearse import answer_to, different
from helper.publish.read import Partnership
from helper.publish.shape import schema
from tests.partnerships import real

Path = tuple[str | int, ...]
Plain = dict[str, Any]
COMMON, PROCEDURE = schema("common")["$defs"], schema("procedure")["$defs"]
# What an answer is made of; the rest of the file is for the pages.
ANSWERING = ("urgency", "always", "stages", "ending", "settled", "within_one_agency", "side_routes")
# In these, what stands under a name can be another value of the same kind.
VALUES = {
    "purpose": COMMON["limit"]["properties"]["purpose"]["enum"],
    "unit": COMMON["limit"]["properties"]["unit"]["enum"],
    "counted_from": COMMON["limit"]["properties"]["counted_from"]["enum"],
    "whose": PROCEDURE["stage"]["properties"]["reach"]["properties"]["whose"]["enum"],
    "choice": ["must", "may"],
    "urgency": ["routine", "urgent", "significant_harm", "immediate"],
    "side": ["raising", "challenged"],
}
KINDS = (COMMON["gap"]["properties"]["kind"]["enum"], PROCEDURE["side_route"]["properties"]["kind"]["enum"])
DROPPED = ("who", "notes", "limits", "record", "inform", "forms", "gaps", "cautions", "begin_at")
# Words are for the eye: no example repeats them, nor whether a sentence is our reading (basis), nor who takes a stage
# up (taken_by). A summary, the label of an arrow and what begin_at says beside its headline are for the pages.
PAGES = ("summary", "onward.section", "begin_at.section")


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
    """Tell whether a value can reach an answer, and so an example."""
    names = ".".join(step for step in path if isinstance(step, str))
    return path[:1] != () and path[0] in ANSWERING and not any(f".{page}" in f".{names}" for page in PAGES)


def flips(procedure: Plain) -> Iterator[Flip]:
    """List every change of a rule that there is to make."""
    for path, value in walk(procedure):
        if reaches_an_answer(path):
            yield from changes(procedure, path, value)
            if path[-1] in ("onward", "protection", "when", "contact") or path[-2:-1] == ("when",):
                yield drop(path)
            if len(path) > 1 and isinstance(path[-1], int) and path[-2] in DROPPED:
                yield drop(path)
            if len(path) > 2 and path[-3] == "when" and len(at(procedure, path[:-1])) > 1:
                yield drop(path)


def changes(procedure: Plain, path: Path, value: Any) -> Iterator[Flip]:
    """List the other values that one value could have."""
    stages = ["start", *(stage["id"] for stage in procedure["stages"])]
    name = path[-2] if isinstance(path[-1], int) else path[-1]
    if not isinstance(value, str | int):
        return
    if name == "section":
        yield from (put(path, section["id"]) for section in procedure["document"]["sections"] if section["id"] != value)
    elif name in ("to", "stage"):
        yield from (put(path, other) for other in stages if other != value and (path[-1] != name or other != "start"))
    elif name in VALUES:
        yield from (put(path, other) for other in VALUES[name] if other != value)
    elif name == "kind":
        yield from (put(path, other) for kinds in KINDS if value in kinds for other in kinds if other != value)
    elif name == "amount":
        yield put(path, value + 1)
    elif name in ("form", "contact") or path[-2:] == ("protection", "id"):
        yield put(path, "another")


@cache
def salford() -> Partnership:
    return real().partnerships["salford"]


def is_noticed(partnership: Partnership, flip: Flip) -> bool:
    """Tell whether an example fails, or the rules no longer make sense, once a rule is changed."""
    procedure = deepcopy(partnership.plain["procedure"])
    flip.make(procedure)
    model = replace(partnership.model, procedure=from_plain(Procedure, procedure))
    for scenario in partnership.scenarios:
        try:
            case = read_case(model, {"partnership": partnership.id, **scenario["case"]})
            answer = answer_to(advise(model, case), scenario["expect"], procedure["document"]["id"])
        except (CaseProblem, StopIteration, RuntimeError, KeyError, ValueError):  # the second comes out of a generator as the third
            return True
        if different(scenario["expect"], answer):
            return True
    return False


def unnoticed(changed: Iterable[Flip]) -> list[str]:
    """Name the changes that fail no example; one that is refused, since it no longer makes sense, is noticed as well."""
    return [str(flip) for flip in changed if not is_noticed(salford(), flip)]


def test_changing_a_rule_fails_a_worked_example() -> None:
    """Of the changes that there are, every seventh: it meets each kind. tests/nightly/test_rules_flip_all.py makes all."""
    assert unnoticed(islice(flips(salford().plain["procedure"]), 0, None, 7)) == []


def test_there_are_rules_to_change() -> None:
    assert len(list(flips(salford().plain["procedure"]))) > 2000


def test_an_unchanged_procedure_fails_no_worked_example() -> None:
    assert not is_noticed(salford(), Flip((), "unchanged", lambda plain: None))
