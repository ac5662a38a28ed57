"""`new`: the folder of a new partnership, every file of it a skeleton to fill in."""

import argparse
from pathlib import Path

from helper.publish.read import read_files
from helper.publish.starting.start import start

NAME, HELP = "new", "begin a partnership: a folder of skeletons, whose problems are what is left to write"


def arguments(parser: argparse.ArgumentParser) -> None:
    """Add the id, and the name of the place."""
    parser.add_argument("id", help="the folder's name and the address of its pages, such as north-vale")
    parser.add_argument("--name", default="", help="what readers call the place, such as North Vale")


def run(root: Path, asked: argparse.Namespace) -> str:
    """Write the folder, count what is left to write in it, and tell where to begin."""
    folder = start(root, asked.id, asked.name).relative_to(root).as_posix()
    left = sorted(
        (one for one in read_files(root)[1] if one.to_do and one.file.startswith(f"{folder}/")), key=lambda one: one.to_do
    )
    first = min((one for one in left if one.to_do == left[0].to_do), key=lambda one: one.line)
    return (
        f"Wrote {folder}/. {len(left)} things are still to be written, and nothing is published until they are.\n"
        f"Begin with {first.file}, line {first.line}: {first.what}\n"
        "All of them, in order: .venv/bin/python -m helper check"
    )
