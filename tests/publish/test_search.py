"""What can be found, and what a result may say."""

import json
from pathlib import Path
from typing import Any

import pytest
from jsonschema import Draft202012Validator
from ruamel.yaml import YAML

from helper.publish.search import (
    Entry,
    Synonyms,
    build_index,
    dialled_digits,
    find_unused,
    plain_text,
    read_sections,
    read_synonyms,
)

ROOT = Path(__file__).parents[2]
NAMES = {"salford": "Salford", "pan-cheshire": "Pan-Cheshire"}
POLICE = Entry(
    address="salford/contacts/#police",
    title="Greater Manchester Police",
    page="Salford: contact list",
    partnership="salford",
    text="Ring 0161 856 5425 first.",
    tel=("0161 856 5425",),
    email=("Someone@GMP.police.uk",),
    unseen=("Police",),
)


def index_of(*entries: Entry, synonyms: tuple[Synonyms, ...] = ()) -> dict[str, Any]:
    script = build_index(entries, synonyms, NAMES)
    return json.loads(script.removeprefix("globalThis.siteSearchIndex=").removesuffix(";\n"))


def entry_of(entry: Entry, *synonyms: Synonyms) -> dict[str, Any]:
    return index_of(entry, synonyms=synonyms)["entries"][0]


def test_keeps_practitioners_words_out_of_all_that_a_result_shows() -> None:
    found = index_of(POLICE, synonyms=(Synonyms(("cops",), ("police",)),))
    entry = found["entries"][0]
    assert "cops" not in json.dumps([entry["title"], entry["place"], entry["text"]])
    assert entry["titleSynonyms"] == [0]
    assert found["synonyms"][0]["words"] == "cops"


def test_keeps_a_synonym_of_the_text_apart_from_one_of_the_title() -> None:
    page = Entry(address="", title="Home", page="Home", text="Ask the police.")
    entry = entry_of(page, Synonyms(("cops",), ("police",)))
    assert entry["textSynonyms"] == [0]
    assert "titleSynonyms" not in entry


@pytest.mark.parametrize(
    ("text", "is_found"),
    [
        ("A disagreement arose.", True),
        ("Disagreements arose.", True),
        ("The disagreement’s cause", True),
        ("They disagreed.", False),
        ("Nondisagreement", False),
    ],
)
def test_finds_whole_words_singular_or_plural(text: str, is_found: bool) -> None:
    entry = entry_of(Entry("a/", "A", "A", text=text), Synonyms(("dispute",), ("disagreement",)))
    assert ("textSynonyms" in entry) == is_found


@pytest.mark.parametrize(
    ("printed", "digits"),
    [
        ("0161 603 4500", "01616034500"),
        ("(0161) 603-4500", "01616034500"),
        ("+44 161 603 4500", "01616034500"),
        ("+44 (0)161 603 4500", "01616034500"),
        ("0044 161 603 4500", "01616034500"),
        ("0161 779 7800- Option 1", "01617797800"),
        ("0300 0478 700", "03000478700"),
        ("101", "101"),
        ("ask at reception", ""),
    ],
)
def test_reads_a_number_as_it_is_dialled(printed: str, digits: str) -> None:
    assert dialled_digits(printed) == digits


def test_gives_numbers_as_digits_and_addresses_in_small_letters() -> None:
    entry = entry_of(POLICE)
    assert entry["tel"] == ["01618565425"]
    assert entry["email"] == ["someone@gmp.police.uk"]


def test_never_breaks_a_number_over_two_lines() -> None:
    assert "0161\N{NO-BREAK SPACE}856\N{NO-BREAK SPACE}5425 first" in entry_of(POLICE)["text"]


@pytest.mark.parametrize(
    ("entry", "place"),
    [
        (POLICE, "Salford: contact list"),
        (Entry("salford/#b", "Stage B", "Stages", "salford"), "Salford: Stages"),
        (Entry("salford/", "Procedure", "Procedure", "salford"), "Salford"),
        (Entry("about/#privacy", "Privacy", "About"), "About"),
        (Entry("about/", "About", "About"), ""),
    ],
)
def test_says_which_partnership_a_result_belongs_to(entry: Entry, place: str) -> None:
    assert entry_of(entry)["place"] == place


def test_lets_a_contact_take_the_place_of_the_section_it_stands_in() -> None:
    section = Entry(address=POLICE.address, title="Police", page="Contacts", partnership="salford")
    entries = index_of(section, POLICE)["entries"]
    assert [entry["title"] for entry in entries] == ["Greater Manchester Police"]


def test_reads_sections_with_their_page_and_partnership() -> None:
    docs = [
        {"location": "salford/stages/", "title": "The stages", "text": ""},
        {"location": "salford/stages/#b", "title": "Stage B &amp; after", "text": "<p>Line <b>managers</b></p>"},
        {"location": "pan-cheshire.html", "title": "Procedure", "text": ""},
        {"location": "salfordian/", "title": "Other", "text": ""},
    ]
    assert read_sections({"docs": docs}, NAMES) == [
        Entry("salford/stages/", "The stages", "The stages", "salford"),
        Entry("salford/stages/#b", "Stage B & after", "The stages", "salford", "Line managers"),
        Entry("pan-cheshire.html", "Procedure", "Procedure", "pan-cheshire"),
        Entry("salfordian/", "Other", "Other"),
    ]


def test_puts_space_where_a_tag_stood() -> None:
    assert plain_text("<p>One</p><p>two</p>") == "One two"


def test_names_the_groups_that_lead_nowhere() -> None:
    used, unused = Synonyms(("cops",), ("police",)), Synonyms(("LADO",), ("allegations against staff",))
    assert find_unused([POLICE], [used, unused]) == [unused]


def test_is_the_same_each_time_it_is_built() -> None:
    assert build_index([POLICE], (), NAMES) == build_index([POLICE], (), NAMES)


def test_the_synonyms_meet_their_schema() -> None:
    schema = json.loads((ROOT / "schemas/synonyms.schema.json").read_text(encoding="utf-8"))
    content = YAML(typ="safe", pure=True).load(ROOT / "procedures/synonyms.yml")
    Draft202012Validator.check_schema(schema)
    assert [error.message for error in Draft202012Validator(schema).iter_errors(content)] == []
    assert len(read_synonyms(content)) == len(content["groups"])
