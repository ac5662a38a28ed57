"""Rehearse the worked examples: a partnership in, every difference between what is expected and answered out."""

from collections.abc import Callable, Iterator
from typing import Any

from helper.engine.advise import advise
from helper.engine.case import CaseProblem, read_case
from helper.engine.statements import Plain
from helper.publish.problems import Problem
from helper.publish.read import Partnership
from helper.publish.source import Path_, Source

RESTING = ("who", "notes", "deadlines", "forms", "record", "inform")


def rehearse(partnership: Partnership) -> Iterator[Problem]:
    """List where the engine answers otherwise than a worked example expects, and the cases that no reader can have."""
    for index, scenario in enumerate(partnership.scenarios):
        yield from rehearse_one(partnership.files["scenarios"], ("scenarios", index), scenario, partnership)


def rehearse_one(source: Source, path: Path_, scenario: Plain, partnership: Partnership) -> Iterator[Problem]:
    """List where the engine answers one example, which stands under a path of a file, otherwise than it expects."""
    expect = scenario["expect"]
    try:
        case = read_case(partnership.model, {"partnership": partnership.id, **scenario["case"]})
    except CaseProblem as problem:
        place = (*path, "case", problem.field)
        yield source.problem(place, f'Scenario "{scenario["id"]}": {problem.sentence}', "Write a case that a reader can have.")
        return
    answer = answer_to(advise(partnership.model, case), expect, partnership.model.procedure.document.id)
    for name in different(expect, answer):
        what = f'Scenario "{scenario["id"]}", {name}: {_differ(expect[name], answer[name])}'
        again = ", ".join(expect.get("sections", [expect["headline"]]))
        mend = f"Read the document again (sections {again}); then correct the rule or the expectation."
        yield source.problem((*path, "expect", name), what, mend)


def different(expect: Plain, answer: Plain) -> list[str]:
    """Name the fields in which an answer is not what was expected; sections stand in any order."""
    return [
        name for name, expected in expect.items() if (sorted(set(expected)) if name == "sections" else expected) != answer[name]
    ]


def answer_to(advice: Plain, expect: Plain, document: str) -> Plain:
    """Say an Advice in the few ids that a worked example expects of it."""
    return {name: read(advice, expect[name], document) for name, read in ANSWERS.items() if name in expect}


def _headline(advice: Plain, expected: Any, document: str) -> Any:
    return advice["headline"]["citation"]["section"]


def _next(advice: Plain, expected: Any, document: str) -> Any:
    return [{route["id"]: route["choice"]} for route in advice["next"]]


def _outside(advice: Plain, expected: Any, document: str) -> Any:
    return [route["id"] for route in advice["next"] if route["kind"] == "outside"]


def _ids(name: str) -> Callable[[Plain, Any, str], Any]:
    return lambda advice, expected, document: [one["id"] for one in advice[name]]


def _deadlines(advice: Plain, expected: Any, document: str) -> Any:
    """Give of each limit the fields that the example names; of any more limits, those that tell them apart."""
    asked = [tuple(limit) for limit in expected] + [("stage", "for", "amount", "unit")] * len(advice["deadlines"])
    return [{name: limit[name] for name in names} for names, limit in zip(asked, advice["deadlines"], strict=False)]


def _gaps(advice: Plain, expected: Any, document: str) -> Any:
    return [{gap["kind"]: gap["citation"]["section"]} for gap in advice["gaps"]]


def _sections(advice: Plain, expected: Any, document: str) -> Any:
    stated = [advice["headline"], *(said for name in RESTING for said in advice[name])]
    return sorted({said["citation"]["section"] for said in stated if said["citation"]["document"] == document})


def _said(advice: Plain, expected: Any, document: str) -> Any:
    """Give the sections that the fields which the example names rest on, one for each thing that is said, in order."""
    of_each = {name: [one.get("for_whom", one)["citation"] for one in advice[name]] for name in expected}
    return {name: [cite["section"] for cite in cites if cite["document"] == document] for name, cites in of_each.items()}


ANSWERS: dict[str, Callable[[Plain, Any, str], Any]] = {
    "headline": _headline,
    "next": _next,
    "outside": _outside,
    "contacts": _ids("contacts"),
    "deadlines": _deadlines,
    "forms": _ids("forms"),
    "gaps": _gaps,
    "sections": _sections,
    "said": _said,
}


def _say(value: Any) -> str:
    """Write a value as it would stand in the YAML of a worked example."""
    if isinstance(value, dict):
        return "{" + ", ".join(f"{name}: {_say(one)}" for name, one in value.items()) + "}"
    if isinstance(value, list):
        return "[" + ", ".join(_say(one) for one in value) + "]"
    if isinstance(value, str) and value.isdigit():
        return f'"{value}"'
    return "null" if value is None else str(value)


def _differ(expected: Any, answered: Any) -> str:
    """Say what was expected and what is answered; of two long lists, only what one of them has."""
    if isinstance(expected, list):
        missing = [one for one in expected if one not in answered]
        extra = [one for one in answered if one not in expected]
        expected, answered = (missing, extra) if missing or extra else (expected, answered)
    return f"expected {_say(expected)}, answered {_say(answered)}."
