"""Everything that the site holds is named on the page of licences, with its licence in full."""

import json
import re
from html import unescape
from io import BytesIO
from pathlib import Path
from zipfile import ZipFile

import pytest

from helper.publish.bundle import Engine
from helper.publish.licences import Licensed, licensed
from helper.publish.scripts import bundle_scripts
from tests.partnerships import ROOT, real

# Whose work a file is, by where it stands in the site: the first line that fits. What fits none has no licence yet.
OURS = "Escalation Guide"
FILES = (
    (r"assets/stylesheets/.*", "mkdocs-material"),
    (r"assets/images/favicon\.png", "mkdocs-material"),
    (r"assets/engine/(worker|pyodide)\.\w+\.(js|wasm)(\.data\.js)?", "Pyodide"),
    (r"assets/engine/python\.\w+\.(zip|bin)(\.data\.js)?", "Python"),
    (r"assets/engine/(notice|pyodide-licence)\.txt|assets/licences\.txt", OURS),
    (r"assets/minisearch\.\w+\.js", "minisearch"),
    (r"assets/(forms|packs)/[\w.-]+\.docx(\.data\.js)?", "python-docx"),
    (r"(assets/)?[a-z-]+(\.\w+)?\.(js|css)|service-worker\.js", OURS),  # what is in them is told by esbuild
    (r"assets/(apple-touch-icon|icon(-\w+)*)\.(png|svg)", OURS),
    (r"assets/\w+/[\w.-]+\.(json|csv|svg|png|jpg)(\.data\.js)?|assets/embed/[\w.-]+\.html\.data\.js|assets/copies\.json", OURS),
    (r"[\w/.-]+\.html|schemas/[\w-]+\.schema\.json|manifest\.webmanifest|sitemap\.xml|changes\.xml|robots\.txt", OURS),
    (r"server/[\w.]+|_headers|staticwebapp\.config\.json", OURS),
)
# Whose a drawing is, by the sides of its canvas.
DRAWN = {"0 0 24 24": "Material Design icons", "0 0 16 16": "Octicons", "512": "Font Awesome Free"}
LEFT_OUT = (".br", ".gz", ".map")
# What betrays a library inside the WebAssembly; those that are not there are listed too, so that a newer Pyodide is looked at.
INSIDE = {
    b"inflateInit": "zlib",
    b"BZ2_bzRead": "bzip2",
    b"ffi_call": "libffi",
    b"hiwire_incref": "hiwire",
    b"emscripten_": "Emscripten",
    b"mpd_": "Parts of Python",
    b"Hacl_": "Parts of Python",
    b"mimalloc": "Parts of Python",
    b"XML_Parser": "Parts of Python",
    b"sqlite3_": "SQLite",
    b"lzma_": "XZ",
    b"OPENSSL_": "OpenSSL",
    b"LZ4_": "LZ4",
    b"ZSTD_": "Zstandard",
    b"ncurses": "ncurses",
}


@pytest.fixture(scope="module")
def works() -> dict[str, Licensed]:
    return {work.name: work for work in licensed(ROOT, bundle_scripts(ROOT).packages)}


def test_every_file_of_the_site_belongs_to_a_work_that_is_named(site_folder: Path, works: dict[str, Licensed]) -> None:
    paths = [file.relative_to(site_folder).as_posix() for file in site_folder.rglob("*") if file.is_file()]
    kept = [path for path in paths if not path.endswith(LEFT_OUT)]
    assert len(kept) > 100
    whose = {path: next((name for pattern, name in FILES if re.fullmatch(pattern, path)), None) for path in kept}
    assert [path for path, name in whose.items() if name not in works] == []


