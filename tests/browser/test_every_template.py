"""Every template that makes a page has a kind that looks at it: a new one is named, with how to add it."""

import re
from collections import defaultdict

from helper.publish.pages import TEMPLATES
from helper.publish.partnership_pages import own_pages
from helper.publish.shared_pages import shared_pages
from helper.publish.site import Assets, Site
from helper.publish.training.model import courses
from tests.browser.kinds import KINDS
from tests.partnerships import ROOT, real

THEME = ROOT / "helper/web/theme"
# Pages that are the theme's own: nothing stands in another template.
OF_THE_THEME = {"search/": "search.html", "404.html": "404.html"}
# What the theme's own pages call, through the hook, in their middle.
CALLED = {"wrong_here.html"}
USED = re.compile(r"""{% *(?:import|include|extends) *["']([^"']+)["']""")


def templates() -> set[str]:
    """Name every template that makes a page by itself, and not a part of one."""
    every = {file for folder in (TEMPLATES, THEME) for file in folder.glob("*.html")}
    parts = {name for file in every for name in USED.findall(file.read_text(encoding="utf-8"))}
    return {file.name for file in every} - parts - CALLED


def templates_by_path() -> dict[str, str]:
    """Tell which template makes each page of the site, by the page's address in it."""
    models = tuple(one.model for one in real().partnerships.values())
    file = {"address": "assets/x", "size": 1, "sha256": "0"}
    assets = Assets(defaultdict(str), {"worker": file}, {model.procedure.id: {"table": file, "facts": file} for model in models})
    site = Site(models, "", assets, courses={course.model.procedure.id: course for course in courses(real())})
    own = {f"{model.procedure.id}/{folder}": name for model in models for folder, name, _, _ in own_pages(site, model)}
    return {page.folder: page.template for page in shared_pages(site)} | own | OF_THE_THEME


def test_every_template_of_a_page_is_looked_at() -> None:
    made_by = templates_by_path()
    seen = {made_by.get(kind.path) for kind in KINDS.values()}
    for name in sorted(templates() - seen):
        paths = [path for path, template in made_by.items() if template == name]
        add = [f'write `"a name": at("{path}"),` into KINDS of tests/browser/kinds.py' for path in paths[:1]]
        mend = (add or ["no page uses it, so take it away"])[0]
        raise AssertionError(f"{name}: no kind of page shows this template. Mend: {mend}.")
