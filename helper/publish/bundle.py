"""The project's folder in, the files that start Python in the reader's browser out, with what the page must know of them."""

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from helper.publish.cache import cached
from helper.publish.published import publish
from helper.publish.runtime import MAKERS
from helper.publish.runtime.library import make_library, make_snapshot
from helper.publish.runtime.node import PyodideFailed
from helper.publish.runtime.worker import UnknownPyodide, lock_info, make_worker, version_of

FOLDER = "assets/engine"
RUNTIME = ("pyodide.js", "pyodide.asm.js", "pyodide.asm.wasm", "python_stdlib.zip", "pyodide-lock.json", "package.json")
# What the page fetches, by the names that it knows; before a file's hash and after it.
FILES = {"worker": ("worker", "js"), "wasm": ("pyodide", "wasm"), "library": ("python", "zip"), "snapshot": ("python", "bin")}
LICENCE = Path(__file__).parent / "runtime" / "mpl-2.0.txt"
NOTICE = """\
These files run Python in your browser. They come from this site and from nowhere else.

Pyodide {version}: Mozilla Public License 2.0, its text in pyodide-licence.txt.
    Its two scripts stand in one file, together with one of ours. Its standard library was compiled, and what the helper does not
    use was left out. Its WebAssembly is as published.
    Source: https://github.com/pyodide/pyodide/tree/{version}
Python {python}: Python Software Foundation License. https://docs.python.org/3/license.html
Escalation Guide: MIT License.
"""


class NotBuildable(Exception):
    """What keeps the browser's files from being made, in one sentence with its mend."""


@dataclass(frozen=True)
class Engine:
    """`contents`: each file by its path in the site. `files`: what the page fetches, as `{address, size, sha256}` by its name."""

    contents: Mapping[str, bytes]
    files: Mapping[str, Mapping[str, str | int]]


def bundle(root: Path, extra: Mapping[str, bytes] | None = None) -> Engine:
    """Return the engine as the browser runs it; `extra` adds or replaces sources, such as `helper/engine/x.json`."""
    runtime = _runtime_folder(root)
    try:
        made = _make(root, runtime, {**_engine_sources(root), **(extra or {})})
    except (PyodideFailed, UnknownPyodide) as problem:
        raise NotBuildable(str(problem)) from None
    contents = {f"{FOLDER}/{name}": made[name] for name in ("notice.txt", "pyodide-licence.txt")}
    fetched = {name: publish(FOLDER, stem, ending, made[name]) for name, (stem, ending) in FILES.items()}
    contents |= {one.path: one.content for one in fetched.values()}
    return Engine(contents, {name: one.plain() for name, one in fetched.items()})


def _runtime_folder(root: Path) -> Path:
    """Return the folder of the npm package pyodide, whole."""
    folder = root / "node_modules" / "pyodide"
    missing = [name for name in RUNTIME if not (folder / name).is_file()]
    if missing:
        raise NotBuildable(f"node_modules/pyodide has no {', '.join(missing)}. Mend: make setup")
    return folder


def _engine_sources(root: Path) -> dict[str, bytes]:
    """Read what the browser runs of this project, by where it stands in it."""
    engine = root / "helper" / "engine"
    inside = (path for path in engine.rglob("*") if path.is_file() and "__pycache__" not in path.parts)
    return {path.relative_to(root).as_posix(): path.read_bytes() for path in sorted([root / "helper/__init__.py", *inside])}


def _make(root: Path, runtime: Path, engine: Mapping[str, bytes]) -> dict[str, bytes]:
    """Make every file, by the name that the page knows it by."""
    published = runtime / "python_stdlib.zip"
    # The slow one: a Python has to be started to compile it.
    slow = cached(
        root / ".cache" / "library",
        [published, runtime / "pyodide.asm.wasm", *MAKERS],
        engine,
        lambda: _slow(root, published, engine),
    )
    notice = NOTICE.format(version=version_of(runtime), python=lock_info(runtime)["python"])
    return {
        **slow,
        "worker": make_worker(root, runtime),
        "wasm": (runtime / "pyodide.asm.wasm").read_bytes(),
        "notice.txt": notice.encode(),
        "pyodide-licence.txt": LICENCE.read_bytes(),
    }


def _slow(root: Path, published: Path, engine: Mapping[str, bytes]) -> dict[str, bytes]:
    library = make_library(root, published, engine)
    return {"library": library, "snapshot": make_snapshot(root, library)}
