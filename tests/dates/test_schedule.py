"""The whole schedule: local and national together, what is due when, and what clashes."""

from datetime import date
from itertools import permutations

import pytest
from hypothesis import given as given_by
from hypothesis import strategies as st

from rapidreview.dates import DateProblemsError, schedule, with_booked
from rapidreview.files import as_dict
from rapidreview.model import Every, Order, Protocol, Replacement, Spend
from rapidreview.model.timing import Chain

TODAY = date(2026, 11, 24)
NO_HORIZON = "bank holidays are known only from 1 January 2019 to 31 December 2028."


@pytest.fixture
def policy(make):
    """Make a partnership with a meeting, papers before it, forms and a report."""
    return make.partnership(
        events=(
            make.event("la_aware"),
            make.event("referral", "Referral received"),
            make.event("sin_sent", "Notification sent", after=("la_aware",)),
            make.event("forms_sent", "Forms sent"),
            make.event("forms_back", "Forms back", after=("forms_sent",)),
            make.event("papers_sent", "Papers sent"),
            make.event("rr_meeting", "Meeting", time=True),
            make.event("report_submitted", "Report sent", after=("sin_sent",)),
            make.event("extension_agreed", "New date agreed"),
        ),
        deadlines=(
            make.deadline(
                "notify",
                make.reading("latest", 5),
                from_="referral",
                to_event="sin_sent",
                national="sin",
                capped=True,
            ),
            make.deadline(
                "forms",
                make.reading("latest", 3),
                from_="forms_sent",
                to_event="forms_back",
            ),
            make.deadline(
                "papers",
                make.reading("latest", 1),
                from_="rr_meeting",
                to_event="papers_sent",
                direction="before",
                not_before=("forms_back",),
            ),
            make.deadline(
                "meeting",
                make.reading("latest", 9, to=10, counting="same-day"),
                from_="sin_sent",
                to_event="rr_meeting",
                bound="within",
            ),
            make.deadline(
                "report",
                make.reading("latest", 15),
                from_="sin_sent",
                to_event="report_submitted",
                national="rapid-review",
                replaced_by=(Replacement(event="extension_agreed", says="Agreed."),),
            ),
            make.deadline("learning", no_time="No time limit given."),
            make.deadline("conference", every=Every(unit="year", month=11)),
        ),
        orders=(
            Order(
                first="forms_back",
                then="papers_sent",
                says="Forms first.",
                source=("1",),
            ),
            Order(
                first="papers_sent",
                then="rr_meeting",
                says="Papers first.",
                source=("2",),
            ),
        ),
    )


@pytest.fixture
def plan(make, policy, england):
    """Make the schedule that follows from the dates given."""

    def of(given, today=TODAY, policy=policy, **more):
        return schedule(
            Protocol(make.national(), policy), given, england, today, **more
        )

    return of


def dates(plan):
    """Return each dated deadline with its latest date, in the order shown."""
    return [(due.id, due.latest.isoformat()) for due in plan.deadlines if due.latest]


def problems(refusal):
    """Return the problems of a refusal, as pairs."""
    return [(p.field, p.sentence) for p in refusal.value.problems]


def test_from_the_dates_known_all_others(plan):
    """Dated deadlines come first by date; the rest say what is missing or that nothing is."""
    found = plan(
        {"referral": "2026-11-20", "sin_sent": "2026-11-23", "forms_sent": "2026-11-23"}
    )
    assert [
        ("forms", "2026-11-26"),
        ("notify", "2026-11-27"),
        ("meeting", "2026-12-04"),
        ("report", "2026-12-14"),
    ] == dates(found)
    rest = {
        due.id: due.missing or due.words for due in found.deadlines if not due.latest
    }
    assert {
        "papers": "No date until you enter: Meeting.",
        "learning": "No time limit given.",
        "conference": "Every November. The next is November 2026.",
        "panel-reply": "No date until you enter: Report sent.",
        "advance-copy": "No date until you enter: publication.",
    } == rest


