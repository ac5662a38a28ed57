"""The files of a built site in, the files of its offline copy out, and these as one zip, the same bytes each time."""

import io
import zipfile
from collections.abc import Callable, Mapping
from datetime import date
from fnmatch import fnmatch

from helper.publish.data_script import ENDING, data_script
from helper.publish.offline.links import mend_page

FOLDER = "escalation-guide"
# What scripts ask for, and a reader's link leads to as well.
LINKED = ("*.docx",)
# What only a server or a browser's own storage has a use for.
LEFT_OUT = (
    "*.gz",
    "*.br",
    "*.map",
    "404.html",
    "sitemap.xml",
    "_headers",
    "staticwebapp.config.json",
    "*.webmanifest",
    "service-worker.js",
    "offline/not-kept/*",
    "assets/copies*.json",
    "assets/icon-*.png",
)


def offline_files(site: Mapping[str, bytes], is_fetched: Callable[[str], bool], readme: str) -> dict[str, bytes]:
    """Return the files of the copy by their path; `is_fetched` tells which files of the site scripts ask for by name.

    On a disk a script may fetch nothing, but it may load another script: so each such file becomes one, and only what a link
    leads to stays beside it.
    """
    kept = {path: content for path, content in site.items() if not any(fnmatch(path, pattern) for pattern in LEFT_OUT)}
    files = {"README.txt": readme.encode()}
    for path, content in kept.items():
        if path.endswith(".html"):
            files[path] = mend_page(content.decode(), path, kept.keys()).encode()
            continue
        if is_fetched(path):
            files[path + ENDING] = data_script(path, content)
        if not is_fetched(path) or any(fnmatch(path, pattern) for pattern in LINKED):
            files[path] = content
    return files


def zipped(files: Mapping[str, bytes], day: date) -> bytes:
    """Return the files as a zip, in one folder, in the order of their names and all of one date."""
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w") as archive:
        for path, content in sorted(files.items()):
            entry = zipfile.ZipInfo(f"{FOLDER}/{path}", (day.year, day.month, day.day, 0, 0, 0))
            entry.create_system = 3  # the same on every machine: 3 is Unix, where the next line says who may read
            entry.external_attr = 0o644 << 16
            archive.writestr(entry, content, zipfile.ZIP_DEFLATED, 9)
    return made.getvalue()
