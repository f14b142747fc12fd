"""What nobody has verified is explained once on a page, and each such statement has its sign."""

from handbook.pages.unverified import SIGN, told_once
from rapidreview.show import Html, el, joined, verify_tag


def test_a_page_says_once_what_the_sign_means_and_how_many_statements_have_it():
    """Two tags become two signs under one line with their number; the words are still heard."""
    said = [el("p", words, verify_tag("to-verify")) for words in ("One.", "Two.")]
    page = told_once(joined(*said))
    assert page.count(SIGN) == 2
    assert page.startswith('<p class="std-open">')
    assert page.count("To be verified: 2 statements") == 1
    assert page.count("to be verified") == 2


def test_a_page_with_nothing_to_verify_says_nothing_of_it():
    """The line is on no page that has no such statement."""
    page = Html("<p>All was read.</p>")
    assert told_once(page) == page