def test_national_deadlines_without_a_local_one_are_marked(plan):
    """The Panel's reply and the advance copy are national; the report is local."""
    found = plan({})
    marked = {due.id: (due.national, due.standing) for due in found.deadlines}
    assert marked["panel-reply"] == (True, "panel")
    assert marked["advance-copy"] == (True, "guidance")
    assert marked["report"] == (False, "local")
    assert "rapid-review" not in marked


def test_a_local_deadline_without_a_time_takes_the_national_date(plan, make, policy):
    """Where the protocol gives no time, the national date stands, marked as national."""
    bare = make.partnership(
        events=policy.events,
        deadlines=(
            make.deadline("tell", national="sin", no_time="No time limit given."),
        ),
    )
    due = plan({"la_aware": "2026-11-20"}, policy=bare).find("tell")
    assert (due.latest, due.aim_for) == (date(2026, 11, 27), date(2026, 11, 26))
    assert (due.national, due.standing, due.status) == (True, "guidance", "national")
    assert due.words == "No time limit given."


def test_a_national_id_that_is_taken_gets_another_name(plan, make, policy):
    """A local deadline that happens to be called like a national one hides nothing."""
    same = make.partnership(
        events=policy.events,
        deadlines=(make.deadline("sin", make.reading("latest", 1), from_="referral"),),
    )
    found = plan({"la_aware": "2026-11-20", "referral": "2026-11-20"}, policy=same)
    assert [("sin", "2026-11-23"), ("national-sin", "2026-11-27")] == dates(found)


class TestTheEarlierOfTwoLimits:
    """Where a deadline is capped, the earlier of local and national is the latest date."""

    def test_the_national_one_is_earlier(self, plan):
        """Awareness two days before the referral makes the national limit count."""
        due = plan({"referral": "2026-11-20", "la_aware": "2026-11-18"}).find("notify")
        assert (due.latest, due.from_) == (date(2026, 11, 25), "la_aware")
        assert due.cap == (
            "The earlier of two limits: national Wednesday 25 November 2026,"
            " local Friday 27 November 2026."
        )
        assert due.aim_for == date(2026, 11, 24)

    def test_the_local_one_is_earlier(self, plan):
        """A referral before the authority knows leaves the local limit in force."""
        due = plan({"referral": "2026-11-18", "la_aware": "2026-11-20"}).find("notify")
        assert (due.latest, due.from_) == (date(2026, 11, 25), "referral")
        assert due.cap == (
            "The earlier of two limits: local Wednesday 25 November 2026,"
            " national Friday 27 November 2026."
        )

    def test_only_the_national_one_is_known(self, plan):
        """Without the referral's date the national limit stands alone, and says so."""
        due = plan({"la_aware": "2026-11-20"}).find("notify")
        assert (due.latest, due.missing) == (date(2026, 11, 27), "")
        assert due.cap == (
            "The national limit, Friday 27 November 2026. The local one has no date yet."
        )

    def test_only_the_local_one_is_known(self, plan):
        """Without awareness the local limit stands, with nothing said about a cap."""
        due = plan({"referral": "2026-11-20"}).find("notify")
        assert (due.latest, due.cap) == (date(2026, 11, 27), "")


