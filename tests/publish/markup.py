"""Markup as a reader meets it: its words, and what its lists offer."""

from html.parser import HTMLParser


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


def words_of(text: str) -> str:
    """Give the words of some markup, a blank between any two pieces."""
    return " ".join(" ".join(_Markup(text).words).split())


def offered_by(text: str) -> dict[str, list[str]]:
    """Give the values that each list of a form offers, by its name; a field that offers none has an empty list."""
    return _Markup(text).offered
