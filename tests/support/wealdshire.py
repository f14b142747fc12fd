"""A fictional protocol in the short form, with the national layer and three more authorities."""

import shutil
from pathlib import Path

import pytest

from handbook.read.library import read_all

TESTS = Path(__file__).parents[1]
POLICIES = TESTS.parent / "policies"
FILE = TESTS / "policies" / "wealdshire" / "wealdshire.yml"
AUTHORITIES = """
  - {id: wealdshire, name: Wealdshire, authority: Wealdshire County Council, kind: county, region: South East, code: WDS, gss: E10000091}
  - {id: northdown, name: Northdown, authority: Northdown Borough Council, kind: unitary, region: South East, code: NDN, gss: E06000091}
  - {id: port-albany, name: Port Albany, authority: Port Albany City Council, kind: unitary, region: South East, code: PAL, gss: E06000092}
"""


def with_wealdshire(folder, *, others=False):
    """Make ``folder`` a policies folder that has Wealdshire, and the others with it if asked."""
    shutil.copytree(POLICIES / "national", folder / "national")
    if others:
        shutil.copytree(POLICIES / "partnerships", folder / "partnerships")
    (folder / "partnerships").mkdir(exist_ok=True)
    listed = folder / "national" / "authorities.yml"
    text = listed.read_text("utf-8").rstrip("\n")
    listed.write_text(text + AUTHORITIES.replace("\n\n", "\n"), "utf-8")
    return folder


@pytest.fixture(scope="session")
def policies_with_wealdshire(tmp_path_factory):
    """Return a policies folder with Wealdshire alone beside the national layer."""
    folder = with_wealdshire(tmp_path_factory.mktemp("policies"))
    shutil.copy(FILE, folder / "partnerships")
    return folder


@pytest.fixture(scope="session")
def wealdshire_library(policies_with_wealdshire):
    """Return the library of that folder."""
    return read_all(policies_with_wealdshire)


@pytest.fixture(scope="session")
def wealdshire(wealdshire_library):
    """Return Wealdshire's protocol, read and checked like any other."""
    return wealdshire_library.protocol("wealdshire")
