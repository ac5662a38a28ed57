"""Our own English can be read at about the age of twelve: every file of procedures/, every page, every text of the programs."""

import ast
import re
from collections.abc import Iterator
from functools import cache
from html.parser import HTMLParser
from pathlib import Path

import pytest

from helper.publish.notes import LONGEST, OURS, sentences_of, words_of
from tests.partnerships import ROOT, real
from tests.readability import GRADE, HARDEST, grade, kept_words

# A sentence of few words has a grade by chance.
SHORT = 8
# The grade of a page with a handful of sentences says little.
FEW = 60
BLOCKS = frozenset("p li dd td b div section small h1 h2 h3 h4 h5 dt th summary label legend form".split())  # noqa: SIM905
VOID = frozenset(["br", "hr", "img", "input", "link", "meta", "wbr"])
# What is no sentence of ours: citations, what a document or a list prints, code, pictures, lists to choose from; nor is what
# stood here on a day that is past, which nobody words anew.
NOT_OURS = frozenset(["script", "style", "svg", "pre", "code", "select", "textarea", "title", "template"])
NOT_OURS_BY_CLASS = re.compile(
    r"\beg-(?:cite|printed|card__name|card__role|reach|licence|place|glance|poster__source|written|short|words__text|log__said)\b"
)
DOCUMENTED = (ast.Module, ast.FunctionDef, ast.ClassDef)
FIELDS = [
    (source.name, text)
    for files in (real().shared, *(found.files for found in real().partnerships.values()))
    for name, source in files.items()
    if name != "synonyms"
    for path, text in source.texts("**")
    if next((step for step in reversed(path) if isinstance(step, str)), "") in OURS
]


class Prose(HTMLParser):
    """The sentences of a page that are ours, block by block."""

    def __init__(self) -> None:
        super().__init__()
        self.blocks = [""]
        self.around: list[tuple[str, bool]] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag in BLOCKS or tag == "br":
            self.blocks.append("")
        if tag not in VOID:
            own = tag not in NOT_OURS and not NOT_OURS_BY_CLASS.search(dict(attrs).get("class") or "")
            self.around.append((tag, own and self.is_ours()))

    def handle_endtag(self, tag: str) -> None:
        while self.around and self.around.pop()[0] != tag:
            pass
        if tag in BLOCKS:
            self.blocks.append("")

    def handle_data(self, data: str) -> None:
        if self.is_ours():
            self.blocks[-1] += data

    def is_ours(self) -> bool:
        return not self.around or self.around[-1][1]


def sentences_on(html: str) -> list[str]:
    """Give the sentences of a page, each once; what does not end like a sentence is a label."""
    page = Prose()
    page.feed(html)
    found = (" ".join(one.split()) for block in page.blocks for one in sentences_of(without_remarks(block)))
    return list(dict.fromkeys(one for one in found if re.search(r"[.?!][\"”')]*$", one)))


def without_remarks(text: str) -> str:
    """Take out what stands in brackets: who somebody works for, where a number is printed."""
    while (shorter := re.sub(r" ?\([^()]*\)", "", text)) != text:
        text = shorter
    return text


def hard(sentences: list[str]) -> list[str]:
    """Name what is too long or too hard, with why."""
    long = [f"{len(words_of(one))} words: {one}" for one in sentences if len(words_of(one)) > LONGEST]
    heavy = [f"grade {grade([one]):.1f}: {one}" for one in sentences if len(words_of(one)) >= SHORT and grade([one]) > HARDEST]
    return long + heavy


@pytest.mark.parametrize("name", sorted({name for name, _ in FIELDS}))
def test_a_file_of_a_procedure_is_easy_to_read(name: str) -> None:
    texts = [text for file, text in FIELDS if file == name]
    assert hard([sentence for text in texts for sentence in sentences_of(text)]) == []
    assert grade(texts) <= GRADE


@cache
def pages(site_folder: Path) -> dict[str, list[str]]:
    files = sorted(site_folder.rglob("*.html"))
    return {str(file.relative_to(site_folder)): sentences_on(file.read_text(encoding="utf-8")) for file in files}


def test_every_page_is_easy_to_read(site_folder: Path) -> None:
    found = pages(site_folder)
    assert len(found) > 20 * len(real().partnerships)
    grades = {name: grade(said) for name, said in found.items() if sum(len(words_of(one)) for one in said) >= FEW}
    assert len(grades) > len(found) * 0.9
    assert {name: round(one, 1) for name, one in grades.items() if one > GRADE} == {}


def test_no_sentence_on_any_page_is_too_long(site_folder: Path) -> None:
    """What stands before a colon is often a name that is printed so, such as that of a form: it is no part of the sentence."""
    said = {part: name for name, found in pages(site_folder).items() for one in found for part in one.split(": ")}
    assert {part: name for part, name in said.items() if len(words_of(part)) > LONGEST} == {}


def texts_of_programs() -> Iterator[tuple[str, str]]:
    """Give the sentences that stand in our programs: what the engine, the check with its problems, the letters of the monthly
    round and the site's scripts say beside the pages."""
    for room in ("engine", "publish"):
        for file in sorted((ROOT / "helper" / room).rglob("*.py")):
            yield from ((file.name, text) for text in texts_of(ast.parse(file.read_text(encoding="utf-8"))))
    for file in sorted((ROOT / "helper/web").rglob("*.js")):
        code = re.sub(r"//.*|/\*.*?\*/", "", file.read_text(encoding="utf-8"))
        for double, template in re.findall(r'"((?:[^"\\\n]|\\.)*)"|`([^`]*)`', code):
            yield file.name, re.sub(r"\$\{[^}]*\}", "it", double or template)


def texts_of(tree: ast.Module) -> Iterator[str]:
    """Give the texts of a module but for its docstrings; what is put into one when it is said is a short word in its place."""
    known = {ast.get_docstring(node, clean=False) for node in ast.walk(tree) if isinstance(node, DOCUMENTED)}
    for node in ast.walk(tree):
        if isinstance(node, ast.JoinedStr):
            parts = [part for part in node.values if isinstance(part, ast.Constant)]
            known |= {part.value for part in parts}
            yield "".join(str(part.value) if isinstance(part, ast.Constant) else "it" for part in node.values)
        elif isinstance(node, ast.Constant) and isinstance(node.value, str) and node.value not in known:
            yield node.value


def test_what_the_programs_say_is_easy_to_read() -> None:
    said = [(name, one) for name, text in texts_of_programs() for one in sentences_of(text) if re.search(r"\w \w.*[.?!]$", one)]
    assert len(said) > 500
    assert [(name, found) for name, one in said for found in hard([one])] == []
    assert grade(one for _, one in said) <= GRADE


def test_a_long_word_that_is_kept_says_why_and_is_one_that_readers_meet() -> None:
    words = real().shared["glossary"].plain["words"]
    everything = " ".join(text for _, text in FIELDS).lower()
    assert kept_words()
    assert [one["word"] for one in words if "kept" in one and one["word"] not in everything] == []


def test_the_measure_tells_easy_from_hard() -> None:
    assert hard(["Ring the other agency now. "]) == []
    assert len(hard([" ".join(["word"] * (LONGEST + 1)) + "."])) == 1
    [found] = hard(
        ["The organisational accountability arrangements necessitate multidisciplinary evaluation of operational considerations."]
    )
    assert found.startswith("grade ")
    assert sentences_on('<p>Call them. <a class="eg-cite">Part 2.</a></p><h2>A label</h2>') == ["Call them."]
