"""What a policy says of areas, votes and ways in reaches the browser whole."""

from rapidreview.model import Partnership, from_plain, to_plain


def test_a_protocol_with_what_is_rare_is_the_same_after_the_way_to_the_browser(
    three_areas,
):
    """Nothing of a decision, a seat, an area or a way in is lost as JSON."""
    own = three_areas.partnership
    assert own == from_plain(Partnership, to_plain(own))
