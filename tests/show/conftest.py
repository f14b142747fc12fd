"""A small protocol whose sections can be named as sources, and the tree of what is drawn from it."""

from dataclasses import replace
from datetime import UTC, date, datetime

import pytest

from elements import elements
from rapidreview.check import decide
from rapidreview.check.checker import questions_for
from rapidreview.dates import schedule
from rapidreview.model import Document, Protocol
from rapidreview.model.partnership import Section
from rapidreview.show import Record, Sources

TEXT = Document(
    id="protocol",
    title="Rapid Reviews in <Smallshire>",
    scheme="numbered",
    retrieved_on="2026-11-21",
    review_by="2027-05-21",
    sections=tuple(Section(at=at, title=f"Section {at}") for at in ("1", "2", "3")),
)


@pytest.fixture
def protocol(national, small):
    """Return the small partnership with a text that has three sections."""
    return Protocol(national, replace(small, documents=(TEXT,)))


@pytest.fixture
def record(protocol, answers):
    """Return a maker of records: whole answers, with what is said otherwise."""

    def make(aware="", dates=(), area="", **changed):
        decision = decide(protocol, {"known-family": "no"} | answers(**changed), area)
        return Record(
            decision=decision,
            place=protocol.name,
            partnership=protocol.partnership,
            asked=questions_for(protocol, area),
            aware=aware,
            dates=dates,
            made=datetime(2026, 11, 20, 9, 5, tzinfo=UTC),
        )

    return make


@pytest.fixture
def sources(protocol):
    """Return what finds the protocol's sections."""
    return Sources(protocol.national, protocol.partnership, "../")


@pytest.fixture
def planned(make, england):
    """Return a maker of schedules: the dates given, today, and the local deadlines."""

    def plan(given, today="", deadlines=(), closures=(), **more):
        events = (make.event("sin_sent", "Notification sent"), make.event("rr_meeting"))
        policy = make.partnership(
            documents=(TEXT,), events=events, deadlines=deadlines, **more
        )
        found = Protocol(make.national(deadlines=()), policy)
        as_at = date.fromisoformat(today) if today else None
        return schedule(found, given, england, as_at, closures), Sources(
            found.national, policy, "../"
        )

    return plan


@pytest.fixture
def tree():
    """Return the function that makes a tree of HTML."""
    return elements
