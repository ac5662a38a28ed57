"""What the pages of one partnership need beside its model: facts counted, grouped and described for the templates."""

from collections.abc import Iterator
from itertools import groupby
from typing import Any

from helper.engine.html import Html, join, tag
from helper.engine.listing import URGENCY_LABELS
from helper.engine.model import URGENCIES, Field, Limit, Model, Stage, UrgencyRule
from helper.publish.assurance.sheet import sheet
from helper.publish.changes.page import last_change
from helper.publish.contact_rows import contact_rows
from helper.publish.fast_routes import fast_routes
from helper.publish.flowchart import draw_flowchart
from helper.publish.pack import pack_page
from helper.publish.questions import questions
from helper.publish.sections import asked_by_section, cited_by_section
from helper.publish.site import Site
from helper.publish.step_pages import step_pages, ways
from helper.publish.wall.briefing import briefing
from helper.publish.wall.poster import poster
from helper.publish.words_page import words_page

Own = tuple[str, str, str, dict[str, Any]]


def own_pages(site: Site, model: Model) -> Iterator[Own]:
    """Give each page of a partnership: its folder, template, title and what the template needs beside `site`."""
    procedure = model.procedure
    rules = [(name, rule) for name in URGENCIES if (rule := getattr(procedure.urgency, name)) != UrgencyRule()]
    overview = {
        "changed": last_change(site, procedure.id),
        "glance": glance(model),
        "fast_routes": fast_routes(model),
        "rules_by_name": rules,
    }
    yield "", "overview.html", "", overview | {"urgency_labels": URGENCY_LABELS, "badge": badge}
    yield "flowchart/", "flowchart.html", "Flowchart", {"flowchart": draw_flowchart(procedure, lambda to: f"../#{to}")}
    yield "contacts/", "contacts.html", "Contacts", {"rows": contact_rows(model, "../../")}
    yield "forms/", "forms.html", "Forms", {"grouped": grouped, "field_item": field_item}
    for form in model.forms:
        if form.available:
            yield f"forms/{form.id}/", "form.html", f"Fill in: {form.title}", {"form": form, "grouped": grouped}
    yield "words/", "words.html", "Words to use", words_page(model)
    if model.procedure.id in site.courses:
        yield pack_page(site, model)
    yield "team/", "team.html", "For your team", {}
    yield "briefing/", "briefing.html", "Briefing in seven minutes", {"briefing": briefing(site, model)}
    yield "poster/", "poster.html", "Poster", {"poster": poster(site, model)}
    yield "sources/", "sources.html", "Sources", _sources(site, model)
    yield "check/", "check.html", "Correction sheet", _sheet(site, model)
    yield "next-step/", "next_step.html", "Get my next step", helper_context(model)
    for folder, title, answered in step_pages(model):
        yield folder, "step.html", title, answered


def _sheet(site: Site, model: Model) -> dict[str, Any]:
    course = site.courses.get(model.procedure.id)
    parts = sheet(model, course.turns if course else (), site.borders)
    return {"sheet": parts, "lines": parts[-1].lines[-1].number, "shown": lambda fact: join(fact.said)}


def _sources(site: Site, model: Model) -> dict[str, Any]:
    course = site.courses.get(model.procedure.id)
    asked = asked_by_section(course) if course else {}
    return {"sections": cited_by_section(model, course.turns if course else ()), "asked": asked}


def helper_context(model: Model) -> dict[str, Any]:
    """Give what the helper's template needs: its questions, the pages of its answers, its forms' fields by heading."""
    return {"questions": questions(model), "steps": ways(model), "grouped": grouped}


def badge(stage: Stage) -> str:
    """Give the last word of a stage's label, which stands in its node: of Stage B, B."""
    return stage.label.split()[-1]


def glance(model: Model) -> list[tuple[str, str]]:
    """Count what a reader asks first: stages, limits, forms, the document's date."""
    stages, forms, dates = model.procedure.stages, model.forms, model.procedure.document.dates
    steps = (*stages, *model.procedure.urgency.up_to("immediate"), model.procedure.settled, model.procedure.always)
    limits = {limit.text: limit for step in steps for limit in step.limits}.values()
    counted, same_day = (sum(wanted(limit) for limit in limits) for wanted in (_has_number, _is_same_day))
    named = ", ".join(form.title if form.available else f"{form.title} (not held)" for form in forms)
    return [
        (_count(len(stages), "stage"), f"{stages[0].label} to {stages[-1].label}"),
        (
            "Time limits",
            f"{counted} with a number" if counted else "Same working day, for a danger" if same_day else "None with a number",
        ),
        (_count(len(forms), "form") if forms else "No form", named or "The document holds none"),
        (dates[-1].printed if dates else "No date", dates[-1].what if dates else "is printed on the document"),
    ]


def _has_number(limit: Limit) -> bool:
    return limit.amount is not None


def _is_same_day(limit: Limit) -> bool:
    return limit.unit == "same_working_day"


def _count(number: int, name: str) -> str:
    return f"{number} {name}{'' if number == 1 else 's'}"


def grouped(all_fields: tuple[Field, ...]) -> list[tuple[str | None, list[Field]]]:
    """Group a form's fields under its headings, in the form's own order."""
    return [(group, list(found)) for group, found in groupby(all_fields, key=lambda field: field.group)]


def field_item(field: Field) -> Html:
    """Show one field of a form: its label, and its choices, columns or rows."""
    columns = [tag("li", column.label, f" ({column.help})" if column.help else None) for column in field.columns]
    return tag(
        "li",
        tag("span", field.label, class_="eg-printed"),
        tag("small", " ", field.help) if field.help else None,
        tag("ul", [tag("li", option) for option in field.options]) if field.options else None,
        tag("ul", columns) if columns else None,
        tag("p", "Rows: ", ", ".join(field.rows)) if field.rows else None,
    )
