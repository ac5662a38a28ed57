"""Markup as a reader meets it: its words, and what its lists offer."""

import re
from html.parser import HTMLParser

WRITTEN_OUT = re.compile(r'<span class="eg-written">.*?\)</span>')


class _Markup(HTMLParser):
    def __init__(self, text: str) -> None:
        super().__init__()
        self.words: list[str] = []
        self.offered: dict[str, list[str]] = {}
        self._name = ""
        self.feed(text)

    def handle_data(self, data: str) -> None:
        self.words.append(data)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        given = dict(attrs)
        if tag in ("select", "input"):
            self._name = given.get("name") or ""
            self.offered[self._name] = []
        if tag == "option":
            self.offered[self._name].append(given.get("value") or "")


# The two bodies that the model of an accessibility statement names: where to get help, and where to complain.
OF_A_STATEMENT = {"https://mcmw.abilitynet.org.uk/", "https://www.equalityadvisoryservice.com/"}


def words_of(text: str) -> str:
    """Give the words of some markup, a blank between any two pieces; what its short forms are short for is left out."""
    return " ".join(" ".join(_Markup(as_written(text)).words).split())


def as_written(text: str) -> str:
    """Take out what the site wrote out after a short form: the sentences stand as their author wrote them."""
    return WRITTEN_OUT.sub("", text)


def offered_by(text: str) -> dict[str, list[str]]:
    """Give the values that each list of a form offers, by its name; a field that offers none has an empty list."""
    return _Markup(text).offered
