"""`make audit` tells clean from found, and neither from a question that nobody answered."""

import json
from pathlib import Path
from subprocess import CompletedProcess
from typing import Any

import pytest

from setup.audit import CLEAN, FOUND, NOT_ASKED, Answer, answers, of_npm, of_pip, status
from tests.partnerships import ROOT

WEAK = {"id": "PYSEC-2026-1", "fix_versions": ["1.1"], "aliases": [], "description": "..."}


def done(plain: Any = None, error: str = "") -> CompletedProcess[str]:
    return CompletedProcess([], 0, "" if plain is None else json.dumps(plain), error)


def pip(*packages: dict[str, Any]) -> Answer:
    return of_pip("requirements.txt", done({"dependencies": packages, "fixes": []}))


def test_packages_that_nobody_knew_of_are_not_called_clean() -> None:
    """pip-audit itself says "No known vulnerabilities found" then, and ends with 0."""
    skipped = {"name": "b", "skip_reason": "Dependency not found on PyPI and could not be audited: b (2)"}
    answer = pip({"name": "a", "version": "1", "vulns": []}, skipped)
    assert (answer.asked, answer.unknown, answer.weaknesses) == (1, 1, ())
    assert "Nobody could be asked about 1 packages: Dependency not found on PyPI" in str(answer)
    assert status([answer]) == NOT_ASKED


def test_a_weakness_is_named_with_the_version_that_mends_it() -> None:
    answer = pip({"name": "a", "version": "1.0", "vulns": [WEAK]})
    assert str(answer).endswith("\n  a 1.0: PYSEC-2026-1, mended in 1.1")
    assert status([answer, Answer("package-lock.json", why="405")]) == FOUND


def test_a_service_that_cannot_be_reached_is_said_in_its_own_words() -> None:
    assert "Connection refused" in str(of_pip("requirements.txt", done(error="WARNING: x\nConnection refused\n")))
    refused = of_npm("package-lock.json", done({"message": "405 Method Not Allowed", "statusCode": 405}, "npm error"))
    assert "Nobody could be asked about any package: 405 Method Not Allowed." in str(refused)
    assert status([refused]) == status([]) == NOT_ASKED


def test_npm_names_each_weak_package() -> None:
    found = {"vulnerabilities": {"a": {"severity": "high", "range": "<2"}}, "metadata": {"dependencies": {"total": 9}}}
    answer = of_npm("package-lock.json", done(found))
    assert (answer.asked, answer.weaknesses) == (9, ("a <2: high",))
    clean = of_npm("package-lock.json", done({"vulnerabilities": {}, "metadata": {"dependencies": {"total": 9}}}))
    assert status([clean]) == CLEAN


def test_every_lock_file_of_the_project_is_asked_about() -> None:
    asked: list[list[str]] = []

    def run(command: list[str]) -> CompletedProcess[str]:
        asked.append(command)
        return done()

    files = {answer.file for answer in answers(ROOT, run)}
    locks = {file.name for file in ROOT.glob("requirements*.txt")} | {"package-lock.json", "tests/nightly/node/package-lock.json"}
    assert files == locks
    assert len(asked) == len(locks)


@pytest.mark.parametrize("file", sorted(ROOT.glob("requirements*.txt")), ids=lambda file: file.name)
def test_every_python_package_is_pinned_with_its_hashes(file: Path) -> None:
    lines = [line for line in file.read_text(encoding="utf-8").splitlines() if line and not line.startswith((" ", "#"))]
    assert lines
    assert [line for line in lines if "==" not in line] == []
    assert file.read_text(encoding="utf-8").count("--hash=sha256:") >= len(lines)


@pytest.mark.parametrize("file", ["package-lock.json", "tests/nightly/node/package-lock.json"])
def test_every_npm_package_is_pinned_with_its_hash(file: str) -> None:
    packages = json.loads((ROOT / file).read_text(encoding="utf-8"))["packages"]
    assert [name for name, one in packages.items() if name and not one.get("link") and "integrity" not in one] == []


def test_nothing_is_installed_without_the_hashes_of_a_lock_file() -> None:
    texts = [file.read_text(encoding="utf-8") for file in (ROOT / "Makefile", *(ROOT / "setup").glob("find-*"))]
    lines = [line for text in texts for line in text.splitlines() if "pip install" in line or "npm install" in line]
    assert len(lines) > 5
    loose = [line for line in lines if "--require-hashes -r" not in line and "--package-lock-only" not in line]
    assert loose == []
