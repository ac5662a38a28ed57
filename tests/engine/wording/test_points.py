"""What a procedure asks people to say stands in the words of the cases that it is for, and in no others."""

from dataclasses import replace

from helper.engine.case import Case
from helper.engine.html import join
from helper.engine.model import Point, When
from helper.engine.view import Asked
from helper.engine.wording.opening import words
from tests.partnerships import invented

MODEL = invented().partnerships["northmere"].model
URGENT = Point("Say why it cannot wait.", "3-1", say="It cannot wait, because the day is near.", when=When(urgency=("urgent",)))


def test_a_point_stands_in_the_words_of_its_cases_alone() -> None:
    stages = tuple(
        replace(one, raising=tuple(replace(use, points=(*use.points, URGENT)) for use in one.raising))
        for one in MODEL.wording.stages
    )
    model = replace(MODEL, wording=replace(MODEL.wording, stages=stages))

    def shown(urgency: str) -> str:
        case = Case("northmere", "start", urgency)  # type: ignore[arg-type]
        return join(words(Asked(model, case, {}, "")))

    assert URGENT.say in shown("urgent")
    assert URGENT.say not in shown("routine")
