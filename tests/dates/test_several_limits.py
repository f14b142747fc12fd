"""More than one plain limit: several at once, a second start, a condition, one way only.

The cases are those of protocols that were seen: the second Tuesday after the
notification and no later than day 12; a limit from the notification, or from the
referral where there is none; an extension where a day falls in a school holiday; the
full five days and no sooner; what holds for one outcome only.
"""

from dataclasses import replace
from datetime import date, timedelta

import pytest

from rapidreview.dates import date_deadline, schedule
from rapidreview.files import as_csv, as_text, calendar_file
from rapidreview.model import Clock, ConditionalLimit, OtherLimit, Protocol, Step
from rapidreview.model.partnership import Stage
from rapidreview.model.steps import Way
from rapidreview.say import limit_words

EVENTS = ("referral_received", "sin_sent", "rr_meeting", "report_submitted")
TODAY = date(2026, 11, 23)


@pytest.fixture
def meeting(make):
    """Make the meeting: on the second Tuesday after the notification, by day 12 at the latest."""

    def of(which="earlier", **more):
        second = make.reading(
            "latest", 2, "week", weekday="tuesday", id="tuesday", **more
        )
        twelfth = make.reading("latest", 12, counting="day-zero", id="day-twelve")
        return make.deadline(
            "meeting",
            second,
            from_="sin_sent",
            to_event="rr_meeting",
            which=which,
            also=(OtherLimit(from_="referral_received", readings=(twelfth,)),),
        )

    return of


@pytest.fixture
def dated(known, make):
    """Date a deadline from moments given as ISO dates."""
    events = tuple(make.event(name, noun=f"the {name}") for name in EVENTS)

    def of(deadline, **moments):
        days = {name: date.fromisoformat(day) for name, day in moments.items()}
        return date_deadline(deadline, known(days, events))

    return of


def tuesday_after(day, count):
    """Find so many Tuesdays after a day, one day at a time."""
    while count:
        day += timedelta(days=1)
        count -= f"{day:%a}" == "Tue"
    return day


def working_days_after(england, day, count):
    """Find so many working days after a day, one day at a time."""
    while count:
        day += timedelta(days=1)
        count -= england.is_working(day)
    return day


@pytest.mark.parametrize("gap", range(12))
@pytest.mark.parametrize("received", ["2026-11-18", "2026-12-14", "2026-03-27"])
def test_the_earlier_of_two_limits_counts(england, dated, meeting, received, gap):
    """Each limit is counted by a slow counter; the earlier of the two is the latest date."""
    start = date.fromisoformat(received)
    sent = start + timedelta(days=gap)
    due = dated(meeting(), referral_received=received, sin_sent=sent.isoformat())
    tuesday = tuesday_after(sent, 2)
    twelfth = working_days_after(england, start, 12)
    assert due.latest == min(tuesday, twelfth)
    assert due.from_ == ("sin_sent" if tuesday <= twelfth else "referral_received")
    later = dated(
        meeting("later"), referral_received=received, sin_sent=sent.isoformat()
    )
    assert later.latest == max(tuesday, twelfth)


def test_both_limits_are_told_with_what_they_assume(dated, meeting):
    """The sentence has both dates, so that a person sees which one counts."""
    due = dated(meeting(), referral_received="2026-11-18", sin_sent="2026-11-20")
    assert due.limits == (
        "The earlier of two limits counts: Tuesday 1 December 2026 (the second Tuesday"
        " after the sin_sent) and Friday 4 December 2026 (12 working days after the"
        " referral_received)."
    )


def test_the_earlier_of_two_is_at_most_the_one_that_is_known(dated, meeting):
    """Before the notification day 12 is known: it is the latest date so far, and it says so."""
    due = dated(meeting(), referral_received="2026-11-18")
    assert due.latest == date(2026, 12, 4)
    assert due.notes == (
        (
            "The other limit may be earlier. No date until you enter the date of the"
            " sin_sent."
        ),
    )


def test_the_later_of_two_has_no_date_until_both_are_known(dated, meeting):
    """One of them alone would be too early a date."""
    due = dated(meeting("later"), referral_received="2026-11-18")
    assert due.latest is None
    assert due.missing == "No date until you enter the date of the sin_sent."


