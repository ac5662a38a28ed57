"""Whose work the site holds: the packages that go into it in, each with its version, its licence and the text of it, out.

A text stands in this folder where the package that it belongs to brings none.
"""

import json
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from importlib.metadata import distribution
from pathlib import Path
from typing import Any

from helper.publish.runtime.worker import lock_info, version_of

HERE = Path(__file__).parent
MOZILLA = HERE.parent / "runtime" / "mpl-2.0.txt"
PACKAGES = Path("node_modules")
AS_HELD = "as Pyodide holds it"


@dataclass(frozen=True)
class Licensed:
    """One work: its name and version, the name of its licence, what it does here, and the licence in full."""

    name: str
    version: str
    licence: str
    role: str
    text: str


class NoLicence(Exception):
    """A package that goes into the site without a text of its licence, in one sentence with its mend."""


def licensed(root: Path, packages: Sequence[str]) -> tuple[Licensed, ...]:
    """List all that stands in the site, ours first; `packages` are those of npm whose files are in its scripts."""
    ours = Licensed(
        "Escalation Guide", "", "MIT License", "This guide itself: its code and its sentences.", _read(root / "LICENSE")
    )
    return (ours, *_engine(root), *(of_package(root, name) for name in packages), *_built())


def _engine(root: Path) -> Iterator[Licensed]:
    """What runs Python in the browser: Pyodide, and what was compiled into its WebAssembly."""
    runtime = root / PACKAGES / "pyodide"
    pyodide, info = version_of(runtime), lock_info(runtime)
    python, emscripten = info["python"], info["platform"].removeprefix("emscripten_").replace("_", ".")
    changed = (
        "Starts Python in the browser. Its two scripts stand in one file with one of ours. Its standard library was compiled,"
        f" and what the helper does not use was left out. Its source: github.com/pyodide/pyodide, tag {pyodide}."
    )
    yield Licensed("Pyodide", pyodide, "Mozilla Public License 2.0", changed, _read(MOZILLA))
    vendored = "Read by Pyodide's scripts where a mistake happened; they hold it in a form of their own."
    yield Licensed("stackframe, error-stack-parser", AS_HELD, "MIT License", vendored, _own("stackframe"))
    yield Licensed("Python", python, "Python Software Foundation License 2", "Runs the helper.", _own("python"))
    parts = "Work of others inside Python, such as its decimal numbers."
    yield Licensed("Parts of Python", python, "Several, much like MIT and BSD", parts, _own("python-parts"))
    compiled = "What compiled code leans on, from the compiler that turned Python into WebAssembly."
    yield Licensed("Emscripten", emscripten, "MIT License", compiled, _own("emscripten"))
    yield Licensed("musl", "as Emscripten holds it", "MIT License", "The C library under Python.", _own("musl"))
    llvm = "Apache License 2.0 with LLVM Exceptions"
    yield Licensed("LLVM run-time libraries", "as Emscripten holds them", llvm, compiled, f"{_own('llvm')}\n{_own('apache-2.0')}")
    yield Licensed("zlib", AS_HELD, "zlib License", "Packs and unpacks files for Python.", _own("zlib"))
    yield Licensed("bzip2", AS_HELD, "bzip2 License", "Packs and unpacks files for Python.", _own("bzip2"))
    yield Licensed("libffi", AS_HELD, "MIT License", "Calls compiled code from Python.", _own("libffi"))
    held = "Lets Python hold on to what the browser has. Its source: github.com/pyodide/hiwire."
    yield Licensed("hiwire", AS_HELD, "Mozilla Public License 2.0", held, _read(MOZILLA))


def of_package(root: Path, name: str) -> Licensed:
    """Describe a package of npm whose files are in the scripts; raise NoLicence where it brings no text of its licence."""
    folder = root / PACKAGES / name
    text = next(folder.glob("LICENSE*"), None)
    if not text:
        raise NoLicence(f"{PACKAGES / name} goes into the site and has no LICENSE. Mend: make setup, or use another package.")
    described: dict[str, Any] = json.loads(_read(folder / "package.json"))
    return Licensed(name, described["version"], f"{described['license']} License", "Part of the scripts of the pages.", _read(text))


def _built() -> Iterator[Licensed]:
    """What those who build the site leave in it."""
    yield _pypi("mkdocs-material", "The style of the pages begins with its own.")
    yield from _drawings()
    yield _pypi("python-docx", "Each Word document begins with its empty one.")
    yield _pypi("govuk-bank-holidays", "Brings the bank holidays.")
    dates = "The days on which nobody counts."
    yield Licensed("Bank holidays in England and Wales, GOV.UK", "", "Open Government Licence 3.0", dates, _own("ogl"))


def _drawings() -> Iterator[Licensed]:
    """The collections from which the theme took the small drawings in its style; each licence stands beside the drawings."""
    theme = "mkdocs-material"
    place = Path(str(distribution(theme).locate_file("material/templates/.icons")))
    lens, others = "The drawings in that style, and of the search's lens.", "Drawings in that style."
    for name, folder, licence, role, more in (
        ("Material Design icons", "material/LICENSE", "Apache License 2.0", lens, f"\n{_own('apache-2.0')}"),
        ("Octicons", "octicons/LICENSE", "MIT License", others, ""),
        ("Font Awesome Free", "fontawesome/LICENSE.txt", "Creative Commons Attribution 4.0", others, ""),
    ):
        if not (place / folder).is_file():
            raise NoLicence(f"{theme} brings no licence of {name}. Mend: make setup, or name where it is.")
        yield Licensed(name, "", licence, role, f"{_read(place / folder)}{more}")


def _pypi(name: str, role: str) -> Licensed:
    found = distribution(name)
    text = found.read_text("licenses/LICENSE") or found.read_text("licenses/LICENSE.txt")
    if not text:
        raise NoLicence(f"{name} leaves something in the site and brings no licence. Mend: make setup, or name where it is.")
    return Licensed(
        name, found.version, f"{found.metadata.get('License-Expression') or found.metadata['License']} License", role, text
    )


def _own(name: str) -> str:
    return _read(HERE / f"{name}.txt")


def _read(file: Path) -> str:
    return file.read_text(encoding="utf-8")
