"""A correction sheet holds every fact of a partnership, so that an officer with the document beside it misses none."""

import re
from functools import cache
from itertools import chain

import pytest

from helper.engine.model import BeginAt, Limit, Model, Onward, PrintedDate, SideRoute, Statement
from helper.publish.assurance.doubts import things
from helper.publish.assurance.sheet import Part, sheet
from helper.publish.saying import say_length
from helper.publish.search import plain_text
from helper.publish.training.model import border_scenarios, courses
from tests.partnerships import every_partnership, invented, real
from tests.publish.test_assurance import pages_of

EVERY = {partnership.id: partnership.model for partnership in every_partnership()}
BORDERS = [scenario for library in (real(), invented()) for scenario in border_scenarios(library)]
COURSES = {course.model.procedure.id: course for library in (real(), invented()) for course in courses(library)}
each = pytest.mark.parametrize("model", EVERY.values(), ids=EVERY)


@cache
def parts_of(name: str) -> list[Part]:
    return sheet(EVERY[name], COURSES[name].turns)


def squeezed(text: str) -> str:
    return "".join(text.split())


@cache
def page_of(name: str) -> str:
    return pages_of(name)[f"{name}/check/index.md"].html


@cache
def shown(name: str) -> str:
    return squeezed(plain_text(page_of(name).partition('class="eg-sheet__part"')[2]))


def under(name: str, section: str) -> str:
    found = page_of(name).partition(f'<h2 id="check-{section}">')[2].partition("</section>")[0]
    return squeezed(plain_text(found))


@each
def test_every_statement_that_cites_a_section_stands_under_it(model: Model) -> None:
    name = model.procedure.id
    sections = {section.id for section in model.procedure.document.sections}
    found = list(things((model.procedure, model.contacts, model.forms, model.wording)))
    cited = [one for one in found if isinstance(one, Statement | Onward | BeginAt) and one.section in sections]
    assert len(cited) > 50
    assert [one.text for one in cited if squeezed(one.text) not in under(name, str(one.section))] == []
    outside = [one.text for one in found if isinstance(one, Statement) and one.source]
    assert [text for text in outside if squeezed(text) not in under(name, "outside")] == []


@each
def test_every_limit_stands_with_its_length_and_every_date_as_printed(model: Model) -> None:
    name = model.procedure.id
    for one in things((model.procedure, model.forms)):
        if isinstance(one, Limit):
            assert squeezed(f"limit: {say_length(one)}") in under(name, str(one.section)), one.text
        if isinstance(one, PrintedDate):
            assert squeezed(f"{one.what}: {one.printed}") in under(name, one.section)


@each
def test_how_firmly_a_route_is_meant_and_who_takes_a_stage_stand_there(model: Model) -> None:
    """Must and may are facts of a document, and a stage that the partnership takes is not the reader's."""
    procedure, name = model.procedure, model.procedure.id
    for route in procedure.side_routes:
        said = f"{route.title} (name; {'outside this procedure; ' if route.kind == 'outside' else ''}{_firmly(route)}"
        assert squeezed(said) in under(name, route.summary.section), route.id
    for stage in procedure.stages:
        taken = "; the partnership takes it, not the reader" if stage.taken_by == "partnership" else ""
        assert squeezed(f"{stage.title} (name{taken})") in under(name, stage.summary.section), stage.id
    protection = procedure.urgency.immediate.protection
    if protection and protection.contact:
        shown_with_it = next(one.name for one in model.contacts.services if one.id == protection.contact)
        assert squeezed(f"(name; shown with it: {shown_with_it})") in under(name, protection.standing.section)


def _firmly(route: SideRoute) -> str:
    taken = "has to be taken" if route.choice == "must" else "may be taken"
    return f"{taken}; {'the stages still stand' if route.ladder == 'must' else 'the stages may stand too'}"


@each
def test_what_the_guide_says_of_two_documents_stands_on_the_sheets_of_both(model: Model) -> None:
    name = model.procedure.id
    parts = sheet(model, borders=tuple(BORDERS))
    said = {(part.id, str(line.fact.said)) for part in parts for line in part.lines}
    for scenario in BORDERS:
        for one in scenario.differs:
            for there, sections in ((scenario.works_in, one.works_in), (scenario.case.partnership, one.lives_in)):
                assert there != name or not sections or (f"check-{sections[0]}", one.text) in said, one.text


@each
def test_nothing_has_to_be_read_twice_under_one_section(model: Model) -> None:
    """The same words for two sides, or at two places, are one line; only a contact's own numbers stand with each contact."""
    for part in parts_of(model.procedure.id):
        lines = [line.fact for line in part.lines if not set(line.fact.marks) & {"telephone", "e-mail", "contact"}]
        said = [
            (str(fact.said), fact.marks) for fact in lines if fact.said != "No telephone number and no e-mail address is printed."
        ]
        assert [one for one in said if said.count(one) > 1] == []


@each
def test_every_name_number_and_address_of_the_list_stands_there(model: Model) -> None:
    office, text = model.contacts.office, under(model.procedure.id, model.contacts.section)
    for row in (*model.contacts.services, *((office,) if office else ())):
        for who in (row, *row.people):
            printed = [who.name, who.role or "", *(tel.number for tel in who.tel), *(tel.note or "" for tel in who.tel)]
            assert not [one for one in (*printed, *who.email, *who.copy_to) if squeezed(one) not in text], who.id


@each
def test_every_form_stands_there_field_by_field(model: Model) -> None:
    for form in model.forms:
        text = under(model.procedure.id, form.section)
        labels = [one for field in form.fields for one in (field.label, field.help or "", *field.options, *field.rows)]
        labels += [column.label for field in form.fields for column in field.columns]
        assert not [one for one in (form.title, *labels) if squeezed(one) not in text], form.id
        assert all(squeezed(address) in shown(model.procedure.id) for address in form.copy_to)


@each
def test_sections_stand_in_the_documents_order_and_lines_are_numbered_through(model: Model) -> None:
    parts = parts_of(model.procedure.id)
    order = [f"check-{section.id}" for section in model.procedure.document.sections]
    assert [part.id for part in parts if part.id in order] == order
    numbers = [line.number for line in chain.from_iterable(part.lines for part in parts)]
    assert numbers == list(range(1, len(numbers) + 1))


@each
def test_every_line_has_its_boxes_and_nothing_on_it_can_be_sent(model: Model) -> None:
    html = page_of(model.procedure.id)
    lines = html.count("<li value=")
    assert lines > 90
    assert html.count('class="eg-sheet__ticks" aria-hidden="true"') == lines
    assert not re.search(r"<(input|form|textarea|select)\b", html.partition('class="eg-sheet"')[2])


@each
def test_the_sheet_is_linked_from_the_overview_the_team_page_and_the_page_of_checks(model: Model) -> None:
    name = model.procedure.id
    for path in (f"{name}/index.md", f"{name}/team/index.md", "assurance/index.md"):
        root = "../" * path.count("/")
        assert f'href="{root}{name}/check/"' in pages_of(name)[path].html, path
