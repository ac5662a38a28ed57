"""What a first visit weighs; how long it takes is measured by `make bench`, on a machine that does nothing else."""

from pathlib import Path

import pytest

from tests.performance.sizes import before_the_answer, engine, tables, together

PARTNERSHIPS = ("harrow", "pan-cheshire", "salford", "trafford", "wigan")


@pytest.mark.parametrize("partnership", PARTNERSHIPS)
def test_the_first_answer_needs_at_most_150_kilobytes(site_folder: Path, partnership: str) -> None:
    files = before_the_answer(site_folder, partnership)
    kinds = {Path(one.path).suffix for one in files}
    assert {".html", ".css", ".js", ".json"} <= kinds, "The page no longer names what its first answer needs."
    assert together("all", files).brotli <= 150_000, files


def test_every_table_is_at_most_60_kilobytes(site_folder: Path) -> None:
    found = tables(site_folder)
    assert {Path(one.path).name.split(".")[0] for one in found} == set(PARTNERSHIPS)
    for one in found:
        assert one.brotli <= 60_000, one


@pytest.mark.parametrize("partnership", PARTNERSHIPS)
def test_the_engine_is_at_most_4_2_megabytes(site_folder: Path, partnership: str) -> None:
    files = engine(site_folder, partnership)
    assert together("all", files).brotli <= 4_200_000, files
    assert all(one.brotli < one.gzip < one.raw for one in files), "Not compressed at build."
