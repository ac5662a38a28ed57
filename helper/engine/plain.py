"""Build the model's dataclasses from plain data, as YAML or JSON gives it; the schemas have checked its shape before."""

from dataclasses import is_dataclass
from functools import cache
from types import NoneType, UnionType
from typing import Any, get_args, get_origin, get_type_hints


def from_plain[T](kind: type[T], plain: Any) -> T:
    """Build a dataclass, and all it holds, from plain data of the same shape.

    >>> from helper.engine.model import Area
    >>> from_plain(Area, {"id": "halton", "label": "Halton"})
    Area(id='halton', label='Halton')
    """
    return _value(kind, plain)  # type: ignore[no-any-return]


@cache
def _hints(kind: type) -> dict[str, Any]:
    return get_type_hints(kind)


def _value(kind: Any, plain: Any) -> Any:
    if is_dataclass(kind) and isinstance(kind, type):
        hints = _hints(kind)
        unknown = set(plain) - set(hints)
        if unknown:
            raise ValueError(f"{kind.__name__} has no field {sorted(unknown)[0]}")
        return kind(**{name: _value(hints[name], value) for name, value in plain.items()})
    if get_origin(kind) is tuple:
        return tuple(_value(get_args(kind)[0], item) for item in plain)
    if get_origin(kind) is UnionType:
        return None if plain is None else _value(next(arg for arg in get_args(kind) if arg is not NoneType), plain)
    return plain