class TestStates:
    """What is overdue, due today, next, done."""

    def test_each_state(self, plan):
        """One schedule with something overdue, due today, next, done and waiting."""
        found = plan(
            {
                "referral": "2026-11-16",
                "forms_sent": "2026-11-19",
                "sin_sent": "2026-11-23",
                "rr_meeting": "2026-12-03",
            }
        )
        states = {due.id: due.state for due in found.deadlines}
        assert {
            "notify": "done",
            "forms": "today",
            "papers": "later",
            "meeting": "later",
            "report": "later",
            "panel-reply": "waiting",
            "advance-copy": "waiting",
            "learning": "no-date",
            "conference": "comes-round",
        } == states
        assert ((), ("forms",), ("papers",), ("report",)) == (
            found.overdue,
            found.due_today,
            found.next,
            found.last,
        )
        assert 6 == found.find("papers").days_left

    def test_overdue_and_passed(self, plan):
        """Past its date a deadline is overdue: said, not hidden."""
        found = plan({"forms_sent": "2026-11-18", "la_aware": "2026-11-13"})
        assert ("notify", "forms") == found.overdue
        assert "overdue" == found.find("notify").state

    def test_an_aim_is_never_overdue(self, plan):
        """The Panel's own aim passes without anybody being late."""
        found = plan({"report_submitted": "2026-10-01"})
        assert "aim-passed" == found.find("panel-reply").state
        assert () == found.overdue

    def test_past_with_nothing_to_tick_it_off(self, plan, make, policy):
        """A deadline that no event keeps is only said to have passed."""
        bare = make.partnership(
            events=policy.events,
            deadlines=(
                make.deadline("tell", make.reading("latest", 1), from_="referral"),
                make.deadline(
                    "keep",
                    make.reading("latest", 1, "week"),
                    from_="referral",
                    bound="at-least",
                ),
            ),
        )
        found = plan({"referral": "2026-11-02"}, policy=bare)
        states = [found.find("tell").state, found.find("keep").state]
        assert ["passed", "kept"] == states

    def test_a_planned_date_is_not_done(self, plan):
        """A meeting that is set for next week is still to come."""
        found = plan({"sin_sent": "2026-11-23", "rr_meeting": "2026-12-03"})
        assert "later" == found.find("meeting").state
        assert date(2026, 12, 3) == found.find("meeting").done_on

    def test_a_notification_does_not_tick_off_a_duty_of_some_cases(self, make, england):
        """That the Panel was notified does not show that a looked-after child's death was."""
        parts = {
            "from_": "la_aware",
            "to_event": "sin_sent",
            "applies": "Looked-after children.",
        }
        always = make.national().deadlines[0]
        special = make.deadline("death", make.reading("latest", 5), **parts)
        words = make.deadline("leaver", no_time="Not known.", **parts)
        found = schedule(
            Protocol(
                make.national(deadlines=(always, special, words)), make.partnership()
            ),
            {"la_aware": "2026-11-12", "sin_sent": "2026-11-17"},
            england,
            TODAY,
        )
        states = {due.id: due.state for due in found.deadlines}
        assert {"sin": "done", "death": "passed", "leaver": "no-date"} == states

    def test_without_today_nothing_is_overdue(self, plan):
        """The schedule works without a clock."""
        found = plan({"forms_sent": "2020-11-18"}, today=None)
        assert "dated" == found.find("forms").state
        assert () == found.overdue

    def test_the_aim_has_passed_and_the_limit_has_not(self, plan):
        """Between the two dates the first is said to have passed."""
        found = plan({"sin_sent": "2026-11-10"}, today=date(2026, 11, 23))
        due = found.find("meeting")
        assert (date(2026, 11, 20), date(2026, 11, 23)) == (due.aim_for, due.latest)
        assert due.aim_passed

    def test_beyond_the_horizon(self, plan):
        """A deadline past the known bank holidays is beyond, not waiting."""
        found = plan({"sin_sent": "2028-12-20"})
        assert "beyond" == found.find("report").state

    def test_today_beyond_the_horizon_still_answers(self, plan):
        """A clock that is wrong by years does not stop the dates."""
        found = plan({"sin_sent": "2026-11-20"}, today=date(1999, 1, 1))
        assert found.find("report").days_left is None


