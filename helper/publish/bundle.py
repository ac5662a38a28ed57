"""The project's folder in, the files that start Python in the reader's browser out: runtime, lock, wheel, manifest."""

import hashlib
import json
import sys
import tempfile
from collections.abc import Mapping
from importlib import metadata
from pathlib import Path
from typing import Any

from helper.publish.archive import compile_archive, names_in, run
from helper.publish.cache import cached

NAME = "escalation-guide"
RUNTIME = ("pyodide.js", "pyodide.asm.js", "pyodide.asm.wasm", "python_stdlib.zip")
LOCK = "pyodide-lock.json"
NOTICE = """\
These files run Python in your browser. They come from this site and from nowhere else.

Pyodide {version}: Mozilla Public License 2.0, its text in pyodide-licence.txt. As published, but that {compiled}.
    Source: https://github.com/pyodide/pyodide/tree/{version}
Python {python}: Python Software Foundation License. https://docs.python.org/3/license.html
{name}: MIT License.
"""


class NotBuildable(Exception):
    """What keeps the browser's files from being made, in one sentence with its mend."""


def bundle(root: Path, extra: Mapping[str, bytes] | None = None) -> dict[str, bytes]:
    """Return the files of `assets/engine/` by name; `extra` adds files to the wheel, such as `helper/engine/x.json`."""
    runtime = _runtime_folder(root)
    files = cached(root / ".cache" / "runtime", [runtime / name for name in (*RUNTIME, LOCK)], {}, _read_runtime)
    sources = [path for path in (root / "pyproject.toml", *_engine_files(root)) if path.is_file()]
    files |= cached(
        root / ".cache" / "wheel",
        sources,
        dict(extra or {}),
        lambda _: _wheel_and_lock(root, runtime, extra or {}),
    )
    files["manifest.json"] = _manifest(files)
    return dict(sorted(files.items()))


def compiles_here(runtime: Path) -> bool:
    """Tell whether this Python is of the runtime's own version, so that what it compiles runs there."""
    return _python_of(runtime).split(".")[:2] == [str(part) for part in sys.version_info[:2]]


def _runtime_folder(root: Path) -> Path:
    """Return the folder of the npm package pyodide, whole."""
    folder = root / "node_modules" / "pyodide"
    missing = [name for name in (*RUNTIME, LOCK, "package.json") if not (folder / name).is_file()]
    if missing:
        raise NotBuildable(f"node_modules/pyodide has no {', '.join(missing)}. Mend: make setup")
    return folder


def _python_of(runtime: Path) -> str:
    """Return the version of Python that the runtime is."""
    return str(json.loads((runtime / LOCK).read_bytes())["info"]["python"])


def _read_runtime(paths: list[Path]) -> dict[str, bytes]:
    """Return the runtime's files, its standard library compiled where this Python can do that, and their licences."""
    runtime = paths[0].parent
    files = {name: (runtime / name).read_bytes() for name in RUNTIME}
    compiled = "files it does not need are left out"
    if compiles_here(runtime):
        # Compiling at start is most of the wait: decision 1 has the figures.
        files["python_stdlib.zip"] = _compiled_library(files["python_stdlib.zip"])
        compiled = "the standard library was compiled to bytecode by pyodide py-compile"
    version = json.loads((runtime / "package.json").read_bytes())["version"]
    notice = NOTICE.format(version=version, python=_python_of(runtime), compiled=compiled, name=NAME)
    return {**files, "notice.txt": notice.encode(), "pyodide-licence.txt": _licence()}


def _compiled_library(source: bytes) -> bytes:
    """Return the standard library's archive with every module compiled, none lost."""
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "python_stdlib.zip"
        path.write_bytes(source)
        expected = {name + "c" if name.endswith(".py") else name for name in names_in(path)}
        compiled = compile_archive(path)
        lost = expected - names_in(compiled)
        if lost:
            raise NotBuildable(f"pyodide py-compile lost {', '.join(sorted(lost)[:3])} of the standard library.")
        return compiled.read_bytes()


