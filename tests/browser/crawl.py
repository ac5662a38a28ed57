"""Everywhere a reader can get to: a served site in, each address that its links lead to out, with what stands there."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from html.parser import HTMLParser
from http.client import HTTPConnection
from urllib.parse import unquote, urldefrag, urljoin, urlsplit

# Attributes that load something by themselves, and those that a reader follows.
LOADS = ("src", "srcset", "poster", "data", "xlink:href")
FOLLOWED = ("href", "action", "formaction")
# Links of these elements load what they name.
LOADING_LINKS = ("link", "use", "image")


@dataclass
class Found(HTMLParser):
    """One page as its links and ids go: `loads` and `leads` are addresses as they stand there."""

    text: str
    ids: set[str] = field(default_factory=set)
    loads: list[str] = field(default_factory=list)
    leads: list[str] = field(default_factory=list)

    def __post_init__(self) -> None:
        super().__init__()
        self.feed(self.text)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        given = {name: value or "" for name, value in attrs}
        self.ids |= {given[name] for name in ("id", "name") if name in given}
        self.loads += [given[name] for name in LOADS if name in given]
        named = [given[name] for name in FOLLOWED if name in given]
        # A search engine is told of the site's own address; nobody fetches it.
        if given.get("rel") != "canonical":
            (self.loads if tag in LOADING_LINKS else self.leads).extend(named)


@dataclass(frozen=True)
class Place:
    """What stands at an address: the status and the kind that the server tells, and the page where it is one."""

    status: int
    kind: str
    page: Found | None


def crawl(home: str) -> tuple[dict[str, Place], list[tuple[str, str]]]:
    """Follow every link from the first page on; give each address of this site once, and every `(page, address)` link."""
    parts = urlsplit(home)
    connection = HTTPConnection(parts.netloc)
    found: dict[str, Place] = {}
    links: list[tuple[str, str]] = []
    ahead = [home]
    while ahead:
        address = ahead.pop()
        if address in found:
            continue
        found[address] = place = _ask(connection, address)
        for link in _all(place.page):
            whole = urljoin(address, link)
            links.append((address, whole))
            if urlsplit(whole).netloc == parts.netloc:
                ahead.append(urldefrag(whole).url)
    connection.close()
    return found, links


def strangers(found: dict[str, Place], home: str) -> Iterator[str]:
    """Name what a page loads from anywhere but this site."""
    for address, place in found.items():
        for link in place.page.loads if place.page else ():
            if not urljoin(address, link).startswith((home, "data:")):
                yield f"{address}: {link}"


def lost(found: dict[str, Place], links: list[tuple[str, str]]) -> Iterator[str]:
    """Name each link that leads nowhere, or to no place of its page. A fragment with a "=" is an answer, a choice or a set."""
    for page, link in links:
        address, anchor = urldefrag(link)
        place = found.get(address)
        if place and (
            place.status != 200 or (place.page and anchor and "=" not in anchor and unquote(anchor) not in place.page.ids)
        ):
            yield f"{page}: {link} ({place.status})"


def _ask(connection: HTTPConnection, address: str) -> Place:
    parts = urlsplit(address)
    connection.request("GET", parts.path + (f"?{parts.query}" if parts.query else ""))
    answer = connection.getresponse()
    content = answer.read()
    kind = (answer.headers["Content-Type"] or "").partition(";")[0]
    return Place(answer.status, kind, Found(content.decode()) if kind == "text/html" else None)


def _all(page: Found | None) -> list[str]:
    return [*page.loads, *page.leads] if page else []


def addresses_in_styles(text: str) -> list[str]:
    """Give what a style fetches: `url(...)` and `@import`."""
    return re.findall(r"url\(\s*[\"']?([^\"')]+)", text) + re.findall(r"@import\s+[\"']([^\"']+)", text)
