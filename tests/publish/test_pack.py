"""A facilitator's pack says what the files and the engine say, in both its forms, names nobody, and is the same each time."""

import html
import re
from collections.abc import Iterator
from copy import deepcopy
from dataclasses import replace
from io import BytesIO
from itertools import pairwise
from pathlib import PurePosixPath
from typing import Any

import pytest
from docx import Document
from docx.oxml.ns import qn

from helper.engine.advise import advise
from helper.engine.filled.archive import read_parts
from helper.engine.model import Procedure
from helper.engine.plain import from_plain
from helper.engine.words import say_limit
from helper.publish.copies import group_of
from helper.publish.pack import make_pack, pack_page, word_packs, write_pack
from helper.publish.pack.blocks import Pack
from helper.publish.pack.deck import chosen, deal
from helper.publish.pages import UNSEARCHED
from helper.publish.pipeline import is_fetched
from helper.publish.search import plain_text
from helper.publish.training.differing import cited_for, name_cited
from helper.publish.training.model import Course
from tests.packs import BUILT, course_of, opened, pack_of, page_of, site_of, sites, word_of, word_text
from tests.partnerships import invented, real

NAMES = list(sites())
each_pack = pytest.mark.parametrize("name", NAMES)
HEADING = re.compile(r"<h([1-6])[^>]*>")
ORDER = ("pStyle", "keepNext", "keepLines", "pageBreakBefore", "numPr", "pBdr", "spacing", "ind", "outlineLvl")


def squeezed(text: str) -> str:
    return "".join(text.split())


def both(name: str) -> Iterator[str]:
    """Give the text of a pack without its spaces: of the page, and of the Word document."""
    yield squeezed(plain_text(page_of(name)))
    yield squeezed(word_text(opened(name)))


def answers_in(text: str, number: int) -> str:
    """Cut the answer to one card out of a pack's text without spaces."""
    begins = [found.start() for found in re.finditer(r"Answertocard\d+:", text)]
    ends = [*begins[1:], text.find("Awkwardturns", begins[-1])]
    return next(
        text[begin:end] for begin, end in zip(begins, ends, strict=True) if text[begin:].startswith(f"Answertocard{number}:")
    )


@each_pack
def test_every_scenario_and_every_role_is_in_it(name: str) -> None:
    course, site = course_of(name), sites()[name]
    across = [one for one in site.borders if one.case.partnership == name]
    assert len(course.scenarios) >= 12
    for text in both(name):
        for scenario in (*course.scenarios, *across):
            told = [scenario.title, scenario.story, scenario.why, *scenario.training.ask, *(one.text for one in scenario.differs)]
            roles = [said for role in scenario.training.roles for said in (role.brief, role.who[1:])]
            assert [said for said in (*told, *roles) if squeezed(said) not in text] == []


@each_pack
def test_every_answer_is_the_engines_own(name: str) -> None:
    course = course_of(name)
    for text in both(name):
        front = text[text.index("Ineveryanswer") : text.rindex("Answertocard1:")]
        for card in deal(sites()[name], course):
            advice, answer = advise(course.model, card.scenario.case), answers_in(text, card.number)
            assert squeezed(advice["headline"]["text"]) in answer
            for field in ("who", "record", "inform", "deadlines", "gaps", "cautions", "notes", "safety"):
                for said in advice[field]:
                    named = any(person.name in said["text"] for row in course.model.contacts.services for person in row.people)
                    assert named or squeezed(said["text"]) in (answer if field in ("who", "deadlines") else answer + front), said
            assert all(squeezed(say_limit(limit)) in answer for limit in advice["deadlines"])
            assert all(squeezed(limit["counting"]["text"]) in answer for limit in advice["deadlines"] if limit["due"])
            assert all(squeezed(f"{way['label']}: {way['title']}") in answer for way in advice["next"])
            assert all(squeezed(contact["agency"]) in answer for contact in advice["contacts"])
            assert all(squeezed(form["title"]) in answer for form in advice["forms"])


@each_pack
def test_every_citation_names_a_section_of_its_own_document_or_of_the_one_it_is_compared_with(name: str) -> None:
    model = course_of(name).model
    document = model.procedure.document
    linked = re.findall(r'href="\.\./\.\./([\w-]+)/sources/#section-([\w-]+)"', page_of(name))
    assert len(linked) > 100
    assert {section for place, section in linked if place == name} <= {section.id for section in document.sections}
    across = [one for one in sites()[name].borders if one.case.partnership == name]
    compared = {(one.works_in, section) for one in across for line in one.differs for section in line.works_in}
    assert {one for one in linked if one[0] != name} == compared
    allowed = {document.name_section(section.id) for section in document.sections} | {"our general advice"}
    runs = opened(name).element.xpath("//w:r[w:rPr/w:rStyle/@w:val='Place']/w:t/text()")
    places = {re.sub(r"; our reading$", "", str(run)[1:-1]) for run in runs}
    models = {model.procedure.id: model for model in sites()[name].models}
    allowed |= {name_cited(cited_for(line, models[one.works_in or ""], model)) for one in across for line in one.differs}
    assert {place for place in places if not place.startswith("not from the document: ")} <= allowed


