"""The folder of procedures becomes one model for each partnership, or problems."""

from pathlib import Path

import pytest

from helper.engine.model import Model
from helper.publish.problems import Problems
from helper.publish.read import folders, read_files, read_library
from tests.partnerships import invented, put_invented, real


def test_reads_every_partnership_in_the_folder(root: Path) -> None:
    there = set(folders(root / "procedures"))
    assert set(real().partnerships) == there
    assert all(isinstance(found.model, Model) for found in real().partnerships.values())


def test_says_that_there_is_no_procedure(tmp_path: Path) -> None:
    with pytest.raises(Problems, match=r"There is no procedure here\."):
        read_library(tmp_path)


def test_one_file_that_cannot_be_read_hides_no_other(tmp_path: Path) -> None:
    put_invented(tmp_path)
    (tmp_path / "procedures" / "northmere" / "forms.yml").write_text("forms: [", encoding="utf-8")
    folder, found = read_files(tmp_path)
    assert [problem.file for problem in found] == ["procedures/northmere/forms.yml"]
    assert set(folder.own["northmere"]) == {"procedure", "contacts", "scenarios", "wording", "training"}


def test_the_plain_data_of_a_partnership_is_what_its_page_loads() -> None:
    plain = invented().partnerships["northmere"].plain
    assert set(plain) == {"procedure", "contacts", "forms", "agencies", "general", "holidays", "frames", "wording"}
    assert plain["forms"] == []


def test_knows_the_bank_holidays_of_england_and_wales() -> None:
    days = invented().partnerships["northmere"].model.holidays.days
    assert days["2026-12-28"] == "Boxing Day"
    assert "2026-04-06" in days
    assert "2026-01-02" not in days  # a holiday in Scotland only
