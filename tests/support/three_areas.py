"""The protocol of three areas (three-areas.yml) with the real national layer behind it."""

from pathlib import Path

import pytest

from handbook.read.library import read_national, read_partnership
from rapidreview.model import Protocol

HERE = Path(__file__).parent
NATIONAL = HERE.parents[1] / "policies" / "national"


@pytest.fixture(scope="session")
def three_areas():
    """Return the protocol of three areas, read and checked like any other."""
    national = read_national(NATIONAL)
    return Protocol(national, read_partnership(HERE / "three-areas.yml", national))
