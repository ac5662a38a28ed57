"""The helper in a page of somebody else: another site, a strict policy, a browser that keeps no storage for strangers."""

import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any, cast

import pytest
from playwright.sync_api import Browser, Frame, Locator, Page, Route, expect

from tests.browser.conversation import Conversation
from tests.browser.host import hosting, page_with, policy
from tests.browser.test_privacy import NOTHING, STORED

WORDS = "Get my next step in Salford"
TWO = f"""
<p><button>Before</button></p>
<escalation-helper partnership="salford" label="Salford"><a href="/words">{WORDS}</a></escalation-helper>
<p><button>Between</button></p>
<escalation-helper partnership="trafford" theme="dark">
</escalation-helper>
<p><button>After</button></p>"""
CASE = {"stage": "1", "resolved": "false", "urgency": "routine", "them": "police"}
ENGINE = re.compile(r"/assets/engine/")
STORAGE = """async () => {
    const refused = async (ask) => { try { await ask(); return false; } catch { return true; } };
    return Promise.all([
        refused(() => localStorage.length), refused(() => sessionStorage.length), refused(() => caches.keys()),
        refused(() => navigator.serviceWorker.getRegistrations()),
        refused(() => new Promise((kept, refuse) => Object.assign(indexedDB.open("x"), { onsuccess: kept, onerror: refuse }))),
    ]);
}"""
FITS = """() => {
    const $page = document.documentElement;
    return $page.scrollWidth <= innerWidth && $page.scrollHeight <= innerHeight && innerHeight - $page.scrollHeight < 2;
}"""


@pytest.fixture(scope="module")
def intranet(site: str) -> Iterator[str]:
    """The address of a page with two helpers in it."""
    with hosting({"": page_with(site, TWO), "words": "", "none": page_with(site, "")}, policy(site)) as address:
        yield address


def element(page: Page, partnership: str) -> Locator:
    """Give one of the elements of the page."""
    return page.locator(f"escalation-helper[partnership={partnership}]")


def framed(page: Page, partnership: str) -> Frame:
    """Give the page in the frame of an element, once it has spoken."""
    frame = element(page, partnership).locator("iframe")
    expect(frame).to_have_js_property("inert", False)
    return inside(page, partnership)


def inside(page: Page, partnership: str) -> Frame:
    """Give the page in the frame of an element, whether it has spoken or not."""
    found = element(page, partnership).locator("iframe").element_handle().content_frame()
    assert found is not None
    return found


def asked_in(frame: Frame, site: str, partnership: str = "salford") -> Conversation:
    """Give the conversation in a frame."""
    return Conversation(cast(Page, frame), site, partnership)


def height(page: Page, partnership: str) -> int:
    """Give how high an element is."""
    return round(element(page, partnership).evaluate("$one => $one.getBoundingClientRect().height"))


def tab_to(page: Page, target: Locator, keys: str = "Tab", most: int = 70) -> None:
    """Press Tab until something has the focus, in whichever of the pages."""
    for _ in range(most):
        page.keyboard.press(keys)
        if target.evaluate("($one) => document.hasFocus() && $one === $one.getRootNode().activeElement"):
            return
    raise AssertionError(f"{most} times {keys} did not reach {target}.")


def is_at_its_top(page: Page, partnership: str) -> bool:
    """Tell whether the reader of the page around it sees where a helper begins, a little below the edge of its frame."""
    top: float = element(page, partnership).evaluate("$one => $one.getBoundingClientRect().top")
    return -40 <= top < 100


def test_the_keyboard_goes_in_through_the_questions_and_out_again(page: Page, site: str, intranet: str) -> None:
    page.set_viewport_size({"width": 700, "height": 500})
    page.goto(intranet)
    frame = framed(page, "salford")
    conversation = asked_in(frame, site)
    assert page.evaluate("() => document.activeElement.localName") == "body", "The helper takes no focus by itself."
    assert page.evaluate("() => scrollY") == 0
    page.get_by_role("button", name="Before").focus()
    page.keyboard.press("Tab")
    expect(frame.get_by_role("link", name="Salford").first).to_be_focused()
    for name, value in {"stage": "b", "resolved": "false", "urgency": "routine"}.items():
        tab_to(page, conversation.choice(name, conversation.questions[name].options[0].id))
        page.keyboard.press("Space")
        while not conversation.choice(name, value).is_checked():
            page.keyboard.press("ArrowDown")
        tab_to(page, frame.get_by_role("button", name="Continue"))
        page.keyboard.press("Enter")
        expect(conversation.heading(name)).to_be_hidden()
        assert is_at_its_top(page, "salford"), name
    tab_to(page, frame.get_by_role("button", name="Skip this question"))
    page.keyboard.press("Enter")
    conversation.advice()
    assert is_at_its_top(page, "salford")
    tab_to(page, page.get_by_role("button", name="Between"))
    page.keyboard.press("Shift+Tab")
    assert page.evaluate("() => document.activeElement.localName") == "escalation-helper"
    expect(page.get_by_role("link", name=WORDS)).to_be_hidden()