@each_pack
def test_it_names_no_person_and_prints_no_number_or_address_of_one(name: str) -> None:
    model = course_of(name).model
    printed = [
        printed
        for row in model.contacts.services
        for person in row.people
        for printed in (person.name, *(tel.number for tel in person.tel), *person.email)
    ]
    for text in (html.unescape(page_of(name)), word_text(opened(name))):
        assert [one for one in printed if one in text] == []


@each_pack
def test_the_minutes_of_the_timetable_add_up(name: str) -> None:
    session = course_of(name).session
    (table,) = [found for found in opened(name).tables if found.rows[0].cells[0].text == "Part"]
    rows = [[cell.text for cell in row.cells] for row in table.rows]
    for column, minutes in ((2, [part.minutes for part in session.timetable]), (3, [part.short for part in session.timetable])):
        told = [int(row[column]) if row[column].isdigit() else 0 for row in rows[1:]]
        assert told == [*minutes, sum(minutes)]
        assert str(sum(minutes)) in rows[0][column]
    left_out = [part.part for part in session.timetable if not part.short]
    assert left_out
    assert f"leave out: {', '.join(left_out)}." in word_text(opened(name))


@each_pack
def test_a_session_begins_with_what_is_easiest_and_goes_on_with_what_is_peculiar(name: str) -> None:
    scenarios = course_of(name).scenarios
    first, second = chosen(scenarios, 2)
    levels = [one.training.level for one in scenarios]
    assert (first.training.level, second.training.level) == (min(levels), max(levels))
    (table,) = [found for found in opened(name).tables if found.rows[0].cells[0].text == "Part"]
    suggested = [cell.text for row in table.rows for cell in row.cells if "Suggested" in cell.text]
    assert [text.partition("Suggested: ")[2] for text in suggested] == [f"Card 1: {first.title}", f"Card 2: {second.title}"]


@each_pack
def test_what_the_source_says_of_an_awkward_turn_is_told_from_what_it_does_not_say(name: str) -> None:
    course = course_of(name)
    text = squeezed(word_text(opened(name)))
    assert course.turns
    for turn in course.turns:
        told = text[text.rindex(squeezed(turn.label)) :]
        said = told.index("Whatthedocumentsays") if turn.said else 0
        gap = told.index("Whatitdoesnotsay") if turn.gaps else len(told)
        assert all(said < told.index(squeezed(one.text)) for one in turn.said)
        assert all(gap < told.index(squeezed(one.text)) for one in turn.gaps)


@each_pack
def test_it_says_what_it_is_made_of_when_and_that_the_partnership_does_not_run_it(name: str) -> None:
    model = course_of(name).model
    document = model.procedure.document
    for text in both(name):
        for said in (
            document.title,
            model.general.disclaimer.text,
            document.review.text,
            BUILT,
            "Every scenario in this pack is invented.",
        ):
            assert squeezed(said) in text
    footer = "".join(opened(name).sections[0].footer._element.itertext())
    assert "Every scenario is invented." in footer
    assert BUILT in footer
    assert "The partnership does not run this guide." in footer


@each_pack
def test_its_headings_skip_no_level_and_every_link_in_it_leads_somewhere(name: str) -> None:
    page, document = page_of(name), opened(name)
    styles = [paragraph.style.name for paragraph in document.paragraphs]
    in_word = [int(style.removeprefix("Heading ")) for style in styles if style.startswith("Heading ")]
    on_page = [1, *map(int, HEADING.findall(page))]
    for levels in (in_word, on_page):
        assert levels[0] == 1
        assert all(after <= before + 1 for before, after in pairwise(levels))
    ids = re.findall(r' id="([^"]+)"', page)
    assert len(set(ids)) == len(ids)
    assert set(re.findall(r'href="#([^"]+)"', page)) <= set(ids)
    marks = [str(found.get(qn("w:name"))) for found in document.element.iter(qn("w:bookmarkStart"))]
    anchors = {str(found.get(qn("w:anchor"))) for found in document.element.iter(qn("w:hyperlink"))}
    assert len(set(marks)) == len(marks)
    assert anchors <= set(marks)
    assert {f"answer-{card.number}" for card in deal(sites()[name], course_of(name))} <= anchors


