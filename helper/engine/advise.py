"""Answer a case: an Advice as plain data, in the shape of `schemas/advice.schema.json`. Pure, and total over every Case."""

from collections.abc import Iterable
from typing import Any

from helper.engine.case import Case
from helper.engine.model import Model
from helper.engine.parts import PARTS
from helper.engine.statements import Plain

ORDER = (
    "headline",
    "safety",
    "next",
    "who",
    "contacts",
    "deadlines",
    "forms",
    "record",
    "inform",
    "notes",
    "gaps",
    "cautions",
)
ONE = "headline"  # the only field that is one statement and not a list


def advise(model: Model, case: Case) -> Plain:
    """Join the parts of the Advice for a case; `headline` is one statement, every other field a list that says nothing twice."""
    return {name: field_of(name, model, case) for name in ORDER}


def field_of(name: str, model: Model, case: Case) -> Any:
    """Give one field of the Advice: what its parts say, one after the other, nothing twice."""
    said = joined(part.answer(model, case) for part in PARTS if part.field == name)
    return said[0] if name == ONE else said


def joined(lists: Iterable[list[Plain]]) -> list[Plain]:
    """Join what the parts of a field say, of what is said twice only the first."""
    said: list[Plain] = []
    for plain in (plain for one in lists for plain in one):
        if not any(_same(plain, known) for known in said):
            said.append(plain)
    return said


def _same(one: Plain, other: Plain) -> bool:
    """Tell whether two entries are one: a contact is the same whoever uses it, anything else only in every word."""
    return one == other or ("for_whom" in one and one["id"] == other["id"])
