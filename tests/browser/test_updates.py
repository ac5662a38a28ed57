"""A newer edition of a kept copy: fetched by itself, offered, never forced; the earlier one stays whole until nobody needs it."""

import shutil
from collections.abc import Callable

import pytest
from playwright.sync_api import BrowserContext, Locator, Page, expect

from tests.browser.barriers import STILL, barriers, bring_axe, dress
from tests.browser.fickle import PARTNERSHIPS, FickleSite
from tests.browser.shelf import DONE, Shelf
from tests.thorough import some

MONDAY = "Monday 23 November 2026"
OLD, NEW = "Salford: when professionals disagree", "Salford: as it is in the new edition"
LOOK = """async () => { try { await (await navigator.serviceWorker.getRegistration()).update(); } catch {} }"""
WAITING = "async () => Boolean((await navigator.serviceWorker.getRegistration()).waiting)"
BUSY = "async () => Boolean((await navigator.serviceWorker.getRegistration()).installing)"


@pytest.fixture
def shelf(page: Page, fickle: FickleSite) -> Shelf:
    """A device on which Salford is kept."""
    shelf = Shelf(page, fickle.address)
    shelf.open()
    shelf.keep("Salford")
    fickle.asked.clear()
    return shelf


def renew(fickle: FickleSite) -> None:
    """Publish an edition in which a page, the search and a script are new, and their earlier files are gone."""
    fickle.replace(OLD, NEW)
    fickle.rename("assets/search-index.*.js", "assets/search-index.0123456789.js")
    fickle.rename("assets/minisearch.*.js", "assets/minisearch.ABCDEFGH.js")
    fickle.publish(MONDAY)


def until(page: Page, is_so: Callable[[], bool]) -> None:
    """Wait for what no element of the page shows."""
    for _ in range(600):
        if is_so():
            return
        page.wait_for_timeout(100)
    pytest.fail("It never was so.")


def offer(page: Page) -> Locator:
    """Give the line that offers the newer edition."""
    return page.get_by_role("complementary", name="Newer version")


def heading(page: Page) -> Locator:
    """Give the first heading."""
    return page.get_by_role("heading", level=1)


def search(page: Page, words: str) -> None:
    """Search, which loads what the search needs."""
    page.get_by_role("banner").get_by_role("link", name="Search").click()
    page.get_by_role("dialog").get_by_role("searchbox").fill(words)
    expect(page.get_by_role("dialog").get_by_role("listitem").first).to_be_visible()


def test_a_newer_edition_is_offered_and_shown_when_the_reader_asks(shelf: Shelf, fickle: FickleSite) -> None:
    renew(fickle)
    page = shelf.page
    page.goto(f"{shelf.site}salford/")
    expect(offer(page)).to_contain_text(f"built on {MONDAY}")  # the browser has looked by itself
    expect(heading(page)).to_have_text(OLD)
    page.reload()
    expect(heading(page)).to_have_text(OLD)
    offer(page).get_by_role("button", name="Show it now").press("Enter")
    expect(heading(page)).to_have_text(NEW)
    expect(offer(page)).to_be_hidden()
    search(page, "police")
    shelf.open()
    expect(shelf.row("Salford")).to_contain_text(f"A copy from {MONDAY}")
    assert shelf.stored()["caches"] == ["engine", "salford", "shared"]


def test_an_edition_that_was_found_on_the_page_before_is_offered_on_this_one(shelf: Shelf, fickle: FickleSite) -> None:
    renew(fickle)
    held = fickle.hold("assets/search-index.0123456789.js")
    page = shelf.page
    page.goto(f"{shelf.site}salford/")
    until(page, lambda: fickle.asked["assets/search-index.0123456789.js"] == 1)  # it is being fetched
    page.goto(f"{shelf.site}salford/contacts/")
    expect(heading(page)).to_be_visible()
    held.set()
    expect(offer(page)).to_contain_text(f"built on {MONDAY}")


def test_only_what_has_changed_is_fetched(shelf: Shelf, fickle: FickleSite) -> None:
    renew(fickle)
    shelf.page.goto(f"{shelf.site}salford/")
    expect(offer(shelf.page)).to_be_visible()
    assert fickle.asked["salford/"] == 1
    assert fickle.asked["assets/search-index.0123456789.js"] == 1
    assert [path for path in fickle.asked if path.startswith(("assets/engine/", "assets/tables/", "assets/page"))] == []