def test_every_drawing_in_the_themes_style_is_of_a_work_that_is_named(site_folder: Path, works: dict[str, Licensed]) -> None:
    styles = "".join(file.read_text(encoding="utf-8") for file in site_folder.glob("assets/stylesheets/*.css"))
    canvases = re.findall(r"viewBox=['\"]([^'\"]+)", styles)
    assert len(canvases) > 30
    whose = {one: DRAWN.get(one) or DRAWN.get(one.split()[-1], "") for one in canvases}
    assert set(whose.values()) == set(DRAWN.values())
    assert set(DRAWN.values()) <= set(works)
    assert ("Font Awesome" in styles) == ("Font Awesome Free" in works)


def test_every_library_inside_the_engine_is_named(engine: Engine, works: dict[str, Licensed]) -> None:
    wasm = next(content for path, content in engine.contents.items() if path.endswith(".wasm"))
    found = {name for sign, name in INSIDE.items() if sign in wasm}
    assert {"zlib", "bzip2", "libffi", "hiwire", "Emscripten", "Parts of Python"} == found
    assert found <= set(works)


def test_what_pyodides_own_scripts_took_in_is_named(works: dict[str, Licensed]) -> None:
    """Their map of sources lists it."""
    sources: list[str] = json.loads((ROOT / "node_modules/pyodide/pyodide.mjs.map").read_text(encoding="utf-8"))["sources"]
    taken = {source.rpartition("/")[2].removesuffix(".ts") for source in sources if "/vendor/" in source}
    assert taken == {"stackframe", "error-stack-parser"}
    assert ", ".join(sorted(taken, reverse=True)) in works


def test_the_texts_have_the_years_that_the_engine_states_of_itself(engine: Engine, works: dict[str, Licensed]) -> None:
    wasm = next(content for path, content in engine.contents.items() if path.endswith(".wasm"))
    zlib = re.search(rb"deflate [\d.]+ Copyright ([\d-]+) Jean-loup Gailly", wasm)
    python = re.search(rb"Copyright \(c\) ([\d-]+) Python Software Foundation", wasm)
    assert zlib
    assert f" {zlib[1].decode()} Jean-loup Gailly" in works["zlib"].text
    bzip = re.search(rb"\x00(1\.0\.\d), (\d+)-Sept-(\d{4})\x00", wasm)
    assert bzip
    assert f"version {bzip[1].decode()} of {bzip[2].decode()} September {bzip[3].decode()}" in works["bzip2"].text
    assert python
    assert f" {python[1].decode()} Python Software Foundation" in works["Python"].text


def test_the_engines_library_is_pythons_pyodides_and_ours(engine: Engine) -> None:
    archive = next(content for path, content in engine.contents.items() if path.endswith(".zip"))
    tops = {name.partition("/")[0].removesuffix(".pyc") for name in ZipFile(BytesIO(archive)).namelist()}
    import sys

    foreign = {top for top in tops if top not in sys.stdlib_module_names} - {"helper", "_pyodide", "pyodide", "pyodide_js"}
    # Python keeps these for itself.
    assert {top for top in foreign if not top.startswith(("_", "__"))} == set()


def test_every_work_has_a_name_a_licence_and_its_text(works: dict[str, Licensed]) -> None:
    assert next(iter(works)) == OURS
    assert {"minisearch", "workbox-routing", "@noble/hashes", "lean-qr"} <= set(works)
    for work in works.values():
        assert work.licence, work.name
        assert work.role.endswith("."), work.name
        assert len(work.text) > 100, work.name
    assert works["Pyodide"].version == "0.29.5"
    assert works["Python"].version.startswith("3.13")


def test_the_page_names_each_with_its_licence_in_full_and_every_page_leads_there(
    site_folder: Path, works: dict[str, Licensed]
) -> None:
    page = unescape((site_folder / "licences" / "index.html").read_text(encoding="utf-8"))
    for work in works.values():
        assert f"{work.name} {work.version}".strip() in page
        assert work.text.strip() in page, work.name
    for name in ("", *(f"{one}/" for one in real().partnerships)):
        assert 'licences/">Licences</a>' in (site_folder / name / "index.html").read_text(encoding="utf-8")
