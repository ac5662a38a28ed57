"""Python in a worker: it starts and answers; whatever goes wrong is said at once with its reason, and mended by trying again."""

import json
from pathlib import Path

import pytest
from playwright.sync_api import Page, Route

from tests.browser.echo import FAULTS, LOGIN, PAGE, START, asked_for, is_told, published, serve
from tests.thorough import across


def test_answers_with_the_text_untouched_and_survives_an_exception(page: Page, echo: str) -> None:
    page.goto(echo)
    progress = page.evaluate(START, 60_000)["progress"]
    assert progress[-1]["loaded"] == progress[-1]["total"] > 10_000_000
    assert [step["loaded"] for step in progress] == sorted(step["loaded"] for step in progress)
    text = json.dumps({"name": 'Zoë "quoted" \\ </script> \u2028', "empty": ""}, ensure_ascii=False)
    assert page.evaluate("(text) => engine.ask(text)", text) == text
    assert "ZeroDivisionError" in page.evaluate("() => engine.ask('fall').catch((error) => error.detail)")
    assert page.evaluate("() => Promise.all([engine.ask('a'), engine.ask('b')])") == ["a", "b"]
    assert page.evaluate("() => { engine.stop(); return engine.ask('a').catch((error) => error.reason); }") == "other"


def test_asks_for_each_file_once_and_for_nothing_else(page: Page, echo: str) -> None:
    page.goto(echo)
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    assert page.evaluate(START, 60_000)["echo"] == "echo"
    # The page's script is its icon too, which a browser asks for some time after the page.
    fetched = [url for url in asked if not url.startswith("blob:") and not url.endswith("/page.js")]
    assert sorted(url.rpartition(".")[2] for url in fetched) == ["js", "wasm", "zip"]


@pytest.mark.usefixtures("broken")
@pytest.mark.parametrize(("how", "name"), across(list(FAULTS), ["worker", "wasm", "library"]))
def test_a_file_that_fails_is_said_within_seconds_and_tried_again_with_success(
    page: Page, echo: str, echo_folder: Path, name: str, how: str
) -> None:
    fault, reason = FAULTS[how]
    page.context.route(asked_for(name), lambda route: fault(route, published(echo_folder, route)))
    page.goto(echo)
    # Only what never arrives is waited for: the rest shows by itself, however long a busy machine takes.
    is_told(page.evaluate(START, 3_000 if reason == "too-slow" else 60_000), reason)
    page.context.unroute_all()
    assert page.evaluate(START, 60_000)["echo"] == "echo"


@pytest.mark.parametrize("name", ["worker", "wasm", "library"])
def test_a_file_that_is_changed_on_the_way_is_fetched_once_more_past_every_cache(
    page: Page, echo: str, echo_folder: Path, name: str
) -> None:
    page.add_init_script("""window.asked = [];
        const original = fetch;
        window.fetch = (url, options) => (asked.push([String(url), options.cache]), original(url, options));""")
    seen: list[Route] = []

    def wrong_then_right(route: Route) -> None:
        seen.append(route)
        whole = published(echo_folder, route)
        serve(route, whole if len(seen) > 1 else b"\0" * len(whole))

    page.context.route(asked_for(name), wrong_then_right)
    page.goto(echo)
    assert page.evaluate(START, 60_000)["echo"] == "echo"
    caches = [cache for url, cache in page.evaluate("() => asked") if asked_for(name).search(url)]
    assert caches == ["default", "reload"]


@pytest.mark.usefixtures("broken")
def test_a_file_that_stays_wrong_is_fetched_twice_and_no_more(page: Page, echo: str) -> None:
    asked: list[Route] = []
    page.context.route(asked_for("library"), lambda route: (asked.append(route), serve(route, LOGIN))[1])
    page.goto(echo)
    is_told(page.evaluate(START, 60_000), "corrupt")
    assert len(asked) == 2


@pytest.mark.parametrize("kind", ["application/octet-stream", "text/html", ""])
def test_a_server_that_does_not_know_webassembly_is_no_hindrance(page: Page, echo: str, echo_folder: Path, kind: str) -> None:
    page.context.route(asked_for("wasm"), lambda route: serve(route, published(echo_folder, route), kind))
    page.goto(echo)
    assert page.evaluate(START, 60_000)["echo"] == "echo"


def test_a_slow_but_steady_transfer_is_never_cut_off(page: Page, echo: str) -> None:
    """13 MB at 1 MB a second: each of the waits for the next bytes is short, the whole is longer than the patience."""
    page.goto(echo)
    client = page.context.new_cdp_session(page)
    client.send(
        "Network.emulateNetworkConditions",
        {"offline": False, "latency": 20, "downloadThroughput": 1_000_000, "uploadThroughput": 1_000_000},
    )
    assert page.evaluate(START, 10_000).get("echo") == "echo"


@pytest.mark.usefixtures("broken")
@pytest.mark.parametrize(
    ("policy", "reason"),
    [
        ("script-src 'self' 'unsafe-inline'; worker-src 'self' blob:", "wasm-refused"),
        ("script-src 'self' 'unsafe-inline' 'wasm-unsafe-eval'; worker-src 'none'", "worker-refused"),
    ],
)
def test_what_the_browser_or_its_manager_refuses_is_said(page: Page, echo: str, policy: str, reason: str) -> None:
    page.context.route(
        echo,
        lambda route: route.fulfill(body=PAGE, content_type="text/html", headers={"Content-Security-Policy": policy}),
    )
    page.goto(echo)
    is_told(page.evaluate(START, 60_000), reason)
    page.context.unroute_all()
    page.goto(echo)
    assert page.evaluate(START, 60_000)["echo"] == "echo"


@pytest.mark.usefixtures("broken")
@pytest.mark.parametrize("workers", ["'self' blob:", "blob:", "'self'"])
def test_runs_under_a_strict_policy(page: Page, echo: str, workers: str) -> None:
    policy = f"default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; worker-src {workers}; connect-src 'self'; img-src data:"
    page.context.route(
        echo,
        lambda route: route.fulfill(body=PAGE, content_type="text/html", headers={"Content-Security-Policy": policy}),
    )
    page.goto(echo)
    assert page.evaluate(START, 60_000)["echo"] == "echo"


def test_files_are_checked_where_the_browser_keeps_its_hashing_from_the_page(
    page: Page, echo: str, echo_folder: Path, faults: list[str]
) -> None:
    """As on an intranet with plain http: there is no `crypto.subtle`."""
    page.add_init_script("Object.defineProperty(crypto, 'subtle', { value: undefined })")
    page.goto(echo)
    assert page.evaluate(START, 60_000)["echo"] == "echo"
    page.context.route(asked_for("library"), lambda route: serve(route, b"\0" * len(published(echo_folder, route))))
    is_told(page.evaluate(START, 60_000), "corrupt")


def test_an_answer_that_never_comes_is_given_up_and_python_can_be_started_anew(page: Page, echo: str) -> None:
    page.add_init_script(
        """const original = Worker.prototype.postMessage;
        Worker.prototype.postMessage = function (data, ...rest) {
            if (data.request !== "lost") original.call(this, data, ...rest);
        };"""
    )
    page.clock.install()
    page.goto(echo)
    assert page.evaluate(START, 60_000)["echo"] == "echo"
    page.evaluate("() => { window.lost = engine.ask('lost').catch((error) => error.reason); }")
    page.clock.fast_forward(61_000)
    assert page.evaluate("() => lost") == "too-slow"
    assert page.evaluate("() => engine.ask('a').catch((error) => error.reason)") == "too-slow"
    assert page.evaluate(START, 60_000)["echo"] == "echo"
