"""The page's scripts and styles: the files of helper/web in, bundles whose names change with their content out."""

import json
import re
import tempfile
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path

from helper.publish.esbuild import esbuild
from helper.publish.licences import PACKAGES, of_package
from helper.publish.published import publish

WEB = Path("helper/web")
# One script and one style for every page, one more script where a page does something of its own.
ENTRIES = {
    "site.js": WEB / "site.js",
    "site.css": WEB / "site.css",
    "page.js": WEB / "page.js",
    "wall.css": WEB / "wall.css",
    "proof.css": WEB / "proof.css",
    "print.js": WEB / "print.js",
    "where.js": WEB / "where.js",
    "filter.js": WEB / "filter.js",
    "contacts.js": WEB / "contacts.js",
    "fill.js": WEB / "fill.js",
    "words.js": WEB / "words.js",
    "snippets.js": WEB / "snippets.js",
    "compare.js": WEB / "compare.js",
    "copies.js": WEB / "copies.js",
    "training.js": WEB / "training/room.js",
    "embed.js": WEB / "embed.js",
    "embedded.js": WEB / "embedded.js",
    "theme.js": WEB / "theme.js",
    "service-worker.js": WEB / "service-worker.js",
    "minisearch.js": PACKAGES / "minisearch/dist/umd/index.js",
}
# A browser finds a service worker again by its address, and lets it answer for the folder that it stands in. Other people's pages
# name the script that brings the helper into them, and are never told of a new name.
AT_THE_ROOT = ("service-worker.js", "embed.js")
LICENCES = "assets/licences.txt"
# The package that a file belongs to: "@noble/hashes" of "node_modules/@noble/hashes/sha2.js".
PACKAGE = re.compile(rf"(?:.*/)?{PACKAGES}/((?:@[^/]+/)?[^/]+)/")


@dataclass(frozen=True)
class Bundles:
    """`files`: {path in the site: content}; `names`: {plain name, such as `page.js`: that path}; `packages`: whose are in them."""

    files: Mapping[str, bytes]
    names: Mapping[str, str]
    packages: tuple[str, ...] = ()


def bundle_scripts(root: Path, own_styles: str = "") -> Bundles:
    """Bundle every entry, each a classic script, so that a page opened from a disk can run it.

    `own_styles` are what a copy of one's own adds to the style of every page.
    """
    with tempfile.TemporaryDirectory() as made_in, tempfile.TemporaryDirectory() as noted_in:
        made, notes = Path(made_in), Path(noted_in) / "notes.json"
        _run(root, ["--entry-names=[name].[hash]", f"--outdir={made}", f"--metafile={notes}"])
        files: dict[str, bytes] = {}
        names: dict[str, str] = {}
        for written in sorted(made.iterdir()):
            stem, _, ending = written.name.split(".")
            plain = f"{stem}.{ending}"
            names[plain] = plain if plain in AT_THE_ROOT else f"assets/{written.name}"
            files[names[plain]] = written.read_bytes()
        used = json.loads(notes.read_text(encoding="utf-8"))["inputs"]
    if own_styles:
        styled = publish("assets", "site", "css", files.pop(names["site.css"]) + own_styles.encode())
        names["site.css"], files[styled.path] = styled.path, styled.content
    packages = packages_of(used)
    files[LICENCES] = licences(root, packages).encode()
    return Bundles(files, names, packages)


def packages_of(used: Iterable[str]) -> tuple[str, ...]:
    """Name the packages that files belong to.

    >>> packages_of(["helper/web/site.js", "node_modules/@noble/hashes/sha2.js", "node_modules/minisearch/dist/umd/index.js"])
    ('@noble/hashes', 'minisearch')
    """
    return tuple(sorted({found[1] for path in used if (found := PACKAGE.match(path))}))


def licences(root: Path, packages: Iterable[str]) -> str:
    """Return the licences of the packages in the scripts; each asks that its text goes with it."""
    works = [of_package(root, package) for package in packages]
    parts = [f"{work.name} {work.version}\n\n{work.text.strip()}" for work in works]
    head = "The scripts of this site hold parts of these packages, each under its own licence."
    return f"\n\n{'-' * 72}\n\n".join([head, *parts]) + "\n"


def _run(root: Path, arguments: list[str]) -> None:
    """Bundle the entries, each under its plain name."""
    entries = [f"{Path(plain).stem}={path}" for plain, path in ENTRIES.items()]
    # What workbox-routing tells its developers is left out.
    esbuild(root, [*entries, *arguments], {"process.env.NODE_ENV": '"production"'})
