"""`diff`: which answers two revisions of the procedures give otherwise, and how; with `--record`, kept for readers."""

import argparse
from contextlib import ExitStack
from datetime import date
from pathlib import Path
from typing import Any

from helper.engine.case import CaseProblem
from helper.publish.changes.comparison import compare
from helper.publish.changes.reading import Asked, Revision, read_both
from helper.publish.changes.record import as_yaml, entry_of, free_name
from helper.publish.changes.report import report
from helper.publish.changes.revisions import opened
from helper.publish.check import check
from helper.publish.commands.plain import as_json
from helper.publish.read import file_in, log_folder

NAME, HELP = "diff", "which answers changed between two revisions, and how"
SHORTEST, LONGEST = 10, 600


def arguments(parser: argparse.ArgumentParser) -> None:
    """Add the two revisions, the partnerships, and what is recorded."""
    parser.add_argument("old", help="a folder (of a project, or of procedures) or a git revision")
    parser.add_argument("new", help='another; "." is what stands here now')
    parser.add_argument("partnership", nargs="*", default=[], help="only these; all where none is named")
    parser.add_argument("--json", action="store_true", help="as JSON")
    parser.add_argument("--record", action="store_true", help="keep it for readers, on the page of changes")
    parser.add_argument("--why", help="with --record: a sentence for readers, such as what changed in the document")
    parser.add_argument("--date", help="with --record: the day of the change, YYYY-MM-DD; today where it is left out")
    parser.add_argument("--unpublished", action="store_true", help="with --record: before readers could see the guide")


def run(root: Path, asked: argparse.Namespace) -> str:
    """Say what changed; a CaseProblem where a revision or a partnership is not there, or there is nothing to record."""
    if asked.record:
        day, why = _day(asked.date), _why(asked.why)
    comparison = compare(*_read(root, asked))
    said = as_json(comparison) if asked.json else report(comparison)
    return f"{said}\n\n{_record(root, asked, comparison, day, why)}" if asked.record else said


def _read(root: Path, asked: argparse.Namespace) -> tuple[Revision, Revision]:
    with ExitStack() as places:
        old, new = (
            Asked(field, name, opened(places, root, field, name)) for field, name in (("old", asked.old), ("new", asked.new))
        )
        return read_both(old, new, root, tuple(asked.partnership))


def _record(root: Path, asked: argparse.Namespace, comparison: dict[str, Any], day: str, why: str) -> str:
    """Write the entry, and say where; it names only rows of the contact lists that stand here now."""
    library = check(root)
    rows = {row.name for found in library.partnerships.values() for row in found.model.everyone().values()}
    entry = entry_of(comparison, day, why, not asked.unpublished, rows)
    if not entry["partnerships"]:
        raise CaseProblem("record", True, (), f"Nothing changed from {asked.old} to {asked.new}, so there is nothing to record.")
    folder = log_folder(root)
    folder.mkdir(exist_ok=True)
    file = file_in(folder, free_name(folder, day))
    file.write_text(as_yaml(entry), encoding="utf-8")
    return f"Recorded in {file.relative_to(root).as_posix()}. Read it through: it goes onto the page of changes as it is."


def _day(said: str | None) -> str:
    try:
        return date.fromisoformat(said).isoformat() if said else date.today().isoformat()
    except ValueError:
        raise CaseProblem("date", said, (), f"{said!r} is no date. Write YYYY-MM-DD.") from None


def _why(said: str | None) -> str:
    why = (said or "").strip()
    if not SHORTEST <= len(why) <= LONGEST or not why.isprintable():  # what cannot be seen, the check would refuse later
        what = "Say with --why, in a sentence for readers, what changed in the document or what had been misread."
        raise CaseProblem("why", said, (), what)
    return why
