"""An entry of the log of changes: a comparison and the author's sentence in, the file to keep and its text out.

What is kept is read for years, so it names no person: of a contact it says what of it changed, under the name of its row.
"""

import json
from collections.abc import Collection, Iterator
from pathlib import Path
from typing import Any

from helper.publish.changes.beside import in_a_row
from helper.publish.changes.report import is_quiet, only_in, what

Plain = dict[str, Any]
FIRST = """\
# yaml-language-server: $schema=../../schemas/changes.schema.json
# Written by `python -m helper diff ... --record`. Only `why` is for you to word.
"""
# More lines than these nobody reads; the first ones matter most.
KEPT = 60
SOMEBODY = "An entry of the contact list"


def entry_of(comparison: Plain, day: str, why: str, published: bool, rows: Collection[str]) -> Plain:
    """Make an entry; `rows` are the names of rows of contact lists that may be named, those that stand there today."""
    parts = [_part(one, rows) for one in comparison["partnerships"] if not is_quiet(one) and one["status"] != "unread"]
    return {"date": day, "why": why, **({} if published else {"published": False}), "partnerships": parts}


def free_name(folder: Path, day: str) -> str:
    """Give the name of the next entry of a day: 2026-11-26, 2026-11-26-2 ..."""
    taken, number = {file.stem for file in folder.iterdir()}, 1
    while name_of(day, number) in taken:
        number += 1
    return name_of(day, number)


def name_of(day: str, number: int) -> str:
    """Name an entry by its day and its place in it.

    >>> name_of("2026-11-26", 1), name_of("2026-11-26", 2)
    ('2026-11-26', '2026-11-26-2')
    """
    return day if number == 1 else f"{day}-{number}"


def as_yaml(entry: Plain) -> str:
    """Write an entry as YAML: every text in quotes, so that none is taken for anything else."""
    return FIRST + "\n".join(_block(entry, "")) + "\n"


def _block(plain: Plain, indent: str) -> Iterator[str]:
    for name, value in plain.items():
        if isinstance(value, dict):
            yield f"{indent}{name}: {{{', '.join(f'{key}: {_scalar(one)}' for key, one in value.items())}}}"
        elif isinstance(value, list) and value and isinstance(value[0], dict):
            yield f"{indent}{name}:"
            for one in value:
                first, *rest = _block(one, f"{indent}    ")
                yield f"{indent}  - {first.lstrip()}"
                yield from rest
        elif isinstance(value, list):
            yield f"{indent}{name}: [{', '.join(map(_scalar, value))}]"
        else:
            yield f"{indent}{name}: {_scalar(value)}"


def _scalar(value: Any) -> str:
    return json.dumps(value, ensure_ascii=False)


def _part(one: Plain, rows: Collection[str]) -> Plain:
    lines = _together([_line(line, rows) for line in one["lines"]])
    notes = [
        *only_in(one),
        *one["structure"],
        *([f"Changed too, and in no answer: {in_a_row(one['beside'])}."] if one["beside"] else []),
    ]
    part = {name: one[name] for name in ("id", "name", "status", "changed", "cases")}
    left = {"left_out": len(lines) - KEPT} if len(lines) > KEPT else {}
    return part | {name: value for name, value in (("lines", lines[:KEPT]), ("notes", notes)) if value} | left


def _together(lines: list[Plain]) -> list[Plain]:
    """Say in one line what changed of one contact in the same answers, and nothing twice."""
    kept: list[Plain] = []
    for line in lines:
        row, _, aspect = line.get("what", "").partition(": ")
        alike = (one for one in kept if "contact" in line and one | {"what": ""} == line | {"what": ""})
        same = next((one for one in alike if one["what"].startswith(f"{row}: ")), None)
        if same and aspect not in same["what"]:
            same["what"] += f", {aspect}"
        elif line not in kept and not same:
            kept.append(line)
    return kept


def _line(line: Plain, rows: Collection[str]) -> Plain:
    kept = {"topic": line["topic"], "cases": line["cases"], "where": line["where"]}
    if line["contact"]:
        row = line["contact"] if line["contact"] in rows else SOMEBODY
        aspect = what(line | {"about": ""}) or _new_or_gone(line)
        return kept | {"what": f"{row}: {aspect}", "contact": True}
    said = {name: _said(line[name]) for name in ("before", "after") if line[name]}
    named = {"what": what(line)} if what(line) else {}
    return kept | named | said


def _new_or_gone(line: Plain) -> str:
    return "new here" if not line["before"] else "gone from here" if not line["after"] else "worded otherwise"


def _said(said: Plain) -> Plain:
    return {name: value for name, value in said.items() if value}
