"""The stages make one ladder: a procedure in, stages that nobody can reach, second endings and loops out."""

from collections.abc import Iterator

from helper.engine.model import URGENCIES
from helper.publish.problems import Problem
from helper.publish.read import Files
from helper.publish.source import Path_, Source


def problems_of_ladder(files: Files) -> Iterator[Problem]:
    """List where the stages do not lead from the first to the last, once each."""
    source = files.get("procedure")
    if not source:
        return
    stages = {name: path[:-1] for path, name in source.texts("stages.*.id")}
    leads = {path[:2]: to for path, to in source.texts("stages.*.onward.to")}
    onward = {name: leads[path] for name, path in stages.items() if leads.get(path) in stages}
    yield from _backward(source, stages, onward)
    yield from _endings(source, stages)
    yield from _unreachable(source, stages, onward)
    yield from _lower_beginnings(source, stages)


def _backward(source: Source, stages: dict[str, Path_], onward: dict[str, str]) -> Iterator[Problem]:
    """Name each loop once, the whole way round, and the steps down that make none."""
    order = list(stages)
    for name, to in onward.items():
        if order.index(to) > order.index(name):
            continue
        way = _way_round(to, onward)
        here = (*stages[name], "onward", "to")
        if name not in way:
            mend = "Put the stages in the order of the ladder."
            yield source.problem(here, f'Stage "{name}" leads on to stage "{to}", which stands before it in the file.', mend)
        elif way[0] == min(way, key=order.index):
            shown = " -> ".join([*way, way[0]])
            mend = "Let each stage lead on to a later one; the last has no onward."
            yield source.problem(here, f"The stages lead round in a loop: {shown}.", mend)


def _way_round(start: str, onward: dict[str, str]) -> list[str]:
    way = [start]
    while (to := onward.get(way[-1])) and to not in way:
        way.append(to)
    return way


def _endings(source: Source, stages: dict[str, Path_]) -> Iterator[Problem]:
    for name, path in list(stages.items())[:-1]:
        if not any(source.find("onward", path)):
            what = f'Stage "{name}" is not the last, and nothing leads on from it: that makes a second ending.'
            mend = 'Add "onward" with the id of the next stage, or move the last stage to the end.'
            yield source.problem((*path, "id"), what, mend)


def _unreachable(source: Source, stages: dict[str, Path_], onward: dict[str, str]) -> Iterator[Problem]:
    first = list(stages)[:1]
    found: set[str] = set()
    ahead = [*first, *(name for _, name in source.texts("urgency.*.begin_at.*.stage"))]
    while ahead:
        name = ahead.pop()
        if name not in found:
            found.add(name)
            ahead += [onward[name]] if name in onward else []
    for name, path in stages.items():
        if name not in found:
            what = f'Nobody can reach stage "{name}": no stage leads on to it and no urgency begins at it.'
            mend = f'Write "to: {name}" under "onward" of the stage before it.'
            yield source.problem((*path, "id"), what, mend)


def _lower_beginnings(source: Source, stages: dict[str, Path_]) -> Iterator[Problem]:
    """Name the stages at which a more urgent case must begin lower than a less urgent one may."""
    order = list(stages)
    highest, by = -1, ""
    for urgency in URGENCIES:
        named = source.texts(f"urgency.{urgency}.begin_at.*.stage")
        begun = [(path, name, order.index(name)) for path, name in named if name in order]
        for path, name, rank in begun:
            if rank < highest:
                what = f'"{urgency}" begins at stage "{name}", lower than "{by}", which begins at "{order[highest]}".'
                mend = "A more urgent case never begins lower. Read the source again, or leave this entry out."
                yield source.problem(path, what, mend)
        reached = max((rank for _, _, rank in begun), default=-1)
        if reached > highest:
            highest, by = reached, urgency