def test_each_is_sized_by_its_own_page_and_by_nobody_else(page: Page, site: str, intranet: str) -> None:
    page.goto(intranet)
    one, other = framed(page, "salford"), framed(page, "trafford")
    before = {name: height(page, name) for name in ("salford", "trafford")}
    for bad in ("1e9", "0", "-5", "NaN", "Infinity", "'300'", "null", "[300]", "[]"):
        one.evaluate(f"() => parent.postMessage({{ height: {bad} }}, '*')")
        one.evaluate(f"() => parent.postMessage({bad}, '*')")
    one.evaluate("() => parent.postMessage({ height: 333, more: 1 }, '*')")
    page.evaluate("() => postMessage({ height: 334 }, '*')")
    other.evaluate("() => parent.postMessage({ height: 335 }, '*')")  # its own, and the last of all: those before it were heard
    expect(element(page, "trafford").locator("iframe")).to_have_css("height", "335px")
    assert height(page, "salford") == before["salford"]
    asked_in(one, site).give("stage", "b")
    expect(asked_in(one, site).heading("resolved")).to_be_visible()
    one.wait_for_function(FITS)
    assert height(page, "salford") < before["salford"], "It shrinks with what it shows."
    page.set_viewport_size({"width": 320, "height": 600})
    for name, frame in (("salford", one), ("trafford", other)):
        element(page, name).scroll_into_view_if_needed()  # out of sight, a browser measures nothing
        frame.wait_for_function(FITS)
    assert page.evaluate("() => document.documentElement.scrollWidth <= innerWidth")
    assert height(page, "trafford") > before["trafford"], "It grows where there is less room."


def test_two_conversations_on_one_page_do_not_lead_each_other_back(page: Page, site: str, intranet: str) -> None:
    page.goto(intranet)
    one, other = asked_in(framed(page, "salford"), site), asked_in(framed(page, "trafford"), site, "trafford")
    one.give("stage", "b")
    other.give("stage", "1")
    expect(other.heading("resolved")).to_be_focused()
    one.press("Back")
    expect(one.heading("stage")).to_be_focused()
    expect(other.heading("resolved")).to_be_visible()
    page.evaluate("() => history.back()")  # undoes the last step of all: the way back
    expect(one.heading("resolved")).to_be_visible()
    page.evaluate("() => history.back()")
    expect(other.heading("stage")).to_be_visible()
    expect(page).to_have_url(intranet)


def test_storage_is_refused_here_and_both_python_and_the_table_answer(
    page: Page, site: str, intranet: str, faults: list[str]
) -> None:
    page.goto(intranet)
    frame = framed(page, "trafford")
    assert frame.evaluate(STORAGE) == [True] * 5
    conversation = asked_in(frame, site, "trafford")
    conversation.answer_all(**CASE)
    conversation.change("since")
    assert "2026-03-16" in [limit["due"] for limit in conversation.answer_all(since="2026-03-02")["deadlines"]]
    page.context.route(ENGINE, lambda route: route.abort())
    page.reload()
    conversation = asked_in(framed(page, "trafford"), site, "trafford")
    for name, value in CASE.items():
        conversation.give(name, value)
    conversation.advice(by="table")
    faults.clear()


@pytest.mark.parametrize("who", ["the host", "the site"])
def test_where_frames_are_refused_the_link_stays(page: Page, site: str, who: str, faults: list[str]) -> None:
    refusing = policy(site) if who == "the site" else f"{policy(site).partition('; frame-src')[0]}; frame-src 'none'"
    if who == "the site":
        page.route(f"{site}embed/*", lambda route: route.fulfill(body="", headers={"X-Frame-Options": "DENY"}))
    with hosting({"": page_with(site, TWO)}, refusing) as address:
        page.goto(address)
        page.wait_for_load_state("networkidle")
        page.get_by_role("button", name="Before").focus()
        for stop in (page.get_by_role("link", name=WORDS), page.get_by_role("button", name="Between")):
            page.keyboard.press("Tab")
            expect(stop).to_be_focused()
        own = page.get_by_role("link", name="Get my next step: trafford")
        expect(own).to_have_attribute("href", f"{site}trafford/next-step/")
        page.keyboard.press("Tab")
        expect(own).to_be_focused()
        page.keyboard.press("Tab")
        expect(page.get_by_role("button", name="After")).to_be_focused()
        for frame in page.locator("escalation-helper iframe").all():
            expect(frame).to_have_js_property("inert", True)
            expect(frame).to_have_css("opacity", "0")
    faults.clear()


