import html
import re
from dataclasses import replace
from html.parser import HTMLParser

import pytest

from helper.engine.model import Model
from helper.publish.policy import POLICY, framed_policy
from helper.publish.snippets import OFFERED, SNIPPETS, THEMES, fill, megabytes
from tests.own_copy import OwnCopy
from tests.partnerships import every_partnership

SITE = "https://guide.example/safe/"
MODELS = [found.model for found in every_partnership()]


class Tags(HTMLParser):
    """The tags of a snippet, each with its attributes."""

    def __init__(self, text: str) -> None:
        super().__init__()
        self.found: list[tuple[str, dict[str, str | None]]] = []
        self.feed(text)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.found.append((tag, dict(attrs)))


@pytest.mark.parametrize("model", MODELS, ids=lambda model: model.procedure.id)
def test_a_snippet_names_its_partnership_and_this_site(model: Model) -> None:
    name, place = model.procedure.name, f"{SITE}{model.procedure.id}/next-step/"
    script, element, link = Tags(fill("element", SITE, model, "dark")).found
    assert script == ("script", {"defer": None, "src": f"{SITE}embed.js"})
    assert element == ("escalation-helper", {"partnership": model.procedure.id, "label": name, "theme": "dark"})
    assert link == ("a", {"href": place})
    ((frame, given),) = Tags(fill("frame", SITE, model, "light")).found
    assert (frame, given["title"]) == ("iframe", f"Escalation helper: {name}")
    assert given["src"] == fill("address", SITE, model, "light") == f"{SITE}embed/?partnership={model.procedure.id}&theme=light"
    assert Tags(fill("link", SITE, model)).found == [("a", {"href": place})]


def test_a_name_with_marks_of_its_own_stays_a_name() -> None:
    model = replace(MODELS[0], procedure=replace(MODELS[0].procedure, name='A "B" & <C>'))
    for kind in OFFERED:
        assert '"B" & <C>' not in fill(kind, SITE, model)
        assert 'A "B" & <C>' in html.unescape(fill(kind, SITE, model))


@pytest.mark.parametrize("kind", SNIPPETS)
def test_for_all_partnerships_no_mark_is_left_and_none_is_named(kind: str) -> None:
    text = fill(kind, SITE, None)
    assert SITE in text
    assert "{" not in text
    assert not [model for model in MODELS if model.procedure.id in text]


def test_a_snippet_holds_configuration_only() -> None:
    for kind in SNIPPETS:
        for theme in THEMES:
            queries = re.findall(r"\?([^\" \n]*)", html.unescape(fill(kind, SITE, MODELS[0], theme)))
            assert all(set(re.findall(r"(\w+)=", query)) <= {"partnership", "theme"} for query in queries)


def test_what_files_weigh_is_said_in_megabytes() -> None:
    assert (
        megabytes({"worker": {"size": 1_095_018}, "wasm": {"size": 8_647_684}, "snapshot": {"size": 9}}, ("worker", "wasm"))
        == "10 megabytes"
    )


def test_a_page_says_its_own_address_where_the_site_knows_it(own_copy: OwnCopy) -> None:
    page = html.unescape((own_copy.folder / "embed/guide/index.html").read_text(encoding="utf-8"))
    assert f'<script defer src="{own_copy.address}embed.js"></script>' in page
    assert f"{own_copy.address}embed/?partnership=salford&theme=auto" in page
    assert "guide.example.org" not in page
    assert f"frame-src <span data-origin>https://{own_copy.address.split('/')[2]}</span>" in page
    assert framed_policy(own_copy.address) in page
    assert "it starts no Python" in page


def test_the_page_in_a_frame_names_its_own_site_in_its_policy_where_it_is_known_and_no_other_page_does(own_copy: OwnCopy) -> None:
    policies = {
        path: html.unescape((own_copy.folder / path).read_text(encoding="utf-8")) for path in ("embed/index.html", "index.html")
    }
    named = f'content="{framed_policy(own_copy.address)}"'
    assert "script-src 'self' https://" in named
    assert {path: (named in page, f'content="{POLICY}"' in page) for path, page in policies.items()} == {
        "embed/index.html": (True, False),
        "index.html": (False, True),
    }
