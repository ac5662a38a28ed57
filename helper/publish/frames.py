"""What the helper needs in somebody else's page: a site in, each helper as markup out; files in, the scripts that bring them out.

A frame may keep a page from fetching anything at all, even from its own site, but not from loading a script.
"""

from collections.abc import Mapping
from typing import Any

from helper.publish.data_script import ENDING, data_script
from helper.publish.pages import helper_markup
from helper.publish.published import Published, publish
from helper.publish.site import Site

# Where the page stands that shows them: the markup's links begin there.
FOLDER = "embed/"
# What the helper fetches, where it may fetch.
NEEDED = ("assets/engine/", "assets/forms/", "assets/procedures/", "assets/tables/")


def helpers(site: Site) -> dict[str, Published]:
    """Make the helper of each partnership as markup, by the partnership's id; only as a script does it go into the site."""
    return {
        model.procedure.id: publish("assets/embed", model.procedure.id, "html", helper_markup(site, model, FOLDER).encode())
        for model in site.models
    }


def needed_in_frames(files: Mapping[str, str | bytes], engine: Mapping[str, Any]) -> dict[str, str | bytes]:
    """Choose the files that the helper needs; the memory of a started Python is only for where files are at hand."""
    unused = engine["snapshot"]["address"]
    return {path: files[path] for path in files if path.startswith(NEEDED) and path != unused and not path.endswith(".txt")}


def data_scripts(files: Mapping[str, str | bytes]) -> dict[str, bytes]:
    """Make each file into a script that stands beside it."""
    contents = {path: content if isinstance(content, bytes) else content.encode() for path, content in files.items()}
    return {path + ENDING: data_script(path, content) for path, content in contents.items()}
