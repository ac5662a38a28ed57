"""Stands in for Hypothesis inside Pyodide, where its native code has no wheel: draws seeded examples, and shrinks none."""

from collections.abc import Callable
from datetime import date, datetime, timedelta
from random import Random
from types import SimpleNamespace
from typing import Any

EXAMPLES = 100
Strategy = Callable[[Random], Any]


def given(*strategies: Strategy) -> Callable[[Callable[..., None]], Callable[[], None]]:
    def wrap(test: Callable[..., None]) -> Callable[[], None]:
        def every_example() -> None:
            draw = Random(test.__name__)
            for _ in range(EXAMPLES):
                test(*(strategy(draw) for strategy in strategies))

        every_example.__name__ = test.__name__
        return every_example

    return wrap


def dates(first: date = date.min, last: date = date.max) -> Strategy:
    return lambda draw: first + timedelta(days=draw.randint(0, (last - first).days))


def datetimes() -> Strategy:
    seconds = int((datetime.max - datetime.min).total_seconds())
    return lambda draw: datetime.min + timedelta(seconds=draw.randint(0, seconds))


def integers(least: int, most: int) -> Strategy:
    return lambda draw: draw.randint(least, most)


def sampled_from(values: list[Any]) -> Strategy:
    return lambda draw: draw.choice(values)


strategies = SimpleNamespace(dates=dates, datetimes=datetimes, integers=integers, sampled_from=sampled_from)