class TestForecasts:
    """What would follow if the unknown steps are done on their last day."""

    def test_a_chain_of_forecasts(self, plan):
        """From awareness alone: the notification, then the report, then the Panel's reply."""
        found = plan({"la_aware": "2026-03-31"})
        assert date(2026, 4, 30) == found.find("report").forecast
        assert found.find("report").forecast_says == (
            "If the last working day is used for “Notification sent” (Thursday 9 April"
            " 2026), this is due by Thursday 30 April 2026."
        )
        assert date(2026, 5, 22) == found.find("panel-reply").forecast
        assert date(2026, 4, 21) == found.find("papers").forecast

    def test_a_step_in_some_cases_only_carries_no_forecast(self, plan, make, policy):
        """Nothing is foretold from a step that may never be needed."""
        some = make.partnership(
            events=policy.events,
            deadlines=(
                make.deadline(
                    "maybe",
                    make.reading("latest", 5),
                    from_="referral",
                    to_event="forms_sent",
                    applies="In some cases.",
                ),
                make.deadline("then", make.reading("latest", 5), from_="forms_sent"),
            ),
        )
        assert (
            plan({"referral": "2026-11-20"}, policy=some).find("then").forecast is None
        )

    def test_a_known_date_is_never_a_forecast(self, plan):
        """Once the date is entered, the forecast is gone."""
        found = plan({"la_aware": "2026-03-31", "sin_sent": "2026-04-01"})
        assert found.find("report").forecast is None
        assert date(2026, 4, 24) == found.find("report").latest


