"""Every statement rests on a section of its own document, and every section is used: files in, what does not out."""

from collections.abc import Iterator

from helper.publish.problems import Problem, nearest
from helper.publish.read import Files

CITING = ("procedure", "contacts", "forms", "wording", "training")


def problems_of_citations(files: Files) -> Iterator[Problem]:
    """List citations of sections that are not there, sections that nobody cites, and statements that cite no source."""
    procedure = files.get("procedure")
    listed = {name: path for path, name in procedure.texts("document.sections.*.id")} if procedure else {}
    if not procedure or not listed:
        return
    cited: set[str] = set()
    for name in CITING:
        for path, section in files[name].texts("**.section") if name in files else ():
            cited.add(section)
            if section not in listed:
                what = f'The section "{section}" is cited, and the document\'s list of sections does not have it.'
                mend = f"Cite a section listed under document: sections in {procedure.name}. {nearest(section, listed)}"
                yield files[name].problem(path, what, mend)
        yield from _general(files, name)
    if all(name in files for name in CITING):
        for section, path in listed.items():
            if section not in cited:
                mend = "State what it says where a reader needs it, with its id as the section; or take it off the list."
                yield procedure.problem(path, f'Nothing cites the section "{section}".', mend)


def _general(files: Files, name: str) -> Iterator[Problem]:
    for path, basis in files[name].texts("**.basis") if name in files else ():
        if basis == "general":
            what = '"general" is for advice of ours, in general.yml; here stands what the document says.'
            mend = "Write stated or inferred; for what is known from elsewhere, give its source instead of a section."
            yield files[name].problem(path, what, mend)
