"""The flow chart leaves nothing out and adds nothing, whatever the shape of the protocol."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from hypothesis import given
from hypothesis import strategies as st

from flows import laid_out, random_flow, step
from handbook.flow.layout import BESIDE, Placed, every_placed, ways_of

if TYPE_CHECKING:
    from rapidreview.model import Step

flows = st.builds(
    random_flow, st.integers(1, 24), st.just(1), st.randoms(use_true_random=False)
)


@given(flows)
def test_every_step_is_placed_exactly_once(steps: tuple[Step, ...]) -> None:
    """No step is lost, and none stands twice."""
    placed = [item.step.id for item in every_placed(laid_out(steps))]
    assert sorted(item.id for item in steps) == sorted(placed)


@given(flows)
def test_every_way_is_told_once_and_none_is_invented(steps: tuple[Step, ...]) -> None:
    """Each placed step tells exactly the ways its protocol gives, in their order."""
    for item in every_placed(laid_out(steps)):
        assert list(ways_of(item.step)) == [(way.label, way.to) for way in item.exits]


@given(flows)
def test_a_way_leads_where_it_says(steps: tuple[Step, ...]) -> None:
    """A way "on" is the next of the list, "into" the first nested, "back" earlier, "ahead" later."""
    spine = laid_out(steps)
    order = [item.step.id for item in every_placed(spine)]

    def walk(items: tuple[Placed, ...]) -> None:
        for place, item in enumerate(items):
            here = order.index(item.step.id)
            for way in item.exits:
                if way.goes == "on":
                    assert way.to == items[place + 1].step.id
                elif way.goes == "into":
                    assert way.to == way.nested[0].step.id
                    walk(way.nested)
                else:
                    assert (order.index(way.to) <= here) == (way.goes == "back")

    walk(spine)


@given(flows)
def test_numbers_are_unique(steps: tuple[Step, ...]) -> None:
    """A number names one step."""
    numbers = [item.number for item in every_placed(laid_out(steps))]
    assert len(numbers) == len(set(numbers))


def test_the_way_usually_taken_is_the_spine() -> None:
    """The first way carries on as 1, 2, 3; the other nests as 2a and continues at the join."""
    steps = (
        step("0", "ask"),
        step("ask", "yes", "no"),
        step("yes", "join"),
        step("no", "join"),
        step("join"),
    )
    spine = laid_out(steps)
    assert ["0", "ask", "yes", "join"] == [item.step.id for item in spine]
    nested = spine[1].exits[1].nested
    assert [("2a", "ahead", "join")] == [
        (item.number, item.exits[0].goes, item.exits[0].to) for item in nested
    ]


def test_what_runs_beside_a_step_nests_under_it_and_stops_nothing() -> None:
    """The step goes on to its next, or is an end, as if nothing ran beside it."""
    steps = (
        step("0", "two"),
        step("two"),
        replace(step("aside"), beside="0"),
        replace(step("late"), beside="two"),
    )
    first, last = laid_out(steps)
    assert [way.to for way in first.exits] == ["two", "aside"]
    assert first.goes_on is not None
    assert [way.label for way in first.beside] == [BESIDE]
    assert last.is_end
    assert [item.number for item in every_placed((first, last))] == [
        "1",
        "1a",
        "2",
        "2a",
    ]
