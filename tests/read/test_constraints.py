"""The constraints on the model's fields fit one another, and the schemas say them."""

from __future__ import annotations

import re
import typing
from pathlib import Path

from handbook.read import schema
from handbook.read.library import read_all, read_national
from handbook.read.loading import load_national, load_partnership
from handbook.read.policy_files import policy_files
from handbook.read.walk import bare, places, slots
from rapidreview.model import National, Partnership, from_plain, to_plain
from rapidreview.model.constraints import Declares, MayLackSource, Names, Once

POLICIES = Path(__file__).parents[2] / "policies"


def every_slot():
    """Return every field of the model, with its part and its key."""
    found, ahead = {}, [National, Partnership]
    while ahead:
        plain = bare(ahead.pop())
        if isinstance(plain, type) and hasattr(plain, "__dataclass_fields__"):
            if plain not in found:
                found[plain] = slots(plain)
                ahead += [slot.hint for slot in found[plain].values()]
        else:
            ahead += [arg for arg in typing.get_args(plain) if arg is not Ellipsis]
    return [
        (part, key, slot) for part, own in found.items() for key, slot in own.items()
    ]


def test_whatever_a_field_names_is_declared_by_a_part():
    """A misspelt kind would refuse every name."""
    marks = [
        mark for *_, slot in every_slot() for mark in (*slot.marks, *slot.key_marks)
    ]
    declared = {mark.kind for mark in marks if isinstance(mark, Declares)}
    named = {mark.kind for mark in marks if isinstance(mark, Names)}
    assert set() == named - declared
    assert {"step", "event", "deadline", "outcome", "counting rule"} <= named


def test_what_may_be_once_in_a_list_is_a_field_of_its_items():
    """A misspelt key would never be found twice."""
    lists = [
        (slots(bare(typing.get_args(bare(slot.hint))[0])), mark.key)
        for *_, slot in every_slot()
        if (mark := slot.mark(Once))
    ]
    assert [] == [key for own, key in lists if key not in own]
    assert len(lists) > 4


def test_what_excuses_a_missing_source_is_a_field_beside_it():
    """A misspelt field would excuse for ever."""
    excuses = [
        (part, mark.unless)
        for part, _, slot in every_slot()
        if (mark := slot.mark(MayLackSource))
    ]
    assert [] == [one for one in excuses if one[1] and one[1] not in slots(one[0])]
    assert excuses


def test_the_schemas_ask_nothing_that_the_committed_policies_do_not_keep():
    """Each text fits its pattern and length, each list its least number of items."""
    tried = 0
    national = load_national(POLICIES / "national").root
    roots = [(National, "national", national)]
    roots += [
        (
            Partnership,
            "partnership",
            load_partnership(path, None, read_national(POLICIES / "national")).root,
        )
        for path in policy_files(POLICIES / "partnerships")
    ]
    for model, name, root in roots:
        made = schema.schema(name)
        definitions = made["$defs"] | {model.__name__: made}
        for place in places(model, root):
            asked = definitions[place.part.__name__]["properties"][place.key]
            value = place.node.value
            if "pattern" in asked:
                assert re.search(asked["pattern"], value), (place.key, value)
                tried += 1
            if "minLength" in asked:
                assert len(value) >= asked["minLength"]
            if "minItems" in asked:
                assert len(place.node.items) >= asked["minItems"]
            if "minimum" in asked:
                assert asked["minimum"] <= value <= asked.get("maximum", value)
    assert tried > 1_000


def test_a_schema_refuses_an_id_of_the_wrong_shape_and_an_empty_list():
    """What an editor underlines is what the reading would refuse."""
    step = schema.schema("partnership")["$defs"]["Step"]["properties"]
    assert not re.search(step["id"]["pattern"], "Send It")
    assert step["source"]["minItems"] == 1
    month = schema.schema("partnership")["$defs"]["Every"]["properties"]["month"]
    assert (1, 12) == (month["minimum"], month["maximum"])


def test_what_is_rebuilt_from_plain_data_equals_what_was_read():
    """The marks change nothing of what the browser is handed."""
    library = read_all(POLICIES)
    for one in library.partnerships:
        assert one == from_plain(Partnership, to_plain(one))
    assert library.national == from_plain(National, to_plain(library.national))
