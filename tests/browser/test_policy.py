"""The site behind a real nginx with the configuration that it offers: everything works, nothing complains, and nobody frames more
than the helper."""

import re
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from functools import partial
from pathlib import Path
from typing import cast

import pytest
from playwright.sync_api import Page, expect

from helper.publish.policy import ANYONE
from helper.publish.serving.servers import nginx_conf
from helper.publish.site import Host
from setup.serve import HOST, SiteHandler, SiteServer
from tests.browser.conftest import UNDER
from tests.browser.conversation import Conversation
from tests.browser.host import FRAMED_AT_LEAST, hosting, page_with
from tests.browser.host import policy as of_the_host
from tests.browser.shelf import Shelf
from tests.browser.training_room import Room
from tests.servers import nginx

pytestmark = pytest.mark.needs("nginx")


# What stands in a frame that its own site does not allow.
REFUSED = "chrome-error://chromewebdata/"


class PolicyHandler(SiteHandler):
    """Sends a policy with every file, as a server for a whole site does."""

    def __init__(self, *args: object, policy: str, directory: str) -> None:
        self.policy = policy
        super().__init__(*args, under=UNDER, directory=directory)

    def end_headers(self) -> None:
        """Add it to whatever is said."""
        self.send_header("Content-Security-Policy", self.policy)
        super().end_headers()


