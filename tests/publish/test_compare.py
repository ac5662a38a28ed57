"""Procedures side by side: every partnership has a cell for every topic, equal keys are equal facts, and everything is cited."""

import re
from collections import defaultdict
from collections.abc import Callable
from dataclasses import replace
from functools import cache
from itertools import combinations
from typing import Any

import pytest

from helper.engine.model import URGENCIES, Gap, Limit, Model, UrgencyRule
from helper.publish.compare.limits import PURPOSES, limit_cell
from helper.publish.compare.page import ALL_TOPICS, WHOLE, rows
from helper.publish.compare.scale import Rung, ladders
from helper.publish.compare.steps import TAKEN, handover
from helper.publish.compare.urgency import urgency_cell
from helper.publish.pages import site_pages
from helper.publish.search import plain_text
from helper.publish.site import Assets, Site
from tests.many import compare_html, many
from tests.partnerships import every_partnership

MODELS = {partnership.id: partnership.model for partnership in every_partnership()}
TRAFFORD, WIGAN, NORTHMERE = MODELS["trafford"], MODELS["wigan"], MODELS["northmere"]
TOPICS = {topic.id: topic for topic in ALL_TOPICS}
each_model = pytest.mark.parametrize("model", MODELS.values(), ids=MODELS)
CITED = re.compile(r'class="eg-cite"(?: href="([^"]+)")?')


@cache
def pages(*names: str) -> dict[str, str]:
    file = {"address": "assets/x", "size": 1, "sha256": "0"}
    assets = Assets(defaultdict(str), {"worker": file}, {name: {"table": file, "facts": file} for name in names})
    site = Site(tuple(MODELS[name] for name in names), "Thursday 26 November 2026", assets)
    return {page.path: page.html for page in site_pages(site)}


def words(html: str) -> str:
    return " ".join(plain_text(html).split())


def stage_with(model: Model, number: int, **changes: Any) -> Model:
    stages = list(model.procedure.stages)
    stages[number] = replace(stages[number], **changes)
    return replace(model, procedure=replace(model.procedure, stages=tuple(stages)))


def limit_with(model: Model, number: int, **changes: Any) -> Model:
    (limit,) = model.procedure.stages[number].limits
    return stage_with(model, number, limits=(replace(limit, **changes),))


def all_limits(model: Model) -> set[Limit]:
    procedure = model.procedure
    steps = (*procedure.stages, *procedure.urgency.up_to("immediate"), *procedure.side_routes)
    return {limit for step in (*steps, procedure.always, procedure.ending, procedure.settled) for limit in step.limits}


@each_model
def test_every_partnership_has_a_cell_that_says_something_for_each_topic(model: Model) -> None:
    for topic in ALL_TOPICS:
        cell = topic.cell(model)
        assert cell.short or cell.said, topic.id
        assert not (cell.silent and not cell.short), topic.id


@each_model
def test_every_statement_of_a_cell_cites_its_own_partnerships_document(model: Model) -> None:
    own = f"../{model.procedure.id}/sources/#section-"
    for topic in ALL_TOPICS:
        cell = topic.cell(model)
        assert cell.said or cell.silent, topic.id
        for said in cell.said:
            links = CITED.findall(said)
            assert links, (topic.id, said)
            assert all(link.startswith(own) or not link for link in links), (topic.id, said)


def test_two_cells_have_one_key_only_where_their_facts_are_the_same() -> None:
    for topic in ALL_TOPICS:
        cells = [topic.cell(model) for model in MODELS.values()]
        for one, other in combinations(cells, 2):
            assert (one.key == other.key) == (one.facts == other.facts), topic.id
            assert one.silent == other.silent or one.key != other.key, topic.id


@pytest.mark.parametrize(
    "changes",
    [
        {"amount": 9},
        {"unit": "day"},
        {"counted_from": "concern_arose"},
        {"purpose": "reply"},
        {"basis": "inferred"},
        {"counted_from": "other_event", "event": "the day it was sent"},
    ],
    ids=str,
)
def test_a_limit_that_is_another_gives_another_key(changes: dict[str, Any]) -> None:
    assert limit_cell(limit_with(TRAFFORD, 1, **changes), "resolve").key != limit_cell(TRAFFORD, "resolve").key


def test_limits_in_words_alone_are_left_to_the_reader_wherever_they_stand() -> None:
    salford, harrow = limit_cell(MODELS["salford"], "resolve"), limit_cell(MODELS["harrow"], "resolve")
    assert salford.short.startswith("No number of days in the text")
    assert harrow.key == salford.key != limit_cell(TRAFFORD, "resolve").key
    assert limit_cell(stage_with(TRAFFORD, 3, limits=()), "resolve").key != harrow.key != limit_cell(WIGAN, "reply").key


def test_a_limit_at_another_stage_gives_another_key() -> None:
    assert limit_cell(stage_with(TRAFFORD, 3, limits=()), "resolve").key != limit_cell(TRAFFORD, "resolve").key


