"""Words to use: every stage has them for both sides, what is asked for is cited, and what is copied is what is shown."""

import html
import re

import pytest

from helper.engine.advise import advise
from helper.engine.case import Case, read_case
from helper.engine.html import join
from helper.engine.model import SIDES, START, URGENCIES, Frame, Model, Use
from helper.engine.render import render
from helper.engine.view import Asked
from helper.engine.wording.challenged import challenged
from helper.engine.wording.opening import compose, show_uses, words
from tests.drawn import draw
from tests.partnerships import every_partnership

EVERY = {partnership.id: partnership.model for partnership in every_partnership()}
each = pytest.mark.parametrize("model", EVERY.values(), ids=EVERY)
FRAMES = next(iter(EVERY.values())).frames
each_frame = pytest.mark.parametrize("frame", FRAMES, ids=[frame.id for frame in FRAMES])
COPIES = re.compile(r'<div class="eg-copy" data-copy>(.*?)</div><button type="button" [^>]*data-copy-button hidden>')


def asked(model: Model, case: Case) -> Asked:
    return Asked(model, case, advise(model, case), "")


def copies(markup: str) -> list[str]:
    """Give the texts that a reader would copy, as the page reads them out of the markup."""
    return [html.unescape(text) for text in COPIES.findall(markup)]


def uses_of(model: Model) -> list[Use]:
    both = [use for stage in model.wording.stages for side in SIDES for use in getattr(stage, side)]
    return [*both, *model.wording.settled]


@each
def test_every_stage_has_words_for_both_sides_in_the_order_of_the_ladder(model: Model) -> None:
    assert [words.stage for words in model.wording.stages] == [stage.id for stage in model.procedure.stages]
    assert all(getattr(stage, side) for stage in model.wording.stages for side in SIDES)
    assert model.wording.settled


@each
def test_what_is_said_to_be_asked_for_cites_a_section_of_the_document(model: Model) -> None:
    sections = {section.id for section in model.procedure.document.sections}
    said = [point for use in uses_of(model) for point in use.points]
    said_of_ways = [*model.wording.how, *model.wording.challenged, *(how for stage in model.wording.stages for how in stage.how)]
    assert {one.section for one in (*said, *said_of_ways)} <= sections
    assert {one.basis for one in (*said, *said_of_ways)} <= {"stated", "inferred"}


@each_frame
def test_a_frame_is_whole(frame: Frame) -> None:
    """A call says who rings, asks for the right person, a good time and says what it is about; a mail can be sent as it is."""
    assert all(part for way in (frame.talk, frame.call, frame.email) for part in (way.begin, way.end))
    assert frame.email.subject
    assert not frame.talk.subject
    assert not frame.call.subject
    assert re.search(r"\[(your )?name\]", frame.call.begin)
    assert re.search(r"(Can you talk now|Do you have five minutes).*overhear\?", frame.call.begin)
    assert "It is about a child's safety." in frame.call.begin
    assert frame.email.begin.startswith("Dear [")
    assert re.search(r"\[[^\]]*name[^\]]*\]$", frame.email.end)


@each_frame
def test_a_subject_line_has_no_place_for_a_child(frame: Frame) -> None:
    assert set(re.findall(r"\[(.*?)\]", str(frame.email.subject))) <= {"day", "date"}


@each
def test_every_place_to_complete_is_closed_and_no_brace_is_left(model: Model) -> None:
    for text in copies(show_uses(model, None, tuple(uses_of(model)), "")):
        assert not re.search(r"\[[^\]]*(\[|$)", text), text
        assert not re.search(r"[{}]", text), text


@each
def test_a_copied_text_has_its_lines_and_every_point(model: Model) -> None:
    for use in uses_of(model):
        frame = model.frame(use.frame)
        ours = frame.points if use.with_ours or use.ours_first or not use.points else ()
        says = [point.say for point in ((*ours, *use.points) if use.ours_first else (*use.points, *ours))]
        expected = [compose(way, says) for way in (frame.talk, frame.call, frame.email)]
        shown = show_uses(model, None, (use,), "")
        assert copies(shown) == expected
        assert "\n" not in shown
        assert all(html.escape(point.text, quote=True) in shown for point in use.points)


@each
def test_nothing_of_the_words_is_open_at_first(model: Model) -> None:
    stage = model.procedure.stages[0].id
    shown = join(words(asked(model, Case(model.procedure.id, stage, "routine"))))
    assert "<details" in shown
    assert not re.search(r"<details[^>]* open", shown)
    assert model.general.words.text in html.unescape(shown)


@each
def test_an_e_mail_never_stands_without_the_warning_to_send_it_securely(model: Model) -> None:
    shown = show_uses(model, None, model.wording.settled, "")
    for folded in shown.split("</details>"):
        assert ("Subject: " in folded) == (html.escape(model.general.secure.text) in folded)


@each
def test_the_challenged_side_has_first_steps_until_it_is_settled_and_the_other_side_none(model: Model) -> None:
    stage = model.procedure.stages[0].id
    shown = html.unescape(join(challenged(asked(model, Case(model.procedure.id, stage, "routine", side="challenged")))))
    assert all(step.text in shown for step in model.general.challenged)
    assert all(said.text in shown for said in model.wording.challenged)
    assert "ours, not the procedure's" in shown
    for other in (Case(model.procedure.id, stage, "routine"), Case(model.procedure.id, stage, "routine", True, "challenged")):
        assert join(challenged(asked(model, other))) == ""


@each
def test_who_is_challenged_finds_the_words_for_answering_at_the_stage_that_has_begun(model: Model) -> None:
    for stage in model.wording.stages:
        shown = join(words(asked(model, Case(model.procedure.id, stage.stage, "routine", side="challenged"))))
        assert all(show_uses(model, None, (use,), "") in shown for use in stage.challenged)


@each
def test_words_are_for_what_comes_next_and_once_it_is_settled_for_confirming_it(model: Model) -> None:
    first, *_ = model.wording.stages
    begin = join(words(asked(model, Case(model.procedure.id, START, "routine"))))
    assert all(show_uses(model, None, (use,), "") in begin for use in first.raising)
    case = Case(model.procedure.id, first.stage, "routine", True)
    assert show_uses(model, case, model.wording.settled, "") in join(words(asked(model, case)))


@each
def test_words_stand_in_every_drawn_answer(model: Model) -> None:
    for plain in draw(model, 300):
        case = read_case(model, plain)
        shown = render(model, case, advise(model, case))
        assert len(copies(shown)) >= 4, plain
        assert ("answer-challenged" in shown) == (case.side == "challenged" and not case.resolved)
        assert ("answer-no-answer" in shown) == (not case.resolved)


@each
def test_a_way_of_speaking_that_is_for_urgent_cases_stands_in_those_alone(model: Model) -> None:
    urgent = [how for how in model.wording.how if how.when.urgency]
    for how in urgent:
        for urgency in URGENCIES:
            case = Case(model.procedure.id, START, urgency, side=how.when.side[0] if how.when.side else "raising")  # type: ignore[arg-type]
            assert (html.escape(how.text) in join(words(asked(model, case)))) == (urgency in how.when.urgency)
