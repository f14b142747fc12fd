"""Every part of the national layer can be asked for by its id, and nothing else can."""

import pytest

LOOK_UPS = {
    "instruments": "instruments",
    "events": "events",
    "counting": "counting",
    "deadlines": "deadlines",
    "topics": "topics",
    "attributes": "compare",
    "actors": "actors",
}


def test_each_national_part_is_found_by_its_id_and_keeps_its_order(library):
    """The index holds the very parts that the files declare, in their order."""
    law = library.law
    rules = library.national.notifiability
    lists = {key: getattr(library.national, name) for key, name in LOOK_UPS.items()}
    lists |= {"questions": rules.questions, "outcomes": rules.outcomes}
    for key, declared in lists.items():
        found = list(getattr(law, key).values())
        assert len(found) == len(declared) > 0
        assert all(one is part for one, part in zip(found, declared, strict=True))


@pytest.mark.parametrize("key", [*LOOK_UPS, "questions", "outcomes"])
def test_a_name_that_no_law_declares_raises_keyerror(library, key):
    """A look-up never answers with nothing."""
    with pytest.raises(KeyError):
        getattr(library.law, key)["nobody-declares-this"]


def test_a_protocol_knows_the_national_parts_by_the_same_index(library):
    """No list is indexed twice in two ways."""
    for protocol in library.protocols:
        assert protocol.instruments is protocol.law.instruments
        assert protocol.counting is protocol.law.counting
        assert protocol.national_deadlines is protocol.law.deadlines
        assert protocol.outcomes is protocol.law.outcomes
        assert protocol.attributes is protocol.law.attributes


def test_what_a_protocol_says_on_a_point_is_found_by_the_point(library):
    """Each cell of the comparison comes from the answer on that point."""
    assert any(protocol.compared for protocol in library.protocols)
    for protocol in library.protocols:
        for one in protocol.partnership.compare:
            assert protocol.compared[one.attribute] is one
