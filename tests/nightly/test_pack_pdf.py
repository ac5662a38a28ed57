"""LibreOffice opens every facilitator's pack: every word is on paper, each answer begins a page, and no card is torn."""

import re
from pathlib import Path

import pytest

from tests.nightly.printing import print_all
from tests.packs import opened, sites, word_of, word_text

pytestmark = pytest.mark.needs("libreoffice", "pdftotext")
NAMES = list(sites())
each_pack = pytest.mark.parametrize("name", NAMES)


@pytest.fixture(scope="module")
def printed(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Give a folder with the text of every pack as it is printed."""
    folder = tmp_path_factory.mktemp("packs")
    for name in NAMES:
        (folder / f"{name}.docx").write_bytes(word_of(name))
    print_all(folder)
    return folder


def pages(printed: Path, name: str) -> list[str]:
    return (printed / f"{name}.txt").read_text(encoding="utf-8").rstrip("\f").split("\f")


def letters(text: str) -> str:
    return re.sub(r"[\W_]+", "", text)


@each_pack
def test_every_paragraph_is_on_paper(printed: Path, name: str) -> None:
    text = letters("".join(pages(printed, name)))
    words = {letters(word) for paragraph in word_text(opened(name)).splitlines() for word in paragraph.split()}
    assert len(words) > 500
    assert [word for word in words if word not in text] == []


@each_pack
def test_no_row_of_a_table_is_torn_between_two_pages(printed: Path, name: str) -> None:
    """A row is on one page: a scenario's card, roles to cut apart, what to do if one thing were different."""
    on_pages = [letters(page) for page in pages(printed, name)]
    rows = [[letters(p.text) for cell in row.cells for p in cell.paragraphs] for table in opened(name).tables for row in table.rows]
    assert len(rows) > 60
    assert [row for row in rows if not any(all(text in page for text in row) for page in on_pages)] == []


@each_pack
def test_each_answer_begins_a_page_and_every_page_says_that_all_is_invented(printed: Path, name: str) -> None:
    paper = pages(printed, name)
    begins = [page for page in paper if re.match(r"\s*Answer to card \d+:", page)]
    assert len(begins) == len(
        [p for p in opened(name).paragraphs if p.style.name == "Heading 3" and p.text.startswith("Answer to")]
    )
    for number, page in enumerate(paper, 1):
        assert f"Page {number} of {len(paper)}" in page
        assert "Every scenario is invented." in page
