"""What a partnership's files say is unclear: a model in; gaps, cautions, readings of ours and parts not held out, each once."""

from collections.abc import Iterator
from dataclasses import dataclass, fields, is_dataclass
from typing import Any

from helper.engine.model import Abbreviation, BeginAt, Gap, Model, Statement


@dataclass(frozen=True)
class Doubts:
    """Gaps: `not_set` where the whole text was read and sets none, `not_readable` where a part we do not have may set one."""

    not_set: tuple[Statement, ...]
    not_readable: tuple[Statement, ...]
    cautions: tuple[Statement, ...]
    readings: tuple[Statement, ...]
    not_held: tuple[Statement, ...]

    @property
    def gaps(self) -> int:
        """Count the gaps of both kinds."""
        return len(self.not_set) + len(self.not_readable)


def doubts_of(model: Model) -> Doubts:
    """Gather them from the procedure, the contact list, the forms and the words."""
    own = (model.procedure, model.contacts, model.forms, model.wording)
    everything = list(things(own))
    gaps = [one for one in everything if isinstance(one, Gap)]
    jumps = [Statement(one.text, one.section, one.basis) for one in everything if isinstance(one, BeginAt)]
    short = [Statement(say_short(one), one.section, one.basis) for one in everything if isinstance(one, Abbreviation)]
    statements = [*(one for one in everything if isinstance(one, Statement)), *jumps, *short]
    held = model.procedure.document.not_held
    return Doubts(
        not_set=_once([gap for gap in gaps if gap.kind == "not_set"]),
        not_readable=_once([gap for gap in gaps if gap.kind == "not_readable"]),
        cautions=_once([said for one in everything for said in getattr(one, "cautions", ())]),
        readings=_once([said for said in statements if said.basis == "inferred"]),
        not_held=_once([said for said in held if said.basis != "inferred"]),
    )


def say_short(short: Abbreviation) -> str:
    """Say what a short form of the document is short for, or that nobody can tell from it."""
    return f"{short.short}: {short.words or 'the document does not write it out'}"


def things(thing: Any) -> Iterator[Any]:
    """Give every dataclass that a thing holds, itself first, in the order of its fields."""
    if isinstance(thing, tuple):
        for item in thing:
            yield from things(item)
    elif is_dataclass(thing):
        yield thing
        for field in fields(thing):
            yield from things(getattr(thing, field.name))


def _once(said: list[Any]) -> tuple[Statement, ...]:
    """Keep the first of those with the same words."""
    return tuple({one.text: one for one in reversed(said)}.values())[::-1]
