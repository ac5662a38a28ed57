"""The built site in, the bytes of what a first visit loads out: raw, by gzip and by brotli, as they were made at build."""

import json
from dataclasses import dataclass
from html.parser import HTMLParser
from pathlib import Path
from posixpath import normpath
from typing import Any

# What a browser fetches to show a page; the other links of its head are for later.
LOADED = ("stylesheet", "icon", "manifest", "preload")


# What Python starts from on a first visit; a device that keeps a copy has its memory as well.
FIRST_VISIT = ("worker", "wasm", "library")


@dataclass(frozen=True)
class Size:
    """A file of the site and its bytes."""

    path: str
    raw: int
    gzip: int
    brotli: int


def size_of(site: Path, path: str) -> Size:
    """Measure a file; where it was not worth compressing, it travels as it is."""
    raw = (site / path).stat().st_size
    packed = [site / f"{path}{ending}" for ending in (".gz", ".br")]
    return Size(path, raw, *(file.stat().st_size if file.exists() else raw for file in packed))


def together(name: str, sizes: list[Size]) -> Size:
    """Add sizes up."""
    return Size(name, sum(one.raw for one in sizes), sum(one.gzip for one in sizes), sum(one.brotli for one in sizes))


def before_the_answer(site: Path, partnership: str) -> list[Size]:
    """Measure the helper's page and everything it names in its HTML: the first answer needs no more."""
    path = f"{partnership}/next-step/index.html"
    page = _Page((site / path).read_text(encoding="utf-8"))
    loaded = dict.fromkeys(normpath(f"{partnership}/next-step/{address}") for address in page.loaded)
    return [size_of(site, path), *(size_of(site, one) for one in loaded)]


def fetched_files(site: Path, partnership: str) -> dict[str, Any]:
    """Read what the helper's page says of the files that scripts fetch: table, facts and engine."""
    return _Page((site / partnership / "next-step/index.html").read_text(encoding="utf-8")).files


def engine(site: Path, partnership: str) -> list[Size]:
    """Measure what starts Python on a first visit, and the facts that are opened in it."""
    files = fetched_files(site, partnership)
    return [size_of(site, one["address"]) for one in (*(files["engine"][name] for name in FIRST_VISIT), files["facts"])]


def tables(site: Path) -> list[Size]:
    """Measure every answer table."""
    return [size_of(site, file.relative_to(site).as_posix()) for file in sorted((site / "assets/tables").glob("*.json"))]


class _Page(HTMLParser):
    """What a page loads by itself, and what it tells its scripts to fetch."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.loaded: list[str] = []
        self.files: dict[str, Any] = {}
        self.feed(html)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        given = {name: value or "" for name, value in attrs}
        if tag == "link" and given.get("rel") in LOADED:
            self.loaded.append(given["href"])
        if tag == "script" and "src" in given:
            self.loaded.append(given["src"])
        if "data-files" in given:
            self.files = json.loads(given["data-files"])
