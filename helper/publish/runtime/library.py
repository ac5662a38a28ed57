"""Pyodide's standard library and the engine's sources in, one archive of compiled modules out, or a memory that has them all."""

import io
import tempfile
from collections.abc import Mapping
from pathlib import Path
from zipfile import ZipFile

from helper.publish.runtime.node import in_pyodide, run_node

# Where Pyodide puts its standard library, and so where Python looks for every module first.
PLACE = "/lib/python313.zip"
KEEPER = Path("helper/publish/runtime/snapshot.mjs")
SETTLE = Path("helper/publish/runtime/settle.py")
KEEP = Path(__file__).with_name("keep.txt")


def make_library(root: Path, published: Path, engine: Mapping[str, bytes]) -> bytes:
    """Return the archive; `published` is Pyodide's own library, `engine` the engine's sources by name."""
    with ZipFile(published) as library:
        sources = {name: library.read(name) for name in kept()}
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        (folder / "sources.zip").write_bytes(_archive({**sources, **engine}))
        arguments = ["/library/sources.zip", "/library/library.zip", PLACE]
        in_pyodide(root, ("helper.publish.runtime.compile", "main", arguments), mounts={"/library": folder})
        return (folder / "library.zip").read_bytes()


def make_snapshot(root: Path, library: bytes) -> bytes:
    """Return the memory of a Python that has started from a library and imported all of it."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        (folder / "library.zip").write_bytes(library)
        run_node(root, KEEPER, [str(folder / "library.zip"), str(SETTLE), str(folder / "snapshot.bin")])
        return (folder / "snapshot.bin").read_bytes()


def kept() -> list[str]:
    """Name the files of the standard library that the engine needs."""
    lines = KEEP.read_text(encoding="utf-8").splitlines()
    return [line for line in lines if line and not line.startswith("#")]


def _archive(contents: Mapping[str, bytes]) -> bytes:
    made = io.BytesIO()
    with ZipFile(made, "w") as archive:
        for name, content in contents.items():
            archive.writestr(name, content)
    return made.getvalue()
