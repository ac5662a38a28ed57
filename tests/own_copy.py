"""A copy of one's own, as an agency makes it: settings that inherit the project's in, a built site of one partnership out."""

import os
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path
from shutil import copytree, ignore_patterns

NAME = "Northmere & Sons' Guide <1>"
COLOUR = "#7a1f5c"
# As people write it: the slash at its end is missing, and the site is not at the top of its host.
WRITTEN = "https://guide.northmere.example/safe/steps"
CONTACT = "guide@northmere.example"
SETTINGS = f"""\
INHERIT: mkdocs.yml
site_name: "{NAME}"
site_url: {WRITTEN}
extra:
  colour: "{COLOUR}"
  contact: {CONTACT}
  confirmed: {{salford: 2026-11-03}}
  only: salford
"""
# What a build reads of the project. It writes into the folder that keeps what is slow to make.
READ = ("docs", "procedures", "schemas", "node_modules", "mkdocs.yml", "pyproject.toml", "LICENSE", ".cache")


@dataclass(frozen=True)
class OwnCopy:
    """A built copy: its folder, and what its settings say; `address` ends in a slash."""

    folder: Path
    name: str = NAME
    colour: str = COLOUR
    contact: str = CONTACT
    address: str = f"{WRITTEN}/"
    partnership: str = "salford"


def lay_out(root: Path, folder: Path, settings: str) -> None:
    """Lay out the project in a folder of its own, with settings beside its own; what stands there already is kept."""
    for name in READ:
        if not (folder / name).exists():
            (folder / name).symlink_to(root / name)
    # Pyodide, which compiles the engine, follows no link out of the folder.
    copytree(root / "helper", folder / "helper", ignore=ignore_patterns("__pycache__"))
    (folder / "own.yml").write_text(settings, encoding="utf-8")


def build(folder: Path, only: str = "") -> subprocess.CompletedProcess[str]:
    """Build what is laid out there, into `site` below it, as `make site SETTINGS=own.yml` does."""
    command = [sys.executable, "-m", "mkdocs", "--quiet", "build", "--strict", "--config-file", "own.yml"]
    environment = {**os.environ, "ONLY": only, "UNCOMPRESSED": "1", "NO_MKDOCS_2_WARNING": "1"}
    return subprocess.run(command, cwd=folder, env=environment, capture_output=True, text=True)