def test_the_same_figures_in_other_words_give_the_same_key_and_leave_it_to_the_reader() -> None:
    reworded = limit_with(TRAFFORD, 1, text="Two weeks of work are the most for Stage 2.", section="flowchart")
    assert limit_cell(reworded, "resolve").key == limit_cell(TRAFFORD, "resolve").key
    assert "read each" in TOPICS["limit-resolve"].alike


@each_model
def test_a_limit_for_one_purpose_stands_under_no_other(model: Model) -> None:
    for limit in all_limits(model):
        under = [purpose for purpose in PURPOSES if limit.text in words("".join(limit_cell(model, purpose).said))]
        assert under == [limit.purpose], limit.text


@each_model
def test_where_a_purpose_has_no_limit_the_cell_says_the_gap(model: Model) -> None:
    used = {limit.purpose for limit in all_limits(model)}
    for purpose in PURPOSES:
        cell = limit_cell(model, purpose)
        assert cell.silent == (purpose not in used)
        assert not cell.silent or "in the text." in cell.short


def test_a_gap_that_what_we_do_not_hold_may_fill_differs_from_one_that_it_may_not() -> None:
    wigan, harrow = limit_cell(WIGAN, "reply"), limit_cell(MODELS["harrow"], "reply")
    assert wigan.silent
    assert "that we do not hold may say more" in wigan.short
    assert harrow.silent
    assert harrow.short == "No time limit to reply in the text."
    assert harrow.key != wigan.key


@each_model
@pytest.mark.parametrize("urgency", URGENCIES[1:])
def test_a_more_urgent_case_keeps_what_the_less_urgent_has(model: Model, urgency: str) -> None:
    rules = model.procedure.urgency.up_to(urgency)  # type: ignore[arg-type]
    cell = urgency_cell(model, urgency)  # type: ignore[arg-type]
    said = words("".join(cell.said))
    dangers = [rule.protection for rule in rules if rule.protection]
    assert not dangers or (dangers[-1].standing.text in said and dangers[-1].label in cell.short)
    for rule in rules:
        for one in (*rule.limits, *rule.who, *rule.notes):
            assert (one.text in said) == (not one.when.urgency or urgency in one.when.urgency), one.text


def test_no_rule_of_its_own_is_said_beside_the_less_urgent_rule_that_holds() -> None:
    salford = urgency_cell(MODELS["salford"], "significant_harm")
    assert salford.short == "No rule of its own for this in the text. May begin at Stage C"
    assert urgency_cell(WIGAN, "urgent").short.startswith("No rule of its own for this in the text.")
    assert urgency_cell(WIGAN, "immediate").short == "Child protection procedures: Report the concern on the same working day"


def test_a_fact_in_few_words_is_labelled_where_it_is_our_reading() -> None:
    assert urgency_cell(TRAFFORD, "urgent").short == "May begin at Stage 3 (our reading); May begin at Stage 4 (our reading)"
    assert limit_cell(MODELS["salford"], "report").short == "Straight away (our reading) (A child may be in danger now)"
    assert limit_cell(TRAFFORD, "resolve").short == "10 working days to resolve it (Stage 1, Stage 2, Stage 3, Stage 4)"
    inferred = limit_with(TRAFFORD, 0, basis="inferred")
    assert ladders((inferred,))[0].rungs[0].limits == ("10 working days to resolve it (our reading)",)


def test_nothing_is_called_a_rule_where_there_are_only_gaps() -> None:
    gap = Gap("It says nothing of it.", "1-1", kind="not_set")
    bare = replace(NORTHMERE.procedure.urgency, urgent=UrgencyRule(gaps=(gap,)))
    cell = urgency_cell(replace(NORTHMERE, procedure=replace(NORTHMERE.procedure, urgency=bare)), "urgent")
    assert cell.silent
    assert "It says nothing of it." in words("".join(cell.said))


def test_a_form_that_is_not_held_says_so() -> None:
    assert TOPICS["forms"].cell(MODELS["pan-cheshire"]).short.endswith("(not held here)")


@each_model
def test_the_partnership_comes_in_where_a_stage_needs_it_or_is_taken_by_it(model: Model) -> None:
    theirs = [stage for stage in model.procedure.stages if stage.reach.whose == "partnership" or stage.taken_by == "partnership"]
    cell = handover(model)
    place = model.procedure.stages.index(theirs[0]) + 1
    assert cell.short == f"From {theirs[0].label}, step {place} of {len(model.procedure.stages)}"
    assert len(cell.said) == len(theirs)
    assert "".join(cell.said).count(TAKEN) == sum(stage.taken_by == "partnership" for stage in theirs)


