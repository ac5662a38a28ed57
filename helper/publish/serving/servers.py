"""The configurations of servers that an administrator runs: a host in, the text of each out."""

import re
from functools import cache
from itertools import groupby
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

from jinja2 import Environment, FileSystemLoader, StrictUndefined

from helper.publish.kinds import TYPES
from helper.publish.policy import ASK_AGAIN, FOR_EVER, HASHED, Kind, kinds
from helper.publish.serving.patterns import base_of, patterns
from helper.publish.site import Host

TEMPLATES = Path(__file__).parent / "templates"
# Where the host has not said it: the administrator puts theirs in its place.
NAME = "guide.example.org"


def nginx_conf(host: Host) -> str:
    """Return what nginx 1.18 or newer reads from conf.d."""
    return _fill("nginx.conf", host)


def caddyfile(host: Host) -> str:
    """Return what Caddy 2.4 or newer reads."""
    return _fill("Caddyfile", host)


def htaccess(host: Host) -> str:
    """Return what Apache 2.4 reads from a folder, as .htaccess."""
    return _fill("htaccess.txt", host)


def types() -> dict[str, list[str]]:
    """Give the endings of each type of file, without their dots."""
    by_type = sorted(TYPES.items(), key=lambda one: one[1])
    return {name: [ending.removeprefix(".") for ending, _ in pairs] for name, pairs in groupby(by_type, lambda one: one[1])}


def _fill(template: str, host: Host) -> str:
    every = {kind.name: kind for kind in kinds(host.frames, host.address)}
    same, differing = _compared(list(every.values()))
    context: dict[str, Any] = {**every, "kinds": every.values(), "types": types(), "same": same, "differing": differing}
    context |= {"title": host.name, "name": urlsplit(host.address).hostname or NAME}
    context |= {"base": base_of(host), "base_pattern": re.escape(base_of(host))}
    context |= {"hashed": HASHED.pattern, "for_ever": FOR_EVER, "ask_again": ASK_AGAIN, "page_type": TYPES[".html"]}
    return _templates().get_template(template).render(**context)


def _compared(every: list[Kind]) -> tuple[dict[str, str], list[str]]:
    """Give the headers that all kinds have alike, and the names of the others."""
    names = dict.fromkeys(name for kind in every for name in kind.headers)
    same = {name: every[0].headers.get(name, "") for name in names if len({kind.headers.get(name) for kind in every}) == 1}
    return same, [name for name in names if name not in same]


@cache
def _templates() -> Environment:
    made = Environment(
        loader=FileSystemLoader(TEMPLATES),
        autoescape=False,  # no page: the values are our own, or were held against their pattern when they were read
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
    )
    made.filters["patterns"] = patterns
    return made
