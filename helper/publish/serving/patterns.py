"""Paths of a site in, the patterns that a server knows them by out; a * stands for any number of any characters."""

from collections.abc import Collection
from urllib.parse import urlsplit

from helper.publish.policy import HASHED, Kind
from helper.publish.site import Host


def base_of(host: Host) -> str:
    """Tell under which path of its server the site stands, beginning and ending with a slash.

    >>> base_of(Host()), base_of(Host(address="https://example.org/safe/steps/"))
    ('/', '/safe/steps/')
    """
    return urlsplit(host.address).path or "/"


def patterns(kind: Kind) -> list[str]:
    """Give the patterns of a kind; the rest has none."""
    return [*kind.files, *(f"{folder}*" for folder in kind.folders)]


def for_ever_patterns(paths: Collection[str]) -> list[str]:
    """Give a pattern for each folder in which every name holds a hash, and elsewhere one for each such file.

    >>> for_ever_patterns(["a/x.0123456789.js", "a/licences.txt", "a/b/y.0123456789.json", "a/b/z.0123456789.json"])
    ['a/x.0123456789.js', 'a/b/*']
    """
    by_folder: dict[str, list[str]] = {}
    for path in sorted(paths):
        by_folder.setdefault(path.rpartition("/")[0], []).append(path)
    found: list[str] = []
    for folder, files in by_folder.items():
        hashed = [path for path in files if HASHED.search(path)]
        # A star goes on into the folders below, which may hold other names.
        is_whole = len(hashed) == len(files) and not any(other.startswith(f"{folder}/") for other in by_folder)
        found += [f"{folder}/*"] if is_whole else hashed
    return found
