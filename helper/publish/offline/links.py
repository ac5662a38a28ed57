"""A page of the site in, the same page as a disk needs it out: its links name files, and it asks for nothing a disk cannot give."""

import html
import posixpath
import re
from collections.abc import Collection, Iterator
from html.parser import HTMLParser
from urllib.parse import unquote, urlsplit, urlunsplit

# Attributes that hold the address of a page or a file.
ADDRESSES = ("href", "src", "action", "formaction", "xlink:href", "poster", "data")
# On a disk each of these is refused by the browser, or of no use: hints, what installs the site, checks by fetching.
USELESS_LINKS = {"preload", "modulepreload", "prefetch", "preconnect", "dns-prefetch", "manifest", "canonical"}
USELESS_ATTRIBUTES = ("integrity", "crossorigin")
ATTRIBUTE = re.compile(r"""\s+([^\s"'>/=]+)(?:\s*=\s*("[^"]*"|'[^']*'|[^\s"'>]+))?""")

Edit = tuple[int, int, str]


def mend_page(page: str, path: str, files: Collection[str]) -> str:
    """Return a page as it stands at `path` among the files of the copy; all but its links stays as it was, letter by letter."""
    for start, end, text in sorted(_Edits(page, path, files).found, reverse=True):
        page = page[:start] + text + page[end:]
    return page


def mend_address(address: str, path: str, files: Collection[str]) -> str:
    """Return an address on the page at `path` with the index.html of the folder that it leads to.

    >>> mend_address("../#stages", "salford/contacts/index.html", {"salford/index.html"})
    '../index.html#stages'
    >>> mend_address("#stages", "salford/index.html", {"salford/index.html"})
    '#stages'
    """
    parts = urlsplit(address)
    if parts.scheme or parts.netloc or not parts.path:
        return address
    folder = posixpath.normpath(posixpath.join(posixpath.dirname(path), unquote(parts.path)))
    if posixpath.normpath(f"{folder}/index.html") not in files:
        return address
    return urlunsplit(parts._replace(path=f"{parts.path.rstrip('/')}/index.html"))


class _Edits(HTMLParser):
    """Collects what has to change in a page: where it begins and ends, and the text that stands there instead."""

    def __init__(self, page: str, path: str, files: Collection[str]) -> None:
        super().__init__(convert_charrefs=False)
        self.found: list[Edit] = []
        self._path, self._files = path, files
        self._lines = [0, *(match.end() for match in re.finditer("\n", page))]
        self.feed(page)
        self.close()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Look through one tag, as it is written in the page."""
        line, column = self.getpos()
        start, written = self._lines[line - 1] + column, self.get_starttag_text() or ""
        rel = set((dict(attrs).get("rel") or "").lower().split()) if tag == "link" else set()
        if rel & USELESS_LINKS:
            self.found.append((start, start + len(written), ""))
        else:
            self.found += [(start + first, start + last, text) for first, last, text in self._inside(written, len(tag) + 1)]

    def _inside(self, written: str, begin: int) -> Iterator[Edit]:
        for found in ATTRIBUTE.finditer(written, begin):
            name, value = found[1].lower(), found[2]
            if name in USELESS_ATTRIBUTES:
                yield (*found.span(), "")
            elif name in ADDRESSES and value:
                address = html.unescape(value.strip("\"'"))
                mended = mend_address(address, self._path, self._files)
                if mended != address:
                    yield (*found.span(2), f'"{html.escape(mended)}"')
