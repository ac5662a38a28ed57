"""Two revisions, as they were read, in; what changed between them as plain data out, which is printed, recorded and shown.

A comparison is `{old, new, changed, cases, partnerships, agencies, beside, notes}`; `changed` of the `cases` that can be asked
under both have another answer. A partnership is `{id, name, status, changed, cases, only_old, only_new, lines, structure,
beside, problems}`, its status `changed`, `same`, `added`, `removed` or `unread`. A line is `{topic, about, aspect, cases, where,
before, after, contact}`; `before` and `after` are `{text, section, place}` or None.
"""

from dataclasses import asdict
from typing import Any

from helper.engine.model import Model
from helper.publish.answers import domains
from helper.publish.changes.beside import agencies, bare, of_all, structure, worded_otherwise
from helper.publish.changes.conditions import say_cases
from helper.publish.changes.differing import Differing, Line, differing
from helper.publish.changes.reading import Revision
from helper.publish.changes.saying import Both
from helper.publish.changes.trees import count_all
from helper.publish.problems import Problem

Plain = dict[str, Any]


def compare(old: Revision, new: Revision) -> Plain:
    """Compare every partnership that either revision has."""
    found = [_partnership(name, old, new) for name in sorted({*old.own, *new.own})]
    return {
        "old": old.name,
        "new": new.name,
        "changed": sum(one["changed"] for one in found),
        "cases": sum(one["cases"] for one in found),
        "partnerships": found,
        "agencies": agencies(old.shared, new.shared),
        "beside": of_all(old.shared, new.shared),
        "notes": [*old.filled, *new.filled],
    }


def _partnership(name: str, old: Revision, new: Revision) -> Plain:
    was, now = old.own.get(name, {}), new.own.get(name, {})
    said: Plain = {
        "id": name,
        "name": _name(name, now or was),
        "status": "same",
        "changed": 0,
        "cases": 0,
        "only_old": 0,
        "only_new": 0,
    }
    said |= {"lines": [], "structure": [], "beside": {}, "problems": []}
    if not was or not now:
        model = (new if now else old).models.get(name)
        number = count_all(domains(model)) if model else 0
        said |= {"status": "added", "only_new": number} if now else {"status": "removed", "only_old": number}
    else:
        said |= {"structure": structure(was, now), "beside": worded_otherwise(was, now)}
    if unread := [(one.name, one.unread[name]) for one in (old, new) if name in one.unread]:
        problems = [_problem(revision, found) for revision, found in unread]
        return said | {"status": "unread" if was and now else said["status"], "problems": problems}
    return said | _answers(Both(old.models[name], new.models[name])) if was and now else said


def _answers(both: Both) -> Plain:
    if bare(both.old) == bare(both.new):
        return {"cases": count_all(domains(both.new))}
    found = differing(both)
    numbers = {name: getattr(found, name) for name in ("changed", "cases", "only_old", "only_new")}
    same = not (found.changed or found.only_old or found.only_new)
    return numbers | {"status": "same" if same else "changed", "lines": [_line(both.new, found, line) for line in found.lines]}


def _line(model: Model, found: Differing, line: Line) -> Plain:
    return asdict(line.change) | {"cases": line.cases, "where": say_cases(model, line.boxes, found.known)}


def _name(name: str, files: Plain) -> str:
    return str((files.get("procedure") or {}).get("name", name))


def _problem(revision: str, found: tuple[Problem, ...]) -> str:
    first, more = found[0], len(found) - 1
    others = f" There {'is 1 more such place' if more == 1 else f'are {more} more such places'}." if more else ""
    return f"{revision} does not fit today's shape: {first.file}, line {first.line}: {first.what}{others}"
