"""The project's version: its folder in, what pyproject.toml calls it out."""

import tomllib
from pathlib import Path


def version_of(root: Path) -> str:
    """Give the version; empty where a copy was laid out without that file."""
    file = root / "pyproject.toml"
    if not file.is_file():
        return ""
    return str(tomllib.loads(file.read_text(encoding="utf-8"))["project"]["version"])
