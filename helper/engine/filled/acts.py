"""What can be asked about a form's entries: a model and a request in, a reply out."""

from collections.abc import Callable
from typing import Any

from helper.engine.model import Model

Plain = dict[str, Any]

ACTS: dict[str, Callable[[Model, Plain], Plain]] = {}
