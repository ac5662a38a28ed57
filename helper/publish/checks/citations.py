"""Every statement rests on a section of its own document, and every section is used: files in, what does not out."""

from collections.abc import Iterator

from helper.publish.marks import may_come
from helper.publish.problems import Problem, nearest
from helper.publish.read import Files
from helper.publish.source import Path_

SECTIONS = "document.sections.*.id"
CITING = ("procedure", "contacts", "forms", "wording", "training")


def problems_of_citations(files: Files) -> Iterator[Problem]:
    """List citations of sections that are not there, and statements that cite no source."""
    procedure, listed = files.get("procedure"), _listed(files)
    if not procedure or not listed:
        return
    all_listed = not may_come(procedure, SECTIONS)
    for name in CITING:
        for path, section in files[name].texts("**.section") if name in files else ():
            if section not in listed and all_listed:
                what = f'The section "{section}" is cited, and the document\'s list of sections does not have it.'
                mend = f"Cite a section listed under document: sections in {procedure.name}. {nearest(section, listed)}"
                yield files[name].problem(path, what, mend)
        yield from _general(files, name)


def problems_of_uncited(files: Files) -> Iterator[Problem]:
    """List the sections that nobody cites, once every file that may cite them is there."""
    if not all(name in files for name in CITING):
        return
    cited = {section for name in CITING for _, section in files[name].texts("**.section")}
    for section, path in _listed(files).items():
        if section not in cited:
            mend = "State what it says where a reader needs it, with its id as the section; or take it off the list."
            yield files["procedure"].problem(path, f'Nothing cites the section "{section}".', mend)


def _listed(files: Files) -> dict[str, Path_]:
    procedure = files.get("procedure")
    return {name: path for path, name in procedure.texts(SECTIONS)} if procedure else {}


def _general(files: Files, name: str) -> Iterator[Problem]:
    for path, basis in files[name].texts("**.basis") if name in files else ():
        if basis == "general":
            what = '"general" is for advice of ours, in general.yml; here stands what the document says.'
            mend = "Write stated or inferred; for what is known from elsewhere, give its source instead of a section."
            yield files[name].problem(path, what, mend)
