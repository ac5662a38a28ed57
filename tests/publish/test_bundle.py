"""The files that start Python in the browser: what is in them, that they are always the same, what keeps them from being made."""

import hashlib
import io
import shutil
import zipfile
from pathlib import Path
from typing import Any

import pytest

from helper.publish.bundle import Engine, NotBuildable, bundle
from helper.publish.runtime.worker import SCRIPTS, UnknownPyodide, make_worker


@pytest.fixture(scope="module")
def copy(root: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """What the engine is made of, in a folder with no cache."""
    folder = tmp_path_factory.mktemp("copy")
    shutil.copytree(root / "helper", folder / "helper", ignore=shutil.ignore_patterns("__pycache__"))
    shutil.copy(root / "jsconfig.json", folder)
    (folder / "node_modules").symlink_to(root / "node_modules")
    return folder


def content(engine: Engine, name: str) -> bytes:
    return engine.contents[str(engine.files[name]["address"])]


def test_the_page_is_told_the_size_and_hash_of_each_file_and_its_name_changes_with_it(engine: Engine) -> None:
    assert list(engine.files) == ["worker", "wasm", "library", "snapshot"]
    for name, told in engine.files.items():
        digest = hashlib.sha256(content(engine, name)).hexdigest()
        assert told["size"] == len(content(engine, name))
        assert told["sha256"] == digest
        assert f".{digest[:10]}." in str(told["address"])


def test_beside_these_only_the_licences_are_published(engine: Engine) -> None:
    fetched = {str(told["address"]) for told in engine.files.values()}
    assert set(engine.contents) - fetched == {"assets/engine/notice.txt", "assets/engine/pyodide-licence.txt"}
    assert b"Pyodide 0.29.5" in engine.contents["assets/engine/notice.txt"]
    assert engine.contents["assets/engine/pyodide-licence.txt"].startswith(b"Mozilla Public License Version 2.0")


def test_webassembly_is_as_pyodide_published_it(engine: Engine, root: Path) -> None:
    assert content(engine, "wasm") == (root / "node_modules/pyodide/pyodide.asm.wasm").read_bytes()


def test_the_worker_is_pyodides_two_scripts_then_ours(engine: Engine, root: Path) -> None:
    script = content(engine, "worker").decode()
    places = [script.index((root / "node_modules/pyodide" / name).read_text()[1000:9000]) for name in SCRIPTS]
    assert places == sorted(places)
    assert script.index("helper.engine.door") > places[-1]
    assert "sourceMappingURL" not in script
    assert '"python":"3.13.2"' in script.replace("python:", '"python":')


def test_a_pyodide_whose_scripts_are_not_as_known_is_refused(root: Path, tmp_path: Path) -> None:
    for name in (*SCRIPTS, "pyodide-lock.json", "package.json"):
        shutil.copy(root / "node_modules/pyodide" / name, tmp_path)
    script = tmp_path / "pyodide.js"
    script.write_text(script.read_text().replace("instantiateStreaming", "instantiateSomehow"))
    with pytest.raises(UnknownPyodide, match=r"^pyodide\.js has .* 0 times and not 1"):
        make_worker(root, tmp_path)


def test_the_library_takes_what_the_build_adds_and_compiles_it(copy: Path) -> None:
    added = bundle(copy, {"helper/engine/added.json": b"{}", "helper/engine/more.py": b"x = 1\n"})
    with zipfile.ZipFile(io.BytesIO(content(added, "library"))) as library:
        assert library.read("helper/engine/added.json") == b"{}"
        assert "helper/engine/more.pyc" in library.namelist()


def test_second_time_comes_from_the_cache(copy: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    first = bundle(copy)
    monkeypatch.setattr("helper.publish.runtime.library.in_pyodide", pytest.fail)
    assert bundle(copy) == first


def test_a_source_that_cannot_be_compiled_is_named(copy: Path) -> None:
    broken: Any = {"helper/engine/broken.py": b"def (:\n"}
    with pytest.raises(NotBuildable, match=r"helper/engine/broken\.py"):
        bundle(copy, broken)


def test_missing_runtime_is_said_in_one_sentence(tmp_path: Path) -> None:
    with pytest.raises(NotBuildable, match=r"^node_modules/pyodide has no pyodide\.js, .*Mend: make setup$"):
        bundle(tmp_path)
