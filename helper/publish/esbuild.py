"""Scripts and styles in, bundles that every browser of the last years runs out; what esbuild complains of is raised."""

import os
import subprocess
from collections.abc import Mapping, Sequence
from pathlib import Path

ESBUILD = Path("node_modules/.bin/esbuild")
OPTIONS = ("--bundle", "--format=iife", "--minify", "--target=es2022", "--charset=utf8", "--log-level=warning")


class BadScript(Exception):
    """What keeps a script or a style from being bundled, as esbuild says it."""


def esbuild(root: Path, arguments: Sequence[str], constants: Mapping[str, str]) -> str:
    """Bundle what the arguments name, as classic scripts; return what is not written to a file.

    `constants` are names that stand for a JSON text in the scripts.
    """
    defined = [f"--define:{name}={text}" for name, text in constants.items()]
    command = [str(root / ESBUILD), *arguments, *OPTIONS, *defined]
    environment = {**os.environ, "NO_COLOR": "1"}
    done = subprocess.run(command, cwd=root, capture_output=True, encoding="utf-8", env=environment)
    if done.returncode:
        raise BadScript(f"A script or style cannot be bundled:\n{done.stderr.strip()}")
    return done.stdout
