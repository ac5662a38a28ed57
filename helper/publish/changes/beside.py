"""What changed beside the answers: the plain files of two revisions in, what is new, gone or worded otherwise out."""

from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import replace
from typing import Any

from helper.engine.model import Document, Form, Model, Procedure, Stage, Statement, Step
from helper.publish.saying import counted

NOTHING = Statement("")
# What no answer is made of (a test proves it), and which files it stands in, by what readers call it.
IN_PROCEDURE = ("name", "partnership", "summary", "scope", "principles", "borders", "document")
BESIDE = (
    ("what the procedure is for, and the document", "procedure", IN_PROCEDURE),
    ("the summaries of the stages", "procedure", ("stages.summary",)),
    ("the fields of forms", "forms", ("forms.fields", "forms.summary")),
    ("words to use", "wording", ("",)),
    ("what is known for training", "training", ("",)),
    ("worked examples", "scenarios", ("",)),
)
OF_ALL = (
    ("words of ours", "frames"),
    ("training sessions", "session"),
    ("what differs across borders", "cross-border"),
    ("words that the search knows", "synonyms"),
)
NAMED = (
    ("stage", "procedure", "stages", "label"),
    ("side route", "procedure", "side_routes", "label"),
    ("area", "procedure", "areas", "label"),
    ("form", "forms", "forms", "title"),
)
COUNTED = (
    ("entry of the contact list", "entries of the contact list", "contacts", "services"),
    ("worked example", "worked examples", "scenarios", "scenarios"),
)


def bare(model: Model) -> Model:
    """Leave out of a model all that no answer is made of."""
    procedure = model.procedure
    document = Document(procedure.document.id, "", NOTHING, NOTHING, ())
    stages: tuple[Stage, ...] = tuple(replace(stage, summary=NOTHING) for stage in procedure.stages)
    forms: tuple[Form, ...] = tuple(replace(form, fields=(), summary=NOTHING) for form in model.forms)
    left: Procedure = replace(
        procedure,
        name="",
        partnership="",
        summary=NOTHING,
        scope=(),
        principles=(),
        borders=Step(),
        document=document,
        stages=stages,
    )
    return replace(model, procedure=left, forms=forms)


def worded_otherwise(old: Mapping[str, Any], new: Mapping[str, Any]) -> dict[str, int]:
    """Count the texts of a partnership that changed and that no answer has, by where they stand."""
    found: dict[str, int] = {}
    for name, file, paths in BESIDE:
        number = sum(_changed(list(_under(old.get(file), path)), list(_under(new.get(file), path))) for path in paths)
        found |= {name: number} if number else {}
    return found


def of_all(old: Mapping[str, Any], new: Mapping[str, Any]) -> dict[str, int]:
    """Count the texts that changed in the files that all partnerships share and that no answer has."""
    found = {name: _changed(list(_texts(old.get(file))), list(_texts(new.get(file)))) for name, file in OF_ALL}
    return {name: number for name, number in found.items() if number}


def structure(old: Mapping[str, Any], new: Mapping[str, Any]) -> list[str]:
    """Say which stages, side routes, areas, forms, entries of the list and worked examples are new, gone or named otherwise."""
    return [
        *(one for kind in NAMED for one in _named(old, new, *kind)),
        *(one for kind in COUNTED for one in _number(old, new, *kind)),
    ]


def agencies(old: Mapping[str, Any], new: Mapping[str, Any]) -> list[str]:
    """Say which agencies are new, gone or named otherwise."""
    return list(_named(old, new, "agency", "agencies", "agencies", "label"))


def _named(old: Mapping[str, Any], new: Mapping[str, Any], kind: str, file: str, name: str, label: str) -> Iterator[str]:
    was, now = ({one["id"]: one[label] for one in (files.get(file) or {}).get(name, ())} for files in (old, new))
    word = kind.capitalize()
    for one in was.keys() - now.keys():
        again = [other for other in now.keys() - was.keys() if now[other] == was[one]]
        hint = f' {word} "{again[0]}" has its name now: perhaps only the id changed.' if again else ""
        yield f'{word} gone: {was[one]} (id "{one}").{hint}'
    yield from (f'{word} new: {now[one]} (id "{one}").' for one in now if one not in was)
    yield from (
        f'{word} "{one}" is called {now[one]} now; before, {was[one]}.' for one in now if one in was and was[one] != now[one]
    )


def _number(old: Mapping[str, Any], new: Mapping[str, Any], one: str, many: str, file: str, name: str) -> Iterator[str]:
    was, now = ({entry["id"] for entry in (files.get(file) or {}).get(name, ())} for files in (old, new))
    for number, word in ((len(now - was), "new"), (len(was - now), "gone")):
        if number:
            yield f"{number} {one if number == 1 else many} {word}."


def _under(plain: Any, path: str) -> Iterator[str]:
    """Give the texts under a path such as `stages.summary`, in a list in each of its entries."""
    first, _, rest = path.partition(".")
    if isinstance(plain, list):
        for one in plain:
            yield from _under(one, path)
    elif not path:
        yield from _texts(plain)
    elif isinstance(plain, dict):
        yield from _under(plain.get(first), rest)


def _texts(plain: Any) -> Iterator[str]:
    if isinstance(plain, dict | list):
        for one in plain.values() if isinstance(plain, dict) else plain:
            yield from _texts(one)
    elif plain is not None:
        yield str(plain)


def _changed(old: list[str], new: list[str]) -> int:
    """Count the texts that changed: as many as are new or gone, whichever is more."""
    was, now = Counter(old), Counter(new)
    return max((was - now).total(), (now - was).total())


def in_a_row(found: Mapping[str, int]) -> str:
    """Say numbers of texts by where they stand.

    >>> in_a_row({"words to use": 2, "worked examples": 1})
    'words to use: 2 texts; worked examples: 1 text'
    """
    return "; ".join(f"{name}: {counted(number, 'text')}" for name, number in found.items())
