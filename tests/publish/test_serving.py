"""What Debian's own nginx says and sends under the very file that the site offers, and that other hosts are told the same."""

import gzip
import json
from collections.abc import Iterator
from html.parser import HTMLParser
from pathlib import Path, PurePosixPath

import brotli
import pytest

from helper.publish.kinds import TYPES
from helper.publish.policy import CSP, FOR_EVER, POLICY, framed_policy, headers_of
from helper.publish.serving import serving_files
from helper.publish.serving.servers import nginx_conf
from helper.publish.site import Host
from tests.publish.serving_readers import Azure, HeaderFile
from tests.servers import ask, nginx

SUB_PATH = Host("A guide", "https://example.org/safe/steps/", frames=("https://intranet.example.org", "https://*.example.net"))
PROTECTING = {name.lower() for path in ("embed/", "") for name in headers_of(path)} - {"cache-control"}
needs_nginx = pytest.mark.needs("nginx")


@pytest.fixture(scope="module")
def paths(site_folder: Path) -> list[str]:
    """Give every file of the site by its path, but what is compressed of another."""
    files = (file.relative_to(site_folder).as_posix() for file in sorted(site_folder.rglob("*")) if file.is_file())
    return [path for path in files if not path.endswith((".br", ".gz"))]


@pytest.fixture(scope="module")
def examples(paths: list[str]) -> list[str]:
    """Give one file of each kind in each folder at the top, and in each below assets."""
    kinds = {
        (*PurePosixPath(path).parts[:-1][:2], PurePosixPath(path).suffix, PurePosixPath(path).name[:5]): path for path in paths
    }
    return sorted(kinds.values())


