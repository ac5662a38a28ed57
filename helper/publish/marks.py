"""What an author has still to write: a file in, the places that hold the mark TO DO, or nothing at all, out."""

from collections.abc import Iterable

from helper.publish.source import Path_, Source

MARK = "TO DO"


def is_mark(value: object) -> bool:
    """Tell whether a value only holds a place open; a note of the author's may follow the mark.

    >>> is_mark("TO DO"), is_mark("TO DO, ask the office"), is_mark("Nothing to do")
    (True, True, False)
    """
    return isinstance(value, str) and value.startswith(MARK)


def marked(source: Source) -> list[Path_]:
    """List the places that hold the mark, in the order of the file."""
    return [path for path, value in source.find("**") if is_mark(value)]


def unfinished(files: Iterable[Source]) -> bool:
    """Tell whether any of these files has something still to be written."""
    return any(marked(source) for source in files)


def may_come(source: Source, pattern: str) -> bool:
    """Tell whether a value under a pattern such as `areas.*.id`, or anything that would hold one, is still to be written."""
    steps = pattern.split(".")
    around = (".".join(steps[:length]) for length in range(1, len(steps) + 1))
    return any(is_mark(value) for one in around for _, value in source.texts(one))
