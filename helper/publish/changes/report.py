"""A comparison as text for a terminal: how many answers changed, which and how, before and now."""

from collections.abc import Iterator
from itertools import groupby
from typing import Any

from helper.publish.changes.beside import in_a_row
from helper.publish.changes.change import DETAIL, ORDER, TEXT, TOPICS, WAY
from helper.publish.saying import counted

Plain = dict[str, Any]
# What of a thing changed, where it is not what it says.
ASPECTS = {
    ORDER: "the same, in another order",
    WAY: "the step that is named before it",
    DETAIL: "a detail that no reader sees, such as an id",
}


def report(comparison: Plain) -> str:
    """Write a comparison: the number first, then partnership by partnership, then what touches no answer."""
    found = comparison["partnerships"]
    blocks = ["\n".join([headline(comparison), *comparison["notes"]])]
    blocks += ["\n".join(_partnership(one)) for one in found if not is_quiet(one)]
    quiet = [one["name"] for one in found if is_quiet(one)]
    blocks += [f"Nothing changed: {', '.join(quiet)}."] if quiet else []
    shared = [
        *comparison["agencies"],
        *([f"Changed too, and in no answer: {in_a_row(comparison['beside'])}."] if comparison["beside"] else []),
    ]
    blocks += ["\n".join(["For all partnerships", *(f"  {one}" for one in shared)])] if shared else []
    return "\n\n".join(blocks)


def headline(comparison: Plain) -> str:
    """Say in one sentence how much changed."""
    compared = [one for one in comparison["partnerships"] if one["status"] in ("same", "changed")]
    places = sum(bool(one["changed"]) for one in compared)
    where = f", in {places} of {counted(len(compared), 'procedure')}" if places and len(compared) > 1 else ""
    return f"From {comparison['old']} to {comparison['new']}: {answers(comparison)}{where}."


def answers(counts: Plain) -> str:
    """Say how many answers changed.

    >>> answers({"changed": 17, "cases": 240}), answers({"changed": 0, "cases": 240})
    ('17 of 240 answers changed', 'no answer changed, of 240')
    """
    changed, cases = counts["changed"], counts["cases"]
    return f"{changed:,} of {cases:,} answers changed" if changed else f"no answer changed, of {cases:,}"


def is_quiet(one: Plain) -> bool:
    """Tell whether a partnership has nothing to tell."""
    return one["status"] == "same" and not one["structure"] and not one["beside"]


def only_in(one: Plain) -> list[str]:
    """Say how many cases only one of the two revisions can be asked."""
    new, old = one["only_new"], one["only_old"]
    return [
        *([f"{counted(new, 'case')} can be asked that could not be before."] if new else []),
        *([f"{counted(old, 'case')} can be asked no more."] if old else []),
    ]


def what(line: Plain) -> str:
    """Name what changed: the thing and, where it is not what the thing says, what of it."""
    aspect = "" if line["aspect"] == TEXT else ASPECTS.get(line["aspect"], line["aspect"])
    return ": ".join(part for part in (line["about"], aspect) if part)


def _partnership(one: Plain) -> Iterator[str]:
    if one["status"] in ("added", "removed"):
        yield f"{one['name']} is {'new' if one['status'] == 'added' else 'gone'}."
    elif one["status"] == "unread":
        yield f"{one['name']}: its answers could not be compared."
    else:
        yield f"{one['name']}: {answers(one)}."
    yield from (f"  {said}" for said in (*one["problems"], *only_in(one), *one["structure"]))
    for topic, lines in groupby(one["lines"], key=lambda line: line["topic"]):
        yield f"  {TOPICS[topic]}"
        for line in lines:
            yield from _line(line)
    if one["beside"]:
        yield f"  Changed too, and in no answer: {in_a_row(one['beside'])}."


def _line(line: Plain) -> Iterator[str]:
    number = counted(line["cases"], "answer")
    yield f"    {': '.join(part for part in (what(line), f'{number}, {"; ".join(line["where"])}') if part)}"
    if line["before"] or line["after"]:
        yield f"      before: {_said(line['before'])}"
        yield f"      now:    {_said(line['after'])}"


def _said(said: Plain | None) -> str:
    if said is None:
        return "(nothing)"
    return f"{said['text']} [{said['place']}]" if said["place"] else str(said["text"])
