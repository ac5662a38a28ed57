"""LibreOffice opens every form, blank and filled in with hard text, and every word is on the paper that it prints."""

import re
from pathlib import Path

import pytest

from helper.engine.filled.entries import read_entries
from helper.engine.filled.places import Place, places
from helper.engine.filled.word import fill_word
from helper.engine.model import Form, Model
from helper.publish.blank import write_blank
from tests.engine.filled.example import FORM, MODEL
from tests.nightly.printing import print_all
from tests.partnerships import real

pytestmark = pytest.mark.needs("libreoffice", "pdftotext")
EVERY = [(found.model, form) for found in real().partnerships.values() for form in found.model.forms if form.available] + [
    (MODEL, FORM)
]
each_form = pytest.mark.parametrize(("model", "form"), EVERY, ids=[f"{model.procedure.id}.{form.id}" for model, form in EVERY])
# No word with lam and alef beside each other: the font draws them as one, and pdftotext gives them back the wrong way round.
HARD = "Łódź Ŵyn-Jones <w:t>&amp;</w:t> =1+1 {{x}}\n\n\tשלום\nمرحبا\n  end."
DIRECTIONS = re.compile("[\u200e\u200f\u202a-\u202e\u2066-\u2069]")  # which pdftotext writes, and nobody typed
LONG = f"{HARD}\n{' '.join(f'w{number:04}' for number in range(3000))}"  # 18,000 letters and more, over several pages


def typed(place: Place) -> list[str]:
    """Give what is typed or ticked at a place: a long text where there is room for it."""
    if place.options:
        return [place.options[-1]] if place.takes_one else list(place.options)
    return [LONG if place.type == "long_text" else HARD.split("\n")[0]]


@pytest.fixture(scope="module")
def printed(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Give a folder with the text of every form, blank and filled in, as LibreOffice prints it."""
    folder = tmp_path_factory.mktemp("printed")
    for model, form in EVERY:
        blank = write_blank(model, form)
        entries = read_entries(form, {key: typed(place) for key, place in places(form).items()})
        (folder / f"{model.procedure.id}.{form.id}.blank.docx").write_bytes(blank)
        (folder / f"{model.procedure.id}.{form.id}.filled.docx").write_bytes(fill_word(blank, form, entries.fitting))
    print_all(folder)
    return folder


def read(printed: Path, model: Model, form: Form, kind: str) -> str:
    return DIRECTIONS.sub("", (printed / f"{model.procedure.id}.{form.id}.{kind}.txt").read_text(encoding="utf-8"))


@each_form
def test_every_word_that_was_typed_is_printed(printed: Path, model: Model, form: Form) -> None:
    text = " ".join(one for place in places(form).values() for one in typed(place))
    assert set(text.split()) - set(read(printed, model, form, "filled").split()) == set()


@each_form
def test_every_label_of_a_blank_is_printed(printed: Path, model: Model, form: Form) -> None:
    said = [text for field in form.fields for text in (field.label, field.help, field.group, *field.options, *field.rows) if text]
    assert set(" ".join(said).split()) - set(read(printed, model, form, "blank").split()) == set()


@each_form
def test_every_page_says_what_made_it_and_its_number(printed: Path, model: Model, form: Form) -> None:
    pages = read(printed, model, form, "filled").rstrip("\f").split("\f")
    assert len(pages) > 1
    assert all(f"Page {number} of {len(pages)}" in page and "Escalation Guide" in page for number, page in enumerate(pages, 1))
