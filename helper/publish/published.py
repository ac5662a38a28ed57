"""A file that the page fetches: its content in, its place in the site and what the page holds it against out."""

import hashlib
from collections.abc import Mapping
from dataclasses import dataclass

FIRST_DIGITS = 10


@dataclass(frozen=True)
class Published:
    """A file by its path in the site; `size` is in bytes, unpacked."""

    path: str
    content: bytes
    sha256: str

    def plain(self) -> dict[str, str | int]:
        """Give what the page knows of it beforehand: `{address, size, sha256}`, the address from the site's root."""
        return {"address": self.path, "size": len(self.content), "sha256": self.sha256}


def plain_of(found: Mapping[str, Published]) -> dict[str, dict[str, str | int]]:
    """Give what the page knows of several files, each under its own name."""
    return {name: one.plain() for name, one in found.items()}


def publish(folder: str, stem: str, ending: str, content: bytes) -> Published:
    """Name a file after its content, so that a cache may keep it for ever and never mixes two editions of the site."""
    digest = hashlib.sha256(content).hexdigest()
    return Published(f"{folder}/{stem}.{digest[:FIRST_DIGITS]}.{ending}", content, digest)
