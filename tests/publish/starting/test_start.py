"""A new partnership begins as a folder whose problems are what is left to write, and ends as one like any other."""

import re
from collections import defaultdict
from pathlib import Path

import pytest

from helper.publish import read as read_module
from helper.publish.check import check
from helper.publish.command import run
from helper.publish.marks import MARK
from helper.publish.pages import site_pages
from helper.publish.problems import Problem, Problems
from helper.publish.read import OWN, Library, folders
from helper.publish.reserved import RESERVED
from helper.publish.site import Assets, Site
from helper.publish.starting import start as starting
from helper.publish.to_do import ORDER
from helper.publish.training.model import courses
from tests.partnerships import INVENTED, ROOT, invented, put_invented, read_once

NAME = "northmere"
# A field of a file begins at the edge, and ends where the next one begins.
FIELD = re.compile(r"^(\w+):.*\n(?:(?![a-z]\w*:).*\n)*", re.MULTILINE)


@pytest.fixture(autouse=True)
def _read_once(monkeypatch: pytest.MonkeyPatch) -> None:
    """Parse a file that stands as it stood before only once."""
    monkeypatch.setattr(read_module, "read_source", read_once)


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A project with what all partnerships share, and none of its own yet."""
    put_invented(tmp_path)
    (tmp_path / "procedures" / NAME).rename(tmp_path / "written")
    return tmp_path


def paths_of(library: Library) -> set[str]:
    """Give the path of every page that is made of a library."""
    file = {"address": "assets/x", "size": 1, "sha256": "0"}
    own = {name: {"table": file, "facts": file} for name in library.partnerships}
    found = {course.model.procedure.id: course for course in courses(library)}
    models = tuple(course.model for course in found.values())
    site = Site(models, "Sunday 22 November 2026", Assets(defaultdict(str), {"worker": file}, own), courses=found)
    return {page.path for page in site_pages(site)}


def ask(folder: Path, *arguments: str) -> tuple[int, str, str]:
    """Run a command there: its exit status, what it says and what it complains of."""
    said: list[str] = []
    complained: list[str] = []
    return run(list(arguments), said.append, complained.append, folder), "".join(said), "".join(complained)


def left(folder: Path) -> tuple[Problem, ...]:
    try:
        check(folder)
    except Problems as problems:
        return problems.found
    return ()


def fields(text: str) -> dict[str, str]:
    return {found[1]: found[0] for found in FIELD.finditer(text)}


def fill(skeleton: Path, names: set[str]) -> None:
    """Write fields of a skeleton from the file of the same name that somebody has written."""
    text, known = skeleton.read_text(encoding="utf-8"), fields((INVENTED / NAME / skeleton.name).read_text(encoding="utf-8"))
    for name, field in fields(text).items():
        if name in names or not names:
            text = text.replace(field, known.get(name, ""), 1)
    missing = [known[name] for name in known if name not in fields(text)] if not names else []
    skeleton.write_text(text + "".join(missing), encoding="utf-8")


def test_what_is_left_is_listed_in_the_order_of_the_work_with_what_to_look_for(folder: Path) -> None:
    status, said, _ = ask(folder, "new", NAME, "--name", "Northmere")
    found = left(folder)
    assert status == 0
    assert f"{len(found)} things are still to be written" in said
    assert sorted(found, key=lambda one: (one.to_do, one.line)) == list(found)
    assert [Path(one.file).stem for one in found[:: len(found) - 1]] == [ORDER[0], ORDER[-1]]
    assert found[0].what == '"partnership" is still to be written.'
    assert found[0].mend == "The partnership's full name, as printed. Look on the title page and in the foot of the pages."
    assert all(one.what.endswith("is still to be written.") and len(one.mend) > len("Its id.") for one in found)
    status, _, complained = ask(folder, "check")
    assert status == 1
    assert complained.endswith(
        f"\n{len(found)} things still to be written. Nothing was published.\n"
        f"Begin with {found[0].file}, line {found[0].line}: {found[0].what}\n"
    )


def test_every_mark_is_on_the_list_and_nothing_but_the_marks(folder: Path) -> None:
    starting.start(folder, NAME, "")
    places = {(one.file, one.line) for one in left(folder)}
    for name in OWN:
        lines = (folder / "procedures" / NAME / f"{name}.yml").read_text(encoding="utf-8").splitlines()
        for number, line in enumerate(lines, 1):
            is_listed = (f"procedures/{NAME}/{name}.yml", number) in places
            # Of a statement the text is listed, and its section and kind go with it.
            marked = MARK in line and not line.startswith("#")
            assert marked or not is_listed, line
            assert is_listed or not marked or line.split(":")[0].strip() in ("section", "kind", "to"), line


def test_filled_in_step_by_step_it_is_a_partnership_like_any_other(folder: Path) -> None:
    """No step brings a problem that is no step of its own, and the last one leaves none."""
    starting.start(folder, NAME, "Northmere")
    procedure = folder / "procedures" / NAME / "procedure.yml"
    steps = [(procedure, {"partnership", "people", "document"}), (procedure, {"stages"})]
    steps += [(folder / "procedures" / NAME / f"{name}.yml", set()) for name in ORDER]
    before = left(folder)
    for file, names in steps:
        fill(file, names)
        now = left(folder)
        assert len(now) < len(before), file
        assert all(problem.to_do for problem in now), "\n".join(map(str, now))
        before = now
    assert before == ()
    made = check(folder)
    assert made.partnerships[NAME].plain == invented().partnerships[NAME].plain
    assert paths_of(made) == paths_of(invented())


def test_a_slip_in_what_is_written_comes_first_however_much_is_left(folder: Path) -> None:
    starting.start(folder, NAME, "Northmere")
    contacts = folder / "procedures" / NAME / "contacts.yml"
    text = contacts.read_text(encoding="utf-8")
    contacts.write_text(text.replace(f"tel: {MARK}", "tel: [{number: 0161 496 013}]"), encoding="utf-8")
    first, *others = left(folder)
    assert first.what == '"0161 496 013" cannot be a telephone number in the United Kingdom.'
    assert all(other.to_do for other in others)
    assert f"1 problem, {len(others)} things still to be written." in ask(folder, "check")[2]


def test_nothing_is_written_over(folder: Path) -> None:
    (folder / "procedures" / NAME).mkdir()
    (folder / "procedures" / NAME / "mine.txt").write_text("Mine", encoding="utf-8")
    status, _, complained = ask(folder, "new", NAME)
    assert status == 2
    assert complained.startswith("helper: procedures/northmere is there already, and nothing is written over.")
    assert [one.name for one in (folder / "procedures" / NAME).iterdir()] == ["mine.txt"]


@pytest.mark.parametrize("name", ["", "North Vale", "../north", "north_vale", "-north", "nørth", "n" * 61, "contacts", "training"])
def test_an_id_that_cannot_be_one_is_refused_in_a_sentence(folder: Path, name: str) -> None:
    before = sorted(path for path in folder.rglob("*"))
    status, _, complained = ask(folder, "new", "--", name)
    assert status == 2
    assert complained.startswith(f'helper: "{name}" ')
    assert sorted(path for path in folder.rglob("*")) == before


def test_a_name_of_several_lines_is_refused(folder: Path) -> None:
    assert ask(folder, "new", NAME, "--name", "North\nvale")[0] == 2
    assert not (folder / "procedures" / NAME).exists()


def test_what_ends_half_way_leaves_nothing_behind(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def full(*_: object, **__: object) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(Path, "write_bytes", full)
    before = sorted(path for path in folder.rglob("*"))
    status, _, complained = ask(folder, "new", NAME)
    assert (status, "No space left on device" in complained) == (2, True)
    assert sorted(path for path in folder.rglob("*")) == before


def test_an_id_in_figures_and_a_name_with_marks_of_its_own_stay_text(folder: Path) -> None:
    starting.start(folder, "2024", 'A "B": #C')
    assert not [one for one in left(folder) if one.file.endswith("procedure.yml") and not one.to_do]
    assert 'id: "2024"' in (folder / "procedures/2024/procedure.yml").read_text(encoding="utf-8")


def test_ids_that_are_addresses_of_the_sites_own_are_all_refused(site_folder: Path) -> None:
    own = set(folders(ROOT / "procedures"))
    stand = {path.name.removesuffix(".html") for path in site_folder.iterdir() if path.is_dir() or path.suffix == ".html"}
    assert stand - own - {"index"} <= set(RESERVED), "add the new page's folder to helper/publish/reserved.py"
