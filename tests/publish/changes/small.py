"""The invented partnership with few agencies and contacts, so that every case can be asked: written into a folder, and changed."""

from collections.abc import Iterator
from itertools import product
from pathlib import Path

from helper.engine.case import Case, choices
from helper.engine.model import START, Model
from tests.partnerships import put_invented

AGENCIES = """\
agencies:
  - {id: childrens-social-care, label: Children's social care, phrase: children's social care}
  - {id: school, label: School or academy, phrase: schools}
  - {id: police, label: Police, phrase: the police}
"""
# Three stages and none, settled or not; four urgencies, two sides, one situation or none; three agencies or none, five contacts.
CASES = (1 + 2 * 3) * 4 * 2 * 2 * 4 * 9


def put_small(folder: Path, *changes: tuple[str, str, str]) -> Path:
    """Write it into a new folder, with changes of text: the file, what stands there once, and what takes its place."""
    put_invented(folder)
    procedures = folder / "procedures"
    (procedures / "agencies.yml").write_text(AGENCIES, encoding="utf-8")
    cut(procedures / "northmere" / "contacts.yml", "  - id: early-help-north-vale")
    edit(procedures / "northmere" / "procedure.yml", "[school, college]", "[school]")
    edit(
        procedures / "northmere" / "procedure.yml",
        "areas:\n  - {id: north-vale, label: North Vale}\n  - {id: mere-town, label: Mere Town}\n",
        "",
    )
    for file, before, after in changes:
        edit(procedures / "northmere" / f"{file}.yml", before, after)
    return folder


def edit(file: Path, before: str, after: str) -> None:
    """Change a text that stands once in a file."""
    text = file.read_text(encoding="utf-8")
    assert text.count(before) == 1, f"{before!r} stands {text.count(before)} times in {file.name}"
    file.write_text(text.replace(before, after), encoding="utf-8")


def cut(file: Path, start: str) -> None:
    """Leave out a file's end, from a text on."""
    file.write_text(file.read_text(encoding="utf-8").partition(start)[0], encoding="utf-8")


def every_case(model: Model) -> Iterator[Case]:
    """Give every case of a partnership but for dates."""
    known = choices(model)
    optional = ((None, *known[name]) for name in ("area", "situation", "you", "them"))
    for stage, resolved, urgency, side, *rest in product(known["stage"], (False, True), known["urgency"], known["side"], *optional):
        if not (resolved and stage == START):
            yield Case(model.procedure.id, stage, urgency, resolved, side, *rest)  # type: ignore[arg-type]
