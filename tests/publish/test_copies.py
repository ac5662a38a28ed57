"""The lists of what may be kept: every file once, in its own group, and an edition that changes when anything does."""

import hashlib
import json
from pathlib import Path

import pytest

from helper.publish.copies import UnknownKind, file_lists, write_copies

FILES = {
    "index.html": "home",
    "about/index.html": "about",
    "alder/index.html": "alder",
    "alder/forms/index.html": "forms",
    "assets/site.0a1b2c3d.css": "css",
    "assets/forms/alder.notice.0a1b2c3d4e.docx": "form",
    "assets/tables/alder.0a1b2c3d4e.json": "{}",
    "assets/engine/python.0a1b2c3d4e.zip": "zip",
    "assets/alder.svg": "a picture that all pages share",
    "manifest.webmanifest": "{}",
}
LEFT_OUT = {
    "404.html": "absent",
    "sitemap.xml": "map",
    "sitemap.xml.gz": "map",
    "index.html.br": "packed",
    "assets/stylesheets/main.css.map": "map",
    "schemas/advice.schema.json": "{}",
    "service-worker.js": "'worker';",
    "embed.js": "an element",
    "embed/index.html": "alone",
    "assets/embed/alder.0a1b2c3d4e.html.data.js": "markup",
    "assets/tables/alder.0a1b2c3d4e.json.data.js": "table",
}
DAY = "Sunday 22 November 2026"


@pytest.fixture
def site(tmp_path: Path) -> Path:
    for name, content in (FILES | LEFT_OUT).items():
        file = tmp_path / name
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(content, encoding="utf-8")
    return tmp_path


def edition_of(site: Path) -> dict[str, object]:
    read: dict[str, object] = json.loads((site / "assets/copies.json").read_text(encoding="utf-8"))
    return read


def renewed(site: Path, built: str = DAY) -> str:
    """Write the lists again, as a new build would, and give the edition."""
    (site / "service-worker.js").write_text("'worker';", encoding="utf-8")
    write_copies(site, built, ["alder"])
    return str(edition_of(site)["edition"])


def test_every_file_stands_once_in_its_own_group(site: Path) -> None:
    lists = file_lists(site, ["alder"])
    addresses = {name: [entry["address"] for entry in entries] for name, entries in lists.items()}
    assert addresses == {
        "shared": ["about/", "assets/alder.svg", "assets/site.0a1b2c3d.css", "", "manifest.webmanifest"],
        "engine": ["assets/engine/python.0a1b2c3d4e.zip"],
        "alder": [
            "alder/forms/",
            "alder/",
            "assets/forms/alder.notice.0a1b2c3d4e.docx",
            "assets/tables/alder.0a1b2c3d4e.json",
        ],
    }


def test_a_file_is_told_by_its_type_size_and_hash(site: Path) -> None:
    (entry,) = file_lists(site, [])["engine"]
    digest = hashlib.sha256(b"zip").hexdigest()
    assert entry == {"address": "assets/engine/python.0a1b2c3d4e.zip", "type": "application/zip", "size": 3, "sha256": digest}


def test_the_worker_and_the_page_are_told_the_same_edition(site: Path) -> None:
    write_copies(site, DAY, ["alder"])
    first, _, rest = (site / "service-worker.js").read_text(encoding="utf-8").partition("\n")
    assert json.loads(first.removeprefix("self.escalationGuideEdition=").removesuffix(";")) == edition_of(site)
    assert rest == "'worker';"


def test_the_edition_leads_to_lists_that_fit_their_hash_and_size(site: Path) -> None:
    write_copies(site, DAY, ["alder"])
    edition = edition_of(site)
    assert edition["always"] == ["shared", "engine"]
    assert edition["built"] == DAY
    groups = edition["groups"]
    assert isinstance(groups, dict)
    for name, group in groups.items():
        content = (site / group["list"]["address"]).read_bytes()
        assert hashlib.sha256(content).hexdigest() == group["list"]["sha256"]
        assert len(content) == group["list"]["size"]
        assert sum(entry["size"] for entry in json.loads(content)) == group["size"], name


def test_the_same_files_make_the_same_edition_and_any_change_another(site: Path) -> None:
    first = renewed(site)
    assert renewed(site) == first
    assert renewed(site, "Monday 23 November 2026") != first
    (site / "alder/forms/index.html").write_text("form5", encoding="utf-8")
    assert renewed(site) != first


def test_what_is_left_out_changes_no_edition(site: Path) -> None:
    first = renewed(site)
    (site / "sitemap.xml").write_text("another", encoding="utf-8")
    (site / "index.html.br").write_text("another", encoding="utf-8")
    assert renewed(site) == first


def test_a_file_of_a_kind_that_nobody_named_ends_the_build(site: Path) -> None:
    (site / "assets/photo.xyz").write_text("?", encoding="utf-8")
    with pytest.raises(UnknownKind, match=r"photo\.xyz may be kept"):
        write_copies(site, DAY, ["alder"])
