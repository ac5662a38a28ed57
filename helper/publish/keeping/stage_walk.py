"""One changed stage: a library in, a new time limit for a stage as it is really written, and the worked examples that notice out.

The limit is invented, and its own sentence says so wherever it stands.
"""

from dataclasses import dataclass

from helper.engine.html import Html, join, tag
from helper.engine.model import Model, Stage
from helper.engine.words import NO_LIMIT
from helper.publish.keeping.contact_walks import by_name, end_of, without_links
from helper.publish.keeping.examples import corrected, failing_examples, first_example
from helper.publish.keeping.walk import Walk, put, text_of, window
from helper.publish.read import Library, Partnership
from helper.publish.saying import say, say_length
from helper.publish.source import Path_, Source
from helper.publish.trial import try_change

LIMIT = (
    "- purpose: other",
    "  amount: 5",
    "  unit: working_day",
    "  counted_from: other_event",
    "  event: the day in this example",
    "  text: This limit is invented, to show how one is written.",
    '  section: "{section}"',
)
# How many lines of the stage are shown above the new ones.
LIMITS = 6


def stage_walk(library: Library) -> Walk | None:
    """Add a limit to the first stage that takes one, and correct the worked examples that no longer hold."""
    for found in by_name(library):
        procedure = found.files["procedure"]
        for path, _ in procedure.find("stages.*"):
            if walk := _walk(library, found, path):
                return walk
    return None


@dataclass(frozen=True)
class _Edit:
    """The lines that are added before a line of the file, counted from 1."""

    first: int
    lines: tuple[str, ...]


def _walk(library: Library, found: Partnership, path: Path_) -> Walk | None:
    procedure, edit = found.files["procedure"], _edit(found.files["procedure"], path)
    if not edit:
        return None
    changed = put(procedure, edit.first, edit.first - 1, edit.lines)
    noticed = try_change(library, found.id, {"procedure": text_of(changed)})
    if noticed.made is None or not noticed.problems:
        return None
    examples = list(failing_examples(noticed.made))
    scenarios = text_of(corrected(found.files["scenarios"], examples))
    made = try_change(library, found.id, {"procedure": text_of(changed), "scenarios": scenarios})
    if made.problems or made.made is None:
        return None
    old, new = (model.procedure.stages[int(path[1])] for model in (found.model, made.made.model))
    last = edit.first + len(edit.lines) - 1
    return Walk(
        kind="stage",
        partnership=found.id,
        place=found.model.procedure.name,
        file=procedure.name,
        subject=f"{old.label}: {old.title}",
        before=window(procedure.lines, edit.first, edit.first - 1, procedure.places[path][0], edit.first - 1, LIMITS),
        slip=(),
        said=str(noticed.problems[0]),
        after=window(changed, edit.first, last, procedure.places[path][0], last, LIMITS),
        page=f"{found.id}/#stage-{old.id}",
        old=_shown(found.model, old),
        new=_shown(made.made.model, new),
        example=first_example(found, examples),
    )


def _edit(procedure: Source, stage: Path_) -> _Edit | None:
    """Put the limit last among those of the stage, or in a list of its own at the end of the stage."""
    keys = {path: place for path, place in procedure.keys.items() if path[:-1] == stage}
    columns = {column for _, column in keys.values()}
    section = next((value for _, value in procedure.texts("summary.section", stage)), "")
    if len(columns) != 1 or not section:
        return None
    space = " " * (columns.pop() - 1)
    limit = [f"{space}  {line.format(section=section)}" for line in LIMIT]
    if (*stage, "limits") not in keys:
        return _Edit(end_of(procedure, stage) + 1, (f"{space}limits:", *limit))
    _, column = procedure.places.get((*stage, "limits", 0), (0, 0))
    return _Edit(end_of(procedure, (*stage, "limits")) + 1, tuple(limit)) if column == len(space) + 5 else None


def _shown(model: Model, stage: Stage) -> Html:
    """Show the times of a stage as its page does."""
    chips = [tag("li", say_length(limit)) for limit in stage.limits]
    none = tag("li", NO_LIMIT, class_="eg-chip--doubt")
    said = [tag("li", without_links(say(model, limit, "../"))) for limit in stage.limits]
    return join(
        [
            tag("p", tag("b", f"{stage.label}: {stage.title}")),
            tag("ul", chips or none, class_="eg-chips"),
            tag("ul", said, class_="eg-list") if said else None,
        ]
    )
