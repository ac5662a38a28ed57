"""A filled form to look over and to print: a model, a form and entries in; HTML out, with everything a reader wrote escaped."""

from collections.abc import Iterable, Mapping
from itertools import groupby

from helper.engine.filled.entries import Value, chosen, words
from helper.engine.filled.places import Place, cell_key, places
from helper.engine.filled.sending import LEFT_EMPTY, SENDING_TITLE, made_with, origin, sending
from helper.engine.filled.word import OPEN, TICKED
from helper.engine.html import Child, Html, tag
from helper.engine.model import Column, Field, Form, Model


def show_sheet(model: Model, form: Form, entries: Mapping[str, Value]) -> Html:
    """Show a filled form as an official notice."""
    said = sending(model, form)
    listed = tag("ul", [tag("li", sentence) for sentence in said])
    return tag(
        "section",
        tag("p", model.procedure.partnership, class_="eg-sheet__partnership"),
        tag("h2", form.title, class_="eg-sheet__title"),
        tag("p", origin(model), class_="eg-sheet__origin"),
        tag("section", tag("h3", SENDING_TITLE), listed, class_="eg-sheet__sending") if said else None,
        _Fields(form, entries).show(),
        tag("p", made_with(model), class_="eg-sheet__made"),
        class_="eg-sheet",
    )


class _Fields:
    """Shows the fields of one form with what was entered in each."""

    def __init__(self, form: Form, entries: Mapping[str, Value]) -> None:
        self._form, self._entries, self._places = form, entries, places(form)

    def show(self) -> list[Html]:
        """Show every field in the form's own order, each group under its heading."""
        shown = []
        for group, fields in groupby(self._form.fields, key=lambda field: field.group):
            heading = tag("h3", group) if group else None
            shown.append(tag("section" if group else "div", heading, self._group(fields), class_="eg-sheet__group"))
        return shown

    def _group(self, fields: Iterable[Field]) -> list[Child]:
        shown: list[Child] = []
        for kind, together in groupby(fields, key=lambda field: field.type if field.type in ("fixed", "table") else "answer"):
            if kind == "fixed":
                shown += [tag("p", field.label, class_="eg-sheet__fixed") for field in together]
            elif kind == "table":
                shown += [self._table(field) for field in together]
            else:
                shown.append(tag("dl", [self._answer(field) for field in together], class_="eg-sheet__answers"))
        return shown

    def _answer(self, field: Field) -> Html:
        return tag("div", tag("dt", _label(field)), self._entered(self._places[field.id], "dd"), class_="eg-sheet__answer")

    def _table(self, field: Field) -> Html:
        headings = [tag("th", _label(column), scope="col") for column in field.columns]
        rows = [
            tag("tr", [self._cell(field, number, index) for index in range(len(field.columns))])
            for number in range(len(field.rows))
        ]
        return tag(
            "table",
            tag("caption", _label(field)),
            tag("thead", tag("tr", headings)),
            tag("tbody", rows),
            class_="eg-sheet__table",
        )

    def _cell(self, field: Field, row: int, index: int) -> Html:
        place = self._places.get(cell_key(field, row, index))
        if place:
            return self._entered(place, "td")
        return tag("th", field.rows[row], scope="row") if index == 0 else tag("td")

    def _entered(self, place: Place, name: str) -> Html:
        """Show what stands at a place, with every option as on paper; `dir` lets each text run in its own direction."""
        entered = chosen(place, self._entries)
        if place.options:
            boxes = [f"{TICKED if option in entered else OPEN} {option}" for option in place.options]
            return tag(name, tag("ul", [tag("li", box) for box in boxes]), class_="eg-sheet__value eg-sheet__value--boxes")
        if not entered:
            return tag(name, LEFT_EMPTY, class_="eg-sheet__value eg-sheet__value--empty")
        return tag(name, words(place, self._entries), class_="eg-sheet__value", dir="auto")


def _label(asked: Field | Column) -> list[Child]:
    return [asked.label, tag("small", " ", asked.help, class_="eg-sheet__help") if asked.help else None]
