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
from helper.engine.model import START, General, Limit, Model, Statement, When
from helper.engine.render import render_general_safety, render_safety
from helper.engine.statements import cite, state
from helper.engine.words import cite as show_citation
from helper.engine.words import email, say_limit, statement
from helper.publish.partnership_pages import own_pages

TEMPLATES = Path(__file__).parent / "templates"
# What stands on these pages stands on the others too, where a reader in a hurry is better served.
UNSEARCHED = ("sources/", "next-step/")
# Answers with a page of their own are found by way of the questions alone: out of their order they mislead.
UNLISTED = "step.html"
# Stands in for other pages where there is no network; nobody looks for it.
NOT_KEPT = "offline/not-kept/"
GENERAL_TITLES = {
    "emergency": "In an emergency",
    "harm": "Where significant harm is feared",
    "ask": "Whom to ask",
    "sooner": "A limit is not an allowance",
    "counting": "How we count days",
    "disclaimer": "Who runs this",
    "no_answer": "If nobody answers",
    "agree_day": "How long to wait for an answer",
    "silence": "What no answer means",
    "words": "Words to begin with",
    "own_points": "Points to say",
    "secure": "E-mail",
    "challenged": "When someone has challenged you",
}


@dataclass(frozen=True)
class Page:
    """One page: its path in the site, title, description and content; whose it is (an id, or nobody's);
    whether the site's own search knows it, and whether other people's may."""

    path: str
    title: str
    description: str
    html: str
    partnership: str = ""
    searched: bool = True
    listed: bool = True


@dataclass(frozen=True)
class Assets:
    """Where in the site the pages find what they load: scripts and styles by plain name; the engine's files and each
    partnership's table, facts, contact list and (by form) blanks as `{address, size, sha256}`."""

    names: Mapping[str, str]
    engine: Mapping[str, Any]
    answers: Mapping[str, Any]


def site_pages(models: list[Model], built: str, assets: Assets) -> Iterator[Page]:
    """Make every page of the site; `built` is the day it is built, as a reader says it."""
    templates = Environment(
        loader=FileSystemLoader(TEMPLATES),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )

    def fill(folder: str, template: str, context: dict[str, Any]) -> str:
        return templates.get_template(template).render(root="../" * folder.count("/"), built=built, assets=assets.names, **context)

    for folder, template, title, about, context in _shared_pages(models):
        is_found = folder != NOT_KEPT
        yield Page(f"{folder}index.md", title, about, fill(folder, template, context), searched=is_found, listed=is_found)
    for model in models:
        place = model.procedure.name
        fetched = {"fetched": {**assets.answers[model.procedure.id], "engine": assets.engine}}
        for name, template, title, context in own_pages(model):
            folder = f"{model.procedure.id}/{name}"
            html = fill(folder, template, _tools(model, "../" * folder.count("/")) | fetched | context)
            yield Page(
                f"{folder}index.md",
                f"{place}: {title}" if title else f"{place}: escalation procedure",
                f"{title or 'Escalation procedure'}, {model.procedure.partnership}: {model.procedure.document.title}.",
                html,
                model.procedure.id,
                not name.startswith(UNSEARCHED),
                template != UNLISTED,
            )


def _shared_pages(models: list[Model]) -> Iterator[tuple[str, str, str, str, dict[str, Any]]]:
    general = models[0].general
    safety = {"safety": render_general_safety(general)}
    about = "Who to contact next, by when and with which form, when agencies disagree about keeping a child safe."
    yield "", "home.html", "Home", about, safety | {"models": models}
    where = "Where does the child live? The way to the procedure that applies."
    yield "next-step/", "where.html", "Get my next step", where, safety | {"models": models, "general": general}
    facts = "Where the facts come from, what this guide does not know, and privacy."
    context = {"general_advice": list(_general_advice(general)), "holidays": models[0].holidays.source}
    yield "about/", "about.html", "About this guide", facts, context
    offline = "Keep a copy of this guide on a phone, a laptop or a stick, for when there is no network."
    yield "offline/", "offline.html", "Use it with no network", offline, {"models": models}
    absent = "What is on this device, when a page is not."
    yield NOT_KEPT, "not_kept.html", "Not on this device", absent, safety | {"models": models}


def _tools(model: Model, root: str) -> dict[str, Any]:
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


def _general_advice(general: General) -> Iterator[dict[str, str | None]]:
    for name, title in GENERAL_TITLES.items():
        said: Statement | tuple[Statement, ...] = getattr(general, name)
        steps = said if isinstance(said, tuple) else (said,)
        yield {"section": steps[0].section, "title": title, "text": " ".join(step.text for step in steps)}
