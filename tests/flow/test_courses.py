"""Courses that national texts do not foresee are found in the flow, and said beside it."""

from dataclasses import replace

from handbook.flow.courses import beside, courses
from rapidreview.model import Protocol


def found(protocol):
    """Return the courses of a protocol in force with the steps at which they come about."""
    finished = replace(protocol.partnership, status="in force")
    whole = Protocol(protocol.national, finished)
    return {(one.unforeseen.course, one.step.id) for one in courses(whole)}


def test_a_draft_has_none(three_areas):
    """Where its steps end, the rest has only not been read yet."""
    assert three_areas.is_draft
    assert courses(three_areas) == ()


def changed(protocol, name, **more):
    """Return the protocol with one step changed."""
    steps = tuple(
        replace(one, **more) if one.id == name else one
        for one in protocol.partnership.steps
    )
    return Protocol(protocol.national, replace(protocol.partnership, steps=steps))


def test_a_notification_without_a_review_a_review_without_one_and_a_withdrawal(
    three_areas,
):
    """Each of the three is found at the step that brings it about, and nowhere else."""
    assert {
        ("notified-no-review", "no-review"),
        ("review-not-notified", "meet"),
        ("withdrawn", "no-review"),
    } == found(three_areas)


def test_a_review_that_every_way_reaches_notified_is_foreseen(three_areas):
    """Where learning goes to the decision too, no meeting is held without a notification."""
    mended = changed(three_areas, "learning", next="decide")
    assert ("review-not-notified", "meet") not in found(mended)


def test_a_threshold_that_leads_to_the_meeting_all_the_same_is_foreseen(three_areas):
    """Where no end is reached without the meeting, nothing is said of one."""
    mended = changed(three_areas, "no-review", next="meet", event="")
    assert {("review-not-notified", "meet")} == found(mended)


def test_the_authority_may_notify_whatever_is_decided(three_areas):
    """The sentence stands beside the decision on notifying, and beside no other step."""
    told = {one.id for one in three_areas.steps.values() if beside(three_areas, one)}
    assert {"decide"} == told
    says = beside(three_areas, three_areas.steps["decide"])[0].says
    assert (
        "Nothing in this decision prevents the local authority from notifying" in says
    )


def test_a_decision_on_notifying_is_found_by_where_its_ways_lead(three_areas):
    """Without an event the decision is known by its one way to the notification."""
    bare = changed(three_areas, "decide", event="")
    assert beside(bare, bare.steps["decide"])


def test_every_decision_of_the_partners_on_notifying_has_the_sentence(library):
    """None of the protocols that were read decides on notifying without it."""
    decided = library.national.notifiability.on_notifying.decided
    steps = [
        (protocol, one)
        for protocol in library.protocols
        for one in protocol.steps.values()
        if one.event == decided and one.ways
    ]
    assert steps
    assert all(beside(protocol, one) for protocol, one in steps)
