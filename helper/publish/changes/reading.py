"""Read two revisions so that they can be compared: folders in, the models of the answers and what could not be read out.

Both are held against today's schemas, of which an old revision may lack things. Files that no answer rests on are read as they
are. Only general advice, which is ours and no document's, is filled in where a revision is older than a field of it; a
procedure never is: one that does not fit is not compared, and its problems say why.
"""

from dataclasses import dataclass
from pathlib import Path
from typing import Any

from helper.engine.case import CaseProblem, unknown
from helper.engine.model import Model
from helper.engine.plain import from_plain
from helper.publish.checks.identity import problems_of_identity
from helper.publish.checks.ladder import problems_of_ladder
from helper.publish.checks.limits import problems_of_limits
from helper.publish.checks.references import problems_of_references
from helper.publish.holidays import bank_holidays
from helper.publish.problems import Problem
from helper.publish.read import Files, contents, folders, read_folder
from helper.publish.shape import schema, validator

ANSWERING = ("procedure", "contacts", "forms")
AGENCIES, GENERAL = "agencies", "general"
_Known = dict[tuple[str, tuple[tuple[str, bytes], ...]], tuple[Files, list[Problem]]]
# A model that passes these answers every case.
CHECKS = (problems_of_identity, problems_of_ladder, problems_of_references, problems_of_limits)


@dataclass(frozen=True)
class Revision:
    """A revision by the name it was asked for: its models, the plain files of each partnership and those of all, the problems
    of each partnership that cannot be compared, and what had to be filled in, in words."""

    name: str
    models: dict[str, Model]
    own: dict[str, dict[str, Any]]
    shared: dict[str, Any]
    unread: dict[str, tuple[Problem, ...]]
    filled: tuple[str, ...] = ()


@dataclass(frozen=True)
class Asked:
    """A revision to read: the argument it is (`old`, `new`), its name, and where it stands."""

    field: str
    name: str
    root: Path


def read_both(old: Asked, new: Asked, here: Path, only: tuple[str, ...] = ()) -> tuple[Revision, Revision]:
    """Read two revisions; of the partnerships only those named, or all. `here` is the project that asks.

    Raises a CaseProblem where what all answers rest on cannot be read, or neither revision has a partnership of a name.
    """
    there = sorted({name for asked in (old, new) for name in folders(asked.root / "procedures")})
    if wrong := next((name for name in only if name not in there), None):
        raise unknown("partnership", wrong, tuple(there))
    first, second = _shared(old), _shared(new)
    today, _ = read_folder(here / "procedures", here, ())
    generals = [found[GENERAL].plain if GENERAL in found else {} for found in (first, second, today)]
    known: _Known = {}
    return (
        _revision(old, first, _filled_in(old, generals[0], generals[2] | generals[1]), only, known),
        _revision(new, second, _filled_in(new, generals[1], generals[2] | generals[0]), only, known),
    )


def _shared(asked: Asked) -> Files:
    files, found = read_folder(asked.root / "procedures", asked.root, (AGENCIES,))
    if found:
        what = f"{asked.name!r} cannot be compared: {found[0].file}, line {found[0].line}: {found[0].what} {found[0].mend}"
        raise CaseProblem(asked.field, asked.name, (), what)
    return files


def _filled_in(asked: Asked, own: dict[str, Any], other: dict[str, Any]) -> tuple[dict[str, Any], tuple[str, ...]]:
    """Give general advice with every field that it has today, its own or another's; and say which were lacking."""
    described = schema(GENERAL)
    general = {name: own.get(name, other.get(name)) for name in described["properties"] if name in own or name in other}
    if slip := next(validator(GENERAL).iter_errors(general), None):
        what = f"The general advice of {asked.name!r} cannot be compared: {slip.message}."
        raise CaseProblem(asked.field, asked.name, (), what)
    missing = ", ".join(name for name in described["required"] if name not in own)
    filled = f"{asked.name} is older than a part of our general advice ({missing}): it was compared as if it had a newer one's."
    return general, (filled,) if missing else ()


def _revision(
    asked: Asked, shared: Files, general: tuple[dict[str, Any], tuple[str, ...]], only: tuple[str, ...], known: _Known
) -> Revision:
    plain = {name: source.plain for name, source in shared.items()} | {GENERAL: general[0]}
    revision = Revision(asked.name, {}, {}, plain, {}, general[1])
    place = asked.root / "procedures"
    for name in folders(place):
        if only and name not in only:
            continue
        key = (name, contents(place / name))
        if key not in known:
            known[key] = read_folder(place / name, asked.root, ANSWERING)
        files, found = known[key]
        revision.own[name] = {one: source.plain for one, source in files.items()}
        answering = {one: files[one] for one in ANSWERING if one in files} | {AGENCIES: shared[AGENCIES]}
        found = [*found, *(problem for check in CHECKS for problem in check(answering))]
        if found:
            revision.unread[name] = tuple(sorted(set(found)))
        else:
            revision.models[name] = _model(revision.own[name], plain)
    return revision


def _model(own: dict[str, Any], shared: dict[str, Any]) -> Model:
    """Build the model that answers rest on: no answer needs the words to use, which older revisions lack."""
    plain = {
        "procedure": own["procedure"],
        "contacts": own["contacts"],
        "forms": own["forms"]["forms"],
        "agencies": shared[AGENCIES]["agencies"],
        "general": shared[GENERAL],
        "holidays": bank_holidays(),
        "frames": [],
        "wording": {"stages": [], "ending": [], "settled": []},
    }
    return from_plain(Model, plain)
