"""The dates are shown as a sheet of a calendar and in words: both say the same, and what is ours is labelled."""

import re
from datetime import date
from typing import Any

import pytest

from helper.engine.case import read_case
from helper.engine.dates.acts import ACTS
from helper.engine.dates.picture import legend, picture
from helper.engine.dates.timeline import timeline
from helper.engine.dates.weeks import LONGEST, Square, weeks
from helper.engine.model import Model
from tests.partnerships import every_partnership

MODELS = {partnership.id: partnership.model for partnership in every_partnership()}


def sheet(name: str, stage: str, since: str, agreed: str = "", urgency: str = "routine") -> list[list[Square]]:
    model = MODELS[name]
    case = read_case(model, {"partnership": name, "stage": stage, "urgency": urgency, "since": since})
    return weeks(timeline(model, case, agreed), model.holidays)


def ask(do: str, name: str, case: dict[str, Any], **more: Any) -> dict[str, Any]:
    model = MODELS[name]
    return ACTS[do](model, read_case(model, {"partnership": name, "urgency": "routine", **case}), more)


def show(name: str, case: dict[str, Any], **more: Any) -> str:
    return str(ask("show_dates", name, case, root="../../", **more)["html"])


def words(html: str) -> str:
    return re.sub(r"\s+", " ", re.sub(r"<[^>]+>", " ", html))


def by_day(found: list[list[Square]]) -> dict[str, Square]:
    return {square.day.isoformat(): square for week in found for square in week}


def test_the_sheet_goes_from_the_week_of_the_beginning_to_that_of_the_last_day() -> None:
    found = sheet("trafford", "1", "2026-12-14")
    assert found[0][0].day == date(2026, 12, 14)
    assert found[-1][-1].day == date(2027, 2, 14)
    assert {len(week) for week in found} == {7}
    assert {week[0].day.weekday() for week in found} == {0}


def test_each_counted_day_has_its_number_and_each_day_off_has_none() -> None:
    found = by_day(sheet("trafford", "1", "2026-12-14"))
    assert [found[f"2026-12-{day}"].number for day in (14, 15, 18, 19, 20, 21, 24, 25, 28, 29, 30, 31)] == [
        *(None, 1, 4, None, None, 5, 8, None, None, 9, 10, 1)
    ]
    assert found["2026-12-25"].holiday == "Christmas Day"
    assert found["2026-12-14"].begins
    assert [row.label for row in found["2026-12-30"].latest] == ["Stage 1"]


def test_an_agreed_day_before_the_beginning_is_on_the_sheet_too() -> None:
    found = by_day(sheet("salford", "b", "2026-11-25", agreed="2026-11-12"))
    assert found["2026-11-12"].agreed
    assert "2026-11-09" in found


def test_what_takes_too_many_weeks_is_not_drawn_and_stands_in_words() -> None:
    assert len(sheet("salford", "b", "2026-01-05", agreed="2026-05-24")) == LONGEST
    assert sheet("salford", "b", "2026-01-05", agreed="2026-05-25") == []
    html = show("salford", {"stage": "b", "since": "2026-01-05"}, agreed="2099-05-25")
    assert "<svg" not in html
    assert "Monday 25 May 2099" in html


def test_where_nothing_has_a_day_nothing_is_drawn() -> None:
    assert sheet("salford", "b", "2026-11-25") == []
    reply = ask("show_dates", "salford", {"stage": "b", "since": "2026-11-25"})
    assert not reply["has_dates"]
    assert "No latest day" in reply["html"]


def test_nothing_is_shown_where_no_date_is_given() -> None:
    reply = ask("show_dates", "trafford", {"stage": "1"}, agreed="")
    assert reply == {"html": "", "has_dates": False, "agreed_problem": "", "agreed_said": ""}


def test_text_that_is_no_date_is_said_to_be_none_and_the_rest_is_shown() -> None:
    reply = ask("show_dates", "trafford", {"stage": "1", "since": "2026-11-25"}, agreed="soon")
    assert "not whole" in reply["agreed_problem"]
    assert "Wednesday 9 December 2026" in reply["html"]


@pytest.mark.parametrize("name", MODELS)
def test_all_that_the_picture_marks_stands_in_words_below_it(name: str) -> None:
    model = MODELS[name]
    for stage in model.procedure.stages:
        html = show(name, {"stage": stage.id, "since": "2026-11-25"}, agreed="2026-12-04")
        drawn, _, below = html.partition("The dates in words")
        label = re.search(r'aria-label="([^"]+)"', drawn)
        assert label is not None
        days = re.findall(r"\w+day \d+ \w+ \d{4}", label[1])
        assert "Friday 4 December 2026" in days
        assert [day for day in days[1:] if day not in words(below)] == []


