"""The steps of a policy come in the order that its protocol gives, and name the same people
as their deadlines.
"""

from pathlib import Path

import pytest

from handbook.read.library import read_all

POLICIES = Path(__file__).parents[2] / "policies"
LIBRARY = read_all(POLICIES)


@pytest.fixture(params=LIBRARY.partnerships, ids=lambda one: one.id)
def policy(request):
    """Return each partnership's policy in turn."""
    return request.param


def usual_ways(policy):
    """Return the steps from each way in, the first way out taken at each decision."""
    assert policy.start
    return [usual_way(policy, start) for start in policy.start]


def usual_way(policy, start):
    """Return the steps from ``start``, the first way taken at each decision."""
    steps = {step.id: step for step in policy.steps}
    taken, here = [], start
    while here and steps[here] not in taken:
        taken.append(steps[here])
        here = steps[here].ways[0].to if steps[here].ways else steps[here].next
    return taken


def test_what_comes_first_is_drawn_first(policy):
    """Along each usual way no event is brought about before one that it has to follow."""
    turned, compared = [], 0
    for way in usual_ways(policy):
        rank = {step.event: n for n, step in enumerate(way) if step.event}
        pairs = [
            (order.first, order.then)
            for order in policy.orders
            if {order.first, order.then} <= rank.keys()
        ]
        compared += len(pairs)
        turned += [pair for pair in pairs if rank[pair[0]] > rank[pair[1]]]
    assert [] == turned
    assert compared


def test_a_deadline_and_its_step_name_the_same_people(policy):
    """Who keeps a limit is who acts in the step, or holds the duty that a notifier meets."""
    actors = {step.id: step.actor for step in policy.steps}
    notifiers = {one.id for one in policy.actors if one.kind == "notifier"}
    apart = [
        (one.id, one.who, actors[one.step])
        for one in policy.deadlines
        if one.step
        and one.who != actors[one.step]
        and actors[one.step] not in notifiers
    ]
    assert [] == apart


def test_cheshire_east_decides_before_it_sends_and_notifies():
    """Both decisions, then the templates immediately, and then the notification."""
    policy = next(one for one in LIBRARY.partnerships if one.id == "cheshire-east")
    way = [step.id for step in usual_ways(policy)[0]]
    asked = ["decide-notify", "decide-review", "send-templates", "notify"]
    assert asked == [one for one in way if one in asked]
