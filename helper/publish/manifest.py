"""What a device is told that installs the site: whose copy it is in, the web app manifest out."""

import json

from helper.publish.site import Host

COLOUR, BEHIND = "#0b5d6b", "#f4f6fa"
# Below an icon there is room for so many letters; more are cut.
SHORT = 12
ICONS = (
    {"src": "assets/icon.svg", "sizes": "any", "type": "image/svg+xml", "purpose": "any"},
    {"src": "assets/icon-192.png", "sizes": "192x192", "type": "image/png", "purpose": "any"},
    {"src": "assets/icon-512.png", "sizes": "512x512", "type": "image/png", "purpose": "any"},
    {"src": "assets/icon-maskable-512.png", "sizes": "512x512", "type": "image/png", "purpose": "maskable"},
)


def manifest(host: Host, description: str) -> str:
    """Return the manifest as JSON; its addresses are told from where it stands, so that any folder will do."""
    described = {
        "name": host.name,
        "short_name": short_name(host.name),
        "description": description,
        "lang": "en-GB",
        "start_url": ".",
        "scope": ".",
        "display": "standalone",
        "background_color": BEHIND,
        "theme_color": host.colour or COLOUR,
        "icons": ICONS,
    }
    return json.dumps(described, ensure_ascii=False, indent=2) + "\n"


def short_name(name: str) -> str:
    """Take as many whole words of a name as have room, and at least one.

    >>> short_name("Escalation Guide"), short_name("Our Help & Advice"), short_name("Safeguardingpartnership X")
    ('Escalation', 'Our Help', 'Safeguardingpartnership')
    """
    words = name.split()
    fit = [short for count in range(1, len(words) + 1) if len(short := " ".join(words[:count])) <= SHORT and short[-1].isalnum()]
    return fit[-1] if fit else words[0]
