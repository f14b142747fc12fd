"""A handbook of 150 partnerships is no larger for a reader than one of five."""

from __future__ import annotations

import json
from dataclasses import replace
from itertools import cycle
from pathlib import Path

import pytest

from handbook.pages.tools.ahead import AHEAD, ONE_BY_ONE, what_a_choice_fetches
from handbook.pages.tools.check_form import checker
from handbook.pages.tools.dates_form import dates_form
from handbook.pages.tools.places import searched
from handbook.read.library import Library, read_all
from handbook.runtime.bundle import as_json
from handbook.runtime.policies import for_wheel
from handbook.site import offline
from handbook.site.chosen_files import chosen, write_chosen
from rapidreview.model import Area, Clock, Partnership

ROOT = Path(__file__).resolve().parents[2]
MANY = 150


@pytest.fixture(scope="module")
def five() -> Library:
    """Return the handbook's own policies."""
    return read_all(ROOT / "policies")


@pytest.fixture(scope="module")
def many(five: Library) -> Library:
    """Return a library of 150 partnerships: the five again and again, under other names."""
    places = [one for one in five.national.authorities if not one.until]
    made = [
        _other(one, place.id, place.name, place.authority, number)
        for number, (one, place) in enumerate(
            zip(cycle(five.partnerships), places[:MANY], strict=False)
        )
    ]
    return replace(five, partnerships=tuple(made))


def _other(
    one: Partnership, name: str, place: str, authority: str, number: int
) -> Partnership:
    """Return a partnership like ``one`` with one area, other names and other clocks."""

    def longer(clock: Clock | None) -> Clock | None:
        return clock and replace(clock, amount=clock.amount + number % 3)

    deadlines = tuple(
        replace(
            limit,
            readings=tuple(replace(r, clock=longer(r.clock)) for r in limit.readings),
        )
        for limit in one.deadlines
    )
    contacts = tuple(replace(contact, areas=()) for contact in one.contacts)
    return replace(
        one,
        id=f"p-{name}",
        name=f"{place} partnership",
        partnerships=(f"{place} Safeguarding Children Partnership",),
        short=(f"P{number}",),
        areas=(Area(id=name, name=place, authority=authority),),
        deadlines=deadlines,
        contacts=contacts,
    )


def test_the_forms_hold_no_more_for_150_partnerships(
    five: Library, many: Library
) -> None:
    """The bytes of both forms stay within a tenth of those with five."""
    assert len(many.protocols) == MANY
    for form in (checker, dates_form):
        few, lots = (len(form(one, ROOT).encode()) for one in (five, many))
        assert abs(lots - few) <= few / 10, (form.__name__, few, lots)


def test_a_form_says_that_a_choice_is_fetched_only_where_it_is(
    five: Library, many: Library
) -> None:
    """The files of a few protocols are all fetched ahead; with many, the forms and the page on privacy say what a choice asks for."""
    for form in (checker, dates_form):
        few, lots = form(five, ROOT), form(many, ROOT)
        named = " ".join(sorted(one.id for one in five.all_protocols))
        assert f'data-ahead="{named}"' in few
        assert ONE_BY_ONE not in few
        assert "data-ahead" not in lots
        assert ONE_BY_ONE in lots
    assert what_a_choice_fetches(five) == AHEAD
    assert what_a_choice_fetches(many) == ONE_BY_ONE


def test_a_reader_downloads_no_more_for_150_partnerships(
    five: Library, many: Library
) -> None:
    """What the engine comes with, the look-up’s list and the one file of a choice, together.

    Python itself, which is ten times as much, is left out of the count.
    """
    few, lots = (
        len(as_json(for_wheel(one)).encode())
        + len(json.dumps(searched(one)).encode())
        + max(len(chosen(protocol).encode()) for protocol in one.protocols)
        for one in (five, many)
    )
    assert abs(lots - few) <= few / 10, (few, lots)


def test_what_is_kept_for_use_offline_has_a_limit(
    many: Library, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Where the files of single partnerships pass it, what every area needs is kept."""
    write_chosen(tmp_path, many)
    site = tmp_path / "docs"
    pages = sorted(path.relative_to(site).as_posix() for path in site.rglob("*.json"))
    assert offline.worth_keeping(site, pages) == pages
    monkeypatch.setattr(offline, "MOST", 1_000_000)
    kept = offline.worth_keeping(site, pages)
    assert [Path(one).name for one in kept] == ["england.json", "places.json"]