def test_an_element_may_come_go_move_and_change(page: Page, site: str, intranet: str) -> None:
    page.goto(f"{intranet}none")
    page.evaluate("""() => {
        const $one = document.createElement("escalation-helper");
        const $fold = document.createElement("details");
        $fold.append($one);
        document.body.append($fold);
        $one.setAttribute("partnership", "salford");
        $one.setAttribute("answers", "you=school");
    }""")
    expect(asked_in(inside(page, "salford"), site).heading("stage")).to_be_attached()
    page.evaluate("() => document.querySelector('details').open = true")  # it speaks once it is seen
    frame = framed(page, "salford")
    conversation = asked_in(frame, site)
    expect(conversation.heading("stage")).to_be_visible()
    assert page.evaluate("() => document.activeElement.localName") == "body"
    expect(frame.get_by_text("Your answers:")).to_contain_text("School")
    conversation.answer_all(stage="b", urgency="routine", them="police")
    page.evaluate("() => { const $one = document.querySelector('escalation-helper'); $one.remove(); document.body.prepend($one); }")
    expect(asked_in(framed(page, "salford"), site).heading("stage")).to_be_visible()
    page.evaluate("""() => {
        const $one = document.querySelector("escalation-helper");
        $one.setAttribute("partnership", "trafford");
        $one.setAttribute("label", "Trafford");
        $one.setAttribute("theme", "light");
        $one.removeAttribute("answers");
    }""")
    expect(asked_in(framed(page, "trafford"), site, "trafford").heading("stage")).to_be_visible()
    frame_element = element(page, "trafford").locator("iframe")
    expect(frame_element).to_have_attribute("title", "Escalation helper: Trafford")
    expect(frame_element).to_have_attribute("src", f"{site}embed/?partnership=trafford&theme=light")
    expect(frame_element).to_have_count(1)


def test_its_links_open_beside_it_and_nothing_is_stored_even_where_it_could_be(page: Page, site: str) -> None:
    page.goto(f"{site}embed/?partnership=salford&stage=c#stage=b&urgency=routine&them=police&you=school")
    asked_in(page.main_frame, site).advice()
    links = page.locator("[data-embed] a[href]").evaluate_all(
        """all => all.map(($one) =>
            [$one.getAttribute("href"), $one.dataset.form ?? "", $one.target, $one.getAttribute("aria-describedby")])"""
    )
    assert {target for href, _, target, _ in links if href.startswith(("tel:", "mailto:"))} == {"_top"}
    assert {target for href, form, target, _ in links if href.startswith("#") or form} == {""}
    away = [(target, said) for href, form, target, said in links if not form and not href.startswith(("#", "tel:", "mailto:"))]
    assert len(away) > 5
    assert [one for one in away if one != ("_blank", "opens-in-a-new-tab") and one[0] != ""] == []
    kept = page.locator("[data-embed] a[href]:not([target]):not([href^='#']):not([data-form])")
    assert [one for one in kept.evaluate_all("all => all.map(($one) => $one.download)") if not one] == []
    assert page.evaluate(STORED) == NOTHING
    assert page.context.cookies() == []


def test_on_a_slow_network_what_comes_first_in_danger_is_there_at_once(page: Page, site: str) -> None:
    held: list[Route] = []

    def hold(route: Route) -> None:
        held.append(route)

    page.route(f"{site}assets/embed/*", hold)
    page.goto(f"{site}embed/?partnership=salford", wait_until="commit")
    expect(page.get_by_role("status")).to_contain_text("The helper is on its way.")
    expect(page.get_by_role("link", name="999").or_(page.get_by_text("call 999")).first).to_be_visible()
    expect(page.get_by_role("heading", name="Where does the child live?")).to_be_hidden()
    held[0].continue_()
    expect(asked_in(page.main_frame, site).heading("stage")).to_be_visible()
    expect(page.get_by_text("The helper is on its way.")).to_be_hidden()
    expect(page.get_by_role("heading", level=1).filter(visible=True)).to_have_count(1)


def test_without_scripts_it_leads_to_every_helper(browser: Browser, site: str, site_folder: Path) -> None:
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(f"{site}embed/?partnership=salford")
    named = [one.parent.name for one in site_folder.glob("*/next-step")]
    for name in named:
        link = page.locator(f"a[href='../{name}/next-step/']")
        expect(link).to_be_visible()
        expect(link).to_have_attribute("target", "_blank")
    assert len(named) > 0
    context.close()


def test_it_is_light_or_dark_as_the_host_says_whatever_the_device_says(page: Page, site: str) -> None:
    paper: dict[tuple[str, str], Any] = {}
    for device in ("light", "dark"):
        page.emulate_media(color_scheme=cast(Any, device))
        for theme in ("light", "dark", "auto", ""):
            page.goto(f"{site}embed/?partnership=salford{theme and f'&theme={theme}'}")
            expect(page.get_by_role("heading", level=2).first).to_be_visible()
            paper[device, theme] = page.evaluate("() => getComputedStyle(document.body).backgroundColor")
    for theme in ("light", "dark"):
        assert paper["light", theme] == paper["dark", theme] == paper[theme, "auto"] == paper[theme, ""]
    assert paper["light", ""] != paper["dark", ""]
    page.emulate_media(color_scheme="dark", media="print")
    assert page.evaluate("() => getComputedStyle(document.documentElement).colorScheme") == "light"
