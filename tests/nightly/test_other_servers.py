"""Caddy and Apache, with the very files that the site offers, say and send what nginx does."""

from collections.abc import Iterator
from itertools import takewhile
from pathlib import Path
from stat import S_IROTH

import pytest

from helper.publish.kinds import TYPES
from helper.publish.policy import CSP, framed_policy, headers_of
from helper.publish.serving.servers import caddyfile, htaccess
from helper.publish.site import Host
from tests.servers import HERE, ask, changed, free_port, running
from tests.tools import path_of

SUB_PATH = Host("A guide", "https://example.org/safe/steps/", frames=("https://intranet.example.org",))
MODULES = "alias authz_core dir env headers mime mpm_event rewrite setenvif"
APACHE = """\
ServerName guide.example.org
ServerRoot {work}
Listen {here}:{port}
PidFile {work}/apache.pid
Mutex file:{work} default
TypesConfig /dev/null
ErrorLog {work}/error.log
{user}
{modules}
DocumentRoot {root}
<Directory {root}>
    Require all granted
    AllowOverride FileInfo Indexes
    Options FollowSymLinks
</Directory>
"""


def serve_by_caddy(site: Path, work: Path, host: Host) -> Iterator[str]:
    """Give the address of Caddy's root."""
    port = free_port()
    name = "example.org" if host.address else "guide.example.org"
    lines = {f"\n{name} {{": f"\nhttp://{HERE}:{port} {{", "root * /srv/escalation-guide\n": f"root * {site}\n"}
    # No door for its administrator.
    told = "{\n\tadmin off\n}\n" + changed(caddyfile(host), lines)
    (work / "Caddyfile").write_text(told, encoding="utf-8")
    command = [path_of("caddy"), "run", "--adapter", "caddyfile", "--config", str(work / "Caddyfile")]
    home = {"XDG_CONFIG_HOME": str(work), "XDG_DATA_HOME": str(work), "HOME": str(work)}
    with running(command, port, work / "error.log", home) as address:
        yield address


def serve_by_apache(site: Path, work: Path, host: Host) -> Iterator[str]:
    """Give the address of Apache's root: a folder in which the site stands, with the file beside its first page."""
    port, root = free_port(), work / "root"
    below = root / "safe/steps" if host.address else root
    below.parent.mkdir(parents=True, exist_ok=True)
    below.mkdir()
    for one in site.iterdir():
        (below / one.name).symlink_to(one)
    (below / ".htaccess").write_text(htaccess(host), encoding="utf-8")
    folder = Path("/usr/lib/apache2/modules")
    modules = "\n".join(f"LoadModule {name}_module {folder}/mod_{name}.so" for name in MODULES.split())
    # Without a user of its own it does not start for root; this one only reads.
    user = "User www-data\nGroup www-data"
    config = APACHE.format(work=work, here=HERE, port=port, root=root, user=user, modules=modules)
    (work / "apache.conf").write_text(config, encoding="utf-8")
    command = [path_of("apache"), "-X", "-f", str(work / "apache.conf")]
    with running(command, port, work / "error.log") as address:
        yield address


SERVERS = {"caddy": serve_by_caddy, "apache": serve_by_apache}
each = pytest.mark.parametrize("name", [pytest.param(name, marks=pytest.mark.needs(name)) for name in SERVERS])


@pytest.fixture
def work(tmp_path: Path) -> Path:
    """Give a folder that a server's own user can read its way into."""
    # Up to the first that others may read already. How many there are depends on whether tests run side by side.
    for folder in takewhile(lambda one: not one.stat().st_mode & S_IROTH, (tmp_path, *tmp_path.parents)):
        folder.chmod(0o755)
    return tmp_path


@each
def test_every_file_is_sent_as_nginx_sends_it(name: str, site_folder: Path, work: Path) -> None:
    paths = [file.relative_to(site_folder).as_posix() for file in sorted(site_folder.rglob("*")) if file.is_file()]
    paths = [path for path in paths if not path.endswith((".br", ".gz"))]
    for address in SERVERS[name](site_folder, work, Host()):
        for path in ["", "embed/", "embed/guide/", "salford/", *paths]:
            status, headers, _ = ask(address, path, Accept_Encoding="br, gzip")
            assert status == 200, path
            asked = headers_of(path)
            assert {key: headers.get(key.lower()) for key in asked} == asked, path
            assert ("x-frame-options" in headers) == ("X-Frame-Options" in asked), path
            assert ("cross-origin-embedder-policy" in headers) == ("Cross-Origin-Embedder-Policy" in asked), path
            ending = Path(path).suffix if Path(path).suffix else ".html" if path.endswith("/") or not path else ""
            if ending in TYPES:
                assert headers["content-type"] == TYPES[ending], path
            file = site_folder / (f"{path}index.html" if ending == ".html" and not path.endswith(".html") else path)
            packed = "br" if Path(f"{file}.br").exists() else "gzip" if Path(f"{file}.gz").exists() else None
            assert headers.get("content-encoding") == packed, path


@each
def test_what_is_had_already_is_not_sent_and_what_is_missing_is_said(name: str, site_folder: Path, work: Path) -> None:
    for address in SERVERS[name](site_folder, work, Host()):
        _, first, _ = ask(address, "salford/", Accept_Encoding="gzip")
        assert ask(address, "salford/", Accept_Encoding="gzip", If_None_Match=first["etag"])[0] == 304
        assert "Accept-Encoding" in first["vary"]
        assert "content-encoding" not in ask(address, "salford/")[1]
        status, headers, content = ask(address, "assets/page.AAAAAAAA.js")
        assert (status, headers["content-type"]) == (404, "text/html; charset=utf-8")
        assert headers["cache-control"] == "no-cache"
        assert b"This page is not here" in content
        assert ask(address, "salford")[0] in (301, 308)


@each
def test_it_works_below_another_site_and_narrowed(name: str, site_folder: Path, work: Path) -> None:
    for address in SERVERS[name](site_folder, work, SUB_PATH):
        _, headers, _ = ask(address, "safe/steps/embed/")
        assert headers[CSP.lower()] == f"{framed_policy(SUB_PATH.address)}; frame-ancestors 'self' https://intranet.example.org"
        assert ask(address, "safe/steps/about/")[1][CSP.lower()].endswith("frame-ancestors 'self'")
        assert ask(address, "safe/steps/embed.js")[1]["cross-origin-resource-policy"] == "cross-origin"
        assert b"This page is not here" in ask(address, "safe/steps/nowhere")[2]
