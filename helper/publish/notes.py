"""What makes our own sentences hard to read: a library in, notes on long sentences and on short forms that nothing explains out.

A note stops no site: whoever keeps a procedure up to date has more urgent things to mend than style.
"""

import re
from collections.abc import Iterator

from helper.publish.problems import Note
from helper.publish.read import Files, Library
from helper.publish.source import Path_, Source

# What GOV.UK advises: a longer sentence is hard for most readers.
LONGEST = 25
# The fields that hold our own sentences; all others hold what a document prints, or ids.
OURS = frozenset(
    [
        "text",
        "say",
        "begin",
        "end",
        "story",
        "brief",
        "why",
        "ask",
        "reflect",
        "meaning",
        "how",
        "needs",
        "aims",
        "ground_rules",
        "plan",
        "kept",
    ]
)
# Only help to find a page: the site never prints them.
UNPRINTED = ("synonyms",)
NO_TEXT = frozenset(("id", "short", "email", "copy_to", "section", "source"))
SENTENCE = re.compile(r"(?<=[.!?])[\"”')]*\s+|\n")
WORD = re.compile(r"[^\W\d_][\w'’-]*|\d[\w.,/:-]*")
EXPLAIN = (
    "Write it out; or explain it under document: abbreviations in procedure.yml. A short form that everybody uses goes into"
    " glossary.yml, and a word that is only written in capitals under not_short there."
)
CAPITALS = re.compile(r"(?<![\w@&./<=-])[A-Z]{2,}(?=s?(?:['’]s)?(?![\w@(=/.]\w?))")


def notes_of(library: Library) -> list[Note]:
    """List what is hard to read in every file, in order."""
    shared = library.shared
    common = _short(shared, "glossary", "abbreviations.*.short") | {one for _, one in shared["glossary"].texts("not_short.*")}
    own = {name: _short(found.files, "procedure", "document.abbreviations.*.short") for name, found in library.partnerships.items()}
    found = [note for name, files in library.partnerships.items() for note in _notes(files.files, common | own[name])]
    return sorted(set(found + list(_notes(shared, common.union(*own.values())))))


def words_of(sentence: str) -> list[str]:
    """Give the words of a sentence; a number is one.

    >>> words_of("Ring 0161 496 0100 today, it's urgent.")
    ['Ring', '0161', '496', '0100', 'today', "it's", 'urgent']
    """
    return WORD.findall(sentence)


def sentences_of(text: str) -> list[str]:
    """Give the sentences of a text; what stands on a line of its own is one too.

    >>> sentences_of("Who knows? Ask first.")
    ['Who knows?', 'Ask first.']
    """
    return [one.strip() for one in SENTENCE.split(text) if words_of(one)]


def _short(files: Files, name: str, pattern: str) -> set[str]:
    return {short for _, short in files[name].texts(pattern)}


def _notes(files: Files, known: set[str]) -> Iterator[Note]:
    for name, source in files.items():
        if name in UNPRINTED:
            continue
        for path, text in source.texts("**"):
            field = next((step for step in reversed(path) if isinstance(step, str)), "")
            if field in OURS:
                yield from _long(source, path, text)
            if field not in NO_TEXT and "not_short" not in path:
                yield from _unexplained(source, path, text, known)


def _long(source: Source, path: Path_, text: str) -> Iterator[Note]:
    for sentence in sentences_of(text):
        if (count := len(words_of(sentence))) > LONGEST:
            what = f'This sentence has {count} words: "{" ".join(sentence.split()[:8])} ..."'
            yield source.note(path, what, f"Make two sentences of it. {LONGEST} words are as many as most people take in at once.")


def _unexplained(source: Source, path: Path_, text: str, known: set[str]) -> Iterator[Note]:
    for short in dict.fromkeys(CAPITALS.findall(text)):
        if short not in known:
            yield source.note(path, f'Nothing explains the short form "{short}".', EXPLAIN)
