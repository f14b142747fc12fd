"""What cannot be kept is found, with the same figures as an independent simulation.

The figures for 2024 to 2030 come from a count made apart from this code, on the
``holidays`` package's England: 1771 starts on working days.
"""

from datetime import date
from pathlib import Path

import holidays
import pytest

from handbook.prove.feasibility import ChainTooLong, feasibility, percent, sentence
from handbook.prove.feasibility.meeting_days import Window, usable_days
from handbook.prove.feasibility.start_dates import ground
from handbook.prove.feasibility.trial import days_off, fits
from handbook.read.library import read_national, read_partnership
from rapidreview.days import Calendar
from rapidreview.model import Clock, OfficeHours, Order, OtherLimit, Protocol, Spend
from rapidreview.model.timing import Chain

POLICIES = Path(__file__).parents[2] / "policies"
TEN_DAYS = Clock(amount=10, unit="day")
TEN_WORKING = Clock(amount=10, unit="working-day")


@pytest.fixture(scope="module")
def long_calendar():
    """Build England's working days of 2024 to 2030 and half a year beyond."""
    found = holidays.country_holidays("GB", subdiv="ENG", years=range(2023, 2032))
    return Calendar(
        {day: found[day] for day in found if day.weekday() < 5},
        date(2024, 1, 1),
        date(2031, 7, 31),
    )


def test_a_chain_is_tried_against_each_limit_of_which_the_earlier_counts(
    long_calendar, make
):
    """Twelve days of steps fit into 15 working days, and never before the second Tuesday."""
    tuesday = OtherLimit(
        from_="sin_sent",
        readings=(make.reading("latest", 2, "week", weekday="tuesday", id="tuesday"),),
    )
    found = {}
    for which in ("earlier", "later"):
        report = make.deadline(
            "report",
            make.reading("latest", 15, id="fifteen"),
            from_="sin_sent",
            also=(tuesday,),
            which=which,
        )
        chain = Chain(
            id="steps",
            says="Twelve days.",
            deadline="report",
            spend=(Spend(what="steps", days=12),),
            source=("1",),
        )
        here = make.partnership(deadlines=(report,), chains=(chain,))
        protocol = Protocol(make.national(), here)
        found[which] = [
            (one.reading.id, one.failing, one.starts)
            for one in feasibility(protocol, long_calendar, [date(2026, 11, 20)])
            if isinstance(one, ChainTooLong)
        ]
    assert found["earlier"] == [("fifteen", 0, 1), ("tuesday", 1, 1)]
    assert found["later"] == [("fifteen", 0, 1)]


def test_office_hours_end_on_their_day(long_calendar, make):
    """From the end of a Friday, eight office hours fill the Monday."""
    office = OfficeHours(opens="09:00", closes="17:00", source=("1",))
    here = make.partnership(office_hours=office)
    tried = ground(Protocol(make.national(), here), long_calendar)
    clock = Clock(amount=8, unit="hour", hours="office")
    assert tried.end(clock, date(2026, 11, 20)) == date(2026, 11, 23)


@pytest.fixture(scope="module")
def field(long_calendar, make):
    """Try on the 1771 working days of 2024 to 2030."""
    days = (date.fromordinal(n) for n in range(738886, 738886 + 2557))
    starts = [day for day in days if long_calendar.is_working(day)]
    assert (date(2024, 1, 2), date(2030, 12, 31)) == (starts[0], starts[-1])
    assert 1771 == len(starts)
    protocol = Protocol(make.national(), make.partnership())
    return ground(protocol, long_calendar, starts)


def failing(field, clock, days):
    """Return on how many starts so many working days do not fit."""
    tried, bad = field.try_all(lambda start: not fits(field, clock, days, start))
    assert 1771 == tried
    return len(bad)


