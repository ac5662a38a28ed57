"""What holds for every case of every partnership, tried on all of them: the whole product of the fields, but for the date.

A part answers alike wherever its declared fields are alike (the seeded tests prove it), so each part is worked out, and its
statements are held against the partnership's own data, once for each value of these; what holds between parts is asked of
every case.
"""

from collections.abc import Iterator
from dataclasses import replace
from itertools import pairwise, product

import pytest

from helper.engine.case import Case, choices
from helper.engine.model import START, URGENCIES
from helper.engine.parts import PARTS
from helper.engine.statements import Plain
from helper.publish.read import Partnership
from tests.engine.test_properties import later_limits, statements
from tests.partnerships import every_partnership

EVERY = {partnership.id: partnership for partnership in every_partnership()}


class Answers:
    """The parts of every answer of one partnership, each worked out once for each value of the fields it declares."""

    def __init__(self, partnership: Partnership) -> None:
        self.model = partnership.model
        self.known: list[dict[tuple[object, ...], list[Plain]]] = [{} for _ in PARTS]

    def parts(self, case: Case) -> Iterator[tuple[str, list[Plain]]]:
        for part, known in zip(PARTS, self.known, strict=True):
            value = tuple(getattr(case, name) for name in part.reads)
            if value not in known:
                known[value] = part.answer(self.model, case)
            yield part.field, known[value]

    def joined(self, case: Case) -> Plain:
        fields: Plain = {}
        for name, found in self.parts(case):
            fields.setdefault(name, []).extend(found)
        return fields


def every_case(partnership: Partnership) -> Iterator[Case]:
    known = choices(partnership.model)
    optional = ((None, *known[name]) for name in ("area", "situation", "you", "them"))
    for stage, resolved, urgency, side, *rest in product(known["stage"], (False, True), URGENCIES, known["side"], *optional):
        if not (resolved and stage == START):
            yield Case(partnership.id, stage, urgency, resolved, side, *rest)  # type: ignore[arg-type]


def texts_of(plain: object) -> Iterator[str]:
    """Give every text that stands in a partnership's own data."""
    if isinstance(plain, str):
        yield plain
    elif isinstance(plain, dict | list):
        for one in plain.values() if isinstance(plain, dict) else plain:
            yield from texts_of(one)


def is_own(text: str, own: set[str], unlisted: str) -> bool:
    """Tell whether a text is the partnership's own: as it stands in the data, with a name filled in, or one for each stage."""
    before, _, after = unlisted.partition("{agency}")
    filled = text.startswith(before) and text.endswith(after)
    joined = ": " in text and sum(len(one) for one in own if one in text and len(one) > 20) > len(text) / 2
    return text in own or filled or joined


@pytest.mark.parametrize("partnership", EVERY.values(), ids=EVERY)
def test_every_case(partnership: Partnership) -> None:
    model, answers = partnership.model, Answers(partnership)
    last, count = model.procedure.stages[-1].id, 0
    for case in every_case(partnership):
        count += 1
        fields = answers.joined(case)
        stages = [route for route in fields["next"] if route["kind"] == "stage"]
        assert len(fields["headline"]) == 1, case
        assert fields["contacts"] or fields["gaps"], case
        assert bool(stages) == (case.stage != last and not case.resolved), case
    assert count > 1000
    print(f"{partnership.id}: {count} cases")  # noqa: T201  how many, for whoever reads the log


@pytest.mark.parametrize("partnership", EVERY.values(), ids=EVERY)
def test_every_statement_of_every_case_is_the_partnerships_own(partnership: Partnership) -> None:
    model, answers = partnership.model, Answers(partnership)
    own = set(texts_of(partnership.plain))
    for case in every_case(partnership):
        for _ in answers.parts(case):
            pass
    for known in answers.known:
        for found in known.values():
            for said in statements(found):
                assert is_own(said["text"], own, model.contacts.unlisted.text), said


@pytest.mark.parametrize("partnership", EVERY.values(), ids=EVERY)
def test_urgency_is_never_slower_in_any_case(partnership: Partnership) -> None:
    """Neither what comes next nor a limit depends on the other agency, so one of these stands for all."""
    answers, order = Answers(partnership), [stage.id for stage in partnership.model.procedure.stages]
    for case in every_case(partnership):
        if case.urgency != URGENCIES[0] or case.them:
            continue
        by_urgency = [answers.joined(replace(case, urgency=urgency)) for urgency in URGENCIES]
        for less, more in pairwise(by_urgency):
            ids = [[route["id"] for route in fields["next"]] for fields in (less, more)]
            highest = [max((order.index(name) for name in offered if name in order), default=-1) for offered in ids]
            assert highest[1] >= highest[0], case
            assert {route["id"] for route in less["next"] if route["kind"] == "outside"} <= set(ids[1]), case
            assert not later_limits(less, more, {*ids[1], case.stage}), case
