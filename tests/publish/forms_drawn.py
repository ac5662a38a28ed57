"""Forms and text that nobody thought of, for Hypothesis to draw: every type of field, odd labels, any text at all."""

from dataclasses import replace
from typing import Any

from hypothesis import strategies as st

from helper.engine.filled.places import Place, places
from helper.engine.model import Column, Field, Form, Model, Statement
from tests.partnerships import invented

HARD = [
    "Łódź, Ŵyn, ŷd",
    "שלום עולם (12)",
    "مرحبا\tabc",
    "👩‍👩‍👧 🙂",
    "<w:t>&amp;</w:t>",
    "=1+1",
    "{{x}}",
    "\\1\\g<0>",
    "\ue000",
    "  two  spaces  ",
    "a\r\nb\rc\n\nd\n",
    "\v\f\x00\x1f\ufffe\ud800",
    "☐ ☒",
    "2026-11-25",
]
any_text = st.one_of(st.sampled_from(HARD), st.text(max_size=40), st.text(st.characters(), max_size=40))
# A label is read from YAML, which holds no control characters and no half of a surrogate pair.
written = st.text(st.characters(exclude_categories=("Cc", "Cs")), min_size=1, max_size=80)
labels = st.one_of(st.sampled_from(["1.", "<b>&</b>", "Name:", "שם", "If yes, which one?"]), written)
options = st.lists(labels, min_size=1, max_size=4, unique=True).map(tuple)
ids = st.from_regex(r"[a-z0-9]{1,30}(-[a-z0-9]{1,30}){0,2}", fullmatch=True)
simple_types = st.sampled_from(["text", "long_text", "date", "choice", "checks", "yes_no", "fixed"])


@st.composite
def columns(draw: st.DrawFn) -> Column:
    """Draw a column of a table."""
    kind = draw(simple_types)
    return Column(draw(labels), kind, draw(st.none() | labels), draw(options) if kind in ("choice", "checks") else ())


@st.composite
def fields(draw: st.DrawFn, name: str) -> Field:
    """Draw a field with a given id."""
    kind = draw(st.one_of(simple_types, st.just("table")))
    plain: dict[str, Any] = {
        "help": draw(st.none() | labels),
        "group": draw(st.none() | st.sampled_from(["Group:", "Other & more"])),
    }
    if kind in ("choice", "checks"):
        plain["options"] = draw(options)
    if kind == "table":
        first = Column(draw(labels), "fixed") if draw(st.booleans()) else draw(columns())
        plain["columns"] = (first, *draw(st.lists(columns(), max_size=3)))
        plain["rows"] = tuple(draw(st.lists(labels, min_size=1, max_size=3)))
    return Field(name, draw(labels), kind, **plain)


@st.composite
def forms(draw: st.DrawFn) -> Form:
    """Draw a form."""
    names = draw(st.lists(ids, min_size=1, max_size=6, unique=True))
    said = Statement("Keep it <locked> & safe.", "1-1")
    return Form("drawn", draw(labels), "1-1", True, said, (said,), fields=tuple(draw(fields(name)) for name in names))


@st.composite
def filled_forms(draw: st.DrawFn) -> tuple[Form, dict[str, Any]]:
    """Draw a form with entries for some of its places."""
    form = draw(forms())
    found = [place for place in places(form).values() if draw(st.booleans())]
    return form, {place.key: draw(_values(place)) for place in found}


def _values(place: Place) -> st.SearchStrategy[Any]:
    if not place.options:
        return any_text
    one = st.sampled_from(place.options)
    return one if place.takes_one else st.lists(one, unique=True)


def model_with(form: Form) -> Model:
    """Give the invented partnership with this form."""
    return replace(invented().partnerships["northmere"].model, forms=(form,))
