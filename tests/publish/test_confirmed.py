"""A partnership that has confirmed its pages is said to have, with its day; and of no other is that said."""

from dataclasses import replace
from datetime import date
from functools import cache

import pytest

from helper.publish.confirmed import confirmed_of, hold_against
from helper.publish.pages import site_pages
from helper.publish.search import plain_text
from helper.publish.settings import host_of
from helper.publish.settings_slip import BadSetting
from helper.publish.site import Build, Host
from tests.partnerships import real
from tests.publish.test_poster import site_of

DAY = date(2026, 11, 3)
SAID = "On Tuesday 3 November 2026 the partnership told whoever publishes this copy that its pages are right."
NOT_SAID = "The partnership has not said that these pages are right."
NOBODY = "No partnership has confirmed these pages for this guide."


@cache
def pages_of(*confirmed: str) -> dict[str, str]:
    models = tuple(real().partnerships[name].model for name in ("salford", "wigan"))
    host = Host(confirmed=tuple((name, DAY) for name in confirmed))
    own = [site_of(model) for model in models]
    assets = replace(own[0].assets, answers={name: found for one in own for name, found in one.assets.answers.items()})
    site = replace(own[0], models=models, assets=assets, build=Build(date(2026, 11, 26)), host=host)
    shown = ("assurance/index.md", "salford/index.md", "wigan/index.md")
    return {page.path: plain_text(page.html) for page in site_pages(site) if page.path in shown}


def test_without_the_setting_it_is_said_of_none() -> None:
    said = pages_of()["assurance/index.md"]
    assert NOBODY in said
    assert "Nobody has asked the partnerships whether a newer document" in said
    assert (said.count(NOT_SAID), said.count("told whoever publishes this copy")) == (2, 0)
    assert "The partnership has not confirmed these pages." in pages_of()["salford/index.md"]


def test_it_is_said_with_its_day_and_of_no_other() -> None:
    said = pages_of("salford")["assurance/index.md"]
    assert (said.count(SAID), said.count(NOT_SAID)) == (1, 1)
    assert NOBODY not in said
    assert "These have not confirmed their pages for this guide: Wigan." in said
    assert "Nobody has asked those partnerships whether a newer document" in said
    assert "The partnership confirmed its pages on Tuesday 3 November 2026." in pages_of("salford")["salford/index.md"]
    assert "The partnership has not confirmed these pages." in pages_of("salford")["wigan/index.md"]


def test_where_all_have_nothing_is_said_to_be_open() -> None:
    said = pages_of("salford", "wigan")["assurance/index.md"]
    assert (said.count(SAID), said.count(NOT_SAID)) == (2, 0)
    assert not [one for one in (NOBODY, "not confirmed their pages", "Nobody has asked") if one in said]


@pytest.mark.parametrize("written", [DAY, "2026-11-03"], ids=["a day", "text"])
def test_a_day_reaches_the_host_however_yaml_reads_it(written: object) -> None:
    assert host_of("own.yml", "A guide", "", {"confirmed": {"salford": written}}).confirmed == (("salford", DAY),)


@pytest.mark.parametrize(
    ("written", "told"),
    [
        (["salford"], "confirmed (under extra) is not a list of partnerships with a day each."),
        (True, "confirmed (under extra) is not a list of partnerships with a day each."),
        ({"salford": "3 November"}, 'confirmed: salford is "3 November", which is no date.'),
        ({"salford": None}, 'confirmed: salford is "None", which is no date.'),
        ({"salford": "2026-02-30"}, 'confirmed: salford is "2026-02-30", which is no date.'),
        ({"salford": DAY, "selford": DAY}, 'confirmed (under extra) names "selford", which is no partnership here.'),
        ({"salford": date(2026, 11, 27)}, "confirmed: salford is 2026-11-27, a day that is still to come."),
    ],
)
def test_a_slip_is_named_with_its_mend(written: object, told: str) -> None:
    with pytest.raises(BadSetting) as raised:
        hold_against("own.yml", confirmed_of("own.yml", written), ("salford", "wigan"), date(2026, 11, 26))
    what, mend = str(raised.value).splitlines()
    assert what == f"own.yml: {told}"
    assert len(mend) > 30
