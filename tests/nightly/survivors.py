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
    (r"row\.due or ''|row\.due or \"\"", "A row that comes here has a day; the empty text is for the types."),
    (r": .*len\((?:row\.)?due", "A day has ten signs and a moment sixteen: there is none of eleven."),
    (r": .*\[:1[06]\]", "A day has ten signs and a moment sixteen; what follows the eleventh is not compared."),
    (r"calendar_file: if row\.kind", "A row that is agreed has no limit, and the others have one: each half says the same."),
    (
        r"calendar_file: name = |card: said \+= \[contact\[\"for_whom\"\]",
        "Every stage has a title, and a contact of an answer is for somebody.",
    ),
    (r"card: .*dialled|words: digits", "What is put in holds no figure, and what cannot be dialled is left out."),
    (r"acts: (?:agreed|html) = asked\.get", "The page always says it; the other is for who asks without."),
    (r"metadata_encoding", "The names of a Word file's parts are plain letters, which every encoding writes alike."),
    (r"draft: what = ", "Whether a name is cut after 300 letters or 301 helps or harms nobody."),
    (
        r"draft: (?:steps|return max)",
        "A draft is refused where it is nested deep by this count; on the others the count makes no difference.",
    ),
    (r"Place\(", "Its mark is given to it afterwards, and what is printed in a column has no type to fill in."),
    (r"places: return f\"field_", "The number keeps the name unlike any other, whatever signs are put in place of its letters."),
    (
        r"entries: text = |places: return f\"\{field\.group",
        "Nobody can choose two of what stands alone, and a group's name ends in a letter.",
    ),
    (r"markup: (?:direction|return|pieces)", "Word reads both alike: what is empty, or in quotes, says nothing more."),
    (r"rows: return Row\(\"agreed\"", "Nothing that is shown of an agreed day looks at these two."),
    (r"rows: vague", "The schema and the check let no limit have an amount without its unit."),
    (r"plain: ", "The schemas have checked the shape before; this is for a slip of ours."),
    (
        r"render: before, found, after",
        "The last part is a text, or a link with no number of its own in it; both give the same parts.",
    ),
    (r"(?:render|tiles): copies = ", "An empty list of copies gives an empty line, which is not drawn."),
    (r"contact_card: named = ", "The people of a row bring its name with them."),
    (r"Fragment\(short", "A table holds it once where it has a name, and twice where it has none; the answer is the same."),
    (r"opening: before \|= ", "No words here stand at a stage, are left out at the next, and come again at the third."),
    (r"challenged: ours", "All of our steps come from one place."),
    (r"view: ", "What closes a list looks at nothing, and no text and no piece are shown alike."),
    (r"limits: (?:sooner|convention)", "Every limit brings these two statements with it, and they are the same."),
    (r"todo|only\(\"own\"", "Any word does that is not `general`."),
    (r"render: return f\"Next", "No case that is asked has several ways of which none is a must."),
    (r"in_words: return tag", "Every row that has a day has a limit; one that has none is shown elsewhere."),
    (r"picture: return label", "No stage's label is exactly as long as what fits."),
    (r"words: name, at, host", "An address has one @."),
    (r"render: $|markup: $", "It changes what an argument is where nobody names it; every caller does."),
    (r"zip\(.*strict=True", "The two are as long as each other; `strict` is there for a slip of ours."),
    (r": .*raise (?:ValueError|KeyError|TypeError|OverflowError)", "It says what a programmer did wrong, not a reader."),
)
NONE = "**A test to write.**"


def reason_for(module: str, before: str, after: str) -> str:
    """Give the reason, or that there is none yet."""
    return next((why for pattern, why in REASONS if re.search(pattern, f"{module}: {before}")), NONE)
