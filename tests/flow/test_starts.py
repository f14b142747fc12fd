"""Several ways in: every start is placed, numbered and marked, and joins the rest."""

from hypothesis import given
from hypothesis import strategies as st

from flows import random_flow, step
from handbook.flow.chart import chart_of
from handbook.flow.chart_html import chart_html
from handbook.flow.layout import every_placed, lay_out
from handbook.flow.map.svg import HandOff
from handbook.flow.mermaid import mermaid
from rapidreview.show import Sources

flows = st.builds(
    random_flow, st.integers(1, 12), st.just(1), st.randoms(use_true_random=False)
)


@given(flows, flows)
def test_every_step_of_two_ways_in_is_placed_exactly_once(first, second):
    """Whatever the shapes, a second start loses no step and repeats none."""
    other = [step(f"b{one.id}", *_targets(one)) for one in second]
    steps = {one.id: one for one in (*first, *other)}
    placed = list(every_placed(lay_out(steps, ["0", "b0"])))
    assert sorted(steps) == sorted(item.step.id for item in placed)
    assert len({item.number for item in placed}) == len(steps)


def _targets(one):
    ways = [way.to for way in one.ways] or [one.next]
    return [f"b{name}" for name in ways if name]


def test_the_other_ways_in_are_numbered_on_and_lead_back(three_areas):
    """A death in care and learning follow the spine and say which step they go on to."""
    chart = chart_of(three_areas)
    placed = {item.step.id: item for item in chart.placed}
    assert "1" == placed["refer"].number
    for name, to in (("death-in-care", "decide"), ("learning", "meet")):
        assert placed[name].number.isdigit()
        assert [("back", to)] == [(one.goes, one.to) for one in placed[name].exits]


def test_the_flowchart_lists_the_ways_in_and_draws_each_as_a_start(three_areas):
    """A reader finds the own way in without reading every step."""
    sources = Sources(three_areas.national, three_areas.partnership, "../")
    drawn = str(chart_html(chart_of(three_areas), sources))
    assert 3 == drawn.count("fl-k-start")
    listed = drawn.partition("Ways in")[2].partition("</ul>")[0]
    for name in three_areas.partnership.start:
        assert f"#step-{name}" in listed


def test_the_map_and_the_text_for_other_tools_have_every_way_in(three_areas):
    """The map says by which other steps a case may come in; the text draws them."""
    chart = chart_of(three_areas)
    assert "by “Tell the unit of a death in care” and “Ask for learning”" in str(
        HandOff(chart).html("")
    )
    for name in three_areas.partnership.start:
        assert f"s{chart.numbers[name]}[" in mermaid(chart)


def test_the_map_says_where_a_step_is_taken(three_areas):
    """A row of the map that is not for every area names its areas."""
    drawn = str(HandOff(chart_of(three_areas)).html(""))
    assert "In Lake only" in drawn
    assert "In Hill and Port only" in drawn


def test_a_dispute_is_a_way_out_of_the_decision_with_its_own_limit(three_areas):
    """The step by which a decision is disputed is drawn under it, with its limit."""
    chart = chart_of(three_areas)
    decide = next(one for one in chart.placed if one.step.id == "decide")
    assert ("The decision is disputed", "dispute") in [
        (one.label, one.to) for one in decide.exits
    ]
    assert ["Within 2 working days of the partners’ decision"] == [
        words for words, _ in chart.limits_in_words(three_areas.steps["dispute"])
    ]
