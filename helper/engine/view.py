"""How the view of an answer is put together: pieces worked out whole, and lists whose entries come from several parts.

What a piece shows depends on nothing but what it is asked with. So a table may hold every piece and every entry once, and
the page joins them by the two rules that stand here: the first of several that has something to show, and `join_entries`.
"""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from helper.engine.case import Case
from helper.engine.html import Child, Html, join
from helper.engine.model import Model

Plain = dict[str, Any]


@dataclass(frozen=True)
class Asked:
    """What a piece may look at: the model, the case, the Advice by field, and the way from the page to the site's root."""

    model: Model
    case: Case
    advice: Mapping[str, Any]
    root: str


@dataclass(frozen=True)
class Fragment:
    """A run of markup in an entry; one with a `key` is left out where the entry shown before it has one of the same key."""

    html: Html
    key: str = ""


Show = Callable[[Asked], Child]
ShowEntry = Callable[[Model, Plain, str], list[Fragment]]


@dataclass(frozen=True)
class Piece:
    """One run of the view: what the first of these shows that has something to show."""

    shows: tuple[Show, ...]


@dataclass(frozen=True)
class Entries:
    """A list with an entry for each that the Advice holds under `field`; nothing where it holds none."""

    field: str
    show: ShowEntry
    opening: Show
    closing: Show


def show_piece(piece: Piece, asked: Asked) -> Html:
    """Show one piece."""
    return next((html for show in piece.shows if (html := join(show(asked)))), Html(""))


def show_entries(entries: Entries, asked: Asked) -> Html:
    """Show a list between its opening and its closing."""
    items = [entries.show(asked.model, plain, asked.root) for plain in asked.advice[entries.field]]
    return join([entries.opening(asked), join_entries(items), entries.closing(asked)]) if items else Html("")


def join_entries(items: Iterable[list[Fragment]]) -> Html:
    """Join entries, leaving out of each what the one before it has said as well.

    >>> same, other = Fragment(Html("<p>For A</p>"), "A"), Fragment(Html("<p>For B</p>"), "B")
    >>> join_entries([[Fragment(Html("1")), same], [Fragment(Html("2")), same], [Fragment(Html("3")), other]])
    '1<p>For A</p>23<p>For B</p>'
    """
    shown: list[Html] = []
    before: set[str] = set()
    for fragments in items:
        shown += [fragment.html for fragment in fragments if not fragment.key or fragment.key not in before]
        before = {fragment.key for fragment in fragments}
    return Html("".join(shown))
