"""From a blank to a filled document: any form, any text, and python-docx reads back exactly what was typed."""

import json
from base64 import b64decode, b64encode
from collections.abc import Iterator
from io import BytesIO
from typing import Any

from docx import Document
from docx.document import Document as WordDocument
from docx.oxml.ns import qn
from docx.table import _Cell
from hypothesis import HealthCheck, example, given, settings
from lxml import etree

from helper.engine.filled.acts import ACTS
from helper.engine.filled.archive import read_parts
from helper.engine.filled.entries import chosen, read_entries, words
from helper.engine.filled.markup import storable
from helper.engine.filled.places import Place, places
from helper.engine.filled.word import DOCUMENT, TICKED, fill_word
from helper.engine.model import Form
from helper.publish.blank import write_blank
from tests.engine.filled.example import FORM, FULL
from tests.publish.forms_drawn import HARD, filled_forms, model_with

W14 = "{http://schemas.microsoft.com/office/word/2010/wordml}"
several = settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.too_slow])
HARD_ENTRIES: dict[str, Any] = {"summary": "\n".join(HARD), "name": HARD[0], "outcome.0.1": "x" * 20_000}


def entered(document: WordDocument, place: Place) -> str | list[str]:
    """Read from a document what stands at a place: its text, or the numbers of the boxes that are ticked."""
    if place.options:
        return [str(number) for number in range(len(place.options)) if ticked(document, f"{place.mark}.{number}")]
    (start,) = document.element.xpath(f'.//w:bookmarkStart[@w:name="{place.mark}"]')
    (end,) = document.element.xpath(f'.//w:bookmarkEnd[@w:id="{start.get(qn("w:id"))}"]')
    cell = next(start.iterancestors(qn("w:tc")))
    assert next(end.iterancestors(qn("w:tc"))) is cell
    return _Cell(cell, document).text  # type: ignore[arg-type]


def ticked(document: WordDocument, tag: str) -> bool:
    """Tell whether a box is ticked, in what is drawn and in what Word knows alike."""
    (control,) = document.element.xpath(f'.//w:sdt[w:sdtPr/w:tag/@w:val="{tag}"]')
    (checked,) = control.iter(f"{W14}checked")
    drawn = "".join(text.text for text in control.iter(qn("w:t"))) == TICKED
    assert (checked.get(f"{W14}val") == "1") == drawn
    return drawn


def expected(form: Form, entries: dict[str, Any]) -> Iterator[tuple[str, str | list[str]]]:
    fitting = read_entries(form, entries).fitting
    for place in places(form).values():
        if place.options:
            yield place.key, [str(place.options.index(option)) for option in chosen(place, fitting)]
        else:
            yield place.key, storable(words(place, fitting))


@several
@given(filled_forms())
@example((FORM, FULL))
@example((FORM, HARD_ENTRIES))
def test_every_value_comes_back_exactly_and_nothing_else_is_filled(drawn: tuple[Form, dict[str, Any]]) -> None:
    form, entries = drawn
    blank = write_blank(model_with(form), form)
    filled = fill_word(blank, form, read_entries(form, entries).fitting)
    document = Document(BytesIO(filled))
    assert [(place.key, entered(document, place)) for place in places(form).values()] == list(expected(form, entries))
    etree.fromstring(read_parts(filled)[DOCUMENT])
    # Word would take two tables that touch for one.
    assert not document.element.xpath("//w:tbl[following-sibling::*[1][self::w:tbl] or not(following-sibling::w:p)]")
    others = {name: content for name, content in read_parts(filled).items() if name != DOCUMENT}
    assert others == {name: content for name, content in read_parts(blank).items() if name != DOCUMENT}


@several
@given(filled_forms())
def test_the_same_blank_and_the_same_document_are_made_each_time(drawn: tuple[Form, dict[str, Any]]) -> None:
    form, entries = drawn
    blank = write_blank(model_with(form), form)
    assert write_blank(model_with(form), form) == blank
    assert fill_word(blank, form, {}) == blank
    assert fill_word(blank, form, read_entries(form, entries).fitting) == fill_word(
        blank, form, read_entries(form, entries).fitting
    )


@several
@given(filled_forms())
def test_a_draft_gives_the_same_entries_and_the_text_holds_every_one(drawn: tuple[Form, dict[str, Any]]) -> None:
    form, entries = drawn
    model = model_with(form)
    asked = {"form": form.id, "entries": entries}
    text = ACTS["save_draft"](model, asked)["file"]["text"]
    fitting = read_entries(form, entries).fitting
    assert ACTS["open_draft"](model, {**asked, "text": text}) == {"entries": fitting, "left_over": []}
    shown = ACTS["show_form"](model, asked)
    for place in places(form).values():
        assert all(option in shown["text"] for option in chosen(place, fitting) if place.options)
        assert words(place, fitting) in shown["text"] or place.options


def test_a_document_goes_through_the_page_as_text() -> None:
    model = model_with(FORM)
    blank = b64encode(write_blank(model, FORM)).decode()
    reply = ACTS["write_form"](model, json.loads(json.dumps({"form": FORM.id, "entries": FULL, "blank": blank})))
    document = Document(BytesIO(b64decode(reply["file"]["base64"])))
    assert entered(document, places(FORM)["name"]) == FULL["name"]
