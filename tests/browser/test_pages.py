"""The built pages, read from the disk: every link leads somewhere, every page has its headings, title and language."""

import json
from collections import Counter
from dataclasses import dataclass, field
from functools import cache
from html.parser import HTMLParser
from itertools import pairwise
from pathlib import Path
from random import Random
from urllib.parse import unquote, urlsplit

import pytest

from helper.engine.case import choices
from helper.engine.door import handle
from tests.partnerships import real
from tests.publish.markup import OF_A_STATEMENT

OUTSIDE = ("http:", "https:", "mailto:", "tel:", "data:")
ALL = real().partnerships


@dataclass
class Sheet(HTMLParser):
    """What of a page matters here: its ids, its links, its headings in order, its title and language."""

    text: str
    ids: list[str] = field(default_factory=list)
    links: list[str] = field(default_factory=list)
    levels: list[int] = field(default_factory=list)
    title: str = ""
    language: str = ""

    def __post_init__(self) -> None:
        super().__init__()
        self._in_title = False
        self.feed(self.text)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        given = {name: value or "" for name, value in attrs}
        self.ids += [given["id"]] if "id" in given else []
        self.links += [given[name] for name in ("href", "xlink:href", "src", "data-model") if name in given]
        if len(tag) == 2 and tag[0] == "h" and tag[1].isdigit():
            self.levels.append(int(tag[1]))
        self._in_title = tag == "title" and not self.title
        self.language = given.get("lang", self.language) if tag == "html" else self.language

    def handle_data(self, data: str) -> None:
        self.title += data.strip() if self._in_title else ""


@cache
def sheet(file: Path) -> Sheet:
    """Read a page once."""
    return Sheet(file.read_text(encoding="utf-8"))


@pytest.fixture(scope="session")
def files(site_folder: Path) -> list[Path]:
    """Every built page but the one for an address that does not exist, which stands at every depth."""
    return [file for file in sorted(site_folder.rglob("*.html")) if file.name != "404.html"]


def astray(base: Path, links: list[str], site: Path) -> list[str]:
    """Name the links of a page, at `base`, that lead to no file of the site, or to no anchor in it.

    A fragment with a "=" is a case, which the page of the questions reads.
    """
    found = []
    for link in links:
        path, anchor = urlsplit(link).path, unquote(urlsplit(link).fragment)
        target = (base.parent / unquote(path)).resolve() if path else base
        target = target / "index.html" if target.is_dir() else target
        if (
            not target.is_file()
            or not target.is_relative_to(site)
            or (anchor and "=" not in anchor and target.suffix == ".html" and anchor not in sheet(target).ids)
        ):
            found.append(link)
    return found


def inside(links: list[str]) -> list[str]:
    """Keep the links into the site."""
    return [link for link in links if not link.startswith(OUTSIDE)]


def test_every_link_and_anchor_of_every_page_resolves(files: list[Path], site_folder: Path) -> None:
    assert len(files) > 6 * len(ALL)
    wrong = {file.relative_to(site_folder): astray(file, inside(sheet(file).links), site_folder) for file in files}
    assert {file: links for file, links in wrong.items() if links} == {}


def test_no_page_leads_to_another_host_but_for_its_readers(files: list[Path]) -> None:
    for file in files:
        away = [link for link in sheet(file).links if link.startswith(("http:", "https:", "//"))]
        assert set(away) <= (OF_A_STATEMENT if file.parent.name == "accessibility" else set()), file


@pytest.mark.parametrize("name", ALL)
def test_every_link_of_an_answer_resolves(name: str, site_folder: Path) -> None:
    model, chance = ALL[name].model, Random(name)
    handle(json.dumps({"do": "open", "model": ALL[name].plain}))
    known = choices(model)
    page = site_folder / name / "next-step" / "index.html"
    for _ in range(150):
        drawn = {field: chance.choice(known[field]) for field in ("stage", "urgency", "side", "you", "them")}
        situation = chance.choice((None, *known["situation"]))
        case = {"partnership": name, "situation": situation, **drawn}
        answer = Sheet(json.loads(handle(json.dumps({"do": "advise", "case": case, "root": "../../"})))["html"])
        own = [link for link in answer.links if link.startswith("#") and link[1:] in answer.ids]
        rest = [link for link in inside(answer.links) if link not in own]
        assert astray(page, rest, site_folder) == [], drawn


@pytest.mark.parametrize("name", ALL)
def test_every_section_of_the_document_has_its_anchor_on_the_sources_page(name: str, site_folder: Path) -> None:
    ids = sheet(site_folder / name / "sources" / "index.html").ids
    assert {f"section-{one.id}" for one in ALL[name].model.procedure.document.sections} <= set(ids)


@pytest.mark.parametrize("name", ALL)
def test_the_flowchart_leads_to_every_stage(name: str, site_folder: Path) -> None:
    links = {link.partition("#")[2] for link in sheet(site_folder / name / "flowchart" / "index.html").links}
    assert {f"stage-{stage.id}" for stage in ALL[name].model.procedure.stages} <= links


def test_every_page_has_one_first_heading_and_skips_no_level(files: list[Path]) -> None:
    for file in files:
        levels = sheet(file).levels
        assert levels.count(1) == 1, file
        assert levels[0] == 1, file
        assert all(below <= above + 1 for above, below in pairwise(levels)), (file, levels)


def test_every_page_has_a_language_a_title_of_its_own_and_its_partnerships_name(files: list[Path], site_folder: Path) -> None:
    for file in files:
        assert sheet(file).language == "en", file
        assert "Escalation Guide" in sheet(file).title, file
        owner = file.relative_to(site_folder).parts[0]
        assert owner not in ALL or ALL[owner].model.procedure.name in sheet(file).title, file
    titles = Counter(sheet(file).title for file in files)
    assert [title for title, count in titles.items() if count > 1] == []


def test_no_id_stands_twice_on_a_page(files: list[Path]) -> None:
    for file in files:
        assert [name for name, count in Counter(sheet(file).ids).items() if count > 1] == [], file
