"""A site of its own for one test, from a server that can hold a file back, spoil it or refuse it; and newer editions of it."""

import shutil
import threading
from collections import Counter
from collections.abc import Collection, Iterator
from contextlib import contextmanager, suppress
from functools import partial
from http import HTTPStatus
from pathlib import Path

from helper.publish.copies import write_copies
from setup.serve import HOST, SiteHandler, SiteServer

UNDER = "/guide/"
PARTNERSHIPS = ("harrow", "pan-cheshire", "salford", "trafford", "wigan")


class FickleSite:
    """A copy of the built site, and what its server is to do wrong: each by the path of a file in the site."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.address = ""
        self.asked: Counter[str] = Counter()
        self.refused: set[str] = set()
        self.spoiled: Counter[str] = Counter()
        self.stale: dict[str, bytes] = {}
        self.held: dict[str, threading.Event] = {}

    def hold(self, path: str) -> threading.Event:
        """Keep whoever asks for a file waiting until the event that is given is set."""
        self.held[path] = threading.Event()
        return self.held[path]

    def keep_back(self, path: str) -> None:
        """Go on sending a file as it is now, whatever is published later: as a cache before the server does."""
        self.stale[path] = (self.folder / path).read_bytes()

    def find(self, pattern: str) -> str:
        """Give the path of the one file that fits."""
        (found,) = self.folder.glob(pattern)
        return found.relative_to(self.folder).as_posix()

    def replace(self, old: str, new: str) -> None:
        """Change some text in every page."""
        for page in self.folder.rglob("*.html"):
            page.write_text(page.read_text(encoding="utf-8").replace(old, new), encoding="utf-8")

    def rename(self, pattern: str, new: str) -> None:
        """Give a file another name, in every page too: as its hash does when its content has changed."""
        old = self.find(pattern)
        (self.folder / old).rename(self.folder / new)
        self.replace(old, new)

    def publish(self, built: str, partnerships: Collection[str] = PARTNERSHIPS) -> None:
        """Make an edition of what stands in the folder now."""
        worker = self.folder / "service-worker.js"
        _, _, script = worker.read_text(encoding="utf-8").partition("\n")
        worker.write_text(script, encoding="utf-8")
        shutil.rmtree(self.folder / "assets/copies")
        write_copies(self.folder, built, partnerships)


class FickleHandler(SiteHandler):
    """Answers as it is told to."""

    def __init__(self, *args: object, site: FickleSite) -> None:
        self.site = site
        super().__init__(*args, under=UNDER, directory=str(site.folder))

    def do_GET(self) -> None:  # noqa: N802  http.server names it so
        """Answer, or do wrong."""
        path = self.path.partition("?")[0].removeprefix(UNDER)
        self.site.asked[path] += 1
        if path in self.site.held:
            self.site.held[path].wait(60)
        if path in self.site.refused:
            self.send_error(HTTPStatus.SERVICE_UNAVAILABLE)
        elif self.site.spoiled[path] > 0:
            self.site.spoiled[path] -= 1
            self.send_instead(spoiled(self.file))
        elif path in self.site.stale:
            self.send_instead(self.site.stale[path])
        else:
            with suppress(ConnectionError):  # whoever asked may have given up
                super().do_GET()

    @property
    def file(self) -> Path:
        """The file that was asked for; a folder's is its index."""
        found = Path(self.translate_path(self.path))
        return found / "index.html" if found.is_dir() else found

    def send_instead(self, content: bytes) -> None:
        """Send something else than the file that was asked for."""
        self.send_response(HTTPStatus.OK)
        self.send_header("Content-Type", self.guess_type(self.file))
        self.send_header("Content-Length", str(len(content)))
        self.end_headers()
        self.wfile.write(content)


def spoiled(file: Path) -> bytes:
    """Give a file's content with one byte of it changed."""
    content = bytearray(file.read_bytes())
    content[len(content) // 2] ^= 1
    return bytes(content)


def copy_of(site: Path, folder: Path) -> FickleSite:
    """Copy a built site, without the compressed files, which would not change with the others.

    The engine's files are as many as they are, but small: how they are kept does not depend on what is in them.
    """
    shutil.copytree(site, folder, ignore=shutil.ignore_patterns("*.br", "*.gz"))
    for file in (folder / "assets/engine").iterdir():
        file.write_bytes(file.name.encode() * 5_000)
    made = FickleSite(folder)
    made.publish("Sunday 22 November 2026")
    return made


@contextmanager
def answering(site: FickleSite, port: int = 0) -> Iterator[FickleSite]:
    """Serve the site while the block lasts."""
    with SiteServer((HOST, port), partial(FickleHandler, site=site)) as server:
        thread = threading.Thread(target=server.serve_forever, daemon=True)
        thread.start()
        site.address = f"http://{HOST}:{server.server_port}{UNDER}"
        yield site
        for event in site.held.values():
            event.set()
        server.shutdown()
        thread.join()