def test_several_limits_in_words(make, meeting):
    """The limit reads as both, with which of them counts."""
    events = tuple(make.event(name, noun=f"the {name}") for name in EVENTS)
    nouns = Protocol(make.national(events=events), make.partnership()).nouns
    assert limit_words(meeting(), nouns) == (
        "The earlier of: by the second Tuesday after the sin_sent; by working day 12,"
        " day 0 being the referral_received"
    )


@pytest.fixture
def report(make):
    """Make a limit from the notification, or from the referral where there is none."""
    return make.deadline(
        "report",
        make.reading("latest", 15),
        from_="sin_sent",
        or_from=("referral_received",),
        to_event="report_submitted",
    )


def test_a_limit_runs_from_the_first_of_two_events_that_there_is(dated, report):
    """With a notification it runs from that, whether or not a referral came before."""
    both = dated(report, referral_received="2026-11-18", sin_sent="2026-11-20")
    alone = dated(report, referral_received="2026-11-18")
    assert (both.latest, both.from_) == (date(2026, 12, 11), "sin_sent")
    assert (alone.latest, alone.from_) == (date(2026, 12, 9), "referral_received")
    assert both.notes == ()
    assert alone.notes == (
        (
            "No date was entered for the sin_sent, so this counts from the"
            " referral_received."
        ),
    )


def test_both_events_stand_in_the_words_of_the_limit(make, report):
    """The words say which event it is counted from where there is none of the first."""
    events = tuple(make.event(name, noun=f"the {name}") for name in EVENTS)
    nouns = Protocol(make.national(events=events), make.partnership()).nouns
    assert limit_words(report, nouns) == (
        "Within 15 working days of the sin_sent (where there is none, the"
        " referral_received)"
    )


def test_the_condition_stands_in_the_words_of_the_limit(make, holiday):
    """Day 20 is told where the limit is, with the condition."""
    events = tuple(make.event(name, noun=f"the {name}") for name in EVENTS)
    nouns = Protocol(make.national(events=events), make.partnership()).nouns
    assert limit_words(holiday, nouns) == (
        "15 working days after the sin_sent; if day 15 falls in a school holiday, by"
        " working day 20"
    )


def test_without_either_event_both_are_asked_for(dated, report):
    """The sentence names the second event too."""
    assert dated(report).missing == (
        "No date until you enter the date of the sin_sent, or where there is none, of"
        " the referral_received."
    )


@pytest.fixture
def holiday(make):
    """Make the report of day 15, with day 20 where day 15 falls in a school holiday."""
    later = ConditionalLimit(
        if_="day 15 falls in a school holiday",
        by="asking the National Panel for an extension",
        clock=Clock(amount=20, unit="working-day"),
        source=("6.5",),
    )
    return make.deadline(
        "report",
        make.reading("latest", 15),
        from_="sin_sent",
        to_event="report_submitted",
        bound="on",
        otherwise=(later,),
    )


def test_a_date_that_holds_only_if_something_is_so_stands_beside_the_own_one(
    england, dated, holiday
):
    """The condition is in words, its date is counted, and the latest date stays."""
    due = dated(holiday, sin_sent="2026-11-20")
    start = date(2026, 11, 20)
    assert due.latest == working_days_after(england, start, 15)
    assert [one.moment for one in due.if_so] == [working_days_after(england, start, 20)]
    assert due.otherwise == (
        (
            "If day 15 falls in a school holiday: Friday 18 December 2026, by asking the"
            " National Panel for an extension."
        ),
    )
    assert due.source == ("1", "6.5")


def test_a_condition_without_its_start_gives_its_length(dated, holiday):
    """Before the notification there is no date, and the number of days is told."""
    assert dated(holiday).otherwise == (
        (
            "If day 15 falls in a school holiday: 20 working days, by asking the National"
            " Panel for an extension."
        ),
    )


def test_an_event_without_a_noun_of_its_own_reads_as_the_national_one(
    make, meeting, england
):
    """A partnership's own event of the same id takes the national words."""
    law = make.national(
        events=tuple(make.event(name, noun=f"the {name}") for name in EVENTS),
        deadlines=(),
    )
    here = make.partnership(
        events=tuple(make.event(name) for name in EVENTS), deadlines=(meeting(),)
    )
    given = {"referral_received": "2026-11-18", "sin_sent": "2026-11-20"}
    due = schedule(Protocol(law, here), given, england).find("meeting")
    assert "(the second Tuesday after the sin_sent)" in due.limits


