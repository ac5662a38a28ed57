"""The log of changes as an Atom feed, for intranets and readers of feeds: a site in, its file out where its address is known."""

from datetime import date
from uuid import NAMESPACE_URL, uuid5

from helper.engine.html import Html, join, tag
from helper.publish.changes.log import Entry
from helper.publish.site import Site

NAME = "changes.xml"


def feed(site: Site) -> dict[str, str]:
    """Write the feed; links in a feed need the site's address, and without one there is none."""
    address = site.host.address
    if not address or not site.log:
        return {}
    entries = [_entry(address, entry) for entry in site.log]
    head = [
        tag("title", f"{site.host.name}: what changed"),
        tag("id", _id(f"{address}{NAME}")),
        tag("updated", _time(site.log[0])),
        tag("author", tag("name", site.host.name)),
        _link(f"{address}changes/"),
        Html(f'<link rel="self" href="{join(address)}{NAME}"/>'),
    ]
    body = tag("feed", *head, *entries, xmlns="http://www.w3.org/2005/Atom")
    return {NAME: f'<?xml version="1.0" encoding="utf-8"?>\n{body}\n'}


def _entry(address: str, entry: Entry) -> Html:
    place = f"{address}changes/#{entry.anchor}"
    names = ", ".join(part.name for part in entry.partnerships)
    summary = tag("summary", entry.why)
    return tag(
        "entry", tag("title", f"{entry.day}: {names}"), tag("id", _id(place)), tag("updated", _time(entry)), _link(place), summary
    )


def _link(address: str) -> Html:
    return Html(f'<link href="{join(address)}"/>')


def _id(address: str) -> str:
    return f"urn:uuid:{uuid5(NAMESPACE_URL, address)}"


def _time(entry: Entry) -> str:
    return f"{date.fromisoformat(entry.date).isoformat()}T00:00:00Z"
