"""The page's scripts and styles: the files of helper/web in, bundles whose names change with their content out."""

import tempfile
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from helper.publish.esbuild import esbuild

WEB = Path("helper/web")
MINISEARCH = Path("node_modules/minisearch")
# One script and one style for every page, one more script where a page does something of its own.
ENTRIES = {
    "site.js": WEB / "site.js",
    "site.css": WEB / "site.css",
    "page.js": WEB / "page.js",
    "where.js": WEB / "where.js",
    "filter.js": WEB / "filter.js",
    "copies.js": WEB / "copies.js",
    "service-worker.js": WEB / "service-worker.js",
    "minisearch.js": MINISEARCH / "dist/umd/index.js",
}
# A browser finds a service worker again by its address, and lets it answer for the folder that it stands in.
AT_THE_ROOT = "service-worker.js"


@dataclass(frozen=True)
class Bundles:
    """`files`: {path in the site: content}; `names`: {plain name, such as `page.js`: that path}."""

    files: Mapping[str, bytes]
    names: Mapping[str, str]


def bundle_scripts(root: Path, constants: Mapping[str, str] | None = None) -> Bundles:
    """Bundle every entry, each a classic script, so that a page opened from a disk can run it.

    `constants` are names that stand for a JSON text in the scripts, such as the files of the engine.
    """
    with tempfile.TemporaryDirectory() as name:
        made = Path(name)
        _run(root, ["--entry-names=[name].[hash]", f"--outdir={made}"], constants or {})
        files: dict[str, bytes] = {}
        names: dict[str, str] = {}
        for written in sorted(made.iterdir()):
            stem, _, ending = written.name.split(".")
            plain = f"{stem}.{ending}"
            names[plain] = plain if plain == AT_THE_ROOT else f"assets/{written.name}"
            files[names[plain]] = written.read_bytes()
    files["assets/minisearch-licence.txt"] = (root / MINISEARCH / "LICENSE.txt").read_bytes()
    return Bundles(files, names)


def _run(root: Path, arguments: list[str], constants: Mapping[str, str]) -> None:
    """Bundle the entries, each under its plain name."""
    entries = [f"{Path(plain).stem}={path}" for plain, path in ENTRIES.items()]
    # What workbox-routing tells its developers is left out.
    esbuild(root, [*entries, *arguments], {**constants, "process.env.NODE_ENV": '"production"'})
