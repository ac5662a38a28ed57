"""Why a change of the engine that no test notices may be one: what it took out and what it put in its place, in; a sentence out."""

import re

# The first that fits. What is looked for: the module, a colon, the line before the change, an arrow, the line after it.
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
    (r"part: .*cast\(None", "A cast is for the types alone; it does nothing when it runs."),
    (
        r"part: PARTS\.append",
        "It runs when the module is read, before mutmut puts a change in force; without it there would be no answer at all.",
    ),
    (r"acts: .*asked\.get\(\"blank\"", "A blank that is missing is refused as one that is damaged, whatever stands in its place."),
    (r"archive: entry = zipfile\.ZipInfo", "It is the day that a zip has anyway; a zip counts in steps of two seconds."),
    (r"ensure_ascii=False", "None counts as False."),
    (r"html: .*escape\(\w+, quote=True\).* => .*escape\(\w+, \)", "Quotes are escaped unless it is told otherwise."),
    (r"quote=False.* => .*quote=None", "None counts as False."),
    (r"markup: pieces = .* => .*\(piece\) or True", "A piece of text with nothing in it shows nothing."),
    (r"groupby\(fields", "Any word does that is none of the two kinds."),
    (r"word: return paragraphs\(", "With nothing entered it writes the paragraph that the blank has anyway."),
    (r"row\.due or ''|row\.due or \"\"", "A row that comes here has a day; the empty text is for the types."),
    (r": .*(?:len\((?:row\.)?due|length > 11)", "A day has ten signs and a moment sixteen: there is none of eleven."),
    (r": .*(?:ceiling\.due\[:10\]|T24:00\"\[:16\])", "The sign that comes after these changes no order."),
    (r"calendar_file: if row\.kind", "A row that is agreed has no limit, and the others here have one: each half says the same."),
    (r"card: said \+= \[contact\[\"for_whom\"\]", "A contact of an answer is for somebody."),
    (r"card: .*dialled", "tests/publish/test_cards.py notices it, which mutmut does not run."),
    (r"words: digits", "What is put in holds no figure, and all but figures is taken out."),
    (r"metadata_encoding", "The names of a Word file's parts are plain letters, which every encoding writes alike."),
    (r"draft: what = ", "Whether a name is cut after 300 letters or 301 helps or harms nobody."),
    (r"draft: return max", "A text with no bracket is no draft, and is refused a line later."),
    (r"draft: steps .* => .*(?:XX\[\{XX|sub\(\"XXXX\")", "What is put in holds no bracket."),
    (r"Place\(.* => .*(?:None|\"XXXX\"), (?:field|column)\.type", "Its mark is given to it afterwards."),
    (r"places: return f\"field_", "The number keeps the name unlike any other, whatever signs are put in place of its letters."),
    (r"render: before, found, after", "Every part is a text, markup too: there is never anything else to look through."),
    (r"challenged: ours", "All of our steps come from one place."),
    (r"view: .*entries\.closing", "What closes a list looks at nothing."),
    (r"todo|only\(\"own\"", "Any word does that is not `general`."),
    (r"words: name, at, host", "The check lets no address have two @."),
    (r"zip\(.*strict=True", "The two are as long as each other; `strict` is there for a slip of ours."),
    (r"case: nearest", "Three is also what it gives when it is not asked for a number."),
    (r"copied: inside", "True is also what it does by itself."),
    (r"in_words: .*if row\.limit else None", "A row that comes here has a limit; the condition is for the types."),
    (
        r"timeline: at, before.* => .*stage=stage\.id, \)",
        "A situation adds ways beside the stages; which stage is next it does not change.",
    ),
    (r"timeline: is_counted = False.* => is_counted = None", "None counts as False."),
    (r"rows: .*stage=None", "A condition that is None asks for nothing, as an empty one does."),
    (r"deadlines: start = ", "It is asked only where there is a start."),
    (r"persons: return describe\(model, row, row\.id", "The check lets no person of a row have the row's own id."),
    (r"places: .*Case\(None", "The model is of one partnership; which one a case names is not looked at."),
    (r"timeline: return sorted\(rows", "Without a day it begins with a letter, which comes after every figure."),
    (r"no_answer: jump = ", "What an urgency lets a case skip depends on its stage and its urgency alone."),
    (r"view: .*Html\(\"\"\)\) => .*None\)", "What is joined leaves out None as it does an empty text."),
    (
        r": .*raise (?:ValueError|KeyError|TypeError|OverflowError|AttributeError)",
        "It says what a programmer did wrong, not a reader.",
    ),
)
NONE = "**A test to write.**"


def reason_for(module: str, before: str, after: str) -> str:
    """Give the reason, or that there is none yet."""
    return next((why for pattern, why in REASONS if re.search(pattern, f"{module}: {before} => {after}")), NONE)
