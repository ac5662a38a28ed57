"""The only file that knows MkDocs: it hands the site generator the files that `pipeline` makes, and the search its index."""

import json
from datetime import date
from pathlib import Path
from typing import Any

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import PluginError
from mkdocs.structure.files import File, Files

from helper.publish.pipeline import build
from helper.publish.problems import Problems
from helper.publish.read import Library
from helper.publish.search import build_index, read_sections, read_synonyms

made: dict[str, Library] = {}


def on_files(files: Files, config: MkDocsConfig) -> Files:
    """Add every generated page and asset to the site; a problem in the procedures ends the build, and says where it is."""
    try:
        made["library"], contents = build(Path(config.config_file_path).parent, date.today())
    except Problems as problems:
        raise PluginError(f"\n{problems}") from None
    for path, content in contents.items():
        files.append(File.generated(config, path, content=content))
    return files


def on_post_build(config: MkDocsConfig) -> None:
    """Replace the generator's search index by ours, which knows practitioners' words and telephone numbers."""
    library = made["library"]
    names = {name: found.model.procedure.name for name, found in library.partnerships.items()}
    index_file = Path(config.site_dir) / "search" / "search_index.json"
    index: dict[str, Any] = json.loads(index_file.read_text(encoding="utf-8"))
    entries = read_sections(index, names)
    script = build_index(entries, read_synonyms(library.shared["synonyms"].plain), names)
    (Path(config.site_dir) / "assets" / "search-index.js").write_text(script, encoding="utf-8")
    index_file.unlink()
