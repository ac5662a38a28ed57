"""A copy of one's own: its name, address and colour wherever the site says them, and after an update too."""

import html
import json
import re
import subprocess
from pathlib import Path

import pytest

from helper.publish.colour import palette, styles
from helper.publish.read import folders
from tests import own_copy as own
from tests.own_copy import OwnCopy
from tests.partnerships import ROOT

USUAL = "Escalation Guide"


@pytest.fixture(scope="session")
def pages(own_copy: OwnCopy) -> dict[str, str]:
    """Every page of the copy, by its path."""
    files = sorted(own_copy.folder.rglob("*.html"))
    return {file.relative_to(own_copy.folder).as_posix(): file.read_text(encoding="utf-8") for file in files}


def test_every_page_names_it_and_no_page_by_the_usual_name(own_copy: OwnCopy, pages: dict[str, str]) -> None:
    assert len(pages) > 20
    for path, page in pages.items():
        title = re.search(r"<title>(.*?)</title\s*>", page, re.DOTALL)
        assert title, path
        assert html.unescape(title[1]).strip().endswith(own_copy.name), path
        header = re.search(r'class="eg-header__name".*?<span>(.*?)</span>', page, re.DOTALL)
        assert (html.unescape(header[1]) if header else path) in (own_copy.name, "404.html", "embed/index.html"), path
        # General advice is the project's own, whoever publishes it; one page says so, and one whose work the guide is.
        ours = path in ("own-copy/index.html", "licences/index.html")
        assert ours or USUAL not in re.sub(rf"{USUAL}, general advice", "", page), path


def test_search_engines_are_told_of_every_page_that_they_may_show(own_copy: OwnCopy, pages: dict[str, str]) -> None:
    told = re.findall(r"<loc>(.*?)</loc>", (own_copy.folder / "sitemap.xml").read_text(encoding="utf-8"))
    open_to_all = [path for path, page in pages.items() if not re.search(r'name="robots"\s+content="noindex"', page)]
    assert sorted(told) == sorted(own_copy.address + path.removesuffix("index.html") for path in open_to_all if path != "404.html")
    assert f"{own_copy.address}embed/guide/" in told
    assert f"{own_copy.address}embed/" not in told


def test_it_installs_under_its_own_name_and_colour(own_copy: OwnCopy) -> None:
    manifest = json.loads((own_copy.folder / "manifest.webmanifest").read_text(encoding="utf-8"))
    assert (manifest["name"], manifest["short_name"]) == (own_copy.name, "Northmere")
    assert manifest["theme_color"] == own_copy.colour
    assert manifest["start_url"] == manifest["scope"] == "."
    assert all((own_copy.folder / icon["src"]).is_file() for icon in manifest["icons"])


def test_every_page_takes_the_style_that_ends_in_its_colour(own_copy: OwnCopy, pages: dict[str, str]) -> None:
    (style,) = own_copy.folder.glob("assets/site.*.css")
    assert style.read_text(encoding="utf-8").endswith(styles(palette(own_copy.colour)))
    for path, page in pages.items():
        assert f'assets/{style.name}"' in page or path == "404.html", path


def test_only_its_partnership_is_there(own_copy: OwnCopy, pages: dict[str, str]) -> None:
    others = [name for name in folders(ROOT / "procedures") if name != own_copy.partnership]
    assert others
    for other in others:
        assert not (own_copy.folder / other).exists()
        assert not [path for path, page in pages.items() if f'"{other}/' in page or f"/{other}/" in page]


def test_its_address_stands_where_search_engines_look_and_no_page_leans_on_it(own_copy: OwnCopy, pages: dict[str, str]) -> None:
    assert f'<link rel="canonical" href="{own_copy.address}salford/contacts/" />' in pages["salford/contacts/index.html"]
    for path, page in pages.items():
        loaded = re.findall(r'<(?:script|link|img|iframe)\b[^>]*?(?:src|href)="([^"]*)"', page.replace('rel="canonical" href', ""))
        assert not [address for address in loaded if address.startswith(("/", "http"))], path


def test_it_says_that_its_partnership_confirmed_its_pages_and_on_which_day(pages: dict[str, str]) -> None:
    said = "On Tuesday 3 November 2026 the partnership told whoever publishes this copy that its pages are right."
    assert said in pages["assurance/index.html"]
    assert "The partnership confirmed its pages on Tuesday 3 November 2026." in pages["salford/index.html"]


def test_after_an_update_of_the_project_it_is_still_ones_own(root: Path, tmp_path: Path) -> None:
    own.lay_out(root, tmp_path, own.SETTINGS)
    (tmp_path / "mkdocs.yml").unlink()
    settings = (root / "mkdocs.yml").read_text(encoding="utf-8")
    (tmp_path / "mkdocs.yml").write_text(settings.replace(f"site_name: {USUAL}", "site_name: Renamed"), encoding="utf-8")
    about = tmp_path / "helper/publish/templates/about.html"
    about.write_text(f"{about.read_text(encoding='utf-8')}<p>What is new</p>", encoding="utf-8")
    built = own.build(tmp_path)
    assert built.returncode == 0, built.stdout + built.stderr
    page = html.unescape((tmp_path / "site/about/index.html").read_text(encoding="utf-8"))
    assert "<p>What is new</p>" in page
    assert own.NAME in page
    assert "Renamed" not in page
    assert not (tmp_path / "site/wigan").exists()


def test_a_slip_in_the_settings_ends_the_build_with_its_mend(root: Path, tmp_path: Path) -> None:
    own.lay_out(root, tmp_path, own.SETTINGS.replace(own.COLOUR, "#ffcc00"))
    built = own.build(tmp_path)
    assert built.returncode == 1
    assert 'own.yml: colour (under extra) is "#ffcc00", too near to the colour that says something doubtful.' in built.stderr
    assert "Mend: take another colour of yours" in built.stderr
    assert "Traceback" not in built.stderr
    assert not (tmp_path / "site").exists()


def test_a_pull_never_touches_the_settings(root: Path) -> None:
    ignored = subprocess.run(["git", "check-ignore", "own.yml"], cwd=root, capture_output=True, text=True)
    assert ignored.stdout == "own.yml\n"


def test_settings_elsewhere_are_refused_with_the_mend(root: Path) -> None:
    done = subprocess.run(["make", "SETTINGS=somewhere/own.yml", "site"], cwd=root, capture_output=True, text=True)
    assert done.returncode == 2
    assert "names no file beside mkdocs.yml. Mend: put it there, and write SETTINGS=own.yml" in done.stderr
