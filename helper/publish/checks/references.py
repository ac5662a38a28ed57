"""What one place names, another place has: a partnership's files in, names that lead nowhere out."""

from collections.abc import Iterator
from dataclasses import dataclass

from helper.engine.model import START
from helper.publish.checks.identity import CONTACTS
from helper.publish.marks import may_come
from helper.publish.problems import Problem, nearest
from helper.publish.read import Files


@dataclass(frozen=True)
class Named:
    """A kind of thing that can be named: what it is called, the file it stands in and where its ids are."""

    kind: str
    file: str
    ids: tuple[str, ...]
    more: tuple[str, ...] = ()


STAGE = Named("stage", "procedure", ("stages.*.id",))
STAGE_OR_START = Named("stage", "procedure", ("stages.*.id",), (START,))
AREA = Named("area", "procedure", ("areas.*.id",))
AGENCY = Named("agency", "agencies", ("agencies.*.id",))
FORM = Named("form", "forms", ("forms.*.id",))
CONTACT = Named("contact", "contacts", CONTACTS)
TURN = Named("turn", "session", ("turns.*.id",))
FRAME = Named("frame", "frames", ("frames.*.id",))
WITH_CONDITIONS = ("procedure", "contacts", "forms", "wording", "training")

REFERENCES = (
    ("procedure", "stages.*.onward.to", STAGE),
    ("procedure", "side_routes.*.stages.*", STAGE_OR_START),
    ("procedure", "urgency.*.begin_at.*.stage", STAGE),
    ("procedure", "urgency.*.protection.contact", CONTACT),
    ("procedure", "**.forms.*.form", FORM),
    ("contacts", "services.*.agencies.*", AGENCY),
    ("contacts", "services.*.stages.*", STAGE),
    ("contacts", "services.*.areas.*", AREA),
    ("contacts", "office.agencies.*", AGENCY),
    ("contacts", "office.stages.*", STAGE),
    ("contacts", "office.areas.*", AREA),
    ("wording", "stages.*.stage", STAGE),
    ("wording", "**.frame", FRAME),
    ("scenarios", "**.training.roles.*.agency", AGENCY),
    ("cross-border", "**.training.roles.*.agency", AGENCY),
    ("training", "turns.*.turn", TURN),
    *((name, "**.when.stage.*", STAGE_OR_START) for name in WITH_CONDITIONS),
    *((name, "**.when.area.*", AREA) for name in WITH_CONDITIONS),
    *((name, "**.when.you.*", AGENCY) for name in WITH_CONDITIONS),
)


def problems_of_references(files: Files) -> Iterator[Problem]:
    """List the names that lead nowhere."""
    for name, pattern, named in REFERENCES:
        known = _known(files, named)
        if name not in files or known is None:
            continue
        for path, value in files[name].texts(pattern):
            if value not in known:
                what = f'There is no {named.kind} "{value}" in {files[named.file].name}.'
                yield files[name].problem(path, what, f"Write the id of one that is there, or add it. {nearest(value, known)}")


def _known(files: Files, named: Named) -> set[str] | None:
    """Give the ids there are, or None where their file could not be read or has some still to be written."""
    source = files.get(named.file)
    if source is None or any(may_come(source, pattern) for pattern in named.ids):
        return None
    return {*named.more, *(value for pattern in named.ids for _, value in source.texts(pattern))}
