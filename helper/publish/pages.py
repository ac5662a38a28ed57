"""The pages of the site: models in, pages of HTML out. Every fact on them comes from a model; every template is in templates/."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass, fields, is_dataclass
from itertools import groupby
from pathlib import Path
from typing import Any

from jinja2 import Environment, FileSystemLoader, StrictUndefined
from jinja2.ext import Extension

from helper.engine.advise import advise
from helper.engine.case import Case
from helper.engine.contact_card import contact_card
from helper.engine.html import Html, tag
from helper.engine.listing import URGENCY_LABELS
from helper.engine.model import URGENCIES, Contact, Field, General, Limit, Model, Service, Stage, Statement
from helper.engine.persons import describe
from helper.engine.render import render_safety
from helper.engine.statements import cite, state
from helper.engine.words import cite as show_citation
from helper.engine.words import email, say_limit, statement
from helper.publish.flowchart import draw_flowchart
from helper.publish.questions import questions

TEMPLATES = Path(__file__).parent / "templates"


@dataclass(frozen=True)
class Page:
    """One page: its address in the site, its title, what it is about in a sentence, and its content."""

    path: str
    title: str
    description: str
    html: str


def environment() -> Environment:
    """Give the templates' environment: everything is escaped, and an unknown name is an error."""
    extensions: list[str | type[Extension]] = []
    return Environment(
        loader=FileSystemLoader(TEMPLATES), autoescape=True, undefined=StrictUndefined, trim_blocks=True, lstrip_blocks=True, extensions=extensions
    )


def site_pages(models: list[Model], built: str) -> Iterator[Page]:
    """Make every page of the site; `built` is the day it is built, as a reader says it."""
    templates = environment()

    def page(path: str, template: str, title: str, description: str, **context: Any) -> Page:
        root = "../" * path.count("/")
        html = templates.get_template(template).render(root=root, built=built, **context)
        return Page(path, title, description, html)

    first = models[0]
    yield page("index.md", "home.html", "Home", "Start here.", models=models, safety=_general_safety(first))
    yield page(
        "next-step/index.md", "where.html", "Get my next step", "Where does the child live?", models=models, safety=_general_safety(first), general=first.general
    )
    yield page(
        "about/index.md", "about.html", "About this guide", "Where the facts come from, what it does not know, and privacy.",
        general_advice=list(_general_advice(first.general)), holidays=first.holidays.source,
    )
    for model in models:
        for name, template, title, extra in _own_pages(model):
            context = _context(model, "../" * (1 + name.count("/"))) | extra
            place = model.procedure.name
            yield page(f"{model.procedure.id}/{name}index.md", template, f"{title} - {place}" if title else place, f"{place}: {title or 'overview'}.", **context)


def _own_pages(model: Model) -> Iterator[tuple[str, str, str, dict[str, Any]]]:
    procedure = model.procedure
    rules = [(name, getattr(procedure.urgency, name)) for name in URGENCIES[1:]]
    yield "", "overview.html", "", {"glance": _glance(model), "fast_routes": _fast_routes(model), "rules_by_name": rules, "urgency_labels": URGENCY_LABELS}
    yield "flowchart/", "flowchart.html", "Flowchart", {"flowchart": draw_flowchart(procedure, lambda anchor: f"../#{anchor}")}
    yield "contacts/", "contacts.html", "Contacts", {"rows": [_row(model, row) for row in _rows(model)]}
    yield "forms/", "forms.html", "Forms", {"grouped": _grouped, "field_item": _field_item}
    yield "sources/", "sources.html", "Sources", {"sections": cited_by_section(model)}
    yield "next-step/", "next_step.html", "Get my next step", {"questions": questions(model)}


def _context(model: Model, root: str) -> dict[str, Any]:
    document = model.procedure.document.id

    def say(said: Statement) -> Html:
        return statement(model, state(model, said), root)

    def cite_said(said: Statement) -> Html:
        return show_citation(model, cite(model, said), root)

    def cite_section(section: str) -> Html:
        return show_citation(model, {"document": document, "section": section}, root)

    advice = advise(model, Case(model.procedure.id, "start", "routine"))
    tools: dict[str, Callable[..., Any]] = {"say": say, "cite": cite_said, "cite_section": cite_section, "say_limit": _say_limit, "email": email, "badge": badge}
    return tools | {"model": model, "safety": render_safety(model, advice, root)}


def badge(stage: Stage) -> str:
    """Give the last word of a stage's label, which stands in its node: Stage B, B."""
    return stage.label.split()[-1]


def _say_limit(limit: Limit) -> str:
    return say_limit({"amount": limit.amount, "unit": limit.unit, "for": limit.purpose})