@pytest.fixture(scope="module")
def served(site_folder: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """Give the address of nginx with the site's own file."""
    told = (site_folder / "server/nginx.conf").read_text(encoding="utf-8")
    with nginx(site_folder, tmp_path_factory.mktemp("nginx"), told) as address:
        yield address


@needs_nginx
def test_every_kind_of_file_is_sent_with_its_type_and_the_whole_policy(served: str, examples: list[str]) -> None:
    assert len(examples) > 80
    for path in examples:
        status, headers, _ = ask(served, path)
        assert status == 200, path
        assert headers["content-type"] == TYPES.get(PurePosixPath(path).suffix, "application/octet-stream"), path
        said = {name: value for name, value in headers.items() if name in PROTECTING | {"cache-control"}}
        assert said == {name.lower(): value for name, value in headers_of(path).items()}, path
        assert headers["server"] == "nginx", path


@needs_nginx
def test_only_the_helper_may_be_framed_by_others(served: str, examples: list[str]) -> None:
    for path in [*examples, "", "embed/", "embed/guide/", "salford/"]:
        _, headers, _ = ask(served, path, method="HEAD")
        directives = headers[CSP.lower()].split("; ")
        is_framed = path in ("embed/", "embed/index.html")
        assert directives[-1] == ("frame-ancestors *" if is_framed else "frame-ancestors 'self'"), path
        assert headers.get("x-frame-options") == (None if is_framed else "SAMEORIGIN"), path
        assert "unsafe" not in headers[CSP.lower()].replace("'wasm-unsafe-eval'", "")


@needs_nginx
@pytest.mark.parametrize(
    ("accepted", "encoding"), [("gzip, deflate, br", "br"), ("gzip", "gzip"), ("", None), ("br;q=0, gzip", "gzip")]
)
def test_the_smallest_that_the_browser_takes_is_sent_as_it_was_made(
    served: str, site_folder: Path, accepted: str, encoding: str | None
) -> None:
    (wasm,) = site_folder.glob("assets/engine/*.wasm")
    unpack = {"br": brotli.decompress, "gzip": gzip.decompress, None: bytes}[encoding]
    for path in ("", "salford/contacts/", "embed.js", wasm.relative_to(site_folder).as_posix()):
        _, headers, content = ask(served, path, Accept_Encoding=accepted)
        assert headers.get("content-encoding") == encoding
        assert headers.get("vary") == "Accept-Encoding", path
        file = site_folder / (f"{path}index.html" if path.endswith("/") or not path else path)
        assert unpack(content) == file.read_bytes()
        assert not encoding or len(content) < file.stat().st_size


@needs_nginx
def test_a_proxy_on_the_way_does_not_undo_it(served: str) -> None:
    assert ask(served, "", Accept_Encoding="gzip", Via="1.1 proxy")[1]["content-encoding"] == "gzip"


@needs_nginx
@pytest.mark.parametrize("path", ["salford/", "service-worker.js", "assets/copies.json"])
def test_what_the_browser_has_already_is_not_sent_twice(served: str, path: str) -> None:
    _, first, _ = ask(served, path, Accept_Encoding="br")
    for asked in ({"If_None_Match": first["etag"]}, {"If_Modified_Since": first["last-modified"]}):
        status, headers, content = ask(served, path, Accept_Encoding="br", **asked)
        assert (status, content) == (304, b"")
        assert headers["cache-control"] == "no-cache"
        assert headers[CSP.lower()] == first[CSP.lower()]


@needs_nginx
@pytest.mark.parametrize("path", ["nowhere/", "assets/page.AAAAAAAA.js", "salford/nothing.docx"])
def test_what_is_not_there_is_answered_by_the_page_that_says_so_and_asked_for_again(served: str, path: str) -> None:
    status, headers, content = ask(served, path)
    assert (status, headers["content-type"], headers["cache-control"]) == (404, "text/html; charset=utf-8", "no-cache")
    assert b"This page is not here" in content
    assert headers[CSP.lower()] == headers_of("404.html")[CSP]


@needs_nginx
def test_a_folder_without_its_slash_leads_there_on_whatever_host_it_was_asked(served: str) -> None:
    status, headers, _ = ask(served, "salford", Host="somewhere.example")
    assert (status, headers["location"]) == (301, "/salford/")


@needs_nginx
def test_it_works_below_another_site_narrowed_to_some_and_without_brotli(site_folder: Path, tmp_path: Path) -> None:
    with nginx(site_folder, tmp_path, nginx_conf(SUB_PATH), brotli=False) as address:
        _, headers, _ = ask(address, "safe/steps/embed/", Accept_Encoding="br, gzip")
        assert headers[CSP.lower()] == (
            f"{framed_policy(SUB_PATH.address)}; frame-ancestors 'self' https://intranet.example.org https://*.example.net"
        )
        assert headers["content-encoding"] == "gzip"
        for path in ("", "embed/guide/", "about/"):
            assert ask(address, f"safe/steps/{path}")[1][CSP.lower()].endswith("frame-ancestors 'self'"), path
        assert ask(address, "safe/steps/embed.js")[1]["cross-origin-resource-policy"] == "cross-origin"
        status, headers, content = ask(address, "safe/steps/nowhere")
        assert (status, b"This page is not here" in content) == (404, True)
        assert ask(address, "safe/steps/salford")[1]["location"] == "/safe/steps/salford/"
        assert ask(address, "")[0] == 404


@needs_nginx
def test_hosts_that_read_a_file_of_headers_are_told_the_same(served: str, site_folder: Path, examples: list[str]) -> None:
    told = HeaderFile(site_folder / "_headers")
    for path in ["", "embed/", "embed/guide/", "salford/", *examples]:
        found = told.told(f"/{path}")
        names = [name for name, _ in found]
        assert len(names) == len(set(names)), f"{path}: one host would add these up, another take one of them"
        _, headers, _ = ask(served, path, method="HEAD")
        if path in ("_headers", "staticwebapp.config.json"):
            continue  # not sent by hosts that read them
        assert {name: value for name, value in found if name in PROTECTING} == {
            name: value for name, value in headers.items() if name in PROTECTING
        }, path
        assert dict(found).get("cache-control", "no-cache") == headers["cache-control"], path


@needs_nginx
def test_azure_is_told_the_same(served: str, site_folder: Path, examples: list[str]) -> None:
    azure = Azure(site_folder / "staticwebapp.config.json")
    said = PROTECTING | {"cache-control"}
    for path in ["", "embed/", "embed/guide/", "salford/", *examples]:
        _, headers, _ = ask(served, path, method="HEAD")
        assert azure.told(f"/{path}") == {name: value for name, value in headers.items() if name in said}, path
    assert azure.plain["mimeTypes"] == TYPES
    assert (site_folder / azure.plain["responseOverrides"]["404"]["rewrite"].removeprefix("/")).is_file()
    # More than this it does not read.
    assert (site_folder / "staticwebapp.config.json").stat().st_size < 20_000


@pytest.mark.parametrize(
    ("folders", "lost"), [(94, "the last ones only save time."), (120, "any site may show a page in a frame.")]
)
def test_what_saves_time_stands_last_where_there_are_more_rules_than_a_host_reads(folders: int, lost: str) -> None:
    paths = [f"a-{number}/index.html" for number in range(folders)] + ["assets/page.AAAAAAAA.js", "assets/icon.svg"]
    rules = serving_files(paths, Host())["_headers"].split("\n\n")
    assert "Cloudflare Pages reads 100" in rules[0]
    assert lost in rules[0]
    assert sum(CSP in rule for rule in rules) == folders + 5
    assert rules[-1] == f"/assets/page.AAAAAAAA.js\n  Cache-Control: {FOR_EVER}\n"


def test_a_folder_that_never_changes_is_protected_too() -> None:
    files = serving_files(["assets/page.AAAAAAAA.js"], Host())
    (rule,) = (rule for rule in files["_headers"].split("\n\n") if rule.startswith("/assets/*"))
    assert CSP in rule
    assert f"Cache-Control: {FOR_EVER}" in rule
    assert json.loads(files["staticwebapp.config.json"])["routes"][0]["headers"]["Cache-Control"] == FOR_EVER


class Inert(HTMLParser):
    """Collects what a page holds that a policy without exceptions refuses, and where its own policy stands."""

    def __init__(self, page: str) -> None:
        super().__init__()
        self.refused: list[str] = []
        self.policies: list[str | None] = []
        self.loads_before: list[str] = []
        self._script = False
        self.feed(page)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        given = dict(attrs)
        self._script = tag == "script"
        if tag in ("style", "base", "object", "embed", "applet"):
            self.refused.append(tag)
        self.refused += [name for name in given if name.startswith("on") or name in ("style", "srcdoc", "formaction")]
        self.refused += [
            value for value in given.values() if (value or "").strip().lower().startswith(("javascript:", "vbscript:"))
        ]
        if tag == "meta" and (given.get("http-equiv") or "").lower() == CSP.lower():
            self.policies.append(given["content"])
        elif tag in ("link", "script", "img") and not self.policies:
            self.loads_before.append(tag)

    def handle_data(self, data: str) -> None:
        if self._script and data.strip():
            self.refused.append("a script in the page")

    def handle_endtag(self, tag: str) -> None:
        self._script = False


def test_no_page_holds_a_script_a_style_or_a_handler_and_each_brings_its_policy_before_it_loads_anything(site_folder: Path) -> None:
    pages = sorted(site_folder.rglob("*.html"))
    assert len(pages) > 150
    for page in pages:
        text = page.read_text(encoding="utf-8")
        found = Inert(text)
        # The page that is not there leans on no file: its style stands in it, and the policy knows that one by its hash.
        assert found.refused == (["style"] if page == site_folder / "404.html" else []), page
        assert found.policies == [POLICY], page
        assert found.loads_before == [], page
        # Where nobody tells a browser how a page is written it looks no further.
        assert b'charset="utf-8"' in text.encode()[:1024].lower(), page


def test_the_reader_of_pages_sees_what_it_has_to_see() -> None:
    page = (
        '<script src="a.js"></script><style></style><p style="" onclick="x()"><a href=" JavaScript:x()">x</a><script>x()</script>'
    )
    assert Inert(page).refused == ["style", "style", "onclick", " JavaScript:x()", "a script in the page"]
