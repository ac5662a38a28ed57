"""How much room a poster takes on paper: its pieces and a size of type in, a height out, rather too high than too low.

All lengths are in points. The widths, margins and sizes here are those of helper/web/wall.css, read from there by nobody:
tests/browser/test_poster.py prints every poster, and fails where the two no longer agree.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache

from helper.engine.model import Model
from helper.publish.search import plain_text
from helper.publish.wall.content import Content
from helper.publish.wall.rungs import Rung

# A4 less a margin of 8 mm, and a line kept back for the notice that a page is old.
WIDTH, HEIGHT = 549.0, 780.0
LEADING = 1.2
TITLE = 20.0
NODE, GAP = 26.0, 8.0
# The column of limits: the wider where they take more words than who acts.
WHEN = {"narrow": 130.0, "wide": 190.0, "broad": 250.0}
COLUMN = (WIDTH - 14) / 2
QR, BESIDE_QR = 85.0, 97.0
HEADING, STAGE = 1.15, 1.05  # of the size of the text
WRITE_IN = 2.2  # lines


# In ems, for Arial, to which Helvetica, Liberation Sans and Arimo are cut alike; wall.css asks for one of them.
WIDTHS = {
    letter: width
    for letters, width in (
        ("ijl'’‘|", 0.23),
        (" .,:;!/ftI()[]", 0.29),
        ("-r“”*", 0.36),
        ('ckJsvxyz"', 0.51),
        ("abdeghnopqu0123456789?L–$#_", 0.56),
        ("FTZ+<=>~", 0.61),
        ("ABEKPSVXY&", 0.67),
        ("CDHNRUw", 0.73),
        ("GOQ", 0.79),
        ("mM%", 0.88),
    )
    for letter in letters
}
WIDEST = 1.02
# Some of the text is bold, and lines are broken where words end.
SPARE = 1.05


@cache
def ems(word: str) -> float:
    """Give how wide a word is in ems.

    >>> round(ems("Wait"), 2)
    2.21
    """
    return sum(WIDTHS.get(letter, WIDEST) for letter in word) * SPARE


@dataclass(frozen=True)
class Print:
    """Text of one size."""

    size: float

    def height(self, html: str, width: float, scale: float = 1) -> float:
        """Estimate how high a paragraph is, rather too high than too low.

        >>> Print(10).height("<b>One</b> line", 200)
        12.0
        """
        return self._lines(plain_text(html).split(), width / scale) * self.size * scale * LEADING

    def all(self, pieces: Iterable[str], width: float, between: float = 1) -> float:
        """Estimate how high several paragraphs are, with the space between them."""
        return sum(self.height(piece, width) + between for piece in pieces)

    def _lines(self, words: list[str], width: float) -> int:
        room, space, lines, at = width / self.size, ems(" "), 1, 0.0
        for word in words:
            long = ems(word)
            if at and at + space + long > room:
                lines, at = lines + 1, 0.0
            broken = int(long // room)  # a word that is longer than the line
            lines += broken
            at += (space if at else 0.0) + long - broken * room
        return lines


def height_of(content: Content, model: Model, size: float, column: str) -> float:
    """Estimate how high a poster is in type of one size, with its limits in the column of that name."""
    text, line = Print(size), size * LEADING
    parts = (
        _head(text, content, model),
        _heading(size) + line + sum(_rung(text, rung, WHEN[column]) for rung in content.rungs),
        text.all([f"If the last stage does not resolve it: {content.ending}", *_sooner(content, model)], WIDTH),
        *(_heading(size) + text.all(pieces, WIDTH - 10) for pieces in (content.forms, content.urgent) if pieces),
        _columns(text, content),
        _foot(text, content, model),
    )
    return sum(parts)


def _head(text: Print, content: Content, model: Model) -> float:
    """Estimate the title, the document and what comes before everything; the QR code stands beside all three."""
    procedure, width = model.procedure, WIDTH - (BESIDE_QR if content.qr else 0)
    title = Print(TITLE).height(f"{procedure.name}: when professionals disagree", width / 1.06) + 2
    dates = " ".join(f"{date.what}: {date.printed}." for date in procedure.document.dates) or "No date is printed on it."
    source = text.height(f"{procedure.document.title}, {procedure.partnership}. {dates}", width)
    short = text.height(content.short, width) + 2 if content.short else 0
    safety = text.all(content.safety.split("</p>")[:-1], (width - 24) / 1.06)
    return max(title + short + source + safety + 16, QR if content.qr else 0)


def _sooner(content: Content, model: Model) -> list[str]:
    return [f"{model.general.sooner.text} our general advice"] if content.has_numbers else []


def _heading(size: float) -> float:
    return size * HEADING * LEADING + 6


def _rung(text: Print, rung: Rung, when: float) -> float:
    who = WIDTH - NODE - 2 * GAP - when
    first = text.height(rung.title, who, STAGE) + text.all(
        [*rung.who.split("</p>")[:-1], *([rung.onward] if rung.onward else [])], who
    )
    return max(first, text.all(rung.when.split("</p>")[:-1], when), NODE) + 4


def _columns(text: Print, content: Content) -> float:
    line, heading, numbers = text.size * LEADING, _heading(text.size), content.numbers
    notes = bool(numbers.marked) + bool(numbers.rest)
    left = heading + text.all([*numbers.said, *numbers.rows], COLUMN - 10) + (notes + WRITE_IN) * line
    right = 2 * heading + text.all([*content.record, content.unclear], COLUMN - 10) + (bool(content.more_record) + 2) * line
    right += text.height(content.no_form, COLUMN - 10) if content.no_form else 0
    right += text.height(f"Left out here for room: {content.left_out}.", COLUMN - 10) if content.left_out else 0
    return max(left, right)


def _foot(text: Print, content: Content, model: Model) -> float:
    made = f"Made on Wednesday 30 September 2026 by Escalation Guide from the document named above. {model.general.disclaimer.text}"
    address = [f"Your next step, on your phone or computer: {content.address}"] if content.address else []
    return text.all([*address, made], WIDTH) + 8
