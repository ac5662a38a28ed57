"""Each browser in the states that its readers have it in, started once."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.browser.conftest import serving
from tests.browser.test_policy import guarding
from tests.nightly.browsers.drivers import Driver, firefox, webkit
from tests.nightly.browsers.visitor import Visitor

BROWSERS = [
    pytest.param("firefox", marks=pytest.mark.needs("firefox")),
    pytest.param("webkit", marks=pytest.mark.needs("webkit", "xvfb")),
]


@pytest.fixture(scope="module", params=BROWSERS)
def driver(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Driver]:
    """Give a browser as it comes."""
    with firefox() if request.param == "firefox" else webkit(log_in(tmp_path_factory)) as found:
        yield found


@pytest.fixture(scope="module", params=BROWSERS)
def bare(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Visitor]:
    """Give a reader whose browser has no WebAssembly: Firefox by a setting of its own, WebKitGTK by the policy of `bare_site`."""
    without = firefox(javascript__options__wasm=False) if request.param == "firefox" else webkit(log_in(tmp_path_factory))
    with without as found:
        yield Visitor(found)


@pytest.fixture(scope="module")
def bare_site(site_folder: Path) -> Iterator[str]:
    """The address of the site under a policy that lets no WebAssembly run, as an administrator may set it."""
    with guarding(site_folder, "script-src 'self'") as address:
        yield address


@pytest.fixture(scope="module")
def site(site_folder: Path) -> Iterator[str]:
    """The address of the built site, ending in a slash."""
    with serving(site_folder) as address:
        yield address


@pytest.fixture
def visitor(driver: Driver) -> Iterator[Visitor]:
    """Give a reader; what the page complained of is a fault."""
    driver.complaints()
    yield Visitor(driver)
    # The page of somebody else around ours has a policy that refuses the icon which Firefox looks for; and what a test asks for to
    # see it refused may be told late.
    meant = ("/favicon.ico", "/trafford/index.html. (Reason: CORS request not http)")
    assert [one for one in driver.complaints() if not any(part in one for part in meant)] == []


def log_in(factory: pytest.TempPathFactory) -> Path:
    """Name a file for a browser's log."""
    return factory.mktemp("webkit") / "log"