@each_pack
def test_word_finds_it_in_good_order(name: str) -> None:
    document = opened(name)
    assert word_of(name) == write_pack(course_of(name).model, make_pack(sites()[name], course_of(name)), BUILT)
    assert len(word_of(name)) < 150_000
    about = document.core_properties
    assert (about.title, about.language, about.author, about.created) == (pack_of(name).title, "en-GB", "", None)
    assert "docProps/thumbnail.jpeg" not in read_parts(word_of(name))
    there = {str(style.get(qn("w:styleId"))) for style in document.styles.element.iter(qn("w:style"))}
    used = {str(found) for found in document.element.xpath("//w:pStyle/@w:val | //w:rStyle/@w:val | //w:tblStyle/@w:val")}
    assert used <= there
    for properties in (*document.element.iter(qn("w:pPr")), *document.styles.element.iter(qn("w:pPr"))):
        places = [ORDER.index(child.tag.rpartition("}")[2]) for child in properties if child.tag != qn("w:tabs")]
        assert places == sorted(places)


@each_pack
def test_its_tables_are_named_and_none_of_their_rows_is_torn(name: str) -> None:
    document = opened(name)
    captions = [str(found.get(qn("w:val"))) for found in document.element.iter(qn("w:tblCaption"))]
    assert len(captions) == len(document.tables)
    assert all(captions)
    assert all(row._tr.xpath("w:trPr/w:cantSplit") for table in document.tables for row in table.rows)
    headed = [table for table in document.tables if table._tbl.xpath("w:tblPr/w:tblLook[@w:firstRow='1']")]
    assert all(table.rows[0]._tr.xpath("w:trPr/w:tblHeader") for table in headed)
    assert len(headed) == 3 + len(deal(sites()[name], course_of(name)))  # the timetable, the ladder, the plan, each what if
    body = [child.tag for child in document.element.body]
    assert not any(one == other == qn("w:tbl") for one, other in pairwise(body))


def test_a_scenario_across_a_border_is_in_the_pack_of_where_the_child_lives() -> None:
    site = sites()[next(iter(real().partnerships))]
    assert len(site.borders) >= 5
    for scenario in site.borders:
        there = pack_of(scenario.case.partnership)
        names = {model.procedure.id: model.procedure.name for model in site.models}
        text = plain_text(page_of(scenario.case.partnership))
        card = text[text.index(f": {scenario.title}", text.index("Across a border")) :]
        assert f"You work in {names[scenario.works_in or '']}. The child lives in " in card[:400]
        assert names[scenario.case.partnership] in there.title
        assert not [
            name for name in site.courses if name != scenario.case.partnership and squeezed(scenario.story) in next(both(name))
        ]


def test_a_changed_rule_changes_the_pack() -> None:
    """Not one word of an answer is kept anywhere: the invented partnership's limit of five days becomes seven."""
    site = site_of(invented())
    (course,) = site.courses.values()
    plain: dict[str, Any] = deepcopy(invented().partnerships["northmere"].plain["procedure"])
    (limit,) = [one for one in plain["stages"][0]["limits"] if (one["purpose"], one.get("amount")) == ("resolve", 5)]
    limit["amount"] = 7
    changed = replace(course, model=replace(course.model, procedure=from_plain(Procedure, plain)))
    before, after = (word_text_of(make_pack(site, one), one) for one in (course, changed))
    assert "5 working days to resolve it" in before
    assert "7 working days to resolve it" not in before
    assert "5 working days to resolve it" not in after
    assert "7 working days to resolve it" in after


def word_text_of(pack: Pack, course: Course) -> str:
    return word_text(Document(BytesIO(write_pack(course.model, pack, BUILT))))


def test_links_to_the_site_are_in_it_only_where_its_address_is_known() -> None:
    known, unknown = site_of(invented(), "https://guide.example/steps/"), site_of(invented())
    linked, alone = (word_packs(site)["northmere"] for site in (known, unknown))
    assert linked.path != alone.path
    targets = read_parts(linked.content)["word/_rels/document.xml.rels"].decode()
    assert 'Target="https://guide.example/steps/northmere/contacts/" TargetMode="External"' in targets
    assert "next-step/#stage=" in targets
    assert "TargetMode" not in read_parts(alone.content)["word/_rels/document.xml.rels"].decode()
    assert b"Put this case to the helper" not in read_parts(alone.content)["word/document.xml"]


def test_a_link_to_the_helper_holds_ids_alone() -> None:
    for name in NAMES:
        links = re.findall(r'href="\.\./\.\./[\w-]+/next-step/#([^"]*)"', page_of(name))
        assert len(links) == len(deal(sites()[name], course_of(name)))
        assert all(re.fullmatch(r"(\w+=[a-z0-9_-]+(&amp;|$))+", link) for link in links)
        assert not any("since" in link for link in links)


def test_it_is_a_file_for_people_kept_with_its_partnership_and_its_page_misleads_no_search() -> None:
    (made,) = word_packs(sites()["northmere"]).values()
    assert not is_fetched(made.path)
    assert group_of(PurePosixPath(made.path), ["northmere"]) == "northmere"
    folder, *_ = pack_page(sites()["northmere"], course_of("northmere").model)
    assert folder.startswith(UNSEARCHED)
