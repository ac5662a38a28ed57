"""The compressed files beside those of the site: the same content, smaller, never of an earlier build, made once."""

import gzip
import os
from pathlib import Path
from random import Random

import brotli
import pytest

from helper.publish import compress
from helper.publish.cache import CUT_OFF, PART
from helper.publish.compress import compress_site

WORDS = b"Whom to challenge, who goes next, by when, on which form. " * 60


@pytest.fixture
def site(tmp_path: Path) -> Path:
    """A small site."""
    for path in ("salford/index.html", "assets/site.25KUMKPV.css", "assets/engine/pyodide.54309a5a2c.wasm", "manifest.webmanifest"):
        file = tmp_path / "site" / path
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_bytes(path.encode() + WORDS)
    return tmp_path / "site"


@pytest.fixture
def cache(tmp_path: Path) -> Path:
    """Where compressed files are kept from build to build."""
    return tmp_path / "cache"


def compressed(site: Path) -> dict[str, bytes]:
    return {path.relative_to(site).as_posix(): path.read_bytes() for path in site.rglob("*") if path.suffix in (".br", ".gz")}


def test_every_file_stands_there_compressed_in_both_ways(site: Path, cache: Path) -> None:
    files = [path for path in site.rglob("*") if path.is_file()]
    compress_site(site, cache)
    assert len(compressed(site)) == 2 * len(files)
    for file in files:
        assert brotli.decompress(file.with_name(f"{file.name}.br").read_bytes()) == file.read_bytes()
        assert gzip.decompress(file.with_name(f"{file.name}.gz").read_bytes()) == file.read_bytes()


@pytest.mark.parametrize(
    ("name", "content"),
    [
        ("short.html", b"A" * 999),
        ("icon-512.png", b"\x89PNG" + bytes(5000)),
        ("form.zip", Random(1).randbytes(3000)),
        ("bundle.js.map", b"{}" * 1000),
    ],
)
def test_what_would_gain_nothing_is_left_alone(tmp_path: Path, cache: Path, name: str, content: bytes) -> None:
    (tmp_path / "site").mkdir()
    (tmp_path / "site" / name).write_bytes(content)
    compress_site(tmp_path / "site", cache)
    assert compressed(tmp_path / "site") == {}


def test_nothing_of_an_earlier_build_is_left(site: Path, cache: Path) -> None:
    compress_site(site, cache)
    (site / "manifest.webmanifest").unlink()
    page = site / "salford/index.html"
    page.write_bytes(b"changed" + WORDS)
    compress_site(site, cache)
    assert "manifest.webmanifest.br" not in compressed(site)
    assert brotli.decompress(compressed(site)["salford/index.html.br"]) == page.read_bytes()
    page.write_bytes(b"now too short")
    compress_site(site, cache)
    assert not {name for name in compressed(site) if name.startswith("salford/")}


def test_the_same_content_is_compressed_once(site: Path, cache: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    compress_site(site, cache)
    made = compressed(site)
    page = site / "salford/index.html"
    page.write_bytes(page.read_bytes())  # a build writes every file again
    worked: list[str] = []
    original = compress.compressors
    monkeypatch.setattr(compress, "compressors", lambda ending: _watched(original(ending), worked))
    compress_site(site, cache)
    assert (compressed(site), worked) == (made, [])
    page.write_bytes(b"changed" + WORDS)
    compress_site(site, cache)
    assert sorted(worked) == [".br", ".gz"]


def test_the_cache_holds_no_more_than_the_last_build(site: Path, cache: Path) -> None:
    for edition in range(3):
        (site / "salford/index.html").write_bytes(b"%d" % edition + WORDS)
        compress_site(site, cache)
    assert len(list(cache.iterdir())) == len(compressed(site))


def test_what_a_build_left_in_the_cache_that_was_cut_off_goes_and_what_one_is_writing_stays(site: Path, cache: Path) -> None:
    cache.mkdir()
    for name in ("left", "writing"):
        (cache / f"{PART}{name}").write_bytes(b"half")
    os.utime(cache / f"{PART}left", (CUT_OFF, CUT_OFF))
    compress_site(site, cache)
    assert [path.name for path in cache.glob(f"{PART}*")] == [f"{PART}writing"]


def test_the_same_site_gives_the_same_bytes(site: Path, cache: Path, tmp_path: Path) -> None:
    compress_site(site, cache)
    made = compressed(site)
    compress_site(site, tmp_path / "another-cache")
    assert compressed(site) == made


def _watched(known, worked: list[str]):
    def watch(added: str):
        return lambda content: (worked.append(added), known[added](content))[1]

    return {added: watch(added) for added in known}
