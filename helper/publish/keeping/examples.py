"""Worked examples that a change makes fail: a changed partnership in, what each has to expect now, and its lines, out."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any

from helper.engine.advise import advise
from helper.engine.case import read_case
from helper.publish.checks.rehearse import answer_to, different
from helper.publish.keeping.walk import Example, window
from helper.publish.read import Partnership
from helper.publish.source import Source

PLAIN = re.compile(r"[A-Za-z][\w ]*")


@dataclass(frozen=True)
class Failing:
    """A worked example that no longer holds: its number in the file, its title, and what it would have to expect."""

    index: int
    title: str
    expect: dict[str, Any]


def failing_examples(made: Partnership) -> Iterator[Failing]:
    """List the worked examples that no longer hold in a changed partnership."""
    model, document = made.model, made.model.procedure.document.id
    for index, scenario in enumerate(made.scenarios):
        case = read_case(model, {"partnership": made.id, **scenario["case"]})
        answer = answer_to(advise(model, case), scenario["expect"], document)
        if names := different(scenario["expect"], answer):
            yield Failing(index, scenario["title"], {name: answer[name] for name in names})


def corrected(scenarios: Source, examples: Sequence[Failing]) -> tuple[str, ...]:
    """Write into each example what it has to expect now, from the last to the first, so that no line moves before its turn."""
    lines = scenarios.lines
    for failing in reversed(examples):
        fields = [(*_lines_of(scenarios, failing, name), name) for name in failing.expect]
        for first, last, name in sorted(fields, reverse=True):
            lines = (*lines[: first - 1], _written(scenarios, failing, name), *lines[last:])
    return lines


def _lines_of(scenarios: Source, failing: Failing, name: str) -> tuple[int, int]:
    path = ("scenarios", failing.index, "expect", name)
    first = scenarios.keys[path][0]
    following = [line for one, (line, _) in scenarios.keys.items() if line > first and one[: len(path)] != path]
    last = min(following, default=len(scenarios.lines) + 1) - 1
    while not scenarios.lines[last - 1].strip() or scenarios.lines[last - 1].lstrip().startswith("#"):
        last -= 1
    return first, last


def _written(scenarios: Source, failing: Failing, name: str) -> str:
    column = scenarios.keys["scenarios", failing.index, "expect", name][1]
    return f"{' ' * (column - 1)}{name}: {_flow(failing.expect[name])}"


def _flow(value: Any) -> str:
    """Write a value on one line of YAML."""
    if isinstance(value, dict):
        return "{" + ", ".join(f"{key}: {_flow(one)}" for key, one in value.items()) + "}"
    if isinstance(value, list):
        return "[" + ", ".join(map(_flow, value)) + "]"
    if isinstance(value, str) and not PLAIN.fullmatch(value):
        return '"' + value.replace("\\", "\\\\").replace('"', '\\"') + '"'
    return "null" if value is None else str(value)


def first_example(found: Partnership, examples: Sequence[Failing]) -> Example:
    """Show the first example that no longer holds, with the first thing in it that changes."""
    scenarios, failing = found.files["scenarios"], examples[0]
    name = next(iter(failing.expect))
    first, last = _lines_of(scenarios, failing, name)
    lines = (*scenarios.lines[: first - 1], _written(scenarios, failing, name), *scenarios.lines[last:])
    begin = scenarios.places["scenarios", failing.index][0]
    return Example(
        file=scenarios.name,
        title=failing.title,
        failing=len(examples),
        before=window(scenarios.lines, first, last, begin, last),
        after=window(lines, first, first, begin, first),
    )
