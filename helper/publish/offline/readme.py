"""The name and the partnerships of a copy and the day it was made in, the text that tells its receiver what it is out."""

from collections.abc import Iterable
from datetime import date
from textwrap import fill

from helper.engine.model import Model
from helper.engine.workdays import say_day

WIDTH = 88


def readme(name: str, models: Iterable[Model], built: date) -> str:
    """Return the copy's README.txt."""
    parts = [
        f"{name.upper()}: a copy that needs no server and no network",
        f"Made on {say_day(built)}.",
        "To open it: unzip the whole folder, then double-click index.html in it.\n"
        "Any browser of the last three years will do. Nothing has to be installed.",
        "If a child is in danger right now, call 999.",
        "WHAT IT HOLDS",
        *(_holds(model) for model in models),
        "HOW OLD IT IS",
        _lines(
            f"Everything in it is as it stood on {say_day(built)}. It cannot renew itself. Get a new copy from where you got"
            " this one. Once it is three months old, every page says so at its top."
        ),
        "WHAT IT NEVER DOES",
        _lines(
            "It sends nothing and asks no other computer for anything. It stores nothing on this device. What you enter"
            " stays in the page and is gone when you close it."
        ),
        "The partnerships whose documents these are do not run this guide.",
    ]
    # Written on Windows as on anything else: its oldest editor knows no other end of a line.
    return "\n\n".join(parts).replace("\n", "\r\n") + "\r\n"


def _holds(model: Model) -> str:
    document = model.procedure.document
    dates = "".join(f" {date.what}: {date.printed}." for date in document.dates) or " No date is printed on it."
    return "\n".join(
        (
            _lines(f"{model.procedure.partnership}: {document.title}.{dates}"),
            _lines(f"Its contacts: {model.contacts.age.text}", "  "),
        )
    )


def _lines(text: str, indent: str = "") -> str:
    return fill(text, WIDTH, initial_indent=indent, subsequent_indent=indent)
