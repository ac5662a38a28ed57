"""What the flowchart of any procedure shows, in the picture and in words."""

import re
from dataclasses import replace
from xml.etree import ElementTree

from helper.engine.model import Procedure
from helper.publish.flowchart import draw_flowchart
from helper.publish.flowchart.flow import flow_of
from tests.partnerships import ROOT
from tests.publish.extremes import (
    HOSTILE,
    every_procedure,
    extreme,
    link,
    placed,
    procedure,
    protection,
    stage,
    three_tiers,
)

SVG = "{http://www.w3.org/2000/svg}"


def pictures(drawn: Procedure) -> list[ElementTree.Element]:
    return list(ElementTree.fromstring(draw_flowchart(drawn, link).svg))


def squeezed(text: str) -> str:
    return re.sub(r"\s", "", text)


def printed(element: ElementTree.Element) -> str:
    return squeezed("".join(text.text or "" for text in element.iter(f"{SVG}text")))


def words_of(drawn: Procedure) -> ElementTree.Element:
    return ElementTree.fromstring(draw_flowchart(drawn, link).steps_html)


@every_procedure
def test_every_stage_and_side_route_is_in_both_pictures_and_in_the_words(drawn: Procedure) -> None:
    spoken = squeezed("".join(words_of(drawn).itertext()))
    for shown in [*map(printed, pictures(drawn)), spoken]:
        for one in drawn.stages:
            assert squeezed(one.label) in shown
            assert squeezed(one.title) in shown
        for route in drawn.side_routes:
            assert squeezed(route.label) in shown
            assert squeezed(route.title) in shown
        assert squeezed(drawn.ending.headline.text) in shown
        assert squeezed(drawn.settled.headline.text) in shown


@every_procedure
def test_every_arrow_is_drawn_once_and_has_its_label_in_both_pictures_and_in_the_words(drawn: Procedure) -> None:
    flow = flow_of(drawn, link)
    spoken = "".join(words_of(drawn).itertext())
    for picture, shown in zip(placed(drawn), pictures(drawn), strict=True):
        assert sorted(arrow.edge.label for arrow in picture.arrows) == sorted(edge.label for edge in flow.edges)
        for edge in flow.edges:
            assert edge.label
            assert squeezed(edge.label) in printed(shown)
            assert edge.label in spoken


@every_procedure
def test_every_arrow_leads_from_a_card_to_a_card_and_every_card_but_two_is_led_to(drawn: Procedure) -> None:
    flow = flow_of(drawn, link)
    known = {node.id for node in flow.nodes}
    assert len(known) == len(flow.nodes)
    assert {edge.source for edge in flow.edges} | {edge.target for edge in flow.edges} <= known
    assert known - {edge.target for edge in flow.edges} <= {"start", "aside", *_only_by_jump(drawn)}


def _only_by_jump(drawn: Procedure) -> set[str]:
    reached = {one.onward.to for one in drawn.stages if one.onward}
    return {f"stage-{one.id}" for one in drawn.stages[1:] if one.id not in reached}


@every_procedure
def test_cards_link_to_their_place_by_their_whole_name(drawn: Procedure) -> None:
    for shown in pictures(drawn):
        links = {one.get("href"): one.get("aria-label") or "" for one in shown.iter(f"{SVG}a")}
        for one in drawn.stages:
            names = [a.get("aria-label", "") for a in shown.iter(f"{SVG}a") if a.get("href") == f"../#stage-{one.id}"]
            assert any(name.startswith(f"{one.label}: {one.title}") for name in names)
        for route in drawn.side_routes:
            assert route.title in links[f"../#situation-{route.id}"]
        assert {"../#ending", "../#settled"} <= set(links)


@every_procedure
def test_links_are_reachable_and_ids_are_unique(drawn: Procedure) -> None:
    svg = draw_flowchart(drawn, link).svg
    assert 'role="img"' not in re.sub(r"<g [^>]*>", "", svg)
    ids = re.findall(r' id="([^"]+)"', svg)
    assert sorted(ids) == [f"flowchart-{drawn.id}-narrow", f"flowchart-{drawn.id}-wide"]
    assert re.findall(r'aria-describedby="([^"]+)"', svg) == ids


@every_procedure
def test_looks_are_left_to_the_style_sheet(drawn: Procedure) -> None:
    for shown in pictures(drawn):
        for element in shown.iter():
            assert not {"style", "fill", "stroke", "font-size", "font-family", "onclick"} & set(element.keys())
            assert element.tag not in (f"{SVG}style", f"{SVG}title", f"{SVG}script")


def test_every_rule_of_the_style_sheet_has_something_to_style() -> None:
    css = (ROOT / "helper/web/flowchart.css").read_text(encoding="utf-8")
    drawn = set(re.findall(r"eg-flow[\w-]*", draw_flowchart(extreme(), link).svg + draw_flowchart(extreme(), link).steps_html))
    assert set(re.findall(r"\.(eg-flow[\w-]*)", css)) <= drawn


def test_hostile_text_is_escaped() -> None:
    evil = replace(three_tiers(), name=HOSTILE, stages=tuple(replace(one, title=HOSTILE) for one in three_tiers().stages))
    flowchart = draw_flowchart(evil, link)
    for markup in (flowchart.svg, flowchart.steps_html):
        assert "<script" not in markup
        assert "&lt;script&gt;&amp;" in markup
    assert all(HOSTILE in printed(shown) for shown in pictures(evil))


@every_procedure
def test_the_same_procedure_is_drawn_the_same(drawn: Procedure) -> None:
    assert draw_flowchart(drawn, link) == draw_flowchart(drawn, link)


def test_danger_comes_first_and_the_farthest_jump_before_the_nearer() -> None:
    ids = [node.id for node in flow_of(extreme(), link).way]
    assert ids[:5] == ["start", "protection-police", "protection-door", "jump-significant_harm-6", "jump-urgent-3"]


def test_a_jump_says_how_urgent_and_whether_it_may_or_must() -> None:
    labels = {edge.label: edge.target for edge in flow_of(extreme(), link).edges if edge.kind == "jump"}
    assert labels == {"Urgent, may begin here": "stage-3", "Risk of significant harm, must begin here": "stage-6"}


def test_one_protection_for_two_urgencies_is_one_card() -> None:
    rule = {"protection": protection("door", "Front Door")}
    both = procedure([stage(1, 1, "Talk")], urgency={"routine": {}, "urgent": {}, "significant_harm": rule, "immediate": rule})
    found = [node.badge for node in flow_of(both, link).way if node.kind == "protection"]
    assert found == ["In danger now or risk of significant harm?"]


def test_a_stage_that_the_partnership_takes_says_so() -> None:
    assert printed(pictures(extreme())[0]).count("Thepartnershiptakesthisstage,notyou") == 1


def test_a_procedure_with_nothing_fast_starts_at_its_first_stage() -> None:
    flow = flow_of(three_tiers(), link)
    assert [node.id for node in flow.way] == ["start", "stage-1", "stage-2", "stage-3", "ending"]
    assert not flow.aside


def test_the_picture_speaks_of_adults_where_the_procedure_does() -> None:
    adults = replace(three_tiers(), people="adults")
    assert "keepinganadultsafe" in printed(pictures(adults)[0])
