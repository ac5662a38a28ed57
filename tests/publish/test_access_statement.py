"""The accessibility statement says who answers for a copy and what was tried, and claims nothing that nobody did."""

import re
from collections import defaultdict
from datetime import date
from functools import cache
from typing import Any

import pytest

from helper.publish.access_statement import STATUSES, AccessStatement, access_statement_of
from helper.publish.access_tried import KNOWN, TRIED, TRIED_RARELY, UNTRIED
from helper.publish.pages import site_pages
from helper.publish.search import plain_text
from helper.publish.settings import host_of
from helper.publish.settings_slip import BadSetting
from helper.publish.site import Assets, Host, Site
from tests.partnerships import ROOT, real

WRITTEN = {
    "body": "Northmere Council",
    "contact": "access@northmere.example",
    "date": "2026-11-03",
    "tested_by": "Our digital team tried it in October 2026.",
    "status": "partial",
}
MORE = {"problems": ["The poster is hard to read aloud."], "public_body": True, "answer_within": 10}


@cache
def page_of(stated: AccessStatement | None) -> str:
    model = real().partnerships["salford"].model
    file = {"address": "assets/x", "size": 1, "sha256": "0"}
    assets = Assets(defaultdict(str), {"worker": file}, {"salford": {"table": file, "facts": file}})
    site = Site((model,), "Thursday 26 November 2026", assets, Host("A guide", "https://guide.example/", accessibility=stated))
    return next(page.html for page in site_pages(site) if page.path == "accessibility/index.md")


def read(**changes: Any) -> AccessStatement | None:
    return access_statement_of("own.yml", {**WRITTEN, **changes})


def test_where_nothing_is_set_it_says_that_no_public_body_has_published_this_copy() -> None:
    said = plain_text(page_of(None))
    assert "No public body has yet published this copy." in said
    assert "By machine alone. No person has tested it for this statement." in said
    assert all(one in said for one in (*UNTRIED, *KNOWN, *(one.what for one in (*TRIED, *TRIED_RARELY))))
    assert not any(f"is {status} with" in said for status in STATUSES.values())
    assert "No address is set for this copy." in said


def test_what_a_body_states_stands_on_the_page() -> None:
    said = plain_text(page_of(read(**MORE)))
    assert "This copy is published by Northmere Council." in said
    assert "states that this website is partially compliant with" in said
    assert "The poster is hard to read aloud." in said
    assert "You get an answer within 10 days." in said
    assert "(EHRC) enforces the Public Sector Bodies" in said
    assert "Our digital team tried it in October 2026." in said
    assert "Northmere Council last looked it over on Tuesday 3 November 2026." in said
    assert 'href="mailto:access@northmere.example"' in page_of(read(**MORE))
    assert not any(one in said for one in ("No public body", "No person has tested", *UNTRIED))


def test_a_body_that_is_not_public_is_told_of_no_law_for_public_bodies() -> None:
    said = plain_text(page_of(read()))
    assert "Public Sector Bodies" not in said
    assert "You get an answer within" not in said
    assert "does not state that it is a public body" in said


def test_a_way_to_be_reached_that_is_no_address_is_text() -> None:
    html = page_of(read(contact="Ring 0161 496 0100 <Monday>"))
    assert "mailto:" not in html.partition('id="tell"')[2].partition("<h2")[0]
    assert "Ring 0161 496 0100 &lt;Monday&gt;" in html


def test_a_day_that_yaml_has_read_as_one_is_a_day() -> None:
    assert read(date=date(2026, 11, 3)) == read()


@pytest.mark.parametrize(
    ("changes", "told"),
    [
        ({"body": None}, 'accessibility (under extra) has no "body".'),
        ({"contact": ""}, 'accessibility (under extra) has no "contact".'),
        ({"tested_by": ["us"]}, "accessibility: tested_by is not one line of text."),
        ({"body": "A\nB"}, "accessibility: body is not one line of text."),
        ({"date": "3 November"}, 'accessibility: date is "3 November", which is no date.'),
        ({"status": "AA"}, 'accessibility: status is "AA", which is none of its values.'),
        ({"status": True}, 'accessibility: status is "True", which is none of its values.'),
        ({"status": ["full"]}, "accessibility: status is \"['full']\", which is none of its values."),
        ({"status": "full", "problems": ["One."]}, 'accessibility: status is "full", and there are known problems.'),
        ({"problems": "One."}, "accessibility: problems is not a list of texts."),
        ({"problems": [" "]}, "accessibility: problems is not a list of texts."),
        ({"public_body": "yes"}, "accessibility: public_body is not true or false."),
        ({"answer_within": 0}, "accessibility: answer_within is not a whole number from 1 to 90."),
        ({"answer_within": True}, "accessibility: answer_within is not a whole number from 1 to 90."),
        ({"tester": "Us"}, "accessibility: tester is a setting that nothing reads."),
    ],
)
def test_a_slip_in_the_settings_is_named_with_its_mend(changes: dict[str, Any], told: str) -> None:
    with pytest.raises(BadSetting) as raised:
        read(**changes)
    what, mend = str(raised.value).splitlines()
    assert what == f"own.yml: {told}"
    assert mend.startswith("Mend: ")
    assert len(mend) > 20


def test_settings_that_are_no_group_are_named() -> None:
    with pytest.raises(BadSetting, match="is not a group of settings"):
        access_statement_of("own.yml", "Northmere Council")


def test_the_settings_of_a_copy_reach_the_page() -> None:
    host = host_of("own.yml", "A guide", "", {"accessibility": WRITTEN | MORE})
    assert host.accessibility == read(**MORE)
    assert host_of("own.yml", "A guide", "", {}).accessibility is None


def test_the_example_for_hosts_is_one_that_is_taken() -> None:
    from ruamel.yaml import YAML

    template = (ROOT / "helper/publish/templates/own_copy.html").read_text(encoding="utf-8")
    example = template.partition("<code>extra:\n")[2].partition("</code>")[0]
    written = YAML(typ="safe").load("extra:\n" + example)["extra"]["accessibility"]
    assert access_statement_of("own.yml", written) is not None


@pytest.mark.parametrize("tried", [*TRIED, *TRIED_RARELY], ids=lambda tried: tried.test.partition("::")[2])
def test_what_is_said_to_be_tried_by_machine_is_tried(tried: Any) -> None:
    """A test that is gone takes its claim with it."""
    file, _, name = tried.test.partition("::")
    assert f"\ndef {name}(" in (ROOT / file).read_text(encoding="utf-8")


def test_every_promise_that_is_held_against_each_kind_of_page_is_told() -> None:
    """A new test of access is told as well."""
    file = "tests/browser/test_access.py"
    tests = re.findall(r"^def (test_\w+)\(", (ROOT / file).read_text(encoding="utf-8"), re.MULTILINE)
    assert len(tests) > 5
    assert [name for name in tests if f"{file}::{name}" not in {one.test for one in TRIED}] == []
