"""The built site in, a folder to measure it in out: the site as it is, with a page for each contender beside its pages."""

import hashlib
import io
import json
import shutil
import subprocess
from collections.abc import Mapping
from pathlib import Path
from typing import Any
from zipfile import ZIP_DEFLATED, ZipFile

from helper.publish.compress import compress_site
from helper.publish.offline.copy import offline_files
from helper.publish.pipeline import is_fetched
from tests.performance.sizes import Size, fetched_files, size_of

ROOT = Path(__file__).parents[2]
WEB = "tests/performance/web"
MODULES = ROOT / "node_modules"
PARTNERSHIP = "salford"
SCRIPTS = ("ours", "stock", "stock-worker", "micropython", "micropython-worker")
# What a stock start fetches, by the name that it fetches it by.
PYODIDE = ("pyodide.mjs", "pyodide.asm.js", "pyodide.asm.wasm", "python_stdlib.zip", "pyodide-lock.json")
MICROPYTHON = ("micropython.mjs", "micropython.wasm")
PAGE = """<!doctype html><html lang="en"><meta charset="utf-8"><title>{name}</title><link rel="icon" href="data:,">
<script type="application/json" id="settings">{settings}</script><script src="{name}.js"></script>
"""


def build_stage(site: Path, folder: Path) -> None:
    """Copy the site and lay the bench beside it, compressed in the same way."""
    shutil.copytree(site, folder)
    bench = folder / "bench"
    _bundle_scripts(bench)
    pyodide = _put(bench, "pyodide", {name: (MODULES / "pyodide" / name).read_bytes() for name in PYODIDE})
    micropython = MODULES / "@micropython/micropython-webassembly-pyscript"
    small = _put(bench, "micropython", {name: (micropython / name).read_bytes() for name in MICROPYTHON})
    sources = _put(bench, "engine", {"sources.zip": _engine_sources()})
    ours = _seen_from_bench(fetched_files(site, PARTNERSHIP))
    stock = {"pyodide": pyodide, "sources": f"{sources}sources.zip", "facts": ours["facts"]["address"]}
    for name, settings in {"ours": ours, "stock": stock, "micropython": {"micropython": small}}.items():
        (bench / f"{name}.html").write_text(PAGE.format(name=name, settings=json.dumps(settings)), encoding="utf-8")
    compress_site(bench, ROOT / ".cache/bench")


def build_offline(stage: Path, folder: Path) -> None:
    """Make the offline copy of a stage, with our page of the bench in it."""
    files = {path.relative_to(stage).as_posix(): path.read_bytes() for path in stage.rglob("*") if path.is_file()}
    of_site = {path: content for path, content in files.items() if not path.startswith("bench/")}
    ours = {path: files[path] for path in ("bench/ours.html", "bench/ours.js")}
    for path, content in {**offline_files(of_site, is_fetched, ""), **ours}.items():
        (folder / path).parent.mkdir(parents=True, exist_ok=True)
        (folder / path).write_bytes(content)


def stock_sizes(stage: Path) -> list[Size]:
    """Measure what the stock start fetches."""
    fetched = [*stage.glob("bench/pyodide.*/*"), *stage.glob("bench/engine.*/*"), *stage.glob(f"assets/procedures/{PARTNERSHIP}.*")]
    return [size_of(stage, file.relative_to(stage).as_posix()) for file in sorted(fetched) if file.suffix not in (".br", ".gz")]


def _bundle_scripts(bench: Path) -> None:
    # What a stock start imports is fetched, not bundled: its address is known in the page only.
    options = [
        "--bundle",
        "--format=iife",
        "--minify",
        "--target=es2022",
        "--charset=utf8",
        f"--outdir={bench}",
        "--log-level=error",
    ]
    entries = [f"{WEB}/{name}.js" for name in SCRIPTS]
    subprocess.run([str(MODULES / ".bin/esbuild"), *entries, *options], cwd=ROOT, check=True)


def _put(bench: Path, name: str, files: Mapping[str, bytes]) -> str:
    """Write files into a folder named after their content, so that a browser keeps them as it does ours; return its address."""
    digest = hashlib.sha256(b"".join(files.values())).hexdigest()[:10]
    folder = bench / f"{name}.{digest}"
    folder.mkdir()
    for file, content in files.items():
        (folder / file).write_bytes(content)
    return f"./{folder.name}/"


def _engine_sources() -> bytes:
    """Pack the engine as it is written."""
    made = io.BytesIO()
    with ZipFile(made, "w", ZIP_DEFLATED) as archive:
        for file in [ROOT / "helper/__init__.py", *sorted((ROOT / "helper/engine").rglob("*.py"))]:
            archive.write(file, file.relative_to(ROOT))
    return made.getvalue()


def _seen_from_bench(files: dict[str, Any]) -> dict[str, Any]:
    """Give the files that the helper's page fetches as a page of the bench names them."""
    engine = {name: _one_up(file) for name, file in files["engine"].items()}
    return {"engine": engine, "facts": _one_up(files["facts"])}


def _one_up(file: dict[str, Any]) -> dict[str, Any]:
    return {**file, "address": f"../{file['address']}"}
