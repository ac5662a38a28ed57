"""mutmut's changes of the engine: of ten at least nine are noticed by a test. It takes an hour or two."""

import pytest

from tests.nightly.mutants import REPORT, SURVIVED, UNTESTED, found, main, share_killed
from tests.nightly.survivors import NONE

pytestmark = pytest.mark.needs("mutmut")


def test_nine_of_ten_changes_of_the_engine_are_noticed_and_each_other_one_has_its_reason() -> None:
    assert main([]) == 0
    mutants = found()
    assert [one.name for one in mutants if one.ended is None] == []
    assert share_killed(mutants) >= 0.9
    said = REPORT.read_text(encoding="utf-8")
    assert NONE not in said
    assert said.count("\n- `") == sum(one.ended in (SURVIVED, UNTESTED) for one in mutants)
