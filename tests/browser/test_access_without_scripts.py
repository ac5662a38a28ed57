"""Access where scripts are switched off: what the pages say instead, the links in the place of buttons, and nothing half there.

axe is a script itself, and a browser with scripts off runs none. So the page is handed to one that runs axe as the other has it:
its own scripts are taken out, and what stands there for no scripts is shown. Its text has to be that of the real thing.
"""

import re
from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, Page, Route

from tests.browser.barriers import barriers, bring_axe, bring_measures, measure
from tests.browser.conftest import watched
from tests.browser.kinds import KINDS
from tests.browser.test_access import FOUR_TIMES, WIDE, stand

SCRIPT = re.compile(r"<script\b[^>]*>.*?</script>", re.DOTALL)
NONE = re.compile(r"\(scripting: ?none\)")
# Pages that have a script of their own say something else without it, but for those that only print; one stands for all others.
KINDS_WITH_SCRIPTS = (
    "home",
    "where the child lives",
    "question, choices",
    "contacts",
    "form",
    "words",
    "compare",
    "all contacts",
    "training",
    "copies",
    "not kept",
    "glossary",
    "for embedders",
)


@pytest.fixture(scope="module")
def real(browser: Browser) -> Iterator[Page]:
    """A page of a browser with scripts switched off."""
    context = browser.new_context(java_script_enabled=False)
    yield context.new_page()
    context.close()


@pytest.fixture(scope="module")
def likewise(browser: Browser) -> Iterator[Page]:
    """A page that is shown as if scripts were switched off, and can be measured."""
    context = browser.new_context()
    with watched(context.new_page(), []) as page:
        page.route(re.compile(r"/(?:[?#].*)?$"), _as_without_scripts)
        page.route(re.compile(r"\.css$"), _as_without_scripts)
        yield page
    context.close()


def _as_without_scripts(route: Route) -> None:
    """Take the scripts out of a page, and show it what is meant for browsers without."""
    answer = route.fetch()
    text = SCRIPT.sub("", answer.text()).replace("<noscript>", "<div>").replace("</noscript>", "</div>")
    route.fulfill(response=answer, body=NONE.sub("(min-width: 0)", text))


@pytest.mark.parametrize("name", KINDS_WITH_SCRIPTS)
def test_without_scripts_there_is_no_barrier_either(likewise: Page, real: Page, site: str, name: str) -> None:
    address = site + KINDS[name].path
    stand(likewise)
    likewise.goto(address)
    real.set_viewport_size({"width": WIDE[0], "height": WIDE[1]})
    real.goto(address)
    assert likewise.inner_text("body") == real.inner_text("body")
    bring_axe(likewise)
    bring_measures(likewise)
    assert barriers(likewise) == []
    levels = [level for level, _ in measure(likewise, "headings()")]
    assert (levels[0], levels.count(1)) == (1, 1)
    stand(likewise, FOUR_TIMES)
    assert measure(likewise, "cut()") == []
