"""What goes into somebody else's page: every partnership's helper, the invented one's too, in scripts that hand it over whole."""

import base64
import gzip
import re
from datetime import date

from helper.publish.frames import NEEDED, data_scripts, helpers, needed_in_frames
from helper.publish.pipeline import build
from helper.publish.scripts import ENTRIES
from helper.publish.site import Assets, Site
from tests.partnerships import ROOT, invented

FILE = {"address": "assets/x", "size": 1, "sha256": "0"}


def unpacked(script: bytes) -> bytes:
    """Give what a data script hands over."""
    found = re.fullmatch(rb'escalationGuide\.receive\("([^"]+)","([^"]+)"\);\n', script)
    assert found
    return gzip.decompress(base64.b64decode(found[2]))


def test_a_new_partnership_has_its_helper_in_frames_without_a_line_of_code() -> None:
    (model,) = (found.model for found in invented().partnerships.values())
    blanks = {form.id: FILE for form in model.forms}
    assets = Assets(
        dict.fromkeys(ENTRIES, "x"), {"worker": FILE}, {model.procedure.id: {"table": FILE, "facts": FILE, "blanks": blanks}}
    )
    made = helpers(Site((model,), "Thursday 26 November 2026", assets))[model.procedure.id]
    ((path, script),) = data_scripts({made.path: made.content}).items()
    markup = unpacked(script).decode()
    assert re.fullmatch(rf"assets/embed/{model.procedure.id}\.[0-9a-f]{{10}}\.html\.data\.js", path)
    assert f'data-partnership="{model.procedure.id}" data-root="../"' in markup
    assert all(stage.label in markup for stage in model.procedure.stages)
    assert "<script" not in markup
    assert "preload" not in markup, "In a closed frame it would be refused, and complained of."


def test_all_that_the_helper_fetches_comes_as_a_script_as_well_but_the_memory_of_python() -> None:
    built = build(ROOT, date(2026, 11, 26), "salford")
    fetched = [path for path in built.files if path.startswith(NEEDED) and not path.endswith((".txt", ".bin", ".data.js"))]
    assert {path.split("/")[1] for path in fetched} == {"engine", "forms", "procedures", "tables"}
    for path in fetched:
        script = built.files[f"{path}.data.js"]
        assert isinstance(script, bytes)
        content = built.files[path]
        assert unpacked(script) == (content if isinstance(content, bytes) else content.encode())
    assert not [path for path in built.files if path.endswith(".bin.data.js")]


def test_licences_are_for_people() -> None:
    files: dict[str, str | bytes] = dict.fromkeys(
        ("assets/engine/a.wasm", "assets/engine/licence.txt", "assets/engine/p.bin", "index.md"), b""
    )
    assert [*needed_in_frames(files, {"snapshot": {"address": "assets/engine/p.bin"}})] == ["assets/engine/a.wasm"]
