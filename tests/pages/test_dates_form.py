"""The calculator's dates: a field for every one that matters, in each protocol's own words."""

from __future__ import annotations

from html.parser import HTMLParser
from pathlib import Path

import pytest

from handbook.pages.tools.dates_form import dates_form, own_dates
from handbook.read.library import read_all

ROOT = Path(__file__).parents[2]


class Form(HTMLParser):
    """Collects the fields with their labels, those that ask for a time, and the ids."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.labels: dict[str, str] = {}
        self.timed: list[str] = []
        self.ids: list[str] = []
        self._field = ""
        self._legend = False
        self.feed(html)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Take in a field, the time of one, or whose label follows."""
        found = {name: value or "" for name, value in attrs}
        if "id" in found:
            self.ids.append(found["id"])
        if "data-date" in found:
            self._field = found["data-field"]
            assert self._field not in self.labels
            self.labels[self._field] = ""
        if tag == "span" and found.get("class") == "date-time":
            self.timed.append(self._field)
        self._legend = tag == "legend"

    def handle_data(self, data: str) -> None:
        """Keep the label of the field."""
        if self._legend:
            self.labels[self._field] += data


@pytest.fixture(scope="module")
def library():
    """Read the handbook's own policies."""
    return read_all(ROOT / "policies")


@pytest.fixture(scope="module")
def forms(library):
    """Return what each protocol's file puts into the form, as read back from its HTML."""
    return [
        (one, {place: Form(html) for place, html in own_dates(one).items()})
        for one in library.all_protocols
    ]


def test_each_date_that_changes_anything_has_its_partnerships_label(forms):
    """Local events and the national ones that a clock there needs, in the words of the policy."""
    for protocol, form in forms:
        expected = {event.id: event.label for event in protocol.events_used}
        assert expected == form["first"].labels | form["more"].labels
        assert not form["first"].labels.keys() & form["more"].labels


def test_the_order_is_the_protocols(forms):
    """Aware, notified and the meeting come first; the rest in the order of the policy, rarer ones last."""
    for protocol, form in forms:
        assert ["la_aware", "sin_sent", "rr_meeting"] == list(form["first"].labels)
        own = {event.id: event for event in protocol.partnership.events}
        local = [own[event] for event in form["more"].labels if event in own]
        order = sorted(local, key=lambda e: (e.more, list(own).index(e.id)))
        assert order == local


def test_a_time_is_asked_where_the_policy_says_so(forms):
    """Only for an event that counts by the hour."""
    for protocol, form in forms:
        expected = {event.id for event in protocol.events_used if event.time}
        assert expected == {*form["first"].timed, *form["more"].timed}


def test_the_page_itself_asks_for_the_dates_of_the_national_rules(library):
    """No field and no id comes twice, and it holds no other protocol's words."""
    form = Form(dates_form(library, ROOT))
    assert sorted(set(form.ids)) == sorted(form.ids)
    national = {event.id for event in library.england.events_used}
    added = {"today", "closures-1", "days_off-1", "booked-1"}
    assert form.labels.keys() == national | added
