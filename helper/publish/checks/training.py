"""A trainer finds an answer to everything: the files of a partnership in, turns and roles that a session would miss out."""

from collections.abc import Iterator

from helper.publish.problems import Problem
from helper.publish.read import Files
from helper.publish.source import Path_, Source

# How long a session takes, in minutes, whole and where the parts that can be left out are.
WHOLE, SHORT = 45, 20


def problems_of_turns(files: Files) -> Iterator[Problem]:
    """List the turns of session.yml that a partnership answers not at all, twice, or with nothing."""
    if not (source := files.get("training")):
        return
    first: dict[str, Path_] = {}
    for path, turn in source.texts("turns.*.turn"):
        if turn in first:
            line, _ = source.places[first[turn]]
            yield source.problem(path, f'The turn "{turn}" stands in line {line} already.', "Put both into one entry.")
        first.setdefault(turn, path)
        entry = path[:-1]
        if not any(source.find("said.*", entry)) and not any(source.find("gaps.*", entry)):
            mend = "Write what the document says of it under said. Where it says nothing, write that under gaps."
            yield source.problem(entry, f'Nothing is said of the turn "{turn}".', mend)
    for label, turn in _turns(files):
        if turn not in first:
            mend = f"Add an entry with turn: {turn}. Where the document says nothing of it, write that under gaps."
            yield source.problem(("turns",), f'There is no entry for the turn "{turn}" ({label}).', mend)


def problems_of_roles(files: Files) -> Iterator[Problem]:
    """List the scenarios in which nobody plays the reader first, or nobody plays the other agency."""
    known = {name for _, name in files["agencies"].texts("agencies.*.id")} if "agencies" in files else set()
    for source in (files[name] for name in ("scenarios", "cross-border") if name in files):
        for path, _ in source.find("scenarios.*.training.roles"):
            yield from _unplayed(source, path, known)


def problems_of_timetable(shared: Files) -> Iterator[Problem]:
    """List what makes a session longer than it is said to be."""
    if not (source := shared.get("session")):
        return
    whole, short = (sum(_minutes(source, name)) for name in ("minutes", "short"))
    if whole != WHOLE:
        what = f"The parts take {whole} minutes together; a session takes {WHOLE}."
        yield source.problem(("timetable",), what, "Change the minutes of a part.")
    if short > SHORT:
        what = f"The parts take {short} minutes together where there are {SHORT}."
        yield source.problem(("timetable",), what, 'Change "short" of a part; 0 leaves it out.')


def _turns(files: Files) -> Iterator[tuple[str, str]]:
    for path, turn in files["session"].texts("turns.*.id") if "session" in files else ():
        for _, label in files["session"].texts("label", path[:-1]):
            yield label, turn


def _unplayed(source: Source, path: Path_, known: set[str]) -> Iterator[Problem]:
    """Hold the roles against the agencies of the case; `them` may be a contact, who is of no one agency by its id."""
    case = (*path[:-2], "case")
    roles = [agency for _, agency in source.texts("*.agency", path)]
    for _, you in source.texts("you", case):
        if roles[:1] != [you]:
            yield source.problem(path, f'The first role is not of "{you}", where the reader works.', "Put the reader's side first.")
    for _, them in source.texts("them", case):
        if them in known and them not in roles[1:]:
            yield source.problem(path, f'Nobody plays "{them}", the other agency of the case.', "Add a role for it.")


def _minutes(source: Source, name: str) -> Iterator[int]:
    return (minutes for _, minutes in source.find(f"timetable.*.{name}") if isinstance(minutes, int))
