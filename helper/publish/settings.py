"""What a copy of one's own sets, in mkdocs.yml or a file that inherits it: the values in, a Host out, or the slip with its mend."""

import re
from collections.abc import Mapping
from typing import Any
from urllib.parse import urlsplit

from helper.publish.access_statement import access_statement_of
from helper.publish.checks.addresses import EMAIL
from helper.publish.colour import BadColour, palette
from helper.publish.confirmed import confirmed_of
from helper.publish.policy import ANYONE
from helper.publish.settings_slip import BadSetting
from helper.publish.site import Host

# The letters that an address may hold as they are (RFC 3986); it goes into pages, posters and other people's snippets.
ADDRESS = re.compile(r"[A-Za-z0-9._~:/\[\]@!$&'()*+,;=%-]+")
# Of these, those that need no escape in any of the ready configurations of servers.
PLAIN_PATH = re.compile(r"[A-Za-z0-9._~/-]*")
# Scheme, host and, if need be, port: what a browser compares. A star stands for every name below a domain.
ORIGIN = re.compile(r"https?://(?:\*\.)?[a-z0-9-]+(?:\.[a-z0-9-]+)*(?::[1-9][0-9]{0,4})?", re.IGNORECASE)


def host_of(file: str, name: str, address: str, extra: Mapping[str, Any]) -> Host:
    """Read who publishes this copy; `extra` holds what the site generator knows nothing of.

    >>> host = host_of("own.yml", "Northmere guide", "https://northmere.example/guide", {"colour": "#005EB8"})
    >>> host.name, host.address, host.colour, host.frames
    ('Northmere guide', 'https://northmere.example/guide/', '#005eb8', ('*',))
    """
    if not name.strip() or not name.isprintable():
        raise BadSetting(file, "site_name", "is not one line of text", "write the name that your readers know, on one line.")
    colour, frames = _colour(file, extra.get("colour") or ""), _frames(file, extra.get("frames"))
    stated, contact = access_statement_of(file, extra.get("accessibility")), _contact(file, extra.get("contact") or "")
    confirmed = confirmed_of(file, extra.get("confirmed"))
    return Host(name.strip(), _address(file, address.strip()), colour, frames, stated, contact, confirmed)


def only_of(file: str, asked: str, extra: Mapping[str, Any]) -> str:
    """Give the partnerships to publish: those asked for, or those that the settings name."""
    only = extra.get("only") or ""
    if not isinstance(only, str):
        raise BadSetting(file, "only", "is not a text", 'write the ids with a comma between them, such as "salford,wigan".')
    return asked or only


def _address(file: str, address: str) -> str:
    """Take an address as its pages need it, ending in a slash."""
    if not address:
        return ""
    if not _is_address(address, "http", "https"):
        raise BadSetting(
            file,
            "site_url",
            f'is "{address}", which is not the address of a site',
            "write the address of its first page, such as https://guide.example.org/ or https://example.org/guide/"
            " (with no ? and no #), or take the line out.",
        )
    if not PLAIN_PATH.fullmatch(urlsplit(address).path):
        raise BadSetting(
            file,
            "site_url",
            f'is "{address}", whose folder has signs in its name that servers read in different ways',
            "name the folder with letters, digits, hyphens, stops and low lines alone, such as https://example.org/guide-1/.",
        )
    return f"{address.rstrip('/')}/"


def _is_address(text: str, *schemes: str) -> bool:
    """Tell whether a text is the address of a page, with nothing in it that is for one visit or one reader."""
    try:
        parts = urlsplit(text)
        is_whole = parts.scheme in schemes and bool(parts.hostname) and parts.port != 0
    except ValueError:
        return False
    return is_whole and parts.username is None and not parts.query and not parts.fragment and bool(ADDRESS.fullmatch(text))


def _contact(file: str, contact: object) -> str:
    """Take whom to tell of a mistake: one e-mail address, or a page with https."""
    if not contact:
        return ""
    text = str(contact).strip()
    if not (text.isascii() and EMAIL.fullmatch(text)) and not _is_address(text, "https"):
        raise BadSetting(
            file,
            "contact (under extra)",
            f'is "{text}", which is neither an e-mail address nor a page',
            "write one address such as guide@example.org, or a page such as https://example.org/contact, or take the line out.",
        )
    return text


def _colour(file: str, colour: object) -> str:
    """Take a colour that every page can be read with."""
    if not colour:
        return ""
    try:
        return palette(str(colour)).light.do
    except BadColour as problem:
        raise BadSetting(file, "colour (under extra)", problem.what, problem.mend) from None


def _frames(file: str, asked: object) -> tuple[str, ...]:
    """Take the sites that may show the helper in a frame; where the line is missing anyone may, where its list is empty nobody."""
    if asked is None:
        return ANYONE
    mend = 'write a list of addresses without a path, such as "- https://intranet.example.org", or take it out: then any site may.'
    if not isinstance(asked, list):
        raise BadSetting(file, "frames (under extra)", "is not a list", mend)
    for one in asked:
        if not (isinstance(one, str) and ORIGIN.fullmatch(one.removesuffix("/"))):
            raise BadSetting(file, "frames (under extra)", f'holds "{one}", which is not the address of a site alone', mend)
    return tuple(one.removesuffix("/").lower() for one in asked)
