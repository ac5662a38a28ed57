"""Write out the short forms of a page where each first stands: its markup and the forms in, its markup out.

A sentence of ours takes the words in after the short form. A name, a label, a heading, a link, a picture and an answer stay as they
are: what first stands in one of these is written out in a line at the head of the page. A contact's name in a list to choose from
needs none: the contact's own card writes it out.
"""

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field

from helper.engine.html import VOID, Html, tag
from helper.publish.glossary.model import Form, standing

HEAD = "Short forms on this page"
# Where a page wants that line; else it stands below the first heading.
PLACE = "<!--short forms-->"
# A template that explains the short forms of a part of its page itself marks that part so; what is inside is left alone.
EXPLAINS_ITSELF = "data-explains-itself"
AS_THEY_ARE = frozenset(
    [
        "a",
        "button",
        "code",
        "h1",
        "h2",
        "h3",
        "h4",
        "h5",
        "h6",
        "label",
        "legend",
        "option",
        "optgroup",
        "pre",
        "select",
        "summary",
        "svg",
        "textarea",
        "th",
    ]
)
NAMES = re.compile(r'class="[^"]*\beg-(?:card__name|card__role|place|poster|printed)\b|\bdata-answer\b')
CARD = re.compile(r'class="[^"]*\beg-(?:card|tile)(?=[" ])')
PIECE = re.compile(r"<!--.*?-->|<(?P<unread>script|style|template)\b.*?</(?P=unread)>|</?[a-zA-Z][^>]*>|[^<]+|<", re.DOTALL)
TAG = re.compile(r"<(?P<closing>/?)(?P<name>[a-zA-Z][\w-]*)")


@dataclass
class Run:
    """A run of text in a page's markup: whether it may be changed, whether anybody has to look at it, and the card it stands in."""

    text: str
    may_change: bool = False
    is_read: bool = False
    is_choice: bool = False
    card: int | None = None


@dataclass
class Element:
    """An open element: what it means for the text in it."""

    name: str
    may_change: bool
    is_read: bool
    is_choice: bool
    card: int | None


@dataclass
class Page:
    """A page in runs, and which short forms each of its cards explains."""

    runs: list[Run]
    explained: dict[int, set[str]] = field(default_factory=dict)


def write_out(html: str, forms: Mapping[str, Form], said_later: Iterable[str] = ()) -> Html:
    """Write out every short form of a page; those `said_later` come into the page by script, and stand in the line at its head.

    >>> forms = {"GP": Form("GP", "family doctor", "family doctors")}
    >>> write_out("<h1>Ask</h1><p>Ask a GP. GPs know.</p>", forms)
    '<h1>Ask</h1><p>Ask a GP<span class="eg-written"> (family doctor)</span>. GPs know.</p>'
    >>> "<b>GP</b>: family doctor" in write_out("<h1>Ask</h1><h2>Your GP</h2>", forms)
    True
    """
    page = _read(html)
    later = set(said_later)
    at_the_head = [form for form in forms.values() if not _in_place(page, form, form.short in later)]
    written = "".join(run.text for run in page.runs)
    return Html(_with_head(written, at_the_head))


def head(forms: Iterable[Form], before: str = f"{HEAD}: ") -> Html:
    """Make the line that writes short forms out; nothing where there is none."""
    items = [tag("span", tag("b", one.short), ": ", one.one, ". ") for one in forms]
    return tag("p", before, items, class_="eg-short", data_short_forms=True) if items else Html("")


def _in_place(page: Page, form: Form, comes_first: bool) -> bool:
    """Write a form out where it first stands; tell whether nothing more is needed."""
    pattern = standing(form.short)
    for run in page.runs:
        found = pattern.search(run.text) if run.is_read else None
        if not found or (run.is_choice and form.is_own):
            continue
        if run.text[: found.start()].endswith("(") and run.text[found.end() :].startswith(")"):
            return not comes_first
        if comes_first:
            return False
        if run.card is not None and form.short in page.explained.get(run.card, ()):
            return True
        if not run.may_change:
            return False
        words = tag("span", " (", form.several if found["several"] else form.one, ")", class_="eg-written")
        run.text = run.text[: found.end()] + words + run.text[found.end() :]
        return True
    return not comes_first


def _read(html: str) -> Page:
    page = Page([])
    around = [Element("", True, True, False, None)]
    cards = 0
    for match in PIECE.finditer(html):
        piece, last = match[0], around[-1]
        opened = TAG.match(piece)
        if match["unread"] or piece.startswith("<!--"):
            page.runs.append(Run(piece))
        elif not opened:
            page.runs.append(Run(piece, last.may_change, last.is_read, last.is_choice, last.card))
        else:
            page.runs.append(Run(piece))
            name = opened["name"].lower()
            if opened["closing"]:
                _close(around, name)
            elif name not in VOID | {"img", "hr", "meta", "link"} and not piece.endswith("/>"):
                is_card = bool(CARD.search(piece))
                cards += is_card
                card = cards if is_card else last.card
                _note(page, piece, card)
                may = last.may_change and name not in AS_THEY_ARE and not NAMES.search(piece)
                is_read, is_choice = last.is_read and EXPLAINS_ITSELF not in piece, last.is_choice or name == "select"
                around.append(Element(name, may, is_read, is_choice, card))
    return page


def _note(page: Page, piece: str, card: int | None) -> None:
    if card is not None and (short := re.search(r'data-short="([^"]+)"', piece)):
        page.explained.setdefault(card, set()).add(short[1])


def _close(around: list[Element], name: str) -> None:
    """Close an element, and those in it that nobody closed."""
    for index in range(len(around) - 1, 0, -1):
        if around[index].name == name:
            del around[index:]
            return


def _with_head(html: str, forms: list[Form]) -> str:
    line = head(forms)
    if PLACE in html:
        return html.replace(PLACE, line, 1)
    before, heading, after = html.partition("</h1>")
    return f"{before}{heading}{line}{after}" if heading else f"{line}{html}"


def texts_of(html: str) -> Iterator[str]:
    """Give the runs of text of some markup that a reader may read."""
    return (run.text for run in _read(html).runs if run.is_read)
