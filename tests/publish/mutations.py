"""What can happen to a file: its bytes and a lot in, other bytes out. Each kind is a slip, or a trap that somebody sets."""

import copy
import json
from collections.abc import Callable, Iterator
from pathlib import Path
from random import Random
from typing import Any

from ruamel.yaml import YAML

from tests.publish.traps import BOMBS, ENCODINGS, ENDS, HEADS, NO_TEXT, ODD, STUFF, VALUES, WHOLES

Kind = Callable[[bytes, Random], bytes]
Place = tuple[str | int, ...]


def lines_of(raw: bytes) -> list[str]:
    return raw.decode().splitlines(keepends=True)


def written(lines: list[str]) -> bytes:
    return "".join(lines).encode("utf-8", "surrogatepass")


def of_lines(change: Callable[[list[str], int, Random], None]) -> Kind:
    """Make a kind of what is done to the lines of a file at one of them."""

    def made(raw: bytes, lot: Random) -> bytes:
        lines = lines_of(raw)
        change(lines, lot.randrange(len(lines)), lot)
        return written(lines)

    return made


def drop_lines(lines: list[str], at: int, lot: Random) -> None:
    del lines[at : at + lot.choice((1, 1, 2, 5))]


def double_lines(lines: list[str], at: int, lot: Random) -> None:
    lines[at:at] = lines[at : at + lot.choice((1, 1, 2, 8))]


def swap_lines(lines: list[str], at: int, lot: Random) -> None:
    other = lot.randrange(len(lines))
    lines[at], lines[other] = lines[other], lines[at]


def shift_line(lines: list[str], at: int, lot: Random) -> None:
    lines[at] = lot.choice((" ", "  ", "\t", "    ")) + lines[at] if lot.random() < 0.6 else lines[at].removeprefix("  ")


def plant_line(lines: list[str], at: int, lot: Random) -> None:
    indent = lines[at][: len(lines[at]) - len(lines[at].lstrip())]
    lines.insert(at, "".join(f"{indent}{line}\n" for line in lot.choice(BOMBS).split("\n")))


def plant_letters(lines: list[str], at: int, lot: Random) -> None:
    column = lot.randrange(len(lines[at]))
    lines[at] = lines[at][:column] + lot.choice(ODD) + lines[at][column + lot.choice((0, 0, 1, 3)) :]


def plant_bytes(raw: bytes, lot: Random) -> bytes:
    at = lot.randrange(len(raw))
    return raw[:at] + lot.choice(NO_TEXT) + raw[at:]


def encoded(raw: bytes, lot: Random) -> bytes:
    return raw.decode().encode(lot.choice(ENCODINGS), "replace")


def ended(raw: bytes, lot: Random) -> bytes:
    return raw.replace(b"\n", lot.choice(ENDS))


def headed(raw: bytes, lot: Random) -> bytes:
    return lot.choice(HEADS) + raw


def replaced(raw: bytes, lot: Random) -> bytes:
    return lot.choice(WHOLES)


def cut(raw: bytes, lot: Random) -> bytes:
    return raw[: lot.randrange(len(raw))]


def cut_out(raw: bytes, lot: Random) -> bytes:
    at = lot.randrange(len(raw))
    return raw[:at] + raw[at + lot.randrange(200) :]


def places_in(plain: Any, place: Place = ()) -> Iterator[Place]:
    """Give the place of every value inside another."""
    for key, value in plain.items() if isinstance(plain, dict) else enumerate(plain) if isinstance(plain, list) else ():
        yield (*place, key)
        yield from places_in(value, (*place, key))


def value_at(plain: Any, place: Place) -> Any:
    for key in place:
        plain = plain[key]
    return plain


read: dict[bytes, Any] = {}


def of_values(change: Callable[[Any, Any, list[Place], Random], None]) -> Kind:
    """Make a kind of what is done to one value of a file: to what holds it, under its key. Written as JSON, which is YAML too."""

    def made(raw: bytes, lot: Random) -> bytes:
        if raw not in read:
            read[raw] = json.loads(json.dumps(YAML(typ="safe", pure=True).load(raw), default=str))
        plain = copy.deepcopy(read[raw])
        places = list(places_in(plain))
        *place, key = lot.choice(places)
        change((plain, value_at(plain, tuple(place))), key, places, lot)
        return json.dumps(plain, indent=1, ensure_ascii=False).encode("utf-8", "surrogatepass")

    return made


def take_value_away(held: Any, key: Any, places: list[Place], lot: Random) -> None:
    del held[1][key]


def put_another_value(held: Any, key: Any, places: list[Place], lot: Random) -> None:
    held[1][key] = copy.deepcopy(lot.choice(VALUES))


def put_a_value_from_elsewhere(held: Any, key: Any, places: list[Place], lot: Random) -> None:
    held[1][key] = copy.deepcopy(value_at(held[0], lot.choice(places)))


def change_the_kind(held: Any, key: Any, places: list[Place], lot: Random) -> None:
    value = held[1][key]
    others = (str(value), [value], {"text": value}, {"id": value}, len(str(value)), str(value).upper(), f"{value}\u200b")
    held[1][key] = lot.choice(others)


def change_the_text(held: Any, key: Any, places: list[Place], lot: Random) -> None:
    held[1][key] = f"{held[1][key]}{lot.choice((*ODD, *STUFF))}"


def rename(held: Any, key: Any, places: list[Place], lot: Random) -> None:
    if isinstance(held[1], dict):
        held[1][lot.choice((f"{key}s", key.upper(), "", "id", "text", "\u202e" + key, *ODD[:20]))] = held[1].pop(key)
    else:
        held[1].insert(lot.randrange(len(held[1])), held[1].pop(key))


def multiply(held: Any, key: Any, places: list[Place], lot: Random) -> None:
    if isinstance(held[1], list):
        held[1].extend([held[1][key]] * lot.choice((1, 1, 2, 100, 990)))
    else:
        held[1].update(dict(reversed(list(held[1].items()))))


def turn_round(held: Any, key: Any, places: list[Place], lot: Random) -> None:
    value = held[1][key]
    held[1][key] = (
        dict(reversed(value.items())) if isinstance(value, dict) else list(value)[::-1] if isinstance(value, list) else -1
    )


OF_LINES = (drop_lines, double_lines, swap_lines, shift_line, plant_line, plant_letters)
OF_BYTES = (plant_bytes, encoded, ended, headed, replaced, cut, cut_out)
OF_VALUES = (
    *(take_value_away, put_another_value, put_a_value_from_elsewhere, change_the_kind, change_the_text),
    *(rename, multiply, turn_round),
)
KINDS: dict[str, Kind] = {
    **{change.__name__: of_lines(change) for change in OF_LINES},
    **{kind.__name__: kind for kind in OF_BYTES},
    **{change.__name__: of_values(change) for change in OF_VALUES},
}


def mutate(raw: bytes, kind: str, seed: bytes) -> bytes:
    """Change a file's bytes in one way; the same seed changes them in the same way again."""
    return KINDS[kind](raw, Random(seed))


def put_elsewhere(file: Path, how: str) -> None:
    """Put something that is no file, or nothing, where a file should stand."""
    file.unlink()
    if how == "folder":
        file.mkdir()
    elif how == "link round":
        file.symlink_to(file)
    elif how == "link to nothing":
        file.symlink_to(file.with_name("nothing"))
