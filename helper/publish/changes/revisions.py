"""Open a revision of the procedures: a folder's or a git revision's name in, the folder it can be read from out."""

import io
import subprocess
import tarfile
from contextlib import ExitStack
from pathlib import Path
from tempfile import TemporaryDirectory

from helper.engine.case import CaseProblem
from helper.publish.read import holds_procedures

PLACE = "procedures"


def opened(stack: ExitStack, root: Path, field: str, name: str) -> Path:
    """Give a folder in which `procedures/` stands as it does in a revision; a folder goes before a git revision of its name.

    Nothing is checked out; what is unpacked is gone when `stack` is closed. Raises a CaseProblem for `field` where there is no
    such folder and no such revision.
    """
    folder = Path(name)
    if folder.is_dir():
        return _of_folder(stack, field, folder)
    with tarfile.open(fileobj=io.BytesIO(_archive(root, field, name))) as packed:
        place = stack.enter_context(TemporaryDirectory())
        packed.extractall(place, filter="data")
    return Path(place)


def _of_folder(stack: ExitStack, field: str, folder: Path) -> Path:
    """Take the folder of a project, or its folder of procedures under whatever name."""
    if (folder / PLACE).is_dir():
        return folder
    if not holds_procedures(folder):
        what = f"{str(folder)!r} holds no procedures. Name the folder of a project, or its folder {PLACE}."
        raise CaseProblem(field, str(folder), (), what)
    place = Path(stack.enter_context(TemporaryDirectory()))
    (place / PLACE).symlink_to(folder.resolve(), target_is_directory=True)
    return place


def _archive(root: Path, field: str, name: str) -> bytes:
    commit = _git(root, field, name, "rev-parse", "--verify", "--quiet", "--end-of-options", f"{name}^{{commit}}")
    if commit is None:
        what = f"There is no folder and no git revision called {name!r}. `git log --oneline procedures` lists revisions."
        raise CaseProblem(field, name, (), what)
    packed = _git(root, field, name, "archive", "--format=tar", commit.decode().strip(), PLACE)
    if packed is None:
        raise CaseProblem(field, name, (), f"The git revision {name!r} holds no folder {PLACE}.")
    return packed


def _git(root: Path, field: str, name: str, *arguments: str) -> bytes | None:
    """Ask git; None where it says no."""
    try:
        done = subprocess.run(["git", *arguments], cwd=root, capture_output=True, check=False)
    except FileNotFoundError:
        what = f"There is no folder called {name!r}, and git, which would know a revision of that name, is not installed here."
        raise CaseProblem(field, name, (), what) from None
    if b"not a git repository" in done.stderr:
        what = f"There is no folder called {name!r}, and this project is not kept in git, which would know revisions."
        raise CaseProblem(field, name, (), what)
    return done.stdout if done.returncode == 0 else None
