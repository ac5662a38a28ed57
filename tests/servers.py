"""Real web servers, each with the very configuration that the site offers: a folder and that text in, an address out.

Only the lines that it tells an administrator to change are changed: the name, the port and the folder.
"""

import http.client
import os
import socket
import subprocess
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from tests.tools import path_of

HERE = "127.0.0.1"
BROTLI = "ngx_http_brotli_static_module.so"
NGINX = """\
{module}
{user}
daemon off;
worker_processes 1;
pid {folder}/nginx.pid;
error_log {folder}/error.log;
events {{ worker_connections 256; }}
http {{
    log_format bytes "$bytes_sent";
    access_log {log};
    client_body_temp_path {folder}/body;
    proxy_temp_path {folder}/proxy;
    fastcgi_temp_path {folder}/fastcgi;
    uwsgi_temp_path {folder}/uwsgi;
    scgi_temp_path {folder}/scgi;
    include {folder}/guide.conf;
}}
"""


@contextmanager
def nginx(site: Path, work: Path, told: str, brotli: bool = True, log: Path | None = None) -> Iterator[str]:
    """Give the address of nginx's root while it serves a site; `work` is an empty folder of its own.

    `log` takes a line for each answer: the bytes of it that were sent, headers and all.
    """
    port = free_port()
    lines = {"listen 80;": f"listen {HERE}:{port};", "alias /srv/escalation-guide/;": f"alias {site}/;"}
    module = ""
    if brotli:
        lines["# brotli_static on;"] = "brotli_static on;"
        module = f"load_module {brotli_module()};"
    (work / "guide.conf").write_text(changed(told, lines), encoding="utf-8")
    # Its own user could not read what only root may.
    user = "user root;" if os.geteuid() == 0 else ""
    (work / "nginx.conf").write_text(
        NGINX.format(module=module, user=user, folder=work, log=f"{log} bytes" if log else "off"), encoding="utf-8"
    )
    # Before it reads its configuration it would write where only root may.
    command = [path_of("nginx"), "-p", str(work), "-e", str(work / "error.log"), "-c", str(work / "nginx.conf")]
    with running(command, port, work / "error.log") as address:
        yield address


@contextmanager
def running(command: list[str], port: int, log: Path, environment: dict[str, str] | None = None) -> Iterator[str]:
    """Give the address of a server once it answers; end it afterwards."""
    said = log.with_suffix(".out")
    with said.open("wb") as out:
        process = subprocess.Popen(command, stdout=out, stderr=out, env={**os.environ, **(environment or {})})
    try:
        wait_for(port, process, [log, said])
        yield f"http://{HERE}:{port}/"
    finally:
        process.terminate()
        process.wait(timeout=30)


def wait_for(port: int, process: "subprocess.Popen[bytes]", logs: list[Path]) -> None:
    """Return once a server takes connections; fail with what it said where it does not."""
    until = time.monotonic() + 30
    while time.monotonic() < until and process.poll() is None:
        with socket.socket() as line:
            if line.connect_ex((HERE, port)) == 0:
                return
        time.sleep(0.02)
    raise AssertionError("\n".join(log.read_text(encoding="utf-8") for log in logs if log.exists()))


def free_port() -> int:
    """Find a port that nobody uses."""
    with socket.socket() as line:
        line.bind((HERE, 0))
        return int(line.getsockname()[1])


def changed(told: str, lines: dict[str, str]) -> str:
    """Change what an administrator is told to change; each of it stands there once."""
    for old, new in lines.items():
        assert told.count(old) == 1, old
        told = told.replace(old, new)
    return told


def brotli_module() -> str:
    """Say where Debian, or another system, keeps nginx's module."""
    folders = ("/usr/lib/nginx/modules", "/usr/lib64/nginx/modules", "/usr/share/nginx/modules")
    found = [file for folder in folders if (file := Path(folder) / BROTLI).exists()]
    assert found, f"{BROTLI} is missing: apt-get install libnginx-mod-http-brotli-static"
    return str(found[0])


def ask(address: str, path: str, method: str = "GET", **asked: str) -> tuple[int, dict[str, str], bytes]:
    """Ask a server for a path below its root; give status, headers by name in small letters, and content as it was sent."""
    host = address.removeprefix("http://").rstrip("/")
    connection = http.client.HTTPConnection(host, timeout=30)
    try:
        connection.request(method, f"/{path}", headers={name.replace("_", "-"): value for name, value in asked.items()})
        answer = connection.getresponse()
        return answer.status, {name.lower(): value for name, value in answer.getheaders()}, answer.read()
    finally:
        connection.close()
