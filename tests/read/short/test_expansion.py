"""Each rule of the expansion: what an author writes, and what it becomes in the full form."""

from pathlib import Path

import pytest
import yaml

from handbook.read.library import read_national
from handbook.read.short import expanded, shape_faults
from handbook.read.yaml_source import parse
from the_library import POLICIES

NATIONAL = read_national(POLICIES / "national")
CASES = yaml.safe_load((Path(__file__).parent / "rules.yml").read_text("utf-8"))
FRAME = yaml.safe_load(CASES.pop("frame"))


def full(written):
    """Return the full form of the frame with what one rule writes into it, as plain data."""
    text = yaml.safe_dump({**FRAME, **written}, allow_unicode=True, sort_keys=False)
    root = parse(text.encode(), "small.yml")
    assert [str(one) for one in shape_faults(root)] == []
    node, faults = expanded(root, NATIONAL)
    assert [str(one) for one in faults] == []
    return node.plain()


def part(whole, path):
    """Return what stands at ``path``: keys and ids (or indexes), with dots between."""
    for piece in path.split("."):
        if isinstance(whole, list):
            by_id = {str(one.get("id", one.get("outcome", one.get("reader", one.get("attribute"))))): one for one in whole}  # fmt: skip
            whole = by_id[piece] if piece in by_id else whole[int(piece)]
        else:
            whole = whole[piece]
    return whole


@pytest.mark.parametrize("name", CASES)
def test_what_is_written_becomes_what_the_rule_says(name):
    """Every key that a rule makes has the value that the case gives."""
    case = CASES[name]
    whole = full(yaml.safe_load(case["written"]))
    for path, wanted in case["becomes"].items():
        assert part(whole, path) == (
            yaml.safe_load(wanted) if isinstance(wanted, str) else wanted
        ), path
