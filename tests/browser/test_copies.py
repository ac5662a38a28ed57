"""A copy on this device: made only when asked, whole or not at all, of use with no network, and gone when it is removed."""

import re
from html.parser import HTMLParser
from pathlib import Path
from urllib.parse import urljoin, urlsplit

import pytest
from docx import Document
from playwright.sync_api import BrowserContext, Page, expect

from helper.publish.copies import file_lists
from tests.browser.barriers import STILL, barriers, bring_axe, bring_measures, dress, measure
from tests.browser.conversation import Conversation
from tests.browser.desk import HARD_LONG, Desk
from tests.browser.fickle import PARTNERSHIPS, FickleSite, answering, copy_of
from tests.browser.shelf import BYTES, DONE, NOTHING, Shelf
from tests.browser.test_access import FOUR_TIMES, TARGET, WIDE, stand

TYPES = """async () => {
    const found = {};
    for (const name of await caches.keys()) {
        const cache = await caches.open(name);
        for (const { url } of await cache.keys()) found[url] = (await cache.match(url)).headers.get("Content-Type");
    }
    return found;
}"""


class Links(HTMLParser):
    """Every file that a page cannot do without."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.found: list[str] = []
        self.feed(html)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        given = dict(attrs)
        is_needed = tag in ("script", "img") or (tag == "link" and given.get("rel") != "canonical")
        if is_needed and (address := given.get("src") or given.get("href")):
            self.found.append(address)


def test_everything_that_a_kept_page_loads_is_kept_with_it(site_folder: Path) -> None:
    lists = {name: {str(entry["address"]) for entry in entries} for name, entries in file_lists(site_folder, PARTNERSHIPS).items()}
    for name in PARTNERSHIPS:
        kept = lists["shared"] | lists["engine"] | lists[name]
        # The training room knows where everybody's files are, and says whose are not here.
        elsewhere = set().union(*(lists[other] for other in PARTNERSHIPS if other != name))
        for page in [address for address in kept if address.endswith("/") or not address]:
            html = (site_folder / page / "index.html").read_text(encoding="utf-8")
            own = set(re.findall(r"assets/[\w./-]+\.[0-9a-zA-Z]{8,10}(?:\.min)?\.\w+", html))
            loaded = {urlsplit(urljoin(f"http://x/{page}", address)).path.lstrip("/") for address in Links(html).found}
            assert loaded <= kept, page
            assert own <= (kept | elsewhere if page == "training/" else kept), page


def test_what_changes_has_another_name_each_time(site_folder: Path) -> None:
    """A tab of an earlier edition may still ask for its files: the name of a file tells its edition."""
    fixed = re.compile(r"(.*/)?$|assets/(icon[\w-]*|apple-touch-icon|images/favicon)\.(svg|png)$|manifest\.webmanifest$|.*\.txt$")
    hashed = re.compile(r"assets/[\w./-]+\.[0-9a-zA-Z]{8,10}(\.min)?\.\w+$")
    addresses = [str(entry["address"]) for entries in file_lists(site_folder, PARTNERSHIPS).values() for entry in entries]
    assert [address for address in addresses if not fixed.match(address) and not hashed.match(address)] == []


def test_nothing_is_stored_before_the_reader_asks(shelf: Shelf) -> None:
    assert shelf.stored() == NOTHING
    shelf.page.goto(shelf.site)
    shelf.page.goto(f"{shelf.site}salford/")
    shelf.page.get_by_role("link", name="Keep a copy on this device").click()
    expect(shelf.page).to_have_url(f"{shelf.site}offline/#copy-salford")
    expect(shelf.row("Salford").get_by_role("button", name="Keep a copy")).to_be_in_viewport()
    assert shelf.stored() == NOTHING


def test_a_kept_partnership_works_with_no_network(
    site_folder: Path, tmp_path: Path, page: Page, no_network: BrowserContext
) -> None:
    with answering(copy_of(site_folder, tmp_path / "site")) as fickle:
        shelf = Shelf(page, fickle.address)
        shelf.open()
        shelf.keep("Salford")
    no_network.set_offline(True)
    for path, heading in (
        ("", "When professionals disagree"),
        ("next-step/", "Get my next step"),
        ("salford/", "Salford: when professionals disagree"),
        ("salford/index.html", "Salford: when professionals disagree"),
        ("salford", "Salford: when professionals disagree"),
        ("salford/contacts?from=a-link", "Contacts"),
        ("salford/flowchart/?from=a-link", "Flowchart"),
        ("salford/contacts/", "Contacts"),
        ("salford/next-step/b/urgent/", "Salford"),
        ("offline/", "Use it with no network"),
    ):
        answer = page.goto(shelf.site + path)
        assert answer is not None
        assert (answer.status, answer.headers["content-type"]) == (200, "text/html; charset=utf-8")
        expect(page.get_by_role("heading", level=1)).to_contain_text(heading)
    assert page.evaluate("() => document.styleSheets.length") > 0
    expect(shelf.row("Salford")).to_contain_text("A copy from")
    expect(shelf.row("Wigan")).to_contain_text("Not on this device. There is no connection to the site now")
    expect(shelf.row("All of them")).to_contain_text("On this device: 1 of 5. There is no connection to the site now")
    page.goto(f"{shelf.site}search/")
    page.get_by_role("main").get_by_role("searchbox").fill("4500")
    page.get_by_role("main").get_by_role("listitem").first.get_by_role("link").click()
    expect(page).to_have_url(re.compile("/salford/"))


def test_the_helper_answers_by_python_and_fills_in_a_form_with_no_network(
    page: Page, site: str, no_network: BrowserContext, tmp_path: Path
) -> None:
    shelf = Shelf(page, site)
    shelf.open()
    shelf.keep("Trafford")
    no_network.set_offline(True)
    conversation = Conversation(page, site, "trafford")
    conversation.open("stage=1&urgency=routine")
    conversation.advice()
    conversation.change("since")
    assert "2026-03-16" in [deadline["due"] for deadline in conversation.answer_all(since="2026-03-02")["deadlines"]]
    page.goto(f"{site}trafford/forms/notice/")
    desk = Desk(page, "notice")
    desk.fill({"problem": HARD_LONG})
    desk.look()
    cells = [cell.text for table in Document(str(desk.save("Word document", tmp_path))).tables for cell in table._cells]
    assert HARD_LONG in cells


def test_the_size_that_is_said_is_the_size_that_is_stored(page: Page, site: str) -> None:
    shelf = Shelf(page, site)
    shelf.open()
    said = shelf.megabytes(shelf.row("Salford").inner_text())
    shelf.keep("Salford")
    assert shelf.megabytes(shelf.total.inner_text()) == said
    assert shelf.page.evaluate(BYTES) / 1e6 == pytest.approx(said, abs=0.1)
    assert shelf.megabytes(shelf.row("Wigan").inner_text()) < said / 3, "What all copies share is there already."


def test_progress_is_told_in_bytes_and_cancelling_leaves_nothing(shelf: Shelf, fickle: FickleSite) -> None:
    held = fickle.hold(fickle.find("assets/engine/*.wasm"))
    shelf.press("Keep a copy", "Salford")
    row = shelf.row("Salford")
    expect(row.get_by_role("button", name="Cancel")).to_be_focused()
    expect(row).to_contain_text(re.compile(r"[1-9][\d.]* of [1-9][\d.]+ megabytes"))
    expect(shelf.said("Salford")).to_have_text(re.compile("^(25|50|75) % is here.$"))
    assert 0.1 < float(row.get_by_role("progressbar").evaluate("($bar) => $bar.value")) < 0.9
    expect(shelf.row("Wigan").get_by_role("button")).to_have_count(0)
    shelf.press("Cancel", "Salford")
    expect(shelf.said("Salford")).to_have_text("Cancelled. Nothing new was kept. Copies made before are as they were.")
    held.set()
    assert shelf.stored() == NOTHING
    expect(row.get_by_role("button", name="Keep a copy")).to_be_focused()
    shelf.keep("Salford")


def test_once_all_is_here_there_is_nothing_to_cancel(shelf: Shelf, fickle: FickleSite) -> None:
    held = fickle.hold("service-worker.js")
    shelf.press("Keep a copy", "Salford")
    row = shelf.row("Salford")
    expect(row.get_by_role("progressbar")).to_be_visible()
    expect(row.get_by_role("progressbar")).to_have_attribute("value", "1")
    expect(row.get_by_role("button", name="Cancel")).to_be_hidden()
    held.set()
    expect(shelf.said("Salford")).to_have_text(DONE)
    expect(row.get_by_role("button", name="Remove it")).to_be_focused()


def test_who_has_gone_on_to_something_else_keeps_the_focus(shelf: Shelf, fickle: FickleSite) -> None:
    held = fickle.hold(fickle.find("assets/engine/*.wasm"))
    shelf.press("Keep a copy", "Salford")
    expect(shelf.row("Salford").get_by_role("progressbar")).to_be_visible()
    link = shelf.page.get_by_role("contentinfo").get_by_role("link").last
    link.focus()
    held.set()
    expect(shelf.said("Salford")).to_have_text(DONE)
    expect(link).to_be_focused()


def test_removing_the_last_copy_leaves_nothing(shelf: Shelf) -> None:
    shelf.keep("Salford", "Wigan")
    shelf.press("Remove it", "Salford")
    expect(shelf.said("Salford")).to_have_text("It is no longer on this device.")
    assert shelf.stored()["caches"] == ["engine", "shared", "wigan"]
    expect(shelf.row("All of them")).to_contain_text("On this device: 1 of 5.")
    shelf.press("Remove it", "Wigan")
    expect(shelf.said("Wigan")).to_have_text("It is no longer on this device.")
    assert shelf.stored() == NOTHING
    expect(shelf.total).to_have_text("Nothing of this guide is stored on this device.")


def test_all_of_them_at_once_from_a_server_that_compresses(page: Page, site: str) -> None:
    shelf = Shelf(page, site)
    shelf.open()
    shelf.keep("All of them")
    assert shelf.stored()["caches"] == sorted(["engine", "shared", *PARTNERSHIPS])
    shelf.press("Remove it", "All of them")
    expect(shelf.said("All of them")).to_have_text("It is no longer on this device.")
    assert shelf.stored() == NOTHING


def test_what_was_not_kept_is_said_to_be_so(shelf: Shelf, no_network: BrowserContext) -> None:
    shelf.keep("Salford")
    no_network.set_offline(True)
    page = shelf.page
    page.goto(f"{shelf.site}wigan/contacts/")
    expect(page.get_by_role("heading", level=1)).to_have_text("This page is not on this device")
    expect(page.get_by_role("main").get_by_role("link", name="Wigan", exact=True)).to_have_count(0)
    page.get_by_role("link", name="Salford", exact=True).click()
    expect(page).to_have_url(f"{shelf.site}salford/")
    page.goto(f"{shelf.site}wigan/contacts/index.html?from=a-link#stage=1")
    expect(page.get_by_role("heading", level=1)).to_have_text("This page is not on this device")
    no_network.set_offline(False)
    page.get_by_role("link", name="wigan/contacts/", exact=True).click()
    expect(page.get_by_role("heading", level=1)).to_have_text("Contacts")


def test_the_page_for_what_is_not_kept_leads_nowhere_else(shelf: Shelf) -> None:
    for wanted in ("//127.0.0.2/", "https:%2F%2F127.0.0.2", "javascript:alert(1)", "../../x", "ring-0161-496-0000"):
        shelf.page.goto("about:blank")
        shelf.page.goto(f"{shelf.site}offline/not-kept/#{wanted}")
        expect(shelf.page.get_by_role("heading", level=1)).to_be_visible()
        expect(shelf.page.get_by_text("You asked for")).to_be_hidden()


def test_a_copy_says_what_its_files_are_whatever_the_server_says(
    shelf: Shelf, fickle: FickleSite, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("tests.browser.fickle.FickleHandler.extensions_map", {"": "application/octet-stream"})
    shelf.keep("Salford")
    types: dict[str, str] = shelf.page.evaluate(TYPES)
    assert {address for address, said in types.items() if said == "application/octet-stream"} == {
        address for address in types if address.endswith(".bin")
    }
    assert {said for address, said in types.items() if address.endswith(".wasm")} == {"application/wasm"}


def test_no_state_of_a_copy_is_a_barrier(shelf: Shelf, fickle: FickleSite, broken: None) -> None:
    page = shelf.page
    dress(page, STILL)
    bring_axe(page)
    bring_measures(page)
    found: dict[str, list[str]] = {}

    def look(state: str) -> None:
        for width, scheme in ((1280, "light"), (320, "light"), (320, "dark")):
            page.set_viewport_size({"width": width, "height": 740})
            page.emulate_media(color_scheme=scheme)  # type: ignore[arg-type]
            found[f"{state} {width} {scheme}"] = barriers(page)
            assert page.evaluate("() => document.documentElement.scrollWidth") <= width, state
        assert measure(page, f"small({TARGET})") == [], state
        page.keyboard.press("Tab")  # from now on a browser shows where the focus is
        for size in (WIDE, FOUR_TIMES):
            stand(page, size)
            assert measure(page, "cut()") == measure(page, "hiddenStops()") == [], state
        stand(page)
        measure(page, "noteShapes()")
        stand(page, forced_colors="active")
        assert measure(page, "lostShapes()") == [], state
        stand(page)

    look("nothing kept")
    held = fickle.hold(fickle.find("assets/engine/*.wasm"))
    shelf.press("Keep a copy", "Salford")
    expect(shelf.row("Salford").get_by_role("progressbar")).to_be_visible()
    look("making")
    held.set()
    fickle.refused.add("salford/")
    expect(shelf.said("Salford")).to_contain_text("The connection broke off")
    look("failed")
    fickle.refused.clear()
    shelf.keep("Salford")
    look("kept")
    assert {where: barriers for where, barriers in found.items() if barriers} == {}


def test_the_manifest_installs_from_any_folder(page: Page, site: str) -> None:
    page.goto(f"{site}salford/")
    manifest = page.evaluate(
        """async () => {
            const $link = document.querySelector("link[rel=manifest]");
            const answer = await fetch($link.href);
            const manifest = await answer.json();
            const sizes = await Promise.all(manifest.icons.map(async ({ src, sizes }) => {
                const $image = new Image();
                $image.src = new URL(src, $link.href);
                await $image.decode();
                return sizes === "any" || sizes === `${$image.naturalWidth}x${$image.naturalHeight}`;
            }));
            return { ...manifest, start: new URL(manifest.start_url, $link.href).href, sizes };
        }"""
    )
    assert manifest["start"] == site
    assert all(manifest["sizes"])
    assert [icon["purpose"] for icon in manifest["icons"]].count("maskable") == 1
