"""`check`: every problem in procedures/, with file, line, column and mend."""

import argparse
from pathlib import Path

from helper.publish.check import check
from helper.publish.notes import notes_of
from helper.publish.problems import report

NAME, HELP = "check", "every problem in procedures/, with file, line, column and mend"


def arguments(parser: argparse.ArgumentParser) -> None:
    """Add nothing: everything is checked."""


def run(root: Path, asked: argparse.Namespace) -> str:
    """Count what was checked, and note what is hard to read; Problems where there is one."""
    library = check(root)
    notes = [str(note) for note in notes_of(library)]
    noted = [*notes, f"{len(notes)} note(s). They stop no site; readers are better off without them."] if notes else []
    return "\n\n".join([*noted, f"{report(())} {len(library.partnerships)} procedure(s) checked."])
