"""`staticwebapp.config.json`, as Azure Static Web Apps reads it: the paths of a site and its host in, the file out.

The first route that fits a path counts. Its headers take the place of the general ones, and an empty one takes it away.
"""

import json
from collections.abc import Collection

from helper.publish.kinds import TYPES
from helper.publish.policy import FOR_EVER, headers_of, kinds
from helper.publish.serving.patterns import base_of, for_ever_patterns, patterns
from helper.publish.site import Host


def azure_file(paths: Collection[str], host: Host) -> str:
    """Return the file."""
    base = base_of(host)
    # A page of the site that is no folder's stands for all the rest.
    known = (host.frames, host.address)
    general = headers_of("404.html", *known)
    kept = {one: {**headers_of(one, *known), "Cache-Control": FOR_EVER} for one in for_ever_patterns(paths)}
    told = kept | {one: headers_of(one, *known) for kind in kinds(*known) for one in patterns(kind) if one not in kept}
    plain = {
        "globalHeaders": general,
        "routes": [{"route": base + one, "headers": _instead(general, said)} for one, said in told.items()],
        "responseOverrides": {"404": {"rewrite": f"{base}404.html"}},
        "mimeTypes": TYPES,
    }
    return json.dumps(plain, indent=1) + "\n"


def _instead(general: dict[str, str], said: dict[str, str]) -> dict[str, str]:
    """Give what a route has to say where its files differ from all the rest."""
    return {name: said.get(name, "") for name in {**general, **said} if general.get(name) != said.get(name)}
