"""No bytes whatever make the reading fail with anything but its own faults."""

from __future__ import annotations

import string
from pathlib import Path

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from full_form import FULL, read_full
from handbook.lint import findings
from handbook.read.faults import Faults
from handbook.read.library import load_national, load_partnership
from handbook.read.yaml_source import parse
from rapidreview.model import Partnership

HERE = Path(__file__).parents[1] / "faults"
BASES = [
    path.read_text(encoding="utf-8").splitlines(keepends=True)
    for path in (HERE / "sound.yml", FULL / "sound.yml")
]
"""A policy as its author writes it, and in the full form that is checked."""
LAW = load_national(HERE / "national")
SCRAPS = ["", "[", "{", "- ", ": ", "&a ", "*a", "!!x ", "null", "true", "0x", "1e9", '"', "'",
          "\t", "\u200b", "#", "? ", "|", ">-\n", "---\n", "...\n", "{a: b}", "[a]", "<<: ", "9" * 40,
          "😀", "é", "\x85", "\\", "%YAML 1.2\n"]  # fmt: skip


def read(data: bytes, path: Path) -> None:
    """Read, check and lint ``data`` as a policy; only Faults may come out."""
    path.write_bytes(data)
    said(lambda: load_partnership(path, LAW.declared, LAW.policy))
    said(lambda: read_full(path, LAW.declared))


def said(reading) -> None:
    """Check what comes of one ``reading``, and lint it."""
    try:
        result = reading()
    except Faults as error:
        faults = error.faults
        assert faults
    else:
        faults = result.faults
        findings(Partnership, result.root, result.declared, LAW.root)
    for fault in faults:
        assert fault.line >= 1
        assert fault.column >= 1
        assert str(fault).isprintable()


@settings(max_examples=300, deadline=None)
@given(st.binary(max_size=200))
def test_any_bytes_parse_or_give_faults(data):
    """Arbitrary bytes: a tree or faults, never a traceback."""
    try:
        root = parse(data, "x.yml")
    except Faults as error:
        assert error.faults
    else:
        assert "map" == root.kind


@settings(max_examples=300, deadline=None)
@given(st.text(alphabet=string.printable + "éа\u200b", max_size=120))
def test_any_text_parses_or_gives_faults(text):
    """Arbitrary text, rich in YAML's own signs: a tree or faults."""
    try:
        root = parse(text.encode(), "x.yml")
    except Faults as error:
        assert error.faults
    else:
        assert "map" == root.kind


@settings(
    max_examples=150,
    deadline=None,
    suppress_health_check=[HealthCheck.function_scoped_fixture],
)
@given(
    st.sampled_from(BASES),
    st.lists(
        st.tuples(
            st.sampled_from(["drop", "double", "swap", "scrap", "cut"]),
            st.integers(0, max(map(len, BASES)) - 1),
            st.sampled_from(SCRAPS),
            st.integers(0, 60),
        ),
        min_size=1,
        max_size=4,
    ),
)
def test_a_mutated_policy_reads_or_gives_faults(tmp_path, base, edits):
    """A real policy with lines dropped, doubled, swapped, cut and littered with scraps."""
    lines = list(base)
    for what, at, scrap, column in edits:
        here = at % len(lines)
        line = lines[here]
        if what == "drop" and len(lines) > 1:
            del lines[here]
        elif what == "double":
            lines.insert(here, line)
        elif what == "swap":
            lines[here], lines[here - 1] = lines[here - 1], lines[here]
        elif what == "scrap":
            lines[here] = line[:column] + scrap + line[column:]
        else:
            lines[here] = line[:column] + "\n"
    read("".join(lines).encode(), tmp_path / "sound.yml")


VALUES = st.recursive(
    st.sampled_from(["", "x", "'2.1'", "[]", "{}", "null", "true", "3", "1.5", "hub", "no"]),
    lambda inner: st.one_of(
        st.lists(inner, max_size=3).map(lambda items: "[" + ", ".join(items) + "]"),
        st.dictionaries(
            st.sampled_from(["id", "source", "at", "all", "says", "clock", "amount", "within", "limit"]), inner, max_size=2
        ).map(lambda items: "{" + ", ".join(f"{k}: {v}" for k, v in items.items()) + "}"),
    ),
    max_leaves=6,
)  # fmt: skip
KEYS = [
    (base, at)
    for base in BASES
    for at, line in enumerate(base)
    if ": " in line and not line.startswith("#")
]


@settings(
    max_examples=250,
    deadline=None,
    suppress_health_check=[HealthCheck.function_scoped_fixture],
)
@given(st.sampled_from(KEYS), VALUES)
def test_any_value_under_any_key_reads_or_gives_faults(tmp_path, key, value):
    """Values of every wrong kind under every key reach the checks without breaking them."""
    base, at = key
    lines = list(base)
    lines[at] = f"{lines[at].partition(': ')[0]}: {value}\n"
    read("".join(lines).encode(), tmp_path / "sound.yml")
