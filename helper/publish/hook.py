"""The only file that knows MkDocs: it hands the site generator the files that `pipeline` makes, and takes its search index."""

import json
from datetime import date
from pathlib import Path

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import PluginError
from mkdocs.structure.files import File, Files

from helper.publish.bundle import NotBuildable
from helper.publish.pipeline import build, build_search
from helper.publish.problems import Problems
from helper.publish.read import Library

made: dict[str, Library] = {}


def on_files(files: Files, config: MkDocsConfig) -> Files:
    """Add every generated page and asset; a problem in the procedures ends the build and says where it is."""
    try:
        made["library"], contents = build(Path(config.config_file_path).parent, date.today())
    except (Problems, NotBuildable) as problem:
        raise PluginError(f"\n{problem}") from None
    for path, content in contents.items():
        files.append(File.generated(config, path, content=content))
    return files


def on_post_build(config: MkDocsConfig) -> None:
    """Put our own search index in the place of the generator's, which only split the pages into sections for it."""
    site = Path(config.site_dir)
    split = site / "search" / "search_index.json"
    index = build_search(made["library"], json.loads(split.read_text(encoding="utf-8")))
    (site / "assets" / "search-index.js").write_text(index, encoding="utf-8")
    split.unlink()
