"""What the pages tell IT staff of serving the site: the host in, the policy as it is in the ready configurations out."""

from typing import Any

from helper.publish.policy import ASK_AGAIN, CSP, EVERYWHERE, FOR_EVER, POLICY, kinds
from helper.publish.serving import AT_THE_TOP, FOLDER
from helper.publish.site import Host


def serving_told(host: Host) -> dict[str, Any]:
    """Give what the pages need: `policy` of every page, `headers` of all files and, by kind, those that differ."""
    by_kind = {kind.name: kind for kind in kinds(host.frames, host.address)}
    return {
        "policy": POLICY,
        "framed_policy": by_kind["framed"].headers[CSP],
        "headers": EVERYWHERE,
        "by_kind": {
            name: {header: value for header, value in kind.headers.items() if header not in EVERYWHERE}
            for name, kind in by_kind.items()
        },
        "for_ever": FOR_EVER,
        "ask_again": ASK_AGAIN,
        "server": FOLDER,
        "at_the_top": AT_THE_TOP,
    }
