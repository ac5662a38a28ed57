"""The whole way in order: the folder of a project in, `{path in the site: content}` out, or Problems. Nothing is half built."""

import json
from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path
from typing import Any

from helper.engine.workdays import say_day
from helper.publish.all_contacts import contact_index
from helper.publish.assurance.proof import read_proof
from helper.publish.assurance.version import version_of
from helper.publish.bundle import bundle
from helper.publish.changes.feed import feed
from helper.publish.changes.log import entries_for, read_entries
from helper.publish.check import check
from helper.publish.colour import palette, styles
from helper.publish.data_script import ENDING
from helper.publish.findable import contact_entries
from helper.publish.frames import data_scripts, helpers, needed_in_frames
from helper.publish.glossary.model import read_glossary
from helper.publish.glossary.page import glossary_entries
from helper.publish.keeping.walks import walks
from helper.publish.licences import licensed
from helper.publish.manifest import manifest
from helper.publish.only import keep_only
from helper.publish.own_files import OwnFiles, cards_of, own_files
from helper.publish.pack import word_packs
from helper.publish.pages import Page, site_pages
from helper.publish.published import plain_of
from helper.publish.read import Library
from helper.publish.scripts import bundle_scripts
from helper.publish.search import build_index, read_sections, read_synonyms
from helper.publish.shared_pages import ABOUT
from helper.publish.site import Assets, Build, Host, Site
from helper.publish.training.lesson import lesson
from helper.publish.training.model import border_scenarios, courses

Files = dict[str, str | bytes]
NOBODY = Host()
# Where what scripts fetch stands; pages, scripts and styles load by themselves.
FETCHED = ("assets/contacts/", "assets/engine/", "assets/forms/", "assets/procedures/", "assets/tables/", "assets/training/")


@dataclass(frozen=True)
class Built:
    """What was read, the files of the site by their path in it, where the scripts and styles stand in it by plain name, and all
    that pages are made of."""

    library: Library
    files: Files
    assets: Mapping[str, str]
    site: Site


def build(root: Path, today: date, only: str = "", host: Host = NOBODY) -> Built:
    """Read, check and publish the procedures under a root; raise Problems where there is one, and then publish nothing.

    `only` lists the partnerships to publish, such as "salford,wigan"; all are read and checked in any case. `host` is whose copy
    of the site it is.
    """
    library = keep_only(check(root), only)
    models = sorted((found.model for found in library.partnerships.values()), key=lambda model: model.procedure.name)
    own_styles = styles(palette(host.colour)) if host.colour else ""
    engine, scripts = bundle(root), bundle_scripts(root, own_styles)
    taught, borders = {course.model.procedure.id: course for course in courses(library)}, border_scenarios(library)
    glossary = read_glossary(library)
    by_id = {model.procedure.id: model for model in models}
    own = {
        name: own_files(root, found, lesson(taught[name], borders, by_id, glossary)) for name, found in library.partnerships.items()
    }
    index = contact_index(models, read_synonyms(library.shared["synonyms"].plain), cards_of(own))
    assets = Assets(
        {**scripts.names, "contact-index.js": index.path}, engine.files, {name: one.plain() for name, one in own.items()}
    )
    files: Files = {**engine.contents, **scripts.files, index.path: index.content}
    files |= {one.path: one.content for found in own.values() for one in found.all()}
    shown = walks(library, root / ".cache" / "keeping")
    licences = licensed(root, scripts.packages)
    log = entries_for(read_entries(library.log), tuple(library.partnerships))
    done = _what_was_done(root, today, library, own, str(engine.files["library"]["sha256"]))
    site = Site(tuple(models), say_day(today), assets, host, taught, borders, licences=licences, walks=shown, log=log)
    site = replace(site, glossary=glossary, build=done)
    packs = word_packs(site)
    files |= {pack.path: pack.content for pack in packs.values()}
    alone = helpers(site)
    site = replace(site, packs=plain_of(packs), assets=replace(assets, helpers=plain_of(alone)))
    files |= data_scripts(needed_in_frames(files, engine.files) | {one.path: one.content for one in alone.values()})
    files |= {page.path: as_markdown(page) for page in site_pages(site)}
    files["manifest.webmanifest"] = manifest(host, ABOUT)
    files |= feed(site)
    files |= {f"schemas/{file.name}": _text(file) for file in sorted((root / "schemas").glob("*.json"))}
    return Built(library, files, scripts.names, site)


def _what_was_done(root: Path, today: date, library: Library, own: Mapping[str, OwnFiles], engine: str) -> Build:
    """Say what this build is and did; every scenario was answered again by `check`. `engine` is the SHA-256 of its library."""
    return Build(
        today,
        version_of(root),
        {name: one.counted for name, one in own.items()},
        {name: len(found.scenarios) for name, found in library.partnerships.items()},
        read_proof(root, {name: one.files["table"].sha256 for name, one in own.items()}, engine),
    )


def build_search(library: Library, split: dict[str, Any]) -> str:
    """Make the search index, a script, from the pages' sections as the site generator split them, and from the contacts."""
    names = {name: found.model.procedure.name for name, found in library.partnerships.items()}
    contacts = [entry for found in library.partnerships.values() for entry in contact_entries(found.model)]
    words = glossary_entries(read_glossary(library))
    return build_index([*read_sections(split, names), *contacts, *words], read_synonyms(library.shared["synonyms"].plain), names)


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
