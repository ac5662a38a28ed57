"""An organisation's colour in, the tones that the pages take from it out: readable in light and in dark, by WCAG 2.2's own formula.

Only what a reader can act on takes the colour. The colours of danger and of doubt mean the same on every copy.
"""

import re
from collections.abc import Iterable, Iterator
from colorsys import rgb_to_hls
from dataclasses import dataclass

Colour = tuple[float, float, float]

# What 1.4.3 asks between text and what is behind it; the tones that we choose ourselves, in the dark, keep well above.
LEAST, EASY = 4.5, 7.0
WHITE, BLACK = "#ffffff", "#000000"
# As in look.css: what stands behind text, and the other colours of text. A test holds them against it.
LIGHT_BEHIND = ("#ffffff", "#f4f6fa", "#fdeced", "#fff5e0")
DARK_BEHIND = ("#121b2e", "#0b1220", "#3a1016", "#33260a")
LIGHT_TEXT = ("#14213d", "#4a5872", "#a8071a", "#7a4b00")
DARK_TEXT = ("#e8edf6", "#b0bcd1", "#ff9aa2", "#ffce7a")
# What a hue means here, its degrees on the circle, and how near another may come; greyer than this it is no hue.
TAKEN = {"danger to a child": (353.0, 18.0), "something doubtful": (37.0, 14.0)}
GREY = 0.25


class BadColour(Exception):
    """What is wrong with a colour, and its mend."""

    def __init__(self, what: str, mend: str) -> None:
        """Keep both."""
        self.what, self.mend = what, mend
        super().__init__(f"{what}. Mend: {mend}")


@dataclass(frozen=True)
class Tones:
    """One scheme's: `do` for what a reader can act on, `on_do` for text on it, `do_wash` behind a text; each as #rrggbb."""

    do: str
    on_do: str
    do_wash: str


@dataclass(frozen=True)
class Palette:
    """The tones of both schemes."""

    light: Tones
    dark: Tones


def palette(wanted: str) -> Palette:
    """Take the tones from a colour, or raise BadColour.

    >>> palette("#005eb8").light
    Tones(do='#005eb8', on_do='#ffffff', do_wash='#e6eff8')
    """
    if not re.fullmatch(r"#[0-9a-fA-F]{6}", wanted):
        raise BadColour(
            f'is "{wanted}", which is not a colour here', 'write # and six digits from 0 to f, in quotes, such as "#005eb8".'
        )
    colour = wanted.lower()
    if means := _means(colour):
        raise BadColour(
            f'is "{colour}", too near to the colour that says {means}', "take another colour of yours; this one keeps its meaning."
        )
    if _least(colour, LIGHT_BEHIND) < LEAST:
        darker = next(tone for tone in _towards(colour, BLACK) if _least(tone, LIGHT_BEHIND) >= LEAST)
        raise BadColour(
            f'is "{colour}", too pale for text: its contrast with the page is {_least(colour, LIGHT_BEHIND):.1f} to 1, and'
            f" {LEAST} is the least",
            f'take a darker one, such as "{darker}".',
        )
    return Palette(_light(colour), _dark(colour))


def styles(tones: Palette) -> str:
    """Say the tones in CSS: look.css takes them in the place of its own."""
    named = {
        "own-do": tones.light.do,
        "own-on-do": tones.light.on_do,
        "own-do-wash": tones.light.do_wash,
        "own-dark-do": tones.dark.do,
        "own-dark-on-do": tones.dark.on_do,
        "own-dark-do-wash": tones.dark.do_wash,
    }
    return f":root{{{';'.join(f'--{name}:{tone}' for name, tone in named.items())}}}\n"


def contrast(one: str, other: str) -> float:
    """Give the contrast of two colours, from 1 to 21.

    >>> contrast("#ffffff", "#000000"), round(contrast("#777777", "#ffffff"), 2)
    (21.0, 4.48)
    """
    darker, lighter = sorted((_luminance(one), _luminance(other)))
    return (lighter + 0.05) / (darker + 0.05)


def _light(colour: str) -> Tones:
    wash = next(tone for tone in _towards(_mixed(colour, WHITE, 0.9), WHITE) if _least(tone, (*LIGHT_TEXT, colour)) >= LEAST)
    return Tones(colour, WHITE, wash)


def _dark(colour: str) -> Tones:
    paper = DARK_BEHIND[0]
    wash = next(tone for tone in _towards(_mixed(colour, paper, 0.8), paper) if _least(tone, DARK_TEXT) >= LEAST)
    do = next(tone for tone in _towards(colour, WHITE) if _least(tone, (*DARK_BEHIND, wash)) >= EASY)
    on_do = next(tone for tone in _towards(_mixed(colour, BLACK, 0.7), BLACK) if contrast(tone, do) >= EASY)
    return Tones(do, on_do, wash)


def _means(colour: str) -> str | None:
    hue, _, saturation = rgb_to_hls(*_parts(colour))
    apart = {means: abs((hue * 360 - taken + 180) % 360 - 180) / near for means, (taken, near) in TAKEN.items()}
    return next((means for means, far in apart.items() if far < 1 and saturation > GREY), None)


def _least(colour: str, others: Iterable[str]) -> float:
    return min(contrast(colour, other) for other in others)


def _towards(colour: str, end: str) -> Iterator[str]:
    """Give tones from one colour to another, both among them."""
    return (_mixed(colour, end, share / 50) for share in range(51))


def _mixed(colour: str, other: str, share: float) -> str:
    """Mix two colours; `share` is how much of the other goes in, from 0 to 1."""
    both = zip(_parts(colour), _parts(other), strict=True)
    return "#" + "".join(f"{round(255 * (one * (1 - share) + two * share)):02x}" for one, two in both)


def _parts(colour: str) -> Colour:
    red, green, blue = (int(colour[at : at + 2], 16) / 255 for at in (1, 3, 5))
    return red, green, blue


def _luminance(colour: str) -> float:
    red, green, blue = (part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in _parts(colour))
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue
