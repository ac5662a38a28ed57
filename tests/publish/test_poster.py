"""The poster says who acts, by when and whom to ring, for every partnership, and names no person."""

from collections import defaultdict
from dataclasses import replace
from functools import cache

import pytest

from helper.engine.model import Contact, Model, Telephone
from helper.publish.pages import site_pages
from helper.publish.search import plain_text
from helper.publish.site import Assets, Host, Site
from helper.publish.wall.content import by_stage, content, doubts
from helper.publish.wall.numbers import public_numbers, wall_numbers
from helper.publish.wall.poster import DETAILS, poster
from tests.partnerships import every_partnership
from tests.publish.extremes import crowded

MODELS = {partnership.id: partnership.model for partnership in every_partnership()}
each_model = pytest.mark.parametrize("model", MODELS.values(), ids=MODELS)
ADDRESS = "https://guide.example.org/escalation/"


def site_of(model: Model, address: str = "") -> Site:
    file = {"address": "assets/x", "size": 1, "sha256": "0"}
    known = {model.procedure.id: {"table": file, "facts": file}}
    host = Host("Escalation Guide", address)
    return Site((model,), "Sunday 22 November 2026", Assets(defaultdict(str), {"worker": file}, known), host)


@cache
def html_of(name: str, address: str = "") -> str:
    pages = site_pages(site_of(MODELS[name], address))
    return next(page.html for page in pages if page.path == f"{name}/poster/index.md")


def persons(model: Model) -> list[Contact]:
    return [person for row in model.contacts.services for person in row.people]


@each_model
def test_every_stage_stands_on_the_poster_with_who_acts_and_by_when(model: Model) -> None:
    shown = plain_text(html_of(model.procedure.id))
    for stage in model.procedure.stages:
        assert f"{stage.label}: {stage.title}" in shown
        assert stage.summary.text in shown
    limits = [limit for stage in model.procedure.stages for limit in stage.limits]
    assert ("No time limit in the text" in shown) == any(not stage.limits for stage in model.procedure.stages)
    assert (model.general.sooner.text in shown) == any(limit.amount is not None for limit in limits)
    assert model.procedure.ending.headline.text in shown


@each_model
def test_every_form_that_a_stage_asks_for_is_named_with_its_stages(model: Model) -> None:
    shown = plain_text("".join(content(site_of(model), model, DETAILS[-1]).forms))
    for stage in model.procedure.stages:
        for use in stage.forms:
            assert model.form(use.form).title in shown
            assert stage.label in shown.partition(model.form(use.form).title)[2]
    nothing = "We found no form in the document that belongs to a stage."
    assert (nothing in plain_text(html_of(model.procedure.id))) == (not any(stage.forms for stage in model.procedure.stages))
    assert ("not held here" in shown) == any(not model.form(use.form).available for s in model.procedure.stages for use in s.forms)


@each_model
def test_danger_comes_first_with_999_and_the_procedures_own_way_or_ours(model: Model) -> None:
    before = plain_text(html_of(model.procedure.id).partition('id="poster-stages"')[0])
    assert "999" in before
    own = [rule.protection for rule in model.procedure.urgency.up_to("immediate") if rule.protection]
    for protection in own:
        assert protection.standing.text in before
        assert all(tel.number in before for tel in (model.everyone()[protection.contact].tel if protection.contact else ()))
    assert (model.general.harm.text in before) == (not own)


@each_model
def test_nobody_is_named_on_a_wall(model: Model) -> None:
    shown = plain_text(html_of(model.procedure.id))
    for person in persons(model):
        assert person.name not in shown or person.name == "Representative"
        own = [tel.number for tel in model.everyone()[person.id].tel]
        office = [tel.number for tel in model.contacts.office.tel] if model.contacts.office else []
        assert [tel.number for tel in person.tel if tel.number in shown and tel.number not in (*own, *office)] == []
        assert [address for address in person.email if address in shown] == []


