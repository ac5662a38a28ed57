"""A page beside an engine whose door only echoes, and ways to spoil the files on their way to it."""

import json
import re
from collections.abc import Callable
from pathlib import Path
from typing import Any

from playwright.sync_api import Route

from helper.publish.bundle import bundle
from helper.publish.esbuild import esbuild

PAGE = '<!doctype html><link rel="icon" href="page.js"><title>engine</title><script src="page.js"></script>'
START = """async (timeout) => {
    const progress = [];
    try {
        window.engine = await startEngine({ files, onProgress: (step) => progress.push(step), timeout });
        return { progress, echo: await engine.ask("echo") };
    } catch ({ reason, message, detail }) {
        return { reason, message, detail };
    }
}"""
# Stands in for the engine, which has tests of its own: these are about the way to it.
DOOR = """\
import random


def handle(request):
    return {"fall": lambda: 1 / 0, "draw": lambda: str(random.random())}.get(request, lambda: request)()
"""
LOGIN = b"<p>Log in to this network</p>"
Fault = Callable[[Route, bytes], None]
Plain = dict[str, Any]


def asked_for(name: str) -> re.Pattern[str]:
    return re.compile({"worker": r"/worker\.\w+\.js$", "wasm": r"\.wasm$", "library": r"\.zip$"}[name])


def published(folder: Path, route: Route) -> bytes:
    return (folder / "assets/engine" / route.request.url.rpartition("/")[2]).read_bytes()


def serve(route: Route, body: bytes, kind: str = "application/octet-stream") -> None:
    route.fulfill(body=body, content_type=kind)


def is_told(found: Plain, reason: str) -> None:
    assert found.get("reason") == reason, found
    assert found["message"].endswith("."), found
    assert found["detail"]


def put_engine(root: Path, folder: Path) -> None:
    """Put the page and the engine into a folder."""
    made = bundle(root, {"helper/engine/door.py": DOOR.encode()})
    for path, content in made.contents.items():
        (folder / path).parent.mkdir(parents=True, exist_ok=True)
        (folder / path).write_bytes(content)
    entry = folder / "entry.js"
    entry.write_text(
        f'import {{ startEngine }} from "{root}/helper/web/engine.js";\nObject.assign(window, {{ startEngine, files: FILES }});'
    )
    (folder / "page.js").write_text(esbuild(root, [str(entry)], {"FILES": json.dumps(made.files)}))
    (folder / "index.html").write_text(PAGE)


FAULTS: dict[str, tuple[Fault, str]] = {
    "is missing": (lambda route, _: route.fulfill(status=404), "missing-file"),
    "cannot be reached": (lambda route, _: route.abort(), "missing-file"),
    "is a log-in page": (lambda route, _: serve(route, LOGIN, "text/html"), "corrupt"),
    "is empty": (lambda route, _: serve(route, b""), "corrupt"),
    "is cut short": (lambda route, whole: serve(route, whole[: len(whole) // 2]), "corrupt"),
    "is too long": (lambda route, whole: serve(route, whole + b" "), "corrupt"),
    "has one byte changed": (lambda route, whole: serve(route, whole[:-9] + bytes([whole[-9] ^ 1]) + whole[-8:]), "corrupt"),
    "never arrives": (lambda route, _: None, "too-slow"),
}