def _licence() -> bytes:
    """Return the text of the Mozilla Public License, which pyodide-build carries and the npm package does not."""
    for file in metadata.files("pyodide-build") or []:
        if file.name == "LICENSE" and "licenses" in file.parts:
            return file.read_binary()
    raise NotBuildable("pyodide-build has no licence text. Mend: make clean setup")


def _engine_files(root: Path) -> list[Path]:
    """Return the files that the browser's wheel is made of, in a steady order."""
    engine = root / "helper" / "engine"
    inside = [path for path in engine.rglob("*") if path.is_file() and "__pycache__" not in path.parts]
    return [root / "LICENSE", root / "helper" / "__init__.py", *sorted(inside)]


def _wheel_and_lock(root: Path, runtime: Path, extra: Mapping[str, bytes]) -> dict[str, bytes]:
    """Return the helper's wheel, and a lock that names nothing else."""
    with tempfile.TemporaryDirectory() as name:
        staged, made = Path(name) / "staged", Path(name) / "made"
        wanted = _stage(root, staged, extra)
        run(["-m", "hatchling", "build", "--target", "wheel", "--directory", str(made)], cwd=staged)
        (wheel,) = made.glob("*.whl")
        lock = _lock_of(wheel, runtime)
        if compiles_here(runtime):
            # After the lock: `add-wheels` refuses the name that `py-compile` gives a wheel.
            wheel = compile_archive(wheel)
        missing = {name for name in wanted if not {name, name + "c"} & names_in(wheel)}
        if missing:
            raise NotBuildable(f"The wheel has no {', '.join(sorted(missing))}. Mend: see the wheel in pyproject.toml.")
        content = wheel.read_bytes()
        lock["packages"][NAME] |= {"file_name": wheel.name, "sha256": hashlib.sha256(content).hexdigest()}
        return {wheel.name: content, LOCK: json.dumps(lock, sort_keys=True, separators=(",", ":")).encode()}


def _stage(root: Path, staged: Path, extra: Mapping[str, bytes]) -> set[str]:
    """Copy what the wheel is built from to a folder of its own, so that nothing else gets in; return its modules."""
    contents = {str(path.relative_to(root)): path.read_bytes() for path in _engine_files(root) if path.is_file()}
    contents |= {"pyproject.toml": (root / "pyproject.toml").read_bytes(), **extra}
    for name, content in contents.items():
        (staged / name).parent.mkdir(parents=True, exist_ok=True)
        (staged / name).write_bytes(content)
    return {name for name in contents if name.startswith("helper/")}


def _lock_of(wheel: Path, runtime: Path) -> dict[str, Any]:
    """Return a pyodide-lock.json for this runtime that holds the wheel, and none of Pyodide's 300 packages."""
    empty, full = wheel.with_name("empty.json"), wheel.with_name("full.json")
    info = json.loads((runtime / LOCK).read_bytes())["info"]
    empty.write_text(json.dumps({"info": info, "packages": {}}))
    command = ["-m", "pyodide_cli", "lockfile", "add-wheels", str(wheel)]
    run([*command, "--input", str(empty), "--output", str(full), "--base-path", str(wheel.parent)], cwd=wheel.parent)
    lock: dict[str, Any] = json.loads(full.read_bytes())
    if list(lock["packages"]) != [NAME]:
        raise NotBuildable(f"The lock names {', '.join(lock['packages'])} where only {NAME} belongs.")
    return lock


def _manifest(files: Mapping[str, bytes]) -> bytes:
    """Return each file's size, for a true progress bar, and its hash, for an address that changes with it."""
    entries = {
        name: {"size": len(content), "sha256": hashlib.sha256(content).hexdigest()} for name, content in sorted(files.items())
    }
    return json.dumps({"files": entries}, indent=1).encode()
