"""A number is dialled as it is meant, in whatever of the usual ways it is printed."""

import pytest

from helper.engine.words import dialled, telephone


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
