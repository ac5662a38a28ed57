"""The pages that belong to no partnership: a site in, their folder, title and what their template needs out."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from helper.engine.html import Html, join
from helper.engine.model import General, Statement
from helper.engine.render import render_general_safety
from helper.engine.words import email
from helper.publish.access_tried import KNOWN, TRIED, TRIED_RARELY, UNTRIED
from helper.publish.all_contacts import all_contacts
from helper.publish.assurance import page as assurance
from helper.publish.changes.page import changes_page
from helper.publish.compare.page import compare_page
from helper.publish.glossary.page import FOLDER as GLOSSARY
from helper.publish.glossary.page import glossary_page
from helper.publish.keeping.page import FOLDER as KEEPING
from helper.publish.keeping.page import keeping_page
from helper.publish.policy import POLICY
from helper.publish.serving.told import serving_told
from helper.publish.site import Site
from helper.publish.snippets import guide
from helper.publish.training.room import FOLDER, room

ABOUT = "Who to contact next, by when and with which form, when agencies disagree about keeping a child safe."
GENERAL_TITLES = {
    "emergency": "In an emergency",
    "harm": "Where significant harm is feared",
    "ask": "Whom to ask",
    "elsewhere": "Work in one area, child in another",
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
class Shared:
    """One page: its folder in the site, template, title, what it is about, and what its template needs beside `site`;
    whether the site's own search knows it, whether other people's may; `layout` is a template of the theme's own folder."""

    folder: str
    template: str
    title: str
    about: str
    context: dict[str, Any]
    searched: bool = True
    listed: bool = True
    layout: str = ""


def shared_pages(site: Site) -> Iterator[Shared]:
    """Give each page."""
    models = site.models
    general = models[0].general
    safety = {"safety": render_general_safety(general)}
    yield Shared("", "home.html", "Home", ABOUT, safety | {"models": models})
    where = "Where does the child live? The way to the procedure that applies."
    yield Shared("next-step/", "where.html", "Get my next step", where, safety | {"models": models, "general": general})
    facts = "Where the facts come from, what this guide does not know, and privacy."
    context = {"general_advice": list(_general_advice(general)), "holidays": models[0].holidays.source}
    yield Shared("about/", "about.html", "About this guide", facts, context)
    checked = "Cases tried, gaps, cautions, the age of each document, and what nobody has confirmed: counted when it was built."
    yield Shared(assurance.FOLDER, "assurance.html", "How it was checked", checked, assurance.assurance_page(site))
    if len(models) > 1:
        beside = "What differs from area to area, and what changes where you work in one and the child lives in another."
        yield Shared("compare/", "compare.html", "Compare procedures", beside, compare_page(site))
    practise = "Practise the escalation procedures with invented scenarios, in a room or alone."
    yield Shared(FOLDER, "training.html", "Training room", practise, safety | room(site))
    explained = "Short forms and words of safeguarding and of this guide, in plain English."
    yield Shared(GLOSSARY, "glossary.html", "Glossary", explained, glossary_page(site))
    stated = "How far everybody can use this guide, what is known not to be right, and whom to tell."
    yield Shared("accessibility/", "accessibility.html", "Accessibility statement", stated, _accessibility(site))
    offline = "Keep a copy of this guide on a phone, a laptop or a stick, for when there is no network."
    yield Shared("offline/", "offline.html", "Use it with no network", offline, {"models": models, "policy": POLICY})
    everyone = "Every contact of every procedure in this guide: look one up by service, name, role, number, area or agency."
    yield Shared("contacts/", "all_contacts.html", "All contacts", everyone, safety | {"general": general} | all_contacts(models))
    other_pages = (
        "The escalation helper in your own intranet: a snippet to paste, steps for common systems, and what IT has to allow."
    )
    yield Shared("embed/guide/", "embed_guide.html", "Put the helper on your intranet", other_pages, guide(site))
    own = "Host your own copy of this guide, with your name, your colour and the partnerships that you choose."
    yield Shared("own-copy/", "own_copy.html", "Host your own copy", own, {"models": models} | serving_told(site.host))
    whose = "Whose work this guide holds, and under which licence: each in full."
    yield Shared("licences/", "licences.html", "Licences", whose, {"works": site.licences, "lines": line_by_line}, False)
    keep = "How to change a number, a person or a stage, step by step and with pictures, for those who cannot program."
    yield Shared(KEEPING, "keeping.html", "Keep it true", keep, keeping_page(site))
    changed = "What was changed in what this guide says of the procedures, when and why, with what stood there before."
    # What stood there before must not be found for what holds now.
    yield Shared("changes/", "changes.html", "What changed", changed, changes_page(site), searched=False)
    alone = "The helper alone, for a frame in another site's page."
    chosen = safety | {"models": models, "general": general, "helpers": site.assets.helpers}
    yield Shared("embed/", "embed.html", "Escalation helper", alone, chosen, False, False, "embed.html")
    # Stands in for other pages where there is no network; nobody looks for it.
    absent = "What is on this device, when a page is not."
    yield Shared("offline/not-kept/", "not_kept.html", "Not on this device", absent, safety | {"models": models}, False, False)


def line_by_line(text: str) -> Html:
    """Keep the lines of a text: written as references, for pages leave out empty lines."""
    return Html(join(text.strip()).replace("\n", "&#10;"))


def _accessibility(site: Site) -> dict[str, Any]:
    """Give what the body that publishes this copy states, if one does, and what is true of every copy."""
    known = {"known": KNOWN, "untried": UNTRIED, "tried": TRIED, "tried_rarely": TRIED_RARELY}
    return {"stated": site.host.accessibility, "email": email} | known


def _general_advice(general: General) -> Iterator[dict[str, str | None]]:
    for name, title in GENERAL_TITLES.items():
        said: Statement | tuple[Statement, ...] = getattr(general, name)
        steps = said if isinstance(said, tuple) else (said,)
        yield {"section": steps[0].section, "title": title, "text": " ".join(step.text for step in steps)}
