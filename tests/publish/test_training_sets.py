"""A code holds a set, proves its edition and survives no slip; a set is drawn the same way everywhere."""

from random import Random
from typing import Any

import pytest

from tests.publish.sets import LETTERS, by_page, draw, write_code

Plain = dict[str, Any]
SIZES = {"partnerships": 5, "kinds": 8, "levels": 3, "most": 12, "fingerprint": 0x9E3779B9}
STOCK = {
    "partnerships": [{"scenarios": [[1 + at % 3, 1 << (at + place) % 8] for at in range(6 + place)]} for place in range(5)],
    "borders": [[0, 0, 1, 1, 1], [0, 1, 3, 2, 4], [4, 0, 2, 3, 20]],
}
PLAIN = {"partnerships": [], "kinds": 0, "levels": 0, "borders": 0, "number": 3, "seed": 77}


def drawn_sets(count: int, partnerships: int) -> list[Plain]:
    """Make sets of every sort, the same ones at every run."""
    chance = Random(18)
    return [
        {
            "partnerships": sorted(chance.sample(range(partnerships), chance.randrange(min(partnerships, 4)))),
            "kinds": chance.randrange(256),
            "levels": chance.randrange(8),
            "borders": chance.randrange(3),
            "number": chance.randrange(1, 13),
            "seed": chance.randrange(1024),
        }
        for _ in range(count)
    ]


def test_codes_and_sets_are_what_the_decision_says_and_come_back_whole() -> None:
    sets = [PLAIN, *drawn_sets(300, 5)]
    found = by_page(SIZES, STOCK, sets, [])
    assert found["codes"] == [write_code(SIZES, one) for one in sets]
    assert found["drawn"] == [draw(STOCK, one) for one in sets]
    assert found["read"] == [{"set": one} for one in sets]
    assert len(found["codes"][0].replace("-", "")) == 8
    assert max(len(code.replace("-", "")) for code in found["codes"]) <= 12
    assert {len(one) for one in found["drawn"]} >= {0, 1, 2, 3, 12}


def test_as_many_partnerships_as_england_has_make_codes_longer_only_where_several_are_chosen() -> None:
    sizes = SIZES | {"partnerships": 150}
    sets = [one | {"partnerships": chosen} for one in drawn_sets(20, 5) for chosen in ([], [149], [3, 148], [0, 75, 149])]
    found = by_page(sizes, STOCK, sets, [])
    assert found["read"] == [{"set": one} for one in sets]
    assert found["codes"][:3] == [write_code(sizes, one) for one in sets[:3]]
    longest = [max(len(code.replace("-", "")) for code in found["codes"][size::4]) for size in range(4)]
    assert longest == sorted(longest)
    assert longest[0] <= 10
    assert longest[1] <= 11


def test_a_code_is_read_as_people_type_it() -> None:
    sets = drawn_sets(40, 5)
    codes = [write_code(SIZES, one) for one in sets]
    typed = [f" {code.lower().replace('-', ' ').replace('0', 'o').replace('1', 'l')}" for code in codes]
    assert by_page(SIZES, STOCK, [], typed)["typed"] == [{"set": one} for one in sets]


def test_one_wrong_letter_and_two_that_changed_places_are_always_found() -> None:
    code = write_code(SIZES, PLAIN).replace("-", "")
    wrong = [code[:at] + letter + code[at + 1 :] for at in range(len(code)) for letter in LETTERS if letter != code[at]]
    pairs = [at for at in range(len(code) - 1) if code[at] != code[at + 1]]
    wrong += [code[:at] + code[at + 1] + code[at] + code[at + 2 :] for at in pairs]
    assert by_page(SIZES, STOCK, [], wrong)["typed"] == [{"fault": "slip"}] * len(wrong)


@pytest.mark.parametrize(("typed", "fault"), [("K7U4-MX9P", "letter"), ("K7Ä4-MX9P", "letter"), ("K7Q", "short"), ("", "short")])
def test_what_is_no_code_is_refused_in_its_own_words(typed: str, fault: str) -> None:
    assert by_page(SIZES, STOCK, [], [typed])["typed"] == [{"fault": fault}]


def test_a_code_of_another_edition_is_refused() -> None:
    codes = [write_code(SIZES | {"fingerprint": edition}, one) for edition in (1, 2, 0xFFFFFFFF) for one in drawn_sets(60, 5)]
    assert by_page(SIZES, STOCK, [], codes)["typed"] == [{"fault": "edition"}] * len(codes)
