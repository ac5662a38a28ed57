"""Start a partnership: an id in, its folder with every file as a skeleton out, or the reason why not. Nothing is overwritten."""

import json
import re
from pathlib import Path

from helper.engine.case import CaseProblem
from helper.publish.marks import MARK
from helper.publish.read import OWN, file_in, read_shared
from helper.publish.reserved import RESERVED
from helper.publish.source import Path_
from helper.publish.starting.skeleton import Skeleton
from helper.publish.whole_folder import write_folder

ID = re.compile(r"[a-z0-9]+(-[a-z0-9]+)*")
LONGEST = 60
NO_TEXT = ("null", "true", "false")


def start(root: Path, name: str, place: str) -> Path:
    """Write the folder; `place` is what readers call the area, or empty. Raise a CaseProblem where it cannot be."""
    folder = root / "procedures" / name
    _refuse(name, place, folder)
    skeleton = _skeleton(root, name, place)
    try:
        write_folder(folder, {file_in(folder, file).name: skeleton.file(file).encode() for file in OWN})
    except OSError as error:
        say = f"Nothing was written: {folder} cannot be ({error.strerror}). Run it where you may write."
        raise CaseProblem("id", name, (), say) from None
    return folder


def _refuse(name: str, place: str, folder: Path) -> None:
    if not ID.fullmatch(name) or len(name) > LONGEST:
        say = f'"{name}" cannot be an id. Write small letters, figures and hyphens, such as north-vale; no more than {LONGEST}.'
        raise CaseProblem("id", name, (), say)
    if name in RESERVED:
        say = f'"{name}" is the address of one of the guide\'s own pages. Take another id, such as {name}-partnership.'
        raise CaseProblem("id", name, (), say)
    if folder.exists() or folder.is_symlink():
        say = f"procedures/{name} is there already, and nothing is written over. Take another id, or go on with what is there."
        raise CaseProblem("id", name, (), say)
    if not place.isprintable() or place.startswith(MARK) or (place and not place.strip()):
        raise CaseProblem("name", place, (), "The name has to be one line of text, such as North Vale.")


def _skeleton(root: Path, name: str, place: str) -> Skeleton:
    """Fill in what is no fact of a document: ids of ours, that nobody has confirmed the contacts, the turns of every session."""
    turns = _turns(root)
    given: dict[Path_, str] = {
        ("id",): f'"{name}"' if name in NO_TEXT or not name[0].isalpha() else name,
        ("document", "id"): f"{name}-escalation-procedure",
        ("urgency", "routine"): "{}",
        ("confirmed",): "null",
        **{("turns", index, "turn"): turn for index, turn in enumerate(turns)},
    }
    if place:
        given |= {("name",): json.dumps(place.strip(), ensure_ascii=False)}
    return Skeleton(given, {"turns": len(turns)})


def _turns(root: Path) -> list[str]:
    """Read the ids of the turns that every partnership answers; Problems where their file cannot be read."""
    return [turn for _, turn in read_shared(root, "session").texts("turns.*.id")]