def test_not_now_leaves_the_page_alone(shelf: Shelf, fickle: FickleSite) -> None:
    renew(fickle)
    shelf.page.goto(f"{shelf.site}salford/")
    offer(shelf.page).get_by_role("button", name="Not now").click()
    expect(offer(shelf.page)).to_be_hidden()
    expect(heading(shelf.page)).to_have_text(OLD)


@pytest.mark.parametrize(
    "lost", some(["salford/", "assets/search-index.0123456789.js", "service-worker.js", "assets/copies/salford.*.json"])
)
def test_an_update_cut_in_the_middle_leaves_the_earlier_edition_whole(
    shelf: Shelf, fickle: FickleSite, faults: list[str], no_network: BrowserContext, lost: str
) -> None:
    renew(fickle)
    refused = fickle.find(lost) if "*" in lost else lost
    fickle.refused.add(refused)
    page = shelf.page
    page.goto(f"{shelf.site}salford/")
    page.evaluate(LOOK)
    until(page, lambda: not page.evaluate(BUSY))
    assert fickle.asked[refused]
    assert not page.evaluate(WAITING)
    until(page, lambda: shelf.stored()["caches"] == ["engine", "salford", "shared"])  # the page looks once more by itself
    no_network.set_offline(True)
    page.goto(f"{shelf.site}salford/")
    expect(heading(page)).to_have_text(OLD)
    search(page, "police")
    no_network.set_offline(False)
    fickle.refused.clear()
    page.goto(f"{shelf.site}salford/")
    until(page, lambda: page.evaluate(LOOK) or offer(page).is_visible())  # its own look may still be the one that failed
    expect(offer(page)).to_be_visible()
    faults.clear()


def test_another_tab_goes_on_with_the_earlier_edition_until_it_is_closed(
    shelf: Shelf, fickle: FickleSite, context: BrowserContext, no_network: BrowserContext
) -> None:
    other = context.new_page()
    other.goto(f"{shelf.site}salford/")
    renew(fickle)
    page = shelf.page
    page.goto(f"{shelf.site}salford/")
    offer(page).get_by_role("button", name="Show it now").click()
    expect(heading(page)).to_have_text(NEW)
    no_network.set_offline(True)
    expect(heading(other)).to_have_text(OLD)
    search(other, "police")  # it loads the earlier edition's files only now, and the server has them no more
    page.reload()
    assert shelf.stored()["caches"] == ["engine", "salford", "salford", "shared", "shared"]
    other.close()
    page.goto(f"{shelf.site}salford/contacts/")
    page.goto(f"{shelf.site}salford/")
    expect(heading(page)).to_have_text(NEW)
    until(page, lambda: len(page.evaluate("() => caches.keys()")) == 3)


def test_a_worker_of_the_last_release_copes_with_a_server_of_the_next(shelf: Shelf, fickle: FickleSite) -> None:
    fickle.refused.add("service-worker.js")  # not there yet, or held back by a cache
    renew(fickle)
    page = shelf.page
    page.goto(f"{shelf.site}salford/")
    expect(heading(page)).to_have_text(OLD)
    search(page, "police")
    page.goto(f"{shelf.site}wigan/")  # not kept: of the new edition, with the new edition's files
    search(page, "police")
    assert fickle.asked["assets/minisearch.ABCDEFGH.js"] == 1
    assert fickle.asked["assets/search-index.0123456789.js"] == 1


def test_keeping_one_more_brings_all_to_the_edition_of_the_site(
    shelf: Shelf, fickle: FickleSite, no_network: BrowserContext
) -> None:
    fickle.hold("service-worker.js")  # so that the browser does not find the newer one by itself
    renew(fickle)
    shelf.open()
    expect(shelf.row("Salford")).to_contain_text("The site has a newer one.")
    fickle.held.pop("service-worker.js").set()
    shelf.press("Keep a copy", "Wigan")
    expect(shelf.said("Wigan")).to_have_text(DONE)
    expect(shelf.row("Salford")).to_contain_text(f"A copy from {MONDAY}")
    no_network.set_offline(True)
    for name, title in (("salford", NEW), ("wigan", "Wigan: when professionals disagree")):
        shelf.page.goto(f"{shelf.site}{name}/")
        expect(heading(shelf.page)).to_have_text(title)
    assert shelf.stored()["caches"].count("salford") == 1


def test_a_copy_is_brought_up_to_date_by_hand(shelf: Shelf, fickle: FickleSite) -> None:
    fickle.hold("service-worker.js")
    renew(fickle)
    shelf.open()
    fickle.held.pop("service-worker.js").set()
    shelf.press("Bring it up to date", "Salford")
    expect(shelf.said("Salford")).to_have_text(DONE)
    expect(shelf.row("Salford")).to_contain_text(f"A copy from {MONDAY}")


