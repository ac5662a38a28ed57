"""The offline copy of all partnerships: small enough to carry, and whole."""

import re
from pathlib import Path

import pytest

from tests.browser.test_offline_copy import broken_links, is_as_it_is_told, make_offline, unzipped

MOST = 25_000_000


@pytest.fixture(scope="module")
def whole(root: Path, tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, str]:
    """The zip, and the line that was printed."""
    return make_offline(root, tmp_path_factory.mktemp("whole"))


def test_the_zip_is_small_and_what_is_printed_tells_its_hash(whole: tuple[Path, str]) -> None:
    is_as_it_is_told(*whole)
    assert len(whole[0].read_bytes()) <= MOST
    assert re.fullmatch(r"escalation-guide-\d{4}-\d{2}-\d{2}\.zip", whole[0].name)


def test_every_link_of_every_page_leads_to_a_file(whole: tuple[Path, str]) -> None:
    assert broken_links(unzipped(whole[0])) == []
