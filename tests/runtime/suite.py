"""Runs inside Pyodide: the engine's whole test suite, and a watch over every module that the engine needs on the way."""

import builtins
import contextlib
import importlib
import importlib.util
import io
import os
import sys
from collections.abc import Callable, Iterator
from importlib.machinery import ModuleSpec, PathFinder
from types import FrameType, ModuleType
from typing import Any

# Of what the engine is tested by, the part that runs without a browser and without Node.
SUITE = ("/project/tests/engine", "/project/tests/runtime/examples.py")
# Where Pyodide keeps its standard library.
LIBRARY = "/lib/python313.zip/"
# Where the tests' own tools find the whole of it (tests/runtime/tools.py).
WHOLE = "/pyodide/python_stdlib.zip"
# Quietly, with the project's settings; without what writes files, and without the tools that need a browser or native code.
OPTIONS = ("-q", "--capture=no", "--rootdir=/project", "-p", "no:cacheprovider", "-p", "no:faulthandler")


def record() -> list[str]:
    """Run the suite and return the name of every module that the engine imports, or that is imported for it."""
    names = {"helper.engine.door"}
    _run(lambda module: names.add(module.__name__))
    return sorted(names)


def files_for(*names: str) -> list[str]:
    """Return the files of the standard library that are loaded once modules are, Pyodide's own start included."""
    for name in names:
        importlib.import_module(name)
    origins = {_origin(module) for module in list(sys.modules.values())}
    return sorted(origin.removeprefix(LIBRARY) for origin in origins if origin.startswith(LIBRARY))


class _Whole:
    """Finds what the trim leaves out, for pytest and the other tools; asked last."""

    @staticmethod
    def find_spec(name: str, path: object = None, target: object = None) -> ModuleSpec | None:
        package = name.rpartition(".")[0].replace(".", "/")
        return PathFinder.find_spec(name, [f"{WHOLE}/{package}"])


def verify(*suite: str) -> None:
    """Run the suite, or another, on a trimmed library; fail where the engine takes a module that only the tools may have."""
    strays: set[str] = set()

    def look(module: ModuleType) -> None:
        if _origin(module).startswith("/") and not _origin(module).startswith((LIBRARY, "/project/")):
            strays.add(module.__name__)

    _run(look, suite or SUITE)
    if strays:
        raise AssertionError(f"The trim leaves out what the engine needs: {', '.join(sorted(strays))}. Mend: make trim")


def _run(look: Callable[[ModuleType], None], suite: tuple[str, ...] = SUITE) -> None:
    """Run a suite; `look` is shown every module that is imported while the engine is at work."""
    importlib.import_module("helper.engine.door")
    # What the site is built with stands in the project, what the browser runs in the library: one package in two places.
    sys.modules["helper"].__path__.append("/project/helper")
    sys.meta_path.append(_Whole)
    os.environ["PYTEST_DISABLE_PLUGIN_AUTOLOAD"] = "1"
    pytest = importlib.import_module("pytest")
    said = io.StringIO()
    with contextlib.redirect_stdout(said), contextlib.redirect_stderr(said), _watched(look):
        failed = pytest.main([*OPTIONS, *suite])
    if failed:
        raise AssertionError(f"The engine's tests fail inside Pyodide:\n{said.getvalue()[-5000:]}")


@contextlib.contextmanager
def _watched(look: Callable[[ModuleType], None]) -> Iterator[None]:
    original = builtins.__import__

    def watching(name: str, globals: Any = None, locals: Any = None, fromlist: Any = (), level: int = 0) -> ModuleType:  # noqa: A002
        module = original(name, globals, locals, fromlist, level)
        if _is_for_the_engine(sys._getframe(1)):
            whole = importlib.util.resolve_name("." * level + name, globals["__package__"]) if level else name
            for full in (whole, *(f"{whole}.{item}" for item in fromlist or ())):
                if full in sys.modules:
                    look(sys.modules[full])
        return module

    builtins.__import__ = watching  # also asked where C imports a module
    try:
        yield
    finally:
        builtins.__import__ = original


def _is_for_the_engine(frame: FrameType | None) -> bool:
    """Tell whether any of the callers is the engine."""
    while frame:
        if str(frame.f_globals.get("__name__")).startswith("helper.engine."):
            return True
        frame = frame.f_back
    return False


def _origin(module: ModuleType) -> str:
    """Return where a module was loaded from; nothing for what is built in."""
    origin = getattr(getattr(module, "__spec__", None), "origin", None) or getattr(module, "__file__", None) or ""
    return origin.removesuffix("c") if origin.endswith(".pyc") else origin