def test_a_worker_that_a_cache_holds_back_is_not_taken_for_the_new_one(
    shelf: Shelf, fickle: FickleSite, no_network: BrowserContext
) -> None:
    """It would look for the new copy among its own edition's, in vain."""
    fickle.keep_back("service-worker.js")
    renew(fickle)
    shelf.open()
    shelf.press("Keep a copy", "Wigan")
    expect(shelf.said("Wigan")).to_contain_text("The site may be changing just now. Nothing new was kept.")
    assert shelf.stored()["caches"] == ["engine", "salford", "shared"]
    no_network.set_offline(True)
    shelf.page.goto(f"{shelf.site}salford/")
    expect(heading(shelf.page)).to_have_text(OLD)
    no_network.set_offline(False)
    fickle.stale.clear()
    shelf.open()
    shelf.keep("Wigan")


def test_what_is_removed_while_an_update_waits_is_not_fetched_again(shelf: Shelf, fickle: FickleSite) -> None:
    """Another tab removes it: the worker comes to its turn only afterwards."""
    shelf.keep("Wigan")
    fickle.asked.clear()
    page = shelf.page
    lock = f"escalation-guide {shelf.site} "
    page.evaluate("(name) => void navigator.locks.request(name, () => new Promise((done) => (window.release = done)))", lock)
    renew(fickle)
    page.evaluate("() => void navigator.serviceWorker.getRegistration().then((found) => found.update())")
    until(page, lambda: lock in page.evaluate("async () => (await navigator.locks.query()).pending.map(({ name }) => name)"))
    page.evaluate(
        """async () => {
            for (const name of await caches.keys()) if (name.endsWith(" wigan")) await caches.delete(name);
            window.release();
        }"""
    )
    until(page, lambda: bool(page.evaluate(WAITING)))
    assert "wigan" not in shelf.stored()["caches"]
    assert fickle.asked["wigan/"] == 0


def test_a_partnership_that_the_site_no_longer_has_goes_with_its_edition(shelf: Shelf, fickle: FickleSite) -> None:
    shelf.keep("Wigan")
    shutil.rmtree(fickle.folder / "wigan")
    fickle.publish(MONDAY, [name for name in PARTNERSHIPS if name != "wigan"])
    shelf.page.goto(f"{shelf.site}salford/")
    offer(shelf.page).get_by_role("button", name="Show it now").click()
    expect(offer(shelf.page)).to_be_hidden()
    shelf.page.goto(shelf.site)
    until(shelf.page, lambda: not any(name.endswith(" wigan") for name in shelf.page.evaluate("() => caches.keys()")))
    assert shelf.stored()["caches"] == ["engine", "salford", "shared"]


def test_the_offer_is_reached_by_keyboard_and_hides_nothing(shelf: Shelf, fickle: FickleSite) -> None:
    renew(fickle)
    page = shelf.page
    page.goto(f"{shelf.site}salford/")
    expect(offer(page).get_by_role("status")).to_contain_text(MONDAY)
    dress(page, STILL)
    bring_axe(page)
    for width, scheme in ((1280, "light"), (320, "light"), (320, "dark")):
        page.set_viewport_size({"width": width, "height": 740})
        page.emulate_media(color_scheme=scheme)  # type: ignore[arg-type]
        assert barriers(page) == []
        assert page.evaluate("() => document.documentElement.scrollWidth") <= width
    last = page.get_by_role("contentinfo").get_by_role("link").last
    last.focus()
    box, bar = last.bounding_box(), offer(page).bounding_box()
    assert box is not None
    assert bar is not None
    assert box["y"] + box["height"] <= bar["y"] + 1, "What has the focus is not under the offer."
    page.keyboard.press("Tab")
    expect(offer(page).get_by_role("button", name="Show it now")).to_be_focused()
    page.emulate_media(media="print")
    expect(offer(page)).to_be_hidden()


def test_a_page_that_stands_open_looks_again_each_hour(shelf: Shelf, fickle: FickleSite) -> None:
    shelf.page.clock.install()
    shelf.page.goto(f"{shelf.site}salford/")
    until(shelf.page, lambda: fickle.asked["service-worker.js"] > 0)  # the browser looks by itself, soon after the page has loaded
    before = fickle.asked["service-worker.js"]
    shelf.page.clock.fast_forward("59:00")
    shelf.page.clock.fast_forward("02:00")
    until(shelf.page, lambda: fickle.asked["service-worker.js"] > before)
