"""How one statement of an answer changed: what two revisions say in, Changes out, in words that need no id."""

from collections.abc import Iterator
from dataclasses import dataclass

from helper.engine.model import Model
from helper.engine.statements import Plain
from helper.engine.words import BASIS
from helper.publish.changes.change import TEXT, WAY, Change, Said

KINDS = {"not_set": "the document does not say it", "not_readable": "a part that we do not have may say it"}


@dataclass(frozen=True)
class Both:
    """A partnership as the old and as the new revision have it."""

    old: Model
    new: Model


def dangers(model: Model) -> dict[str, str]:
    """Give the ways to report a danger, by id, with their names."""
    rules = model.procedure.urgency.up_to("immediate")
    return {rule.protection.id: rule.protection.label for rule in rules if rule.protection}


def statement(both: Both, topic: str, about: str, before: Plain | None, after: Plain | None) -> Iterator[Change]:
    """Say how one statement changed; the name of a step before it is told apart from what it says."""
    was, now = said(both.old, before), said(both.new, after)
    if before and after:
        if was != now:
            yield Change(topic, about, TEXT, was, now)
        if before.get("way") != after.get("way"):
            yield Change(topic, "", WAY, _name(before.get("way")), _name(after.get("way")))
    else:
        yield Change(topic, about, TEXT, was, now)


def _name(way: str | None) -> Said | None:
    return Said(way) if way else None


def said(model: Model, plain: Plain | None, before: str = "") -> Said | None:
    """Say a statement with its basis, its kind of gap and its numbers, and where its document says it."""
    if plain is None:
        return None
    numbers = [number for number in plain.get("tel", ()) if number not in plain["text"]]
    basis = f" ({BASIS[plain['basis']]})" if plain["basis"] == "inferred" else ""
    kind = f" [{KINDS[plain['kind']]}]" if "kind" in plain else ""
    text = " ".join([f"{before}{plain['text']}", *numbers])
    citation, document = plain["citation"], model.procedure.document
    if citation["document"] == document.id:
        return Said(f"{text}{basis}{kind}", citation["section"], document.name_section(citation["section"]))
    general = citation["document"] == model.general.document
    return Said(f"{text}{basis}{kind}", None, "our general advice" if general else f"not from the document: {citation['document']}")
