"""Every id is one of its own: a partnership's files in, ids that are used twice or are not theirs to use out."""

from collections.abc import Iterable, Iterator, Mapping

from helper.engine.model import START
from helper.publish.problems import Problem
from helper.publish.read import Files
from helper.publish.reserved import RESERVED
from helper.publish.source import Path_, Source

CONTACTS = ("office.id", "services.*.id", "services.*.people.*.id")
ROUTES = ("stages.*.id", "side_routes.*.id")
# Ids that one answer may list side by side have to differ from each other.
FAMILIES = (
    ("procedure", ("document.sections.*.id",)),
    ("procedure", ("areas.*.id",)),
    ("procedure", ROUTES),
    ("contacts", CONTACTS),
    ("forms", ("forms.*.id",)),
    ("scenarios", ("scenarios.*.id",)),
    ("frames", ("frames.*.id",)),
    ("wording", ("stages.*.stage",)),
)
SHARED_IDS = (("agencies", "agencies.*.id"), ("session", "turns.*.id"), ("cross-border", "scenarios.*.id"))


def problems_of_identity(files: Files) -> Iterator[Problem]:
    """List the ids of a partnership that stand twice, are not its folder's, or mean something else already."""
    for name, patterns in FAMILIES:
        if source := files.get(name):
            yield from _twice(source, (one for pattern in patterns for one in source.texts(pattern)))
    yield from _fields_twice(files)
    if procedure := files.get("procedure"):
        yield from _folder(procedure)
        yield from _reserved(procedure)
    if "contacts" in files and "agencies" in files:
        yield from _agencys(files["contacts"], files["agencies"])


def problems_of_shared_ids(shared: Files) -> Iterator[Problem]:
    """List the ids in files that all partnerships share which stand twice."""
    for name, pattern in SHARED_IDS:
        if source := shared.get(name):
            yield from _twice(source, source.texts(pattern))


def problems_of_documents(own: Mapping[str, Files]) -> Iterator[Problem]:
    """List the documents whose id another partnership's document has: citations could not tell them apart."""
    first: dict[str, str] = {}
    for source in (files["procedure"] for files in own.values() if "procedure" in files):
        for path, name in source.texts("document.id"):
            if name in first:
                what = f'The document\'s id "{name}" is also that of the document in {first[name]}.'
                mend = "Give each document an id of its own, beginning with its partnership's."
                yield source.problem(path, what, mend)
            first.setdefault(name, source.name)


def _twice(source: Source, named: Iterable[tuple[Path_, str]]) -> Iterator[Problem]:
    first: dict[str, Path_] = {}
    for path, name in named:
        if name in first:
            line, _ = source.places[first[name]]
            what = f'The id "{name}" is used twice: it stands in line {line} already.'
            yield source.problem(path, what, "Give one of the two another id.")
        first.setdefault(name, path)


def _fields_twice(files: Files) -> Iterator[Problem]:
    if source := files.get("forms"):
        for path, _ in source.find("forms.*"):
            yield from _twice(source, source.texts("fields.*.id", path))


def _reserved(procedure: Source) -> Iterator[Problem]:
    for path, name in procedure.texts("stages.*.id"):
        if name == START:
            what = '"start" means that nothing was tried yet, so no stage can have it as its id.'
            yield procedure.problem(path, what, "Give the stage another id, made of its label.")
    routes = {name for pattern in ROUTES for _, name in procedure.texts(pattern)}
    for path, name in procedure.texts("urgency.*.protection.id"):
        if name in routes:
            what = f'"{name}" is the id of a stage or side route already.'
            yield procedure.problem(path, what, "Give the way to report a danger an id of its own.")


def _agencys(contacts: Source, agencies: Source) -> Iterator[Problem]:
    names = {name for _, name in agencies.texts("agencies.*.id")}
    for pattern in CONTACTS:
        for path, name in contacts.texts(pattern):
            if name in names:
                what = f'"{name}" is the id of an agency, so no contact can have it too.'
                yield contacts.problem(path, what, "Give the contact another id, such as the name of its team.")


def _folder(procedure: Source) -> Iterator[Problem]:
    folder = procedure.name.split("/")[-2]
    for path, name in procedure.texts("id"):
        if name != folder:
            what = f'The id is "{name}", and the folder is "{folder}".'
            yield procedure.problem(path, what, f"Write id: {folder}, or rename the folder.")
        if folder in RESERVED:
            what = f'"{folder}" is the address of one of the guide\'s own pages.'
            yield procedure.problem(path, what, "Rename the folder, and write its new name as the id.")
