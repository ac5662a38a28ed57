"""What the glossary knows: the short forms and words of `procedures/glossary.yml`, and those of each document; a Library in."""

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, is_dataclass, replace
from typing import Any

from helper.engine.html import Child
from helper.engine.model import Abbreviation, Model, Section
from helper.engine.plain import from_plain
from helper.engine.short_forms import written_out
from helper.publish.read import Library


@dataclass(frozen=True)
class Common:
    """A short form that everybody uses."""

    short: str
    words: str
    meaning: str
    plural: str | None = None


@dataclass(frozen=True)
class Word:
    """A word, its other forms, what it means and, of a long one, why no simpler one stands in its place."""

    word: str
    meaning: str
    also: tuple[str, ...] = ()
    kept: str | None = None


@dataclass(frozen=True)
class Glossary:
    """Everything that is explained; `own` are the short forms of each document, by the partnership's name."""

    abbreviations: tuple[Common, ...] = ()
    words: tuple[Word, ...] = ()
    not_short: tuple[str, ...] = ()
    own: Mapping[str, tuple[Abbreviation, ...]] | None = None

    def forms(self, model: Model | None = None) -> dict[str, "Form"]:
        """Give the short forms that a page may have to write out: of one partnership's page its own, of any other all there are."""
        own = self.own or {}
        chosen = [(model.procedure.name, model.procedure.document.abbreviations)] if model else list(own.items())
        found = {one.short: Form(one.short, one.words, one.plural or f"{one.words}s") for one in self.abbreviations}
        for short in dict.fromkeys(one.short for _, several in chosen for one in several):
            found[short] = _joined([(name, one) for name, several in chosen for one in several if one.short == short])
        return found


@dataclass(frozen=True)
class Form:
    """A short form as a page writes it out: the words for one and for several, and whether it is of a document."""

    short: str
    one: Child
    several: Child
    is_own: bool = False


NOTHING_EXPLAINED = Glossary()


def read_glossary(library: Library) -> Glossary:
    """Take what was read; one whose slips nobody has seen to yet never comes here."""
    shared = from_plain(Glossary, library.shared["glossary"].plain)
    found = sorted(library.partnerships.values(), key=lambda one: one.model.procedure.name)
    return replace(shared, own={one.model.procedure.name: one.model.procedure.document.abbreviations for one in found})


def _joined(found: list[tuple[str, Abbreviation]]) -> Form:
    """Write a short form out; where documents mean different things by it, with each partnership's name."""
    short = found[0][1].short
    if len({(one.words, one.basis) for _, one in found}) == 1:
        return Form(short, written_out(found[0][1]), written_out(found[0][1], several=True), True)
    each = [[f"{'; ' if index else ''}in {name}: ", written_out(one)] for index, (name, one) in enumerate(found)]
    return Form(short, each, each, True)


def standing(short: str) -> re.Pattern[str]:
    """Find a short form in text that is markup: alone, with the s of several, with the one of what belongs to it.

    >>> bool(standing("GP").search("two GPs")), bool(standing("GP").search("a GPO"))
    (True, False)
    """
    return re.compile(rf"(?<![\w@&./-]){re.escape(short)}(?P<several>s?)(?:(?:'|’|&#39;|&#x27;)s)?(?![\w@]|-\d)")


def stands_in(short: str, texts: Iterable[str]) -> bool:
    """Tell whether any of some texts uses a short form."""
    return any(standing(short).search(text) for text in texts)


def in_answers(model: Model) -> set[str]:
    """Name the short forms of a document that the statements of its answers use; contacts explain their own."""
    said = [text for part in (model.procedure, model.wording) for text in _texts(part)]
    return {one.short for one in model.procedure.document.abbreviations if stands_in(one.short, said)}


def _texts(part: Any) -> Iterator[str]:
    """Give every text in a part of the model, but the titles of sections and the short forms themselves."""
    if isinstance(part, str):
        yield part
    elif isinstance(part, tuple):
        for one in part:
            yield from _texts(one)
    elif is_dataclass(part) and not isinstance(part, Section | Abbreviation):
        for one in vars(part).values():
            yield from _texts(one)
