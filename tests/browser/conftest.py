"""A real Chromium, the built site under a sub-path, and a watch over what the page asks for and complains of."""

import os
import shutil
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser, BrowserContext, ConsoleMessage, Page, Route, expect

from setup.serve import site_server
from tests.browser.conversation import Conversation
from tests.browser.echo import put_engine
from tests.browser.fickle import FickleSite, answering, copy_of
from tests.browser.shelf import Shelf
from tests.own_copy import OwnCopy
from tests.thorough import THOROUGH

# Below a folder, as on a shared host: a link that begins with "/" is found out.
UNDER = "/guide/"
# A busy machine of two cores takes its time to start Python; a promise of speed is tested where it is made.
PATIENCE = 30_000
expect.set_options(timeout=PATIENCE)
# Each window of a whole Chromium makes two pages for what drops down from its address bar, which nobody sees here: two thirds of
# the time that a window takes. The other features are those that Playwright switches off: a second such flag replaces its own.
SWITCHED_OFF = (
    *("WebUIOmniboxPopup", "WebUIOmniboxFullPopup", "WebUIOmniboxAimPopup", "AiModeOmniboxEntryPoint", "AimEnabled"),
    *("AvoidUnnecessaryBeforeUnloadCheckSync", "DestroyProfileOnBrowserClose", "HttpsUpgrades", "HttpsFirstBalancedModeAutoEnable"),
    *("LensOverlay", "MediaRouter", "PaintHolding", "ThirdPartyStoragePartitioning", "AvoidCorsURLLoaderRestartOnRedirect"),
    *("OptimizationHints", "NetworkTimeServiceQuerying", "PreconnectToSearch"),
)
# Python is made ready in a quarter less of the processor's time where nothing of it is compiled a second time for speed, which
# pays for itself only where a page works for longer than any here. `make test-all` leaves it as readers have it.
ONCE = () if THOROUGH else ("--js-flags=--liftoff-only",)
QUIET = (
    f"--disable-features={','.join(SWITCHED_OFF)}",
    "--disable-gpu",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--no-first-run",
)


@contextmanager
def serving(folder: Path, under: str = UNDER) -> Iterator[str]:
    """Give the address of a folder while it is served."""
    with site_server(folder, 0, under) as server:
        thread = threading.Thread(target=server.serve_forever, daemon=True)
        thread.start()
        yield f"http://127.0.0.1:{server.server_port}{under}"
        server.shutdown()
        thread.join()


@pytest.fixture(scope="session")
def browser_type_launch_args(browser_type_launch_args: dict[str, Any]) -> dict[str, Any]:
    """Start the Chromium that set-up found; its sandbox does not work for root."""
    names = (os.environ.get("CHROMIUM_PATH"), "chromium", "chromium-browser", "google-chrome")
    found = next((path for name in names if name and (path := shutil.which(name))), None)
    flags = [*QUIET, *ONCE, *(["--no-sandbox"] if os.geteuid() == 0 else [])]
    where = {"executable_path": found} if found else {}
    return {**browser_type_launch_args, **where, "args": flags}


@pytest.fixture(scope="session")
def site(site_folder: Path) -> Iterator[str]:
    """The address of the built site, ending in a slash."""
    with serving(site_folder) as address:
        yield address


@pytest.fixture(scope="session")
def own_site(own_copy: OwnCopy) -> Iterator[str]:
    """Where a copy of one's own is served; as long as any page that may still be loading something of it."""
    with serving(own_copy.folder) as address:
        yield address


@pytest.fixture(scope="session")
def echo_folder(root: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A page beside an engine whose door only echoes."""
    folder = tmp_path_factory.mktemp("echo")
    put_engine(root, folder)
    return folder


@pytest.fixture(scope="session")
def echo(echo_folder: Path) -> Iterator[str]:
    """The address of that page."""
    with serving(echo_folder) as address:
        yield address


@pytest.fixture
def faults() -> list[str]:
    """What the page complained of. A test that causes a fault looks at it, then clears the list."""
    return []


@pytest.fixture
def page(page: Page, faults: list[str]) -> Iterator[Page]:
    """A page that reaches this machine only; any other request, or a fault left over, fails the test."""
    with watched(page, faults):
        yield page


@pytest.fixture(scope="module")
def shared_page(browser: Browser) -> Iterator[Page]:
    """One watched page for all tests of a module: they only look, or begin by opening an address of their own."""
    context = browser.new_context()
    with watched(context.new_page(), []) as page:
        yield page
    context.close()


@pytest.fixture
def broken(page: Page, faults: list[str]) -> Iterator[None]:
    """For a test that breaks something on purpose: what the page complains of is let pass."""
    yield
    faults.clear()


@pytest.fixture
def conversation(page: Page, site: str) -> Conversation:
    """The conversation about Salford, not opened yet."""
    return Conversation(page, site)


@pytest.fixture
def fickle(site_folder: Path, tmp_path: Path) -> Iterator[FickleSite]:
    """A site of one's own, served."""
    with answering(copy_of(site_folder, tmp_path / "site")) as site:
        yield site


@pytest.fixture
def shelf(page: Page, fickle: FickleSite) -> Shelf:
    """The page of copies, opened."""
    shelf = Shelf(page, fickle.address)
    shelf.open()
    return shelf


@pytest.fixture
def no_network(context: BrowserContext) -> Iterator[BrowserContext]:
    """Gives the context; its network is on again afterwards."""
    yield context
    context.set_offline(False)


@contextmanager
def watched(page: Page, faults: list[str]) -> Iterator[Page]:
    """Let a page reach this machine only, and fail on any other request or a complaint at the end."""
    strangers: list[str] = []

    def refuse(route: Route) -> None:
        strangers.append(route.request.url)
        route.abort()

    def hear(message: ConsoleMessage) -> None:
        if message.type == "error":
            faults.append(f"{message.text} {message.location['url']}")

    page.set_default_timeout(PATIENCE)
    page.context.route(_is_elsewhere, refuse)
    page.on("pageerror", lambda error: faults.append(str(error)))
    page.on("console", hear)
    yield page
    assert strangers == [], "The page asked another host for something."
    assert faults == [], "The page complained in the console."


def _is_elsewhere(address: str) -> bool:
    """Tell whether an address is neither on this machine, under either of its names, nor made in the page."""
    return not address.startswith(("http://127.0.0.1:", "http://localhost:", "data:", "blob:", "about:", "file:"))
