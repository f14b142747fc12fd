"""Small policies, built here, so that a test of dates reads without a protocol beside it."""

from datetime import date
from pathlib import Path

import pytest

from handbook.read.library import read_calendar
from rapidreview.dates import Known
from rapidreview.model import (
    Clock,
    Counting,
    Deadline,
    Elsewhere,
    Event,
    Jurisdiction,
    MeetingRule,
    National,
    Notifiability,
    Partnership,
    Reading,
    Review,
    When,
)

ROOT = Path(__file__).parents[2]
RULES = (
    Counting(id="day-after", name="The day after is day 1", says="."),
    Counting(id="same-day", name="The day itself is day 1", says=".", same_day=True),
    Counting(id="clear-days", name="Clear days between", says=".", clear=True),
    Counting(id="day-zero", name="The day itself is day 0", says=".", zero=True),
)


@pytest.fixture(scope="session")
def england():
    """Read England's working days from the committed snapshot."""
    return read_calendar(ROOT / "policies" / "national")


@pytest.fixture(scope="session")
def rules():
    """Give the three counting rules by id."""
    return {rule.id: rule for rule in RULES}


@pytest.fixture(scope="session")
def known(england, rules):
    """Make what the counting may use: events and the dates given."""

    def make(moments=None, events=(), closures=()):
        return Known(
            calendar=england,
            rules=rules,
            events={event.id: event for event in events},
            moments=moments or {},
            closures=tuple(closures),
        )

    return make


def event(name, label="", **more):
    """Return an event whose label is its id in words."""
    return Event(id=name, label=label or name.replace("_", " "), **more)


def reading(use, amount, unit="working-day", **more):
    """Return a reading; what belongs to its clock goes to its clock."""
    keys = ("to", "counting", "edge", "weekday", "hours")
    parts = {key: more.pop(key) for key in keys if key in more}
    clock = Clock(amount=amount, unit=unit, **parts)
    name = more.pop("id", f"{use}-{amount}-{unit}-{'-'.join(map(str, parts.values()))}")
    return Reading(id=name, means=f"means {name}", use=use, clock=clock, **more)


def deadline(name, *readings, **more):
    """Return a deadline of the partnership's office with a source."""
    return Deadline(
        **{
            "id": name,
            "what": name.replace("-", " "),
            "who": "office",
            "source": ("1",),
            "readings": readings,
            **more,
        }
    )


@pytest.fixture(scope="session")
def make():
    """Hand out makers of small parts: ``make.event``, ``make.reading`` and so on."""

    class Makers:
        event = staticmethod(event)
        reading = staticmethod(reading)
        deadline = staticmethod(deadline)
        national = staticmethod(national)
        partnership = staticmethod(partnership)

    return Makers


def meeting_rule(name, rule, **more):
    """Return a rule about the day of the rapid review meeting."""
    return MeetingRule(
        id=name, event="rr_meeting", rule=rule, says=name, source=("1",), **more
    )


def national(**more):
    """Return a national layer of four events and four clocks."""
    parts = {
        "format": 1,
        "checked_on": "2026-11-21",
        "panel_name": "the Panel",
        "instruments": (),
        "terms": (),
        "events": (
            event("la_aware"),
            event("sin_sent", after=("la_aware",)),
            event("report_submitted", after=("sin_sent",)),
            event("panel_reply", after=("report_submitted",)),
            event("publication"),
        ),
        "counting": RULES,
        "deadlines": (
            deadline(
                "sin",
                reading("latest", 5),
                reading("aim", 5, counting="same-day"),
                from_="la_aware",
                to_event="sin_sent",
                standing="guidance",
            ),
            deadline(
                "rapid-review",
                reading("latest", 15),
                from_="sin_sent",
                to_event="report_submitted",
                standing="panel",
            ),
            deadline(
                "panel-reply",
                reading("latest", 15),
                from_="report_submitted",
                to_event="panel_reply",
                bound="aim",
                standing="panel",
            ),
            deadline(
                "advance-copy",
                reading("latest", 7),
                reading("aim", 7, counting="clear-days"),
                from_="publication",
                direction="before",
                bound="at-least",
                standing="guidance",
            ),
        ),
        "notifiability": Notifiability(
            questions=(),
            outcomes=(),
            rules=(),
            acts=(),
            flags=(),
            dated_by="la_aware",
        ),
        "jurisdiction": Jurisdiction(
            bodies=(), holders=(), elsewhere=Elsewhere(when=When(), source=("1",))
        ),
        "review": Review(
            starts=("sin_sent",),
            meeting="rr_meeting",
            deadline="rapid-review",
        ),
        "meetings": (
            meeting_rule("on-a-working-day", "working-day"),
            meeting_rule("apart", "apart", days=1),
        ),
        "processes": (),
        "hard_cases": (),
        "topics": (),
        "changes": (),
        "compare": (),
    }
    return National(**(parts | more))


def partnership(**more):
    """Return a partnership with nothing in it but what is given."""
    empty = (
        "documents vocabulary actors contacts forms events stages steps deadlines "
        "topics do_now next_steps notes compare changes areas"
    )
    parts = dict.fromkeys(empty.split(), ()) | {
        "format": 2,
        "id": "somewhere",
        "name": "Somewhere",
        "partnerships": ("Somewhere Safeguarding Children Partnership",),
        "short": ("SSCP",),
        "status": "in force",
        "rests_on": (),
        "checked_on": "2026-11-21",
        "checked_by": "a person",
        "lead": "",
        "start": (),
    }
    return Partnership(**(parts | more))


@pytest.fixture(scope="session")
def day():
    """Read an ISO date, in few enough letters for tables."""
    return date.fromisoformat
