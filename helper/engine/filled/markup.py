"""Text as a Word document holds it: any text in, its paragraphs as WordprocessingML out."""

import re
from html import escape

# A vertical tab and a form feed end a line: Word writes its own line and page breaks so when it is copied from.
ENDS_LINE = re.compile("[\v\f]")
# XML can hold neither these nor an escape of them.
NOT_IN_XML = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")
# Hebrew, Arabic, Syriac, Thaana, N'Ko and their like, by the blocks that Unicode gives to scripts written from the right.
FROM_THE_RIGHT = "\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefc\U00010800-\U00010fff\U0001e800-\U0001efff"
# From such a letter to the last that follows with no letter of another script between them.
RUN = re.compile(rf"[{FROM_THE_RIGHT}]+(?:[\W\d_]+[{FROM_THE_RIGHT}]+)*")
FIRST_LETTER = re.compile(r"[^\W\d_]")


def storable(text: str) -> str:
    """Make a text one that XML can hold: what ends a line is LF, and each character it cannot hold is U+FFFD."""
    return NOT_IN_XML.sub("\ufffd", ENDS_LINE.sub("\n", text))


def paragraphs(text: str, style: str, before: str = "", after: str = "") -> str:
    """Write each line of a text as a paragraph of a style; `before` begins the first of them and `after` ends the last."""
    lines = storable(text).split("\n")
    written = [f"{_properties(line, style)}{before if not number else ''}{_runs(line)}" for number, line in enumerate(lines)]
    return "".join(f"<w:p>{paragraph}</w:p>" for paragraph in [*written[:-1], written[-1] + after])


def is_from_the_right(line: str) -> bool:
    """Tell whether a line begins, as far as its letters go, in a script written from right to left."""
    first = FIRST_LETTER.search(line)
    return bool(first and RUN.match(first[0]))


def _properties(line: str, style: str) -> str:
    direction = "<w:bidi/>" if is_from_the_right(line) else ""
    return f'<w:pPr><w:pStyle w:val="{style}"/>{direction}</w:pPr>'


def _runs(line: str) -> str:
    """Write a line as runs, each of which goes in one direction."""
    written, done = [], 0
    for found in RUN.finditer(line):
        written += [_run(line[done : found.start()]), _run(found[0], "<w:rPr><w:rtl/></w:rPr>")]
        done = found.end()
    return "".join([*written, _run(line[done:])])


def _run(text: str, properties: str = "") -> str:
    pieces = [f'<w:t xml:space="preserve">{escape(piece, quote=False)}</w:t>' if piece else "" for piece in text.split("\t")]
    return f"<w:r>{properties}{'<w:tab/>'.join(pieces)}</w:r>" if text else ""
