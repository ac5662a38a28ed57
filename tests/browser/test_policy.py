"""The content security policy that the site tells IT staff to set: everything works under it, and nothing complains."""

import html
import re
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from functools import partial
from pathlib import Path
from typing import cast

import pytest
from playwright.sync_api import Page, expect

from setup.serve import HOST, SiteHandler, SiteServer
from tests.browser.conftest import UNDER
from tests.browser.conversation import Conversation
from tests.browser.host import FRAMED_AT_LEAST, hosting, page_with
from tests.browser.host import policy as of_the_host
from tests.browser.shelf import Shelf


class PolicyHandler(SiteHandler):
    """Sends a policy with every file, as a server for a whole site does."""

    def __init__(self, *args: object, policy: str, directory: str) -> None:
        self.policy = policy
        super().__init__(*args, under=UNDER, directory=directory)

    def end_headers(self) -> None:
        """Add it to whatever is said."""
        self.send_header("Content-Security-Policy", self.policy)
        super().end_headers()


@pytest.fixture
def guarded(site_folder: Path) -> Iterator[str]:
    """The address of the site under the policy that its own page tells."""
    told = (site_folder / "offline/index.html").read_text(encoding="utf-8")
    (policy,) = re.findall(r"<code>(default-src [^<]+)</code>", told)
    with guarding(site_folder, html.unescape(policy)) as address:
        yield address


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


def test_a_helper_in_a_closed_frame_of_another_site_answers_under_the_policy(page: Page, guarded: str) -> None:
    case = "partnership=trafford#stage=1&urgency=routine&them=police"
    frame = f'<iframe sandbox="allow-scripts" title="Helper" width="700" height="900" src="{guarded}embed/?{case}"></iframe>'
    with hosting({"": page_with(guarded, frame)}, of_the_host(guarded)) as address:
        page.goto(address)
        answer = page.frame_locator("iframe").locator("[data-answer]")
        expect(answer).to_have_attribute("data-answered-by", "python")


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
