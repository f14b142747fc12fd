"""The committed bank holidays are GOV.UK's own, checked twice, with a stated end."""

import json
from datetime import date
from hashlib import sha256
from pathlib import Path

import pytest

from handbook.read import holidays as holidays_data
from handbook.read.holidays import (
    of_govuk,
    of_second_source,
    shipped,
    snapshot,
    verified_years,
    write_snapshot,
)
from handbook.read.library import read_calendar

SNAPSHOT = Path(__file__).parents[2] / "policies" / "national" / "bank-holidays.json"


@pytest.fixture(scope="module")
def committed():
    """Read the snapshot in the repository."""
    return json.loads(SNAPSHOT.read_text(encoding="utf-8"))


def test_the_snapshot_is_the_packages_file(committed):
    """Holidays and check sum are those of the file that the package ships today."""
    found = {day.isoformat(): name for day, name in of_govuk(shipped()).items()}
    years = {day: name for day, name in found.items() if day >= committed["first"]}
    assert sha256(shipped()).hexdigest() == committed["sha256"]
    assert dict(sorted(years.items())) == committed["holidays"]


def test_made_again_it_is_the_same(committed):
    """Writing the snapshot again changes nothing but its date and the second version."""
    again = snapshot(committed["retrieved_on"]) | {
        "checked_against": committed["checked_against"]
    }
    assert again == committed


def test_where_and_when_it_came_from(committed):
    """The snapshot names its source, the package, the day and the second source."""
    assert committed["source"] == "https://www.gov.uk/bank-holidays.json"
    assert committed["taken_from"].startswith("govuk-bank-holidays ")
    assert committed["checked_against"].startswith("holidays ")
    assert date.fromisoformat(committed["retrieved_on"]) >= date(2026, 11, 21)


def test_both_sources_agree_on_every_year(committed):
    """From 2019 to 2028 the two sources have the same 83 days off."""
    days = {date.fromisoformat(day) for day in committed["holidays"]}
    second = set().union(*(of_second_source(year) for year in range(2019, 2029)))
    assert second == days
    assert 83 == len(days)


def test_the_horizon_ends_where_the_sources_differ():
    """One day missing from a year ends the horizon the year before."""
    found = of_govuk(shipped())
    assert range(2019, 2029) == verified_years(found)
    found.pop(date(2025, 5, 26))
    assert range(2019, 2025) == verified_years(found)


def test_with_no_year_verified_nothing_is_written(monkeypatch):
    """If the sources differ from the start, there is no snapshot at all."""
    empty = json.dumps({"england-and-wales": {"events": []}}).encode()
    monkeypatch.setattr(holidays_data, "shipped", lambda: empty)
    with pytest.raises(ValueError, match="differ in 2019"):
        snapshot("2026-11-21")


def test_written_and_read_back(tmp_path):
    """The written file is read as the same calendar."""
    path = tmp_path / "bank-holidays.json"
    write_snapshot(path)
    assert read_calendar(SNAPSHOT.parent) == read_calendar(tmp_path)
    assert "New Year’s Day (substitute day)" in path.read_text(encoding="utf-8")
