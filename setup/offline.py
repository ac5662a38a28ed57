"""Build the site in a folder of its own and write it as one zip that is opened from a disk: `make offline`."""

import hashlib
import json
import os
import re
import subprocess
import sys
from datetime import date
from pathlib import Path
from tempfile import TemporaryDirectory

from helper.publish.offline.copy import FOLDER, offline_files, zipped
from helper.publish.offline.readme import readme
from helper.publish.pipeline import is_fetched
from helper.publish.read import read_library

ROOT = Path(__file__).parents[1]


def main(target: str, only: str, settings: str) -> int:
    """Write the zip of the partnerships in `only`, or of all, into a folder; say where it is, its size and its hash.

    `settings` is the name of the file that the site generator reads; it may name partnerships too.
    """
    with TemporaryDirectory() as folder:
        site = Path(folder)
        if status := _build(site, only, settings):
            return status
        content = {path.relative_to(site).as_posix(): path.read_bytes() for path in site.rglob("*") if path.is_file()}
    day = _day_of(content["index.html"].decode())
    library = read_library(ROOT).partnerships
    published = [name for name in sorted(library) if f"{name}/index.html" in content]
    name = json.loads(content["manifest.webmanifest"])["name"]
    about = readme(name, [library[one].model for one in published], day)
    made = zipped(offline_files(content, is_fetched, about), day)
    chosen = published if len(published) < len(library) else []
    path = Path(target) / f"{'-'.join((FOLDER, *chosen, day.isoformat()))}.zip"
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(made)
    digest = hashlib.sha256(made).hexdigest()
    # The form that `sha256sum --check` reads.
    path.with_name(f"{path.name}.sha256").write_text(f"{digest}  {path.name}\n", encoding="utf-8")
    print(f"{path}  {len(made) / 1e6:.1f} MB  sha256 {digest}")
    return 0


def _build(site: Path, only: str, settings: str) -> int:
    """Build the site into a folder; where it cannot be, the site generator says why."""
    command = [sys.executable, "-m", "mkdocs", "--quiet", "build", "--strict", "--config-file", settings, "--site-dir", str(site)]
    # The copy holds no compressed files, and what is kept for them is of the whole site.
    environment = {**os.environ, "ONLY": only, "UNCOMPRESSED": "1", "NO_MKDOCS_2_WARNING": "1"}
    return subprocess.run(command, cwd=ROOT, env=environment).returncode


def _day_of(page: str) -> date:
    """Read the day a page was built, which stands in it."""
    found = re.search(r'<meta name="built" content="([\d-]+)"', page)
    if not found:
        raise ValueError("The first page does not say when it was built.")
    return date.fromisoformat(found[1])


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:]))
