"""Our first steps for who is challenged, and beside them what the procedure itself says: all of it where there is no case."""

from dataclasses import replace

from helper.engine.case import Case
from helper.engine.html import join
from helper.engine.model import Statement, When
from helper.engine.view import Asked
from helper.engine.wording.challenged import challenged, first_steps
from tests.engine.filled.example import MODEL

SAID = (
    Statement("Answer the one who asked.", "3-1", when=When(side=("challenged",))),
    Statement("Ask again.", "3-1", when=When(side=("raising",))),
)
CASE = Case("northmere", "tier-1", "routine", side="challenged")


def test_what_the_procedure_says_is_for_the_case_or_all_of_it() -> None:
    model = replace(MODEL, wording=replace(MODEL.wording, challenged=SAID))
    of_the_case, whole = join(first_steps(model, CASE, "")), join(first_steps(model, None, ""))
    assert ("Answer the one" in of_the_case, "Ask again." in of_the_case) == (True, False)
    assert ("Answer the one" in whole, "Ask again." in whole) == (True, True)


def test_where_it_says_nothing_only_ours_stand_there() -> None:
    model = replace(MODEL, wording=replace(MODEL.wording, challenged=()))
    assert "The procedure itself says" not in join(first_steps(model, CASE, ""))


def test_an_answer_shows_what_is_for_its_case_and_nothing_once_it_is_settled() -> None:
    model = replace(MODEL, wording=replace(MODEL.wording, challenged=SAID))
    shown = join(challenged(Asked(model, CASE, {}, "")))
    assert ("Answer the one" in shown, "Ask again." in shown) == (True, False)
    assert challenged(Asked(model, replace(CASE, resolved=True), {}, "")) is None
