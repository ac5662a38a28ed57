import hashlib
import io
import json
import shutil
import zipfile
from pathlib import Path

import pytest

from helper.publish.bundle import NAME, NotBuildable, bundle, compiles_here


def wheel_in(files: dict[str, bytes]) -> tuple[str, zipfile.ZipFile]:
    (name,) = (name for name in files if name.endswith(".whl"))
    return name, zipfile.ZipFile(io.BytesIO(files[name]))


@pytest.fixture(scope="module")
def copy(root: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """What the bundle is made of, in a folder with no cache."""
    folder = tmp_path_factory.mktemp("copy")
    shutil.copytree(root / "helper", folder / "helper", ignore=shutil.ignore_patterns("__pycache__"))
    for name in ("pyproject.toml", "LICENSE"):
        shutil.copy(root / name, folder)
    (folder / "node_modules").symlink_to(root / "node_modules")
    return folder


def test_wheel_holds_the_engine_and_nothing_else(engine_files: dict[str, bytes], root: Path) -> None:
    _, wheel = wheel_in(engine_files)
    modules = {name.removesuffix("c") for name in wheel.namelist() if not name.startswith("escalation_guide-")}
    engine = {str(path.relative_to(root)) for path in (root / "helper/engine").rglob("*.py")}
    assert modules == engine | {"helper/__init__.py"}


def test_wheel_takes_what_the_build_adds(copy: Path) -> None:
    _, wheel = wheel_in(bundle(copy, {"helper/engine/added.json": b"{}"}))
    assert wheel.read("helper/engine/added.json") == b"{}"


def test_lock_names_the_wheel_alone_with_its_hash(engine_files: dict[str, bytes]) -> None:
    name, _ = wheel_in(engine_files)
    packages = json.loads(engine_files["pyodide-lock.json"])["packages"]
    assert list(packages) == [NAME]
    assert packages[NAME]["file_name"] == name
    assert packages[NAME]["sha256"] == hashlib.sha256(engine_files[name]).hexdigest()


def test_manifest_tells_the_size_and_hash_of_every_other_file(engine_files: dict[str, bytes]) -> None:
    told = json.loads(engine_files["manifest.json"])["files"]
    assert told == {
        name: {"size": len(content), "sha256": hashlib.sha256(content).hexdigest()}
        for name, content in engine_files.items()
        if name != "manifest.json"
    }


def test_same_sources_give_the_same_bytes(engine_files: dict[str, bytes], copy: Path) -> None:
    shutil.rmtree(copy / ".cache", ignore_errors=True)
    assert bundle(copy) == {**engine_files}


def test_second_time_comes_from_the_cache(copy: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    first = bundle(copy)
    monkeypatch.setattr("helper.publish.bundle.run", pytest.fail)
    assert bundle(copy) == first


def test_modules_are_compiled_where_this_python_is_the_runtimes_own(engine_files: dict[str, bytes], root: Path) -> None:
    library = zipfile.ZipFile(io.BytesIO(engine_files["python_stdlib.zip"])).namelist()
    _, wheel = wheel_in(engine_files)
    compiled = compiles_here(root / "node_modules/pyodide")
    assert ("json/__init__.pyc" in library) == ("helper/__init__.pyc" in wheel.namelist()) == compiled


def test_missing_runtime_is_said_in_one_sentence(tmp_path: Path) -> None:
    with pytest.raises(NotBuildable, match=r"^node_modules/pyodide has no pyodide\.js, .*Mend: make setup\.?$"):
        bundle(tmp_path)
