"""Word documents on paper, as LibreOffice prints them: a folder of them in, their text beside them out."""

import subprocess
from pathlib import Path


def print_all(folder: Path) -> None:
    """Print every Word document of a folder, and put the text of what was printed beside it."""
    profile = f"-env:UserInstallation={(folder / 'profile').as_uri()}"
    files = sorted(str(file) for file in folder.glob("*.docx"))
    subprocess.run(
        ["soffice", profile, "--headless", "--convert-to", "pdf", "--outdir", str(folder), *files], check=True, timeout=300
    )
    for file in folder.glob("*.pdf"):
        subprocess.run(["pdftotext", "-raw", str(file)], check=True, timeout=60)
