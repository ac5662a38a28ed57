"""A border has two sides: the scenarios of cross-border.yml in, those whose sides or answers are not as they say out."""

from collections.abc import Collection, Iterator

from helper.publish.checks.rehearse import rehearse_one
from helper.publish.problems import Problem, nearest
from helper.publish.read import Files, Library

SIDES = ("works_in", "lives_in")


def problems_of_borders(shared: Files, partnerships: Collection[str]) -> Iterator[Problem]:
    """List the scenarios that name no partnership of the folder, or the same one on both sides."""
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


def rehearse_borders(library: Library) -> Iterator[Problem]:
    """List where the engine answers a scenario across a border otherwise than it expects."""
    source = library.shared["cross-border"]
    for index, scenario in enumerate(source.plain["scenarios"]):
        if lives_in := library.partnerships.get(scenario["lives_in"]):
            yield from rehearse_one(source, ("scenarios", index), scenario, lives_in)
