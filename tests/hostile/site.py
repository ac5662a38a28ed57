"""A site made of hostile procedures under a hostile name: the project's folder in, the built site out."""

import json
import subprocess
from pathlib import Path

from tests import own_copy as own
from tests.hostile.payloads import RUN
from tests.hostile.procedures import put_hostile

NAME = f"Guide </title></script><script>{RUN}</script> \"'><img src=x onerror={RUN}><x-owned> {{{{ 7*7 }}}}{{% raw %}} &lt;b&gt;"
ADDRESS = "https://guide.northmere.example/safe/"
SETTINGS = f"""\
INHERIT: mkdocs.yml
site_name: {json.dumps(NAME)}
site_description: {json.dumps(NAME)}
site_author: {json.dumps(NAME)}
site_url: {ADDRESS}
extra:
  accessibility:
    body: {json.dumps(NAME)}
    contact: "a?bcc=all&body=1'#@northmere.example"
    date: 2026-11-01
    tested_by: {json.dumps(NAME)}
    status: partial
    problems: [{json.dumps(NAME)}]
"""


def build_hostile(root: Path, folder: Path) -> subprocess.CompletedProcess[str]:
    """Build it into `site` below a folder."""
    put_hostile(folder)
    own.lay_out(root, folder, SETTINGS)
    return own.build(folder)
