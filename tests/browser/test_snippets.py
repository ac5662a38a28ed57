"""The page for embedders: what is chosen stands in every snippet, is copied as it stands, and can be seen at work."""

import re
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Locator, Page, expect

from helper.publish.colour import palette
from helper.publish.snippets import EXAMPLE
from tests.browser.barriers import COLOURS, barriers, bring_axe
from tests.own_copy import OwnCopy

BEHIND = "($one) => getComputedStyle($one).backgroundColor"
CLIPBOARD = "navigator.clipboard.readText()"


@pytest.fixture
def guide(shared_page: Page, site: str) -> Page:
    """The page for embedders."""
    shared_page.goto(f"{site}embed/guide/")
    return shared_page


def snippet(page: Page, heading: str) -> Locator:
    """Find the first snippet below a heading."""
    return (
        page.locator("section, [data-kind]")
        .filter(has=page.get_by_role("heading", name=heading, level=3))
        .locator("code[data-snippet]")
    )


def test_what_is_chosen_stands_in_every_snippet(guide: Page, site: str) -> None:
    expect(snippet(guide, "A page in plain HTML")).to_contain_text(f'src="{site}embed.js"')
    guide.get_by_label("Which procedure?").select_option(label="Wigan")
    guide.get_by_role("radio", name="Dark").check()
    said = guide.get_by_role("status").filter(has_text="The snippets are now for")
    expect(said).to_have_text("The snippets are now for: Wigan; The helper, as tall as it needs to be; Dark.")
    for heading in ("SharePoint Online", "WordPress"):
        expect(snippet(guide, heading)).to_contain_text(f'<iframe src="{site}embed/?partnership=wigan&amp;theme=dark"')
    expect(snippet(guide, "A page in plain HTML")).to_contain_text('partnership="wigan" label="Wigan" theme="dark"')
    expect(snippet(guide, "The address alone")).to_have_text(f"{site}embed/?partnership=wigan&theme=dark")
    expect(snippet(guide, "Where only links are allowed")).to_have_text(
        f'<a href="{site}wigan/next-step/">Get my next step in Wigan</a>'
    )
    guide.get_by_label("Which procedure?").select_option(label="All of them: the reader chooses")
    expect(snippet(guide, "The address alone")).to_have_text(f"{site}embed/?theme=dark")
    expect(guide.get_by_text("wigan", exact=False).filter(visible=True).and_(guide.locator("[data-snippet]"))).to_have_count(0)


def test_only_the_chosen_kind_stands_below_and_a_link_has_no_colours(guide: Page) -> None:
    expect(guide.get_by_role("heading", name="The helper in a plain frame")).to_be_hidden()
    guide.get_by_role("radio", name="A link").check()
    expect(guide.get_by_role("heading", name="A link", exact=True)).to_be_visible()
    expect(guide.get_by_role("heading", name="The helper, as tall as it needs to be")).to_be_hidden()
    expect(guide.get_by_role("group", name="Which colours?")).to_be_hidden()


def test_the_page_names_the_site_that_it_came_from(guide: Page, site: str) -> None:
    host = site.split("/")[2]
    expect(guide.locator("[data-host]").first).to_have_text(host)
    expect(guide.locator("[data-origin]").first).to_have_text(f"http://{host}")
    assert EXAMPLE.split("/")[2] not in guide.locator("[data-guide]").inner_text()


def test_a_snippet_and_the_words_for_it_are_copied_as_they_stand(browser: Browser, site: str) -> None:
    context = browser.new_context(permissions=["clipboard-read", "clipboard-write"])
    page = context.new_page()
    page.goto(f"{site}embed/guide/")
    page.get_by_role("button", name="Copy the code for Moodle").click()
    expect(page.get_by_role("status").filter(has_text="Copied.")).to_be_visible()
    assert page.evaluate(CLIPBOARD) == snippet(page, "Moodle").text_content()
    page.get_by_role("button", name="Copy all of it").click()
    expect(page.get_by_role("status").filter(has_text="Copied.")).to_have_count(2)
    lines = page.evaluate(CLIPBOARD).splitlines()
    assert lines[0] == "What it is"
    assert "Sandbox" in lines
    assert any(line.startswith("If the intranet sends a content security policy: frame-src http://127.0.0.1:") for line in lines)
    context.close()