class TestConflicts:
    """Dates that cannot all be kept are said in sentences, and nothing is moved."""

    @staticmethod
    def said(plan):
        """Return kind and sentence of each conflict."""
        return [(clash.kind, clash.says) for clash in plan.conflicts]

    def test_none(self, plan):
        """A plan in order says nothing."""
        given = {
            "sin_sent": "2026-11-23",
            "forms_sent": "2026-11-23",
            "rr_meeting": "2026-12-03T10:00",
        }
        assert [] == self.said(plan(given))

    def test_forms_due_after_the_meeting(self, plan):
        """Forms that may come back after the papers must go out."""
        given = {"forms_sent": "2026-11-30", "rr_meeting": "2026-12-03"}
        assert [
            (
                "no-room",
                (
                    "“forms” may come as late as Thursday 3 December 2026, after “papers”"
                    " (Wednesday 2 December 2026). Forms first."
                ),
            )
        ] == self.said(plan(given))

    def test_forms_due_on_the_day_that_they_are_needed(self, plan):
        """Forms that may come back on the very day the papers go out still fit."""
        given = {"forms_sent": "2026-11-27", "rr_meeting": "2026-12-03"}
        assert [] == self.said(plan(given))

    def test_steps_out_of_order(self, plan):
        """Papers after the meeting that they are for, and late as well."""
        given = {"papers_sent": "2026-12-04", "rr_meeting": "2026-12-03"}
        assert [
            (
                "order",
                (
                    "Meeting (Thursday 3 December 2026) comes before “Papers sent”"
                    " (Friday 4 December 2026). Papers first."
                ),
            ),
            (
                "late",
                (
                    "Papers sent (Friday 4 December 2026) is after the latest date,"
                    " Wednesday 2 December 2026, for: papers."
                ),
            ),
        ] == self.said(plan(given))

    def test_what_must_not_come_before(self, plan):
        """Papers that go out before the forms are back."""
        given = {
            "forms_sent": "2026-11-20",
            "forms_back": "2026-11-25",
            "papers_sent": "2026-11-24",
        }
        kinds = [
            (
                "Papers sent (Tuesday 24 November 2026) comes before “Forms back”"
                " (Wednesday 25 November 2026). Forms first."
            ),
            (
                "Papers sent (Tuesday 24 November 2026) comes before “Forms back”"
                " (Wednesday 25 November 2026), which it must follow."
            ),
        ]
        assert [("order", says) for says in kinds] == self.said(plan(given))

    def test_a_meeting_outside_its_window(self, plan):
        """A meeting on day 8 is early and one on day 11 late; neither is moved."""
        early = plan({"sin_sent": "2026-11-23", "rr_meeting": "2026-12-02"})
        late = plan({"sin_sent": "2026-11-23", "rr_meeting": "2026-12-07"})
        assert [
            (
                "early",
                (
                    "Meeting (Wednesday 2 December 2026) is before Thursday 3 December 2026,"
                    " when the window opens for: meeting."
                ),
            )
        ] == self.said(early)
        assert [
            (
                "late",
                (
                    "Meeting (Monday 7 December 2026) is after the latest date, Friday 4"
                    " December 2026, for: meeting."
                ),
            )
        ] == self.said(late)

    def test_a_meeting_on_a_day_off(self, plan):
        """A meeting on Boxing Day's substitute is said to be on a day off."""
        assert [
            (
                "day-off",
                (
                    "Meeting (Monday 28 December 2026) is not on a working day: Boxing Day"
                    " (substitute day)."
                ),
            )
        ] == self.said(plan({"rr_meeting": "2026-12-28"}))

    def test_a_reply_later_than_aimed_for(self, plan):
        """A late reply of the Panel is told as an aim, not as a breach."""
        given = {"report_submitted": "2026-11-02", "panel_reply": "2026-11-24"}
        assert [
            (
                "aim",
                (
                    "panel reply (Tuesday 24 November 2026) is after the date aimed at,"
                    " Monday 23 November 2026, for: panel reply."
                ),
            )
        ] == self.said(plan(given))

    def test_a_local_limit_later_than_the_national(self, plan, make, policy):
        """An uncapped local limit that runs past the national one is said."""
        late = make.partnership(
            events=policy.events,
            deadlines=(
                make.deadline(
                    "report",
                    make.reading("latest", 16),
                    from_="sin_sent",
                    national="rapid-review",
                ),
            ),
        )
        found = plan({"sin_sent": "2026-11-20"}, policy=late)
        assert date(2026, 12, 11) == found.find("report").counterpart_latest
        assert [
            (
                "national",
                (
                    "“report”: the national limit, Friday 11 December 2026, is earlier than"
                    " the local one, Monday 14 December 2026. Keep to the earlier."
                ),
            )
        ] == self.said(found)

    def test_a_chain_that_no_longer_fits(self, plan, make, policy):
        """Ten working days of steps do not fit into ten days of the calendar."""
        tight = make.partnership(
            events=policy.events,
            deadlines=(
                make.deadline(
                    "meeting", make.reading("latest", 10, "day"), from_="sin_sent"
                ),
            ),
            chains=(
                Chain(
                    id="c",
                    says="Checks and papers come first.",
                    deadline="meeting",
                    spend=(Spend(what="checks", days=8), Spend(what="papers", days=1)),
                    source=("1",),
                ),
            ),
        )
        assert [
            (
                "cannot-be-kept",
                (
                    "Checks and papers come first. That takes 9 working days, to Thursday 3"
                    " December 2026; the limit is Monday 30 November 2026."
                ),
            )
        ] == self.said(plan({"sin_sent": "2026-11-20"}, policy=tight))

    def test_a_chain_beyond_the_horizon_says_nothing(self, plan, make, policy):
        """Where the end of a chain is not known, no clash is made up."""
        late = make.partnership(
            events=policy.events,
            deadlines=(
                make.deadline("meeting", make.reading("latest", 1), from_="sin_sent"),
            ),
            chains=(
                Chain(
                    id="c",
                    says="Long.",
                    deadline="meeting",
                    spend=(Spend(what="checks", days=50),),
                    source=("1",),
                ),
            ),
        )
        assert [] == self.said(plan({"sin_sent": "2028-12-01"}, policy=late))

    def test_taken_down_too_early(self, plan, make):
        """What must be kept for a year and goes after a month is said."""
        kept = make.partnership(
            events=(make.event("publication"), make.event("taken_down")),
            deadlines=(
                make.deadline(
                    "keep-public",
                    make.reading("latest", 1, "year"),
                    from_="publication",
                    to_event="taken_down",
                    bound="at-least",
                ),
            ),
        )
        early = {"publication": "2026-01-05", "taken_down": "2026-02-05"}
        late = {"publication": "2026-01-05", "taken_down": "2027-02-05"}
        assert [
            (
                "early",
                (
                    "taken down (Thursday 5 February 2026) is before Tuesday 5 January"
                    " 2027, until when this must be kept: keep public."
                ),
            ),
        ] == self.said(plan(early, policy=kept))
        assert [] == self.said(plan(late, policy=kept))

    def test_other_meetings_without_one_of_our_own(self, plan, england, national):
        """With no meeting set, other meetings clash with nothing."""
        assert (
            ()
            == with_booked(
                plan({}), ["2026-12-04"], england, national.meetings
            ).conflicts
        )

    @pytest.mark.parametrize(
        ("other", "near"),
        [
            ("2026-12-04", "is on the same day as"),
            ("2026-12-07", "is back to back with"),
            ("2026-12-03", "is back to back with"),
            ("2026-12-08", ""),
            ("2026-12-02", ""),
        ],
    )
    def test_two_rapid_review_meetings(self, plan, england, national, other, near):
        """Another meeting on the same day, or the working day next to it, is said."""
        found = plan({"rr_meeting": "2026-12-04T14:00"})
        clashes = with_booked(found, [other], england, national.meetings).conflicts
        assert [near] * bool(near) == [
            clash.says.partition("14:00) ")[2].partition(" another")[0]
            for clash in clashes
        ]

    def test_booked_days_that_are_no_dates(self, plan, england, national):
        """A day of another meeting that is no date is refused like any other."""
        with pytest.raises(DateProblemsError) as refusal:
            with_booked(plan({}), ["soon"], england, national.meetings)
        assert ["booked"] == [field for field, _ in problems(refusal)]


