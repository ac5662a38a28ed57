"""Pyodide's two scripts and helper/web/worker.js in, the one classic script of the worker out."""

import json
from pathlib import Path
from typing import Any

from helper.publish.esbuild import esbuild

GLUE = Path("helper/web/worker.js")
# In this order: `loadPyodide` fetches pyodide.asm.js only where it does not find what that script leaves behind.
SCRIPTS = ("pyodide.asm.js", "pyodide.js")
# What has to stand in them for that to work, and how often; an upgrade that changes it fails here and not in the browser.
EXPECTED = {
    "pyodide.asm.js": {"globalThis._createPyodideModule = _createPyodideModule;": 1},
    "pyodide.js": {
        'if(typeof _createPyodideModule!="function"){let t=`${e.indexURL}pyodide.asm.js`;await k(t)}': 1,
        "WebAssembly.instantiateStreaming(n,a)": 1,
        "globalThis.loadPyodide=": 2,
        "\n//# sourceMappingURL=pyodide.js.map": 1,
    },
}
HEAD = "/* Pyodide {version}, Mozilla Public License 2.0 (pyodide-licence.txt): two of its files, then one of this site (MIT). */\n"


class UnknownPyodide(Exception):
    """What is not as expected in this version of Pyodide, and where that is looked at."""


def make_worker(root: Path, runtime: Path) -> bytes:
    """Return the worker's script; `runtime` is the folder of Pyodide's files."""
    info = lock_info(runtime)
    parts = [HEAD.format(version=version_of(runtime)), *(_script(runtime / name) for name in SCRIPTS), _glue(root, info)]
    return "\n".join(parts).encode()


def lock_info(runtime: Path) -> dict[str, Any]:
    """Return what Pyodide's lock says of Pyodide itself, such as its Python."""
    info: dict[str, Any] = json.loads((runtime / "pyodide-lock.json").read_bytes())["info"]
    return info


def version_of(runtime: Path) -> str:
    """Return the version of Pyodide."""
    return str(json.loads((runtime / "package.json").read_bytes())["version"])


def _script(file: Path) -> str:
    """Read a script of Pyodide's, and refuse it where it is not as we know it."""
    text = file.read_text(encoding="utf-8")
    for words, times in EXPECTED[file.name].items():
        if text.count(words) != times:
            raise UnknownPyodide(f"{file.name} has {words!r} {text.count(words)} times and not {times}: see {__name__}.")
    return text.replace("\n//# sourceMappingURL=pyodide.js.map", "")


def _glue(root: Path, info: dict[str, Any]) -> str:
    """Bundle our own part; `info` says which Pyodide it is for, so that no list of packages has to be fetched."""
    return esbuild(root, [str(GLUE)], {"self.PYODIDE_INFO": json.dumps(info)})
