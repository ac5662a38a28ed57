"""Why a change of the engine that no test notices may be one: what it took out and what it put in its place, in; a sentence out."""

import re

# The first that fits. What is looked for stands in the line before the change, or in the module's name before the colon.
REASONS = (
    (
        r": .*[<>]=? date\.max",
        "No count comes to the last year there is: it leaves the years whose bank holidays are known long before.",
    ),
    (
        r"workdays: .*datetime\.min",
        "No count begins in the first hours of year 1: the years whose bank holidays are known come far later.",
    ),
    (r"deadlines?: .*amount is None or unit", "The schema and the check let no limit have an amount without its unit."),
    (
        r"workdays: .*amount is None or unit",
        "The check lets no limit have an amount without its unit, or a unit that is counted without its amount.",
    ),
    (
        r"workdays: .*(?:SHORTEST_LINE|longest|starts|counts)",
        "It reserves room for an answer that is not there yet; a line more or less changes no word.",
    ),
    (
        r"part: PARTS\.append",
        "It runs when the module is read, before mutmut puts a change in force; without it there would be no answer at all.",
    ),
    (r"acts: .*asked\.get\(\"blank\"", "A blank that is missing is refused as one that is damaged, whatever stands in its place."),
    (r"archive: entry = zipfile\.ZipInfo", "It is the day that a zip has anyway; a zip counts in steps of two seconds."),
    (r"ensure_ascii=False", "None counts as False."),
    (r"groupby\(fields", "Any word does that is none of the two kinds."),
    (r"word: return paragraphs\(", "Nobody comes here with nothing entered: such a place is left out before."),
    (r"zip\(.*strict=True", "The two are as long as each other; `strict` is there for a slip of ours."),
    (r": .*raise (?:ValueError|KeyError|TypeError|OverflowError)", "It says what a programmer did wrong, not a reader."),
)
NONE = "**A test to write.**"


def reason_for(module: str, before: str, after: str) -> str:
    """Give the reason, or that there is none yet."""
    return next((why for pattern, why in REASONS if re.search(pattern, f"{module}: {before}")), NONE)
