"""Every form is filled in on the page and taken away, through to the files on the disk; what is written is guarded and cleared."""

import json
import re
from datetime import date
from pathlib import Path

import pytest
from docx import Document
from playwright.sync_api import Page, Route, expect

from helper.engine.filled.places import places
from helper.engine.model import Form
from tests.browser.desk import FORMS, HARD, HARD_LONG, NAMES, Desk, answering, entries_for

ENGINE = re.compile(r"/assets/engine/.*\.(zip|bin)$")
each_form = pytest.mark.parametrize(("partnership", "form"), FORMS, ids=NAMES)


def open_form(page: Page, site: str, partnership: str = "salford", form: str = "notice") -> Desk:
    """Open the page of a form."""
    page.goto(f"{site}{partnership}/forms/{form}/")
    return Desk(page, form)


@each_form
def test_a_form_is_filled_in_looked_over_and_taken_away_whole(
    page: Page, site: str, tmp_path: Path, partnership: str, form: Form
) -> None:
    desk, entries = open_form(page, site, partnership, form.id), entries_for(form)
    desk.fill(entries)
    sheet = desk.look()
    expect(desk.left_empty()).to_be_hidden()
    word = desk.save("Word document", tmp_path)
    text = desk.save("Save as plain text", tmp_path).read_text(encoding="utf-8")
    assert word.name == f"{partnership}-{form.id}.docx"
    document = Document(str(word))
    cells = [cell.text for table in document.tables for row in table.rows for cell in row.cells]
    ticked = [entry for entry in entries.values() if isinstance(entry, list)]
    chosen = [entries[key] for key, place in places(form).items() if place.takes_one and place.options]
    marks = re.findall(r'w14:checked w14:val="(\d)"', document.element.xml)
    assert marks.count("1") == sum(map(len, ticked)) + len(chosen)
    for day in (date.fromisoformat(entry) for key, entry in entries.items() if places(form)[key].type == "date"):
        assert f"{day.day} {day:%B} {day.year}" in cells
    shown = sheet.evaluate("$sheet => $sheet.textContent")
    for entry in (one for one in entries.values() if isinstance(one, str) and HARD in one):
        assert entry in cells
        assert entry in text
        assert entry in shown
    for field in form.fields:
        assert field.label in shown
        assert field.label in text
    page.context.grant_permissions(["clipboard-read", "clipboard-write"])
    desk.press("Copy as plain text")
    expect(desk.told()).to_have_text("Copied. Paste it into your case system.")
    assert page.evaluate("navigator.clipboard.readText()") == text
    (tmp_path / "print.pdf").write_bytes(page.pdf(format="A4"))
    assert len(re.findall(rb"/Type ?/Page\b", (tmp_path / "print.pdf").read_bytes())) in (2, 3, 4, 5)
    with page.expect_download() as download:
        page.get_by_role("link", name="The empty form as a Word document").click()
    download.value.save_as(tmp_path / "blank.docx")
    blank = Document(str(tmp_path / "blank.docx"))
    assert [cell.text for table in blank.tables for row in table.rows for cell in row.cells if HARD in cell.text] == []


@each_form
def test_a_draft_goes_to_a_file_and_comes_back(page: Page, site: str, tmp_path: Path, partnership: str, form: Form) -> None:
    desk, entries = open_form(page, site, partnership, form.id), entries_for(form)
    desk.fill(entries)
    file = desk.save("Save the draft to a file", tmp_path)
    assert file.name == f"{partnership}-{form.id}-draft.json"
    expect(desk.told()).to_contain_text(file.name)
    page.reload()
    assert desk.entries() == {}
    desk.open_draft(file)
    expect(desk.told()).to_have_text("The draft was opened.")
    assert desk.entries() == entries


def test_twenty_thousand_characters_come_out_as_they_went_in(page: Page, site: str, tmp_path: Path) -> None:
    written = (f"{HARD_LONG}\n" * 200)[:20_000].rstrip()
    desk = open_form(page, site)
    desk.fill({"summary": written})
    desk.look()
    cells = [cell.text for table in Document(str(desk.save("Word document", tmp_path))).tables for cell in table._cells]
    assert written in cells
    assert written in desk.save("Save as plain text", tmp_path).read_text(encoding="utf-8")


