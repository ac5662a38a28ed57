"""What is true of every copy's accessibility: what the project's tests try, and what is known not to be right."""

from dataclasses import dataclass


@dataclass(frozen=True)
class Tried:
    """Something that the project's own tests try, and the test that does, as file::name."""

    what: str
    test: str


# Each names its test: a test of these fails where it is gone. They say what a test looks for, not that it once found it.
TRIED = (
    Tried(
        "Every kind of page, in every state, is checked with the tool axe-core: wide and narrow, light and dark.",
        "tests/browser/test_access.py::test_axe_finds_no_barrier",
    ),
    Tried(
        "Headings and the parts of a page are in order. Parts of the same kind have names.",
        "tests/browser/test_access.py::test_headings_and_landmarks_are_in_order",
    ),
    Tried(
        "The whole way from the questions to an answer and a form can be gone with a keyboard alone.",
        "tests/browser/test_keyboard.py::test_from_home_to_an_answer_and_a_form_on_the_disk",
    ),
    Tried(
        "Whoever uses a keyboard sees where they are, and nothing lies over that place.",
        "tests/browser/test_access.py::test_the_focus_is_seen_wherever_it_is_and_nothing_lies_over_it",
    ),
    Tried(
        "What can be pressed is at least 24 pixels wide and high.",
        "tests/browser/test_access.py::test_what_is_pressed_is_large_enough_for_a_thumb",
    ),
    Tried(
        "A change, such as a new answer or a mistake in a form, is announced once to those who listen to a page.",
        "tests/browser/test_announcements.py::test_an_answer_is_read_from_its_headline_and_its_days_are_told_once",
    ),
    Tried(
        "At four times the size no text is cut off, and no page has to be moved sideways.",
        "tests/browser/test_access.py::test_at_four_hundred_percent_nothing_is_cut_and_no_page_scrolls_sideways",
    ),
    Tried(
        "At that size the head of a page leaves most of the window to the page.",
        "tests/browser/test_access.py::test_at_four_hundred_percent_the_head_of_a_page_leaves_room_for_the_page",
    ),
    Tried(
        "On a tablet too no text is cut off, and no page has to be moved sideways.",
        "tests/browser/test_access.py::test_on_a_tablet_nothing_is_cut_either",
    ),
    Tried(
        "No page has to be moved sideways on a screen 320 pixels wide.",
        "tests/browser/test_reading.py::test_no_page_scrolls_sideways_on_a_telephone",
    ),
    Tried(
        "With more space between letters, words and lines no text is cut off.",
        "tests/browser/test_access.py::test_with_more_space_between_letters_and_lines_nothing_is_cut",
    ),
    Tried(
        "In colours that the reader has set for the whole device, shapes and edges can still be seen.",
        "tests/browser/test_access.py::test_in_the_readers_own_colours_shapes_and_edges_are_still_seen",
    ),
    Tried(
        "Nothing moves where the reader has asked the device for no movement.",
        "tests/browser/test_access.py::test_nothing_moves_where_the_reader_wants_no_motion",
    ),
    Tried(
        "With scripts switched off the pages still say everything.",
        "tests/browser/test_reading.py::test_with_scripts_off_the_stages_say_everything",
    ),
    Tried(
        "The flowchart stands in words too, with every card and every arrow.",
        "tests/publish/test_flowchart.py::test_every_arrow_is_drawn_once_and_has_its_label_in_both_pictures_and_in_the_words",
    ),
    Tried(
        "On paper there is nothing to press, and no text is cut off.",
        "tests/browser/test_access.py::test_on_paper_there_is_nothing_to_press_and_nothing_is_cut",
    ),
    Tried(
        "The whole flowchart is on the first sheet of paper.",
        "tests/browser/test_access.py::test_on_paper_the_flowchart_stands_whole_on_the_first_sheet",
    ),
    Tried(
        "An answer on paper has no buttons, and every number on it can be read.",
        "tests/browser/test_access.py::test_on_paper_there_are_no_buttons_and_every_number",
    ),
    Tried(
        "Our sentences are measured by the formula of Flesch and Kincaid: each page is for a reader of about twelve. "
        "Names, and long words that the glossary explains, count as short ones.",
        "tests/publish/test_readability.py::test_every_page_is_easy_to_read",
    ),
    Tried(
        "Short forms are written out where a page first uses them.",
        "tests/publish/test_glossary.py::test_every_page_writes_every_short_form_out_where_it_first_stands",
    ),
)
# These take hours, or browsers that few have: make test-all.
TRIED_RARELY = (
    Tried(
        "Every single page is checked with axe-core: at three widths, in light colours and in dark ones.",
        "tests/nightly/test_access_every_page.py::test_axe_finds_no_barrier_on_any_page",
    ),
    Tried(
        "Lighthouse, a tool of Google's, gives each kind of page all of its 100 points for access.",
        "tests/nightly/test_lighthouse.py::test_each_kind_of_page_has_100_for_access_good_practice_and_search_engines",
    ),
    Tried(
        "The main ways through the guide can be gone in Firefox and in WebKitGTK, a relative of Safari.",
        "tests/nightly/browsers/test_journeys.py::test_from_the_first_page_to_an_answer_with_its_dates",
    ),
)
UNTRIED = (
    "No person with a disability has tried this guide yet.",
    "No real screen reader, voice control, switch or screen magnifier has been tried with it yet.",
)
KNOWN = (
    "The partnerships' own documents are not part of this guide. They may be hard to use with a screen reader.",
    "The Word documents that the guide makes have headings, and a language is set. No tool for such files has checked them.",
)
