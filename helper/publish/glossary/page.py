"""The glossary as a page and as what the search finds: a site or a glossary in, entries in the order of the alphabet out."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from helper.engine.html import Child, Html, join
from helper.engine.short_forms import written_out
from helper.engine.words import cite
from helper.publish.glossary.model import Glossary, Word
from helper.publish.search import Entry
from helper.publish.site import Site

FOLDER = "glossary/"
ROOT = "../"
TITLE = "Glossary"


@dataclass(frozen=True)
class Explained:
    """One entry: its place on the page, what it explains, and what is said of it, each a line; `why` a long word stays."""

    id: str
    term: str
    lines: tuple[Html, ...]
    why: str = ""


def glossary_page(site: Site) -> dict[str, list[Explained]]:
    """Give the entries of the page: short forms, then words."""
    return {"short_forms": sorted(_short_forms(site), key=_in_order), "explained": sorted(_words(site), key=_in_order)}


def glossary_entries(glossary: Glossary) -> Iterator[Entry]:
    """Give what the search knows of each short form and each word."""
    meanings: dict[str, list[str]] = {}
    for common in glossary.abbreviations:
        meanings.setdefault(common.short, []).append(f"{_large(common.words)}. {common.meaning}")
    for name, several in (glossary.own or {}).items():
        for one in several:
            said = f"{_large(one.words)}. {one.meaning or ''}" if one.words else "The document does not say what it stands for."
            meanings.setdefault(one.short, []).append(f"In {name}: {said}".strip())
    for short, lines in meanings.items():
        yield Entry(f"{FOLDER}#{short_id(short)}", short, TITLE, text=" ".join(lines))
    for word in glossary.words:
        yield Entry(f"{FOLDER}#{_word_id(word)}", _large(word.word), TITLE, text=word.meaning, unseen=word.also)


def short_id(short: str) -> str:
    """Name the place of a short form on the page.

    >>> short_id("A&E")
    'short-a-e'
    """
    return f"short-{_plain(short)}"


def _word_id(word: Word) -> str:
    return f"word-{_plain(word.word)}"


def _plain(text: str) -> str:
    return re.sub(r"[^a-z0-9]+", "-", text.lower()).strip("-")


def _short_forms(site: Site) -> Iterator[Explained]:
    said: dict[str, list[Html]] = {}
    for common in site.glossary.abbreviations:
        said.setdefault(common.short, []).append(join([f"{_large(common.words)}. {common.meaning}"]))
    for model in site.models:
        document = model.procedure.document
        for one in document.abbreviations:
            where = cite(model, {"document": document.id, "section": one.section}, ROOT)
            line: list[Child] = [f"In {model.procedure.name}: ", written_out(one), ". ", f"{one.meaning} " if one.meaning else None]
            said.setdefault(one.short, []).append(join([*line, where]))
    for short, lines in said.items():
        yield Explained(short_id(short), short, tuple(lines))


def _words(site: Site) -> Iterator[Explained]:
    for word in site.glossary.words:
        yield Explained(_word_id(word), _large(word.word), (join(word.meaning),), word.kept or "")


def _in_order(one: Explained) -> str:
    return one.term.casefold()


def _large(text: str) -> str:
    return f"{text[:1].upper()}{text[1:]}"
