"""A file is held against its schema, and every field of every schema says what it is for."""

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from jsonschema import Draft202012Validator

from helper.publish.shape import SCHEMAS, problems_of_shape
from helper.publish.source import read_source
from tests.partnerships import ROOT, every_partnership

FILES = sorted(SCHEMAS.glob("*.schema.json"))
PROCEDURES = sorted(ROOT.glob("procedures/**/*.yml")) + sorted(ROOT.glob("tests/good/procedures/**/*.yml"))


def fields(schema: Any, path: str = "") -> Iterator[tuple[str, dict[str, Any]]]:
    for name, field in schema.get("properties", {}).items():
        yield f"{path}.{name}", field
        yield from fields(field, f"{path}.{name}")
    if isinstance(items := schema.get("items"), dict):
        yield from fields(items, f"{path}[]")
    for name, definition in schema.get("$defs", {}).items():
        yield from fields(definition, f"{path}#{name}")


@pytest.mark.parametrize("file", FILES, ids=lambda file: file.name)
def test_every_schema_is_a_schema(file: Path) -> None:
    Draft202012Validator.check_schema(json.loads(file.read_text(encoding="utf-8")))


@pytest.mark.parametrize("file", FILES, ids=lambda file: file.name)
def test_every_field_is_described(file: Path) -> None:
    every = fields(json.loads(file.read_text(encoding="utf-8")))
    assert [path for path, field in every if not field.get("description") and "$ref" not in field] == []


@pytest.mark.parametrize("file", FILES, ids=lambda file: file.name)
def test_no_object_takes_a_field_that_nothing_reads(file: Path) -> None:
    every = [("", json.loads(file.read_text(encoding="utf-8"))), *fields(json.loads(file.read_text(encoding="utf-8")))]
    loose = [path for path, field in every if field.get("properties") and "additionalProperties" not in field]
    assert loose == []


@pytest.mark.parametrize("file", PROCEDURES, ids=lambda file: str(file.relative_to(ROOT)))
def test_the_first_line_of_a_file_names_its_schema_for_the_editor(file: Path) -> None:
    first = file.read_text(encoding="utf-8").splitlines()[0]
    named = first.removeprefix("# yaml-language-server: $schema=")
    kind = "changes" if file.parent.name == "changes" else file.stem  # entries of the log are named after their day
    assert (file.parent / named).resolve() == SCHEMAS / f"{kind}.schema.json"


@pytest.mark.parametrize("partnership", every_partnership(), ids=lambda partnership: partnership.id)
def test_good_files_have_their_shape(partnership: Any) -> None:
    for name, source in partnership.files.items():
        assert problems_of_shape(source, name) == []


def test_names_every_slip_of_a_file_at_once(tmp_path: Path) -> None:
    (tmp_path / "forms.yml").write_text("forms:\n  - {id: A, titel: x}\n", encoding="utf-8")
    found = problems_of_shape(read_source(tmp_path / "forms.yml", tmp_path), "forms")
    missing = {"title", "section", "available", "summary"}
    assert {problem.what for problem in found} == {
        *(f'"forms 1" has no "{name}".' for name in missing),
        '"forms 1" has a field "titel", which nothing reads.',
        '"forms 1: id" is "A", which does not have the form of an id.',
    }