@pytest.fixture(scope="module")
def guarded(site_folder: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """The address of the site behind Debian's nginx, below another site, with the configuration that the site offers."""
    with behind_nginx(site_folder, tmp_path_factory.mktemp("nginx")) as address:
        yield address


@contextmanager
def behind_nginx(folder: Path, work: Path, frames: tuple[str, ...] = ANYONE) -> Iterator[str]:
    """Give the address of a folder while nginx serves it and these sites may frame the helper."""
    with nginx(folder, work, nginx_conf(Host(address=f"https://guide.example{UNDER}", frames=frames))) as address:
        yield address.rstrip("/") + UNDER


@contextmanager
def guarding(folder: Path, policy: str) -> Iterator[str]:
    """Give the address of a folder while it is served under a policy."""
    handler = partial(PolicyHandler, policy=policy, directory=str(folder))
    with SiteServer((HOST, 0), handler) as server:
        thread = threading.Thread(target=server.serve_forever, daemon=True)
        thread.start()
        yield f"http://{HOST}:{server.server_port}{UNDER}"
        server.shutdown()
        thread.join()


@pytest.mark.parametrize("path", ["", "salford/", "salford/flowchart/", "next-step/", "about/", "embed/guide/", "training/"])
def test_a_page_complains_of_nothing_under_the_policy(page: Page, guarded: str, path: str) -> None:
    answer = page.goto(guarded + path, wait_until="networkidle")
    assert answer is not None
    assert answer.headers["content-security-policy"].startswith("default-src 'none'")
    expect(page.get_by_role("heading", level=1)).to_be_visible()
    page.get_by_role("banner").get_by_role("link", name="Search").click()
    page.get_by_role("dialog").get_by_role("searchbox").fill("police")
    expect(page.get_by_role("dialog").get_by_role("listitem").first).to_be_visible()


def test_the_page_that_is_not_there_has_its_few_lines_of_style(page: Page, guarded: str, broken: None) -> None:
    page.goto(f"{guarded}there/is/nothing/")
    expect(page.get_by_role("heading", name="This page is not here")).to_be_visible()
    expect(page.locator("body")).to_have_css("font-family", re.compile("^system-ui"))


def test_python_answers_under_the_policy(page: Page, guarded: str) -> None:
    conversation = Conversation(page, guarded, "trafford")
    conversation.open("stage=1&urgency=routine")
    conversation.advice()
    conversation.change("since")
    assert "2026-03-16" in [deadline["due"] for deadline in conversation.answer_all(since="2026-03-02")["deadlines"]]


def test_a_copy_is_kept_and_removed_under_the_policy(page: Page, guarded: str) -> None:
    shelf = Shelf(page, guarded)
    shelf.open()
    shelf.keep("Salford")
    page.goto(f"{guarded}salford/")
    expect(page.get_by_role("heading", level=1)).to_contain_text("Salford")
    shelf.open()
    shelf.press("Remove it", "Salford")
    expect(shelf.said("Salford")).to_have_text("It is no longer on this device.")


@pytest.mark.parametrize("isolated", [False, True], ids=["as-usual", "isolated"])
@pytest.mark.parametrize("sandbox", ["", 'sandbox="allow-scripts"'], ids=["open", "closed"])
def test_a_helper_in_a_frame_of_another_site_answers(page: Page, guarded: str, sandbox: str, isolated: bool) -> None:
    case = "partnership=trafford#stage=1&urgency=routine&them=police"
    frame = f'<iframe {sandbox} title="Helper" width="700" height="900" src="{guarded}embed/?{case}"></iframe>'
    with hosting({"": page_with(guarded, frame)}, of_the_host(guarded), isolated) as address:
        seen = page.goto(address)
        assert seen is not None
        assert ("cross-origin-embedder-policy" in seen.headers) is isolated
        answer = page.frame_locator("iframe").locator("[data-answer]")
        expect(answer).to_have_attribute("data-answered-by", "python")


def test_the_snippet_works_in_an_isolated_page_of_another_site(page: Page, guarded: str) -> None:
    element = '<escalation-helper partnership="trafford" label="Trafford"><a href="/">Instead</a></escalation-helper>'
    with hosting({"": page_with(guarded, element)}, of_the_host(guarded), isolated=True) as address:
        page.goto(address)
        expect(page.frame_locator("escalation-helper iframe").get_by_role("heading", level=1)).to_be_visible()


def test_another_site_shows_no_page_but_the_helper(page: Page, guarded: str, broken: None) -> None:
    paths = ("", "salford/", "salford/next-step/", "embed/guide/", "offline/")
    frames = "".join(f'<iframe title="{path}" src="{guarded}{path}"></iframe>' for path in paths)
    with hosting({"": page_with(guarded, frames)}, of_the_host(guarded)) as address:
        page.goto(address, wait_until="load")
        assert len(page.frames[1:]) == len(paths)
        for frame in page.frames[1:]:
            frame.wait_for_url(REFUSED)


def test_only_the_sites_that_the_host_names_show_the_helper(
    page: Page, site_folder: Path, tmp_path: Path, faults: list[str]
) -> None:
    pages: dict[str, str] = {}
    with (
        hosting(pages, "frame-src *") as named,
        hosting(pages, "frame-src *") as other,
        behind_nginx(site_folder, tmp_path, (named.rstrip("/"),)) as site,
    ):
        pages[""] = page_with(site, f'<iframe title="Helper" src="{site}embed/?partnership=trafford"></iframe>')
        page.goto(named)
        expect(page.frame_locator("iframe").get_by_role("heading", level=1)).to_be_visible()
        assert faults == []
        page.goto(other, wait_until="load")
        page.frames[1].wait_for_url(REFUSED)
        assert [fault for fault in faults if "frame-ancestors" in fault]
        faults.clear()


def test_a_set_is_played_in_the_training_room(page: Page, guarded: str) -> None:
    room = Room(page, guarded)
    room.open()
    room.draw("Trafford", number=1)
    room.press("Run a session")
    while page.locator("[data-screen=answer]").count() == 0:
        room.press("Next")
    expect(room.answer).to_be_visible()


def test_the_snippet_is_seen_at_work_under_the_policy(page: Page, guarded: str) -> None:
    page.goto(f"{guarded}embed/guide/")
    page.get_by_label("Which procedure?").select_option(label="Trafford")
    page.get_by_role("button", name="Show it here").click()
    expect(page.frame_locator("escalation-helper iframe").get_by_role("heading", name="Your next step in Trafford")).to_be_visible()


@pytest.mark.parametrize("sandbox", ["", 'sandbox="allow-scripts"'], ids=["open", "closed"])
def test_the_helper_answers_by_python_in_a_frame_under_the_least_policy(page: Page, site_folder: Path, sandbox: str) -> None:
    with guarding(site_folder, FRAMED_AT_LEAST) as site:
        frame = f'<iframe {sandbox} title="Helper" width="700" height="900" src="{site}embed/?partnership=trafford"></iframe>'
        with hosting({"": page_with(site, frame)}, of_the_host(site)) as address:
            page.goto(address)
            found = page.locator("iframe").element_handle().content_frame()
            assert found is not None
            conversation = Conversation(cast(Page, found), site, "trafford")
            conversation.answer_all(stage="1", resolved="false", urgency="routine", them="police")
            conversation.change("since")
            advice = conversation.answer_all(since="2026-03-02")
            assert "2026-03-16" in [deadline["due"] for deadline in advice["deadlines"]]
