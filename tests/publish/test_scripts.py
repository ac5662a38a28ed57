"""The scripts and styles of the site: each bundled under a name of its content, with the licences of what stands in them."""

from pathlib import Path

import pytest

from helper.publish.licences import NoLicence
from helper.publish.scripts import ENTRIES, LICENCES, bundle_scripts, licences, packages_of
from tests.partnerships import ROOT


def test_every_package_in_the_scripts_goes_with_its_licence() -> None:
    made = bundle_scripts(ROOT)
    assert made.names.keys() == ENTRIES.keys()
    text = made.files[LICENCES].decode()
    for package in ("@noble/hashes", "minisearch", "workbox-core", "workbox-routing"):
        licence = next((ROOT / "node_modules" / package).glob("LICENSE*")).read_text(encoding="utf-8")
        assert f"\n{package} " in text
        assert licence.strip() in text
    assert "esbuild" not in text, "It makes the scripts and stands in none."


def test_a_package_without_a_licence_is_not_published(tmp_path: Path) -> None:
    (tmp_path / "node_modules/@some/package").mkdir(parents=True)
    with pytest.raises(NoLicence, match="node_modules/@some/package goes into the site and has no LICENSE"):
        licences(tmp_path, packages_of(["helper/web/site.js", "node_modules/@some/package/index.js"]))
