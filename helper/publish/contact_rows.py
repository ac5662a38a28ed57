"""Contact lists as pages show them: a model in, its rows out, each with its people, numbers and doubts as markup."""

from dataclasses import dataclass

from helper.engine.contact_card import contact_row
from helper.engine.html import Html
from helper.engine.model import Model, Service
from helper.engine.persons import describe


@dataclass(frozen=True)
class Row:
    """One row of a contact list; `words` are its agencies' names, by which it may be filtered."""

    id: str
    name: str
    stages: list[str]
    areas: tuple[str, ...]
    words: str
    people: int
    body: Html


def contact_rows(model: Model, root: str) -> list[Row]:
    """Describe every row, and the partnership's own office after them; `root` is the way from the page to the site's root."""
    office = model.contacts.office
    return [_row(model, row, root) for row in (*model.contacts.services, *((office,) if office else ()))]


def _row(model: Model, row: Service, root: str) -> Row:
    described = [plain | {"for_whom": None} for plain in describe(model, row, row.id, {})]
    own = next((plain for plain in described if plain["id"] == row.id), None)
    people = [plain for plain in described if plain["id"] != row.id]
    stages = [stage.label for stage in model.procedure.stages if stage.id in row.stages]
    words = " ".join(agency.label for agency in model.agencies if agency.id in row.agencies)
    return Row(row.id, row.name, stages, row.areas, words, len(people), contact_row(model, own, people, root))
