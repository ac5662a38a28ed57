"""What `make serve` sends: the smallest that the browser takes, under the file's own type, for ever or to be asked for again."""

import gzip
import http.client
import os
import threading
from collections.abc import Iterator
from pathlib import Path

import brotli
import pytest

from setup.serve import site_server, takes

PAGE = b"<!doctype html><title>A page</title>" + b"<p>of some length</p>" * 100
HASHED = "assets/page.YYGGMKHO.js"
Answer = tuple[http.client.HTTPResponse, bytes]


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A small site, compressed."""
    site = tmp_path_factory.mktemp("site")
    for path in (
        "index.html",
        "salford/index.html",
        "edited.html",
        HASHED,
        "assets/engine/python.e1304bedbe.zip",
        "service-worker.js",
    ):
        file = site / path
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_bytes(PAGE)
        file.with_name(f"{file.name}.br").write_bytes(brotli.compress(PAGE))
        file.with_name(f"{file.name}.gz").write_bytes(gzip.compress(PAGE))
    (site / "plain.txt").write_bytes(PAGE)
    return site


@pytest.fixture(scope="module")
def port(folder: Path) -> Iterator[int]:
    """The port at which the site is served, under /guide/."""
    with site_server(folder, 0, "/guide/") as server:
        thread = threading.Thread(target=server.serve_forever, daemon=True)
        thread.start()
        yield server.server_port
        server.shutdown()
        thread.join()


def ask(port: int, path: str, method: str = "GET", **headers: str) -> Answer:
    connection = http.client.HTTPConnection("127.0.0.1", port, timeout=10)
    connection.request(method, f"/guide/{path}", headers={name.replace("_", "-"): value for name, value in headers.items()})
    answer = connection.getresponse()
    content = answer.read()
    connection.close()
    return answer, content


@pytest.mark.parametrize(
    ("accepted", "encoding", "unpack"),
    [
        ("gzip, deflate, br, zstd", "br", brotli.decompress),
        ("gzip, deflate", "gzip", gzip.decompress),
        ("br;q=0, gzip;q=0.5", "gzip", gzip.decompress),
        ("identity", None, bytes),
        ("", None, bytes),
    ],
)
@pytest.mark.parametrize("path", ["", "index.html", "salford/", "salford/index.html?from=a-link"])
def test_sends_the_smallest_that_the_browser_takes(port: int, path: str, accepted: str, encoding: str | None, unpack) -> None:
    answer, content = ask(port, path, Accept_Encoding=accepted)
    assert (answer.status, answer.headers["Content-Encoding"]) == (200, encoding)
    assert answer.headers["Content-Type"] == "text/html; charset=utf-8"
    assert answer.headers["Content-Length"] == str(len(content))
    assert answer.headers["Vary"] == "Accept-Encoding"
    assert unpack(content) == PAGE


@pytest.mark.parametrize(
    ("path", "kind"),
    [(HASHED, "text/javascript; charset=utf-8"), ("assets/engine/python.e1304bedbe.zip", "application/zip")],
)
def test_what_is_compressed_keeps_its_own_type(port: int, path: str, kind: str) -> None:
    for accepted in ("br", "gzip", ""):
        assert ask(port, path, Accept_Encoding=accepted)[0].headers["Content-Type"] == kind


def test_a_compressed_file_that_is_asked_for_by_name_is_sent_as_it_is(port: int, folder: Path) -> None:
    answer, content = ask(port, "index.html.gz", Accept_Encoding="br, gzip")
    assert answer.headers["Content-Encoding"] is None
    assert content == (folder / "index.html.gz").read_bytes()


def test_what_was_compressed_of_an_earlier_edition_is_not_sent(port: int, folder: Path) -> None:
    page = folder / "edited.html"
    later = page.with_name("edited.html.br").stat().st_mtime + 5
    page.write_bytes(b"changed")
    os.utime(page, (later, later))
    answer, content = ask(port, "edited.html", Accept_Encoding="br, gzip")
    assert (answer.headers["Content-Encoding"], content) == (None, b"changed")


def test_a_name_with_a_hash_is_kept_for_ever(port: int) -> None:
    for path in (HASHED, f"{HASHED}?again", "assets/engine/python.e1304bedbe.zip"):
        assert ask(port, path, Accept_Encoding="br")[0].headers["Cache-Control"] == "public, max-age=31536000, immutable"


@pytest.mark.parametrize(
    "path", ["", "salford/", "service-worker.js", "plain.txt", "assets/page.AAAAAAAA.js", "?of=page.YYGGMKHO.js"]
)
def test_anything_else_is_asked_for_again(port: int, path: str) -> None:
    """Also what is not there: it may be there later."""
    assert ask(port, path, Accept_Encoding="br")[0].headers["Cache-Control"] == "no-cache"


@pytest.mark.parametrize("accepted", ["br", "gzip", ""])
def test_what_the_browser_has_already_is_not_sent_twice(port: int, accepted: str) -> None:
    first, _ = ask(port, "salford/", Accept_Encoding=accepted)
    again, content = ask(port, "salford/", Accept_Encoding=accepted, If_Modified_Since=first.headers["Last-Modified"])
    assert (again.status, content) == (304, b"")


def test_a_question_about_a_file_is_answered_without_it(port: int) -> None:
    answer, content = ask(port, "salford/", "HEAD", Accept_Encoding="br")
    assert (answer.status, answer.headers["Content-Encoding"], content) == (200, "br", b"")


def test_a_folder_is_found_by_its_name_alone(port: int) -> None:
    answer, _ = ask(port, "salford", Accept_Encoding="br")
    assert (answer.status, answer.headers["Location"]) == (301, "/guide/salford/")


def test_nothing_outside_the_path_is_answered(port: int) -> None:
    connection = http.client.HTTPConnection("127.0.0.1", port, timeout=10)
    for path in ("/", "/index.html", "/guide", "/guide/../../etc/passwd", "/guide/nothing.html"):
        connection.request("GET", path)
        answer = connection.getresponse()
        answer.read()
        assert answer.status == 404, path
    connection.close()


@pytest.mark.parametrize(
    ("accepted", "is_taken"),
    [("br", True), ("BR ; q=1.0", True), ("gzip,br", True), ("br;q=0.000", False), ("brotli", False), ("gzip", False), ("", False)],
)
def test_reads_what_a_browser_takes(accepted: str, is_taken: bool) -> None:
    assert takes(accepted, "br") is is_taken


def test_what_is_not_there_is_answered_with_the_sites_own_page_where_it_has_one(folder: Path, port: int) -> None:
    answer, content = ask(port, "no/such/page/")
    assert (answer.status, b"Error response" in content) == (404, True)
    own = b"<!doctype html><title>Not there</title>"
    page = folder / "404.html"
    page.write_bytes(own)
    try:
        for path in ("no/such/page/", "nothing.js", "../outside/"):
            answer, content = ask(port, path)
            assert (answer.status, answer.headers["Content-Type"], content) == (404, "text/html; charset=utf-8", own)
            assert answer.headers.get_all("Cache-Control") == ["no-cache"]
            assert "default-src 'none'" in answer.headers["Content-Security-Policy"]
        answer, content = ask(port, "nothing.js", "HEAD")
        assert (answer.status, answer.headers["Content-Length"], content) == (404, str(len(own)), b"")
    finally:
        page.unlink()
