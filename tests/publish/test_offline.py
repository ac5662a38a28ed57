import base64
import gzip
import io
import json
import re
import zipfile
from datetime import date

import pytest

from helper.publish.data_script import data_script
from helper.publish.offline.copy import FOLDER, offline_files, zipped
from helper.publish.offline.links import mend_address, mend_page
from helper.publish.offline.readme import readme
from helper.publish.pipeline import is_fetched
from tests.partnerships import real

DAY = date(2026, 11, 22)
FILES = {"index.html", "salford/index.html", "salford/contacts/index.html", "assets/site.js", "schemas/a b.json", "é/index.html"}
PAGE = "salford/contacts/index.html"


@pytest.mark.parametrize(
    ("address", "mended"),
    [
        ("..", "../index.html"),
        ("../", "../index.html"),
        ("../#stages", "../index.html#stages"),
        ("..#stages", "../index.html#stages"),
        (".", "./index.html"),
        ("./", "./index.html"),
        ("../..", "../../index.html"),
        ("../../", "../../index.html"),
        ("../../salford/contacts/", "../../salford/contacts/index.html"),
        ("../../salford", "../../salford/index.html"),
        ("../?x=1#y", "../index.html?x=1#y"),
        ("../../%C3%A9/", "../../%C3%A9/index.html"),
    ],
)
def test_a_link_to_a_folder_gets_its_page(address: str, mended: str) -> None:
    assert mend_address(address, PAGE, FILES) == mended


@pytest.mark.parametrize(
    "address",
    [
        "",
        "#unclear",
        "?x=1",
        "../index.html",
        "../../assets/site.js",
        "../../schemas/a%20b.json",
        "../nowhere/",
        "../../../outside/",
        "/salford/",
        "//example.org/salford/",
        "https://example.org/salford/",
        "mailto:a@example.org",
        "tel:999",
        "data:text/plain,../",
    ],
)
def test_every_other_link_stays_as_it_is(address: str) -> None:
    assert mend_address(address, PAGE, FILES) == address


def test_links_are_mended_however_they_are_written_and_nothing_else_is() -> None:
    page = """<!doctype html>
<!-- <a href="../"> --><script>const a = '<a href="../">';</script>
<a class=x href=../ title="href='../'">up</a> <A HREF='../#caf&eacute;'>&copy;</A>
<form action = "../"><svg><a xlink:href="../"/></svg></form><p data-root="../">é href="../"</p>"""
    mended = mend_page(page, PAGE, FILES)
    assert (
        mended
        == """<!doctype html>
<!-- <a href="../"> --><script>const a = '<a href="../">';</script>
<a class=x href="../index.html" title="href='../'">up</a> <A HREF="../index.html#café">&copy;</A>
<form action = "../index.html"><svg><a xlink:href="../index.html"/></svg></form><p data-root="../">é href="../"</p>"""
    )


def test_what_a_browser_refuses_on_a_disk_is_taken_out() -> None:
    page = (
        '<link rel="manifest" href="../../m.webmanifest"><link as="fetch" rel="preload" href="x" crossorigin>'
        '<link rel="stylesheet" href="s.css" integrity="sha256-x" crossorigin="anonymous"><script crossorigin src="s.js"></script>'
    )
    assert mend_page(page, PAGE, FILES) == '<link rel="stylesheet" href="s.css"><script src="s.js"></script>'


def test_a_data_script_hands_over_the_bytes_of_its_file() -> None:
    said = re.fullmatch(rb"escalationGuide\.receive\((.*)\);\n", data_script("assets/engine/x.wasm", b"\0asm\xff"))
    assert said
    address, text = json.loads(b"[" + said[1] + b"]")
    assert (address, gzip.decompress(base64.b64decode(text))) == ("assets/engine/x.wasm", b"\0asm\xff")


def test_the_copy_holds_what_a_disk_can_use() -> None:
    site = {
        "index.html": b'<a href="salford/">',
        "salford/index.html": b'<a href="..">',
        "assets/site.1.js": b"1",
        "assets/site.1.js.gz": b"",
        "assets/site.1.js.br": b"",
        "assets/engine/python.1.zip": b"2",
        "assets/engine/notice.txt": b"3",
        "assets/forms/salford.notice.1.docx": b"0",
        "assets/procedures/salford.1.json": b"4",
        "assets/tables/salford.1.json": b"5",
        "schemas/a.json": b"7",
        "service-worker.js": b"8",
        "manifest.webmanifest": b"9",
        "sitemap.xml": b"",
        "404.html": b"",
    }
    files = offline_files(site, is_fetched, "Read me")
    assert sorted(files) == [
        "README.txt",
        "assets/engine/notice.txt",
        "assets/engine/python.1.zip.data.js",
        "assets/forms/salford.notice.1.docx",
        "assets/forms/salford.notice.1.docx.data.js",
        "assets/procedures/salford.1.json.data.js",
        "assets/site.1.js",
        "assets/tables/salford.1.json.data.js",
        "index.html",
        "salford/index.html",
        "schemas/a.json",
    ]
    assert files["salford/index.html"] == b'<a href="../index.html">'


def test_the_same_files_of_the_same_day_give_the_same_zip() -> None:
    files = {"b.txt": b"b" * 1000, "a/index.html": b"a"}
    made = zipped(files, DAY)
    assert made == zipped(dict(reversed(files.items())), DAY)
    assert made != zipped(files, date(2026, 11, 23))
    archive = zipfile.ZipFile(io.BytesIO(made))
    assert archive.namelist() == [f"{FOLDER}/a/index.html", f"{FOLDER}/b.txt"]
    assert {entry.date_time for entry in archive.infolist()} == {(2026, 11, 22, 0, 0, 0)}
    assert archive.read(f"{FOLDER}/b.txt") == b"b" * 1000


def test_the_readme_says_what_it_is_when_it_was_made_and_how_old_its_contacts_are() -> None:
    models = [found.model for found in real().partnerships.values()]
    text = " ".join(readme("Steps at Northmere", models, DAY).split())
    assert text.startswith("STEPS AT NORTHMERE: a copy that needs no server")
    assert "double-click index.html" in text
    assert "Made on Sunday 22 November 2026" in text
    for model in models:
        assert model.procedure.document.title in text
        assert model.contacts.age.text in text
