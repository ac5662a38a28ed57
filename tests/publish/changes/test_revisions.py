"""Revisions are folders or git's, old ones too; what is not there, or cannot be read, is said in a sentence."""

import json
import subprocess
from pathlib import Path

import pytest

from helper.publish.changes import revisions
from helper.publish.command import run
from tests.publish.changes.small import cut, edit, put_small
from tests.publish.changes.test_differing import CHANGES

OFFICE = "The contact list names nobody for {agency}."


def git(folder: Path, *arguments: str) -> None:
    subprocess.run(
        ["git", "-c", "user.name=Nobody", "-c", "user.email=nobody@northmere.example", *arguments],
        cwd=folder,
        check=True,
        capture_output=True,
    )


@pytest.fixture(scope="module")
def kept(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A project kept in git: its first revision is called `first`, since then a limit changed, and a change is not committed."""
    root = put_small(tmp_path_factory.mktemp("kept") / "project")
    git(root, "init", "--quiet")
    git(root, "add", "--all")
    git(root, "commit", "--quiet", "--message", "First")
    git(root, "tag", "first")
    edit(root / "procedures" / "northmere" / "procedure.yml", *CHANGES["a limit"][1:])
    git(root, "commit", "--quiet", "--all", "--message", "A limit")
    edit(root / "procedures" / "northmere" / "contacts.yml", *CHANGES["a contact"][1:])
    return root


def told(root: Path, *arguments: str) -> tuple[int, str, str]:
    said: list[str] = []
    complained: list[str] = []
    status = run(["diff", *arguments], said.append, complained.append, root)
    return status, "\n".join(said), "".join(complained)


@pytest.mark.parametrize(
    ("old", "new", "changed"),
    [("first", "HEAD", 288), ("HEAD", "{here}", 128), ("first", "{here}", 288 + 128 - 80), ("HEAD", "HEAD", 0)],
)
def test_git_revisions_and_folders_are_compared(kept: Path, old: str, new: str, changed: int) -> None:
    status, said, _ = told(kept, old, new.format(here=kept), "--json")
    assert status == 0
    assert json.loads(said)["changed"] == changed


def test_nothing_is_checked_out(kept: Path) -> None:
    before = {file: file.read_bytes() for file in kept.rglob("*.yml")}
    told(kept, "first", "HEAD")
    assert {file: file.read_bytes() for file in kept.rglob("*.yml")} == before


def test_a_folder_of_procedures_will_do_under_any_name(kept: Path, tmp_path: Path) -> None:
    (tmp_path / "last-year").symlink_to(kept / "procedures", target_is_directory=True)
    assert told(kept, str(tmp_path / "last-year"), "HEAD")[0] == 0


@pytest.mark.parametrize(
    ("arguments", "sentence"),
    [
        (
            ("v9", "."),
            "helper: There is no folder and no git revision called 'v9'. `git log --oneline procedures` lists revisions.\n",
        ),
        (
            ("--", "-v", "."),
            "helper: There is no folder and no git revision called '-v'. `git log --oneline procedures` lists revisions.\n",
        ),
        (("first", "HEAD", "northmeer"), "helper: There is no partnership called 'northmeer'. Did you mean northmere?\n"),
        (("first",), "helper: The following arguments are required: new. See: python -m helper --help\n"),
        (("first", "{empty}"), "helper: '{empty}' holds no procedures. Name the folder of a project, or its folder procedures.\n"),
    ],
    ids=["no revision", "an option", "no partnership", "one alone", "no procedures"],
)
def test_what_is_not_there_is_said_in_a_sentence(kept: Path, tmp_path: Path, arguments: tuple[str, ...], sentence: str) -> None:
    status, _, complained = told(kept, *(one.format(empty=tmp_path) for one in arguments))
    assert (status, complained) == (2, sentence.format(empty=tmp_path))


def test_without_git_a_folder_is_asked_for(tmp_path: Path, kept: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("GIT_CEILING_DIRECTORIES", str(tmp_path))
    status, _, complained = told(put_small(tmp_path / "plain"), "first", str(kept))
    assert (status, complained) == (
        2,
        "helper: There is no folder called 'first', and this project is not kept in git, which would know revisions.\n",
    )

    def absent(*_: object, **__: object) -> None:
        raise FileNotFoundError

    monkeypatch.setattr(revisions.subprocess, "run", absent)
    status, _, complained = told(kept, "first", str(kept))
    assert status == 2
    assert (
        complained
        == "helper: There is no folder called 'first', and git, which would know a revision of that name, is not installed here.\n"
    )


def test_a_revision_older_than_some_files_and_fields_is_compared_with_what_it_has(tmp_path: Path) -> None:
    old, new = put_small(tmp_path / "old"), put_small(tmp_path / "new", CHANGES["a limit"])
    for name in ("frames", "session", "cross-border", "northmere/wording", "northmere/training", "northmere/scenarios"):
        (old / "procedures" / f"{name}.yml").unlink()
    cut(old / "procedures" / "general.yml", "challenged:")
    status, said, _ = told(new, str(old), str(new))
    assert status == 0
    assert said.splitlines()[0].endswith(": 288 of 4,032 answers changed.")
    assert said.splitlines()[1] == (
        f"{old} is older than a part of our general advice (challenged): it was compared as if it had a newer one's."
    )


def test_a_procedure_that_does_not_fit_is_not_compared_and_its_place_is_said(tmp_path: Path) -> None:
    old = put_small(tmp_path / "old", ("contacts", f"  text: {OFFICE}\n", "  note: None.\n"))
    new = put_small(tmp_path / "new")
    status, said, _ = told(new, str(old), str(new))
    assert status == 0
    assert "Northmere: its answers could not be compared.\n" in said
    assert f"  {old} does not fit today's shape: procedures/northmere/contacts.yml, line " in said


def test_a_revision_that_answers_nothing_is_said_so(tmp_path: Path) -> None:
    old, new = put_small(tmp_path / "old"), put_small(tmp_path / "new")
    (old / "procedures" / "agencies.yml").unlink()
    status, _, complained = told(new, str(old), str(new))
    assert status == 2
    assert complained.startswith(f"helper: '{old}' cannot be compared: procedures/agencies.yml, line 1: This file is missing.")


def test_a_partnership_that_is_new_or_gone_is_said_so(tmp_path: Path) -> None:
    old, new = put_small(tmp_path / "old"), put_small(tmp_path / "new")
    (old / "procedures" / "northmere").rename(old / "procedures" / "southmere")
    edit(old / "procedures" / "southmere" / "procedure.yml", "id: northmere\nname: Northmere\n", "id: southmere\nname: Southmere\n")
    _, said, _ = told(new, str(old), str(new))
    assert "Northmere is new.\n  4,032 cases can be asked that could not be before." in said
    assert "Southmere is gone.\n  4,032 cases can be asked no more." in said
