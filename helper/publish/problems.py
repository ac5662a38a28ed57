"""A problem is an author's slip: where it is, what is wrong in the author's own words, and how to mend it."""

from collections.abc import Iterable
from dataclasses import dataclass, field
from difflib import get_close_matches
from unicodedata import category

# Letters of a line, and of a sentence, that are printed. No real line of the procedures is as long.
WIDEST, LONGEST = 400, 1_500
UNSEEN = ("Cc", "Cf", "Cn", "Co", "Cs", "Zl", "Zp")


@dataclass(frozen=True, order=True)
class Problem:
    """One slip. `line` and `column` count from 1; `excerpt` is the line as it stands in the file.

    `to_do` is not 0 where nothing is wrong but something is still to be written, and tells when its turn comes: 1 first.
    """

    file: str
    line: int
    column: int
    what: str
    mend: str
    excerpt: str = field(default="", compare=False)
    to_do: int = field(default=0, compare=False)

    def __str__(self) -> str:
        """Print the place, what is wrong, the line itself with a mark under it, and the mend."""
        number = f"{self.line:>6} | "
        excerpt, column = _around(self.excerpt, self.column)
        mark = " " * (len(number) - 2) + "| " + " " * (column - 1) + "^"
        shown = f"{number}{excerpt}\n{mark}\n" if excerpt.strip() else ""
        return _readable(f"{self.file}:{self.line}:{self.column}: {_short(self.what)}\n{shown}Mend: {_short(self.mend)}")


def _around(line: str, column: int) -> tuple[str, int]:
    """Cut out of a very long line what stands around a column; give it with the column in it."""
    if len(line) <= WIDEST:
        return line, column
    first = max(0, min(column - 1 - WIDEST // 2, len(line) - WIDEST))
    return line[first : first + WIDEST], column - first


def _short(said: str) -> str:
    return said if len(said) <= LONGEST else f"{said[:LONGEST]} ..."


def _readable(said: str) -> str:
    """Put a mark in the place of what a terminal would obey, turn round or be unable to print."""
    return "".join(letter if letter in "\n\t" or category(letter) not in UNSEEN else "\N{REPLACEMENT CHARACTER}" for letter in said)


@dataclass(frozen=True, order=True)
class Note:
    """Something that readers would be better off without, and that stops no site: where it is, what it is, how to mend it."""

    file: str
    line: int
    what: str
    mend: str

    def __str__(self) -> str:
        """Print the place, what it is, and the mend."""
        return f"{self.file}:{self.line}: {self.what}\nMend: {self.mend}"


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
        """Keep the problems, sorted by file and line; what is still to be written follows, in the order of the work."""
        self.found = tuple(sorted(set(found), key=_turn))
        super().__init__(report(self.found))


def _turn(problem: Problem) -> tuple[bool, str, int, Problem]:
    folder = problem.file.rpartition("/")[0] if problem.to_do else ""
    return bool(problem.to_do), folder, problem.to_do, problem


def report(found: tuple[Problem, ...]) -> str:
    """Print problems one after another, count them, and name the one to begin with where something is still to be written.

    >>> print(report(()))
    No problems.
    """
    if not found:
        return "No problems."
    return "\n\n".join([*(str(problem) for problem in found), f"{_count(found)} Nothing was published.{_begin(found)}"])


def _count(found: tuple[Problem, ...]) -> str:
    to_do = sum(bool(problem.to_do) for problem in found)
    slips = len(found) - to_do
    counts = [f"{slips} problem{'s' if slips > 1 else ''}"] if slips else []
    counts += [f"{to_do} thing{'s' if to_do > 1 else ''} still to be written"] if to_do else []
    return f"{', '.join(counts)}."


def _begin(found: tuple[Problem, ...]) -> str:
    first = found[0]
    return f"\nBegin with {first.file}, line {first.line}: {first.what}" if found[-1].to_do and len(found) > 1 else ""
