"""What a server says with the site's files: one policy, from which every ready configuration, page and test is made.

A file of the site is one of three kinds: the page that other sites may show in a frame, what that page loads, and all the rest.
"""

import re
from base64 import b64encode
from collections.abc import Mapping
from dataclasses import dataclass
from hashlib import sha256
from urllib.parse import urlsplit

CSP = "Content-Security-Policy"
# The page that is not there may be asked for at any depth, so it can lean on no other file: its few lines of style stand in it. The
# policy names them by their hash, and so allows these letters and no others.
BARE_STYLE = (
    "body{background:#fff;color:#14213d;font:1.05rem/1.5 system-ui,sans-serif;margin:0 auto;max-width:38rem;padding:1.5rem 1rem}"
    "h1,h2{line-height:1.2}li{margin:.4rem 0}a{color:#0b5d6b}"
)
# What any page may load and do. It stands in every page as well, for where no header can be set and for a copy on a disk.
POLICY = "; ".join(
    (
        "default-src 'none'",
        "script-src 'self' 'wasm-unsafe-eval'",
        "worker-src 'self' blob:",
        "connect-src 'self'",
        # The theme's style sheet holds small pictures in itself; a picture can ask nobody for anything.
        "img-src 'self' data:",
        f"style-src 'self' 'sha256-{b64encode(sha256(BARE_STYLE.encode()).digest()).decode()}'",
        "manifest-src 'self'",
        "frame-src 'self'",
        # Scripts hand over what a form holds; no page sends one.
        "form-action 'none'",
        "base-uri 'none'",
    )
)
# Of the policy, what a page in a closed frame loads by.
LOADING = re.compile(r"\b(?:script|style|img)-src 'self'")
# The page that other sites may show in a frame, as a server and as the generator names it.
FRAMED = ("embed/", "embed/index.html")
# Who may show the helper in a frame, where the host names nobody.
ANYONE = ("*",)
# No page asks for any of this, and none may start to: each is named as browsers know it.
REFUSED = ("camera", "display-capture", "geolocation", "microphone", "midi", "payment", "usb")
EVERYWHERE = {
    "X-Content-Type-Options": "nosniff",
    # Another site that a link leads to is not told who sent the reader.
    "Referrer-Policy": "no-referrer",
    "Permissions-Policy": ", ".join(f"{feature}=()" for feature in REFUSED),
}
# Names that the build gives a file or a folder after its content, such as "page.YYGGMKHO.js": the content never changes.
HASHED = re.compile(r"\.(?:[0-9a-f]{8,}|[0-9A-Z]{8})[./]")
FOR_EVER = "public, max-age=31536000, immutable"
# The browser keeps the rest too, and asks each time whether it is still the newest.
ASK_AGAIN = "no-cache"


@dataclass(frozen=True)
class Kind:
    """Files of which a server says the same: the files by their path in the site, the folders all of which belongs here, and
    the headers, by name. The kind that names none is all the rest."""

    name: str
    files: tuple[str, ...]
    folders: tuple[str, ...]
    headers: Mapping[str, str]

    def holds(self, path: str) -> bool:
        """Tell whether a file is one of these."""
        return path in self.files or path.startswith(self.folders)


def framed_policy(address: str = "") -> str:
    """Give what the page that others may frame may load and do; `address` is the site's own, "" where the build does not know it.

    In a frame with `sandbox` and without `allow-same-origin` WebKit takes that page for a stranger to its own site: 'self' allows
    it nothing, and the site's origin has to be named. Where the site stands at its address, that allows no more than 'self' does.

    >>> framed_policy("https://example.org/guide/").split("; ")[1]
    "script-src 'self' https://example.org 'wasm-unsafe-eval'"
    """
    if not address:
        return POLICY
    site = urlsplit(address)
    return LOADING.sub(rf"\g<0> {site.scheme}://{site.netloc}", POLICY)


def policy_of(path: str, address: str = "") -> str:
    """Give the policy that stands in the page at a path in the site, such as "embed/", itself.

    >>> policy_of("about/", "https://example.org/") == POLICY
    True
    """
    return framed_policy(address) if path in FRAMED else POLICY


def kinds(frames: tuple[str, ...] = ANYONE, address: str = "") -> tuple[Kind, ...]:
    """Give every kind, the rest last; `frames` are the origins whose pages may show the helper, `address` is the site's own.

    >>> [kind.name for kind in kinds()]
    ['framed', 'lent', 'own']
    """
    alone = {CSP: f"{POLICY}; frame-ancestors 'self'", "X-Frame-Options": "SAMEORIGIN"}
    framed = {
        CSP: f"{framed_policy(address)}; {frame_ancestors(frames)}",
        "Cross-Origin-Resource-Policy": "cross-origin",
        # A page that is isolated itself shows no frame that is not.
        "Cross-Origin-Embedder-Policy": "require-corp",
    }
    # A page in a closed frame is a stranger to its own site, and so is a page of somebody else that loads embed.js.
    lent = {**alone, "Cross-Origin-Resource-Policy": "cross-origin"}
    own = {**alone, "Cross-Origin-Resource-Policy": "same-origin"}
    return (
        Kind("framed", FRAMED, (), {**EVERYWHERE, **framed}),
        Kind("lent", ("embed.js",), ("assets/",), {**EVERYWHERE, **lent}),
        Kind("own", (), (), {**EVERYWHERE, **own}),
    )


def frame_ancestors(frames: tuple[str, ...]) -> str:
    """Say who may show the helper in a frame.

    >>> frame_ancestors(ANYONE), frame_ancestors(("https://intranet.example.org",)), frame_ancestors(())
    ('frame-ancestors *', "frame-ancestors 'self' https://intranet.example.org", "frame-ancestors 'self'")
    """
    return " ".join(("frame-ancestors", *(frames if frames == ANYONE else ("'self'", *frames))))


def headers_of(path: str, frames: tuple[str, ...] = ANYONE, address: str = "") -> dict[str, str]:
    """Give what is said with the file, or the folder's page, at a path in the site such as "assets/site.js" or "about/"."""
    kind = next(kind for kind in kinds(frames, address) if kind.holds(path) or not (kind.files or kind.folders))
    return {**kind.headers, "Cache-Control": FOR_EVER if HASHED.search(path) else ASK_AGAIN}
