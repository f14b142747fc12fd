"""The hand-off map leaves nothing out, adds nothing, and hides no line behind another."""

from __future__ import annotations

from itertools import combinations, pairwise
from typing import TYPE_CHECKING

from hypothesis import given
from hypothesis import strategies as st

from flows import laid_out, random_flow
from handbook.flow.layout import every_placed, ways_of
from handbook.flow.map.placing import Line, Map, place

if TYPE_CHECKING:
    from rapidreview.model import Step

ROW = 30.0


flows = st.builds(
    random_flow,
    st.integers(1, 24),
    st.integers(1, 6),
    st.randoms(use_true_random=False),
)


def mapped(steps: tuple[Step, ...]) -> Map:
    """Return the map of ``steps`` with rows of one height, in reading order."""
    spine = laid_out(steps)
    order = [item.step.id for item in every_placed(spine)]
    heights = {name: ROW * number + ROW / 2 for number, name in enumerate(order)}
    return place(spine, heights)


@given(flows)
def test_every_step_has_one_dot(steps: tuple[Step, ...]) -> None:
    """No step is left out, and each dot is in its own row."""
    dots = mapped(steps).dots
    assert sorted(item.id for item in steps) == sorted(dots)
    assert len(dots) == len({dot.y for dot in dots.values()})


@given(flows)
def test_every_way_is_drawn_once(steps: tuple[Step, ...]) -> None:
    """Each way of each step has its line, and there is no line besides."""
    ways = [(item.id, *way) for item in steps for way in ways_of(item)]
    drawn = [(line.start, line.label, line.end) for line in mapped(steps).lines]
    assert sorted(ways) == sorted(drawn)


@given(flows)
def test_a_line_runs_from_its_step_to_its_step(steps: tuple[Step, ...]) -> None:
    """A line begins and ends in the dots that it joins, and turns square corners."""
    found = mapped(steps)
    for line in found.lines:
        start, end = found.dots[line.start], found.dots[line.end]
        assert [(start.x, start.y), (end.x, end.y)] == [line.points[0], line.points[-1]]
        assert all(a[0] == b[0] or a[1] == b[1] for a, b in pairwise(line.points))


@given(flows)
def test_a_dot_stands_in_the_lane_of_its_actor(steps: tuple[Step, ...]) -> None:
    """Lanes lie beside each other, one for each actor, and hold their dots."""
    found = mapped(steps)
    assert len({item.actor for item in steps}) == len(found.lanes)
    assert all(
        a.x + a.width / 2 <= b.x - b.width / 2 + 1e-6 for a, b in pairwise(found.lanes)
    )
    for dot in found.dots.values():
        lane = found.lanes[dot.lane]
        assert lane.actor == dot.step.actor
        assert abs(dot.x - lane.x) < lane.width / 2


@given(flows)
def test_no_line_runs_over_another(steps: tuple[Step, ...]) -> None:
    """Two lines share a stretch down a lane only if they share a step."""
    for one, other in combinations(mapped(steps).lines, 2):
        if not {one.start, one.end} & {other.start, other.end}:
            assert not shared(one, other), (one, other)


@given(flows)
def test_no_line_runs_through_the_dot_of_another_step(steps: tuple[Step, ...]) -> None:
    """A dot has only its own lines running down to it, away from it or by its side."""
    found = mapped(steps)
    for line in found.lines:
        for name, dot in found.dots.items():
            if name not in (line.start, line.end):
                assert not any(
                    x == dot.x and top < dot.y < bottom
                    for x, top, bottom in stretches(line)
                ), (line, name)


def stretches(line: Line) -> list[tuple[float, float, float]]:
    """Return where the line runs up or down: at which place, from where to where."""
    return [
        (a[0], min(a[1], b[1]), max(a[1], b[1]))
        for a, b in pairwise(line.points)
        if a[0] == b[0]
    ]


def shared(one: Line, other: Line) -> bool:
    """Return whether two lines run over each other up or down a lane."""
    return any(
        x == place and min(bottom, end) - max(top, start) > 1
        for x, top, bottom in stretches(one)
        for place, start, end in stretches(other)
    )
