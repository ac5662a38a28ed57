"""Sets as docs/decisions/0018-training-room.md has them, worked out a second time: by Python's own whole numbers."""

import json
import subprocess
from collections.abc import Callable
from itertools import combinations
from math import comb
from typing import Any

from tests.partnerships import ROOT

LETTERS = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"
Plain = dict[str, Any]
WORD = 0xFFFFFFFF


def by_page(sizes: Plain, stock: Plain, sets: list[Plain], typed: list[str]) -> Plain:
    """Let the page's own scripts write, read and draw."""
    asked = json.dumps({"sizes": sizes, "stock": stock, "sets": sets, "typed": typed})
    done = subprocess.run(["node", "tests/web/sets.mjs"], cwd=ROOT, input=asked, capture_output=True, text=True, check=True)
    found: Plain = json.loads(done.stdout)
    return found


def write_code(sizes: Plain, chosen: Plain) -> str:
    """Write a set's code."""
    number = place_of(chosen["partnerships"], sizes["partnerships"])
    for name, values, first in (
        ("kinds", 2 ** sizes["kinds"], 0),
        ("levels", 2 ** sizes["levels"], 0),
        ("borders", 3, 0),
        ("number", sizes["most"], 1),
        ("seed", 1024, 0),
    ):
        number = number * values + chosen[name] - first
    letters: list[int] = []
    while number or len(letters) < 4:
        number, letter = divmod(number, 32)
        letters.insert(0, letter)
    letters += proof(sizes["fingerprint"], letters)
    text = "".join(LETTERS[letter] for letter in [*letters, check(letters)])
    return "-".join(text[start : start + 4] for start in range(0, len(text), 4))


def place_of(chosen: list[int], there_are: int) -> int:
    """Number a choice of partnerships: by size, and among those of one size by their last, then the one before it ..."""
    if not chosen:
        return 0
    smaller = sum(comb(there_are, size) for size in range(1, len(chosen)))
    same_size = sorted(combinations(range(there_are), len(chosen)), key=lambda one: one[::-1])
    return 1 + smaller + same_size.index(tuple(chosen))


def proof(fingerprint: int, letters: list[int]) -> list[int]:
    """Give the three letters that prove an edition: FNV-1a, stirred as MurmurHash3 ends."""
    value = 0x811C9DC5 ^ fingerprint
    for letter in letters:
        value = (value ^ letter) * 0x01000193 & WORD
    value = (value ^ value >> 16) * 0x85EBCA6B & WORD
    value = (value ^ value >> 13) * 0xC2B2AE35 & WORD
    value ^= value >> 16
    return [value & 31, value >> 5 & 31, value >> 10 & 31]


def check(letters: list[int]) -> int:
    """Give the letter that finds a slip: a polynomial over the field of 32."""
    total = 0
    for letter in letters:
        total = (total ^ letter) << 1
        total ^= 0x25 if total & 32 else 0
    return total


def draw(stock: Plain, chosen: Plain) -> list[Plain]:
    """Draw a set."""
    next_number = mulberry(chosen["seed"])
    groups = [shuffled(group, next_number) for group in _groups(stock, chosen)]
    groups = shuffled(groups, next_number)
    drawn: list[Plain] = []
    while len(drawn) < chosen["number"] and any(groups):
        for group in groups:
            if group and len(drawn) < chosen["number"]:
                drawn.append(group.pop())
    return sorted(drawn, key=lambda one: one["level"])


def _groups(stock: Plain, chosen: Plain) -> list[list[Plain]]:
    def fits(level: int, kinds: int) -> bool:
        return (not chosen["levels"] or bool(chosen["levels"] >> level - 1 & 1)) and (
            not chosen["kinds"] or bool(chosen["kinds"] & kinds)
        )

    def is_chosen(place: int) -> bool:
        return not chosen["partnerships"] or place in chosen["partnerships"]

    own = [
        [
            {"partnership": place, "list": "scenarios", "at": at, "level": level}
            for at, (level, kinds) in enumerate(one["scenarios"])
            if is_chosen(place) and fits(level, kinds)
        ]
        for place, one in enumerate(stock["partnerships"])
    ]
    across = [
        {"partnership": lives, "list": "borders", "at": at, "level": level}
        for lives, at, works, level, kinds in stock["borders"]
        if (is_chosen(lives) or is_chosen(works)) and fits(level, kinds)
    ]
    found = (own if chosen["borders"] < 2 else []) + ([across] if chosen["borders"] > 0 else [])
    return [group for group in found if group]


def shuffled(things: list[Any], next_number: Callable[[int], int]) -> list[Any]:
    """Shuffle as Fisher and Yates do, from the last."""
    found = list(things)
    for last in range(len(found) - 1, 0, -1):
        other = next_number(last + 1)
        found[last], found[other] = found[other], found[last]
    return found


def mulberry(seed: int) -> Callable[[int], int]:
    """Give whole numbers below a limit, by mulberry32."""
    state = seed

    def next_number(below: int) -> int:
        nonlocal state
        state = state + 0x6D2B79F5 & WORD
        mixed = (state ^ state >> 15) * (state | 1) & WORD
        mixed ^= mixed + ((mixed ^ mixed >> 7) * (mixed | 61) & WORD) & WORD
        return (mixed ^ mixed >> 14) % below

    return next_number
