"""Changing any rule of a procedure makes a worked example fail: all of them, where `make test` makes every seventh change."""

from tests.publish.test_rules_flip import flips, salford, unnoticed


def test_changing_any_rule_fails_a_worked_example() -> None:
    assert unnoticed(flips(salford().plain["procedure"])) == []
