"""Runs inside Pyodide: the engine's dataclasses in, their methods compiled out.

`dataclass` writes the methods of a class as text and compiles it whenever the class is made. In a browser that took as long as
everything else that the engine does at its start. So the texts are compiled at build time, and `dataclasses` looks there first.
"""

import dataclasses
import importlib
import marshal
from pathlib import Path
from types import CodeType
from typing import Any

import helper

READY = "_ready_methods.py"
LIBRARY = "dataclasses.py"
# As it stands in Python 3.13; another Python fails here and not in the browser.
WRITTEN, LOOKED_UP = "exec(txt, self.globals, ns)", "exec(_READY.get(txt, txt), self.globals, ns)"
IMPORT = "import sys\n"


class UnknownDataclasses(Exception):
    """What is not as expected in this version of Python's `dataclasses`."""


def write_methods(folder: Path, optimize: int) -> None:
    """Add the compiled methods to a folder of sources, and make its `dataclasses` use them."""
    source = folder / LIBRARY
    text = source.read_text(encoding="utf-8")
    if text.count(WRITTEN) != 1 or text.count(IMPORT) != 1:
        raise UnknownDataclasses(f"{LIBRARY} has {WRITTEN!r} {text.count(WRITTEN)} times and not once: see {__name__}.")
    text = text.replace(WRITTEN, LOOKED_UP).replace(IMPORT, f"{IMPORT}from {Path(READY).stem} import METHODS as _READY\n")
    source.write_text(text, encoding="utf-8")
    methods = {text: compile(text, "<string>", "exec", dont_inherit=True, optimize=optimize) for text in _texts(folder)}
    (folder / READY).write_text(f"import marshal\nMETHODS = marshal.loads({marshal.dumps(methods)!r})\n", encoding="utf-8")


def _texts(folder: Path) -> list[str]:
    """Import the engine from a folder of sources and return every text that `dataclasses` compiles for it."""
    texts: dict[str, None] = {}

    def execute(text: str | CodeType, *where: Any) -> None:
        if isinstance(text, str):
            texts[text] = None
        exec(text, *where)

    helper.__path__.insert(0, str(folder / "helper"))
    setattr(dataclasses, "exec", execute)  # noqa: B010  found before the built-in one
    for file in sorted((folder / "helper" / "engine").rglob("*.py")):
        importlib.import_module(".".join(file.relative_to(folder).with_suffix("").parts).removesuffix(".__init__"))
    return list(texts)
