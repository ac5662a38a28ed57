"""A finished site in; beside every file that gains by it, the same file compressed, for a server that does not compress itself.

`x.html.br` (brotli) and `x.html.gz` (gzip) stand beside `x.html`: nginx (`gzip_static`, `brotli_static`), Caddy, Apache and
`make serve` send them as they are. Python for the browser goes from 12.7 MB to 3.15 MB that way.
"""

import gzip
import hashlib
import os
import tempfile
from collections.abc import Callable, Iterator, Mapping
from concurrent.futures import ThreadPoolExecutor
from itertools import chain
from pathlib import Path

import brotli

from helper.publish.cache import PART, left_over
from helper.publish.data_script import ENDING as DATA_SCRIPT

# What gains by it. The zip and the Word files among them are our own, stored for that; pictures are compressed already.
ENDINGS = frozenset(
    {".bin", ".css", ".csv", ".docx", ".html", ".js", ".json", ".mjs", ".svg", ".txt", ".wasm", ".webmanifest", ".xml", ".zip"}
)
# Smaller files travel in one packet anyway.
SMALLEST = 1000
BEST = 11
# A page changes with every build, as it says the day: the best quality takes four times as long for 12 % less.
# What has a hash in its name changes seldom, and is compressed once; but for the memory of Python, which is too large for that.
# A script that hands over a file holds it compressed already: what is left to gain is had at once.
BROTLI_QUALITY = {".html": 9, ".bin": 9, DATA_SCRIPT: 5}
Compress = Callable[[bytes], bytes]


def compress_site(site: Path, cache: Path) -> None:
    """Write the compressed files into a finished site; `cache` keeps them by content, so that only what is new takes time."""
    for stale in [*site.rglob("*.br"), *site.rglob("*.gz")]:
        stale.unlink()
    cache.mkdir(parents=True, exist_ok=True)
    # The largest first: the others are done while it is worked on. Neither library holds Python up.
    files = sorted(_worth_it(site), key=lambda file: file.stat().st_size, reverse=True)
    with ThreadPoolExecutor(os.cpu_count()) as workers:
        used = set(chain.from_iterable(workers.map(lambda file: _compress_file(file, cache), files)))
    unused = [entry for entry in cache.iterdir() if entry.name not in used and not entry.name.startswith(PART)]
    for entry in [*unused, *left_over(cache)]:
        entry.unlink(missing_ok=True)


def compressors(ending: str) -> Mapping[str, Compress]:
    """Give what compresses a file of a kind, by the ending that it adds."""
    quality = BROTLI_QUALITY.get(ending, BEST)
    return {
        ".br": lambda content: brotli.compress(content, quality=quality),
        # With no date in it, the same content gives the same bytes.
        ".gz": lambda content: gzip.compress(content, 9, mtime=0),
    }


def _worth_it(site: Path) -> Iterator[Path]:
    return (file for file in site.rglob("*") if file.suffix in ENDINGS and file.is_file() and file.stat().st_size >= SMALLEST)


def _compress_file(file: Path, cache: Path) -> list[str]:
    """Write what is smaller than the file beside it; return the names in the cache of all that was looked at."""
    content = file.read_bytes()
    digest = hashlib.sha256(content).hexdigest()
    names = []
    ending = DATA_SCRIPT if file.name.endswith(DATA_SCRIPT) else file.suffix
    for added, compress in compressors(ending).items():
        entry = cache / f"{digest}{file.suffix}{added}"
        packed = _kept(entry, content, compress)
        names.append(entry.name)
        if len(packed) < len(content):
            file.with_name(file.name + added).write_bytes(packed)
    return names


def _kept(entry: Path, content: bytes, compress: Compress) -> bytes:
    """Return what was kept, or make it and keep it; another build may do the same at the same time."""
    try:
        return entry.read_bytes()
    except FileNotFoundError:
        packed = compress(content)
    with tempfile.NamedTemporaryFile(prefix=PART, dir=entry.parent, delete=False) as part:
        part.write(packed)
    Path(part.name).replace(entry)
    return packed
