"""A YAML file is read with the place of every value, or refused in a sentence."""

from contextlib import suppress
from pathlib import Path

import pytest

from helper.publish.problems import Problems
from helper.publish.source import LARGEST, Source, read_source


def read(folder: Path, text: str) -> Source:
    (folder / "file.yml").write_text(text, encoding="utf-8")
    return read_source(folder / "file.yml", folder)


def test_knows_the_place_of_every_value(tmp_path: Path) -> None:
    source = read(tmp_path, "# first\na:\n  - {b: one, c: [x, y]}\n  - |\n    long\n    text\n")
    assert source.plain == {"a": [{"b": "one", "c": ["x", "y"]}, "long\ntext\n"]}
    assert source.places[("a", 0, "b")] == (3, 9)
    assert source.places[("a", 0, "c", 1)] == (3, 21)
    assert source.keys[("a",)] == (2, 1)


def test_keeps_words_dates_and_leading_noughts_as_they_are_written(tmp_path: Path) -> None:
    source = read(tmp_path, "a: no\nb: 2026-03-01\nc: on\nd: 0161 603 4500\ne: 2026-03-01T10:00\n")
    assert source.plain == {"a": "no", "b": "2026-03-01", "c": "on", "d": "0161 603 4500", "e": "2026-03-01T10:00"}


def test_names_a_field_by_text_even_where_it_is_a_number(tmp_path: Path) -> None:
    assert read(tmp_path, "{1: must}").plain == {"1": "must"}


def test_points_at_the_nearest_thing_around_what_is_not_there(tmp_path: Path) -> None:
    source = read(tmp_path, "a:\n  b: one\n")
    problem = source.problem(("a", "c", "d"), "What.", "Mend.")
    assert (problem.line, problem.column) == (2, 3)


def test_points_at_the_name_of_a_field_without_a_value(tmp_path: Path) -> None:
    assert read(tmp_path, "a: one\nb:\nc: two\n").problem(("b",), "What.", "Mend.").line == 2


def test_finds_values_under_a_pattern(tmp_path: Path) -> None:
    source = read(tmp_path, "a: [{id: x}, {id: y, in: {id: z}}, 3]")
    assert [value for _, value in source.find("a.*.id")] == ["x", "y"]
    assert [value for _, value in source.find("**.id")] == ["x", "y", "z"]
    assert list(source.find("a.*.id.more")) == []
    assert list(source.find("in.id", ("a", 1))) == [(("a", 1, "in", "id"), "z")]
    assert [value for _, value in source.texts("a.*")] == []


def test_refuses_a_file_that_is_too_large(tmp_path: Path) -> None:
    with pytest.raises(Problems, match="larger than 1 MB"):
        read(tmp_path, "#" * (LARGEST + 1))


@pytest.mark.parametrize("text", ["", "a: [", "a: 'b", "? [a]\n: b", "- -\n -", "a: b: c", "\ufeffa: b", "%YAML 9", "a: !!int b"])
def test_reads_or_refuses_any_text_without_a_traceback(text: str, tmp_path: Path) -> None:
    with suppress(Problems):
        assert read(tmp_path, text).lines == tuple(text.removeprefix("\ufeff").split("\n"))