def _glance(model: Model) -> list[tuple[str, str]]:
    procedure = model.procedure
    limits = [limit for stage in procedure.stages for limit in stage.limits if limit.amount]
    longest = f"{len(limits)} with a number" if limits else "None with a number"
    dates = procedure.document.dates
    return [
        (f"{len(procedure.stages)} stages", f"{procedure.stages[0].label} to {procedure.stages[-1].label}"),
        ("Time limits", longest),
        (f"{len(model.forms)} form{'' if len(model.forms) == 1 else 's'}" if model.forms else "No form", ", ".join(form.title for form in model.forms) or "The document holds none"),
        (f"{dates[-1].what}: {dates[-1].printed}" if dates else "No date", "Printed on the document" if dates else "is printed on the document"),
    ]


def _fast_routes(model: Model) -> list[dict[str, str]]:
    routes = []
    for name in URGENCIES:
        rule = getattr(model.procedure.urgency, name)
        if rule.protection:
            said = rule.protection.standing
            routes.append({"kind": "safety", "label": URGENCY_LABELS[name], "text": said.text, "section": said.section})
        routes += [{"kind": "urgent", "label": URGENCY_LABELS[name], "text": jump.text, "section": jump.section} for jump in rule.begin_at]
    return routes


def _rows(model: Model) -> tuple[Service, ...]:
    office = model.contacts.office
    return (*model.contacts.services, *((office,) if office else ()))


def _row(model: Model, row: Service) -> tuple[Service, list[str], list[Html]]:
    labels = [stage.label for stage in model.procedure.stages if stage.id in row.stages]
    described = [plain | {"for_whom": None} for plain in describe(model, row, row.id, {})]
    return row, labels, [contact_card(model, plain, "../../") for plain in described]


def _grouped(all_fields: tuple[Field, ...]) -> list[tuple[str | None, list[Field]]]:
    return [(group, list(found)) for group, found in groupby(all_fields, key=lambda field: field.group)]


def _field_item(field: Field) -> Html:
    columns = [tag("li", column.label, f" ({column.help})" if column.help else None) for column in field.columns]
    rows = tag("p", "Rows: ", ", ".join(field.rows)) if field.rows else None
    options = tag("ul", [tag("li", option) for option in field.options]) if field.options else None
    return tag("li", tag("span", field.label), tag("small", " ", field.help) if field.help else None, options, tag("ul", columns) if columns else None, rows)


def cited_by_section(model: Model) -> list[tuple[Any, list[tuple[str, str]]]]:
    """List the document's sections, each with the statements that rest on it, in the order they stand in the files."""
    cited: dict[str, list[tuple[str, str]]] = {section.id: [] for section in model.procedure.document.sections}
    for thing in _walk((model.procedure, model.contacts, model.forms)):
        entry = _entry(thing)
        if entry and entry[0] in cited and entry[1:] not in cited[entry[0]]:
            cited[entry[0]].append(entry[1:])
    return [(section, cited[section.id]) for section in model.procedure.document.sections]


def _entry(thing: Any) -> tuple[str, str, str] | None:
    section = getattr(thing, "section", None)
    if not section:
        return None
    text = getattr(thing, "text", None) or getattr(thing, "title", None) or f"{thing.what}: {thing.printed}"
    return section, text, getattr(thing, "basis", "stated")


def _walk(thing: Any) -> Iterator[Any]:
    if isinstance(thing, tuple):
        for item in thing:
            yield from _walk(item)
    elif is_dataclass(thing) and not isinstance(thing, type):
        yield thing
        for field in fields(thing):
            yield from _walk(getattr(thing, field.name))


def _general_advice(general: General) -> Iterator[dict[str, str | None]]:
    titles = {"emergency": "In an emergency", "ask": "Whom to ask", "sooner": "A limit is not an allowance", "counting": "How we count days",
              "disclaimer": "Who runs this", "no_answer": "If nobody answers"}
    for name, title in titles.items():
        said: Statement = getattr(general, name)
        yield {"section": said.section, "title": title, "text": said.text}


def _general_safety(model: Model) -> Html:
    emergency = {"text": model.general.emergency.text, "citation": cite(model, model.general.emergency), "basis": "stated", "tel": [model.general.emergency_number]}
    return tag("div", tag("p", "Child in danger now?", class_="eg-safety__title"), tag("p", emergency["text"]), class_="eg-safety")


def count_contacts(model: Model) -> int:
    """Count everyone on the contact list."""
    people: list[Contact] = [who for row in model.contacts.services for who in (row, *row.people)]
    return len(people)
