"""The page of a form has a field for everything that the form asks, whatever kinds of field a partnership adds."""

from dataclasses import replace
from html.parser import HTMLParser

import pytest

from helper.engine.filled.places import places
from helper.engine.model import Column, Field, Form, Model, Statement
from helper.publish.pages import site_pages
from helper.publish.scripts import ENTRIES
from helper.publish.site import Assets, Site
from tests.partnerships import invented, real

TYPES = ("text", "long_text", "date", "choice", "checks", "yes_no")
HOSTILE = "<script>alert(\"x\")</script> & 'quoted'"
SAID = Statement("It is for tests.", "notice")


def every_kind() -> Form:
    """Make a form with every kind of field, alone and in a table, under headings and not."""
    options = ("First, & only", HOSTILE)
    alone = [
        Field(f"one-{kind}", f"{HOSTILE} {kind}", kind, "Its help", options if kind != "yes_no" else (), group=group)
        for kind, group in zip(TYPES, (None, "A heading", "A heading", None, "Another", None), strict=True)
    ]
    columns = (Column("Row", "fixed"), *(Column(f"Column {kind}", kind, "Its help", options) for kind in TYPES))
    table = Field("cells", "A table", "table", columns=columns, rows=("North", "South"))
    return Form("every-kind", "Every kind", "notice", True, SAID, fields=(*alone, table, Field("end", "The end", "fixed")))


class Fields(HTMLParser):
    """Every field of a page by its name, with its kind and its choices; labels and what they are for; scripts."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.kinds: dict[str, set[str]] = {}
        self.choices: dict[str, list[str]] = {}
        self.ids: set[str] = set()
        self.named_by: list[str] = []
        self.scripts = 0
        self.feed(html)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        given = {name: value or "" for name, value in attrs}
        self.ids.add(given.get("id", ""))
        self.scripts += tag == "script" and "src" not in given
        self.named_by += [*given.get("for", "").split(), *given.get("aria-labelledby", "").split()]
        if tag in ("input", "textarea") and given.get("name"):
            self.kinds.setdefault(given["name"], set()).add(given.get("type", tag))
            self.choices.setdefault(given["name"], []).append(given.get("value", ""))
            assert given["autocomplete"] == "off", given["name"]
            if tag == "textarea":
                assert (given["spellcheck"], given["writingsuggestions"]) == ("false", "false"), given["name"]


def page_of(model: Model, form: Form) -> str:
    file = {"address": "assets/x", "size": 1, "sha256": "0"}
    fetched = {"table": file, "facts": file, "list": file, "blanks": {form.id: file}}
    names = dict.fromkeys((*ENTRIES, "contact-index.js"), "x")
    assets = Assets(names, {"worker": file}, {model.procedure.id: fetched})
    path = f"{model.procedure.id}/forms/{form.id}/index.md"
    return next(page.html for page in site_pages(Site((model,), "Wednesday 25 November 2026", assets)) if page.path == path)


def test_a_form_that_a_partnership_adds_can_be_filled_in_without_a_line_of_code() -> None:
    model, form = next(iter(invented().partnerships.values())).model, every_kind()
    form = replace(form, section=model.procedure.document.sections[0].id, summary=replace(SAID, section=None, source="a test"))
    found = Fields(page_of(replace(model, forms=(form,)), form))
    assert set(found.kinds) == set(places(form))
    kinds = {
        "text": "textarea",
        "long_text": "textarea",
        "date": "date",
        "choice": "radio",
        "checks": "checkbox",
        "yes_no": "radio",
    }
    for key, place in places(form).items():
        assert found.kinds[key] == {kinds[place.type]}, key
        if place.type in ("choice", "checks", "yes_no"):
            assert [choice for choice in found.choices[key] if choice] == list(place.options), key
    assert set(found.named_by) <= found.ids
    assert found.scripts == 0, "A label became code."


@pytest.mark.parametrize(
    ("model", "form"),
    [(found.model, form) for found in real().partnerships.values() for form in found.model.forms if form.available],
    ids=lambda one: one.id if isinstance(one, Form) else one.procedure.id,
)
def test_a_real_form_has_a_field_for_all_it_asks(model: Model, form: Form) -> None:
    found = Fields(page_of(model, form))
    assert set(found.kinds) == set(places(form))
    assert set(found.named_by) <= found.ids
