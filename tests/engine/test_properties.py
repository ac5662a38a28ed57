"""What holds for every case of every partnership, tried on a seeded share of them that has each value of each field."""

import json
import sys
from collections.abc import Iterator
from dataclasses import fields, replace
from functools import cache
from itertools import pairwise, product
from random import Random
from typing import Any

import pytest

from helper.engine.advise import advise
from helper.engine.case import Case, choices, read_case
from helper.engine.model import START, URGENCIES
from helper.engine.parts import PARTS, Part
from helper.publish.read import Partnership
from helper.publish.shape import validator
from tests.partnerships import every_partnership

# Fewer where Python runs as in the browser (tests/runtime), and slower; every way is drawn there too.
SHARE = 600 if sys.platform == "emscripten" else 800
STARTS = (None, "2026-04-02", "2026-12-23T16:30", "2026-03-28", "2026-01-31T09:00", "2011-01-01", "2028-12-27")
EVERY = {partnership.id: partnership for partnership in every_partnership()}
each_partnership = pytest.mark.parametrize("partnership", EVERY.values(), ids=EVERY)
Plain = dict[str, Any]


def every_case(partnership: Partnership) -> Iterator[Case]:
    """Give every case but for its people and its date, which are too many; `draw_cases` adds them."""
    known = choices(partnership.model)
    areas, situations = (None, *known["area"]), (None, *known["situation"])
    for stage, resolved, urgency, side, area, situation in product(
        known["stage"], (False, True), URGENCIES, known["side"], areas, situations
    ):
        if not (resolved and stage == START):
            yield Case(partnership.id, stage, urgency, resolved, side, area, situation)  # type: ignore[arg-type]


