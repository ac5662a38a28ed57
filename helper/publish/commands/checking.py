"""`check`: every problem in procedures/, with file, line, column and mend."""

import argparse
from pathlib import Path

from helper.publish.check import check
from helper.publish.problems import report

NAME, HELP = "check", "every problem in procedures/, with file, line, column and mend"


def arguments(parser: argparse.ArgumentParser) -> None:
    """Add nothing: everything is checked."""


def run(root: Path, asked: argparse.Namespace) -> str:
    """Count what was checked; Problems where there is one."""
    return f"{report(())} {len(check(root).partnerships)} procedure(s) checked."