def test_the_picture_carries_no_colour_no_style_and_no_id() -> None:
    html = show("trafford", {"stage": "1", "since": "2026-12-14"}, agreed="2026-12-20")
    drawn = "".join(re.findall(r"<svg.*?</svg>", html))
    assert not re.search(r' (style|id|fill|stroke|color)="', drawn)
    assert "#" not in drawn
    assert 'role="img"' in drawn


def test_every_letter_of_the_picture_lies_inside_it() -> None:
    model = MODELS["trafford"]
    case = read_case(model, {"partnership": "trafford", "stage": "1", "urgency": "routine", "since": "2026-12-14"})
    found = timeline(model, case)
    drawn = picture(found, weeks(found, model.holidays))
    size = re.search(r'viewBox="0 0 (\d+) (\d+)"', drawn)
    assert size is not None
    for x, y in re.findall(r'<text x="([\d.]+)" y="([\d.]+)"', drawn):
        assert 0 < float(x) < int(size[1])
        assert 0 < float(y) < int(size[2])


def test_the_legend_explains_what_is_there_and_nothing_else() -> None:
    plain = words(legend(sheet("trafford", "4", "2026-11-25")))
    agreed = words(legend(sheet("salford", "b", "2026-11-25", agreed="2026-12-01")))
    assert "Latest day" in plain
    assert "Agreed" not in plain
    assert "Agreed" in agreed
    assert "Latest day" not in agreed


def test_a_latest_day_is_never_called_an_allowance_and_says_so_once() -> None:
    html = words(show("trafford", {"stage": "1", "since": "2026-12-14"}))
    assert html.count("This is the latest, never an allowance.") == 1
    assert html.count("How we count") == 1
    assert "you have until" not in html.lower()
    assert html.count("at the latest") == 5


def test_an_agreed_day_alone_is_no_allowance_either_and_where_there_is_no_day_there_is_none_to_forbid() -> None:
    agreed = words(show("salford", {"stage": "b", "since": "2026-11-25"}, agreed="2026-12-04"))
    assert agreed.count("This is the latest, never an allowance.") == 1
    assert agreed.index("never an allowance") < agreed.index("The dates in words")
    assert "never an allowance" not in show("salford", {"stage": "b", "since": "2026-11-25"})


@pytest.mark.parametrize("agreed", ["9999-12-31", "2101-01-01"])
def test_a_day_far_ahead_is_said_to_be_none_and_the_rest_is_shown(agreed: str) -> None:
    reply = ask("show_dates", "trafford", {"stage": "1", "since": "2026-11-25"}, agreed=agreed)
    assert "not whole" in reply["agreed_problem"]
    assert reply["agreed_said"] == ""
    assert "Wednesday 9 December 2026" in reply["html"]


def test_what_is_doubtful_about_the_counting_stands_beside_the_dates_once() -> None:
    html = words(show("trafford", {"stage": "1", "since": "2026-12-14"}))
    assert html.count("does not say from when a stage&#x27;s 10 working days run") == 1


def test_every_day_of_the_count_can_be_looked_up() -> None:
    html = words(show("trafford", {"stage": "1", "since": "2026-12-14"}))
    for line in (
        "Saturday 19 December 2026: weekend",
        "Friday 25 December 2026: bank holiday: Christmas Day",
        "Wednesday 16 December 2026: day 2",
    ):
        assert line in html


def test_an_agreed_day_is_labelled_as_the_readers() -> None:
    html = words(show("salford", {"stage": "b", "since": "2026-11-25"}, agreed="2026-12-04"))
    assert "not set by the procedure" in html
    assert "Friday 4 December 2026 , as you agreed" in html


@pytest.mark.parametrize("model", MODELS.values(), ids=MODELS)
def test_every_link_leads_to_a_section_that_there_is(model: Model) -> None:
    sections = {section.id for section in model.procedure.document.sections}
    for stage in model.procedure.stages:
        html = show(model.procedure.id, {"stage": stage.id, "since": "2026-11-25"})
        linked = re.findall(r"#section-([\w-]+)", html)
        assert set(linked) <= sections
        assert linked


def test_headings_stand_below_the_pages_own() -> None:
    html = show("trafford", {"stage": "1", "since": "2026-12-14"})
    assert set(re.findall(r"<h(\d)", html)) == {"3", "4"}
