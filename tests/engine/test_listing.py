"""What there is, as a page that asks for it is told."""

from typing import Any

from helper.engine.listing import list_partnership
from tests.engine.filled.example import MODEL


def test_a_form_is_listed_by_its_id_and_its_title() -> None:
    listed: Any = list_partnership(MODEL)
    assert listed["forms"] == [{"id": form.id, "label": form.title} for form in MODEL.forms]
