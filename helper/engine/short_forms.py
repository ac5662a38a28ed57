"""Short forms of a document, such as WSCB: which of them a name uses, and each written out, as far as anybody can tell."""

import re

from helper.engine.html import Child, tag
from helper.engine.model import Abbreviation, Model
from helper.engine.words import BASIS

UNKNOWN = "the document does not say what it stands for"


def written_out(one: Abbreviation, several: bool = False) -> Child:
    """Write a short form out, for one or for several; words that are our reading say so.

    >>> written_out(Abbreviation("TAC", "examples"))
    'the document does not say what it stands for'
    """
    if not one.words:
        return UNKNOWN
    words = (one.plural or f"{one.words}s") if several else one.words
    return [words, ", ", tag("span", BASIS["inferred"], class_="eg-basis")] if one.basis == "inferred" else words


def explained(model: Model, *names: str | None) -> Child:
    """Write out the short forms in the names and posts of a contact, which stay as they are printed; None where there is none."""
    text = " ".join(name for name in names if name)
    used = [one for one in model.procedure.document.abbreviations if _uses(text, one.short)]
    return [tag("span", tag("b", one.short), ": ", written_out(one), ". ", data_short=one.short) for one in used] or None


def _uses(text: str, short: str) -> bool:
    """Tell whether a text uses a short form that it does not write out itself, in brackets after the words."""
    return bool(re.search(rf"(?<![\w(]){re.escape(short)}(?!\w)", text)) and f"({short})" not in text