def test_what_is_no_draft_of_this_form_is_refused_in_words_and_nothing_is_changed(page: Page, site: str, tmp_path: Path) -> None:
    other = open_form(page, site, "trafford").save("Save the draft to a file", tmp_path)
    (broken := tmp_path / "broken.json").write_text("{", encoding="utf-8")
    (large := tmp_path / "large.json").write_text(" " * 3_000_000, encoding="utf-8")
    desk = open_form(page, site)
    desk.fill({"child-name": HARD})
    for file in (other, broken, large):
        desk.open_draft(file)
        expect(desk.told()).to_have_text(re.compile(r"\w{3,}.*\.$"))
        expect(desk.told()).not_to_have_text(re.compile("opened|Traceback|Opening"))
        assert desk.entries() == {"child-name": HARD}


def test_what_a_draft_holds_and_the_form_does_not_is_shown_and_not_lost(page: Page, site: str, tmp_path: Path) -> None:
    desk = open_form(page, site)
    desk.fill({"child-name": "A"})
    file = desk.save("Save the draft to a file", tmp_path)
    draft = json.loads(file.read_text(encoding="utf-8"))
    draft["entries"]["a-field-that-went"] = HARD_LONG
    file.write_text(json.dumps(draft), encoding="utf-8")
    desk.open_draft(file)
    desk.press("Yes, put it there")
    left = desk.root.locator("[data-left-over]")
    expect(left).to_be_focused()
    assert HARD_LONG in left.evaluate("$left => $left.textContent")


def test_another_draft_takes_the_place_of_what_is_written_only_if_the_reader_says_so(page: Page, site: str, tmp_path: Path) -> None:
    desk = open_form(page, site)
    desk.fill({"child-name": "In the file"})
    file = desk.save("Save the draft to a file", tmp_path)
    desk.fill({"child-name": "On the page"})
    desk.open_draft(file)
    asked = desk.root.get_by_role("group", name="Put the draft in the place of what is written here now?")
    expect(asked.get_by_role("button", name="No, keep what is written")).to_be_focused()
    page.keyboard.press("Escape")
    expect(desk.told()).to_have_text("Nothing was changed.")
    expect(asked).to_be_hidden()
    expect(desk.root.get_by_role("button", name="Open a draft")).to_be_focused()
    assert desk.entries() == {"child-name": "On the page"}


def test_leaving_warns_while_something_is_written_and_not_taken_away(page: Page, site: str, tmp_path: Path) -> None:
    desk = open_form(page, site)
    asked = answering(page, yes=True)
    page.reload()
    assert asked == []
    desk.fill({"child-name": "A"})
    page.get_by_role("heading", level=1).click()  # a browser asks only where the reader has done something by hand
    page.reload()
    assert [one.split(":")[0] for one in asked] == ["beforeunload"]
    desk.fill({"child-name": "A"})
    desk.save("Save the draft to a file", tmp_path)
    page.reload()
    assert len(asked) == 1


def test_clear_everything_asks_and_then_leaves_nothing_behind(page: Page, site: str) -> None:
    form = next(form for name, form in FORMS if name == "trafford")
    desk = open_form(page, site, "trafford")
    desk.fill(entries_for(form))
    desk.look()
    desk.press("Go on writing")
    desk.press("Clear everything")
    desk.press("No, keep it")
    assert desk.entries() == entries_for(form)
    desk.press("Clear everything")
    desk.press("Yes, clear it")
    expect(desk.told()).to_have_text("Everything was cleared.")
    assert desk.entries() == {}
    assert HARD not in page.content()
    asked = answering(page, yes=True)
    page.reload()
    assert asked == []


def test_today_is_offered_and_never_forced(page: Page, site: str) -> None:
    page.clock.set_fixed_time("2026-11-25T09:00:00")
    desk = open_form(page, site)
    assert desk.entries() == {}
    desk.press("Use today, 25 November 2026")
    assert desk.entries() == {"date-of-notification": "2026-11-25"}


def test_an_answer_that_comes_late_brings_back_nothing_that_was_cleared(page: Page, site: str, tmp_path: Path) -> None:
    held: list[Route] = []
    page.context.route(ENGINE, lambda route: held.append(route))
    desk = open_form(page, site)
    desk.fill({"child-name": "Gone"})
    desk.press("Look it over and take it with you")
    desk.press("Clear everything")
    desk.press("Yes, clear it")
    page.context.unroute(ENGINE)
    for route in held:
        route.continue_()
    desk.fill({"child-name": "Here"})
    assert "Here" in desk.save("Save the draft to a file", tmp_path).read_text(encoding="utf-8")
    expect(desk.root.locator("[data-sheet]")).to_be_hidden()
    assert "Gone" not in page.content()


