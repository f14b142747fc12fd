"""The calculator's form: a field for every date that matters, in each partnership's own words."""

from __future__ import annotations

import json
from html.parser import HTMLParser
from pathlib import Path

import pytest

from handbook.pages.tools.dates_form import dates_form
from handbook.read.library import read_all
from rapidreview.model import Protocol

ROOT = Path(__file__).parents[2]


class Form(HTMLParser):
    """Collects the fields, the labels by partnership and the orders."""

    def __init__(self) -> None:
        super().__init__()
        self.fields: list[str] = []
        self.labels: dict[tuple[str, str], str] = {}
        self.timed: dict[str, list[str]] = {}
        self.orders: dict[str, dict[str, list[str]]] = {}
        self.ids: list[str] = []
        self._legend: tuple[str, list[str]] | None = None

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Take in a field, the time of one, or whose label follows."""
        found = {name: value or "" for name, value in attrs}
        if "id" in found:
            self.ids.append(found["id"])
        if "data-orders" in found:
            self.orders = json.loads(found["data-orders"])
        if "data-date" in found:
            self.fields.append(found["data-field"])
        if tag == "span" and found.get("class") == "date-time":
            self.timed[self.fields[-1]] = found["data-for"].split()
        elif tag == "span" and "data-for" in found and self._legend is not None:
            self._legend = (self.fields[-1], found["data-for"].split())
        if tag == "legend":
            self._legend = (self.fields[-1], [])

    def handle_endtag(self, tag: str) -> None:
        """Leave the label."""
        if tag == "legend":
            self._legend = None

    def handle_data(self, data: str) -> None:
        """Keep the label of those whose it is."""
        if self._legend:
            for partnership in self._legend[1]:
                self.labels[self._legend[0], partnership] = data


@pytest.fixture(scope="module")
def library():
    """Read the five policies."""
    return read_all(ROOT / "policies")


@pytest.fixture(scope="module")
def form(library):
    """Return the form as read back from its HTML."""
    found = Form()
    found.feed(dates_form(library, ROOT))
    return found


def test_each_date_that_changes_anything_has_its_partnerships_label(library, form):
    """Local events and the national ones that a clock here needs, in the words of the policy."""
    expected = {
        (event.id, partnership.id): event.label
        for partnership in library.partnerships
        for event in Protocol(library.national, partnership).events_used
    }
    assert expected == form.labels


def test_the_order_is_the_protocols(library, form):
    """First the dates of every case, then those of some; each in the order of the policy."""
    for partnership in library.partnerships:
        order = form.orders[partnership.id]
        own = [event.id for event in partnership.events]
        for place in ("first", "more"):
            local = [event for event in order[place] if event in own]
            assert sorted(local, key=own.index) == local
        everything = [
            event.id for event in Protocol(library.national, partnership).events_used
        ]
        assert sorted(everything) == sorted(order["first"] + order["more"])


def test_a_time_is_asked_where_the_policy_says_so(library, form):
    """Only for the partnerships whose event counts by the hour."""
    expected: dict[str, list[str]] = {}
    for partnership in library.partnerships:
        for event in Protocol(library.national, partnership).events_used:
            if event.time:
                expected.setdefault(event.id, []).append(partnership.id)
    assert expected == form.timed


def test_no_field_and_no_id_comes_twice(form):
    """One field a date, whoever asks for it, so that what was typed stays."""
    assert sorted(set(form.fields)) == sorted(form.fields)
    assert sorted(set(form.ids)) == sorted(form.ids)
    assert {"today", "closures-1", "booked-1"} <= set(form.fields)
