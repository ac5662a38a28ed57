import re
from itertools import product

import pytest
from hypothesis import given
from hypothesis import strategies as st

from helper.publish.colour import (
    DARK_BEHIND,
    DARK_TEXT,
    LEAST,
    LIGHT_BEHIND,
    LIGHT_TEXT,
    BadColour,
    Palette,
    Tones,
    contrast,
    palette,
    styles,
)
from tests.partnerships import ROOT

LOOK = (ROOT / "helper/web/look.css").read_text(encoding="utf-8")
colours = st.tuples(*[st.integers(0, 255)] * 3).map(lambda parts: "#{:02x}{:02x}{:02x}".format(*parts))


@pytest.mark.parametrize(
    ("one", "other", "known"),
    # Pairs that are well known for standing on either side of a threshold.
    [("#777777", "#ffffff", 4.48), ("#767676", "#ffffff", 4.54), ("#ff0000", "#ffffff", 4.0), ("#0000ff", "#ffffff", 8.59)],
)
def test_contrast_is_that_of_the_guidelines(one: str, other: str, known: float) -> None:
    assert contrast(one, other) == pytest.approx(contrast(other, one)) == pytest.approx(known, abs=0.011)


@given(colours)
def test_every_colour_is_readable_in_both_schemes_or_refused_with_a_mend(colour: str) -> None:
    found = tried(colour)
    if isinstance(found, BadColour):
        offered = re.search(r'such as "(#[0-9a-f]{6})"', found.mend)
        again = tried(offered[1]) if offered else found
        assert isinstance(again, Palette) or "keeps its meaning" in again.mend
        return
    assert found.light.do == colour
    for tones, behind, text in ((found.light, LIGHT_BEHIND, LIGHT_TEXT), (found.dark, DARK_BEHIND, DARK_TEXT)):
        assert unreadable(tones, behind, text) == []


def tried(colour: str) -> Palette | BadColour:
    try:
        return palette(colour)
    except BadColour as problem:
        return problem


def unreadable(tones: Tones, behind: tuple[str, ...], text: tuple[str, ...]) -> list[tuple[str, str]]:
    pairs = [*product([tones.do], [*behind, tones.do_wash]), *product(text, [tones.do_wash]), (tones.on_do, tones.do)]
    return [pair for pair in pairs if contrast(*pair) < LEAST]


@pytest.mark.parametrize(
    ("wrong", "what"),
    [
        ("blue", "not a colour here"),
        ("#05b", "not a colour here"),
        ("#005eb8;}", "not a colour here"),
        ("#005eb8\n", "not a colour here"),
        ("#ffcc00", "something doubtful"),
        ("#d4351c", "danger to a child"),
        ("#6fd3df", "too pale for text: its contrast with the page is 1.5 to 1"),
    ],
)
def test_says_what_is_wrong_with_a_colour(wrong: str, what: str) -> None:
    with pytest.raises(BadColour, match=re.escape(what)):
        palette(wrong)


def test_a_pale_colour_is_told_the_nearest_that_will_do() -> None:
    with pytest.raises(BadColour) as raised:
        palette("#4a90d9")
    offered = re.findall(r"#[0-9a-f]{6}", raised.value.mend)
    assert LEAST <= min(contrast(offered[0], behind) for behind in LIGHT_BEHIND) < LEAST + 0.4


def test_the_colours_it_reckons_with_are_those_of_the_pages() -> None:
    pairs = re.findall(r"--([\w-]+): var\(--light, (#[0-9a-f]{3,6})\) var\(--dark, (#[0-9a-f]{3,6})\);", LOOK)
    light, dark = ({name: whole(pair[at]) for name, *pair in pairs} for at in (0, 1))
    for known, behind, text in ((light, LIGHT_BEHIND, LIGHT_TEXT), (dark, DARK_BEHIND, DARK_TEXT)):
        assert tuple(known[name] for name in ("paper", "wash", "safety-wash", "doubt-wash")) == behind
        assert tuple(known[name] for name in ("ink", "muted", "safety", "doubt")) == text


def whole(value: str) -> str:
    return value if len(value) == 7 else "#" + "".join(2 * digit for digit in value[1:])


def test_the_styles_set_what_the_pages_take_and_nothing_else() -> None:
    said = styles(palette("#7a1f5c"))
    assert re.fullmatch(r":root\{(--[\w-]+:#[0-9a-f]{6};?){6}\}\n", said)
    assert set(re.findall(r"--(own-[\w-]+):", said)) == set(re.findall(r"var\(--(own-[\w-]+)", LOOK))
