"""What can go wrong with a copy on this device: it is said, nothing half made is left, and everything else works as before."""

import re

import pytest
from playwright.sync_api import Browser, BrowserContext, Error, Page, expect

from tests.browser.fickle import FickleSite
from tests.browser.shelf import DONE, NOTHING, Shelf
from tests.browser.test_updates import until
from tests.thorough import some

STORAGE_FAULTS = {
    "opening is refused": (
        "caches.open = () => Promise.reject(new DOMException('no', 'SecurityError'));",
        "did not let the guide store anything",
    ),
    "writing is refused": (
        "Cache.prototype.put = () => Promise.reject(new DOMException('no', 'InvalidStateError'));",
        "did not let the guide store anything",
    ),
    "full at once": (
        "navigator.storage.estimate = async () => ({ quota: 1e6, usage: 0 });",
        "not enough room",
    ),
    "full in the middle": (
        """const put = Cache.prototype.put;
        let left = 20;
        Cache.prototype.put = function (...given) {
            left -= 1;
            return left > 0 ? put.apply(this, given) : Promise.reject(new DOMException('full', 'QuotaExceededError'));
        };""",
        "not enough room",
    ),
    "no worker": (
        "navigator.serviceWorker.register = () => Promise.reject(new DOMException('no', 'SecurityError'));",
        "did not let the guide store anything",
    ),
}


@pytest.mark.parametrize("fault", STORAGE_FAULTS)
def test_storage_that_is_refused_or_full_is_said_and_breaks_nothing(page: Page, fickle: FickleSite, fault: str) -> None:
    script, sentence = STORAGE_FAULTS[fault]
    page.add_init_script(script)
    shelf = Shelf(page, fickle.address)
    shelf.open()
    shelf.press("Keep a copy", "Salford")
    expect(shelf.said("Salford")).to_contain_text(sentence)
    expect(shelf.said("Salford")).to_contain_text("Nothing new was kept. Copies made before are as they were.")
    assert shelf.stored() == NOTHING
    page.goto(f"{fickle.address}salford/")
    expect(page.get_by_role("heading", level=1)).to_contain_text("Salford")


def test_storage_that_fails_from_now_on_is_said_and_leaves_no_bar(shelf: Shelf) -> None:
    shelf.page.evaluate("() => void (caches.keys = () => Promise.reject(new DOMException('no', 'SecurityError')))")
    shelf.press("Keep a copy", "Salford")
    expect(shelf.said("Salford")).to_contain_text("did not let the guide store anything")
    expect(shelf.row("Salford").get_by_role("progressbar")).to_be_hidden()


def test_where_the_worker_cannot_read_its_copies_the_network_answers(shelf: Shelf, context: BrowserContext) -> None:
    shelf.keep("Salford")
    (worker,) = context.service_workers
    worker.evaluate("() => void (caches.match = () => Promise.reject(new DOMException('no', 'UnknownError')))")
    answer = shelf.page.goto(f"{shelf.site}salford/")
    assert answer is not None
    assert answer.from_service_worker
    expect(shelf.page.get_by_role("heading", level=1)).to_contain_text("Salford")


def test_with_neither_copies_nor_a_network_the_browser_itself_says_so(
    shelf: Shelf, no_network: BrowserContext, broken: None
) -> None:
    shelf.keep("Salford")
    (worker,) = no_network.service_workers
    worker.evaluate("() => void (caches.match = () => Promise.reject(new DOMException('no', 'UnknownError')))")
    no_network.set_offline(True)
    with pytest.raises(Error, match="ERR_FAILED"):  # not a page that leads to itself for ever
        shelf.page.goto(f"{shelf.site}salford/")


NO_STORAGE = {
    "plain http": ("Object.defineProperty(window, 'isSecureContext', { value: false });", "begins with http://"),
    "no workers": ("Object.defineProperty(navigator, 'serviceWorker', { value: undefined });", "private window"),
    "no storage": ("caches.keys = () => Promise.reject(new DOMException('no', 'SecurityError'));", "private window"),
}


