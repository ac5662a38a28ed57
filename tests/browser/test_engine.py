"""Python in a worker: it starts and answers; whatever goes wrong is said at once with its reason, and mended by trying again."""

import json
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Page, Route

from tests.browser.conftest import serving
from tests.browser.echo import FAULTS, LOGIN, PAGE, START, Fault, asked_for, is_told, published, put_engine, serve


@pytest.fixture(scope="module")
def folder(root: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A page beside an engine whose door only echoes."""
    folder = tmp_path_factory.mktemp("engine")
    put_engine(root, folder)
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


def test_asks_for_each_file_once_and_for_nothing_else(page: Page, address: str) -> None:
    page.goto(address)
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    assert page.evaluate(START, 60_000)["echo"] == "echo"
    fetched = [url for url in asked if not url.startswith("blob:")]
    assert sorted(url.rpartition(".")[2] for url in fetched) == ["js", "wasm", "zip"]


@pytest.mark.usefixtures("broken")
@pytest.mark.parametrize("name", ["worker", "wasm", "library"])
@pytest.mark.parametrize(("fault", "reason"), FAULTS.values(), ids=FAULTS)
def test_a_file_that_fails_is_said_within_seconds_and_tried_again_with_success(
    page: Page, address: str, folder: Path, name: str, fault: Fault, reason: str
) -> None:
    page.context.route(asked_for(name), lambda route: fault(route, published(folder, route)))
    page.goto(address)
    is_told(page.evaluate(START, 3_000), reason)
    page.context.unroute_all()
    assert page.evaluate(START, 60_000)["echo"] == "echo"


@pytest.mark.parametrize("name", ["worker", "wasm", "library"])
def test_a_file_that_is_changed_on_the_way_is_fetched_once_more_past_every_cache(
    page: Page, address: str, folder: Path, name: str
) -> None:
    page.add_init_script("""window.asked = [];
        const original = fetch;
        window.fetch = (url, options) => (asked.push([String(url), options.cache]), original(url, options));""")
    seen: list[Route] = []

    def wrong_then_right(route: Route) -> None:
        seen.append(route)
        whole = published(folder, route)
        serve(route, whole if len(seen) > 1 else b"\0" * len(whole))

    page.context.route(asked_for(name), wrong_then_right)
    page.goto(address)
    assert page.evaluate(START, 60_000)["echo"] == "echo"
    caches = [cache for url, cache in page.evaluate("() => asked") if asked_for(name).search(url)]
    assert caches == ["default", "reload"]


@pytest.mark.usefixtures("broken")
def test_a_file_that_stays_wrong_is_fetched_twice_and_no_more(page: Page, address: str) -> None:
    asked: list[Route] = []
    page.context.route(asked_for("library"), lambda route: (asked.append(route), serve(route, LOGIN))[1])
    page.goto(address)
    is_told(page.evaluate(START, 60_000), "corrupt")
    assert len(asked) == 2


@pytest.mark.parametrize("kind", ["application/octet-stream", "text/html", ""])
def test_a_server_that_does_not_know_webassembly_is_no_hindrance(page: Page, address: str, folder: Path, kind: str) -> None:
    page.context.route(asked_for("wasm"), lambda route: serve(route, published(folder, route), kind))
    page.goto(address)
    assert page.evaluate(START, 60_000)["echo"] == "echo"


def test_a_slow_but_steady_transfer_is_never_cut_off(page: Page, address: str) -> None:
    """13 MB at 3 MB a second: each of the waits for the next bytes is short, the whole is longer than the patience."""
    page.goto(address)
    client = page.context.new_cdp_session(page)
    client.send(
        "Network.emulateNetworkConditions",
        {"offline": False, "latency": 20, "downloadThroughput": 3_000_000, "uploadThroughput": 1_000_000},
    )
    assert page.evaluate(START, 3_500).get("echo") == "echo"


@pytest.mark.usefixtures("broken")
@pytest.mark.parametrize(
    ("policy", "reason"),
    [
        ("script-src 'self' 'unsafe-inline'; worker-src 'self' blob:", "wasm-refused"),
        ("script-src 'self' 'unsafe-inline' 'wasm-unsafe-eval'; worker-src 'none'", "worker-refused"),
    ],
)
def test_what_the_browser_or_its_manager_refuses_is_said(page: Page, address: str, policy: str, reason: str) -> None:
    page.context.route(
        address,
        lambda route: route.fulfill(body=PAGE, content_type="text/html", headers={"Content-Security-Policy": policy}),
    )
    page.goto(address)
    is_told(page.evaluate(START, 60_000), reason)
    page.context.unroute_all()
    page.goto(address)
    assert page.evaluate(START, 60_000)["echo"] == "echo"


@pytest.mark.usefixtures("broken")
@pytest.mark.parametrize("workers", ["'self' blob:", "blob:", "'self'"])
def test_runs_under_a_strict_policy(page: Page, address: str, workers: str) -> None:
    policy = f"default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; worker-src {workers}; connect-src 'self'; img-src data:"
    page.context.route(
        address,
        lambda route: route.fulfill(body=PAGE, content_type="text/html", headers={"Content-Security-Policy": policy}),
    )
    page.goto(address)
    assert page.evaluate(START, 60_000)["echo"] == "echo"


def test_files_are_checked_where_the_browser_keeps_its_hashing_from_the_page(
    page: Page, address: str, folder: Path, faults: list[str]
) -> None:
    """As on an intranet with plain http: there is no `crypto.subtle`."""
    page.add_init_script("Object.defineProperty(crypto, 'subtle', { value: undefined })")
    page.goto(address)
    assert page.evaluate(START, 60_000)["echo"] == "echo"
    page.context.route(asked_for("library"), lambda route: serve(route, b"\0" * len(published(folder, route))))
    is_told(page.evaluate(START, 60_000), "corrupt")


def test_an_answer_that_never_comes_is_given_up_and_python_can_be_started_anew(page: Page, address: str) -> None:
    page.add_init_script(
        """const original = Worker.prototype.postMessage;
        Worker.prototype.postMessage = function (data, ...rest) {
            if (data.request !== "lost") original.call(this, data, ...rest);
        };"""
    )
    page.goto(address)
    assert page.evaluate(START, 2_000)["echo"] == "echo"
    assert page.evaluate("() => engine.ask('lost').catch((error) => error.reason)") == "too-slow"
    assert page.evaluate("() => engine.ask('a').catch((error) => error.reason)") == "too-slow"
    assert page.evaluate(START, 60_000)["echo"] == "echo"