@each_model
def test_whoever_acts_at_a_stage_stands_under_its_name_alone(model: Model) -> None:
    said = [words(one) for one in TOPICS["who"].cell(model).said]
    for label, step in [("At every stage", model.procedure.always), *((stage.label, stage) for stage in model.procedure.stages)]:
        for one in step.who:
            assert any(label in shown.partition(". ")[0] and one.text in shown for shown in said), one.text
    assert not [one for one in said if "Nothing was tried yet" in one]


@each_model
def test_where_a_form_goes_stands_with_it(model: Model) -> None:
    said = words("".join(TOPICS["forms"].cell(model).said))
    assert [sent.text for form in model.forms for sent in form.send_to if sent.text not in said] == []


def test_three_months_to_report_on_a_panel_are_not_shown_as_time_to_report_a_danger() -> None:
    harrow = MODELS["harrow"]
    told = "3 months to report, counted from the day of the Panel meeting"
    assert limit_cell(harrow, "report").short.startswith(told)
    assert ladders((harrow,))[0].rungs[4].limits == (told,)


def test_a_ladder_that_never_comes_to_the_partnership_says_so() -> None:
    own = replace(NORTHMERE.procedure.stages[2].reach, whose="counterpart")
    assert handover(stage_with(NORTHMERE, 2, reach=own, taken_by="reader")).silent


def test_all_ladders_are_on_one_scale() -> None:
    drawn = {ladder.id: ladder for ladder in ladders(tuple(MODELS.values()))}
    assert len(drawn["harrow"].rungs) == 6
    assert {len(ladder.rungs) + ladder.free for ladder in drawn.values()} == {6}
    for name, ladder in drawn.items():
        stages = MODELS[name].procedure.stages
        assert [rung.label for rung in ladder.rungs] == [stage.label for stage in stages]
        assert [rung.is_timed for rung in ladder.rungs] == [any(limit.unit for limit in stage.limits) for stage in stages]
    assert ladders((TRAFFORD, WIGAN))[0].free == 0


def test_a_rung_says_its_limit_and_whom_it_is_for_or_that_there_is_none() -> None:
    trafford, northmere = ladders((TRAFFORD, NORTHMERE))
    assert trafford.rungs[0] == Rung("1", "Stage 1", "Practitioner – Practitioner", ("10 working days to resolve it",), True, "")
    assert "48 hours (2 working days) to resolve it (It cannot wait" in " ".join(northmere.rungs[0].limits)
    assert northmere.rungs[2].partnership == TAKEN
    assert ladders((WIGAN,))[0].rungs[0].limits == ("No time limit in the text",)


def test_the_page_has_every_cell_of_every_partnership_with_its_key_also_of_one_that_no_code_was_written_for() -> None:
    html = pages("trafford", "northmere")["compare/index.md"]
    for group in rows(ALL_TOPICS, (TRAFFORD, NORTHMERE)):
        for name, cell in group.cells.items():
            assert f'data-of="{name}" data-key="{cell.key}"' in html, (group.topic.id, name)
            for said in cell.said:
                assert said in html
    assert "Tier 3" in words(html)
    assert "24 hours for the reply, counted from " in words(html)


def test_a_topic_of_other_limits_stands_there_only_where_somebody_has_one() -> None:
    with_invented = {row.topic.id for row in rows(ALL_TOPICS, (TRAFFORD, NORTHMERE))}
    assert with_invented - {row.topic.id for row in rows(ALL_TOPICS, (TRAFFORD, WIGAN))} == {"limit-other"}


def test_one_partnership_alone_has_nothing_to_be_compared_with() -> None:
    alone = pages("trafford")
    assert "compare/index.md" not in alone
    assert not [path for path, html in alone.items() if "compare/" in html]
    assert "../compare/#child=trafford" in pages("trafford", "northmere")["trafford/index.md"]


def test_a_page_of_many_holds_each_as_text_until_it_is_chosen_and_leads_to_each_without_scripts() -> None:
    models = many(WHOLE + 1)
    html = compare_html(models)
    outside = re.sub(r"<script.*?</script>", "", html, flags=re.DOTALL)
    assert 'class="eg-cell"' in compare_html(models[:WHOLE])
    assert 'class="eg-cell"' not in outside
    for model in models:
        name = model.procedure.id
        (packed,) = re.findall(rf'<script type="text/plain" data-packed="{name}">(.*?)</script>', html, re.DOTALL)
        assert {f'data-place="{topic.id}"' in packed for topic in ALL_TOPICS} == {True}
        assert {'data-place="ladders"' in packed, 'data-place="onward"' in packed} == {True}
        assert f'<li><a href="../{name}/">' in outside


def test_more_than_can_be_read_side_by_side_wait_until_they_are_chosen() -> None:
    first: Callable[[str], list[str]] = re.compile(r'data-first="([^"]*)"').findall
    assert first(pages("trafford", "northmere")["compare/index.md"]) == ["trafford,northmere"]
    assert first(pages(*MODELS)["compare/index.md"]) == [""]
