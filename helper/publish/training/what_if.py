"""The choices of "what if": a model in, one small form out, with a list for each question that the helper asks."""

from collections.abc import Iterator

from helper.engine.html import Child, Html, tag
from helper.engine.model import Model
from helper.publish.questions import Option, Question, questions


def what_if(model: Model) -> Html:
    """Show every question of the helper as a list to choose from, and the day as a field; the page fills in a scenario's case."""
    return tag("form", [_field(one) for one in questions(model)], class_="eg-what-if", data_what_if=True, novalidate=True)


def _field(question: Question) -> Html:
    if not (question.options or question.groups):
        return tag("label", question.short, tag("input", type="date", name_=question.id))
    held = {"data_unless": question.unless, "data_clears": question.clears}
    return tag("label", question.short, tag("select", _entries(question), name_=question.id, **held))


def _entries(question: Question) -> Child:
    """List the choices: what is not known last, where the case has room for it."""
    if question.groups:
        unsure = question.unsure or Option("", "", "Not said")
        return [_option(unsure), *(_group(title, options) for title, options in question.groups)]
    return [_option(option) for option in _distinct(question.options)]


def _distinct(options: tuple[Option, ...]) -> Iterator[Option]:
    """Leave out a choice that the case could not tell from another: "not sure" is answered as one of them."""
    known: set[str] = set()
    for option in options:
        if _value(option) not in known:
            known.add(_value(option))
            yield option


def _value(option: Option) -> str:
    return option.id if option.means is None else option.means


def _option(option: Option) -> Html:
    value = _value(option)
    return tag("option", option.label if value else option.short, value=value)


def _group(title: str, options: tuple[Option, ...]) -> Child:
    entries = [_option(option) for option in options]
    return tag("optgroup", entries, label=title) if title else entries
