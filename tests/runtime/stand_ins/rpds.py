"""Stands in for rpds-py inside Pyodide, where its native code has no wheel: as much of it as jsonschema uses, not as fast."""

from collections.abc import Iterable, Mapping
from typing import Any, Self


class HashTrieMap(dict[Any, Any]):
    @classmethod
    def convert(cls, given: Mapping[Any, Any]) -> Self:
        return given if isinstance(given, cls) else cls(given)

    def insert(self, key: Any, value: Any) -> Self:
        return type(self)({**self, key: value})

    def remove(self, key: Any) -> Self:
        return type(self)({known: self[known] for known in self if known != key})

    def update(self, *more: Any, **named: Any) -> Self:  # type: ignore[override]
        made = dict(self)
        made.update(*more, **named)
        return type(self)(made)


class HashTrieSet(frozenset[Any]):
    def insert(self, value: Any) -> "HashTrieSet":
        return HashTrieSet({*self, value})

    def discard(self, value: Any) -> "HashTrieSet":
        return HashTrieSet(self - {value})

    def update(self, *more: Iterable[Any]) -> "HashTrieSet":
        return HashTrieSet(self.union(*more))


class List(tuple[Any, ...]):
    __slots__ = ()

    def push_front(self, value: Any) -> "List":
        return List((value, *self))
