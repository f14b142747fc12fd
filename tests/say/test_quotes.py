"""Quotation marks that were typed straight are curly where people read them."""

import pytest

from rapidreview.say import curly


@pytest.mark.parametrize(
    ("typed", "printed"),
    [
        ("the authority's own day", "the authority’s own day"),
        ("the partners' forms, agencies'", "the partners’ forms, agencies’"),
        ('"Day 1" and ("day 15")', "“Day 1” and (“day 15”)"),
        ("it says 'the child', and \"'harm'\".", "it says ‘the child’, and “‘harm’”."),
        ('read "at once."', "read “at once.”"),
        ("'s own", "’s own"),
        ("' own form", "’ own form"),
        ("one—'two'", "one—‘two’"),
        ("“curly” and ‘curly’ and children’s", "“curly” and ‘curly’ and children’s"),
        ("no marks", "no marks"),
    ],
)
def test_marks_open_before_a_word_and_close_after_it(typed, printed):
    """An apostrophe closes, even where a name before it is set in other type."""
    assert curly(typed) == printed
