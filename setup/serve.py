"""Serve a folder of files at http://127.0.0.1:PORT/, with the types that a browser insists on.

As a good server of the site would: compressed where the browser takes it, kept for ever where the name holds a hash, and under
the whole policy, so that whoever works on the site sees what it forbids.
"""

import errno
import os
import re
import sys
from functools import partial
from http import HTTPStatus
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from urllib.parse import urlsplit

from helper.publish.kinds import TYPES as KNOWN
from helper.publish.policy import ASK_AGAIN, headers_of

HOST = "127.0.0.1"
# Python asks the machine's own tables first, and they differ: a script of the wrong type is refused by every browser.
TYPES = {"": "application/octet-stream", **KNOWN}
# The best first: what a file compressed by it ends in, beside the file itself, and how HTTP calls it.
ENCODINGS = {".br": "br", ".gz": "gzip"}

NOT_THERE = "404.html"


class SiteHandler(SimpleHTTPRequestHandler):
    """Answers for one folder, laid under one path, silently."""

    extensions_map = TYPES
    # What the file that is being sent ends in, where it was compressed.
    ending = ""

    def __init__(self, *args: object, under: str, directory: str) -> None:
        self.under = under
        super().__init__(*args, directory=directory)  # type: ignore[arg-type]

    def send_head(self):  # type: ignore[no-untyped-def]
        """Answer only what lies under the path, compressed where that was made and the browser takes it."""
        if not self.path.startswith(self.under):
            self.send_error(HTTPStatus.NOT_FOUND)
            return None
        page, accepted = self._page(), self.headers.get("Accept-Encoding", "")
        found = (ending for ending, name in ENCODINGS.items() if takes(accepted, name) and is_current(page + ending, page))
        self.ending = next(found, "")
        return super().send_head()

    def translate_path(self, path: str) -> str:
        """Find the file to send; the path that the folder is laid under is not its own."""
        return self._page() + self.ending if self.ending else super().translate_path("/" + path.removeprefix(self.under))

    def guess_type(self, path: str | os.PathLike[str]) -> str:
        """Give the type of what was compressed."""
        return super().guess_type(str(path).removesuffix(self.ending))

    def send_response(self, code: int, message: str | None = None) -> None:
        """Say with a file how it is packed, and all that the policy says of it."""
        super().send_response(code, message)
        is_file = code in (HTTPStatus.OK, HTTPStatus.NOT_MODIFIED)
        path = urlsplit(self.path).path.removeprefix(self.under)
        for name, value in (headers_of(path) if is_file else {"Cache-Control": ASK_AGAIN}).items():
            self.send_header(name, value)
        self.send_header("Vary", "Accept-Encoding")
        if is_file and self.ending:
            self.send_header("Content-Encoding", ENCODINGS[self.ending])

    def send_error(self, code: int, message: str | None = None, explain: str | None = None) -> None:
        """Show the site's own page for what is not there; any other error is Python's to tell."""
        page = Path(self.directory, NOT_THERE)
        if code != HTTPStatus.NOT_FOUND or not page.is_file():
            super().send_error(code, message, explain)
            return
        content = page.read_bytes()
        self.send_response(code)
        for name, value in headers_of(NOT_THERE).items():
            if name != "Cache-Control":  # which goes with every answer
                self.send_header(name, value)
        self.send_header("Content-Type", TYPES[page.suffix])
        self.send_header("Content-Length", str(len(content)))
        self.end_headers()
        if self.command != "HEAD":
            self.wfile.write(content)

    def _page(self) -> str:
        """Give the file that was asked for; a folder's is its index."""
        file = super().translate_path("/" + self.path.removeprefix(self.under))
        return f"{file}index.html" if file.endswith("/") else file

    def log_message(self, *_: object) -> None:
        """Say nothing."""


def takes(accepted: str, encoding: str) -> bool:
    """Tell whether a browser that accepts these encodings, such as "gzip, br;q=0", takes one of them."""
    for one in accepted.split(","):
        name, _, weight = one.partition(";")
        if name.strip().lower() == encoding:
            return not re.fullmatch(r"q=0(\.0*)?", weight.replace(" ", ""))
    return False


def is_current(compressed: str, file: str) -> bool:
    """Tell whether a compressed file is there and was made of the file as it stands now."""
    try:
        return Path(compressed).stat().st_mtime_ns >= Path(file).stat().st_mtime_ns
    except OSError:
        return False


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
