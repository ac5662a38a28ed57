"""The model is built from plain data of its own shape; a field that it does not have is named."""

import pytest

from helper.engine.model import Area, ContactList, Limit
from helper.engine.plain import from_plain

AGE = {"text": "It is old.", "section": "5-1"}
LIST = {"title": "Contacts", "section": "5-1", "age": AGE, "unlisted": AGE, "office": None, "services": []}


def test_a_field_that_is_not_known_is_named() -> None:
    with pytest.raises(ValueError, match=r"^Area has no field colour$"):
        from_plain(Area, {"id": "halton", "label": "Halton", "colour": "blue"})


def test_what_may_be_missing_may_be_said_to_be() -> None:
    assert from_plain(ContactList, LIST).office is None
    limit = from_plain(Limit, AGE | {"equates": None, "amount": None})
    assert (limit.equates, limit.amount) == (None, None)
    assert from_plain(Limit, AGE | {"equates": {"amount": 2, "unit": "day"}}).equates.amount == 2  # type: ignore[union-attr]
