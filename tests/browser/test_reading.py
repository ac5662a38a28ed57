"""Reading without the helper: with scripts off, on a telephone, through the filter of the contacts and the search box."""

import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.browser.conversation import Conversation
from tests.partnerships import real

MODEL = real().partnerships["salford"].model
UNFOLD = "() => { for (const $one of document.querySelectorAll('details')) $one.open = true; }"
OVERFLOW = "() => document.scrollingElement.scrollWidth - document.documentElement.clientWidth"
PHONE = {"viewport": {"width": 360, "height": 740}, "has_touch": True, "is_mobile": True, "device_scale_factor": 2}


@pytest.fixture(scope="module")
def no_scripts(browser: Browser) -> Iterator[Page]:
    """A page of a browser with scripts switched off."""
    context = browser.new_context(java_script_enabled=False)
    yield context.new_page()
    context.close()


def test_with_scripts_off_the_stages_say_everything(no_scripts: Page, site: str) -> None:
    no_scripts.goto(f"{site}salford/")
    for stage in MODEL.procedure.stages:
        expect(no_scripts.get_by_role("heading", name=f"{stage.label}: {stage.title}")).to_be_visible()
        no_scripts.get_by_text(f"All of {stage.label}", exact=True).click()
        for said in (*stage.who, *stage.notes, *stage.record):
            expect(no_scripts.locator(f"#stage-{stage.id}").get_by_text(said.text).first).to_be_visible()


def test_with_scripts_off_contacts_forms_and_sources_say_everything(no_scripts: Page, site: str) -> None:
    no_scripts.goto(f"{site}salford/contacts/")
    for row in MODEL.contacts.services:
        expect(no_scripts.get_by_role("heading", name=row.name, exact=True)).to_be_visible()
    expect(no_scripts.get_by_label("Filter")).to_be_hidden()
    no_scripts.goto(f"{site}salford/forms/")
    for form in MODEL.forms:
        for asked in form.fields:
            expect(no_scripts.get_by_role("main").get_by_text(asked.label).first).to_be_visible()
    no_scripts.goto(f"{site}salford/sources/")
    for section in MODEL.procedure.document.sections:
        expect(no_scripts.locator(f"#section-{section.id}")).to_be_visible()


def test_with_scripts_off_the_next_step_shows_the_way_to_every_answer(no_scripts: Page, site: str) -> None:
    no_scripts.goto(f"{site}next-step/")
    no_scripts.get_by_role("link", name=re.compile("^Salford")).click()
    expect(no_scripts.get_by_text("If the questions do not work here")).to_be_visible()
    expect(no_scripts.get_by_role("link", name="It cannot wait for the usual steps")).to_have_count(len(MODEL.procedure.stages) + 1)
    no_scripts.get_by_role("link", name="the page of the stages").filter(visible=True).click()
    expect(no_scripts.locator("#stages")).to_be_in_viewport()


@pytest.mark.parametrize("typed", ["Bridge", "0161 603 4500", "01616034500", "034500", "+44 161 603 4500"])
def test_the_contacts_are_filtered_by_name_and_number(shared_page: Page, site: str, typed: str) -> None:
    shared_page.goto(f"{site}salford/contacts/")
    everyone = shared_page.locator("[data-row]").filter(visible=True)
    whole = everyone.count()
    shared_page.get_by_label(re.compile("^Filter")).fill(typed)
    expect(everyone.filter(has_text="0161 603 4500").first).to_be_visible()
    assert 0 < everyone.count() < whole
    expect(shared_page.get_by_role("status")).to_contain_text(f"{everyone.count()} of {whole}")


def test_the_contacts_are_filtered_by_agency_and_the_box_cleared_shows_all(shared_page: Page, site: str) -> None:
    shared_page.goto(f"{site}salford/contacts/")
    rows, box = shared_page.locator("[data-row]").filter(visible=True), shared_page.get_by_label(re.compile("^Filter"))
    whole = rows.count()
    police = next(agency for agency in MODEL.agencies if agency.id == "police")
    box.fill(police.label)
    expect(shared_page.locator("#contact-gmp")).to_be_visible()
    box.fill("xylophone")
    expect(shared_page.get_by_text("No entry fits.")).to_be_visible()
    box.fill("")
    expect(rows).to_have_count(whole)


@pytest.mark.parametrize(
    ("typed", "first", "leads_to"),
    [("034500", "Bridge", "/salford/contacts/#"), ("front door", "Bridge", "/salford/"), ("dispute", "", "/salford/")],
)
def test_the_search_in_the_header_finds_it(shared_page: Page, site: str, typed: str, first: str, leads_to: str) -> None:
    shared_page.goto(f"{site}salford/")
    shared_page.get_by_role("banner").get_by_role("link", name="Search").click()
    dialog = shared_page.get_by_role("dialog", name="Search")
    dialog.get_by_role("searchbox").fill(typed)
    results = dialog.get_by_role("listitem")
    expect(results.first).to_contain_text(first)
    if not typed.isdigit():  # a synonym, which is printed nowhere that does not say it itself
        own = results.filter(has_text="Salford")
        expect(own.filter(has_text=re.compile(rf"\b{typed}\b", re.IGNORECASE))).to_have_count(0)
    results.first.get_by_role("link").click()
    expect(shared_page).to_have_url(re.compile(re.escape(leads_to)))
    expect(dialog).to_be_hidden()


