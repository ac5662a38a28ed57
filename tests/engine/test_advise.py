"""An Advice says the one thing to do now, whom to contact, by when and with what, each with its place in the source."""

from typing import Any

import pytest

from helper.engine.advise import ORDER, advise
from helper.engine.case import read_case
from helper.publish.shape import schema
from tests.partnerships import every_partnership

MODELS = {partnership.id: partnership.model for partnership in every_partnership()}


def ask(partnership: str, **case: Any) -> dict[str, Any]:
    model = MODELS[partnership]
    plain = {"partnership": partnership, "stage": "start", "urgency": "routine", **case}
    return advise(model, read_case(model, plain))


def ids(advice: dict[str, Any], field: str = "contacts") -> list[str]:
    return [one["id"] for one in advice[field]]


def texts(statements: list[dict[str, Any]]) -> str:
    return " ".join(said["text"] for said in statements)


def test_has_the_fields_of_the_schema_in_its_order() -> None:
    assert list(ask("salford")) == list(ORDER) == list(schema("advice")["properties"])


def test_safety_stands_in_every_answer_set_apart_from_the_procedure() -> None:
    first, second = ask("salford", stage="e", resolved=True)["safety"]
    assert (first["basis"], first["tel"]) == ("general", ["999"])
    assert (second["citation"]["section"], second["tel"]) == ("principles-8", ["0161 603 4500"])


def test_an_inference_says_that_it_is_one() -> None:
    assert ask("salford", stage="b")["headline"]["basis"] == "inferred"
    assert ask("salford", stage="a")["headline"]["basis"] == "stated"


def test_each_side_is_spoken_to() -> None:
    raising, challenged = (ask("salford", side=side)["headline"]["text"] for side in ("raising", "challenged"))
    assert raising != challenged


def test_a_row_of_the_list_may_be_named_by_its_own_id() -> None:
    assert ids(ask("salford", them="looked-after-children")) == ["looked-after-children", "sscp"]


def test_a_person_of_a_row_may_be_named_and_keeps_what_the_row_says() -> None:
    contacts = ask("salford", them="gmp-johnston")["contacts"]
    assert [contact["id"] for contact in contacts] == ["gmp", "gmp-johnston", "sscp"]
    assert "telephone call" in texts(contacts[0]["notes"])


def test_a_row_is_for_the_stages_it_names() -> None:
    assert ids(ask("northmere", stage="start", them="police")) == ["rowan", "partnership-office"]
    assert ids(ask("northmere", stage="tier-1", them="police")) == ["ash", "partnership-office"]


def test_a_row_is_for_the_areas_it_names_and_an_area_not_known_is_every_area() -> None:
    both = ["early-help-north-vale", "early-help-mere-town", "partnership-office"]
    assert ids(ask("northmere", them="early-help", area="mere-town")) == both[1:]
    assert ids(ask("northmere", them="early-help")) == both


def test_a_contact_that_stands_for_two_open_stages_says_so_for_each() -> None:
    contact = ask("salford", urgency="urgent", them="hospital")["contacts"][0]
    assert contact["for_whom"]["text"].startswith("Stage A: ")
    assert " Stage C: " in contact["for_whom"]["text"]


def test_a_number_keeps_what_is_printed_beside_it() -> None:
    report = ask("northmere", urgency="significant_harm")["contacts"][0]
    assert report["tel_notes"] == {"0161 496 0100": "office hours", "0161 496 0199": "nights and weekends"}


def test_a_contact_for_a_danger_is_listed_once() -> None:
    found = ids(ask("salford", urgency="immediate", them="childrens-social-care"))
    assert found[0] == "bridge"
    assert len(found) == len(set(found))


def test_says_what_is_not_printed_for_a_contact() -> None:
    contacts = {contact["id"]: contact for contact in ask("salford", them="housing")["contacts"]}
    assert contacts["strategic-housing"]["missing"] == ["telephone"]


def test_keeps_an_address_that_looks_wrong_as_it_is_printed() -> None:
    contacts = {contact["id"]: contact for contact in ask("salford", them="police")["contacts"]}
    assert contacts["gmp-ball"]["email"] == ["02262@gmp.pnn.police.uk"]
    assert contacts["gmp-ball"]["as_printed"]
    assert contacts["gmp-ball"]["cautions"]


def test_an_agency_on_no_list_is_a_gap_with_somebody_to_ask() -> None:
    advice = ask("salford", them="gp")
    assert ids(advice) == ["sscp"]
    assert "names nobody for GP practices." in texts(advice["gaps"])
    assert "line manager" in texts(advice["notes"])


def test_the_same_agency_on_both_sides_is_told_that_the_stages_are_for_two() -> None:
    assert "The document does not say what to do inside one." in texts(ask("salford", you="gp", them="gp")["gaps"])


def test_a_stand_in_is_named_to_those_who_have_one() -> None:
    assert "may stand in" in texts(ask("northmere", stage="tier-1", you="college")["who"])
    assert "may stand in" not in texts(ask("northmere", stage="tier-1", you="police")["who"])


def test_only_the_challenged_side_has_to_answer_the_same_day() -> None:
    purposes = {
        side: [limit["for"] for limit in ask("northmere", stage="tier-2", side=side)["deadlines"]]
        for side in ("raising", "challenged")
    }
    assert purposes == {
        "raising": ["resolve", "report", "other"],
        "challenged": ["reply", "resolve", "report", "other"],
    }


def test_a_limit_is_counted_from_its_own_event_only() -> None:
    limits = ask("northmere", stage="tier-3", since="2026-01-31")["deadlines"]
    assert [limit["due"] for limit in limits] == ["2026-02-28", None]
    assert limits[1]["counting"]["text"].startswith("Counted from the day of the panel,")
    ahead = ask("northmere", stage="tier-2", since="2026-01-30")["deadlines"]
    assert [limit["due"] for limit in ahead] == ["2026-02-06", None, None]


def test_a_limit_from_the_concern_is_counted_at_the_start_only() -> None:
    assert ask("northmere", since="2026-11-20")["deadlines"][0]["due"] == "2026-11-24"
    later = ask("northmere", stage="tier-1", since="2026-11-20")["deadlines"][0]
    assert later["due"] is None
    assert "which is not the date given here" in later["counting"]["text"]


def test_no_limit_is_counted_where_no_date_was_given() -> None:
    assert {(limit["due"], limit["counting"]) for limit in ask("northmere")["deadlines"]} == {(None, None)}


def test_every_limit_is_the_latest_and_never_an_allowance() -> None:
    for limit in ask("northmere", urgency="urgent")["deadlines"]:
        assert "never an allowance" in limit["sooner"]["text"]
        assert limit["sooner"]["basis"] == limit["convention"]["basis"] == "general"


def test_a_part_that_is_lost_is_worded_otherwise_than_what_is_not_set() -> None:
    assert [gap["kind"] for gap in ask("northmere")["gaps"]] == ["not_readable"]


def test_two_dates_that_disagree_are_both_told() -> None:
    assert "March 2024; the footer says March 2025" in texts(ask("northmere")["cautions"])


@pytest.mark.parametrize("partnership", MODELS)
def test_the_age_of_the_contact_list_and_the_disclaimer_stand_in_every_answer(partnership: str) -> None:
    said = texts(ask(partnership)["cautions"])
    assert MODELS[partnership].contacts.age.text in said
    assert "does not run this site" in said
