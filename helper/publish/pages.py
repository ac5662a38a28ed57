"""The pages of the site: models in, pages of HTML out. Every fact on them comes from a model; their shape is in templates/."""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache, partial
from pathlib import Path
from typing import Any

from jinja2 import Environment, FileSystemLoader, StrictUndefined

from helper.engine.advise import advise
from helper.engine.case import Case
from helper.engine.html import Html
from helper.engine.model import Model, Statement
from helper.engine.render import render_safety
from helper.engine.statements import cite
from helper.engine.words import cite as show_citation
from helper.engine.words import email
from helper.publish.assurance.corrections import contact_about, has_whole_list, office_of, places, subject_for, write_to
from helper.publish.assurance.figures import Figures, figures_of
from helper.publish.glossary.model import in_answers
from helper.publish.glossary.write_out import write_out
from helper.publish.partnership_pages import helper_context, own_pages
from helper.publish.saying import say, say_length
from helper.publish.shared_pages import shared_pages
from helper.publish.site import Site

TEMPLATES = Path(__file__).parent / "templates"
# What stands on these pages stands on the others too, where a reader in a hurry is better served; and a scenario is no fact.
UNSEARCHED = ("sources/", "check/", "next-step/", "pack/", "poster/", "briefing/")
# Answers with a page of their own are found by way of the questions alone: out of their order they mislead.
UNLISTED = "step.html"
# Answers come into these pages by script.
ASKING = ("helper.html", "next_step.html")
HELPER = "Get my next step"


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
    for one in shared_pages(site):
        html = _fill(site, one.folder, one.template, one.title, one.context)
        yield Page(f"{one.folder}index.md", one.title, one.about, html, "", one.searched, one.listed, one.layout)
    for model in site.models:
        place, figures = model.procedure.name, figures_of(site, model)
        for name, template, title, context in own_pages(site, model):
            folder = f"{model.procedure.id}/{name}"
            own = _own(site, model, folder, figures)
            full = f"{place}: {title or 'escalation procedure'}"
            # What a reader writes about a page names it, and an answer's own page is named after a case.
            html = _fill(site, folder, template, f"{place}: {HELPER}" if template == UNLISTED else full, own | context)
            yield Page(
                f"{folder}index.md",
                full,
                f"{title or 'Escalation procedure'}, {model.procedure.partnership}: {model.procedure.document.title}.",
                html,
                model.procedure.id,
                not name.startswith(UNSEARCHED),
                template != UNLISTED,
            )


def helper_markup(site: Site, model: Model, folder: str) -> str:
    """Make the helper of a partnership alone, as a page in `folder` shows it."""
    own = _own(site, model, folder, figures_of(site, model))
    return _fill(site, folder, "helper.html", f"{model.procedure.name}: {HELPER}", own | helper_context(model))


def wrong_here(site: Site, title: str, way: str) -> Html:
    """Say on a page that is made from the theme alone, such as the search, who is told of a mistake.

    `way` leads from there to the page of how the guide was checked; it is empty where the page does not know where it stands.
    """
    return Html(_fill(site, "", "wrong_here.html", title, {"way": way}))


def _own(site: Site, model: Model, folder: str, figures: Figures) -> dict[str, Any]:
    """Give what every page of a partnership needs."""
    fetched = {**site.assets.answers[model.procedure.id], "engine": site.assets.engine}
    return tools(model, _root(folder)) | {"fetched": fetched, "figures": figures}


def _fill(site: Site, folder: str, template: str, title: str, context: dict[str, Any]) -> str:
    """Fill a template in, for a page that stands in a folder of the site, and write its short forms out.

    Under its title readers may write about the page.
    """
    standing = {"root": _root(folder), "site": site, "built": site.built, "assets": site.assets.names, "page_title": title}
    subject = subject_for(title, site.built)
    standing |= {
        "write_to": partial(write_to, subject=subject),
        "office_of": partial(office_of, subject=subject),
        "has_whole_list": has_whole_list,
    }
    standing |= {"places": places(site.models), "contact": contact_about(site.host, subject)}
    html = _templates().get_template(template).render(**standing, **context)
    model: Model | None = context.get("model")
    forms = site.glossary.forms(model)
    by_script = in_answers(model) if model and template in ASKING else set()
    return write_out(html, forms, by_script & set(forms))


def _root(folder: str) -> str:
    return "../" * folder.count("/")


@cache
def _templates() -> Environment:
    return Environment(
        loader=FileSystemLoader(TEMPLATES),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )


def tools(model: Model, root: str) -> dict[str, Any]:
    """Give a partnership's templates their ways to show a statement, a citation and a limit."""
    document = model.procedure.document.id

    def say_here(said: Statement) -> Html:
        return say(model, said, root)

    def cite_said(said: Statement) -> Html:
        return show_citation(model, cite(model, said), root)

    def cite_section(section: str) -> Html:
        return show_citation(model, {"document": document, "section": section}, root)

    safety = render_safety(model, advise(model, Case(model.procedure.id, "start", "routine")), root)
    shown = {"say": say_here, "cite": cite_said, "cite_section": cite_section, "say_limit": say_length, "email": email}
    return shown | {"model": model, "safety": safety}
