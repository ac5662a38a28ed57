"""Google's Lighthouse, against nginx with the site's own configuration: access, good practice and search engines, all at 100."""

import re
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.nightly.lighthouse import check
from tests.partnerships import real
from tests.servers import nginx

pytestmark = pytest.mark.needs("nginx", "lighthouse")
NOINDEX = re.compile(r'<meta\s+name="robots"\s+content="noindex"')


@pytest.fixture(scope="module")
def served(site_folder: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """Give the address of the site behind nginx."""
    told = (site_folder / "server/nginx.conf").read_text(encoding="utf-8")
    with nginx(site_folder, tmp_path_factory.mktemp("nginx"), told) as address:
        yield address


def one_of_each(site: Path) -> list[str]:
    """Give every page of no partnership, and of the partnership with the most kinds of pages one in each of its folders."""
    folders = sorted(f"{page.parent.relative_to(site).as_posix()}/".removeprefix("./") for page in site.rglob("index.html"))
    by_kind: dict[str, dict[str, str]] = {name: {} for name in real().partnerships}
    shared = []
    for folder in folders:
        top, *below = folder.split("/")
        if top in by_kind:
            by_kind[top].setdefault(f"{below[0]} {len(below)}", folder)
        else:
            shared.append(folder)
    return [*shared, *max(by_kind.values(), key=len).values()]


def test_each_kind_of_page_has_100_for_access_good_practice_and_search_engines(served: str, site_folder: Path) -> None:
    """A page that asks not to be found loses what that alone costs, and nothing else."""
    folders = one_of_each(site_folder)
    assert len(folders) > 20
    wrong = {}
    for folder in folders:
        found = check(served + folder)
        page = (site_folder / folder / "index.html").read_text(encoding="utf-8")
        expected = {"seo": ["is-crawlable"]} if NOINDEX.search(page) else {}
        lost = {name: costly for name, costly in found.costly.items() if costly}
        low = [name for name, score in found.scores.items() if score != 1 and name not in expected]
        if lost != expected or low:
            wrong[folder] = (lost, found.scores)
    assert wrong == {}
