"""A contact, and a row of the list, as a page shows them: short forms written out once, and nothing said of what there is not."""

from dataclasses import replace

from helper.engine.advise import advise
from helper.engine.case import Case
from helper.engine.contact_card import SHORT, contact_fragments, contact_row
from helper.engine.persons import describe
from helper.engine.render import render
from tests.engine.ample import WITH_FORMS, ample

ROW = "doubtful"


def test_a_row_with_nobody_in_it_has_its_own_short_forms_written_out() -> None:
    model = ample()
    row = next(one for one in model.contacts.services if one.id == ROW)
    (own,) = describe(model, replace(row, people=()), ROW, {})
    assert 'data-short="LHT"' in contact_row(model, own | {"for_whom": None}, [], "")


def test_short_forms_that_stood_before_are_not_written_out_again() -> None:
    model = ample()
    row = next(one for one in model.contacts.services if one.id == ROW)
    short = contact_fragments(model, describe(model, row, ROW, {})[0] | {"for_whom": None}, "")[SHORT]
    assert short.key == short.html != ""


def answer(copy_to: tuple[str, ...]) -> str:
    """Answer a case that asks for forms of which these get a copy."""
    model = replace(ample(), forms=tuple(replace(form, copy_to=copy_to) for form in WITH_FORMS.forms))
    case = Case("northmere", "start", "routine")
    return render(model, case, advise(model, case), "")


def test_a_form_of_which_nobody_gets_a_copy_says_nothing_of_copies() -> None:
    assert "Copy to " in answer(("office@example.org",))
    assert "Copy to" not in answer(())
