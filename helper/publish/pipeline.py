"""The whole way in order: the folder of a project in, `{path in the site: content}` out, or Problems. Nothing is half built."""

import json
from datetime import date
from pathlib import Path

from helper.engine.workdays import say_day
from helper.publish.bundle import bundle
from helper.publish.check import check
from helper.publish.pages import Page, site_pages
from helper.publish.read import Library

WEB = Path("helper/web")
SCRIPTS = ("page.js", "answers.js", "numbers.js", "filter.js", "where.js", "engine.js", "worker.js", "search.js")
STYLES = ("site.css", "answer.css", "flowchart.css", "search.css", "print.css")
MINISEARCH = Path("node_modules/minisearch/dist/umd/index.js")

Files = dict[str, str | bytes]


def build(root: Path, today: date) -> tuple[Library, Files]:
    """Read, check and publish the procedures under a root; raise Problems where there is one, and then publish nothing."""
    library = check(root)
    models = [partnership.model for partnership in library.partnerships.values()]
    files: Files = {page.path: as_markdown(page) for page in site_pages(models, say_day(today))}
    for name, partnership in library.partnerships.items():
        files[f"assets/procedures/{name}.json"] = json.dumps(partnership.plain, ensure_ascii=False, separators=(",", ":"))
    files |= {f"schemas/{file.name}": file.read_text(encoding="utf-8") for file in sorted((root / "schemas").glob("*.json"))}
    files |= {f"assets/{name}": (root / WEB / name).read_text(encoding="utf-8") for name in (*SCRIPTS, *STYLES) if (root / WEB / name).is_file()}
    files["assets/minisearch.js"] = (root / MINISEARCH).read_text(encoding="utf-8")
    files |= {f"assets/engine/{name}": content for name, content in bundle(root).items()}
    return library, files


def as_markdown(page: Page) -> str:
    """Wrap a page for the site generator: its title and description in front, its content as one block of HTML.

    Markdown ends a block of HTML at a blank line, so there is none.
    """
    front = {"title": page.title, "description": page.description, "hide": ["navigation", "toc"]}
    html = "\n".join(line for line in page.html.splitlines() if line.strip())
    return f'---\n{json.dumps(front, ensure_ascii=False)}\n---\n\n<div class="eg-page">\n{html}\n</div>\n'