@pytest.mark.parametrize("obstacle", NO_STORAGE)
def test_where_nothing_can_be_kept_the_page_says_why_and_what_to_do(page: Page, site: str, obstacle: str) -> None:
    script, sentence = NO_STORAGE[obstacle]
    page.add_init_script(script)
    page.goto(f"{site}offline/")
    expect(page.get_by_text(sentence)).to_be_visible()
    expect(page.get_by_role("button", name="Keep a copy").filter(visible=True)).to_have_count(0)


def test_in_a_frame_the_page_leads_to_a_tab_of_its_own(page: Page, site: str) -> None:
    page.goto(f"{site}offline/")
    page.evaluate("() => { const $frame = document.createElement('iframe'); $frame.src = '.'; document.body.append($frame); }")
    framed = page.frame_locator("iframe")
    expect(framed.get_by_text("inside another one")).to_be_visible()
    expect(framed.get_by_role("button", name="Keep a copy").filter(visible=True)).to_have_count(0)


# Every value that a bar was ever given.
WATCH_BAR = """() => {
    window.shown = [];
    const value = Object.getOwnPropertyDescriptor(HTMLProgressElement.prototype, "value");
    Object.defineProperty(HTMLProgressElement.prototype, "value", {
        ...value,
        set(given) {
            window.shown.push(given);
            value.set.call(this, given);
        },
    });
}"""
FILES = (
    "assets/copies/salford.*.json",
    "salford/contacts/index.html",
    "assets/engine/*.wasm",
    "assets/tables/salford.*.json",
    "service-worker.js",
)


@pytest.mark.parametrize("pattern", some(FILES))
def test_the_network_cut_at_a_file_leaves_nothing_half_made(shelf: Shelf, fickle: FickleSite, broken: None, pattern: str) -> None:
    fickle.refused.add(fickle.find(pattern).removesuffix("index.html"))
    shelf.press("Keep a copy", "Salford")
    expect(shelf.said("Salford")).to_contain_text("The connection broke off")
    assert shelf.stored() == NOTHING
    fickle.refused.clear()
    shelf.keep("Salford")


@pytest.mark.parametrize("kept", [[], ["Wigan"]])
def test_a_site_that_forbids_copies_is_said_to_before_anything_is_fetched(
    shelf: Shelf, fickle: FickleSite, broken: None, kept: list[str]
) -> None:
    shelf.keep(*kept)
    before = shelf.stored()
    (fickle.folder / "service-worker.js").unlink()
    fickle.asked.clear()
    shelf.press("Keep a copy", "Salford")
    expect(shelf.said("Salford")).to_have_text(
        "This site does not offer copies on a device. Nothing new was kept. Copies made before are as they were."
    )
    assert set(fickle.asked) == {"assets/copies.json"}
    assert shelf.stored() == before


def test_a_file_with_one_wrong_byte_is_fetched_once_more(shelf: Shelf, fickle: FickleSite) -> None:
    for path in ("salford/contacts/", fickle.find("assets/engine/*.zip")):
        fickle.spoiled[path] = 1
    shelf.keep("Salford")
    assert fickle.asked["salford/contacts/"] == 2


def test_a_file_that_is_fetched_again_does_not_count_backwards(shelf: Shelf, fickle: FickleSite) -> None:
    fickle.spoiled[fickle.find("assets/engine/*.wasm")] = 1
    shelf.page.evaluate(WATCH_BAR)
    shelf.keep("Salford")
    shown = shelf.page.evaluate("() => window.shown")
    assert shown == sorted(shown)
    assert shown[-1] == 1


def test_a_file_that_stays_wrong_is_never_kept(shelf: Shelf, fickle: FickleSite) -> None:
    fickle.spoiled["salford/contacts/"] = 99
    shelf.press("Keep a copy", "Salford")
    expect(shelf.said("Salford")).to_contain_text("did not arrive as they were published")
    assert shelf.stored() == NOTHING


