"""An independent reader of contact cards, vobject, finds in ours the service first, and no number that nobody should call."""

from collections.abc import Iterator
from datetime import date
from typing import Any

import phonenumbers
import pytest
import vobject
from hypothesis import given, settings
from hypothesis import strategies as any_

from helper.engine.advise import advise
from helper.engine.case import read_case
from helper.engine.dates.acts import ACTS
from helper.engine.dates.card import contact_card_file
from helper.engine.model import Model
from helper.engine.persons import describe
from helper.engine.statements import state
from helper.engine.words import dialled
from tests.partnerships import every_partnership

MODELS = {partnership.id: partnership.model for partnership in every_partnership()}
TODAY = date(2026, 11, 25)


def contacts(model: Model) -> Iterator[dict[str, Any]]:
    """Describe every contact of a partnership, rows and people, as an Advice does."""
    for name, row in model.everyone().items():
        for contact in describe(model, row, name, state(model, model.general.ask_office)):
            if contact["id"] == name:
                yield contact


EVERY = [(model, contact) for model in MODELS.values() for contact in contacts(model)]
each_contact = pytest.mark.parametrize(
    ("model", "contact"), EVERY, ids=[f"{model.procedure.id}-{contact['id']}" for model, contact in EVERY]
)


def read(model: Model, contact: dict[str, Any]) -> Any:
    card = vobject.readOne(contact_card_file(model, contact, TODAY))
    card.validate(raiseException=True)
    return card


def values(card: Any, name: str) -> list[str]:
    return [line.value for line in card.contents.get(name, [])]


@each_contact
def test_every_contact_makes_a_card_with_its_service_first_and_its_numbers(model: Model, contact: dict[str, Any]) -> None:
    card, usable = read(model, contact), not contact["as_printed"]
    assert card.version.value == "3.0"
    assert card.fn.value.startswith(contact["agency"])
    assert card.org.value == [contact["agency"]]
    assert values(card, "tel") == (contact["tel"] if usable else [])
    assert values(card, "email") == (contact["email"] if usable else [])
    assert values(card, "role") == ([contact["role"]] if contact["role"] else [])


@each_contact
def test_every_card_says_how_old_it_is_and_all_that_is_printed_or_doubtful(model: Model, contact: dict[str, Any]) -> None:
    note = read(model, contact).note.value
    beside = [*contact["tel_notes"].values(), *contact["copy_to"]]
    said = [one["text"] for one in (*contact["notes"], *contact["cautions"])]
    wrong = [*contact["tel"], *contact["email"]] if contact["as_printed"] else []
    opening = "Saved on Wednesday 25 November 2026 from Escalation Guide. Check before use."
    for text in (opening, model.contacts.age.text, contact["name"], contact["for_whom"]["text"], *beside, *said, *wrong):
        assert text in note or text == contact["agency"]


@each_contact
def test_no_persons_name_is_the_name_of_a_card(model: Model, contact: dict[str, Any]) -> None:
    card = read(model, contact)
    if contact["name"] != contact["agency"]:
        assert contact["name"] not in card.fn.value
        assert contact["name"] not in card.n.value.family
        assert contact["name"] in card.note.value


def file_names(model: Model, **given: str) -> dict[str, str]:
    """Name the card of every contact that the answer to a case lists."""
    case = read_case(model, {"partnership": model.procedure.id, "urgency": "routine", **given})
    listed = [contact["id"] for contact in advise(model, case)["contacts"]]
    cards = {name: ACTS["write_card"](model, case, {"contact": name, "today": TODAY.isoformat()}) for name in listed}
    return {name: card["file"]["name"] for name, card in cards.items()}


def test_a_card_is_filed_under_its_service_and_not_under_a_persons_name() -> None:
    wigan = file_names(MODELS["wigan"], stage="2", side="challenged", you="integrated-care", them="police")
    assert wigan == {
        "pendlebury": "police-member.vcf",
        "osborne": "ccg-designated-nurse.vcf",
        "anderson": "ccg-chief-officer.vcf",
        "wscb-team": "wscb-team.vcf",
    }


def test_whoever_is_challenged_no_card_is_filed_under_a_persons_own_id() -> None:
    people = 0
    for model in MODELS.values():
        persons = {name for name, row in model.everyone().items() if name != row.id}
        for stage in model.procedure.stages:
            for agency in model.agencies:
                found = file_names(model, stage=stage.id, them=agency.id)
                people += len(persons & found.keys())
                assert not persons & {name.removesuffix(".vcf") for name in found.values()}
    assert people


def test_among_the_contacts_are_people_roles_notes_and_numbers_that_look_wrong() -> None:
    found = [contact for _, contact in EVERY]
    assert any(contact["name"] != contact["agency"] for contact in found)
    assert any(contact["as_printed"] and contact["tel"] + contact["email"] for contact in found)
    for field in ("role", "tel_notes", "copy_to", "notes", "cautions", "missing"):
        assert any(contact[field] for contact in found), field


def test_what_looks_wrong_as_printed_can_be_read_and_not_called_or_written_to() -> None:
    model, contact = next((model, one) for model, one in EVERY if one["tel"] and one["email"])
    card = read(model, contact | {"as_printed": True})
    assert values(card, "tel") + values(card, "email") == []
    assert all(f"As printed, looks wrong: {value}" in card.note.value for value in (*contact["tel"], *contact["email"]))


@each_contact
def test_every_number_is_dialled_as_a_library_of_numbers_would(model: Model, contact: dict[str, Any]) -> None:
    for number in contact["tel"] if not contact["as_printed"] else ():
        parsed = phonenumbers.parse(number, "GB")
        if phonenumbers.is_valid_number(parsed):  # those of a few figures have no country
            assert dialled(number) == phonenumbers.format_number(parsed, phonenumbers.PhoneNumberFormat.E164)


def test_a_card_has_no_zero_that_is_for_callers_at_home() -> None:
    model, contact = next((model, one) for model, one in EVERY if one["tel"] and not one["as_printed"])
    assert values(read(model, contact | {"tel": ["+44 (0)161 496 0110"], "tel_notes": {}}), "tel") == ["+441614960110"]


TEXT = any_.text(
    any_.characters(exclude_categories=["Cs", "Cc", "Zl", "Zp"]) | any_.sampled_from(",;\\:🙂"), min_size=1, max_size=200
)


@settings(max_examples=100, deadline=None)
@given(TEXT, TEXT)
def test_any_service_and_any_role_come_out_as_they_went_in(service: str, role: str) -> None:
    model, contact = EVERY[0]
    card = read(model, contact | {"agency": service, "role": role})
    assert card.fn.value == f"{service}, {role}"
    assert card.org.value == [service]
    assert card.title.value == role
