"""The pages say everything that the files hold: for the real partnerships, and for one that no code was written for."""

import html
import re
from collections import defaultdict
from functools import cache

import pytest

from helper.engine.advise import advise
from helper.engine.case import Case
from helper.engine.door import canonical
from helper.engine.model import START, URGENCIES
from helper.engine.render import render
from helper.publish.assurance.doubts import say_short
from helper.publish.pages import Page, site_pages
from helper.publish.read import Partnership
from helper.publish.search import plain_text
from helper.publish.sections import cited_by_section
from helper.publish.site import Assets, Site
from helper.publish.training.model import courses
from tests.partnerships import every_partnership, invented, real
from tests.publish.markup import as_written

COURSES = {course.model.procedure.id: course for library in (real(), invented()) for course in courses(library)}
EVERY = {partnership.id: partnership for partnership in every_partnership()}
each_partnership = pytest.mark.parametrize("partnership", EVERY.values(), ids=EVERY)
FOLDERS = ("", "flowchart/", "contacts/", "forms/", "words/", "sources/", "next-step/", "team/", "briefing/", "poster/")


@cache
def pages_of(name: str) -> dict[str, Page]:
    file = {"address": "assets/x", "size": 1, "sha256": "0"}
    assets = Assets(defaultdict(str), {"worker": file}, {name: {"table": file, "facts": file}})
    made = site_pages(Site((EVERY[name].model,), "Sunday 22 November 2026", assets, courses=COURSES))
    return {page.path: page for page in made}


def text_of(partnership: Partnership, *folders: str) -> str:
    pages = pages_of(partnership.id)
    return " ".join(plain_text(as_written(pages[f"{partnership.id}/{folder}index.md"].html)) for folder in folders)


def squeezed(text: str) -> str:
    return "".join(text.split())


@each_partnership
def test_a_partnership_has_all_its_pages_without_a_line_of_code(partnership: Partnership) -> None:
    assert {f"{partnership.id}/{folder}index.md" for folder in FOLDERS} < set(pages_of(partnership.id))


@each_partnership
def test_every_page_of_a_partnership_names_it(partnership: Partnership) -> None:
    for path, page in pages_of(partnership.id).items():
        if page.partnership:
            assert partnership.model.procedure.name in page.title, path
            assert partnership.model.procedure.name in plain_text(page.html), path


@each_partnership
def test_every_statement_stands_on_a_page_that_can_be_read_without_scripts(partnership: Partnership) -> None:
    """The Sources page is left out: it lists every statement whatever the others forget."""
    shown = squeezed(text_of(partnership, "", "contacts/", "forms/", "words/"))
    reach = [said.text for stage in partnership.model.procedure.stages for said in (stage.reach.raising, stage.reach.challenged)]
    heads = [said for name in ("headline", "begin_at") for said in headlines(partnership, name)]
    own = [stage.reach.own.text for stage in partnership.model.procedure.stages if stage.reach.own]
    # What a short form is short for stands where the form is first used, and in the glossary: tests/publish/test_glossary.py.
    short = {say_short(one) for one in partnership.model.procedure.document.abbreviations}
    only_in_answers = {*short, *reach, *heads, *own, partnership.model.contacts.unlisted.text}
    missing = [
        text
        for _, cited in cited_by_section(partnership.model)
        for text, _ in cited
        if text not in only_in_answers and squeezed(text) not in shown
    ]
    assert missing == []


def headlines(partnership: Partnership, name: str) -> list[str]:
    procedure = partnership.model.procedure
    if name == "begin_at":
        owners = [jump for rule in procedure.urgency.up_to("immediate") for jump in rule.begin_at]
        return [said.text for one in owners for said in (one.headline.raising, one.headline.challenged)]
    return [
        said.text for one in (*procedure.stages, *procedure.side_routes) for said in (one.headline.raising, one.headline.challenged)
    ]


@each_partnership
def test_every_statement_stands_under_its_section_on_the_sources_page(partnership: Partnership) -> None:
    shown = squeezed(text_of(partnership, "sources/"))
    course = COURSES[partnership.id]
    for section, cited in cited_by_section(partnership.model, course.turns):
        assert squeezed(section.title) in shown
        assert cited, section.id
        assert not [text for text, _ in cited if squeezed(text) not in shown]
    assert not [question.text for question in course.reflect if squeezed(question.text) not in shown]


@each_partnership
def test_every_name_number_and_address_stands_on_the_contact_page(partnership: Partnership) -> None:
    shown = squeezed(text_of(partnership, "contacts/"))
    office = partnership.model.contacts.office
    for row in (*partnership.model.contacts.services, *((office,) if office else ())):
        for who in (row, *row.people):
            printed = [who.name, who.role or "", *(tel.number for tel in who.tel), *(tel.note or "" for tel in who.tel)]
            assert not [one for one in (*printed, *who.email, *who.copy_to) if squeezed(one) not in shown], who.id


@each_partnership
def test_every_field_of_every_form_stands_on_the_form_page(partnership: Partnership) -> None:
    shown = squeezed(text_of(partnership, "forms/"))
    for form in partnership.model.forms:
        labels = [one for field in form.fields for one in (field.label, field.help or "", *field.options, *field.rows)]
        assert not [one for one in (form.title, *labels) if squeezed(one) not in shown], form.id


@each_partnership
def test_every_link_inside_a_page_leads_to_something_on_it(partnership: Partnership) -> None:
    for path, page in pages_of(partnership.id).items():
        ids = set(re.findall(r'\bid="([^"]+)"', page.html))
        wanted = {html.unescape(one) for one in re.findall(r'href="#([^"]+)"', page.html)}
        assert wanted <= ids, path


@each_partnership
def test_every_stage_and_urgency_has_its_answer_on_a_page_of_its_own(partnership: Partnership) -> None:
    model, pages = partnership.model, pages_of(partnership.id)
    for stage in (START, *(stage.id for stage in model.procedure.stages)):
        for urgency in URGENCIES:
            page = pages[f"{partnership.id}/next-step/{stage}/{urgency}/index.md"]
            case = Case(partnership.id, stage, urgency)
            advice = advise(model, case)
            assert render(model, case, advice, "../../../../") in page.html
            assert html.unescape(re.findall(r'data-advice="([^"]*)"', page.html)[0]) == canonical(advice)
            assert (page.searched, page.listed) == (False, False)


@each_partnership
def test_every_answer_page_is_reached_by_links_alone(partnership: Partnership) -> None:
    pages = pages_of(partnership.id)
    answered = {path.removesuffix("index.md") for path, page in pages.items() if page.partnership and not page.listed}
    before, _, rest = pages[f"{partnership.id}/next-step/index.md"].html.partition("data-without")
    linked = {one.removeprefix("../../") for one in re.findall(r'href="([^"#]+)"', rest.partition("</section>")[0])}
    assert before
    assert answered <= linked
