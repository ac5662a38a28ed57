"""A spreadsheet that opens the contact list as a table finds every number and address in it, and nothing that it would work out."""

import csv
from collections import defaultdict
from dataclasses import replace
from io import StringIO

import pytest

from helper.engine.model import Contact, Model
from helper.publish.contact_table import COLUMNS, contact_table
from helper.publish.pages import site_pages
from helper.publish.pipeline import is_fetched
from helper.publish.site import Assets, Site
from helper.publish.table_file import BYTE_ORDER_MARK
from tests.partnerships import every_partnership

MODELS = {partnership.id: partnership.model for partnership in every_partnership()}
each_model = pytest.mark.parametrize("model", MODELS.values(), ids=MODELS)


def read(model: Model) -> list[dict[str, str]]:
    text = contact_table(model)
    assert text.startswith(BYTE_ORDER_MARK)
    return list(csv.DictReader(StringIO(text.removeprefix(BYTE_ORDER_MARK), newline=""), strict=True))


def everyone(model: Model) -> list[Contact]:
    office = model.contacts.office
    rows = (*model.contacts.services, *((office,) if office else ()))
    return [contact for row in rows for contact in (row, *row.people)]


@each_model
def test_every_service_and_every_person_has_a_row_with_all_that_is_printed(model: Model) -> None:
    rows = read(model)
    assert len(rows) == len(everyone(model))
    for row, contact in zip(rows, everyone(model), strict=True):
        assert contact.name in (row["Service"], row["Name"])
        assert row["Role"] == (contact.role or "")
        assert row["Telephone"] == "; ".join(tel.number for tel in contact.tel)
        assert row["E-mail"] == "; ".join(contact.email)
        assert row["Copy to"] == "; ".join(contact.copy_to)
        assert all(tel.note in row["Telephone note"] for tel in contact.tel if tel.note)
        assert all(said.text in row["Remarks"] for said in contact.notes)
        assert all(said.text in row["Doubts"] for said in contact.cautions)
        assert bool(row["Number or address looks wrong"]) == contact.as_printed


@each_model
def test_every_row_says_whose_list_it_is_from_and_how_old(model: Model) -> None:
    for row in read(model):
        assert row["Partnership"] == model.procedure.partnership
        assert row["List"] == model.contacts.title
        assert row["Printed"] == (model.contacts.printed or "no date printed")
        assert row["Confirmed"] == (model.contacts.confirmed or "never confirmed")
        assert all(said.text in row["Doubts about the whole list"] for said in model.contacts.cautions)


@each_model
def test_no_value_holds_what_separates_several(model: Model) -> None:
    printed = [value for one in everyone(model) for value in (*(tel.number for tel in one.tel), *one.email, *one.copy_to)]
    assert [value for value in printed if ";" in value] == []


@each_model
def test_every_line_ends_as_the_format_has_it_and_has_every_column(model: Model) -> None:
    text = contact_table(model)
    assert text.endswith("\r\n")
    assert all(tuple(row) == COLUMNS for row in read(model))
    assert all(None not in row.values() for row in read(model))


@pytest.mark.parametrize("first", ["=", "+", "-", "@", "＝", "＠", "\t=", "\r="])
def test_what_looks_like_a_formula_is_kept_as_text(first: str) -> None:
    model = MODELS["northmere"]
    service = replace(model.contacts.services[0], name=f'{first}HYPERLINK("x")')
    changed = replace(model, contacts=replace(model.contacts, services=(service,)))
    assert read(changed)[0]["Service"] == f"'{service.name}"


def test_other_text_is_left_as_it_is() -> None:
    names = [row["Service"] for row in read(MODELS["salford"])]
    assert names[0] == MODELS["salford"].contacts.services[0].name
    assert not any(name.startswith("'") for name in names)


def contacts_page(model: Model, **more: dict[str, str]) -> str:
    file = {"address": "assets/x", "size": 1, "sha256": "0"}
    known = {model.procedure.id: {"table": file, "facts": file, **more}}
    pages = site_pages(Site((model,), "Sunday 22 November 2026", Assets(defaultdict(str), {"worker": file}, known)))
    return next(page.html for page in pages if page.path == f"{model.procedure.id}/contacts/index.md")


def test_the_contacts_page_leads_to_the_table_under_a_name_that_says_what_it_is() -> None:
    html = contacts_page(MODELS["salford"], list={"address": "assets/lists/salford.0a1b.csv"})
    assert '<a href="../../assets/lists/salford.0a1b.csv" download="salford-contacts.csv">' in html


def test_where_there_is_no_list_no_page_promises_one() -> None:
    assert "CSV" not in contacts_page(MODELS["harrow"])


def test_the_table_is_for_people_and_nothing_that_a_script_asks_for() -> None:
    assert not is_fetched("assets/lists/salford.0a1b.csv")
