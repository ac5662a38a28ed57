"""Where a case stands on the ladder: what comes next, and nothing once it is settled."""

from dataclasses import replace

from helper.engine.case import Case
from helper.engine.html import join
from helper.engine.model import Point, Use, When
from helper.engine.view import Asked
from helper.engine.wording.opening import words
from helper.engine.wording.places import ahead
from tests.partnerships import invented

MODEL = invented().partnerships["northmere"].model


def test_nothing_is_ahead_of_a_settled_case() -> None:
    assert [stage.id for stage in ahead(MODEL, Case("northmere", "tier-1", "routine"))] == ["tier-2"]
    assert ahead(MODEL, Case("northmere", "tier-1", "routine", True)) == []


def test_what_is_left_to_say_at_the_top_is_said_to_those_for_whom_it_holds() -> None:
    point = Point("Ask the panel to meet.", "3-3", when=When(urgency=("urgent",)), say="Please meet this week.")
    model = replace(MODEL, wording=replace(MODEL.wording, ending=(Use("where-it-stands", (point,)),)))
    for urgency in ("routine", "urgent"):
        case = Case("northmere", "tier-3", urgency)  # type: ignore[arg-type]
        said = join(words(Asked(model, case, {}, "")))
        assert ((point.text in said), (point.say in said)) == (urgency == "urgent",) * 2
