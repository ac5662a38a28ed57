"""A page of somebody else, on another site than ours and under a strict policy of its own, with helpers in it."""

import threading
from collections.abc import Iterator
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from urllib.parse import urlsplit

# Another name for this machine is another site to a browser, as ours is served at 127.0.0.1.
NAME = "localhost"
# What our site has to allow itself for the helper in a frame of such a page (docs/decisions/0016), and who may frame it.
FRAMED_AT_LEAST = (
    "default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; worker-src blob:; connect-src 'self'; style-src 'self';"
    " img-src 'self' data:;"
    f" frame-ancestors http://{NAME}:*"
)


def policy(site: str) -> str:
    """What a strict intranet allows: one script, one frame, and not a line of style."""
    origin = "{0.scheme}://{0.netloc}".format(urlsplit(site))
    return f"default-src 'none'; script-src {origin}; frame-src {origin}; style-src 'none'"


def page_with(site: str, body: str) -> str:
    """Give a page that loads our script, with this in it."""
    return (
        '<!doctype html><html lang="en"><title>An intranet</title>'
        f'<script defer src="{site}embed.js"></script><h1>An intranet</h1>{body}</html>'
    )


@contextmanager
def hosting(pages: dict[str, str], allows: str, isolated: bool = False) -> Iterator[str]:
    """Give the address of some pages, by their name, while they are served under a policy, and isolated if that is asked for."""

    class Host(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            found = pages.get(self.path.lstrip("/"))
            self.send_response(200 if found else 404)
            self.send_header("Content-Type", "text/html; charset=utf-8")
            self.send_header("Content-Security-Policy", allows)
            if isolated:
                self.send_header("Cross-Origin-Embedder-Policy", "require-corp")
            self.end_headers()
            self.wfile.write((found or "").encode())

        def log_message(self, *_: object) -> None:
            """Say nothing."""

    with ThreadingHTTPServer(("127.0.0.1", 0), Host) as server:
        thread = threading.Thread(target=server.serve_forever, daemon=True)
        thread.start()
        yield f"http://{NAME}:{server.server_port}/"
        server.shutdown()
        thread.join()
