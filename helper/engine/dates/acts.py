"""What can be asked about the dates and the contacts of a case: a model, a case and a request in, a reply out."""

from collections.abc import Callable
from typing import Any

from helper.engine.case import Case
from helper.engine.model import Model

Plain = dict[str, Any]

ACTS: dict[str, Callable[[Model, Case, Plain], Plain]] = {}
