"""Every row of every list is found on the page of all contacts, and its card says what its own page says."""

import json

import pytest

from helper.engine.model import Model
from helper.publish.all_contacts import all_contacts, contact_cards, contact_index
from helper.publish.contact_rows import contact_rows
from helper.publish.pipeline import is_fetched
from helper.publish.saying import say
from helper.publish.search import plain_text
from tests.partnerships import every_partnership

MODELS = {partnership.id: partnership.model for partnership in every_partnership()}
each_model = pytest.mark.parametrize("model", MODELS.values(), ids=MODELS)


def cards_of(model: Model) -> dict[str, str]:
    made = contact_cards(model)
    cards: dict[str, str] = json.loads(made["cards"].content)
    return cards


def index_of(*models: Model) -> dict[str, list[dict[str, object]]]:
    script = contact_index(models, [], {}).content.decode()
    content: dict[str, list[dict[str, object]]] = json.loads(script.removeprefix("globalThis.contactIndex=").rstrip().rstrip(";"))
    return content


@each_model
def test_every_row_has_a_card_with_all_that_its_own_page_says(model: Model) -> None:
    cards = cards_of(model)
    rows = contact_rows(model, "../")
    assert list(cards) == ([row.id for row in rows] or [""])
    if not rows:  # whoever looks for one of its areas is told that it prints no list
        assert plain_text(str(say(model, model.contacts.unlisted, "../"))) in plain_text(cards[""])
    for row in rows:
        shown = plain_text(cards[row.id])
        assert row.body in cards[row.id]
        assert row.name in shown
        assert model.procedure.partnership in shown
        assert model.contacts.age.text in shown
        assert all(said.text in shown for said in model.contacts.cautions)


@each_model
def test_every_entry_of_the_index_leads_to_a_card(model: Model) -> None:
    entries = index_of(model)["entries"]
    assert [str(entry["address"]).partition("#contact-")[2] for entry in entries] == list(cards_of(model))
    assert all(entry["partnership"] == model.procedure.id for entry in entries)


def test_a_row_is_found_by_its_area_and_one_without_by_every_area() -> None:
    unseen = {str(entry["title"]): str(entry["unseen"]) for entry in index_of(MODELS["northmere"])["entries"]}
    assert "North Vale" in unseen["Early Help, North Vale"]
    assert "Mere Town" not in unseen["Early Help, North Vale"]
    assert all(area.label in unseen["Schools"] for area in MODELS["northmere"].procedure.areas)


def test_the_page_says_what_stands_in_every_list_and_offers_only_agencies_that_are_served() -> None:
    models = list(MODELS.values())
    made = all_contacts(models)
    assert [one["model"] for one in made["lists"]] == models
    for one in made["lists"]:
        assert one["model"].contacts.age.text in one["age"]
        assert bool(one["unlisted"]) == (not one["model"].contacts.services)
    served = {name for model in models for row in model.contacts.services for name in row.agencies}
    assert {agency.id for agency in made["agencies"]} == served


def test_an_offline_copy_gets_the_cards_as_scripts() -> None:
    assert is_fetched(contact_cards(MODELS["northmere"])["cards"].path)
