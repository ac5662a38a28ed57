"""A form on the page as its reader has it: fields by their label, buttons by their name, files as they arrive on the disk."""

from pathlib import Path
from typing import Any

from playwright.sync_api import Dialog, Locator, Page, expect

from helper.engine.model import Field, Form
from tests.partnerships import real

# Every form that can be filled in: the partnership's id, and the form.
FORMS = [(name, form) for name, partnership in real().partnerships.items() for form in partnership.model.forms if form.available]
NAMES = [f"{name}-{form.id}" for name, form in FORMS]
# What hands come up with, and what programs trip over.
HARD = "Ŵyn ap Siôn, Łucja Żółć, שלום, 👩‍👧 <w:t>&amp;</w:t> =1+1 {{x}}  two spaces"
HARD_LONG = f"{HARD}\nLine two\n\n\tAfter a tab and an empty line\n مرحبا (1)\n'quoted' \"twice\" \\ end"


def entry_for(field: Field, number: int) -> Any:
    """Make up an entry for a field, one that differs from field to field."""
    if field.type == "date":
        return f"2026-{number % 12 + 1:02}-{number % 28 + 1:02}"
    if field.type in ("choice", "yes_no"):
        return (field.options or ("Yes", "No"))[number % 2]
    if field.type == "checks":
        return list(field.options[:: 2 - number % 2])
    return f"{HARD_LONG if field.type == 'long_text' else HARD} [{number}]\n{number}"


def entries_for(form: Form) -> dict[str, Any]:
    """Make up an entry for every field of a form, and for every cell of its tables."""
    found: dict[str, Any] = {}
    for field in form.fields:
        if field.type == "table":
            for row in range(len(field.rows)):
                for at, column in enumerate(field.columns):
                    if column.type != "fixed":
                        found[f"{field.id}.{row}.{at}"] = entry_for(Field(column.label, column.label, column.type), len(found))
        elif field.type != "fixed":
            found[field.id] = entry_for(field, len(found))
    return found


class Desk:
    """One reader at one form, on its own page or in the helper."""

    def __init__(self, page: Page, name: str) -> None:
        self.page = page
        self.root = page.locator(f"[data-desk='{name}']")

    def fill(self, entries: dict[str, Any]) -> None:
        """Enter everything."""
        for key, entry in entries.items():
            fields = self.root.locator(f"[name='{key}']")
            if isinstance(entry, list) or fields.first.get_attribute("type") == "radio":
                for value in [entry] if isinstance(entry, str) else entry:
                    self.root.locator(f"[name='{key}'][value={_quoted(value)}]").check()
            else:
                fields.fill(entry)

    def entries(self) -> dict[str, Any]:
        """Give what stands in the fields now."""
        read: dict[str, Any] = self.root.locator("[data-fill]").evaluate(
            """($form) => {
                const found = {};
                for (const $one of $form.elements) {
                    if (!$one.name || (/checkbox|radio/.test($one.type) && !$one.checked) || !$one.value) continue;
                    found[$one.name] = $one.type === "checkbox" ? [...(found[$one.name] ?? []), $one.value] : $one.value;
                }
                return found;
            }"""
        )
        return read

    def press(self, name: str) -> None:
        """Press one of its buttons."""
        self.button(name).click()

    def button(self, name: str) -> Locator:
        """Give one of its buttons."""
        return self.root.get_by_role("button", name=name, exact=True)

    def look(self) -> Locator:
        """Look it over, and give the sheet."""
        self.press("Look it over and take it with you")
        expect(self.root.get_by_role("heading", name="Look it over")).to_be_focused()
        return self.root.locator("[data-paper]")

    def save(self, name: str, folder: Path) -> Path:
        """Press a button that hands over a file, and give the file on the disk."""
        with self.page.expect_download() as download:
            self.press(name)
        target = folder / download.value.suggested_filename
        download.value.save_as(target)
        return target

    def open_draft(self, file: Path) -> None:
        """Open a draft from the disk."""
        with self.page.expect_file_chooser() as chooser:
            self.press("Open a draft")
        chooser.value.set_files(file)

    def left_empty(self) -> Locator:
        """Give the line above the sheet that names what was left empty."""
        return self.root.locator("[data-sheet-empty]")

    def told(self) -> Locator:
        """Give the line that says how something ended."""
        return self.root.locator("[data-desk-status]").filter(visible=True)


def _quoted(text: str) -> str:
    escaped = text.replace("\\", "\\\\").replace('"', '\\"').replace("\n", "\\a ")
    return f'"{escaped}"'


def answering(page: Page, yes: bool) -> list[str]:
    """Answer every question of the browser's own in one way; give the list of what it asks."""
    asked: list[str] = []

    def answer(dialog: Dialog) -> None:
        asked.append(f"{dialog.type}: {dialog.message}")
        if yes:
            dialog.accept()
        else:
            dialog.dismiss()

    page.on("dialog", answer)
    return asked
