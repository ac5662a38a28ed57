"""Ready configurations of web servers, made of the one policy: the paths of a finished site and its host in, files out.

`server/` holds those that an administrator puts into place; those of hosts that read them from the site stand at its top.
"""

from collections.abc import Collection
from pathlib import Path

from helper.publish.serving.azure import azure_file
from helper.publish.serving.header_file import header_file
from helper.publish.serving.servers import caddyfile, htaccess, nginx_conf
from helper.publish.site import Host

FOLDER = "server/"
# Read by the host that the site is put on; no page loads them.
AT_THE_TOP = ("_headers", "staticwebapp.config.json")


def write_serving(site: Path, host: Host) -> None:
    """Write them into a finished site."""
    paths = {file.relative_to(site).as_posix() for file in site.rglob("*") if file.is_file()}
    for path, text in serving_files(paths, host).items():
        (site / path).parent.mkdir(parents=True, exist_ok=True)
        (site / path).write_text(text, encoding="utf-8")


def serving_files(paths: Collection[str], host: Host) -> dict[str, str]:
    """Make each, by its path in the site."""
    servers = {
        f"{FOLDER}nginx.conf": nginx_conf(host),
        f"{FOLDER}Caddyfile": caddyfile(host),
        f"{FOLDER}htaccess.txt": htaccess(host),
    }
    served = {*paths, *servers}
    return {**servers, "_headers": header_file(served, host), "staticwebapp.config.json": azure_file(served, host)}