@pytest.fixture
def planned(england, make):
    """Make the schedule of a partnership with the deadlines and steps given."""

    def of(*deadlines, steps=(), today=TODAY, **given):
        events = tuple(
            make.event(name) for name in (*EVENTS, "lcspr_decided", "closed")
        )
        here = make.partnership(
            deadlines=deadlines,
            events=events,
            steps=steps,
            stages=(Stage(id="all", title="All"),),
        )
        law = replace(make.national(), deadlines=())
        return schedule(Protocol(law, here), given, england, today)

    return of


def test_the_condition_is_in_every_file_and_on_the_page(england, planned, holiday):
    """Calendar, table and text all say the later date and when it holds."""
    plan = planned(holiday, sin_sent="2026-11-20")
    says = "If day 15 falls in a school holiday: Friday 18 December 2026"
    ics = calendar_file(plan, england).replace("\r\n ", "")
    assert says in ics
    assert says in as_csv(plan)
    assert says in as_text(plan)


@pytest.mark.parametrize(
    ("bound", "done", "kinds"),
    [
        ("full", "2026-11-26", ["early"]),
        ("full", "2026-11-27", []),
        ("full", "2026-11-30", ["late"]),
        ("not-before", "2026-11-26", ["early"]),
        ("not-before", "2026-11-27", []),
        ("not-before", "2026-12-30", []),
        ("by", "2026-11-26", []),
    ],
)
def test_the_full_five_days_and_no_sooner(make, planned, bound, done, kinds):
    """Day 5 is Friday 27 November: sooner is a clash, and so is later where it is due then."""
    five = make.deadline(
        "five",
        make.reading("latest", 5),
        from_="sin_sent",
        to_event="report_submitted",
        bound=bound,
    )
    plan = planned(five, sin_sent="2026-11-20", report_submitted=done)
    assert [clash.kind for clash in plan.conflicts] == kinds


def test_an_earliest_day_is_never_overdue(make, planned):
    """Once it has come, the thing may be done; nothing is late."""
    five = make.deadline(
        "five",
        make.reading("latest", 5),
        from_="sin_sent",
        to_event="report_submitted",
        bound="not-before",
    )
    plan = planned(five, sin_sent="2026-11-20", today=date(2026, 12, 1))
    assert plan.find("five").state == "may-begin"
    assert plan.overdue == ()


def step(name, **more):
    """Return a step of the office."""
    return Step(
        id=name,
        actor="office",
        kind="do",
        title=name,
        stage="all",
        source=("1",),
        **more,
    )


OUTCOMES = (
    step(
        "outcome",
        ways=(
            Way(label="A local review", to="commission"),
            Way(label="No", to="close"),
        ),
    ),
    step("commission", event="lcspr_decided"),
    step("close", event="closed"),
)


@pytest.fixture
def publish(make):
    """Make a limit that holds only where a local review is carried out."""
    return make.deadline(
        "publish",
        make.reading("latest", 6, "month"),
        from_="sin_sent",
        only_where=("commission",),
        applies="where a local review is carried out",
    )


def test_a_limit_of_one_way_holds_while_no_way_is_known(planned, publish):
    """It is dated, with the words that say when it applies."""
    due = planned(publish, steps=OUTCOMES, sin_sent="2026-11-20").find("publish")
    assert due.latest == date(2027, 5, 20)
    assert due.applies == "where a local review is carried out"
    assert due.state == "later"


def test_a_limit_of_the_way_that_was_taken_holds_without_condition(planned, publish):
    """The event that only this way leads to shows it."""
    given = {"sin_sent": "2026-11-10", "lcspr_decided": "2026-11-20"}
    due = planned(publish, steps=OUTCOMES, **given).find("publish")
    assert (due.state, due.applies) == ("later", "")


def test_a_limit_of_another_way_is_no_longer_due(planned, publish):
    """The event of the other way ends it, from the day on which that happens."""
    given = {"sin_sent": "2026-11-10", "closed": "2026-11-20"}
    due = planned(publish, steps=OUTCOMES, **given).find("publish")
    assert due.state == "ended"
    assert due.notes[-1] == ("Not due: another way was taken. closed, Fri 20 Nov 2026.")
    before = planned(publish, steps=OUTCOMES, today=date(2026, 11, 19), **given)
    assert before.find("publish").state == "later"
