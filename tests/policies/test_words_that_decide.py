"""Terms of art, titles and the operative words of definitions, criteria and aims stand as printed.

``words`` holds a file for each protocol: under each section the phrases that it prints,
and under ``never`` words of the handbook's that once took their place. Somebody who
searches for the phrase she knows finds it on the partnership's pages.
"""

import re
from html import unescape
from pathlib import Path

import pytest
import yaml

from handbook.pages.partnership.roles import roles_pages
from handbook.pages.write import local_pages
from handbook.read.library import read_all

HERE = Path(__file__).parent
POLICIES = HERE.parents[1] / "policies"
LISTS = {
    path.stem: yaml.safe_load(path.read_text("utf-8"))
    for path in sorted((HERE / "words").glob("*.yml"))
}
PHRASES = [
    pytest.param(name, section, phrase, id=f"{name}: {section}: {phrase}")
    for name, asked in LISTS.items()
    for section, phrases in asked["words"].items()
    for phrase in phrases
]
SWAPS = [
    pytest.param(name, words, id=f"{name}: {words}")
    for name, asked in LISTS.items()
    for words in asked["never"]
]
LONGEST = 18
"""Words that a phrase may have; more would be a sentence."""


def plain(text):
    """Return words alone: no tags, one kind of apostrophe, no quotation marks, case left out."""
    bare = unescape(re.sub(r"<[^>]+>", "", text))
    return " ".join(re.sub("[“”]", "", bare.replace("’", "'")).split()).casefold()


@pytest.fixture(scope="module")
def library():
    """Return everything under the policies folder."""
    return read_all(POLICIES)


@pytest.fixture(scope="module")
def folders(library):
    """Return the words of all pages of each partnership, page by page."""
    found = {}
    for one in library.protocols:
        made = [*local_pages(one, library.calendar), *roles_pages(one)]
        found[one.id] = [plain(page.text) for page in made]
    return found


@pytest.mark.parametrize(("name", "section", "phrase"), PHRASES)
def test_the_words_are_on_a_page_as_printed(folders, name, section, phrase):
    """One page of the partnership at least holds the phrase, whole."""
    wanted = plain(phrase)
    assert any(wanted in page for page in folders[name]), section


@pytest.mark.parametrize(("name", "words"), SWAPS)
def test_no_page_puts_other_words_in_their_place(folders, name, words):
    """The words that once softened, hardened or blurred the protocol are on no page."""
    unwanted = plain(words)
    assert not any(unwanted in page for page in folders[name])


@pytest.mark.parametrize("name", LISTS)
def test_the_sections_are_those_that_were_read(library, name):
    """Each phrase is filed under a section of the partnership's documents."""
    policy = next(one for one in library.partnerships if one.id == name)
    read = {
        start + section.at
        for number, document in enumerate(policy.documents)
        for start in ([""] if number == 0 else []) + [f"{document.id}#"]
        for section in document.sections
    }
    assert set() == set(map(str, LISTS[name]["words"])) - read


@pytest.mark.parametrize("name", LISTS)
def test_the_words_are_phrases_and_no_sentences(name):
    """Terms and operative words are carried over, and no sentence is."""
    phrases = [one for group in LISTS[name]["words"].values() for one in group]
    assert [] == [one for one in phrases if len(one.split()) > LONGEST]
    assert len(phrases) == len({plain(one) for one in phrases})
