"""The parts of an Advice, each worked out from the fields of the case that it declares, and from no others.

A part is handed a narrowed case that has only its declared fields: reading another raises an AttributeError. So the
declaration cannot be wrong, and a table may hold each part once per value of these fields.
"""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any, cast

from helper.engine.case import Case
from helper.engine.model import Model
from helper.engine.statements import Plain

Work = Callable[[Model, Case], list[Plain]]
WAY = ("stage", "resolved", "urgency", "situation")
STEP = (*WAY, "side", "area", "you")


@dataclass(frozen=True)
class Part:
    """One part of an Advice: the field it adds to, the fields of the case it depends on, and how it is worked out."""

    field: str
    reads: tuple[str, ...]
    work: Work

    def answer(self, model: Model, case: Case) -> list[Plain]:
        """Work the part out, letting it see only the fields of the case that it declares."""
        return self.work(model, cast(Case, _Narrowed(case, self.reads)))


class _Narrowed:
    """A case of which only some fields can be read, each when it is asked for."""

    def __init__(self, case: Case, reads: tuple[str, ...]) -> None:
        self._case, self._reads = case, reads

    def __getattr__(self, name: str) -> Any:
        if name not in self._reads:
            raise AttributeError(f"This part of an answer does not say that it reads {name!r}.")
        return getattr(self._case, name)


PARTS: list[Part] = []


def part(field: str, *reads: str) -> Callable[[Work], Work]:
    """Register a function as a part of the Advice that adds to `field` and depends on the case's fields `reads`."""

    def register(work: Work) -> Work:
        PARTS.append(Part(field, reads, work))
        return work

    return register
