"""Python from files that are on the device, on its disk or kept by the browser: it starts from its memory, or from its library."""

import base64
import gzip
import re
from pathlib import Path

import pytest
from playwright.sync_api import Page

from tests.browser.echo import FAULTS, START, Plain, is_told, published
from tests.thorough import some


@pytest.fixture(scope="module")
def disk(echo_folder: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The same page as a copy on a disk has it: each file is a script that hands over its bytes."""
    disk = tmp_path_factory.mktemp("disk")
    for name in ("index.html", "page.js"):
        (disk / name).write_bytes((echo_folder / name).read_bytes())
    (disk / "assets/engine").mkdir(parents=True)
    for file in (echo_folder / "assets/engine").iterdir():
        path = f"assets/engine/{file.name}"
        text = base64.b64encode(gzip.compress(file.read_bytes(), 1)).decode()
        (disk / f"{path}.data.js").write_text(f'escalationGuide.receive("{path}","{text}");')
    return disk


def loaded_from(started: Plain) -> str:
    """Name what Python was started from: the two differ by 13 MB."""
    assert started.get("echo") == "echo", started
    return "snapshot" if started["progress"][-1]["total"] > 20_000_000 else "library"


def test_runs_from_a_disk_by_loading_pythons_memory(page: Page, disk: Path) -> None:
    page.goto((disk / "index.html").as_uri())
    assert loaded_from(page.evaluate(START, 60_000)) == "snapshot"
    draws = [page.evaluate("() => engine.ask('draw')")]
    assert "ZeroDivisionError" in page.evaluate("() => engine.ask('fall').catch((error) => error.detail)")
    page.evaluate(START, 60_000)
    draws.append(page.evaluate("() => engine.ask('draw')"))
    assert draws[0] != draws[1], "chance was kept in the memory"


KEPT = """async (content) => {
    const kept = await caches.open("kept");
    const body = content ?? (await fetch(files.snapshot.address)).body;
    await kept.put(files.snapshot.address, new Response(body));
}"""
# A service worker that answers for this page; what it would answer stands in the browser's storage, or comes from the network.
SERVED = """if (navigator.serviceWorker) Object.defineProperty(navigator.serviceWorker, "controller", { value: {} });"""


@pytest.fixture
def served(page: Page) -> None:
    """Has a service worker answer for the page."""
    page.add_init_script(SERVED)


@pytest.mark.usefixtures("served")
def test_loads_pythons_memory_where_it_is_kept_on_this_device(page: Page, echo: str) -> None:
    page.goto(echo)
    assert loaded_from(page.evaluate(START, 60_000)) == "library"
    page.evaluate(KEPT)
    assert loaded_from(page.evaluate(START, 60_000)) == "snapshot"


def test_loads_the_library_where_no_worker_brings_what_is_kept(page: Page, echo: str) -> None:
    """As after a forced reload: all comes over the network then, and the memory is four times as much."""
    page.goto(echo)
    page.evaluate(KEPT)
    assert loaded_from(page.evaluate(START, 60_000)) == "library"


@pytest.mark.usefixtures("broken", "served")
@pytest.mark.parametrize("how", some(["is missing", "is cut short", "has one byte changed"]))
def test_starts_from_the_library_where_the_memory_fails(page: Page, echo: str, echo_folder: Path, how: str) -> None:
    fault, _ = FAULTS[how]
    page.goto(echo)
    page.evaluate(KEPT, "another version")
    page.context.route(re.compile(r"\.bin$"), lambda route: fault(route, published(echo_folder, route)))
    started = page.evaluate(START, 60_000)
    assert started.get("echo") == "echo"
    page.context.unroute_all()
    assert loaded_from(page.evaluate(START, 60_000)) == "snapshot"


@pytest.mark.usefixtures("broken", "served")
def test_starts_from_the_library_where_the_browser_cannot_use_the_memory(page: Page, echo: str) -> None:
    """As where Pyodide's own interface for it has changed: the files are right, and loading them fails."""
    page.add_init_script(
        """const original = Worker.prototype.postMessage;
        Worker.prototype.postMessage = function (data, ...rest) {
            if (data.snapshot) new Uint8Array(data.snapshot).fill(7, 4, 64);
            original.call(this, data, ...rest);
        };"""
    )
    page.goto(echo)
    page.evaluate(KEPT)
    assert page.evaluate(START, 60_000).get("echo") == "echo"


@pytest.mark.usefixtures("broken")
@pytest.mark.parametrize(
    ("content", "reason"),
    [
        (None, "missing-file"),
        ("", "corrupt"),
        ('escalationGuide.receive("assets/engine/NAME","@");', "corrupt"),
        ('escalationGuide.receive("assets/engine/NAME","H4sIAAAAAAAA/wMAAAAAAAAAAAA=");', "corrupt"),
    ],
    ids=["missing", "empty", "no base64", "of nothing"],
)
def test_a_file_on_a_disk_that_fails_is_said_and_tried_again_with_success(
    page: Page, disk: Path, content: str | None, reason: str
) -> None:
    (script,) = disk.glob("assets/engine/*.zip.data.js")
    (snapshot,) = disk.glob("assets/engine/*.bin.data.js")
    whole = script.read_text()
    try:
        script.unlink()
        snapshot.rename(disk / "aside")
        if content is not None:
            script.write_text(content.replace("NAME", script.name.removesuffix(".data.js")))
        page.goto((disk / "index.html").as_uri())
        is_told(page.evaluate(START, 60_000), reason)
    finally:
        script.write_text(whole)
        (disk / "aside").rename(snapshot)
    assert page.evaluate(START, 60_000)["echo"] == "echo"
