"""How wide text is: text in, a width that no usual system font exceeds and lines that fit a width out."""

from dataclasses import dataclass

# In ems, for the widest of the usual fonts (Verdana, DejaVu Sans) in bold. The build has no fonts, and the reader's are unknown.
WIDTHS = {letter: width for letters, width in (
    ("ijlIJ|/\\',.’‘ ", 0.38),
    (":;-–f()[]t!r_`", 0.5),
    ("\"*?czsLvxyak“”•eoFET", 0.69),
    ("0123456789$hnu{}SYbdgpqCPZBAKRVX", 0.78),
    ("wDGHNOQU&#+<=>", 0.92),
) for letter in letters}
WIDEST = 1.1
REGULAR = 0.94


@dataclass(frozen=True)
class Type:
    """A size of type, in the picture's units, which are CSS pixels where it is shown at its own size."""

    name: str
    size: float
    leading: float
    bold: bool = False

    def width(self, text: str) -> float:
        """Estimate how wide a line is, rather too wide than too narrow.

        >>> Type("title", 10, 20, bold=True).width("Wait")
        26.7
        """
        ems = sum(WIDTHS.get(letter, WIDEST) for letter in text) * (1 if self.bold else REGULAR)
        return round(ems * self.size, 1)

    def lines(self, text: str, width: float) -> list[str]:
        """Break text into lines no wider than this; a word too long for a line is broken too."""
        lines: list[str] = []
        for word in text.split():
            if lines and self.width(f"{lines[-1]} {word}") <= width:
                lines[-1] += f" {word}"
                continue
            *full, rest = self._pieces(word, width)
            lines += [*full, rest]
        return lines

    def _pieces(self, word: str, width: float) -> list[str]:
        pieces = [""]
        for letter in word:
            if pieces[-1] and self.width(pieces[-1] + letter) > width:
                pieces.append("")
            pieces[-1] += letter
        return pieces


BADGE = Type("badge", 13.5, 18, bold=True)
TITLE = Type("title", 15.5, 20, bold=True)
NOTE = Type("note", 14, 18)
LABEL = Type("label", 14, 18)