class TestRefusals:
    """Every fault of every date, at once, in sentences."""

    def test_all_at_once(self, plan):
        """Five faults, five sentences, each with its field."""
        with pytest.raises(DateProblemsError) as refusal:
            plan(
                {
                    "sin_snet": "2026-11-20",
                    "referral": "2026-02-30",
                    "forms_sent": "2029-01-02",
                    "forms_back": "soon",
                    "la_aware": "2026-11-23",
                    "sin_sent": "2026-11-20",
                },
                closures=["2026-13-01", "2018-12-24"],
            )
        example = "Write a date as 2026-11-20, or 2026-11-20T10:00 with a time."
        assert [
            ("forms_back", f"“soon” is not a date. {example}"),
            ("forms_sent", f"2 January 2029 cannot be used: {NO_HORIZON}"),
            ("referral", "“2026-02-30” is not a date: February 2026 has 28 days."),
            ("sin_snet", "There is no event “sin_snet” here. Did you mean “sin_sent”?"),
            (
                "sin_sent",
                (
                    "Notification sent (Friday 20 November 2026) cannot be before “la aware”"
                    " (Monday 23 November 2026)."
                ),
            ),
            (
                "closures",
                f"“2026-13-01” is not a date: there is no such month. {example}",
            ),
            ("closures", f"24 December 2018 cannot be used: {NO_HORIZON}"),
        ] == problems(refusal)

    def test_an_unknown_event_with_nothing_near(self, plan):
        """A name like no other is answered with all the names there are."""
        with pytest.raises(DateProblemsError, match="The events are extension_agreed"):
            plan({"weather_on_the_day": "2026-11-20"})

    def test_order_across_an_event_that_was_left_out(self, plan):
        """The report cannot come before awareness even while the notification is blank."""
        with pytest.raises(DateProblemsError) as refusal:
            plan({"la_aware": "2026-11-23", "report_submitted": "2026-11-20"})
        assert ["report_submitted"] == [field for field, _ in problems(refusal)]

    def test_the_same_day_is_in_order(self, plan):
        """Two events on one day are in order unless both have times that say otherwise."""
        plan({"la_aware": "2026-11-20", "sin_sent": "2026-11-20T09:00"})
        with pytest.raises(DateProblemsError, match="cannot be before"):
            plan({"la_aware": "2026-11-20T10:00", "sin_sent": "2026-11-20T09:00"})

    def test_blank_fields_are_left_out(self, plan):
        """A field left blank in the form is no date and no fault."""
        assert () == plan({"sin_sent": "", "referral": "  "}).given


