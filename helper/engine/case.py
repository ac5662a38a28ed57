"""What the reader answered: a Case, or the problem with one of its values."""

from dataclasses import dataclass, fields
from difflib import get_close_matches
from typing import Any

from helper.engine.model import SIDES, START, URGENCIES, Model, Side, Urgency
from helper.engine.workdays import read_start


@dataclass(frozen=True)
class Case:
    """The reader's answers, by id; `since` is YYYY-MM-DD or YYYY-MM-DDTHH:MM, Europe/London."""

    partnership: str
    stage: str
    urgency: Urgency
    resolved: bool = False
    side: Side = "raising"
    area: str | None = None
    situation: str | None = None
    you: str | None = None
    them: str | None = None
    since: str | None = None


@dataclass(frozen=True)
class CaseProblem(Exception):
    """A value that no case can have, with the ids nearest to it and a sentence for the reader."""

    field: str
    value: Any
    nearest: tuple[str, ...]
    sentence: str

    def plain(self) -> dict[str, Any]:
        """Give the problem as plain data."""
        return {"problem": {"field": self.field, "value": self.value, "nearest": list(self.nearest)}}


WORDS = {"you": "agency (you)", "them": "agency or contact (them)"}


def unknown(field: str, value: Any, known: tuple[str, ...]) -> CaseProblem:
    """Say that a field has a value that is none of the known ids, and which come nearest."""
    nearest = tuple(get_close_matches(str(value), known, n=3, cutoff=0.5)) if isinstance(value, str) else ()
    word = WORDS.get(field, field)
    if value is None:
        return CaseProblem(field, None, known[:10], f"The {word} is missing. It is one of: {', '.join(known[:10])}.")
    hint = f" Did you mean {' or '.join(nearest)}?" if nearest else f" It is one of: {', '.join(known[:10])}." if known else ""
    return CaseProblem(field, value, nearest, f"There is no {word} called {str(value)!r}.{hint}")


def choices(model: Model) -> dict[str, tuple[str, ...]]:
    """Give the ids that each field of a case may have for this partnership."""
    procedure = model.procedure
    agencies = tuple(agency.id for agency in model.agencies)
    serving = tuple(name for name, row in model.everyone().items() if row.agencies)
    return {
        "partnership": (procedure.id,),
        "stage": (START, *(stage.id for stage in procedure.stages)),
        "urgency": URGENCIES,
        "side": SIDES,
        "area": tuple(area.id for area in procedure.areas),
        "situation": tuple(route.id for route in procedure.side_routes),
        "you": agencies,
        "them": (*agencies, *serving),
    }


OPTIONAL = ("area", "situation", "you", "them")


def read_case(model: Model, plain: dict[str, Any]) -> Case:
    """Build a Case from plain data; raise a CaseProblem for the first value that no case can have."""
    answers = {name: value for name, value in plain.items() if value not in (None, "")}
    names = tuple(field.name for field in fields(Case))
    for name in answers:
        if name not in names:
            raise unknown("field", name, names)
    for name, known in choices(model).items():
        if name in (*OPTIONAL, "side") and name not in answers:
            continue
        if answers.get(name) not in known:
            raise unknown(name, answers.get(name), known)
    _check_resolved(answers)
    _check_since(answers.get("since"))
    return Case(**answers)


def _check_resolved(answers: dict[str, Any]) -> None:
    resolved = answers.get("resolved", False)
    if not isinstance(resolved, bool):
        raise CaseProblem("resolved", resolved, (), f"Whether it was resolved is true or false, not {resolved!r}.")
    if resolved and answers["stage"] == START:
        raise CaseProblem(
            "resolved",
            True,
            (),
            "Nothing can have been resolved before anything was tried: name the stage that resolved it.",
        )


def _check_since(since: Any) -> None:
    if since is None:
        return
    if not isinstance(since, str) or read_start(since) is None:
        raise CaseProblem("since", since, (), f"{since!r} is no date. Write YYYY-MM-DD or YYYY-MM-DDTHH:MM.")
