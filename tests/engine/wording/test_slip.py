"""The slip for the case record: all that the procedure has recorded and told, each with its section; the rest marked as ours."""

import re

import pytest

from helper.engine.advise import advise
from helper.engine.case import Case, read_case
from helper.engine.model import START, Model
from helper.engine.wording.slip import OURS, slip_text
from tests.drawn import STARTS, draw
from tests.partnerships import every_partnership

EVERY = {partnership.id: partnership.model for partnership in every_partnership()}
each = pytest.mark.parametrize("model", EVERY.values(), ids=EVERY)


def slip_of(model: Model, case: Case) -> str:
    advice = advise(model, case)
    return slip_text(model, case, advice["record"], advice["inform"], advice["next"])


@each
def test_holds_every_statement_on_records_and_on_whom_to_tell_with_its_section(model: Model) -> None:
    names = {section.id: section.short or section.title for section in model.procedure.document.sections}
    for case in (read_case(model, plain) for plain in draw(model, 200)):
        slip, advice = slip_of(model, case), advise(model, case)
        for said in (*advice["record"], *advice["inform"]):
            assert f"{said['text']} [{names[said['citation']['section']]}" in slip


@each
def test_every_line_is_a_heading_a_fact_of_the_case_cited_or_marked_as_ours(model: Model) -> None:
    facts = ("Procedure: ", "Version: ", "Date and time of this entry: [ ]", "Last stage begun: ", "Our side: ", "Next step: ")
    heads = ("RECORD OF A PROFESSIONAL DISAGREEMENT", "What the procedure asks to be recorded:", "Who is told:")
    for case in (read_case(model, plain) for plain in draw(model, 100)):
        for line in slip_of(model, case).splitlines():
            cited = re.fullmatch(r"- .+ \[[^\]]+\] Done: \[ \]", line)
            assert not line or line in heads or line.startswith(facts) or line.endswith(OURS) or cited, line


@each
def test_names_procedure_version_stage_and_what_comes_next(model: Model) -> None:
    document = model.procedure.document
    for stage in model.procedure.stages:
        slip = slip_of(model, Case(model.procedure.id, stage.id, "routine"))
        assert f"Procedure: {document.title}, {model.procedure.partnership}\n" in slip
        assert all(f"{date.what}: {date.printed}" in slip for date in document.dates)
        assert ("no date is printed on it" in slip) == (not document.dates)
        assert f"Last stage begun: {stage.label}, {stage.title}, not settled\n" in slip
        onward = model.procedure.stage(stage.onward.to) if stage.onward else None
        expected = f"{onward.label}, {onward.title}" if onward else "the document names no further stage"
        assert f"Next step: {expected}\n" in slip


@each
def test_before_the_first_stage_it_says_so_and_once_settled_it_asks_for_no_next_step(model: Model) -> None:
    assert "Last stage begun: Nothing was tried yet\n" in slip_of(model, Case(model.procedure.id, START, "routine"))
    stage = model.procedure.stages[0]
    settled = slip_of(model, Case(model.procedure.id, stage.id, "routine", True))
    assert f"{stage.title}, settled\n" in settled
    assert "Next step: none, it is settled\n" in settled


@each
def test_leaves_every_date_to_the_reader(model: Model) -> None:
    for plain in draw(model, 100, STARTS):
        without = {name: value for name, value in plain.items() if name != "since"}
        assert slip_of(model, read_case(model, plain)) == slip_of(model, read_case(model, without))


def test_says_what_is_our_reading_and_what_is_not_from_the_document() -> None:
    model = EVERY["salford"]
    document = model.procedure.document
    here = {"document": document.id, "section": document.sections[0].id}
    elsewhere = {"document": "our general advice", "section": None}
    said = [
        {"text": "Note it.", "citation": where, "basis": basis} for where in (here, elsewhere) for basis in ("stated", "inferred")
    ]
    slip = slip_text(model, Case("salford", START, "routine"), said, [], [])
    name = document.name_section(here["section"])
    places = re.findall(r"^- Note it\. \[(.*)\] Done: \[ \]$", slip, re.MULTILINE)
    ours = "not from the document: our general advice"
    assert places == [name, f"{name}; our reading", ours, ours]
