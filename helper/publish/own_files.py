"""What is published of one partnership beside its pages: what scripts fetch, and the files that a link leads to."""

import json
from collections.abc import Iterator, Mapping
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Any

from helper.engine.model import Model
from helper.publish import answers
from helper.publish.all_contacts import contact_cards
from helper.publish.assurance import count
from helper.publish.assurance.count import Counted, count_answers
from helper.publish.blank import write_blank
from helper.publish.cache import cached
from helper.publish.contact_table import contact_table
from helper.publish.published import Published, plain_of, publish
from helper.publish.read import Partnership


@dataclass(frozen=True)
class OwnFiles:
    """The files by what they are: `table`, `facts`, `lesson`, `cards` and, where there is one, `list`; `blanks` by form; and how
    many cases the table answers."""

    files: Mapping[str, Published]
    blanks: Mapping[str, Published]
    counted: Counted

    def all(self) -> Iterator[Published]:
        """Give every file."""
        yield from self.files.values()
        yield from self.blanks.values()

    def plain(self) -> dict[str, Any]:
        """Give what the pages know of them: `{address, size, sha256}` of each."""
        return {**plain_of(self.files), "blanks": plain_of(self.blanks)}


def own_files(root: Path, partnership: Partnership, lesson: str) -> OwnFiles:
    """Make the files of a partnership; `lesson` is what the training room needs of it."""
    model, name = partnership.model, partnership.id
    taught = {"lesson": publish("assets/training", name, "json", lesson.encode())}
    table, facts, counted = _answers(root, partnership)
    fetched = {
        "table": publish("assets/tables", name, "json", table),
        "facts": publish("assets/procedures", name, "json", facts),
    }
    return OwnFiles({**fetched, **_list(model), **contact_cards(model), **taught}, _blanks(model), counted)


def cards_of(own: Mapping[str, OwnFiles]) -> dict[str, dict[str, str | int]]:
    """Tell where the contact cards of each partnership are."""
    return {name: one.files["cards"].plain() for name, one in own.items()}


def _answers(root: Path, partnership: Partnership) -> tuple[bytes, bytes, Counted]:
    """Make the answer table and the facts for the engine, and count the cases that the table answers."""
    facts = json.dumps(partnership.plain, ensure_ascii=False, separators=(",", ":")).encode()
    makers = [*sorted((root / "helper/engine").rglob("*.py")), Path(answers.__file__), Path(count.__file__)]
    made = cached(root / ".cache" / "tables" / partnership.id, makers, {"facts": facts}, lambda: _slow(partnership.model))
    return made["table"], facts, Counted(**json.loads(made["counted"]))


def _slow(model: Model) -> dict[str, bytes]:
    table = answers.answer_table(model)
    return {"table": table.encode(), "counted": json.dumps(asdict(count_answers(json.loads(table)))).encode()}


def _blanks(model: Model) -> dict[str, Published]:
    """Make the blank Word document of each form that we hold, by the form's id."""
    name = model.procedure.id
    return {
        form.id: publish("assets/forms", f"{name}.{form.id}", "docx", write_blank(model, form))
        for form in model.forms
        if form.available
    }


def _list(model: Model) -> dict[str, Published]:
    """Make the contact list as a table, where there is one: a file for people, which no script asks for."""
    table = contact_table(model).encode()
    return {"list": publish("assets/lists", model.procedure.id, "csv", table)} if model.contacts.services else {}