@each_model
def test_a_number_stands_beside_how_old_it_is_and_the_rest_is_counted(model: Model) -> None:
    shown = plain_text(html_of(model.procedure.id))
    ring = shown.partition("Whom to ring")[2].partition("Write it down")[0]
    assert model.contacts.age.text in ring
    made = poster(site_of(model), model).content.numbers
    office = 1 if model.contacts.office else 0
    assert len(made.rows) + made.rest in (len(model.contacts.services), len(model.contacts.services) + office)
    assert (f"{made.rest} more entr" in ring) == (made.rest > 0)
    assert (model.contacts.unlisted.text in ring) == (not model.contacts.services)


def test_a_mobile_and_an_address_that_is_a_persons_stay_in_the_list() -> None:
    model = MODELS["northmere"]
    service = replace(
        model.contacts.services[0], tel=(Telephone("07700 900123"), Telephone("+44 7700 900124"), Telephone("0161 496 0100"))
    )
    assert [tel.number for tel in public_numbers(service)] == ["0161 496 0100"]
    office = model.contacts.office
    assert office
    named = replace(
        model, contacts=replace(model.contacts, office=replace(office, email=("jo.smith@northmere.example", "desk@n.example")))
    )
    shown = plain_text("".join(wall_numbers(named, 9, "").rows))
    assert "jo.smith" not in shown
    assert "desk" in shown


def test_a_number_beside_which_only_a_persons_address_stands_may_be_theirs() -> None:
    row = replace(MODELS["northmere"].contacts.services[0], tel=(Telephone("0161 496 0100"),), email=("jo.smith@n.example",))
    assert public_numbers(row) == []
    assert public_numbers(replace(row, email=("jo.smith@n.example", "team@n.example"))) == list(row.tel)


@each_model
def test_a_limit_to_report_is_never_a_figure_alone(model: Model) -> None:
    limits = {stage.label: [one for one in stage.limits if one.purpose in ("report", "other")] for stage in model.procedure.stages}
    for shown in (content(site_of(model), model, DETAILS[-1]), poster(site_of(model), model).content):
        for stage, limited in zip(shown.rungs, limits.values(), strict=True):
            assert all(limit.text in plain_text(stage.when) for limit in limited)


def test_what_an_urgent_case_asks_of_whoever_raises_it_stands_on_the_wall() -> None:
    shown = plain_text(html_of("salford"))
    assert "has to telephone the relevant person" in shown
    assert "challenges you has to telephone" not in shown


def test_what_is_said_under_a_stages_name_does_not_say_which_stage_came_before() -> None:
    assert "Stage 3: Every quarter" in plain_text("".join(by_stage(MODELS["trafford"], "inform")))
    assert "Up to Stage 5: For a child" in plain_text(
        "".join(content(site_of(MODELS["harrow"]), MODELS["harrow"], DETAILS[0]).urgent)
    )


@each_model
def test_the_document_its_dates_what_is_unclear_and_who_runs_this_are_said(model: Model) -> None:
    shown = plain_text(html_of(model.procedure.id))
    document = model.procedure.document
    assert f"{document.title}, {model.procedure.partnership}." in shown
    assert all(f"{date.what}: {date.printed}." in shown for date in document.dates)
    assert document.dates or "No date is printed on it." in shown
    assert document.review.text in shown
    assert f"{len(doubts(model))} more point" in shown
    assert model.general.disclaimer.text in shown
    assert "Made on Sunday 22 November 2026" in shown
    recorded = [said for step in (model.procedure.always, *model.procedure.stages) for said in step.record]
    assert any(said.text in shown for said in recorded) or "nothing in the document on what to write down" in shown


@each_model
def test_only_a_site_that_knows_its_address_prints_one(model: Model) -> None:
    name = model.procedure.id
    assert "eg-poster__qr" not in html_of(name)
    assert "http" not in plain_text(html_of(name))
    told = html_of(name, ADDRESS)
    assert f"{ADDRESS}{name}/next-step/" in plain_text(told)
    assert "eg-poster__qr" in told


def test_what_does_not_fit_is_left_out_in_order_and_named() -> None:
    model = crowded()
    made = poster(site_of(model, ADDRESS), model)
    assert made.content == content(site_of(model, ADDRESS), model, DETAILS[-1])
    assert made.size == "9-5"
    assert made.content.left_out == "limits in words, what moves it up, that no stage has a form, who acts, from when a limit runs"
    assert len(made.content.rungs) == len(model.procedure.stages)
    assert made.content.numbers.rest == len(model.contacts.services)
