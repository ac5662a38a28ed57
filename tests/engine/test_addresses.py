"""A number is called and an address written to as they are meant, whatever signs stand in them."""

from helper.engine.html import join
from helper.engine.render import _with_numbers
from helper.engine.words import email, mail_link


def test_a_link_to_an_address_holds_nothing_but_the_address() -> None:
    assert mail_link("ann.o'hara+duty@north.example") == "mailto:ann.o'hara+duty@north.example"
    assert mail_link("a?b\u00e9=c@north.example") == "mailto:a%3Fb%C3%A9%3Dc@north.example"


def test_an_address_may_break_before_its_host_and_nowhere_else() -> None:
    assert email("a@b.example") == '<a class="eg-mail" href="mailto:a@b.example">a<wbr>@b.example</a>'
    assert email("nobody") == '<a class="eg-mail" href="mailto:nobody">nobody</a>'


def test_a_number_in_a_sentence_is_called_where_it_first_stands_and_another_after_it() -> None:
    assert str(join(_with_numbers("Call 999 or 0161 496 0130. Not 999 by text.", ["999", "0161 496 0130"]))) == (
        'Call <a class="eg-tel" href="tel:999">999</a> or <a class="eg-tel" href="tel:+441614960130">0161 496 0130</a>.'
        " Not 999 by text."
    )
    assert str(join(_with_numbers("Call them.", ["999"]))) == 'Call them. <a class="eg-tel" href="tel:999">999</a>'
