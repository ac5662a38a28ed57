"""The tile of the time: no limit, a moment on a day for hours, and no limit of what is done already."""

from dataclasses import replace

from helper.engine.advise import advise
from helper.engine.case import Case
from helper.engine.html import Html
from helper.engine.limits import limits
from helper.engine.model import Limit, Model
from helper.engine.tiles import when_tile
from helper.engine.view import Asked
from tests.engine.ample import bare

CASE = Case("northmere", "tier-1", "routine", since="2026-11-23T10:30")
RAISED = Limit("Raise it in a day.", "3-1", purpose="raise", amount=1, unit="day", counted_from="stage_began")
REPLIED = Limit("Reply in 24 hours.", "3-1", purpose="reply", amount=24, unit="hour", counted_from="stage_began")
AT_ONCE = Limit("Reply straight away.", "3-1", purpose="reply", unit="straight_away", counted_from="stage_began")


def tile(*begun: Limit, case: Case = CASE) -> Html:
    """Show the tile where the stage begun has these limits, and nothing else has any."""
    procedure = bare().procedure
    stages = tuple(replace(one, limits=begun if one.id == case.stage else ()) for one in procedure.stages)
    model: Model = replace(bare(), procedure=replace(procedure, stages=stages))
    (show,) = when_tile().shows
    return show(Asked(model, case, advise(model, case), ""))  # type: ignore[return-value]


def test_where_there_is_no_limit_it_says_so_and_to_act() -> None:
    said = tile()
    assert '<p class="eg-big">No time limit in the text</p><p>Act as soon as the child needs it.</p>' in said
    assert "Now" not in said


def test_hours_end_at_a_moment_of_a_day() -> None:
    assert "<span>By 10:30 on Tuesday 24 November 2026</span>" in tile(REPLIED)


def test_a_limit_for_raising_it_or_for_acting_at_once_is_over_once_the_stage_has_begun() -> None:
    assert "No time limit in the text" in tile(RAISED)
    assert "No time limit in the text" in tile(AT_ONCE)
    assert "No time limit in the text" in tile(RAISED, AT_ONCE)


def test_that_it_may_be_sooner_is_said_of_a_number_alone() -> None:
    sooner = bare().general.sooner.text
    assert sooner in str(_limits_of(REPLIED))
    assert sooner not in str(_limits_of(AT_ONCE))


def _limits_of(begun: Limit) -> object:
    procedure = bare().procedure
    stages = tuple(replace(one, limits=(begun,) if one.id == CASE.stage else ()) for one in procedure.stages)
    model = replace(bare(), procedure=replace(procedure, stages=stages))
    return limits(Asked(model, CASE, advise(model, CASE), ""))
