"""The wheel of the engine: ordinary, whole, and the same bytes from the same sources."""

import base64
import csv
import hashlib
import io
import json
import zipfile
from pathlib import Path

import pytest

from handbook.read.faults import Faults
from handbook.runtime.bundle import RUNTIME
from handbook.runtime.engine_wheel import build_wheel, wheel_sources

ROOT = Path(__file__).parents[2]


@pytest.fixture(scope="module")
def manifest():
    """Read what was packed."""
    return json.loads((ROOT / RUNTIME / "manifest.json").read_text("utf-8"))


def digest(content):
    """Return the hash of ``content`` as a wheel's record writes it."""
    found = base64.urlsafe_b64encode(hashlib.sha256(content).digest())
    return f"sha256={found.decode().rstrip('=')}"


def test_equal_sources_make_equal_wheels(tmp_path):
    """Built twice, in two folders: the same bytes."""
    sources = wheel_sources(ROOT, "{}")
    first = build_wheel(sources, tmp_path / "first").read_bytes()
    assert first == build_wheel(sources, tmp_path / "second").read_bytes()


def test_a_wheel_that_cannot_be_built_is_a_fault_that_says_why(tmp_path):
    """A broken project file ends in a sentence with the builder's reason, not in a traceback."""
    sources = wheel_sources(ROOT, "{}") | {"pyproject.toml": b"["}
    with pytest.raises(Faults, match="could not be built"):
        build_wheel(sources, tmp_path)


@pytest.mark.site
def test_the_packed_wheels_record_is_true(manifest):
    """Every member is listed with its size and hash, and none is source."""
    path = ROOT / RUNTIME / manifest["folder"] / manifest["engine"]
    with zipfile.ZipFile(path) as archive:
        members = {name: archive.read(name) for name in archive.namelist()}
    record = next(name for name in members if name.endswith(".dist-info/RECORD"))
    rows = list(csv.reader(io.StringIO(members[record].decode())))
    expected = [
        [name, digest(content), str(len(content))]
        for name, content in sorted(members.items())
        if name != record
    ]
    assert [*expected, [record, "", ""]] == rows
    assert [] == [name for name in members if name.endswith(".py")]


@pytest.mark.site
def test_the_manifest_says_what_lies_in_the_folder(manifest):
    """Sizes and the wheel's hash are those of the files, and the folder's name that of all."""
    folder = ROOT / RUNTIME / manifest["folder"]
    contents = {path.name: path.read_bytes() for path in folder.iterdir()}
    assert manifest["files"] == {
        name: len(content) for name, content in contents.items()
    }
    wheel = hashlib.sha256(contents[manifest["engine"]]).digest()
    assert manifest["integrity"] == f"sha256-{base64.b64encode(wheel).decode()}"
    total = hashlib.sha256()
    for name in sorted(contents):
        total.update(name.encode() + contents[name])
    assert total.hexdigest().startswith(manifest["folder"])


@pytest.mark.site
def test_over_the_line_python_takes_little_more_than_3_megabytes(manifest):
    """The compressed copies that servers send, together."""
    folder = ROOT / "site" / RUNTIME.relative_to("docs") / manifest["folder"]
    assert sum(path.stat().st_size for path in folder.glob("*.br")) < 3_050_000
