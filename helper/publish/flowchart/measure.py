"""How wide text is: text in, a width that no usual system font exceeds and lines that fit a width out."""

from dataclasses import dataclass

# In ems, for the widest of the usual fonts (Verdana, DejaVu Sans) in bold: the reader's font is unknown here.
WIDTHS = {
    letter: width
    for letters, width in (
        ("ijlIJ|/\\',.’‘ ", 0.38),
        (":;-–f()[]t!r_`", 0.5),
        ('"*?czsLvxyak“”•eoFET', 0.69),
        ("0123456789$hnu{}SYbdgpqCPZBAKRVX", 0.78),
        ("wDGHNOQU&#+<=>", 0.92),
    )
    for letter in letters
}
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
        """Break text into as few lines as this width allows, and these into about the same length."""
        best = self._fill(text, width)
        longest = max((self.width(word) for word in text.split() if self.width(word) <= width), default=0)
        while width - 4 >= max(longest, self.size) and len(narrower := self._fill(text, width - 4)) == len(best):
            best, width = narrower, width - 4
        return best

    def _fill(self, text: str, width: float) -> list[str]:
        lines: list[str] = []
        for word in text.split():
            if lines and self.width(f"{lines[-1]} {word}") <= width:
                lines[-1] += f" {word}"
                continue
            *full, rest = self._pieces(word, width)
            lines += [*full, rest]
        return lines

    def _pieces(self, word: str, width: float) -> list[str]:
        """Break a word that is too long for a line, after a hyphen or slash where it has one."""
        pieces = [""]
        for letter in word:
            if pieces[-1] and self.width(pieces[-1] + letter) > width:
                cut = max(pieces[-1].rfind("-"), pieces[-1].rfind("/")) + 1 or len(pieces[-1])
                pieces[-1:] = [pieces[-1][:cut], pieces[-1][cut:]]
            pieces[-1] += letter
        return pieces


BADGE = Type("badge", 13.5, 18, bold=True)
TITLE = Type("title", 15.5, 20, bold=True)
NOTE = Type("note", 14, 18)
LABEL = Type("label", 14, 18)