def test_a_snippet_is_seen_at_work_and_follows_the_choice(guide: Page, site: str) -> None:
    asked: list[str] = []
    guide.on("request", lambda request: asked.append(request.url))
    guide.get_by_label("Which procedure?").select_option(label="Trafford")
    assert not [address for address in asked if "embed" in address]
    guide.get_by_role("button", name="Show it here").click()
    preview = guide.get_by_role("region", name="Preview of your snippet")
    expect(preview).to_be_focused()
    frame = preview.frame_locator("iframe")
    expect(frame.get_by_role("heading", name="Your next step in Trafford")).to_be_visible()
    guide.get_by_label("Which procedure?").select_option(label="Harrow")
    expect(frame.get_by_role("heading", name="Your next step in Harrow")).to_be_visible()
    guide.get_by_role("radio", name="The helper in a plain frame").check()
    expect(preview.locator(":scope > iframe")).to_have_attribute("title", "Escalation helper: Harrow")
    expect(frame.get_by_role("heading", name="Your next step in Harrow")).to_be_visible()
    guide.get_by_role("radio", name="A link").check()
    expect(preview.get_by_role("link", name="Get my next step in Harrow")).to_be_visible()
    assert [address for address in asked if not address.startswith((site, "blob:"))] == []


def test_without_scripts_there_are_snippets_and_the_ids_to_put_in(browser: Browser, site: str) -> None:
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(f"{site}embed/guide/")
    for heading in ("The helper, as tall as it needs to be", "The helper in a plain frame", "A link", "SharePoint Online"):
        expect(snippet(page, heading).first).to_be_visible()
        expect(snippet(page, heading).first).to_contain_text(EXAMPLE)
    expect(page.locator("[data-guide] noscript p").first).to_contain_text("stands for the address of this guide")
    expect(page.locator("[data-guide] noscript p").first).to_be_visible()
    expect(page.get_by_role("button")).to_have_count(0)
    page.get_by_text("All areas: ids and posters").click()
    wigan = page.get_by_role("listitem").filter(has_text=re.compile("^Wigan: wigan,"))
    expect(wigan).to_be_visible()
    expect(wigan.get_by_role("link", name="poster for Wigan")).to_have_attribute("href", "../../wigan/poster/")
    context.close()


def test_a_copy_that_knows_its_address_says_it_wherever_it_is_looked_at(
    shared_page: Page, own_copy: OwnCopy, own_site: str
) -> None:
    shared_page.goto(f"{own_site}embed/guide/")
    expect(snippet(shared_page, "The address alone")).to_have_text(f"{own_copy.address}embed/?partnership=salford&theme=auto")
    expect(shared_page.get_by_label("Which procedure?").get_by_role("option")).to_have_count(1)


def test_on_a_disk_it_says_that_a_copy_there_cannot_be_embedded(shared_page: Page, own_copy: OwnCopy, tmp_path: Path) -> None:
    shared_page.goto((own_copy.folder / "embed/guide/index.html").as_uri())
    expect(shared_page.get_by_text("You are reading a copy of the guide on a disk")).to_be_visible()
    expect(shared_page.get_by_role("heading", name="How it will look")).to_be_hidden()
    expect(snippet(shared_page, "The address alone")).to_have_text(f"{own_copy.address}embed/?partnership=salford&theme=auto")


def test_on_the_smallest_screen_nothing_is_out_of_sight(guide: Page) -> None:
    guide.set_viewport_size({"width": 320, "height": 640})
    assert guide.evaluate("document.documentElement.scrollWidth") <= 320
    for code in guide.locator("pre:visible").all():
        assert code.evaluate("($one) => $one.scrollWidth <= $one.clientWidth + 1")
    guide.set_viewport_size({"width": 1280, "height": 720})


def test_the_own_colour_is_what_a_reader_sees_and_reads_in_both_schemes(
    shared_page: Page, own_copy: OwnCopy, own_site: str
) -> None:
    shared_page.goto(f"{own_site}salford/")
    button = shared_page.get_by_role("link", name="Get my next step", exact=True).last
    safety = shared_page.locator(".eg-safety").first
    assert button.evaluate(BEHIND) == "rgb(122, 31, 92)"
    assert safety.evaluate("($one) => getComputedStyle($one).borderLeftColor") == "rgb(168, 7, 26)"
    bring_axe(shared_page)
    assert barriers(shared_page, COLOURS) == []
    shared_page.emulate_media(color_scheme="dark")
    dark = palette(own_copy.colour).dark.do
    assert button.evaluate(BEHIND) == f"rgb({', '.join(str(int(dark[at : at + 2], 16)) for at in (1, 3, 5))})"
    assert barriers(shared_page, COLOURS) == []
    shared_page.emulate_media(color_scheme="light")
