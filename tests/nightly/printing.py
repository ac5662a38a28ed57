"""Word documents on paper, as LibreOffice prints them: a folder of them in, their text beside them out."""

import os
import shutil
import subprocess
from pathlib import Path

import pytest

TOOLS = {"soffice": "libreoffice-writer-nogui", "pdftotext": "poppler-utils"}


def need_tools() -> None:
    """Skip where a tool is missing; where everything should be there, fail."""
    missing = [f"{tool} (apt-get install {package})" for tool, package in TOOLS.items() if not shutil.which(tool)]
    if missing and os.environ.get("CI") == "true":
        pytest.fail(f"missing: {', '.join(missing)}")
    if missing:
        pytest.skip(f"missing: {', '.join(missing)}")


def print_all(folder: Path) -> None:
    """Print every Word document of a folder, and put the text of what was printed beside it."""
    profile = f"-env:UserInstallation={(folder / 'profile').as_uri()}"
    files = sorted(str(file) for file in folder.glob("*.docx"))
    subprocess.run(
        ["soffice", profile, "--headless", "--convert-to", "pdf", "--outdir", str(folder), *files], check=True, timeout=300
    )
    for file in folder.glob("*.pdf"):
        subprocess.run(["pdftotext", "-raw", str(file)], check=True, timeout=60)
