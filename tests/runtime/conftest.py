"""The runtime as it is shipped, and a way to ask the engine in it."""

from collections.abc import Callable, Sequence
from pathlib import Path

import pytest

from helper.publish.bundle import Engine
from helper.publish.runtime.node import all_in_pyodide

Ask = Callable[[Sequence[str]], list[str]]


@pytest.fixture(scope="session")
def library(engine: Engine, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The standard library that the browser gets, with the engine in it."""
    file = tmp_path_factory.mktemp("library") / "python.zip"
    file.write_bytes(engine.contents[str(engine.files["library"]["address"])])
    return file


@pytest.fixture(scope="session")
def ask_pyodide(root: Path, library: Path) -> Ask:
    """Put requests through the door of the shipped runtime, one after the other, and give the replies: text, or what went wrong."""

    def ask(requests: Sequence[str]) -> list[str]:
        calls = [("helper.engine.door", "handle", (request,)) for request in requests]
        replies = all_in_pyodide(root, calls, path=(), library=library)
        return [str(reply.get("reply", reply.get("error"))) for reply in replies]

    return ask
