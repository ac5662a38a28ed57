"""The pages of the site: models in, pages of HTML out. Every fact on them comes from a model; their shape is in templates/."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from jinja2 import Environment, FileSystemLoader, StrictUndefined

from helper.engine.advise import advise
from helper.engine.case import Case
from helper.engine.html import Html
from helper.engine.listing import SIDE_LABELS, START_LABEL, URGENCY_LABELS
from helper.engine.model import START, Limit, Model, Statement, When
from helper.engine.render import render_safety
from helper.engine.statements import cite, state
from helper.engine.words import cite as show_citation
from helper.engine.words import email, say_limit, statement
from helper.publish.partnership_pages import own_pages
from helper.publish.shared_pages import shared_pages
from helper.publish.site import Site

TEMPLATES = Path(__file__).parent / "templates"
# What stands on these pages stands on the others too, where a reader in a hurry is better served.
UNSEARCHED = ("sources/", "next-step/")
# Answers with a page of their own are found by way of the questions alone: out of their order they mislead.
UNLISTED = "step.html"


@dataclass(frozen=True)
class Page:
    """One page: its path in the site, title, description and content; whose it is (an id, or nobody's);
    whether the site's own search knows it, and whether other people's may; `layout` is a template of the theme's own folder."""

    path: str
    title: str
    description: str
    html: str
    partnership: str = ""
    searched: bool = True
    listed: bool = True
    layout: str = ""


def site_pages(site: Site) -> Iterator[Page]:
    """Make every page of the site."""
    templates = Environment(
        loader=FileSystemLoader(TEMPLATES),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )

    def fill(folder: str, template: str, context: dict[str, Any]) -> str:
        standing = {"root": "../" * folder.count("/"), "site": site, "built": site.built, "assets": site.assets.names}
        return templates.get_template(template).render(**standing, **context)

    for one in shared_pages(site):
        html = fill(one.folder, one.template, one.context)
        yield Page(f"{one.folder}index.md", one.title, one.about, html, "", one.searched, one.listed, one.layout)
    for model in site.models:
        place = model.procedure.name
        fetched = {"fetched": {**site.assets.answers[model.procedure.id], "engine": site.assets.engine}}
        for name, template, title, context in own_pages(site, model):
            folder = f"{model.procedure.id}/{name}"
            html = fill(folder, template, tools(model, "../" * folder.count("/")) | fetched | context)
            yield Page(
                f"{folder}index.md",
                f"{place}: {title}" if title else f"{place}: escalation procedure",
                f"{title or 'Escalation procedure'}, {model.procedure.partnership}: {model.procedure.document.title}.",
                html,
                model.procedure.id,
                not name.startswith(UNSEARCHED),
                template != UNLISTED,
            )


def tools(model: Model, root: str) -> dict[str, Any]:
    """Give a partnership's templates their ways to show a statement, a citation and a limit."""
    document = model.procedure.document.id

    def say(said: Statement) -> Html:
        condition = condition_of(model, said.when)
        return statement(model, state(model, said) | ({"way": condition} if condition else {}), root)

    def cite_said(said: Statement) -> Html:
        return show_citation(model, cite(model, said), root)

    def cite_section(section: str) -> Html:
        return show_citation(model, {"document": document, "section": section}, root)

    def say_length(limit: Limit) -> str:
        again = vars(limit.equates) if limit.equates else None
        return say_limit({"amount": limit.amount, "unit": limit.unit, "for": limit.purpose, "equates": again})

    safety = render_safety(model, advise(model, Case(model.procedure.id, "start", "routine")), root)
    shown = {"say": say, "cite": cite_said, "cite_section": cite_section, "say_limit": say_length, "email": email}
    return shown | {"model": model, "safety": safety}


def condition_of(model: Model, when: When) -> str:
    """Say for whom a statement is, where it is not for everybody: its stages, urgencies, side, agencies, areas."""
    stages = {stage.id: stage.label for stage in model.procedure.stages} | {START: START_LABEL}
    agencies = {agency.id: agency.label for agency in model.agencies}
    areas = {area.id: area.label for area in model.procedure.areas}
    groups: tuple[tuple[tuple[str, ...], Mapping[str, str]], ...] = (
        (when.stage, stages),
        (when.urgency, URGENCY_LABELS),
        (when.side, SIDE_LABELS),
        (when.you, agencies),
        (when.area, areas),
    )
    return "; ".join(", ".join(labels[one] for one in chosen) for chosen, labels in groups if chosen)