@pytest.mark.parametrize(
    ("checks", "expected"),
    [
        (5, [30, 133, 798, 1170, 1771]),
        (6, [133, 798, 1170, 1771, 1771]),
        (7, [798, 1170, 1771, 1771, 1771]),
        (8, [1170, 1771, 1771, 1771, 1771]),
    ],
)
def test_checks_before_a_panel_within_ten_calendar_days(field, checks, expected):
    """Eight days of checks never fit once a single day is needed for quality assurance."""
    assert expected == [failing(field, TEN_DAYS, checks + more) for more in range(5)]


@pytest.mark.parametrize(
    ("checks", "expected"),
    [(5, [0, 0, 0, 0, 0]), (7, [0, 0, 0, 0, 1771]), (8, [0, 0, 0, 1771, 1771])],
)
def test_checks_before_a_panel_within_ten_working_days(field, checks, expected):
    """In working days the whole printed range fits, with two days to spare at eight."""
    assert expected == [failing(field, TEN_WORKING, checks + more) for more in range(5)]


def test_the_decision_within_fifteen_days(field):
    """With two days before the panel and two after it, eight days of checks never fit."""
    fifteen = Clock(amount=15, unit="day")
    shares = [percent(failing(field, fifteen, n), 1771) for n in (12, 11, 10, 9)]
    assert ["all", "37%", "11%", "3%"] == shares
    working = Clock(amount=15, unit="working-day")
    assert 0 == failing(field, working, 12)


def test_ten_working_days_can_end_after_fifteen_calendar_days(field):
    """Mixed readings put the panel's limit after the decision's on 187 starts."""
    fifteen = Clock(amount=15, unit="day")

    def compared(start):
        return field.end(TEN_WORKING, start), field.end(fifteen, start)

    ends = [compared(start) for start in field.starts]
    assert 187 == sum(panel > decision for panel, decision in ends)


def test_how_often_a_limit_is_on_a_day_off(field, make):
    """Five calendar days end on a day off on 736 starts, six months on 441."""
    policy = make.partnership(
        deadlines=(
            make.deadline("five", make.reading("latest", 5, "day"), from_="la_aware"),
            make.deadline("six", make.reading("latest", 6, "month"), from_="la_aware"),
            make.deadline("work", make.reading("latest", 5), from_="la_aware"),
            make.deadline("now", make.reading("latest", 0, "day"), from_="la_aware"),
        ),
    )
    protocol = Protocol(make.national(), policy)
    found = {f.deadline.id: (f.failing, f.starts) for f in days_off(protocol, field)}
    assert {"five": (736, 1771), "six": (441, 1771)} == found


@pytest.fixture(scope="module")
def national():
    """Read the national layer."""
    return read_national(POLICIES / "national")


@pytest.fixture(scope="module")
def findings(national, england):
    """Find what cannot be kept in a partnership's own policy, in given years."""

    def of(name, *years):
        policy = read_partnership(POLICIES / "partnerships" / f"{name}.yml", national)
        starts = [
            day
            for day in map(date.fromordinal, range(737060, 740712))
            if day.year in years and england.is_working(day)
        ]
        protocol = Protocol(national, policy)
        return feasibility(protocol, england, starts if years else None)

    return of


def one(findings, *, kind, deadline, reading, about=None):
    """Return the only finding of that kind, and of what has to be in first where it is named."""
    wanted = (kind, deadline, reading)
    found = [
        f
        for f in findings
        if (f.kind, f.deadline.id, f.reading.id) == wanted and about in (None, f.about)
    ]
    assert 1 == len(found)
    return found[0]


def test_surrey_in_calendar_days_has_no_meeting_day_on_half_the_starts(findings):
    """In 2026 and 2027, 241 of 506 starts leave no usable meeting day."""
    found = one(
        findings("surrey", 2026, 2027),
        kind="window",
        deadline="rr-meeting",
        reading="calendar",
        about="scoping-back",
    )
    assert (241, 506, "rejected") == (
        found.failing,
        found.starts,
        found.reading.use,
    )
    assert "48%" in sentence(found)


