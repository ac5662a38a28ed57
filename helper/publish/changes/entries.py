"""What an answer says otherwise, field by field: the lists of two revisions in, Changes out, in words that need no id."""

from collections.abc import Callable, Iterator
from dataclasses import replace

from helper.engine.limits import from_when
from helper.engine.listing import START_LABEL
from helper.engine.model import START, Model
from helper.engine.statements import Plain
from helper.engine.words import has_number, say_limit
from helper.publish.changes.change import DETAIL, ORDER, TEXT, Change, Said
from helper.publish.changes.contacts import LIST, contacts, names_somebody, value_of
from helper.publish.changes.pairing import by_id, by_limit, by_words, pairs
from helper.publish.changes.saying import Both, dangers, said, statement

IN_WORDS = "limit-in-words"
TOPIC = {"safety": "danger", "deadlines": "limit"}
STATEMENTS = ("headline", "safety", "who", "record", "inform", "notes", "gaps", "cautions")
CHOICES = {"must": "", "may": " (a choice)"}


def changes_of(both: Both, field: str, old: list[Plain], new: list[Plain]) -> tuple[Change, ...]:
    """List what one field of an answer says otherwise; an order alone that differs is a change too."""
    if old == new:
        return ()
    topic = TOPIC.get(field, field)
    if found := dict.fromkeys(_FIELDS[field](both, topic, old, new)):
        return tuple(found)
    only_moved = len(old) == len(new) and all(one in new for one in old)
    return (Change(topic, "", ORDER if only_moved else DETAIL, None, None),)


def _statements(both: Both, topic: str, old: list[Plain], new: list[Plain]) -> Iterator[Change]:
    for before, after in pairs(old, new, by_words):
        names = [one for one in (before, after) if one and names_somebody(both, one["text"], one.get("about") == "contact")]
        for change in statement(both, topic, "", before, after):
            yield replace(change, contact=LIST) if names else change


def _next(both: Both, topic: str, old: list[Plain], new: list[Plain]) -> Iterator[Change]:
    def name(route: Plain | None) -> Said | None:
        return Said(f"{route['label']}: {route['title']}{CHOICES[route['choice']]}") if route else None

    for before, after in pairs(old, new, by_id):
        outside = "outside" in [route["kind"] for route in (before, after) if route]
        yield Change("danger" if outside else topic, "", TEXT, name(before), name(after))


def _limits(both: Both, topic: str, old: list[Plain], new: list[Plain]) -> Iterator[Change]:
    for before, after in pairs(old, new, by_limit):
        now, model = (after, both.new) if after else (before, both.old)
        assert now is not None
        about = _place_of(model, now)
        numbered = any(limit and limit["unit"] for limit in (before, after))
        whose = "danger" if now["stage"] in dangers(model) else topic if numbered else IN_WORDS
        was, becomes = _limit(both.old, before), _limit(both.new, after)
        if was != becomes:
            yield Change(whose, about, TEXT, was, becomes)
        for name in ("sooner", "convention"):
            if before and after and before[name] != after[name]:
                yield from statement(both, whose, "", before[name], after[name])


def _limit(model: Model, limit: Plain | None) -> Said | None:
    if limit is None:
        return None
    start = f"{from_when(limit)} " if has_number(limit) else ""
    return said(model, limit, f"{say_limit(limit)}. {start}")


def _place_of(model: Model, limit: Plain) -> str:
    """Name the stage that a limit is set for; one that holds at any stage has no name."""
    for stage in model.procedure.stages:
        if stage.id == limit["stage"] and limit["text"] in [one.text for one in stage.limits]:
            return stage.label
    return dangers(model).get(limit["stage"], "")


def _forms(both: Both, topic: str, old: list[Plain], new: list[Plain]) -> Iterator[Change]:
    for before, after in pairs(old, new, by_id):
        if not (before and after):
            yield Change(topic, "", TEXT, _form(both.old, before), _form(both.new, after))
            continue
        title = after["title"]
        yield from statement(both, topic, title, before, after)
        details = (_details(both.old, before), _details(both.new, after))
        for aspect, was in details[0].items():
            if was != details[1][aspect]:
                yield Change(topic, title, aspect, was, details[1][aspect])
        for name in ("send_to", "keep", "cautions"):
            for one, other in pairs(before[name], after[name], by_words):
                yield from statement(both, topic, title, one, other)


def _form(model: Model, form: Plain | None) -> Said | None:
    return said(model, form, f"{form['title']}: ") if form else None


def _details(model: Model, form: Plain) -> dict[str, Said | None]:
    labels: dict[str, str] = {START: START_LABEL} | {stage.id: stage.label for stage in model.procedure.stages}
    return {
        "title": Said(form["title"]),
        "whether we hold it": Said("we hold it" if form["available"] else "we do not hold it"),
        "copy to": value_of(form["copy_to"]),
        "stage": Said(labels.get(form["stage"]) or str(form["stage"])),
    }


Work = Callable[[Both, str, list[Plain], list[Plain]], Iterator[Change]]
_FIELDS: dict[str, Work] = {
    **dict.fromkeys(STATEMENTS, _statements),
    "next": _next,
    "deadlines": _limits,
    "contacts": contacts,
    "forms": _forms,
}
