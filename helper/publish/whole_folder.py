"""A folder that appears whole or not at all: its place and its files by name in, nothing half written left behind."""

from collections.abc import Mapping
from pathlib import Path
from shutil import rmtree
from tempfile import mkdtemp


def write_folder(folder: Path, files: Mapping[str, bytes]) -> None:
    """Write a folder that is not there yet, or is empty; raise OSError where it cannot be written."""
    folder.parent.mkdir(parents=True, exist_ok=True)
    made = Path(mkdtemp(dir=folder.parent, prefix=".part-"))
    try:
        for name, content in files.items():
            (made / name).write_bytes(content)
        made.chmod(0o755)
        made.rename(folder)  # takes the place of an empty one
    except OSError:
        rmtree(made, ignore_errors=True)
        raise
