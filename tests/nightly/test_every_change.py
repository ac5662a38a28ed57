"""What changed between two revisions, held against the answers to every case, for each kind of change."""

import pytest

from tests.publish.changes.test_differing import CHANGES, compare_with_every_answer


@pytest.mark.parametrize("change", CHANGES)
def test_as_many_answers_changed_as_asking_every_case_finds(change: str) -> None:
    compare_with_every_answer(change)
