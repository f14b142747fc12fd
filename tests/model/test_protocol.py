"""Every name of a policy can be asked of the joined protocol, and nothing else can."""

from dataclasses import replace

import pytest

from rapidreview.model import Protocol

LOOK_UPS = {
    "actors": "actors",
    "areas": "areas",
    "contacts": "contacts",
    "forms": "forms",
    "stages": "stages",
    "steps": "steps",
    "notes": "notes",
    "chains": "chains",
    "documents": "documents",
    "events": "events",
    "own_deadlines": "deadlines",
    "deadlines": "deadlines",
    "questions": "questions",
}
NATIONAL = {
    "events": "events",
    "national_deadlines": "deadlines",
    "deadlines": "deadlines",
    "counting": "counting",
    "instruments": "instruments",
    "attributes": "compare",
}


def test_every_id_of_the_five_policies_resolves_to_the_part_that_declares_it(library):
    """Each look-up gives the very part that the policy or the national layer declares."""
    assert len(library.protocols) == len(library.partnerships) >= 5
    for protocol in library.protocols:
        for look_up, parts in LOOK_UPS.items():
            for part in getattr(protocol.partnership, parts):
                assert getattr(protocol, look_up)[part.id] is part
        own = {one.id for one in protocol.partnership.events}
        own |= {one.id for one in protocol.partnership.deadlines}
        for look_up, parts in NATIONAL.items():
            for part in getattr(library.national, parts):
                found = getattr(protocol, look_up)[part.id]
                assert found is part or (part.id in own and found.id == part.id)
        rules = library.national.notifiability
        assert all(protocol.questions[one.id] is one for one in rules.questions)
        assert all(protocol.outcomes[one.id] is one for one in rules.outcomes)
        for step in protocol.partnership.next_steps:
            assert protocol.next_steps[step.outcome] is step


def test_a_name_that_nothing_declares_raises_keyerror(library):
    """A look-up never answers with nothing."""
    looked = {*LOOK_UPS, *NATIONAL, "outcomes", "next_steps"}
    for protocol in library.protocols:
        for look_up in looked:
            with pytest.raises(KeyError):
                getattr(protocol, look_up)["nobody-declares-this"]
        with pytest.raises(KeyError):
            protocol.in_short("nobody-declares-this")
        with pytest.raises(KeyError):
            protocol.document("nobody-declares-this#1")
    with pytest.raises(KeyError):
        library.protocol("nobody-declares-this")


def test_a_protocol_is_built_once_and_found_by_its_id(library):
    """The library and a look-up give the same object each time."""
    for one in library.protocols:
        assert library.protocol(one.id) is one
        assert one.events is one.events
        assert one.national is library.national


def test_own_events_come_before_the_national_ones_and_replace_those_of_the_same_id(
    make,
):
    """The order of the forms follows from it."""
    own = (make.event("mine", "Mine"), make.event("shared", "As we say it"))
    law = (make.event("shared", "As England says it"), make.event("theirs", "Theirs"))
    protocol = Protocol(make.national(events=law), make.partnership(events=own))
    assert list(protocol.events) == ["mine", "shared", "theirs"]
    assert protocol.events["shared"].label == "As we say it"


def test_own_deadlines_come_before_the_national_ones_of_the_same_id(library):
    """What the protocol sets stands before what only England sets."""
    for protocol in library.protocols:
        own = [one.id for one in protocol.partnership.deadlines]
        assert list(protocol.deadlines)[: len(own)] == own
        for one in protocol.only_national_deadlines:
            assert one.id not in {d.national for d in protocol.partnership.deadlines}


def test_a_deadlines_versions_are_those_of_its_own_id_or_of_the_national_one(library):
    """Either name leads to the protocol's own limit."""
    for protocol in library.protocols:
        for one in protocol.partnership.deadlines:
            assert one in protocol.versions(one.id)
            assert not one.national or one in protocol.versions(one.national)
        assert protocol.versions("nobody-declares-this") == ()


def test_a_whole_deadline_adds_what_replaces_the_national_one_as_national(library):
    """What the protocol says itself of a later fact is left alone."""
    of_law = {one.id: one.replaced_by for one in library.national.deadlines}
    added = 0
    for protocol in library.protocols:
        for short, written in zip(
            protocol.whole_deadlines, protocol.partnership.deadlines, strict=True
        ):
            # the limit as a text of one's own would have it, with nothing inherited
            own = tuple(one for one in written.replaced_by if one.status != "national")
            whole = protocol.whole(replace(written, replaced_by=own))
            more = whole.replaced_by[len(own) :]
            assert replace(whole, replaced_by=written.replaced_by) == replace(
                written, applies=protocol.applies(written)
            )
            assert whole.replaced_by[: len(own)] == own
            assert {one.event for one in more} == {
                one.event for one in of_law.get(written.national, ())
            } - {one.event for one in own}
            assert {one.status for one in more} <= {"national"}
            assert short.replaced_by == whole.replaced_by
            added += len(more)
    assert added
