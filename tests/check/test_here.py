"""The names of the reader's area and authority are put into words only where they are known."""

from rapidreview.check import Here
from rapidreview.check.jurisdiction import OUR_AREA, OUR_AUTHORITY
from rapidreview.model import Body

TEXT = f"Tell {OUR_AUTHORITY} what happened in {OUR_AREA}."
BODY = Body(id="us", name="your local authority", ours=OUR_AUTHORITY)


def test_without_an_area_the_words_stay_as_they_are():
    """Nothing is known to put in."""
    assert Here().words(TEXT) == TEXT
    assert (Here().area, Here().authority) == ("our area", "your local authority")
    assert Here().body(BODY) == "your local authority"


def test_with_an_area_both_names_stand_in_the_words():
    """The area's own name, and its authority's."""
    known = Here("Surrey", "Surrey County Council")
    assert known.words(TEXT) == "Tell Surrey County Council what happened in Surrey."
    assert known.body(BODY) == "Surrey County Council"


def test_a_body_without_a_name_of_its_own_here_keeps_the_general_one():
    """Another area's authority is called the same everywhere."""
    them = Body(id="them", name="the other local authority")
    assert Here("Surrey", "Surrey County Council").body(them) == them.name