def test_what_is_written_while_python_starts_is_in_the_sheet(page: Page, site: str) -> None:
    held: list[Route] = []
    page.context.route(ENGINE, lambda route: held.append(route))
    desk = open_form(page, site)
    desk.fill({"child-name": "First"})
    desk.press("Look it over and take it with you")
    desk.fill({"summary": "Second"})
    page.context.unroute(ENGINE)
    for route in held:
        route.continue_()
    expect(desk.root.locator("[data-paper]")).to_contain_text("First")
    expect(desk.root.locator("[data-paper]")).to_contain_text("Second")


def test_words_in_the_place_of_a_day_are_shown_and_not_lost(page: Page, site: str, tmp_path: Path) -> None:
    desk = open_form(page, site)
    desk.fill({"child-name": "A"})
    file = desk.save("Save the draft to a file", tmp_path)
    draft = json.loads(file.read_text(encoding="utf-8"))
    draft["entries"]["date-of-birth"] = "about March 2014"
    file.write_text(json.dumps(draft), encoding="utf-8")
    desk.open_draft(file)
    desk.press("Yes, put it there")
    expect(desk.root.locator("[data-left-over]")).to_contain_text("D.O.B: about March 2014")


def test_a_day_that_is_half_typed_is_not_taken_for_an_empty_field(page: Page, site: str) -> None:
    desk = open_form(page, site)
    born = desk.root.get_by_label("D.O.B")
    born.press_sequentially("03")
    for name in ("Look it over and take it with you", "Save the draft to a file"):
        desk.press(name)
        expect(desk.told()).to_have_text("A date is not whole. It is marked in the form.")
        expect(born).to_be_focused()
        expect(born).to_have_attribute("aria-invalid", "true")
        expect(born).to_have_accessible_description(re.compile("not whole"))
    born.fill("2014-03-11")
    assert "11 March 2014" in desk.look().inner_text()
    expect(born).not_to_have_attribute("aria-invalid", re.compile(""))


def test_empty_fields_are_named_and_a_form_may_stay_half_empty(page: Page, site: str) -> None:
    desk = open_form(page, site)
    desk.fill({"child-name": "A"})
    desk.look()
    expect(desk.left_empty()).to_contain_text("Summary of disagreement")
    desk.press("Go on writing")
    assert desk.entries() == {"child-name": "A"}


def test_a_print_of_the_sheet_holds_the_sheet_and_nothing_else(page: Page, site: str) -> None:
    desk = open_form(page, site)
    desk.fill({"summary": HARD_LONG})
    sheet = desk.look()
    page.emulate_media(media="print")
    expect(sheet).to_be_visible()
    for name in ("Word document", "Go on writing"):
        expect(desk.button(name)).to_be_hidden()
    expect(page.get_by_text("Child in danger now?")).to_be_hidden()
    expect(page.get_by_text("The partnership does not run this site")).to_be_hidden()


def test_with_webassembly_off_the_form_can_still_be_filled_in_and_printed(page: Page, site: str, broken: None) -> None:
    page.add_init_script("WebAssembly.instantiate = () => Promise.reject(new Error('off'))")
    desk = open_form(page, site)
    desk.fill({"child-name": HARD, "summary": HARD_LONG})
    desk.press("Look it over and take it with you")
    expect(desk.told()).to_contain_text("WebAssembly")
    expect(desk.told()).to_contain_text("can still be printed")
    expect(desk.button("Print it as it stands")).to_be_visible()
    assert desk.entries() == {"child-name": HARD, "summary": HARD_LONG}
    page.emulate_media(media="print")
    area = desk.root.locator("[name=summary]")
    assert area.evaluate("$area => $area.scrollHeight <= $area.clientHeight + 1"), "Something written is cut off on paper."


def test_with_scripts_off_the_form_stands_there_with_its_blank(page: Page, site: str) -> None:
    browser = page.context.browser
    assert browser
    context = browser.new_context(java_script_enabled=False)
    still = context.new_page()
    still.goto(f"{site}wigan/forms/proforma/")
    expect(still.get_by_label("Name of Board Members, Roles and Agencies involved:")).to_be_visible()
    expect(still.get_by_role("button", name="Clear everything")).to_be_hidden()
    with still.expect_download() as download:
        still.get_by_role("link", name="The empty form as a Word document").click()
    assert download.value.suggested_filename == "wigan-proforma.docx"
    context.close()
