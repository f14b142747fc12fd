"""However a policy is broken, its faults are in its own files, and nothing fails."""

from __future__ import annotations

import json
import os
import random

import pytest

from handbook.read.faults import Faults
from handbook.read.loading import load_national, load_partnership
from handbook.read.short import companions_of
from handbook.read.yaml_source import read_node
from the_library import POLICIES

TRIES = int(os.environ.get("BREAKS", "12"))
"""For each policy; BREAKS=400 tries two thousand in all."""
LAW = load_national(POLICIES / "national")
SHELF = POLICIES / "partnerships"
FILES = sorted(one for one in SHELF.glob("*.yml") if "." not in one.stem)
SCRAPS = [None, "", "nowhere", "not givn", "3 working dys", 7, True, [], {}, ["x", {}], {"id": "x"},
          {"says": []}, [[]], "end", "none", "2.6; 3", "#", "x#", "day 0", "0 days", {"": 1}]  # fmt: skip


def broken(data, chance):
    """Return ``data`` with one thing in it changed, taken out, renamed or doubled."""
    if not isinstance(data, (dict, list)) or not data or chance.random() < 0.05:
        return chance.choice(SCRAPS)
    keys = list(data) if isinstance(data, dict) else range(len(data))
    key = chance.choice(list(keys))
    deeper = isinstance(data[key], (dict, list)) and chance.random() < 0.85
    way = "deeper" if deeper else chance.choice(["scrap", "drop", "twice", "other"])
    new = data.copy()
    if way == "deeper":
        new[key] = broken(data[key], chance)
    elif way == "scrap":
        new[key] = chance.choice(SCRAPS)
    elif way == "drop":
        del new[key]
    elif way == "twice" and isinstance(data, list):
        new.append(data[key])
    elif isinstance(data, dict):
        new[f"{key}x"] = new.pop(key)
    else:
        new[key] = chance.choice(SCRAPS)
    return new


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.stem)
def test_a_policy_broken_anywhere_is_told_at_a_place_of_its_own(path, tmp_path):
    """Any node of the policy or of a companion, a few at a time: faults, never a failure."""
    chance = random.Random(path.stem)  # noqa: S311 - chances of a test, no secrets
    whole = {one.name: read_node(one).plain() for one in [path, *companions_of(path)]}
    seen = 0
    for _ in range(TRIES):
        rows = {}
        spoilt = chance.choice(list(whole))
        for name, data in whole.items():
            wrong = data
            for _ in range(chance.randint(1, 3) if name == spoilt else 0):
                wrong = broken(wrong, chance) if isinstance(wrong, dict) else wrong
            text = json.dumps(wrong, indent=1, ensure_ascii=False)
            (tmp_path / name).write_text(text, encoding="utf-8")
            rows[str(tmp_path / name)] = text.splitlines()
        try:
            faults = load_partnership(
                tmp_path / path.name, LAW.declared, LAW.policy
            ).faults
        except Faults as found:
            faults = found.faults
        for one in faults:
            assert one.path in rows, str(one)
            assert 1 <= one.line <= len(rows[one.path])
            assert 1 <= one.column <= len(rows[one.path][one.line - 1]) + 1
            assert str(one).isprintable()
        seen += bool(faults)
    assert seen > TRIES // 3