@pytest.fixture(scope="module")
def phone(browser: Browser) -> Iterator[Page]:
    """A page of a telephone."""
    context = browser.new_context(**PHONE)  # type: ignore[arg-type]
    yield context.new_page()
    context.close()


def sideways(page: Page) -> list[int]:
    """Name the widths of telephones on which what is shown would scroll sideways."""
    found = []
    for width in (320, 360):
        page.set_viewport_size({"width": width, "height": 740})
        if (page.evaluate(OVERFLOW), page.evaluate("innerWidth")) != (0, width):
            found.append(width)
    return found


# Pages side by side in frames as wide as a telephone: a browser brings many at once sooner than one after the other. Scripts are
# off in them, so that each shows what it was built with; what scripts make of it is looked at in test_access.py.
IN_FRAMES = """async ({ addresses, widths }) => {
    document.body.replaceChildren();
    const wrong = [];
    const look = async (address) => {
        const $frame = document.createElement("iframe");
        $frame.sandbox = "allow-same-origin";
        $frame.style.cssText = `height: 740px; border: 0; width: ${widths[0]}px`;
        await new Promise((loaded) => {
            $frame.onload = loaded;
            $frame.src = address;
            document.body.append($frame);
        });
        const { documentElement: $page } = $frame.contentDocument;
        for (const $one of $page.querySelectorAll("details")) $one.open = true;
        for (const width of widths) {
            $frame.style.width = `${width}px`;
            const isRead = $page.scrollWidth === width && $page.querySelector("h1");
            if (!isRead) wrong.push(`${address} at ${width}: ${$page.scrollWidth}`);
        }
        $frame.remove();
    };
    const left = [...addresses];
    const lookOn = async () => { while (left.length) await look(left.pop()); };
    await Promise.all([1, 2, 3, 4].map(lookOn));
    return wrong;
}"""


def test_no_page_scrolls_sideways_on_a_telephone(phone: Page, site: str, site_folder: Path) -> None:
    pages = [file.parent.relative_to(site_folder).as_posix() for file in sorted(site_folder.rglob("index.html"))]
    assert len(pages) > 20 * len(real().partnerships)
    phone.goto(f"{site}404.html")
    found = phone.evaluate(IN_FRAMES, {"addresses": [f"{site}{path}/" for path in pages], "widths": [320, 360]})
    assert found == []


def test_no_question_and_no_answer_scrolls_sideways_on_a_telephone(phone: Page, site: str) -> None:
    conversation = Conversation(phone, site)
    conversation.open("stage=b&urgency=routine&them=police")
    conversation.advice()
    phone.evaluate(UNFOLD)
    conversation.press("Make a link to this answer")
    assert sideways(phone) == []
    for name in conversation.questions:
        conversation.change(name)
        assert sideways(phone) == [], name
        phone.go_back()
        conversation.advice()


@pytest.mark.browser_context_args(**PHONE)
def test_the_journey_by_thumb_ends_at_numbers_to_call(page: Page, site: str, conversation: Conversation) -> None:
    page.goto(site)
    page.get_by_role("main").get_by_role("link", name="Get my next step").tap()
    page.get_by_role("link", name=re.compile("^Salford")).tap()
    for name, value in {"stage": "b", "resolved": "false", "urgency": "routine"}.items():
        expect(conversation.heading(name)).to_be_in_viewport()
        conversation.choice(name, value).tap()
        page.get_by_role("button", name="Continue").tap()
    conversation.give("them", "police")
    advice = conversation.advice()
    expect(conversation.headline).to_be_in_viewport()
    number = next(number for contact in advice["contacts"] for number in contact["tel"])
    link = conversation.answer.get_by_role("link", name=number).first
    expect(link).to_have_attribute("href", re.compile(r"tel:\+44\d{9,10}$"))
    box = link.bounding_box()
    assert box is not None
    assert box["height"] >= 24


def test_on_a_desktop_a_number_is_text_to_copy(page: Page, conversation: Conversation) -> None:
    conversation.open("stage=b&urgency=routine&them=police")
    conversation.advice()
    assert page.locator("a.eg-tel[href]").count() == 0
    expect(conversation.answer.locator(".eg-tel").first).to_be_visible()
    page.goto(conversation.address.replace("next-step", "contacts"))
    assert page.locator("a.eg-tel[href]").count() == 0
