"""Addresses that a browser runs as code, or opens on the reader's own device: a partnership's files in, text that holds one out.

No text of these files becomes a link today. A page, an e-mail or a document that it is copied into may make it one.
"""

import re
from collections.abc import Iterator
from html import unescape
from unicodedata import normalize
from urllib.parse import unquote

from helper.publish.problems import Problem
from helper.publish.read import Files

# "data:" and "file:" are words of a sentence too, so they count only before what makes them an address.
SCHEMES = {
    "javascript": ("", "which a browser may run as code"),
    "vbscript": ("", "which a browser may run as code"),
    "livescript": ("", "which a browser may run as code"),
    "data": (r"\s*(?:[\w.+-]+/[\w.+-]+|[;,])", "which a browser may run as code"),
    "blob": (r"\s*(?:https?:|null|file:)", "which leads to something on the reader's own device"),
    "filesystem": (r"\s*(?:https?:|file:)", "which leads to something on the reader's own device"),
    "file": (r"\s*[/\\]", "which leads to something on the reader's own device"),
}
# As deep as one code is looked for inside another: a browser takes off one layer, the programs before it perhaps one each.
LAYERS = 4
# Browsers skip line ends and tabs inside the name of a scheme; people break it over a space.
BETWEEN = r"[\s\x00-\x1f]*"


def _pattern(name: str, after: str) -> re.Pattern[str]:
    return re.compile(rf"(?<![a-z0-9]){BETWEEN.join(name)}{BETWEEN}:{after}", re.IGNORECASE)


PATTERNS = [(_pattern(name, after), why) for name, (after, why) in SCHEMES.items()]


def problems_of_schemes(files: Files) -> Iterator[Problem]:
    """List text that holds such an address, in whatever disguise."""
    for source in files.values():
        for path, text in source.texts("**"):
            # Without a colon, plain or disguised, there is no scheme; nearly every text ends here.
            if found := _found(text) if re.search("[:：﹕&%]", text) else None:
                said, why, hidden = found
                what = f'This text holds "{said}"{" in disguise" if hidden else ""}, {why}.'
                yield source.problem(path, what, "Write plain text, without an address of this kind.")


def _found(text: str) -> tuple[str, str, bool] | None:
    """Give the address as a browser reads it, why it is refused, and whether it was disguised."""
    layer = text
    for depth in range(LAYERS):
        for pattern, why in PATTERNS:
            if found := pattern.search(layer):
                said = re.sub(BETWEEN, "", found[0])
                return said, why, depth > 0 or said not in text
        deeper = normalize("NFKC", unquote(unescape(layer)))
        if deeper == layer:
            return None
        layer = deeper
    return None
