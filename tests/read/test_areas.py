"""What is one area's leads nowhere in another area: each breach is told at its place."""

from pathlib import Path

import pytest

from handbook.read.library import from_national, load_partnership

POLICY = Path(__file__).parents[1] / "support" / "three-areas.yml"
TEXT = POLICY.read_text("utf-8")
BREACHES = {
    "a step that goes on to a step of another area": (
        "        does: Notify the Panel for Lake\n",
        "        does: Notify the Panel for Lake\n        then: notify\n",
        (
            '"notify-lake" is for lake, and this step for hill, port; found "notify"; '
            "name one of the same area, or give both the same `areas`"
        ),
    ),
    "a way that leads to a step of another area": (
        "        how: [correspondence, online]",
        "        how: [correspondence, online]\n        areas: [hill]",
        (
            '"decide" is for hill, and this step for lake; found "notify-lake"; '
            "name one of the same area, or give both the same `areas`"
        ),
    ),
    "a step of a body that serves another area": (
        "who: council, does: Notify",
        "who: council, areas: [lake], does: Notify",
        (
            '"notify" is for lake, and this actor for hill, port; found "council"; '
            "name one of the same area, or give both the same `areas`"
        ),
    ),
    "a form that goes to a body of another area": (
        "filled_by: trust, areas: [lake]",
        "filled_by: trust, goes_to: council, areas: [lake]",
        (
            '"lake-form" is for lake, and this actor for hill, port; found "council"; '
            "name one of the same area, or give both the same `areas`"
        ),
    ),
    "a trust that acts for an area that it does not serve": (
        "acts_for: [lake]",
        "acts_for: [port]",
        '"trust" acts for an area that is not one of its own; found "port"; its areas are lake',
    ),
    "a seat for an area that its body does not serve": (
        "kind: statutory-partner\n",
        "kind: statutory-partner\n    areas: [hill, lake]\n",
        (
            'a member for areas that "decision-panel" does not serve; found port; '
            "its areas are hill, lake"
        ),
    ),
}


@pytest.mark.parametrize("breach", BREACHES)
def test_what_is_for_one_area_names_nothing_of_another(breach, national, tmp_path):
    """Each breach is said once, with both sides' areas."""
    find, put, says = BREACHES[breach]
    assert find in TEXT
    path = tmp_path / POLICY.name
    path.write_text(TEXT.replace(find, put, 1), encoding="utf-8")
    faults = load_partnership(path, from_national(national), national).faults
    assert [says] == [one.message for one in faults]


def test_a_way_in_may_be_one_or_several(three_areas, library):
    """`start` holds one id alone or a list, and is a list for everybody who reads it."""
    assert ("refer", "death-in-care", "learning") == three_areas.partnership.start
    assert all(isinstance(one.start, tuple) for one in library.partnerships)
