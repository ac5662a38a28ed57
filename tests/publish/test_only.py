from datetime import date
from pathlib import Path

import pytest
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import PluginError
from mkdocs.structure.files import Files

from helper.publish import pipeline
from helper.publish.hook import on_files
from helper.publish.only import NotHere, keep_only
from helper.publish.read import Library
from tests.partnerships import real


@pytest.mark.parametrize(
    ("only", "kept"),
    [("salford", ["salford"]), ("wigan,salford", ["salford", "wigan"]), (" wigan , wigan,", ["wigan"])],
)
def test_keeps_the_partnerships_that_are_listed(only: str, kept: list[str]) -> None:
    assert sorted(keep_only(real(), only).partnerships) == kept


@pytest.mark.parametrize("only", ["", " ", ","])
def test_keeps_all_where_none_is_listed(only: str) -> None:
    assert keep_only(real(), only) == real()


def test_names_the_partnerships_there_are_the_nearest_first() -> None:
    with pytest.raises(NotHere) as raised:
        keep_only(real(), "salford,wiggan")
    sentence = str(raised.value)
    assert sentence.startswith('ONLY names "wiggan", which is no partnership here; there is: wigan, ')
    assert all(name in sentence for name in real().partnerships)
    assert "\n" not in sentence


def test_one_partnership_is_published_and_all_are_checked(root: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    checked: list[Path] = []

    def check(folder: Path) -> Library:
        checked.append(folder)
        return real()

    monkeypatch.setattr(pipeline, "check", check)
    built = pipeline.build(root, date(2026, 11, 22), "salford")
    others = [name for name in real().partnerships if name != "salford"]
    assert checked == [root]
    assert list(built.library.partnerships) == ["salford"]
    assert not [path for path in built.files if any(name in path for name in others)]
    for path in ("index.md", "next-step/index.md"):
        page = str(built.files[path])
        assert 'href="../salford/next-step/"' in page or 'href="salford/next-step/"' in page
        assert not [name for name in others if f"{name}/" in page]


def test_a_build_for_a_partnership_that_is_not_here_ends_with_that_sentence(root: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("ONLY", "wiggan")
    config = MkDocsConfig(config_file_path=str(root / "mkdocs.yml"))
    config.site_name = "A guide"
    with pytest.raises(PluginError, match=r'^\nONLY names "wiggan", .*there is: wigan, [^\n]*\.$'):
        on_files(Files([]), config)
