"""Answer a case: an Advice as plain data, in the shape of `schemas/advice.schema.json`. Pure, and total over every Case."""

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


def advise(model: Model, case: Case) -> Plain:
    """Join the parts of the Advice for a case; `headline` is one statement, every other field a list that says nothing twice."""
    fields: dict[str, list[Plain]] = {name: [] for name in ORDER}
    for part in PARTS:
        for plain in part.answer(model, case):
            if not any(_same(plain, known) for known in fields[part.field]):
                fields[part.field].append(plain)
    return {name: found[0] if name == "headline" else found for name, found in fields.items()}


def _same(one: Plain, other: Plain) -> bool:
    """Tell whether two entries are one: a contact is the same whoever uses it, anything else only in every word."""
    return one == other or ("for_whom" in one and one["id"] == other["id"])
