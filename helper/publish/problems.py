"""A problem is an author's slip: where it is, what is wrong in the author's own words, and how to mend it."""

from collections.abc import Iterable
from dataclasses import dataclass, field
from difflib import get_close_matches


@dataclass(frozen=True, order=True)
class Problem:
    """One slip. `line` and `column` count from 1; `excerpt` is the line as it stands in the file."""

    file: str
    line: int
    column: int
    what: str
    mend: str
    excerpt: str = field(default="", compare=False)

    def __str__(self) -> str:
        """Print the place, what is wrong, the line itself with a mark under it, and the mend."""
        number = f"{self.line:>6} | "
        mark = " " * (len(number) - 2) + "| " + " " * (self.column - 1) + "^"
        shown = f"{number}{self.excerpt}\n{mark}\n" if self.excerpt.strip() else ""
        return f"{self.file}:{self.line}:{self.column}: {self.what}\n{shown}Mend: {self.mend}"


def nearest(wrong: str, known: Iterable[str]) -> str:
    """Name the word that was probably meant, or every word there is.

    >>> nearest("childrn", ["children", "adults"]), nearest("x", ["children", "adults"])
    ('Did you mean "children"?', 'There is: adults, children.')
    """
    words = sorted(set(known))
    close = get_close_matches(wrong, words, n=1)
    return f'Did you mean "{close[0]}"?' if close else f"There is: {', '.join(words)}." if words else "There is none."


class Problems(Exception):
    """Every problem found in the procedures; nothing is published while there is one."""

    def __init__(self, found: Iterable[Problem]) -> None:
        """Keep the problems, sorted by file and line."""
        self.found = tuple(sorted(set(found)))
        super().__init__(report(self.found))


def report(found: tuple[Problem, ...]) -> str:
    """Print problems one after another, and count them.

    >>> print(report(()))
    No problems.
    """
    if not found:
        return "No problems."
    count = f"{len(found)} problem{'s' if len(found) > 1 else ''}. Nothing was published."
    return "\n\n".join([*(str(problem) for problem in found), count])
