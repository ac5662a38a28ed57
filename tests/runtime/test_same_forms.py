"""Python in the browser fills in forms as Python here: sheet, text, Word document and draft, byte for byte."""

import json
from base64 import b64encode
from typing import Any

import pytest

from helper.engine.door import handle
from helper.engine.filled.places import Place, places
from helper.publish.blank import write_blank
from helper.publish.read import Partnership
from tests.partnerships import real
from tests.runtime.conftest import Ask

HARD = "Łódź Ŵyn 🙂 \tשלום مرحبا\r\n<w:t>&amp; =1+1 {{x}} \x00\x0b\ufffe\ud800 end  " + "x" * 20_000
WITH_FORMS = {found.id: found for found in real().partnerships.values() if any(form.available for form in found.model.forms)}


def typed(place: Place) -> Any:
    if place.options:
        return place.options[-1] if place.takes_one else list(place.options)
    return "2026-11-25" if place.type == "date" else HARD


def requests(partnership: Partnership) -> list[str]:
    """Ask for everything that can be asked about each form."""
    asked = [{"do": "open", "model": partnership.plain}]
    for form in (form for form in partnership.model.forms if form.available):
        entries = {"gone": "no place"} | {key: typed(place) for key, place in places(form).items()}
        blank = b64encode(write_blank(partnership.model, form)).decode()
        one = {"partnership": partnership.id, "form": form.id, "entries": entries, "blank": blank}
        draft = json.loads(handle(json.dumps(one | {"do": "save_draft"})))["file"]["text"]
        asked += [one | {"do": act, "text": draft} for act in ("show_form", "write_form", "save_draft", "open_draft")]
        asked.append(one | {"do": "open_draft", "text": "[" * 100_000})
    return [json.dumps(request) for request in asked]


@pytest.mark.parametrize("partnership", WITH_FORMS.values(), ids=WITH_FORMS)
def test_a_form_is_filled_in_alike(ask_pyodide: Ask, partnership: Partnership) -> None:
    handle(json.dumps({"do": "open", "model": partnership.plain}))
    asked = requests(partnership)
    here = [handle(request) for request in asked]
    assert ask_pyodide(asked) == here
    assert all(set(json.loads(reply)) & {"opened", "html", "file", "entries", "refused"} for reply in here)
