"""A border has two sides: the scenarios of cross-border.yml in, those whose sides, sections or answers are not as they say out."""

from collections.abc import Iterator, Mapping

from helper.publish.checks.rehearse import rehearse_one
from helper.publish.problems import Problem, nearest
from helper.publish.read import Files, Library
from helper.publish.source import Path_, Source

SIDES = ("works_in", "lives_in")


def problems_of_borders(shared: Files, partnerships: Mapping[str, Files]) -> Iterator[Problem]:
    """List the scenarios that name no partnership of the folder, or the same one on both sides, or a section that is not there."""
    if not (source := shared.get("cross-border")):
        return
    for path, _ in source.find("scenarios.*"):
        named = [(place, name) for side in SIDES for place, name in source.texts(side, path)]
        for place, name in named:
            if name not in partnerships:
                what = f'There is no partnership "{name}" in procedures/.'
                yield source.problem(place, what, f"Write the id of one that is there. {nearest(name, partnerships)}")
        if len(named) == len(SIDES) and len({name for _, name in named}) == 1:
            what = "The reader works in the area where the child lives, so no border is crossed."
            yield source.problem(named[-1][0], what, "Name two partnerships, or move it to the scenarios of this one.")
        for side in SIDES:
            for _, name in source.texts(side, path):
                yield from _unlisted(source, path, side, name, _sections(partnerships.get(name, {})))
        yield from _uncited(source, path)


def rehearse_borders(library: Library) -> Iterator[Problem]:
    """List where the engine answers a scenario across a border otherwise than it expects."""
    source = library.shared["cross-border"]
    for index, scenario in enumerate(source.plain["scenarios"]):
        if lives_in := library.partnerships.get(scenario["lives_in"]):
            yield from rehearse_one(source, ("scenarios", index), scenario, lives_in)


def _sections(files: Files) -> list[str]:
    procedure = files.get("procedure")
    return [section for _, section in procedure.texts("document.sections.*.id")] if procedure else []


def _unlisted(source: Source, path: Path_, side: str, name: str, listed: list[str]) -> Iterator[Problem]:
    """List the sections that a difference cites on one side, and that the document of that side does not have."""
    for place, section in source.texts(f"differs.*.{side}.*", path) if listed else ():
        if section not in listed:
            what = f'The section "{section}" is cited, and the list of sections of "{name}" does not have it.'
            mend = f"Cite a section listed under document: sections in procedures/{name}/procedure.yml. {nearest(section, listed)}"
            yield source.problem(place, what, mend)


def _uncited(source: Source, path: Path_) -> Iterator[Problem]:
    for place, text in source.texts("differs.*.text", path):
        if not any(found for side in SIDES for found in source.find(side, place[:-1])):
            what = f'Nothing is cited for "{text}"'
            mend = "Add works_in, lives_in or both, with the sections of each document that say it."
            yield source.problem(place, what, mend)
