"""What readers may keep on their device: a finished site in, lists of its files by group out, and the edition that they make.

A group is what all pages share, the engine, or one partnership. Every file is listed with its size and hash, so that a copy
is known to be whole, and a newer edition fetches only what has changed.
"""

import hashlib
import json
from collections.abc import Collection, Iterator
from pathlib import Path, PurePosixPath
from typing import Any

from helper.publish.kinds import TYPES
from helper.publish.published import publish

SHARED, ENGINE = "shared", "engine"
# What no page loads, what is only for search engines, servers and other people's pages, and what makes or is made of these lists.
LEFT_OUT = (
    "assets/copies/",
    "assets/copies.json",
    "embed.js",
    "embed/index.html",
    "schemas/",
    "404.html",
    "changes.xml",
    "service-worker.js",
    "sitemap.xml",
    "server/",
    "_headers",
    "staticwebapp.config.json",
)
LEFT_OUT_ENDINGS = (".br", ".gz", ".map", ".data.js")
Entry = dict[str, str | int]


class UnknownKind(Exception):
    """A file of the site that a copy could not say the kind of."""


def write_copies(site: Path, built: str, partnerships: Collection[str]) -> None:
    """Write the lists into a finished site, and the edition into its service worker; `built` is the day as a reader says it."""
    groups = {}
    for name, entries in file_lists(site, partnerships).items():
        listed = publish("assets/copies", name, "json", _json(entries).encode())
        _write(site / listed.path, listed.content)
        groups[name] = {"size": sum(int(entry["size"]) for entry in entries), "list": listed.plain()}
    described: dict[str, Any] = {"built": built, "always": [SHARED, ENGINE], "groups": groups}
    digest = hashlib.sha256(_json(described).encode()).hexdigest()
    edition = _json({"edition": digest[:16], **described})
    _write(site / "assets/copies.json", edition.encode())
    worker = site / "service-worker.js"
    worker.write_text(f"self.escalationGuideEdition={edition};\n{worker.read_text(encoding='utf-8')}", encoding="utf-8")


def file_lists(site: Path, partnerships: Collection[str]) -> dict[str, list[Entry]]:
    """List the files of every group, in the order of their addresses."""
    lists: dict[str, list[Entry]] = {name: [] for name in (SHARED, ENGINE, *sorted(partnerships))}
    for path in _kept_paths(site):
        content = (site / path).read_bytes()
        lists[group_of(path, partnerships)].append(
            {
                "address": str(path).removesuffix("index.html"),
                "type": _type_of(path),
                "size": len(content),
                "sha256": hashlib.sha256(content).hexdigest(),
            }
        )
    return lists


def group_of(path: PurePosixPath, partnerships: Collection[str]) -> str:
    """Tell whose a file is: a partnership's pages stand in its folder, its other files begin with its name.

    >>> [group_of(PurePosixPath(path), ["wigan"]) for path in ("wigan/forms/index.html", "assets/tables/wigan.a1.json")]
    ['wigan', 'wigan']
    >>> [group_of(PurePosixPath(path), ["wigan"]) for path in ("assets/engine/wigan.zip", "about/index.html", "wigan.html")]
    ['engine', 'shared', 'shared']
    """
    top, *below = path.parts
    if top in partnerships and below:
        return top
    if top == "assets" and below[0] == "engine":
        return ENGINE
    stem = path.name.split(".")[0]
    return stem if top == "assets" and len(below) > 1 and stem in partnerships else SHARED


def _kept_paths(site: Path) -> Iterator[PurePosixPath]:
    for file in sorted(site.rglob("*")):
        path = PurePosixPath(file.relative_to(site).as_posix())
        if file.is_file() and not str(path).startswith(LEFT_OUT) and not path.name.endswith(LEFT_OUT_ENDINGS):
            yield path


def _type_of(path: PurePosixPath) -> str:
    if path.suffix not in TYPES:
        raise UnknownKind(
            f"{path} may be kept on a device, but nobody says what kind of file it is. Mend: TYPES in helper/publish/kinds.py."
        )
    return TYPES[path.suffix]


def _write(file: Path, content: bytes) -> None:
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_bytes(content)


def _json(plain: Any) -> str:
    return json.dumps(plain, ensure_ascii=False, separators=(",", ":"))
