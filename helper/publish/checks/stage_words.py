"""Every stage has its words, and says how long an answer may take: a partnership's files in, stages left without out."""

from collections.abc import Iterator

from helper.publish.problems import Problem
from helper.publish.read import Files
from helper.publish.source import Path_, Source


def problems_of_stage_words(files: Files) -> Iterator[Problem]:
    """List the stages that have no words, and those where nothing is said of how long to wait for an answer."""
    procedure, wording = files.get("procedure"), files.get("wording")
    if not procedure or not wording:
        return
    words = {name: path[:-1] for path, name in wording.texts("stages.*.stage")}
    for path, name in procedure.texts("stages.*.id"):
        if name not in words:
            what = f'Stage "{name}" has no words.'
            mend = f'Add "stage: {name}" under "stages", with the frames that go with it for each side.'
            yield wording.problem(("stages",), what, mend)
        elif not any(wording.find("no_answer", words[name])) and not _has_time_to_wait(procedure, path[:-1]):
            what = f'Nothing says how long to wait for an answer at stage "{name}".'
            mend = 'The procedure sets no number to reply or to resolve there: add "no_answer", a gap that says so.'
            yield wording.problem((*words[name], "stage"), what, mend)


def _has_time_to_wait(procedure: Source, stage: Path_) -> bool:
    """Tell whether a stage has a number to reply, or to resolve it from when the stage began, for some case at least."""
    limits = [limit for _, limit in procedure.find("limits.*", stage) if isinstance(limit, dict)]
    counted = [limit for limit in limits if limit.get("unit") not in (None, "straight_away")]
    return any(
        limit.get("purpose") == "reply" or (limit.get("purpose") == "resolve" and limit.get("counted_from") == "stage_began")
        for limit in counted
    )
