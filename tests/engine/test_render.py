"""What stands over an answer: the ways that come next, in one line."""

from dataclasses import replace
from html import escape

from helper.engine.advise import advise
from helper.engine.case import read_case
from helper.engine.render import render, render_safety
from tests.partnerships import invented


def test_where_every_way_is_a_choice_they_are_named_with_or_between_them() -> None:
    model = invented().partnerships["northmere"].model
    route = replace(model.procedure.side_routes[0], choice="may", ladder="may", kind="side_route", stages=())
    model = replace(model, procedure=replace(model.procedure, side_routes=(route,)))
    plain = {"partnership": "northmere", "stage": "start", "urgency": "routine", "situation": route.id}
    case = read_case(model, plain)
    assert f"Next: {escape(route.title)}, or Tier 1" in render(model, case, advise(model, case))


def test_a_page_at_the_root_of_the_site_needs_no_way_to_it() -> None:
    model = invented().partnerships["northmere"].model
    case = read_case(model, {"partnership": "northmere", "stage": "tier-1", "urgency": "immediate"})
    advice = advise(model, case)
    assert render(model, case, advice) == render(model, case, advice, "")
    assert render_safety(model, advice) == render_safety(model, advice, "")
