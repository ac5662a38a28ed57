"""What a reader may look for, in: the site's search index, out.

The index is one script of plain data. The page's `search.js` loads it on first use and looks words up in it; every rule
about words and numbers is applied here. Practitioners' words (`procedures/synonyms.yml`) are kept beside an entry, in
fields that no result shows: a source is never made to say a word that it does not use.
"""

import html
import json
import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

# Words that every page has and no reader looks for. Without this, "who do I call at the police" would ask for a page
# that has all of its words.
SMALL_WORDS = (
    "a about am an and any are as at be by can do does for from get go had has have how i if in is it me my need of on"
    " or our should that the their them they this to up want was we what when where which who whom with you your"
)


@dataclass(frozen=True)
class Entry:
    """One thing that a reader may look for: a contact, a stage, a form, a section of a page."""

    address: str  # inside the site, such as "salford/contacts/#the-bridge"
    title: str
    page: str  # the title of the page it stands on
    partnership: str = ""  # its id; empty for what belongs to all of them
    text: str = ""  # what a result may show
    tel: tuple[str, ...] = ()  # as printed
    email: tuple[str, ...] = ()
    unseen: tuple[str, ...] = ()  # further words that lead here, never shown
    agencies: tuple[str, ...] = ()  # the ids of those that a contact serves


@dataclass(frozen=True)
class Synonyms:
    """Words that readers type, and the words that the documents use instead."""

    words: tuple[str, ...]
    finds: tuple[str, ...]


def read_synonyms(content: Mapping[str, Sequence[Mapping[str, Sequence[str]]]]) -> tuple[Synonyms, ...]:
    """Return the groups of `procedures/synonyms.yml`, once it has been parsed and checked against its schema."""
    return tuple(Synonyms(tuple(group["words"]), tuple(group["finds"])) for group in content["groups"])


def read_sections(index: Mapping[str, Sequence[Mapping[str, str]]], partnerships: Iterable[str]) -> list[Entry]:
    """Return an entry for each section of each page, from the sections that the site generator has split them into.

    A page belongs to the partnership whose id is the first part of its address.
    """
    sections = index["docs"]
    titles = {section["location"]: plain_text(section["title"]) for section in sections}
    known = set(partnerships)
    entries = []
    for section in sections:
        page, _, _ = section["location"].partition("#")
        first = re.split(r"[/.]", page, maxsplit=1)[0]
        title = plain_text(section["title"])
        entries.append(
            Entry(
                address=section["location"],
                title=title,
                page=titles.get(page, title),
                partnership=first if first in known else "",
                text=plain_text(section["text"]),
            )
        )
    return entries


def build_index(entries: Iterable[Entry], synonyms: Sequence[Synonyms], partnerships: Mapping[str, str]) -> str:
    """Return the script that holds the index; where two entries have one address, the later one stands.

    So contacts, which the model knows in full, are given after the sections read from pages.
    """
    return as_script("siteSearchIndex", index_of(entries, synonyms, partnerships))


def index_of(entries: Iterable[Entry], synonyms: Sequence[Synonyms], partnerships: Mapping[str, str]) -> dict[str, Any]:
    """Return the index as plain data."""
    latest = {entry.address: entry for entry in entries}
    return {
        "smallWords": SMALL_WORDS.split(),
        "synonyms": [
            {"words": " ".join(group.words).casefold(), "finds": [found.casefold() for found in group.finds]} for group in synonyms
        ],
        "entries": [_as_data(entry, synonyms, partnerships) for entry in latest.values()],
    }


def as_script(name: str, content: Mapping[str, Any]) -> str:
    """Return an index as a script: a page opened from a disk may load one that stands beside it, but not fetch a file."""
    return f"globalThis.{name}={json.dumps(content, ensure_ascii=False, separators=(',', ':'))};\n"


def find_unused(entries: Iterable[Entry], synonyms: Sequence[Synonyms]) -> list[Synonyms]:
    """Return the groups that lead nowhere: no entry has any of the words that they find."""
    everything = "\n".join(_words_of(entry) for entry in entries)
    return [group for group in synonyms if not _is_found(group, everything)]


def plain_text(markup: str) -> str:
    """Return the words of a piece of HTML on one line.

    >>> plain_text("<p>Speak to them</p><p>Children&#39;s Services</p>")
    "Speak to them Children's Services"
    """
    return " ".join(html.unescape(re.sub(r"<[^>]*>", " ", markup)).split())


def dialled_digits(tel: str) -> str:
    """Return the digits that a caller in the UK would dial, without what is printed after the number.

    >>> [dialled_digits(tel) for tel in ("0161 779 7800- Option 1", "+44 (0)161 603 4500", "(0300) 0478 700")]
    ['01617797800', '01616034500', '03000478700']
    """
    number = re.match(r"[\d\s()+./-]*", tel.strip())
    digits = re.sub(r"\D", "", number[0]) if number else ""
    return re.sub(r"^(00)?440?", "0", digits) if tel.strip().startswith(("+", "00")) else digits


def _as_data(entry: Entry, synonyms: Sequence[Synonyms], partnerships: Mapping[str, str]) -> dict[str, object]:
    in_title = [number for number, group in enumerate(synonyms) if _is_found(group, entry.title)]
    in_rest = [number for number, group in enumerate(synonyms) if _is_found(group, _words_of(entry))]
    data = {
        "address": entry.address,
        "title": entry.title,
        "place": _place(entry, partnerships),
        "partnership": entry.partnership,
        "text": _unbroken(entry),
        "tel": [digits for tel in entry.tel if (digits := dialled_digits(tel))],
        "email": [email.casefold() for email in entry.email],
        "unseen": " ".join(entry.unseen),
        "agencies": list(entry.agencies),
        "titleSynonyms": in_title,
        "textSynonyms": [number for number in in_rest if number not in in_title],
    }
    return {name: value for name, value in data.items() if value or name in ("address", "title", "place")}


def _unbroken(entry: Entry) -> str:
    """Return the text with spaces in its telephone numbers that do not break over two lines."""
    text = entry.text
    for tel in entry.tel:
        text = text.replace(tel, tel.replace(" ", "\N{NO-BREAK SPACE}"))
    return text


def _place(entry: Entry, partnerships: Mapping[str, str]) -> str:
    """Say where a result stands, its partnership first, since two partnerships have entries of the same name."""
    name = partnerships.get(entry.partnership, "")
    page = "" if entry.page in (entry.title, name) else entry.page
    return page if name and name in page else ": ".join(filter(None, (name, page)))


def _words_of(entry: Entry) -> str:
    return "\n".join((entry.title, entry.text, *entry.unseen))


def _is_found(group: Synonyms, text: str) -> bool:
    """Tell whether the text has one of the words that the group finds: whole words, singular or plural."""
    either = "|".join(re.escape(found) for found in group.finds)
    return re.search(rf"(?<!\w)(?:{either})(?:['’]?s)?(?!\w)", text, re.IGNORECASE) is not None