def test_closures_are_listed_and_never_extend(plan):
    """With the office closed between the years, no date moves; the days are named."""
    given = {"sin_sent": "2026-12-18", "forms_sent": "2026-12-21"}
    closed = ["2026-12-24", "2026-12-29", "2026-12-24"]
    without, found = plan(given), plan(given, closures=closed)
    assert dates(without) == dates(found)
    assert (date(2026, 12, 24), date(2026, 12, 29)) == found.closures
    assert (
        "Closed locally, and counted all the same: Thu 24 Dec 2026.",
        "Closed locally on the latest date, which is not moved.",
    ) == found.find("forms").notes
    assert found.assumptions[-1] == (
        "Closed locally: Thu 24 Dec 2026 and Tue 29 Dec 2026. Local closure days are"
        " working days: they never extend a limit."
    )


def test_closed_on_the_latest_date(plan):
    """Where the office is closed on the very day, it is said and the day stays."""
    found = plan({"forms_sent": "2026-12-21"}, closures=["2026-12-24"]).find("forms")
    assert date(2026, 12, 24) == found.latest
    assert "Closed locally on the latest date, which is not moved." == found.notes[-1]


def test_an_extension_replaces_the_report_date(plan):
    """The Panel's agreed date is the report's latest date from then on."""
    given = {"sin_sent": "2026-11-20", "extension_agreed": "2026-12-18"}
    due = plan(given).find("report")
    assert (
        date(2026, 12, 18),
        "Agreed. Before that it was Friday 11 December 2026.",
    ) == (
        due.latest,
        due.replaced,
    )


def test_the_form_has_a_field_for_every_event_that_matters(make, policy):
    """Local events first, then the national ones that only national clocks use."""
    used = [event.id for event in Protocol(make.national(), policy).events_used]
    expected = [event.id for event in policy.events] + ["panel_reply", "publication"]
    assert expected == used


def test_an_unknown_deadline_is_a_key_error(plan):
    """Asking a schedule for a deadline that it has not got is a programmer's mistake."""
    with pytest.raises(KeyError):
        plan({}).find("nothing")


def test_every_order_of_entry_gives_the_same_schedule(plan):
    """Four dates in each of their twenty-four orders."""
    given = {
        "referral": "2026-11-20",
        "sin_sent": "2026-11-23",
        "rr_meeting": "2026-12-03T10:00",
        "extension_agreed": "2026-12-18",
    }
    expected = plan(given)
    for order in permutations(given.items()):
        assert expected == plan(dict(order))


DAYS = st.dates(date(2026, 1, 1), date(2026, 12, 31)).map(date.isoformat)
FIELDS = ["referral", "sin_sent", "forms_sent", "rr_meeting", "extension_agreed"]


@given_by(given=st.dictionaries(st.sampled_from(FIELDS), DAYS), later=st.randoms())
def test_the_schedule_does_not_depend_on_the_order_of_entry(
    make, england, given, later
):
    """Whatever dates are known, shuffling them changes nothing."""
    policy = make.partnership(
        events=tuple(make.event(name) for name in FIELDS),
        deadlines=tuple(
            make.deadline(f"after-{name}", make.reading("latest", 5), from_=name)
            for name in FIELDS
        ),
    )
    items = list(given.items())
    later.shuffle(items)
    one = schedule(Protocol(make.national(), policy), given, england)
    two = schedule(Protocol(make.national(), policy), dict(items), england)
    assert as_dict(one) == as_dict(two)
