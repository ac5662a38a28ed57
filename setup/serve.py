"""Serve a folder of files at http://127.0.0.1:PORT/, with the types that a browser insists on."""

import errno
import sys
from functools import partial
from http import HTTPStatus
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

HOST = "127.0.0.1"
# Python asks the machine's own tables first, and they differ: a script of the wrong type is refused by every browser.
TYPES = {
    "": "application/octet-stream",
    ".css": "text/css; charset=utf-8",
    ".html": "text/html; charset=utf-8",
    ".ics": "text/calendar; charset=utf-8",
    ".js": "text/javascript; charset=utf-8",
    ".json": "application/json",
    ".mjs": "text/javascript; charset=utf-8",
    ".svg": "image/svg+xml",
    ".txt": "text/plain; charset=utf-8",
    ".wasm": "application/wasm",
    ".webmanifest": "application/manifest+json",
    ".whl": "application/zip",
    ".xml": "application/xml",
    ".zip": "application/zip",
}


class SiteHandler(SimpleHTTPRequestHandler):
    """Answers for one folder, laid under one path, silently."""

    extensions_map = TYPES

    def __init__(self, *args: object, under: str, directory: str) -> None:
        self.under = under
        super().__init__(*args, directory=directory)  # type: ignore[arg-type]

    def send_head(self):  # type: ignore[no-untyped-def]
        """Answer only what lies under the path."""
        if not self.path.startswith(self.under):
            self.send_error(HTTPStatus.NOT_FOUND)
            return None
        return super().send_head()

    def translate_path(self, path: str) -> str:
        """Take the path that the folder is laid under off what was asked for."""
        return super().translate_path("/" + path.removeprefix(self.under))

    def end_headers(self) -> None:
        """Have the browser ask again each time: who serves from here is working on the files."""
        self.send_header("Cache-Control", "no-cache")
        super().end_headers()

    def log_message(self, *_: object) -> None:
        """Say nothing."""


class SiteServer(ThreadingHTTPServer):
    """Takes it calmly when a browser hangs up in the middle of a file."""

    def handle_error(self, request: object, client_address: object) -> None:
        """Report what went wrong, unless it is the reader who left."""
        if not isinstance(sys.exception(), ConnectionError):
            super().handle_error(request, client_address)  # type: ignore[arg-type]


def site_server(folder: Path, port: int, under: str = "/") -> SiteServer:
    """Return a server, listening but not yet answering, of a folder under a path; port 0 takes a free one."""
    return SiteServer((HOST, port), partial(SiteHandler, under=under, directory=str(folder)))


def main(folder: str, wanted: str) -> str | None:
    """Serve until interrupted; return one plain sentence when that cannot be done."""
    if not (wanted.isdecimal() and 0 < int(wanted) < 65536):
        return f'PORT={wanted} is not a port: write a number from 1 to 65535, such as "make serve PORT=8001".'
    try:
        server = site_server(Path(folder), int(wanted))
    except OSError as error:
        return _why_not(error, int(wanted))
    print(f"The site is at http://{HOST}:{server.server_port}/  (Ctrl+C stops it)", flush=True)
    try:
        server.serve_forever()
    except KeyboardInterrupt:
        print()
    return None


def _why_not(error: OSError, port: int) -> str:
    """Return the sentence for a port that cannot be had."""
    if error.errno == errno.EADDRINUSE:
        return f'Port {port} is in use by another program: choose another, such as "make serve PORT={port % 65535 + 1}".'
    return f'Port {port} cannot be used here ({error.strerror}): choose another, such as "make serve PORT=8001".'


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:]))
