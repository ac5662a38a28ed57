"""The only file that knows MkDocs: it hands the site generator the files that `pipeline` makes, and takes its search index."""

import json
import os
import shutil
from datetime import date
from functools import partial
from pathlib import Path

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import PluginError
from mkdocs.structure.files import File, Files

from helper.engine.workdays import say_day
from helper.publish.bundle import NotBuildable
from helper.publish.compress import compress_site
from helper.publish.confirmed import hold_against
from helper.publish.copies import UnknownKind, write_copies
from helper.publish.esbuild import BadScript
from helper.publish.licences import NoLicence
from helper.publish.only import NotHere
from helper.publish.pages import wrong_here
from helper.publish.pipeline import build, build_search
from helper.publish.policy import BARE_STYLE, policy_of
from helper.publish.problems import Problems
from helper.publish.published import publish
from helper.publish.read import Library, folders
from helper.publish.serving import write_serving
from helper.publish.settings import host_of, only_of
from helper.publish.settings_slip import BadSetting
from helper.publish.site import Host

made: dict[str, Library] = {}


def on_files(files: Files, config: MkDocsConfig) -> Files:
    """Add every generated page and asset; a problem in the procedures ends the build and says where it is."""
    today = date.today()
    settings = Path(config.config_file_path)
    try:
        host = _host(config)
        hold_against(settings.name, host.confirmed, folders(settings.parent / "procedures"), today)
        only = only_of(settings.name, os.environ.get("ONLY", ""), config.extra)
        built = build(settings.parent, today, only, host)
    except (BadSetting, Problems, NotBuildable, BadScript, NoLicence, NotHere) as problem:
        raise PluginError(f"\n{problem}") from None
    made["library"] = built.library
    # The theme's own templates name them too.
    config.extra |= {"assets": built.assets, "built": {"date": today.isoformat(), "day": say_day(today)}}
    config.extra |= {
        "policy_of": partial(policy_of, address=host.address),
        "bare_style": f"<style>{BARE_STYLE}</style>",
        "compared": len(built.library.partnerships) > 1,
    }
    config.extra |= {"wrong_here": partial(wrong_here, built.site)}
    for path, content in built.files.items():
        files.append(File.generated(config, path, content=content))
    return files


def on_post_build(config: MkDocsConfig) -> None:
    """Put our own search index in the place of the generator's, which only split the pages; then list and compress the files."""
    site = Path(config.site_dir)
    split = site / "search" / "search_index.json"
    index = build_search(made["library"], json.loads(split.read_text(encoding="utf-8")))
    named = publish("assets", "search-index", "js", index.encode())
    (site / named.path).write_bytes(named.content)
    # The index is made from the pages, so its name can only now be told to them.
    for page in site.rglob("*.html"):
        page.write_text(page.read_text(encoding="utf-8").replace("assets/search-index.js", named.path), encoding="utf-8")
    split.unlink()
    shutil.rmtree(site / "assets" / "javascripts")  # the theme's own: no page loads them
    try:
        write_copies(site, config.extra["built"]["day"], made["library"].partnerships)
    except UnknownKind as problem:
        raise PluginError(f"\n{problem}") from None
    write_serving(site, _host(config))
    if "UNCOMPRESSED" not in os.environ:  # as for the offline copy, which no server sends
        compress_site(site, Path(config.config_file_path).parent / ".cache" / "compressed")


def _host(config: MkDocsConfig) -> Host:
    return host_of(Path(config.config_file_path).name, config.site_name, config.site_url or "", config.extra)
