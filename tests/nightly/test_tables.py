"""Many more cases than `make test` draws are answered by the table, joined by the page's own code, as by the engine."""

from pathlib import Path

from helper.publish.read import Partnership
from tests.drawn import draw
from tests.publish.test_answers import each, is_as_the_engine_says
from tests.tables import table_of

SAMPLE = 5_000


@each
def test_a_large_share_of_all_cases_is_answered_in_the_same_words_and_markup(partnership: Partnership, site_folder: Path) -> None:
    cases = draw(partnership.model, SAMPLE)
    for start in range(0, SAMPLE, 500):  # the answers of all of them would take 200 MB
        is_as_the_engine_says(partnership, table_of(site_folder, partnership), cases[start : start + 500])
