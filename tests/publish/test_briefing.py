"""A briefing says the least that a team needs to hear, in seven parts and no more words than seven minutes hold."""

import re
from dataclasses import replace
from functools import cache

import pytest

from helper.engine.model import Model
from helper.publish.pages import site_pages
from helper.publish.search import plain_text
from helper.publish.training.model import Course, courses
from tests.partnerships import invented, real
from tests.publish.markup import as_written
from tests.publish.test_poster import site_of

COURSES = {course.model.procedure.id: course for library in (real(), invented()) for course in courses(library)}
each_course = pytest.mark.parametrize("course", COURSES.values(), ids=COURSES)


@cache
def html_of(name: str) -> str:
    model = COURSES[name].model
    pages = site_pages(replace(site_of(model), courses={name: COURSES[name]}))
    return next(page.html for page in pages if page.path == f"{name}/briefing/index.md")


def part(model: Model, number: int) -> str:
    html = html_of(model.procedure.id)
    return plain_text(as_written(html).partition(f'<h2 id="part-{number}">')[2].partition("</section>")[0])


@each_course
def test_it_has_seven_parts_and_is_read_in_seven_minutes(course: Course) -> None:
    html = html_of(course.model.procedure.id)
    assert [title[0] for title in re.findall(r'<h2 id="part-\d">(.*?)</h2>', html)] == list("1234567")
    words = plain_text(html.partition("eg-brief__screen")[2].partition("<footer")[0]).split()
    assert 300 < len(words) < 1150


@each_course
def test_every_stage_is_in_the_ladder_with_who_acts_and_in_the_limits(course: Course) -> None:
    model = course.model
    for stage in model.procedure.stages:
        assert f"{stage.label}: {stage.title}" in part(model, 3)
        assert stage.summary.text in part(model, 3)
        assert f"{stage.label}:" in part(model, 4)
        assert all(limit.amount is None or str(limit.amount) in part(model, 4) for limit in stage.limits)
    assert ("No time limit in the text" in part(model, 4)) == any(not stage.limits for stage in model.procedure.stages)
    assert model.procedure.ending.headline.text in part(model, 3)


@each_course
def test_danger_what_is_unclear_and_the_age_of_the_contacts_are_said(course: Course) -> None:
    model = course.model
    assert "999" in part(model, 5)
    for rule in model.procedure.urgency.up_to("immediate"):
        assert not rule.protection or rule.protection.standing.text in part(model, 5)
    assert model.procedure.document.review.text in part(model, 6)
    recorded = [said for step in (model.procedure.always, *model.procedure.stages) for said in step.record]
    assert bool(recorded) != ("found nothing in the document on what to write down" in part(model, 6))


@each_course
def test_it_ends_with_the_procedures_own_questions_and_what_the_team_does_next(course: Course) -> None:
    asked = part(course.model, 7)
    assert not course.reflect or course.reflect[0].text in asked
    assert course.session.reflect[0] in asked
    assert all(line in asked for line in course.session.plan)
