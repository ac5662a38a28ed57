"""Whom an answer names: a row of the list that says anything of its own stands before the people in it."""

import pytest

from helper.engine.advise import advise
from helper.engine.case import read_case
from helper.engine.model import Service
from tests.engine.ample import SPEAKING, odd

ODD = odd()


@pytest.mark.parametrize("row", SPEAKING, ids=lambda row: row.id)
def test_a_row_that_says_one_thing_of_its_own_is_named_before_its_people(row: Service) -> None:
    case = read_case(ODD, {"partnership": "northmere", "stage": "start", "urgency": "routine", "them": row.id})
    named = [contact["id"] for contact in advise(ODD, case)["contacts"]]
    assert named[:2] == [row.id, row.people[0].id]
