"""Try a change of a partnership's files without touching them: new texts in, the problems or the partnership out."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from helper.publish.check import problems_of_sense
from helper.publish.checks.rehearse import rehearse
from helper.publish.problems import Problem, Problems
from helper.publish.read import Library, Partnership, with_changes
from helper.publish.shape import problems_of_shape
from helper.publish.source import Source, source_of
from helper.publish.to_do import problems_to_do


@dataclass(frozen=True)
class Trial:
    """What `check` would say of the change, in its own order; the partnership with it, unless it could not be read."""

    problems: tuple[Problem, ...]
    made: Partnership | None


def try_change(library: Library, name: str, texts: Mapping[str, str]) -> Trial:
    """Hold a partnership, with other texts for some of its files (`contacts`, ...), against all that is checked of one."""
    found = library.partnerships[name]
    try:
        changed = {file: source_of(text, found.files[file].name) for file, text in texts.items()}
    except Problems as problems:
        return Trial(problems.found, None)
    if slips := {*_slips(library, found, changed)}:
        return Trial(Problems(slips).found, None)
    made = with_changes(found, library.shared, changed)
    return Trial(Problems(rehearse(made)).found, made)


def _slips(library: Library, found: Partnership, changed: Mapping[str, Source]) -> Iterator[Problem]:
    for file, source in changed.items():
        yield from problems_of_shape(source, file)
        yield from problems_to_do(source, file)
    yield from problems_of_sense(library.shared, {**found.files, **changed})
