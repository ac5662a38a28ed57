"""What a row of a timeline says of itself: whose place it is, since when it runs, what is doubtful; and what may be left unsaid."""

from dataclasses import replace

from helper.engine.case import read_case
from helper.engine.dates.acts import ACTS
from helper.engine.dates.rows import Row
from helper.engine.dates.timeline import timeline
from helper.engine.model import START, Gap, Limit, When
from helper.engine.words import has_number
from tests.engine.ample import odd
from tests.partnerships import every_partnership

MODELS = {partnership.id: partnership.model for partnership in every_partnership()}
ODD = odd()
SINCE = "2026-11-25"


def rows(stage: str, agreed: str = "", since: str = SINCE, **more: str) -> list[Row]:
    plain = {"partnership": "northmere", "urgency": "routine", "stage": stage, "since": since, **more}
    return list(timeline(ODD, read_case(ODD, plain), agreed).rows)


def test_every_row_is_of_the_stage_whose_label_it_bears() -> None:
    for name, model in MODELS.items():
        labels = {stage.label: stage.id for stage in model.procedure.stages}
        for stage in (START, *labels.values()):
            case = read_case(model, {"partnership": name, "urgency": "routine", "stage": stage, "since": SINCE})
            for row in timeline(model, case, "2026-11-27").rows:
                assert row.place == labels.get(row.label, row.place)
                assert row.place in (START, *labels.values())


def test_a_limit_beside_the_stages_is_named_by_where_the_reader_stands() -> None:
    (beside,) = (row for row in rows(START, side="raising") if row.limit and row.limit["text"].startswith("Answer a letter"))
    assert (beside.label, beside.title, beside.due, beside.by_partnership) == ("At the start", "", "2026-11-27", False)


def test_a_limit_of_a_danger_is_named_after_where_the_danger_is_reported() -> None:
    found = [row for row in rows(START, urgency="immediate", side="raising") if row.place == "report"]
    assert [(row.label, row.title) for row in found] == [("Children's Front Door", "Report the risk")]


def test_only_what_is_counted_has_doubts_about_its_counting_and_only_those_of_its_own_stage() -> None:
    doubts = {
        (row.place, bool(row.limit and row.limit["unit"]), tuple(one["text"] for one in row.doubts)) for row in rows("tier-1")
    }
    doubtful = ("It is unclear from when to count.",)
    assert ("tier-1", True, doubtful) in doubts
    assert all(not said or place == "tier-1" for place, _, said in doubts)


def test_where_there_is_no_number_nothing_is_doubtful_about_its_counting() -> None:
    found = [row for row in rows("tier-1", urgency="urgent") if row.limit and not has_number(row.limit)]
    assert ("tier-1", ()) in [(row.place, row.doubts) for row in found]
    assert all(row.doubts == () for row in found)


def test_a_limit_that_holds_once_its_stage_has_begun_ends_it_before_that_too() -> None:
    first, *rest = ODD.procedure.stages
    own = Limit("Settle it in 3 days.", "3-1", "stated", None, When(stage=(first.id,)), "resolve", 3, "working_day", "stage_began")
    model = replace(ODD, procedure=replace(ODD.procedure, stages=(replace(first, limits=(own,)), *rest)))
    for stage in (START, first.id):
        case = read_case(model, {"partnership": "northmere", "urgency": "routine", "stage": stage, "since": SINCE})
        assert [row for row in timeline(model, case).rows if row.kind == "unset" and row.place == first.id] == []


def test_what_is_said_of_a_stage_once_it_has_begun_is_said_of_it_before_that_too() -> None:
    first, *rest = ODD.procedure.stages
    gap = Gap("No number of days is set for the first talk.", "3-1", when=When(stage=(first.id,)))
    model = replace(ODD, procedure=replace(ODD.procedure, stages=(replace(first, limits=(), gaps=(gap,)), *rest)))
    for stage in (START, first.id):
        case = read_case(model, {"partnership": "northmere", "urgency": "routine", "stage": stage, "since": SINCE})
        said = [one["text"] for row in timeline(model, case).rows if row.place == first.id for one in row.said]
        assert gap.text in said


def test_what_is_not_asked_for_is_as_if_nothing_had_been_entered() -> None:
    model = MODELS["salford"]
    for since in (SINCE, "2011-01-01"):
        case = read_case(model, {"partnership": "salford", "urgency": "routine", "stage": "b", "since": since})
        assert ACTS["show_dates"](model, case, {}) == ACTS["show_dates"](model, case, {"agreed": "", "root": ""})
    stamp = {"now": "2026-11-25T10:00:00Z", "id": "0f-9a"}
    case = read_case(ODD, {"partnership": "northmere", "urgency": "routine", "stage": "tier-1", "since": SINCE})
    assert ACTS["write_calendar"](ODD, case, stamp) == ACTS["write_calendar"](ODD, case, stamp | {"agreed": ""})


def test_a_stage_is_named_in_its_square_of_the_picture_as_long_as_its_label_fits() -> None:
    for label, said in (("Step Two", "Step Two"), ("Stage Two", "due")):
        stages = tuple(replace(one, label=label) if one.id == "tier-2" else one for one in ODD.procedure.stages)
        model = replace(ODD, procedure=replace(ODD.procedure, stages=stages))
        plain = {"partnership": "northmere", "urgency": "routine", "stage": "tier-2", "since": f"{SINCE}T10:00", "side": "raising"}
        html = ACTS["show_dates"](model, read_case(model, plain), {})["html"]
        assert f">{said}</text>" in html