def test_half_a_copy_that_a_closed_tab_left_is_taken_away(shelf: Shelf) -> None:
    shelf.page.evaluate("async (root) => { await caches.open(`escalation-guide ${root} 0123 salford`); }", shelf.site)
    shelf.page.reload()
    expect(shelf.total).to_have_text("Nothing of this guide is stored on this device.")
    assert shelf.stored() == NOTHING


def test_all_that_a_closed_tab_left_goes_where_no_partnership_is_whole(
    shelf: Shelf, fickle: FickleSite, context: BrowserContext
) -> None:
    fickle.hold(fickle.find("assets/copies/salford.*.json"))
    shelf.press("Keep a copy", "Salford")
    until(shelf.page, lambda: shelf.stored()["caches"] == ["engine", "salford", "shared"])
    shelf.page.evaluate("() => void (caches.delete = () => new Promise(() => {}))")  # a tab that is killed tidies nothing
    later = Shelf(context.new_page(), fickle.address)  # storage of this kind goes with the last tab
    shelf.page.close()
    later.page.goto(f"{fickle.address}about/")
    assert later.stored()["caches"] == ["engine", "salford", "shared"]
    later.open()
    expect(later.total).to_have_text("Nothing of this guide is stored on this device.")
    assert later.stored() == NOTHING


def test_a_site_that_never_answers_leaves_the_copy_to_be_seen_and_removed(shelf: Shelf, fickle: FickleSite, broken: None) -> None:
    shelf.keep("Salford")
    fickle.hold("assets/copies.json")
    shelf.page.clock.install()
    shelf.page.reload()
    expect(shelf.row("Salford")).to_contain_text("A copy from")
    expect(shelf.row("Wigan")).to_contain_text("Not on this device. Looking at what the site has …")
    shelf.page.clock.fast_forward(11_000)
    expect(shelf.row("Wigan")).to_contain_text("There is no connection to the site now")
    shelf.press("Remove it", "Salford")
    expect(shelf.said("Salford")).to_have_text("It is no longer on this device.")
    assert shelf.stored() == NOTHING


UNREGISTER = "async () => (await navigator.serviceWorker.getRegistration()).unregister()"


def test_a_copy_whose_worker_never_came_gets_it_when_the_page_is_opened(shelf: Shelf, fickle: FickleSite, broken: None) -> None:
    shelf.keep("Salford")
    shelf.page.evaluate(UNREGISTER)
    fickle.refused.add("service-worker.js")
    shelf.open()
    expect(shelf.row("Salford")).to_contain_text("It does not work with no network yet")
    expect(shelf.row("Salford").get_by_role("button", name="Keep a copy")).to_be_visible()
    fickle.refused.clear()
    shelf.open()
    expect(shelf.row("Salford")).not_to_contain_text("It does not work with no network yet")
    expect(shelf.row("Salford").get_by_role("button", name="Keep a copy")).to_be_hidden()
    assert shelf.stored()["workers"] == 1


def test_two_tabs_wait_for_each_other_and_tell_what_the_other_did(
    shelf: Shelf, fickle: FickleSite, context: BrowserContext
) -> None:
    other = Shelf(context.new_page(), fickle.address)
    other.open()
    held = fickle.hold(fickle.find("assets/engine/*.wasm"))
    shelf.press("Keep a copy", "Salford")
    expect(shelf.row("Salford")).to_contain_text(" megabytes")
    other.press("Keep a copy", "Wigan")
    expect(other.row("Wigan")).to_contain_text("Waiting for another tab …")
    held.set()
    expect(other.said("Wigan")).to_have_text(DONE)
    shelf.press("Remove it", "Salford")
    expect(shelf.said("Salford")).to_have_text("It is no longer on this device.")
    other.page.evaluate("() => document.dispatchEvent(new Event('visibilitychange'))")
    expect(other.row("Salford")).to_contain_text("Not on this device.")


def test_without_scripts_nothing_is_said_of_buttons(browser: Browser, site: str) -> None:
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(f"{site}offline/")
    expect(page.get_by_role("heading", name="For IT staff")).to_be_visible()
    expect(page.get_by_role("main").get_by_text(re.compile("[Pp]ress ")).filter(visible=True)).to_have_count(0)
    context.close()
