"""A number is called and an address written to as they are meant, whatever signs stand in them."""

from helper.engine.words import email, mail_link


def test_a_link_to_an_address_holds_nothing_but_the_address() -> None:
    assert mail_link("ann.o'hara+duty@north.example") == "mailto:ann.o'hara+duty@north.example"
    assert mail_link("a?b\u00e9=c@north.example") == "mailto:a%3Fb%C3%A9%3Dc@north.example"


def test_an_address_may_break_before_its_host_and_nowhere_else() -> None:
    assert email("a@b.example") == '<a class="eg-mail" href="mailto:a@b.example">a<wbr>@b.example</a>'
    assert email("nobody") == '<a class="eg-mail" href="mailto:nobody">nobody</a>'
