"""The whole way in order: the folder of a project in, `{path in the site: content}` out, or Problems. Nothing is half built."""

import json
from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path
from typing import Any

from helper.engine.model import Model
from helper.engine.workdays import say_day
from helper.publish import answers
from helper.publish.all_contacts import contact_cards, contact_index
from helper.publish.blank import write_blank
from helper.publish.bundle import bundle
from helper.publish.cache import cached
from helper.publish.check import check
from helper.publish.colour import palette, styles
from helper.publish.contact_table import contact_table
from helper.publish.data_script import ENDING
from helper.publish.findable import contact_entries
from helper.publish.frames import data_scripts, helpers, needed_in_frames
from helper.publish.manifest import manifest
from helper.publish.only import keep_only
from helper.publish.pack import word_packs
from helper.publish.pages import Page, site_pages
from helper.publish.published import Published, publish
from helper.publish.read import Library, Partnership
from helper.publish.scripts import bundle_scripts
from helper.publish.search import build_index, read_sections, read_synonyms
from helper.publish.shared_pages import ABOUT
from helper.publish.site import Assets, Host, Site
from helper.publish.training.lesson import lesson
from helper.publish.training.model import Course, Scenario, border_scenarios, courses

Files = dict[str, str | bytes]
NOBODY = Host()
# Where what scripts fetch stands; pages, scripts and styles load by themselves.
FETCHED = ("assets/contacts/", "assets/engine/", "assets/forms/", "assets/procedures/", "assets/tables/", "assets/training/")


@dataclass(frozen=True)
class Built:
    """What was read, the files of the site by their path in it, and where the scripts and styles stand in it by plain name."""

    library: Library
    files: Files
    assets: Mapping[str, str]


def build(root: Path, today: date, only: str = "", host: Host = NOBODY) -> Built:
    """Read, check and publish the procedures under a root; raise Problems where there is one, and then publish nothing.

    `only` lists the partnerships to publish, such as "salford,wigan"; all are read and checked in any case. `host` is whose copy
    of the site it is.
    """
    library = keep_only(check(root), only)
    models = sorted((found.model for found in library.partnerships.values()), key=lambda model: model.procedure.name)
    own_styles = styles(palette(host.colour)) if host.colour else ""
    engine, scripts = bundle(root), bundle_scripts(root, own_styles)
    fetched = {name: _fetched(root, partnership) for name, partnership in library.partnerships.items()}
    blanks = {name: _blanks(partnership.model) for name, partnership in library.partnerships.items()}
    lists = {name: _list(partnership.model) for name, partnership in library.partnerships.items()}
    cards = {model.procedure.id: contact_cards(model) for model in models}
    index = contact_index(
        models, read_synonyms(library.shared["synonyms"].plain), {name: one["cards"].plain() for name, one in cards.items() if one}
    )
    taught, borders = {course.model.procedure.id: course for course in courses(library)}, border_scenarios(library)
    lessons = _lessons(taught, borders)
    known = {
        name: {**_plain(found), "blanks": _plain(blanks[name]), **_plain(lists[name]), **_plain(lessons[name])}
        for name, found in fetched.items()
    }
    assets = Assets({**scripts.names, "contact-index.js": index.path}, engine.files, known)
    files: Files = {**engine.contents, **scripts.files, index.path: index.content}
    made = (*fetched.values(), *blanks.values(), *lists.values(), *cards.values(), *lessons.values())
    files |= {one.path: one.content for found in made for one in found.values()}
    site = Site(tuple(models), say_day(today), assets, host, taught, borders)
    packs = word_packs(site)
    files |= {pack.path: pack.content for pack in packs.values()}
    alone = helpers(site)
    site = replace(site, packs=_plain(packs), assets=replace(assets, helpers=_plain(alone)))
    files |= data_scripts(needed_in_frames(files, engine.files) | {one.path: one.content for one in alone.values()})
    files |= {page.path: as_markdown(page) for page in site_pages(site)}
    files["manifest.webmanifest"] = manifest(host, ABOUT)
    files |= {f"schemas/{file.name}": _text(file) for file in sorted((root / "schemas").glob("*.json"))}
    return Built(library, files, scripts.names)


def _fetched(root: Path, partnership: Partnership) -> dict[str, Published]:
    """Make what the page fetches of one partnership: its answer table, and its facts for the engine."""
    facts = _compact(partnership.plain).encode()
    makers = [*sorted((root / "helper/engine").rglob("*.py")), Path(answers.__file__)]
    made = cached(
        root / ".cache" / "tables" / partnership.id,
        makers,
        {"facts": facts},
        lambda: {"table": answers.answer_table(partnership.model).encode()},
    )
    return {
        "table": publish("assets/tables", partnership.id, "json", made["table"]),
        "facts": publish("assets/procedures", partnership.id, "json", facts),
    }


def _blanks(model: Model) -> dict[str, Published]:
    """Make the blank Word document of each form that we hold, by the form's id."""
    name = model.procedure.id
    return {
        form.id: publish("assets/forms", f"{name}.{form.id}", "docx", write_blank(model, form))
        for form in model.forms
        if form.available
    }


def _list(model: Model) -> dict[str, Published]:
    """Make the contact list as a table, where there is one: a file for people, which no script asks for."""
    table = contact_table(model).encode()
    return {"list": publish("assets/lists", model.procedure.id, "csv", table)} if model.contacts.services else {}


def _lessons(taught: Mapping[str, Course], borders: tuple[Scenario, ...]) -> dict[str, dict[str, Published]]:
    """Make what the training room fetches of each partnership."""
    models = {name: course.model for name, course in taught.items()}
    made = {name: lesson(course, borders, models).encode() for name, course in taught.items()}
    return {name: {"lesson": publish("assets/training", name, "json", content)} for name, content in made.items()}


def _plain(found: Mapping[str, Published]) -> dict[str, Any]:
    return {name: one.plain() for name, one in found.items()}


def build_search(library: Library, split: dict[str, Any]) -> str:
    """Make the search index, a script, from the pages' sections as the site generator split them, and from the contacts."""
    names = {name: found.model.procedure.name for name, found in library.partnerships.items()}
    contacts = [entry for found in library.partnerships.values() for entry in contact_entries(found.model)]
    return build_index([*read_sections(split, names), *contacts], read_synonyms(library.shared["synonyms"].plain), names)


def is_fetched(path: str) -> bool:
    """Tell whether scripts fetch a file of the site: the engine's, a table, a model, a form, a lesson; licences are for people."""
    return path.startswith(FETCHED) and not path.endswith((".txt", ENDING))


def as_markdown(page: Page) -> str:
    """Wrap a page for the site generator: its title and description in front, its content as one block of HTML.

    Markdown ends a block of HTML at a blank line, so there is none.
    """
    front: dict[str, Any] = {"title": page.title, "description": page.description, "partnership": page.partnership}
    front |= {"hide": ["navigation", "toc"], "search": {"exclude": not page.searched}}
    front |= {} if page.listed else {"robots": "noindex"}
    front |= {"template": page.layout} if page.layout else {}
    html = "\n".join(line for line in page.html.splitlines() if line.strip())
    return f'---\n{json.dumps(front, ensure_ascii=False)}\n---\n\n<div class="eg-page">\n{html}\n</div>\n'


def _text(file: Path) -> str:
    return file.read_text(encoding="utf-8")


def _compact(plain: Any) -> str:
    return json.dumps(plain, ensure_ascii=False, separators=(",", ":"))
