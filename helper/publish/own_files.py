"""What is published of one partnership beside its pages: what scripts fetch, and the files that a link leads to."""

import json
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from helper.engine.model import Model
from helper.publish import answers
from helper.publish.all_contacts import contact_cards
from helper.publish.blank import write_blank
from helper.publish.cache import cached
from helper.publish.contact_table import contact_table
from helper.publish.published import Published, plain_of, publish
from helper.publish.read import Partnership


@dataclass(frozen=True)
class OwnFiles:
    """The files by what they are: `table`, `facts`, `lesson`, `cards` and, where there is one, `list`; `blanks` by form."""

    files: Mapping[str, Published]
    blanks: Mapping[str, Published]

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
    return OwnFiles({**_fetched(root, partnership), **_list(model), **contact_cards(model), **taught}, _blanks(model))


def cards_of(own: Mapping[str, OwnFiles]) -> dict[str, dict[str, str | int]]:
    """Tell where the contact cards of each partnership are."""
    return {name: one.files["cards"].plain() for name, one in own.items()}


def _fetched(root: Path, partnership: Partnership) -> dict[str, Published]:
    """Make the answer table, and the facts for the engine."""
    facts = json.dumps(partnership.plain, ensure_ascii=False, separators=(",", ":")).encode()
    makers = [*sorted((root / "helper/engine").rglob("*.py")), Path(answers.__file__)]
    made = cached(
        root / ".cache" / "tables" / partnership.id,
        makers,
        {"facts": facts},
        lambda: {"table": answers.answer_table(partnership.model).encode()},
    )
    return {
        "table": publish("assets/tables", partnership.id, "json", made["table"]),
        "facts": publish("assets/procedures", partnership.id, "json", facts),
    }


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
