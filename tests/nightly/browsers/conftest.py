"""Each browser in the states that its readers have it in, started once."""

import threading
from collections.abc import Iterator
from functools import partial
from pathlib import Path

import pytest

from helper.publish.policy import CSP, POLICY, framed_policy
from setup.serve import HOST, SiteHandler, SiteServer
from tests.browser.conftest import UNDER, serving
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


class NamingHandler(SiteHandler):
    """Sends the policy of the helper in a frame as a build sends it that knows where the site will stand."""

    def send_header(self, keyword: str, value: str) -> None:
        """Name the site in it."""
        host, port = self.server.server_address[:2]
        named = framed_policy(f"http://{host!s}:{port}{UNDER}")
        super().send_header(keyword, value.replace(POLICY, named) if keyword == CSP and "/embed/" in self.path else value)


@pytest.fixture(scope="module")
def named_site(site_folder: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """The address of the site where it was built with that address: the page of the helper in a frame names it in its policy."""
    folder = tmp_path_factory.mktemp("named")
    for one in site_folder.iterdir():
        if one.name != "embed":
            (folder / one.name).symlink_to(one)
    (folder / "embed").mkdir()
    with SiteServer((HOST, 0), partial(NamingHandler, under=UNDER, directory=str(folder))) as server:
        address = f"http://{HOST}:{server.server_port}{UNDER}"
        page = (site_folder / "embed/index.html").read_text(encoding="utf-8")
        assert POLICY in page
        (folder / "embed/index.html").write_text(page.replace(POLICY, framed_policy(address)), encoding="utf-8")
        thread = threading.Thread(target=server.serve_forever, daemon=True)
        thread.start()
        yield address
        server.shutdown()
        thread.join()


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
