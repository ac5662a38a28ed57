"""The whole way in order: the folder of a project in, `{path in the site: content}` out, or Problems. Nothing is half built."""

import json
from datetime import date
from pathlib import Path
from typing import Any

from helper.engine.workdays import say_day
from helper.publish.bundle import bundle
from helper.publish.check import check
from helper.publish.findable import contact_entries
from helper.publish.pages import Page, site_pages
from helper.publish.read import Library
from helper.publish.search import build_index, read_sections, read_synonyms

WEB = Path("helper/web")
MINISEARCH = Path("node_modules/minisearch")

Files = dict[str, str | bytes]


def build(root: Path, today: date) -> tuple[Library, Files]:
    """Read, check and publish the procedures under a root; raise Problems where there is one, and then publish nothing."""
    library = check(root)
    models = sorted((found.model for found in library.partnerships.values()), key=lambda model: model.procedure.name)
    files: Files = {f"assets/engine/{name}": content for name, content in bundle(root).items()}
    files |= {page.path: as_markdown(page) for page in site_pages(models, say_day(today))}
    for name, partnership in library.partnerships.items():
        files[f"assets/procedures/{name}.json"] = _compact(partnership.plain)
    files |= {f"schemas/{file.name}": _text(file) for file in sorted((root / "schemas").glob("*.json"))}
    files |= {f"assets/{file.name}": _text(file) for file in sorted((root / WEB).iterdir()) if file.is_file()}
    files["assets/minisearch.js"] = _text(root / MINISEARCH / "dist/umd/index.js")
    files["assets/minisearch-licence.txt"] = _text(root / MINISEARCH / "LICENSE.txt")
    return library, files


def build_search(library: Library, split: dict[str, Any]) -> str:
    """Make the search index, a script, from the pages' sections as the site generator split them, and from the contacts."""
    names = {name: found.model.procedure.name for name, found in library.partnerships.items()}
    contacts = [entry for found in library.partnerships.values() for entry in contact_entries(found.model)]
    return build_index([*read_sections(split, names), *contacts], read_synonyms(library.shared["synonyms"].plain), names)


def as_markdown(page: Page) -> str:
    """Wrap a page for the site generator: its title and description in front, its content as one block of HTML.

    Markdown ends a block of HTML at a blank line, so there is none.
    """
    front: dict[str, Any] = {"title": page.title, "description": page.description, "partnership": page.partnership}
    front |= {"hide": ["navigation", "toc"], "search": {"exclude": not page.searched}}
    html = "\n".join(line for line in page.html.splitlines() if line.strip())
    return f'---\n{json.dumps(front, ensure_ascii=False)}\n---\n\n<div class="eg-page">\n{html}\n</div>\n'


def _text(file: Path) -> str:
    return file.read_text(encoding="utf-8")


def _compact(plain: Any) -> str:
    return json.dumps(plain, ensure_ascii=False, separators=(",", ":"))
