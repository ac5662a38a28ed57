"""Our style sheets are one in the page: what one says of a name holds everywhere, also where another means something else by it."""

import re
from collections import defaultdict
from collections.abc import Iterator
from pathlib import Path

from tests.partnerships import ROOT

# A comma inside brackets parts no selectors.
COMMA = re.compile(r",(?![^()]*\))")
# A rule about all that bears a name, wherever it stands: nothing but the name, below what the theme asks for.
PLAIN = re.compile(r"""(?:\[dir="ltr"\] )?(?:\.md-typeset )?\.(eg-[\w-]+)""")


def named(sheet: Path) -> Iterator[str]:
    """Give the names that a sheet has a rule about, but for those for paper, narrow windows and the like."""
    css = re.sub(r"/\*.*?\*/", "", sheet.read_text(encoding="utf-8"), flags=re.DOTALL)
    for found in re.finditer(r"^([^\s@}][^{}]*)\{", css, re.MULTILINE):
        for selector in COMMA.split(found[1]):
            if plain := PLAIN.fullmatch(selector.strip()):
                yield plain[1]


def test_one_name_is_one_thing() -> None:
    sheets = defaultdict(set)
    for sheet in (ROOT / "helper/web").rglob("*.css"):
        for name in named(sheet):
            sheets[name].add(sheet.name)
    assert len(sheets) > 100
    assert {name: where for name, where in sheets.items() if len(where) > 1} == {}