@cache
def draw_cases(name: str) -> tuple[Case, ...]:
    """Draw cases of every way, each several times with other people and another date."""
    partnership, draw = EVERY[name], Random(name)
    known = choices(partnership.model)
    ways = list(every_case(partnership))
    people = [(you, them) for you in (None, *known["you"]) for them in (None, *known["them"])]
    draw.shuffle(people)
    rounds = max(1, SHARE // len(ways)) * len(ways)
    return tuple(
        replace(ways[number % len(ways)], you=you, them=them, since=draw.choice(STARTS))
        for number, (you, them) in enumerate(people[number % len(people)] for number in range(rounds))
    )


@cache
def answers(name: str) -> tuple[tuple[Case, Plain], ...]:
    """Answer the cases that are drawn."""
    return tuple((case, advise(EVERY[name].model, case)) for case in draw_cases(name))


def statements(plain: Any) -> Iterator[Plain]:
    """Give every statement of an answer, wherever it stands."""
    if isinstance(plain, dict):
        if "text" in plain and "days" not in plain:
            yield plain
        for value in plain.values():
            yield from statements(value)
    elif isinstance(plain, list):
        for value in plain:
            yield from statements(value)


@each_partnership
def test_the_share_has_every_value_of_every_field(partnership: Partnership) -> None:
    cases = draw_cases(partnership.id)
    for name, known in choices(partnership.model).items():
        assert {getattr(case, name) for case in cases} - {None} == set(known)


@each_partnership
def test_every_case_drawn_can_be_read_from_plain_data(partnership: Partnership) -> None:
    for case in draw_cases(partnership.id)[::50]:
        assert read_case(partnership.model, vars(case)) == case


@each_partnership
def test_there_is_someone_to_contact_or_a_gap_is_named(partnership: Partnership) -> None:
    for case, advice in answers(partnership.id):
        assert advice["contacts"] or advice["gaps"], case
        assert any("line manager" in said["text"] for said in advice["notes"]), case


@each_partnership
def test_there_is_somebody_of_the_other_agency_or_a_gap_says_that_nobody_is_listed(partnership: Partnership) -> None:
    model = partnership.model
    seeking = {stage.id for stage in model.procedure.stages if stage.reach.whose == "counterpart"}
    office = {model.contacts.office.id} if model.contacts.office else set()
    for case, advice in answers(partnership.id):
        if case.them and {route["id"] for route in advice["next"]} & seeking:
            others = {contact["id"] for contact in advice["contacts"]} - office
            said = any(gap["citation"]["section"] == model.contacts.unlisted.section for gap in advice["gaps"])
            assert others or said, case


@each_partnership
def test_every_statement_cites_a_section_that_there_is(partnership: Partnership) -> None:
    document, general = partnership.model.procedure.document, partnership.model.general
    ours = {value.section for value in vars(general).values() if hasattr(value, "section")}
    known = {(document.id, section.id) for section in document.sections} | {(general.document, name) for name in ours}
    for case, advice in answers(partnership.id):
        for said in statements(advice):
            citation = said["citation"]
            assert said["text"].strip(), case
            assert (citation["document"], citation["section"]) in known or citation["section"] == "outside", (case, said)
            if citation["document"] == general.document:
                assert said["basis"] == "general", (case, said)


@each_partnership
def test_every_answer_has_the_shape_that_the_schema_describes(partnership: Partnership) -> None:
    checked: set[str] = set()
    for case, advice in answers(partnership.id):
        shape = json.dumps(advice, sort_keys=True)
        if shape not in checked and len(checked) < 300:
            checked.add(shape)
            assert list(validator("advice").iter_errors(advice)) == [], case


@each_partnership
def test_urgency_is_never_slower(partnership: Partnership) -> None:
    order = [stage.id for stage in partnership.model.procedure.stages]
    for case in draw_cases(partnership.id)[::4]:
        by_urgency = [advise(partnership.model, replace(case, urgency=urgency)) for urgency in URGENCIES]
        for less, more in pairwise(by_urgency):
            ids = [{route["id"] for route in advice["next"]} for advice in (less, more)]
            highest = [max((order.index(name) for name in offered if name in order), default=-1) for offered in ids]
            assert highest[1] >= highest[0], case
            outside = {route["id"] for route in less["next"] if route["kind"] == "outside"}
            assert outside <= ids[1], case
            assert not later_limits(less, more, ids[1] | {case.stage}), case


def later_limits(less: Plain, more: Plain, places: set[str]) -> list[str]:
    """Name the acts that a more urgent case is given longer for, or no limit at all."""
    found = []
    for act, slow in tightest(less).items():
        fast = tightest(more).get(act)
        if act[0] in places and (fast is None or fast > slow):
            found.append(f"{act}: {slow} became {fast}")
    return found


def tightest(advice: Plain) -> dict[tuple[str, str], float]:
    """Give the shortest limit for each act, in hours at least; one without a number is the longest."""
    hours = {"straight_away": 0, "same_working_day": 8, "hour": 1, "working_day": 24, "day": 24, "week": 168, "month": 672}
    acts: dict[tuple[str, str], float] = {}
    for limit in advice["deadlines"]:
        mine = float(hours[limit["unit"]] * (limit["amount"] or 1) if limit["unit"] else "inf")
        act = (limit["stage"], limit["for"])
        acts[act] = min(acts.get(act, mine), mine)
    return acts


@each_partnership
def test_a_more_urgent_limit_is_never_due_later(partnership: Partnership) -> None:
    for case in draw_cases(partnership.id)[::4]:
        timed = replace(case, since="2026-04-02T10:00")
        by_urgency = [advise(partnership.model, replace(timed, urgency=urgency)) for urgency in URGENCIES]
        for less, more in pairwise(by_urgency):
            for act, due in last_moments(less).items():
                assert act not in last_moments(more) or last_moments(more)[act] <= due, timed


def last_moments(advice: Plain) -> dict[tuple[str, str], str]:
    """Give the earliest due moment for each act; a day that ends a limit lasts until midnight."""
    found: dict[tuple[str, str], str] = {}
    for limit in advice["deadlines"]:
        if limit["due"]:
            moment = limit["due"] if "T" in limit["due"] else f"{limit['due']}T24:00"
            act = (limit["stage"], limit["for"])
            found[act] = min(found.get(act, moment), moment)
    return found


@each_partnership
def test_no_last_day_comes_before_the_start(partnership: Partnership) -> None:
    for case, advice in answers(partnership.id):
        for limit in advice["deadlines"]:
            assert limit["due"] is None or (case.since and limit["due"] >= case.since[: len(limit["due"])]), case
            assert (limit["counting"] is None) == (case.since is None), case
            assert limit["due"] is None or limit["counting"]["text"], case


@each_partnership
def test_no_stage_follows_the_last_one_or_a_resolution(partnership: Partnership) -> None:
    last = partnership.model.procedure.stages[-1].id
    for case, advice in answers(partnership.id):
        stages = [route for route in advice["next"] if route["kind"] == "stage"]
        assert bool(stages) == (case.stage != last and not case.resolved), case


@each_partnership
def test_a_danger_is_always_answered_first(partnership: Partnership) -> None:
    """Where the document has no place to report it, the emergency number is the one thing to do."""
    rules = partnership.model.procedure.urgency.up_to("immediate")
    reported = any(rule.protection for rule in rules)
    for case, advice in answers(partnership.id):
        if case.urgency == "immediate" and reported:
            assert (advice["next"][0]["kind"], advice["next"][0]["choice"]) == ("outside", "must"), case
        elif case.urgency == "immediate":
            assert advice["headline"]["text"] == partnership.model.general.emergency.text, case


@each_partnership
def test_no_contact_form_or_next_step_stands_twice(partnership: Partnership) -> None:
    for case, advice in answers(partnership.id):
        for name in ("contacts", "forms", "next"):
            ids = [one["id"] for one in advice[name]]
            assert len(ids) == len(set(ids)), (case, name)


@each_partnership
def test_no_brace_is_left_in_any_text(partnership: Partnership) -> None:
    for case, advice in answers(partnership.id):
        assert not any("{" in said["text"] for said in statements(advice)), case


@each_partnership
def test_nothing_of_one_partnership_stands_in_anothers_answer(partnership: Partnership) -> None:
    theirs = [set(words_of(other)) for name, other in EVERY.items() if name != partnership.id]
    own = json.dumps(partnership.plain, ensure_ascii=False)
    foreign = {words for words in set().union(*theirs) if words not in own}
    assert len(foreign) > 50
    for case, advice in answers(partnership.id)[::5]:
        said = json.dumps(advice, ensure_ascii=False)
        assert not [words for words in foreign if words in said], case


def words_of(partnership: Partnership) -> Iterator[str]:
    """Give the names, numbers and addresses that only this partnership's answers may hold."""
    model = partnership.model
    yield from (model.procedure.document.id, model.procedure.document.title, model.procedure.partnership)
    rows = [*model.contacts.services, *([model.contacts.office] if model.contacts.office else [])]
    for contact in (contact for row in rows for contact in (row, *row.people)):
        yield from (*(tel.number for tel in contact.tel), *contact.email, *contact.copy_to)
        yield from (contact.name,) if len(contact.name.split()) > 2 else ()


@each_partnership
def test_a_part_answers_alike_wherever_the_fields_it_declares_are_alike(partnership: Partnership) -> None:
    cases = draw_cases(partnership.id)
    for part in PARTS:
        undeclared = [field.name for field in fields(Case) if field.name not in part.reads]
        for case, other in zip(cases[::9], cases[4::9], strict=False):
            changed = replace(case, **{name: getattr(other, name) for name in undeclared})
            assert part.work(partnership.model, changed) == part.answer(partnership.model, case), (part.field, case)


def test_a_part_that_reads_a_field_it_does_not_declare_fails() -> None:
    name, partnership = next(iter(EVERY.items()))
    part = Part("notes", ("stage",), lambda model, case: [{"you": case.you}])
    with pytest.raises(AttributeError):
        part.answer(partnership.model, Case(name, START, "routine"))


def test_every_part_declares_fields_that_a_case_has() -> None:
    known = {field.name for field in fields(Case)}
    assert all(set(part.reads) <= known for part in PARTS)
