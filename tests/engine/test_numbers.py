"""A number is dialled as it is meant, in whatever of the usual ways it is printed."""

import re
from datetime import date

import pytest

from helper.engine.dates.card import contact_card_file
from helper.engine.words import dialled, telephone
from tests.partnerships import invented


@pytest.mark.parametrize(
    ("printed", "wanted"),
    [
        ("0161 496 0110", "+441614960110"),
        ("(0161) 496-0110", "+441614960110"),
        ("161 496 0110", "+441614960110"),
        ("+44 161 496 0110", "+441614960110"),
        ("+44 (0)161 496 0110", "+441614960110"),
        ("+44 0161 496 0110", "+441614960110"),
        ("(+44) 161 496 0110", "+441614960110"),
        ("0044 (0) 161.496.0110", "+441614960110"),
        ("+49 (0)30 901820", "+4930901820"),
        ("0800 1111", "+448001111"),
        ("116 123", "116123"),
        ("999", "999"),
        ("101", "101"),
    ],
)
def test_a_number_is_dialled_with_its_country_and_without_the_zero_of_callers_at_home(printed: str, wanted: str) -> None:
    assert dialled(printed) == wanted
    assert telephone(printed) == f'<a class="eg-tel" href="tel:{wanted}">{printed}</a>'


def test_a_card_holds_a_number_as_printed_but_for_a_zero_that_a_phone_would_dial() -> None:
    contact = {"name": "A", "agency": "A", "role": None, "as_printed": False, "email": [], "copy_to": [], "for_whom": None}
    contact |= {
        "id": "a",
        "notes": [],
        "cautions": [],
        "tel_notes": {},
        "missing": [],
        "tel": ["+44 (0)161 496 0110", "0161 496 0111"],
    }
    card = contact_card_file(invented().partnerships["northmere"].model, contact, date(2026, 11, 25))
    assert re.findall(r"TEL;TYPE=WORK,VOICE:(.*)\r\n", card) == ["+441614960110", "0161 496 0111"]
