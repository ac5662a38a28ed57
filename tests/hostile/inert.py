"""Whether markup holds an element or an address that only a text out of its place can have made: markup in, what was found out."""

import re
from collections.abc import Iterator
from html.parser import HTMLParser

from helper.publish.policy import BARE_STYLE
from tests.hostile.payloads import ELEMENT, STRANGER

ADDRESSES = ("href", "src", "action", "formaction", "xlink:href", "data", "poster", "srcset", "cite", "ping")
# What an e-mail is about may say anything, as long as nothing can come after it.
SUBJECT = re.compile(r"(?<=@northmere\.example)\?subject=(?!.*%0[AD])[\w.~%-]*$")
# None of these stands in a page of ours.
NEVER = (ELEMENT, "iframe", "frame", "object", "embed", "base", "img", "w:instrtext")


class _Reader(HTMLParser):
    def __init__(self, allowed: tuple[str, ...]) -> None:
        super().__init__()
        self.allowed, self.found, self.packed = allowed, [], []  # type: tuple[str, ...], list[str], list[str]
        self._is_packed = self._is_style = False

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        given = {name: value or "" for name, value in attrs}
        self._is_style = tag == "style"
        self._is_packed = tag == "script" and "src" not in given and given.get("type") == "text/plain"
        is_code = tag == "script" and "src" not in given and not self._is_packed
        handlers = [name for name in given if name.startswith("on") or name in ("style", "srcdoc")]
        is_policy = given.get("http-equiv") == "Content-Security-Policy"
        handlers += ["http-equiv"] if "http-equiv" in given and not is_policy else []
        addresses = (SUBJECT.sub("", given[name]) for name in ADDRESSES if name in given)
        leads_out = [address for address in addresses if STRANGER in address or not self._is_known(address)]
        if tag in NEVER or is_code or handlers or leads_out:
            self.found.append(f"line {self.getpos()[0]}: <{tag} {given}>")

    def handle_data(self, data: str) -> None:
        if self._is_packed:
            self.packed.append(data)
        elif self._is_style and data != BARE_STYLE:
            self.found.append(f"line {self.getpos()[0]}: <style> {data[:80]}")
        self._is_style = False

    def _is_known(self, address: str) -> bool:
        """Tell whether an address stays in the site, or starts a call or a message."""
        scheme, colon, _ = address.partition(":")
        if not colon or not scheme.isalnum():
            return not address.startswith("//")
        return scheme in ("tel", "mailto") or address.startswith(self.allowed)


def out_of_place(markup: str, allowed: tuple[str, ...] = ()) -> Iterator[str]:
    """Name what is out of place in markup, also in what a page holds packed; `allowed` are beginnings of addresses elsewhere."""
    reader = _Reader(allowed)
    reader.feed(markup)
    yield from reader.found
    for packed in reader.packed:
        yield from out_of_place(packed, allowed)
