"""Ten thousand changes of real procedures, drawn otherwise than the 500 of every run (tests/publish/test_mutations.py)."""

from hypothesis import given, settings

from tests.publish.fuzzed import Fuzzed
from tests.publish.mutations import mutate
from tests.publish.test_mutations import changes, fuzzed, lot

__all__ = ["fuzzed"]


@settings(lot, max_examples=10_000)
@given(*changes)
def test_ten_thousand_changed_files_are_answered_with_problems_or_with_a_model(
    fuzzed: Fuzzed, name: str, kind: str, seed: bytes
) -> None:
    fuzzed.hold(name, mutate(fuzzed.whole[name], kind, seed))