def test_surrey_in_working_days_always_has_a_meeting_day(findings):
    """With the day of the notification as day 1, which the handbook uses, every start has one."""
    found = one(
        findings("surrey"),
        kind="window",
        deadline="rr-meeting",
        reading="same-day",
        about="scoping-back",
    )
    assert (0, "latest") == (found.failing, found.reading.use)
    assert found.starts > 2500


def test_cheshire_east_cannot_keep_day_nine_at_christmas(findings):
    """In calendar days, four working days do not fit after 24 December 2026 and 2027."""
    found = one(
        findings("cheshire-east", 2026, 2027),
        kind="chain",
        deadline="rr-meeting",
        reading="calendar-day-9",
    )
    assert (date(2026, 12, 24), date(2027, 12, 24)) == found.examples
    assert 2 == found.failing


def test_tower_hamlets_eight_day_checks(findings):
    """In its own policy: never in ten calendar days, and in ten working days always.

    They fit only where day 1 is the working day after; with the day itself as day 1 never.
    """
    found = {
        (f.reading.clock.unit, f.reading.clock.counting): (f.failing, f.starts)
        for f in findings("tower-hamlets")
        if f.about == "checks-of-eight-days"
    }
    assert {
        ("working-day", "day-after"): "none",
        ("working-day", "same-day"): "all",
        ("day", "day-after"): "all",
    } == {
        clock: failing in (0, starts) and percent(failing, starts)
        for clock, (failing, starts) in found.items()
    }


def test_usable_days_of_a_window(england, make):
    """Day 9 and 10 of a plain fortnight, with forms due on day 6 and papers 48 hours ahead."""
    field = ground(Protocol(make.national(), make.partnership()), england, ())
    window = Window(
        days=Clock(amount=9, to=10, unit="working-day", counting="same-day"),
        needed=Clock(amount=5, unit="working-day"),
        lead=Clock(amount=48, unit="hour"),
    )
    expected = (date(2026, 11, 12), date(2026, 11, 13))
    assert expected == usable_days(field, window, date(2026, 11, 2))


def test_crossing_orders_are_found(make, england):
    """A limit that can end after the one it must come before is a finding with examples."""
    policy = make.partnership(
        events=(make.event("a"), make.event("b"), make.event("start")),
        deadlines=(
            make.deadline(
                "one", make.reading("latest", 10), from_="start", to_event="a"
            ),
            make.deadline(
                "two", make.reading("latest", 15, "day"), from_="start", to_event="b"
            ),
        ),
        orders=(Order(first="a", then="b", says="A first.", source=("1",)),),
        chains=(
            Chain(
                id="gone",
                says="Nothing.",
                deadline="no-such",
                spend=(Spend(what="x", days=1),),
                source=("1",),
            ),
        ),
    )
    found = [
        f
        for f in feasibility(Protocol(make.national(), policy), england)
        if f.kind == "order"
    ]
    assert [("one", "two")] == [(f.deadline.id, f.about) for f in found]
    assert 0.1 < found[0].share < 0.12
    assert date(2019, 4, 5) == found[0].examples[0]


def test_shares_in_words(make):
    """Nothing is rounded to none, and nothing but all is called all."""
    cases = [(0, 9), (9, 9), (1, 3), (1, 150), (1, 5000), (4999, 5000), (0, 0)]
    expected = ["none", "all", "33%", "0.7%", "under 0.1%", "99%", "none"]
    assert expected == [percent(*case) for case in cases]
    reading = make.reading("latest", 5)
    bare = ChainTooLong(
        deadline=make.deadline("d", reading),
        reading=reading,
        chain=Chain(
            id="c",
            says="C.",
            deadline="d",
            spend=(Spend(what="x", days=7),),
            source=("1",),
        ),
        starts=0,
        failing=0,
        examples=(),
    )
    says = f"7 working days of steps do not fit, read as “{reading.means.rstrip('.')}”"
    assert (f"{says}: none of 0 start dates.", 0.0) == (sentence(bare), bare.share)
