"""Fill in a Word document: a blank made when the site was built, a form and entries in; the filled document out.

A blank marks where words go: an empty paragraph with a bookmark, or a check box with a tag. Both are filled in one pass over the
document, so that what a reader has typed is never looked at again, whatever it looks like. A line of text becomes a paragraph of
its own, which lets each line run in its own direction, and the bookmark goes round all of them.
"""

import re
from collections.abc import Mapping

from helper.engine.filled.archive import read_parts, write_parts
from helper.engine.filled.entries import Value, chosen, words
from helper.engine.filled.markup import paragraphs
from helper.engine.filled.places import Place, places
from helper.engine.model import Form

DOCUMENT = "word/document.xml"
ANSWER = "Answer"  # the style of every paragraph that holds the reader's words
OPEN, TICKED = "\u2610", "\u2612"
SLOT = re.compile(
    rf'<w:p><w:pPr><w:pStyle w:val="{ANSWER}"/></w:pPr>'
    r'(?P<start><w:bookmarkStart w:id="\d+" w:name="(?P<mark>field_\w+)"/>)(?P<end><w:bookmarkEnd w:id="\d+"/>)</w:p>'
    rf'|<w:tag w:val="(?P<boxes>field_\w+)\.(?P<option>\d+)"/>(?P<middle>.*?)<w14:checked w14:val="0"/>(?P<rest>.*?){OPEN}',
    re.DOTALL,
)


def fill_word(blank: bytes, form: Form, entries: Mapping[str, Value]) -> bytes:
    """Return the blank of a form with the entries that fit it; raise ValueError where the blank is not that form's."""
    parts = read_parts(blank)
    if DOCUMENT not in parts:
        raise ValueError("This is no Word file: it holds no document.")
    known = {place.mark: place for place in places(form).values()}
    met: set[str] = set()

    def put(found: re.Match[str]) -> str:
        mark = found["mark"] or found["boxes"]
        if mark not in known:
            raise ValueError(f"The form has no place for {mark}.")
        met.add(mark)
        return _text(found, known[mark], entries) if found["mark"] else _box(found, known[mark], entries)

    filled = SLOT.sub(put, parts[DOCUMENT].decode())
    if missing := known.keys() - met:
        raise ValueError(f"The blank has no place for {min(missing)}.")
    return write_parts({**parts, DOCUMENT: filled.encode()})


def _text(found: re.Match[str], place: Place, entries: Mapping[str, Value]) -> str:
    text = words(place, entries)
    return paragraphs(text, ANSWER, found["start"], found["end"]) if text else found[0]


def _box(found: re.Match[str], place: Place, entries: Mapping[str, Value]) -> str:
    if place.options[int(found["option"])] not in chosen(place, entries):
        return found[0]
    tag = f'<w:tag w:val="{found["boxes"]}.{found["option"]}"/>'
    return f'{tag}{found["middle"]}<w14:checked w14:val="1"/>{found["rest"]}{TICKED}'
