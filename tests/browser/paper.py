"""Pages on paper: a page of the site in, its PDF out, with where every piece of text stands and how large it is."""

import io
import re
from collections import defaultdict
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, replace
from functools import cache
from pathlib import Path
from typing import Any

from playwright.sync_api import Page
from pypdf import PdfReader

from helper.engine.model import Model
from helper.publish.glossary.model import read_glossary
from helper.publish.pages import site_pages
from helper.publish.scripts import bundle_scripts
from helper.publish.site import Assets, Host, Site
from helper.publish.training.model import courses
from tests.partnerships import ROOT, invented, real

A4 = (595, 842)
NOBODY = Host()
FILE = {"address": "assets/x", "size": 1, "sha256": "0"}


@dataclass(frozen=True)
class Piece:
    """One piece of text in a PDF: where it begins, from the lower left corner, and its size; all in points."""

    text: str
    x: float
    y: float
    size: float


@dataclass(frozen=True)
class Printed:
    """A printed page: how many sheets, of which size, and what stands on them."""

    sheets: int
    paper: tuple[int, int]
    pieces: list[Piece]

    @property
    def text(self) -> str:
        """Give all the text without its spaces, which a PDF does not keep."""
        return squeezed("".join(piece.text for piece in self.pieces))


def squeezed(text: str) -> str:
    """Leave out spaces and what a PDF writes in a way of its own."""
    return re.sub(r"[\s\u00a0\u200b]+", "", text)


@cache
def names() -> Mapping[str, str]:
    """Give where the scripts and styles stand in the site; what is made of contacts has no place here."""
    return defaultdict(lambda: "assets/elsewhere.js", bundle_scripts(ROOT).names)


def show(page: Page, site: str, shell: Path, model: Model, folder: str, host: Host = NOBODY) -> None:
    """Open a page of a model that need not be in the site: made now, and put into the page of the site that stands at `shell`."""
    name = model.procedure.id
    known = {name: {"table": FILE, "facts": FILE}}
    lessons = {course.model.procedure.id: course for library in (real(), invented()) for course in courses(library)}
    made = Site((model,), "Wednesday 25 November 2026", Assets(names(), {"worker": FILE}, known), host, {name: lessons[name]})
    made = replace(made, glossary=read_glossary(real()))  # what a page writes out takes room too
    html = next(one.html for one in site_pages(made) if one.path == f"{name}/{folder}index.md")
    whole = re.sub(
        r"(<article[^>]*>).*(</article>)",
        lambda found: f'{found[1]}<div class="eg-page">{html}</div>{found[2]}',
        shell.read_text(encoding="utf-8"),
        flags=re.DOTALL,
    )
    address = f"{site}{name}/{folder}"
    page.route(address, lambda route: route.fulfill(body=whole, content_type="text/html"))
    page.goto(address)
    page.unroute(address)


def to_paper(page: Page) -> Printed:
    """Print the page that is open, on the paper that its style asks for."""
    read = PdfReader(io.BytesIO(page.pdf(prefer_css_page_size=True)))
    first = read.pages[0].mediabox
    pieces = [piece for sheet in read.pages for piece in _pieces(sheet)]
    return Printed(len(read.pages), (round(first.width), round(first.height)), pieces)


def _pieces(sheet: Any) -> Iterator[Piece]:
    found: list[Piece] = []

    def take(text: str, now: list[float], line: list[float], _: Any, size: float) -> None:
        if text.strip():
            x, y = line[4] * now[0] + line[5] * now[2] + now[4], line[4] * now[1] + line[5] * now[3] + now[5]
            found.append(Piece(text, x, y, abs(size * line[3] * now[3])))

    sheet.extract_text(visitor_text=take)
    yield from found


@contextmanager
def as_on_paper(page: Page) -> Iterator[None]:
    """Show the page as it is printed, and again as on a screen afterwards."""
    page.emulate_media(media="print")
    page.evaluate("document.getAnimations().forEach((one) => one.finish())")
    yield
    page.emulate_media(media="null")


def visible_text(page: Page) -> str:
    """Give all text that is printed, without its spaces."""
    with as_on_paper(page):
        return squeezed(page.locator("body").inner_text())


def colours(page: Page) -> set[tuple[str, str]]:
    """Give the colours of all text that is printed, each with the colour that is printed behind it, or "paper"."""
    with as_on_paper(page):
        found = page.evaluate(
            """() => [...document.querySelectorAll(".eg-page *")]
              .filter(($one) => $one.checkVisibility())
              .filter(($one) => [...$one.childNodes].some((node) => node.nodeType === 3 && node.data.trim()))
              .map(($one) => {
                let $behind = $one;
                while ($behind && getComputedStyle($behind).backgroundColor === "rgba(0, 0, 0, 0)")
                  $behind = $behind.matches(".eg-page") ? null : $behind.parentElement;
                return [getComputedStyle($one).color, $behind ? getComputedStyle($behind).backgroundColor : "paper"];
              })"""
        )
    return {(text, behind) for text, behind in found}
