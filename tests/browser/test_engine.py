"""Python in a worker: it starts and answers, and whatever goes wrong is said at once with its reason."""

import json
import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Page

from helper.publish.bundle import bundle
from tests.browser.conftest import serving

START = """async (timeout) => {
    const { startEngine } = await import("./engine.js");
    const progress = [];
    try {
        window.engine = await startEngine({ base: "engine/", onProgress: (p) => progress.push(p), timeout });
        return { progress };
    } catch ({ reason, message, detail }) {
        return { reason, message, detail };
    }
}"""
DOOR = "def handle(request):\n    return {'echo': request}['echo'] if request != 'fall' else 1 / 0\n"


@pytest.fixture(scope="module")
def folder(root: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A page beside an engine whose door only echoes."""
    folder = tmp_path_factory.mktemp("engine")
    (folder / "engine").mkdir()
    for name, content in bundle(root, {"helper/engine/door.py": DOOR.encode()}).items():
        (folder / "engine" / name).write_bytes(content)
    for name in ("engine.js", "worker.js"):
        (folder / name).write_bytes((root / "helper/web" / name).read_bytes())
    (folder / "index.html").write_text('<!doctype html><link rel="icon" href="data:,"><title>engine</title>')
    return folder


@pytest.fixture(scope="module")
def address(folder: Path) -> Iterator[str]:
    with serving(folder) as address:
        yield address


def test_answers_with_the_text_untouched_and_survives_an_exception(page: Page, address: str) -> None:
    page.goto(address)
    progress = page.evaluate(START, 60_000)["progress"]
    assert progress[-1]["loaded"] == progress[-1]["total"] > 10_000_000
    assert [step["loaded"] for step in progress] == sorted(step["loaded"] for step in progress)
    text = json.dumps({"name": 'Zoë "quoted" \\ </script> \u2028', "empty": ""}, ensure_ascii=False)
    assert page.evaluate("(text) => engine.ask(text)", text) == text
    assert "ZeroDivisionError" in page.evaluate("() => engine.ask('fall').catch((error) => error.detail)")
    assert page.evaluate("() => Promise.all([engine.ask('a'), engine.ask('b')])") == ["a", "b"]
    assert page.evaluate("() => { engine.stop(); return engine.ask('a').catch((error) => error.reason); }") == "other"


@pytest.mark.parametrize("name", ["manifest.json", "pyodide.js", "pyodide.asm.js", "pyodide.asm.wasm", "python_stdlib.zip"])
@pytest.mark.parametrize(("status", "reason"), [(404, "missing-file"), (200, "corrupt")])
def test_a_file_that_is_missing_or_replaced_is_said(
    page: Page, address: str, faults: list[str], name: str, status: int, reason: str
) -> None:
    kind = "text/javascript" if name.endswith(".js") else "text/html"
    page.context.route(
        re.compile(rf"/{re.escape(name)}(\?|$)"),
        lambda route: route.fulfill(status=status, body="<p>Log in to this network</p>", content_type=kind),
    )
    page.goto(address)
    assert page.evaluate(START, 60_000)["reason"] == reason
    faults.clear()


def test_a_missing_wheel_is_said(page: Page, address: str, faults: list[str]) -> None:
    page.context.route(re.compile(r"\.whl"), lambda route: route.fulfill(status=404))
    page.goto(address)
    assert page.evaluate(START, 60_000)["reason"] == "missing-file"
    faults.clear()


def test_webassembly_switched_off_is_said(page: Page, address: str, folder: Path, faults: list[str]) -> None:
    page.context.route(
        re.compile(r"/worker\.js"),
        lambda route: route.fulfill(
            path=folder / "worker.js",
            content_type="text/javascript",
            headers={"Content-Security-Policy": "script-src 'self'"},
        ),
    )
    page.goto(address)
    assert page.evaluate(START, 60_000)["reason"] == "wasm-refused"
    faults.clear()


def test_a_worker_that_cannot_start_is_said(page: Page, address: str, faults: list[str]) -> None:
    page.context.route(re.compile(r"/worker\.js"), lambda route: route.fulfill(status=404))
    page.goto(address)
    assert page.evaluate(START, 60_000)["reason"] == "worker-refused"
    faults.clear()


def test_a_start_that_hangs_is_given_up(page: Page, address: str) -> None:
    page.context.route(re.compile(r"\.wasm"), lambda route: None)
    page.goto(address)
    assert page.evaluate(START, 1_500)["reason"] == "too-slow"


def test_a_server_that_does_not_know_webassembly_is_no_hindrance(page: Page, address: str, folder: Path) -> None:
    page.context.route(
        re.compile(r"\.wasm"),
        lambda route: route.fulfill(path=folder / "engine/pyodide.asm.wasm", content_type="application/octet-stream"),
    )
    page.goto(address)
    assert page.evaluate(START, 60_000)["progress"]
