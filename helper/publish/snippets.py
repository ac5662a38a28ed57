"""What others paste into their pages: the kinds of snippets, with marks where the page's scripts put what was chosen."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from markupsafe import escape

from helper.engine.model import Model
from helper.publish.serving.told import serving_told
from helper.publish.site import Site

# Where the site does not know its address: the one that a reader has to put theirs in the place of.
EXAMPLE = "https://guide.example.org/"
THEMES = {"auto": "As the reader's device is set", "light": "Light", "dark": "Dark"}
# What starts Python on a first visit.
FIRST = ("worker", "wasm", "library")


@dataclass(frozen=True)
class Snippet:
    """One kind: what it is called, when to take it, its text for one partnership, and for a reader who chooses among all.

    Marks in the text: {site} is the address, ending in a slash; {id}, {name} and {theme} are what was chosen.
    """

    title: str
    hint: str
    one: str
    all: str


SNIPPETS = {
    "element": Snippet(
        "The helper, as tall as it needs to be",
        "For a page that may hold a script. It grows and shrinks with the answer.",
        '<script defer src="{site}embed.js"></script>\n'
        '<escalation-helper partnership="{id}" label="{name}" theme="{theme}">\n'
        '  <a href="{site}{id}/next-step/">Get my next step in {name}</a>\n'
        "</escalation-helper>",
        '<script defer src="{site}embed.js"></script>\n'
        '<escalation-helper theme="{theme}">\n'
        '  <a href="{site}next-step/">Get my next step</a>\n'
        "</escalation-helper>",
    ),
    "frame": Snippet(
        "The helper in a plain frame",
        "For a page that takes frames but no scripts. Its height stays as it is; a long answer scrolls inside.",
        '<iframe src="{site}embed/?partnership={id}&amp;theme={theme}" title="Escalation helper: {name}"'
        ' width="100%" height="900" allow="clipboard-write"></iframe>',
        '<iframe src="{site}embed/?theme={theme}" title="Escalation helper"'
        ' width="100%" height="900" allow="clipboard-write"></iframe>',
    ),
    "link": Snippet(
        "A link",
        "Works everywhere. The helper opens on the guide's own site.",
        '<a href="{site}{id}/next-step/">Get my next step in {name}</a>',
        '<a href="{site}next-step/">Get my next step</a>',
    ),
    # Offered by no choice of its own: a recipe asks for it.
    "address": Snippet(
        "The address of the helper alone",
        "Where a page asks for an address and not for code.",
        "{site}embed/?partnership={id}&theme={theme}",
        "{site}embed/?theme={theme}",
    ),
}
OFFERED = ("element", "frame", "link")


def fill(kind: str, site: str, model: Model | None, theme: str = "auto") -> str:
    """Give a snippet for a partnership, or for all of them."""
    text = SNIPPETS[kind].one if model else SNIPPETS[kind].all
    chosen = {"{id}": model.procedure.id, "{name}": str(escape(model.procedure.name))} if model else {}
    for mark, value in ({"{site}": site, "{theme}": theme} | chosen).items():
        text = text.replace(mark, value)
    return text


def guide(site: Site) -> dict[str, Any]:
    """Give what the page for embedders needs beside `site`."""
    address = site.host.address or EXAMPLE
    first = site.models[0]
    return {
        "models": site.models,
        "snippets": SNIPPETS,
        "offered": OFFERED,
        "templates": {kind: {"one": one.one, "all": one.all} for kind, one in SNIPPETS.items()},
        "filled": {kind: fill(kind, address, first) for kind in SNIPPETS},
        "themes": THEMES,
        "first": first.procedure,
        "address": address,
        "host": address.split("/")[2],
        **serving_told(site.host),
        "megabytes": megabytes(site.assets.engine, FIRST),
    }


def megabytes(files: Mapping[str, Any], names: Sequence[str]) -> str:
    """Say what files weigh, unpacked."""
    return f"{sum(int(files[name]['size']) for name in names if name in files) / 1e6:.0f} megabytes"
