"""Read the folder of procedures: YAML files in, one Model for each partnership out, or Problems.

Nobody else opens these files.
"""

from contextlib import suppress
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from helper.engine.model import Model
from helper.engine.plain import from_plain
from helper.publish.holidays import bank_holidays
from helper.publish.problems import Problem, Problems
from helper.publish.shape import problems_of_shape
from helper.publish.source import Source, read_source
from helper.publish.to_do import problems_to_do

SHARED = ("agencies", "general", "synonyms", "frames", "session", "cross-border", "glossary")
OWN = ("procedure", "contacts", "forms", "scenarios", "wording", "training")
LOG = "changes"
Files = dict[str, Source]


@dataclass(frozen=True)
class Folder:
    """The files that could be read: those all partnerships share, those of each partnership, by name, and the log of changes."""

    shared: Files
    own: dict[str, Files]
    log: Files = field(default_factory=dict)


@dataclass(frozen=True)
class Partnership:
    """One partnership as it was read: its files, the plain data that the page loads, its model and its scenarios."""

    id: str
    files: Files
    plain: dict[str, Any]
    model: Model

    @property
    def scenarios(self) -> list[dict[str, Any]]:
        """Give the worked examples as plain data."""
        found: list[dict[str, Any]] = self.files["scenarios"].plain["scenarios"]
        return found


@dataclass(frozen=True)
class Library:
    """Everything in the folder: the files all partnerships share, the partnerships by id, and the log of changes."""

    shared: Files
    partnerships: dict[str, Partnership]
    log: Files = field(default_factory=dict)


def read_files(root: Path) -> tuple[Folder, list[Problem]]:
    """Read every file of `procedures/` under a root that can be read, and list every slip of shape."""
    place = root / "procedures"
    found: list[Problem] = []
    shared = _read(place, root, SHARED, found)
    ids = folders(place)
    if not ids:
        found.append(Problem("procedures", 1, 1, "There is no procedure here.", "Make a folder for each partnership."))
    own = {name: _read(place / name, root, OWN, found) for name in ids}
    log, slips = read_log(root)
    return Folder(shared, own, log), [*found, *slips]


def folders(place: Path) -> list[str]:
    """Name the partnerships whose folders stand in a folder of procedures; beside them stands the log of changes."""
    return sorted(path.name for path in place.iterdir() if path.is_dir() and path.name != LOG) if place.is_dir() else []


def log_folder(root: Path) -> Path:
    """Say where the log of changes stands."""
    return root / "procedures" / LOG


def holds_procedures(place: Path) -> bool:
    """Tell whether a folder is one of procedures, under whatever name."""
    return (place / "agencies.yml").is_file()


def contents(folder: Path) -> tuple[tuple[str, bytes], ...]:
    """Give the bytes of every file of a folder, by which two folders that are alike need be read only once."""
    return tuple((file.name, file.read_bytes()) for file in sorted(folder.glob("*.yml")))


def read_folder(folder: Path, root: Path, needed: tuple[str, ...]) -> tuple[Files, list[Problem]]:
    """Read all files of one folder that can be read; only those needed have to be there and of the shape of their schemas."""
    found: list[Problem] = []
    files = _read(folder, root, needed, found)
    for file in sorted(folder.glob("*.yml")):
        if file.stem not in needed:
            with suppress(Problems):
                files[file.stem] = read_source(file, root)
    return files, found


def read_log(root: Path) -> tuple[Files, list[Problem]]:
    """Read the log of changes: its entries by the names of their files, which begin with their days, and every slip of shape."""
    place = log_folder(root)
    files: Files = {}
    found: list[Problem] = []
    for file in sorted(place.glob("*.yml")):
        try:
            files[file.stem] = read_source(file, root)
        except Problems as problems:
            found += problems.found
            continue
        found += problems_of_shape(files[file.stem], LOG)
    return files, found


def read_library(root: Path) -> Library:
    """Read `procedures/` under a root; raise Problems with every slip of shape in every file."""
    folder, found = read_files(root)
    if found:
        raise Problems(found)
    return build_library(folder)


def read_shared(root: Path, name: str) -> Source:
    """Read one of the files that all partnerships share; raise Problems where it cannot be read."""
    return read_source(file_in(root / "procedures", name), root)


def file_in(folder: Path, name: str) -> Path:
    """Say where a file such as `contacts` stands in the folder of a partnership."""
    return folder / f"{name}.yml"


def build_library(folder: Folder) -> Library:
    """Build the models from files that have the shape their schemas describe."""
    holidays = bank_holidays()
    made = {name: _partnership(name, folder.shared, own, holidays) for name, own in folder.own.items()}
    return Library(folder.shared, made, folder.log)


def with_changes(found: Partnership, shared: Files, changed: Files) -> Partnership:
    """Build a partnership again, with some of its own files changed."""
    return _partnership(found.id, shared, found.files | changed, found.plain["holidays"])


def _read(folder: Path, root: Path, names: tuple[str, ...], found: list[Problem]) -> Files:
    sources = {}
    for name in names:
        try:
            sources[name] = read_source(file_in(folder, name), root)
        except Problems as problems:
            found += problems.found
            continue
        found += [*problems_of_shape(sources[name], name), *problems_to_do(sources[name], name)]
    return sources


def _partnership(name: str, shared: Files, own: Files, holidays: dict[str, object]) -> Partnership:
    plain = {
        "procedure": own["procedure"].plain,
        "contacts": own["contacts"].plain,
        "forms": own["forms"].plain["forms"],
        "agencies": shared["agencies"].plain["agencies"],
        "general": shared["general"].plain,
        "holidays": holidays,
        "frames": shared["frames"].plain["frames"],
        "wording": own["wording"].plain,
    }
    return Partnership(name, own, plain, from_plain(Model, plain))
