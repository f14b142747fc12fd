"""The pages read as a practitioner in England writes: no stumps, no translated turns.

``GONE`` are sentences that readers stumbled over in one partnership or another. None may
come back, and the turns they were made of are found by the linter in every policy.
"""

import re
from html import unescape
from pathlib import Path

import pytest

from handbook.lint.language.verbs import has_verb
from handbook.lint.run import lint
from handbook.pages.national.pages import national_pages
from handbook.pages.outcomes.all import outcomes_page
from handbook.pages.outcomes.one import outcome_pages
from handbook.pages.write import local_pages
from handbook.read.library import read_all
from handbook.read.policy_files import policy_files

POLICIES = Path(__file__).parents[2] / "policies"
FILES = policy_files(POLICIES / "partnerships")
TURNS = ("prose-turn", "prose-several", "prose-stump")
FINISHED = {"tower-hamlets"}
"""Policies in which every sentence has a verb; a policy joins when its last one has."""
SLIP = re.compile(r'<(button|div)\b[^>]*class="(src|note)".*?</\1>', re.DOTALL)

GONE = (
    "Working Together 2026. Replaced the 2023 edition.",
    "reports the incident to the safeguarding partners is not given",
    "What serious harm means is not given",
    "How many notifications to make when several children are concerned is not given",
    "the coroner or other reviews are not given",
    "also where these were found before",
    "also because a family has moved around",
    "Those details that identify the child and family and are relevant.",
    "What is arranged at once to safeguard each child involved.",
    "as printed, is about organisations or agencies, two or more",
    "but no lengthy chronologies that hide the facts that matter",
    "has every death under 18 reviewed as a child death as well",
    "With it go chronologies",
    "What the protocol calls its criteria is an aim",
    "seeing how vulnerable babies are, and acting on it",
    "An order only, the panel, then the sub-group",
    "tells as a fact what can only be hoped for",
    "stands in the first box of the plan",
    "is likely but not yet certain, judgement decides",
    "An act that belongs to nobody is done late",
    "professionals answer anything about a Rapid Review promptly",
    "may still have been seriously harmed, also by a single incident",
    "has something to teach",
    "Do not wait with it",
    "makes one meeting do two things",
    "whether the trouble lies in the system",
    "a joined-up and full offer",
    "Take the way that the decision opens",
    "See that actions are done and take hold",
    "Your five working days from awareness are national",
    "should discuss it and decide: the safeguarding partners",
    "must make sure that the child is safe: children",
)


def plain(text):
    """Return the words of a page without tags, source marks and slips, case left out."""
    bare = unescape(re.sub(r"<[^>]+>", "", SLIP.sub("", text)))
    return " ".join(bare.replace("’", "'").split()).casefold()


@pytest.fixture(scope="module")
def pages():
    """Return the words of the pages of every partnership, answer and national subject."""
    library = read_all(POLICIES)
    made = [
        page for one in library.protocols for page in local_pages(one, library.calendar)
    ]
    made += [outcomes_page(library), *outcome_pages(library), *national_pages(library)]
    return {page.path: plain(page.text) for page in made}


@pytest.fixture(scope="module")
def told():
    """Return what the linter finds of prose: check, file and message."""
    report = lint(POLICIES, [POLICIES / "national", *FILES])
    return [
        (one.check, Path(one.path).stem, str(one))
        for one in report.findings
        if one.check.startswith("prose-")
    ]


@pytest.mark.parametrize("words", GONE)
def test_a_sentence_that_readers_stumbled_over_has_not_come_back(pages, words):
    """The words are on no page."""
    unwanted = plain(words)
    assert [] == [path for path, page in pages.items() if unwanted in page]


@pytest.mark.parametrize("check", TURNS)
def test_no_policy_has_a_turn_that_is_not_english(told, check):
    """No translated turn, no colon stump, and no "several" for "more than one"."""
    assert [] == [line for found, _, line in told if found == check]


def test_every_sentence_of_a_finished_policy_has_a_verb(told):
    """A policy once finished stays so."""
    assert [] == [
        line
        for found, name, line in told
        if found == "prose-verbless" and name in FINISHED
    ]


@pytest.mark.parametrize(
    "sentence",
    [
        "Send the form.",
        "Agencies return the form.",
        "The clocks run from the notification.",
        "The protocol names no address.",
        "It cannot be kept.",
    ],
)
def test_a_sentence_has_a_verb(sentence):
    """Commands, statements in the singular and in the plural are sentences."""
    assert has_verb(sentence)


@pytest.mark.parametrize(
    "words",
    [
        "Two clocks.",
        "At the earliest opportunity.",
        "The form, as printed.",
        "No reply.",
    ],
)
def test_a_telegram_has_none(words):
    """Phrases with a full stop are not sentences."""
    assert not has_verb(words)
