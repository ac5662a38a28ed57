"""What a schema cannot say: the folder of procedures in, every problem in it out, each pointing at its line."""

from collections.abc import Callable, Iterable, Iterator
from pathlib import Path

from helper.publish.checks.addresses import problems_of_addresses
from helper.publish.checks.borders import problems_of_borders, rehearse_borders
from helper.publish.checks.citations import problems_of_citations, problems_of_uncited
from helper.publish.checks.confirmed import problems_of_confirmed
from helper.publish.checks.identity import problems_of_documents, problems_of_identity, problems_of_shared_ids
from helper.publish.checks.ladder import problems_of_ladder
from helper.publish.checks.limits import problems_of_limits
from helper.publish.checks.log import problems_of_log
from helper.publish.checks.printed_dates import problems_of_printed_dates
from helper.publish.checks.references import problems_of_references
from helper.publish.checks.rehearse import rehearse
from helper.publish.checks.schemes import problems_of_schemes
from helper.publish.checks.stage_words import problems_of_stage_words
from helper.publish.checks.training import problems_of_roles, problems_of_timetable, problems_of_turns
from helper.publish.checks.wording import problems_of_wording
from helper.publish.marks import marked, unfinished
from helper.publish.problems import Problem, Problems
from helper.publish.read import Files, Folder, Library, build_library, read_files

# Each takes the files of one partnership, with those that all share, and lists what is wrong. A file that could not be
# read is not among them, and one of the wrong shape may lack anything: so one slip never hides another.
Check = Callable[[Files], Iterable[Problem]]
# What these find may stand in any file, the log of changes too.
ANYWHERE: tuple[Check, ...] = (problems_of_wording, problems_of_schemes)
# What these find is wrong however much is still to be written.
EARLY: tuple[Check, ...] = (
    problems_of_identity,
    problems_of_references,
    problems_of_citations,
    problems_of_addresses,
    problems_of_printed_dates,
    problems_of_limits,
    problems_of_confirmed,
    *ANYWHERE,
)
CHECKS: tuple[Check, ...] = (
    *EARLY,
    problems_of_ladder,
    problems_of_uncited,
    problems_of_stage_words,
    problems_of_turns,
    problems_of_roles,
)


def check(root: Path) -> Library:
    """Read and check `procedures/` under a root; raise Problems with every problem there is, of shape or of sense."""
    folder, found = read_files(root)
    found += _problems_of_files(folder)
    if found:
        raise Problems(found)
    library = build_library(folder)
    if differing := _rehearse_all(library):
        raise Problems(differing)
    return library


def find_problems(library: Library) -> list[Problem]:
    """List every problem in what was read; the worked examples are rehearsed once nothing else is wrong."""
    folder = Folder(library.shared, {name: found.files for name, found in library.partnerships.items()}, library.log)
    return sorted(set(_problems_of_files(folder))) or _rehearse_all(library)


def _problems_of_files(folder: Folder) -> Iterator[Problem]:
    yield from problems_of_shared_ids(folder.shared)
    yield from problems_of_timetable(folder.shared)
    yield from problems_of_borders(folder.shared, folder.own)
    yield from problems_of_documents(folder.own)
    yield from problems_of_log(folder.log, folder.own)
    for problems in ANYWHERE:
        yield from problems(folder.log)
    for own in folder.own.values():
        yield from problems_of_sense(folder.shared, own)


def problems_of_sense(shared: Files, own: Files) -> Iterator[Problem]:
    """List what is wrong in the files of one partnership beside their shape; nothing is held against what is not written yet."""
    open_places = {(one.name, *one.places[path]) for one in own.values() for path in marked(one)}
    for problems in EARLY if unfinished(own.values()) else CHECKS:
        for problem in problems({**shared, **own}):
            if (problem.file, problem.line, problem.column) not in open_places:
                yield problem


def _rehearse_all(library: Library) -> list[Problem]:
    own = {problem for found in library.partnerships.values() for problem in rehearse(found)}
    return sorted(own.union(rehearse_borders(library)))
