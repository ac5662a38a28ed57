"""Every link beside the dates leads from the page to a place of the site, or calls or writes to somebody."""

import re

import pytest

from helper.engine.case import read_case
from helper.engine.dates import acts
from helper.publish.read import Partnership
from tests.partnerships import every_partnership

STAMP = {"now": "2026-11-25T10:00:00Z", "id": "0f9a", "today": "2026-11-25", "root": "../../", "agreed": ""}


@pytest.mark.parametrize("partnership", every_partnership(), ids=lambda partnership: partnership.id)
def test_every_link_begins_at_the_page(partnership: Partnership) -> None:
    model = partnership.model
    for stage in model.procedure.stages:
        plain = {"partnership": partnership.id, "stage": stage.id, "urgency": "routine", "since": "2026-11-20"}
        html = acts.ACTS["show_dates"](model, read_case(model, plain), STAMP)["html"]
        links = re.findall(r'href="([^"]*)"', html)
        assert [link for link in links if not link.startswith(("../../", "tel:", "mailto:"))] == []
