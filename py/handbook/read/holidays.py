"""The bank holidays of England: a committed snapshot, where it came from, and its check.

The dates are GOV.UK's own file as carried by the ``govuk-bank-holidays``
package. A second source, the ``holidays`` package, is asked for every year; the
horizon ends with the last full year on which both agree. Run as a module, this
writes the snapshot again::

    python -m handbook.read.holidays
"""

from __future__ import annotations

import datetime as dt
import json
import sys
from hashlib import sha256
from importlib.metadata import version
from importlib.resources import files
from pathlib import Path

import holidays

SNAPSHOT = Path("policies/national/bank-holidays.json")
PACKAGE = "govuk-bank-holidays"
PAGE = "https://www.gov.uk/bank-holidays.json"
DIVISION = "england-and-wales"
FIRST_YEAR = 2019
SATURDAY = 5


def shipped() -> bytes:
    """Return the bytes of GOV.UK's file as the package ships it."""
    return files("govuk_bank_holidays").joinpath("bank-holidays.json").read_bytes()


def of_govuk(content: bytes) -> dict[dt.date, str]:
    """Return the bank holidays of England and Wales in GOV.UK's file, by date."""
    events = json.loads(content)[DIVISION]["events"]
    return {dt.date.fromisoformat(item["date"]): _name(item) for item in events}


def _name(item: dict[str, str]) -> str:
    notes = item.get("notes", "")
    return f"{item['title']} ({notes.lower()})" if notes else item["title"]


def of_second_source(year: int) -> set[dt.date]:
    """Return the days in ``year`` on which ``holidays`` has England off, weekends left out."""
    days = holidays.country_holidays("GB", subdiv="ENG", years=year)
    return {day for day in days if day.weekday() < SATURDAY}


def verified_years(found: dict[dt.date, str]) -> range:
    """Return the years, from 2019, on which both sources agree without a gap."""
    year = FIRST_YEAR
    while {day for day in found if day.year == year} == of_second_source(year):
        year += 1
    return range(FIRST_YEAR, year)


def snapshot(retrieved_on: str) -> dict[str, object]:
    """Return the snapshot: source, check, horizon and the holidays by ISO date."""
    content = shipped()
    found = of_govuk(content)
    years = verified_years(found)
    if not years:
        raise ValueError(f"The two sources of bank holidays differ in {FIRST_YEAR}.")
    return {
        "source": PAGE,
        "taken_from": f"{PACKAGE} {version(PACKAGE)}",
        "sha256": sha256(content).hexdigest(),
        "retrieved_on": retrieved_on,
        "checked_against": f"holidays {version('holidays')}",
        "first": f"{years[0]}-01-01",
        "last": f"{years[-1]}-12-31",
        "holidays": {
            day.isoformat(): name
            for day, name in sorted(found.items())
            if day.year in years
        },
    }


def write_snapshot(path: Path = SNAPSHOT) -> None:
    """Write the snapshot afresh, dated today."""
    plain = snapshot(dt.datetime.now(dt.UTC).date().isoformat())
    text = json.dumps(plain, indent=2, ensure_ascii=False)
    path.write_text(text + "\n", encoding="utf-8")


if __name__ == "__main__":
    write_snapshot()
    sys.stdout.write(f"Written: {SNAPSHOT}\n")
