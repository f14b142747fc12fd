"""A protocol that was written by the documentation alone: what it says is worked out and shown.

Its dates were counted on a calendar: in October 2026 there is no bank holiday; Christmas
2026 takes 25 and 28 December and 1 January, Easter 2027 takes 26 and 29 March, and 3 May
2027 is a bank holiday.
"""

from datetime import date, datetime, timedelta

import pytest

from elements import elements
from handbook.lint.run import lint
from handbook.pages.write import all_pages
from rapidreview.dates import schedule
from rapidreview.files.calendar_entries import entries
from rapidreview.say import limit_words
from wealdshire import FILE

MOST_LINES, WIDEST = 220, 118
EIGHT_WEEKS = timedelta(days=56)


@pytest.fixture(scope="module")
def due(wealdshire, wealdshire_library):
    """Return what is due, by its id, from the dates that are given, on the day ``today``."""

    def of(today="2026-09-01", **given):
        found = schedule(
            wealdshire, given, wealdshire_library.calendar, date.fromisoformat(today)
        )
        return {one.deadline.id: one for one in found.deadlines if not one.national}

    return of


@pytest.fixture(scope="module")
def plan(wealdshire, wealdshire_library):
    """Return the entries of the calendar file, by their ids, from the dates that are given."""

    def of(**given):
        calendar = wealdshire_library.calendar
        found = schedule(wealdshire, given, calendar, date(2026, 11, 24))
        return {one.uid: one for one in entries(found, calendar)}

    return of


@pytest.fixture(scope="module")
def shown(wealdshire_library):
    """Return the words of each of its pages, by path."""
    return {
        page.path.removeprefix("partnerships/wealdshire/").removesuffix(
            ".md"
        ): elements(page.text.split("---\n", 2)[2]).text(without=("src",))
        for page in all_pages(wealdshire_library)
        if page.path.startswith("partnerships/wealdshire/")
        and page.path.endswith(".md")
    }


class TestTheFile:
    """What the file is."""

    def test_it_is_short_and_without_an_error(self, policies_with_wealdshire):
        """At most 220 lines, and lint has no error to tell."""
        lines = FILE.read_text("utf-8").splitlines()
        assert len(lines) <= MOST_LINES
        assert max(map(len, lines)) <= WIDEST
        report = lint(policies_with_wealdshire, today=date(2026, 11, 28))
        assert [*map(str, report.faults)] == []
        assert [str(one) for one in report.findings if one.severity == "error"] == []

    def test_its_sections_are_those_of_its_text(self, wealdshire):
        """Each numbered section from 1.1 to 9.3 is cited, each once in the list."""
        sections = [one.at for one in wealdshire.partnership.documents[0].sections]
        last = {1: 3, 2: 4, 3: 2, 4: 6, 5: 2, 6: 6, 7: 1, 8: 3, 9: 3}
        numbered = [f"{one}.{two}" for one, most in last.items() for two in range(1, most + 1)]  # fmt: skip
        assert sections == ["Contacts", "Forms", *numbered]

    def test_no_mailbox_of_a_role_is_taken_for_a_persons(self, wealdshire):
        """Each is said to be nobody's own, and each area has its own notifier's."""
        contacts = wealdshire.partnership.contacts
        assert {one.personal for one in contacts} == {False}
        by_area = {one.areas: one.email for one in contacts if one.areas}
        assert by_area == {
            ("wealdshire",): "sin.notifier@wealdshire.example",
            ("northdown",): "csc.notifications@northdown.example",
            ("port-albany",): "serious.incidents@portalbany.example",
        }


class TestItsDates:
    """What is due when, against days counted by hand."""

    def test_a_referral_and_its_copies(self, due):
        """Told the same day, sent within one working day, copied and asked on Day 0."""
        found = due(case_identified="2026-10-09", referral_received="2026-10-12")
        assert found["inform-lead"].latest == date(2026, 10, 9)
        assert found["refer"].latest == date(2026, 10, 12)
        assert found["copy-form"].latest == date(2026, 10, 12)
        assert found["ask-agencies"].latest == date(2026, 10, 12)

    def test_forty_eight_hours_run_through_the_weekend(self, due):
        """By the clock, to the minute."""
        found = due(forms_sent="2026-10-16T16:30")
        assert found["return-form"].latest == datetime(2026, 10, 18, 16, 30)  # noqa: DTZ001  the clock on the wall, as entered

    def test_the_decision_and_the_days_after_it(self, due):
        """Three working days after Day 0; Form C the same day; two working days to dispute."""
        found = due(
            referral_received="2026-10-06",
            partners_decide="2026-10-09",
            decision_told="2026-10-09",
        )
        assert found["decide"].latest == date(2026, 10, 9)
        assert found["record"].latest == found["record-not-met"].latest == date(2026, 10, 9)  # fmt: skip
        assert found["dispute"].latest == date(2026, 10, 13)

    def test_the_meeting_is_on_the_second_tuesday(self, due):
        """Notified on Monday 12 October: 13 October is the first Tuesday after it."""
        found = due(referral_received="2026-10-06", sin_sent="2026-10-12")
        assert found["meeting"].latest == date(2026, 10, 20)

    def test_day_12_comes_first_where_the_notification_was_late(self, due):
        """Notified on Tuesday 13 October: the second Tuesday would be 27 October."""
        found = due(referral_received="2026-10-05", sin_sent="2026-10-13")
        assert found["meeting"].latest == date(2026, 10, 21)

    def test_days_14_and_15_over_christmas(self, due):
        """Received on Friday 11 December: 25 and 28 December and 1 January do not count."""
        found = due(referral_received="2026-12-11", sin_sent="2026-12-17")
        assert found["meeting"].latest == date(2026, 12, 29)
        assert found["sign-off"].latest == date(2027, 1, 5)
        assert found["submit"].latest == date(2027, 1, 6)

    def test_the_national_fifteen_days_hold_where_they_end_first(self, due):
        """The referral came after the notification: Day 15 would be later than the Panel's."""
        found = due(referral_received="2026-10-12", sin_sent="2026-10-05")
        assert found["submit"].latest == date(2026, 10, 26)

    def test_an_extension_that_was_agreed_cancels_the_date_to_aim_for(self, plan):
        """Day 15 has no date yet: what the calendar held was the Panel's date."""
        sent = {"sin_sent": "2026-11-20"}
        before = plan(**sent)
        after = plan(**sent, extension_agreed="2026-12-18")
        assert before.keys() == after.keys()
        gone = [one.summary for one in after.values() if one.cancelled]
        assert "Replaced: Submit the report to the National Panel" in gone

    def test_day_20_stands_beside_day_15(self, due):
        """Whether Day 15 is in a school holiday is not known here: a person decides."""
        found = due(referral_received="2026-10-06")["submit"]
        assert found.latest == date(2026, 10, 27)
        (beside,) = found.if_so
        assert beside.moment == date(2026, 11, 3)
        assert beside.says.startswith("If Day 15 falls in a school holiday: Tuesday 3 November 2026, by asking")  # fmt: skip

    def test_the_family_is_told_unless_the_police_object(self, due):
        """The date stands, and an objection puts it aside from its day on."""
        found = due(partners_decide="2026-10-08")["family"]
        assert (found.latest, found.aside.now) == (date(2026, 10, 22), False)
        told = due("2026-10-14", partners_decide="2026-10-08", police_objected="2026-10-12")  # fmt: skip
        assert told["family"].latest == date(2026, 10, 22)
        assert told["family"].today.state == "aside"

    def test_reports_go_every_eight_weeks_once_the_six_months_are_over(self, due):
        """From the day that was missed, until the report is published."""
        late = date(2027, 4, 26)
        assert due(lcspr_decided="2026-10-26")["publish"].latest == late
        before = due("2027-04-26", lcspr_decided="2026-10-26")["progress"]
        assert before.latest is None
        found = due("2027-05-20", lcspr_decided="2026-10-26")["progress"]
        days = [one.last for one in found.rounds.next]
        assert days[:3] == [late + EIGHT_WEEKS * n for n in (1, 2, 3)]
        assert days[0] == date(2027, 6, 21)
        out = due("2027-09-01", lcspr_decided="2026-10-26", publication="2027-08-02")
        assert out["progress"].today.state == "ended"
        assert found.dates.latest.means.startswith("Every 8 weeks from")

    def test_the_report_goes_seven_working_days_before_publication(self, due):
        """Back from Tuesday 4 May 2027, over the bank holiday on Monday 3 May."""
        assert due(publication="2027-05-04")["advance"].latest == date(2027, 4, 22)

    def test_a_learning_review_takes_four_months(self, due):
        """The protocol does not say from when, and the date says that this was worked out."""
        found = due(learning_decided="2026-10-26")["learning-review"]
        assert found.latest == date(2027, 2, 26)
        assert found.deadline.status == found.deadline.who_status == "derived"

    def test_the_log_and_the_audit_come_round(self, due):
        """By the calendar, whatever happens in a case."""
        found = due("2026-12-10", decision_told="2026-10-09")
        assert [one.says for one in found["log"].rounds.next][:2] == [
            "October to December 2026",
            "January to March 2027",
        ]
        assert found["audit"].rounds.next[0].says == "March 2027"

    def test_a_case_from_before_september_is_told_so(self, due):
        """The text is in force from 1 September 2026."""
        found = due("2026-08-20", case_identified="2026-08-19")["refer"]
        assert found.today.state == "not-in-force"


class TestItsPages:
    """What a reader sees."""

    def test_how_the_panel_decides_is_on_the_flowchart(self, shown):
        """By e-mail or in a call, by majority, and else by the scrutineer's casting view."""
        page = shown["flowchart"]
        assert "by correspondence or online" in page
        assert "A majority decides" in page
        assert "If the votes do not decide: Scrutineer" in page
        assert "Nothing in this decision prevents the local authority from notifying" in page  # fmt: skip
        assert "The authority notifies all the sameContinue at step" in page
        assert "The decision is disputed" in page
        assert "Gives a casting view where there is no majority" in shown["roles/scrutineer"]  # fmt: skip

    @pytest.mark.parametrize(
        ("deadline", "words"),
        [
            ("inform-lead", "The same day as"),
            ("refer", "Within 1 working day of"),
            ("return-form", "Within 48 hours of"),
            ("decide", "working day 3, day 0 being receiving the referral"),
            ("dispute", "Within 2 working days of being told"),
            ("meeting", "on the second Tuesday after the notification; working day 12"),
            ("sign-off", "Working day 14"),
            ("submit", "if Day 15 falls in a school holiday, by working day 20"),
            ("family", "unless the police object because of a live investigation"),
            ("progress", "Every 8 weeks, until publication"),
            ("advance", "At least 7 working days before publication"),
            ("learning-review", "Within 4 months of"),
            ("log", "Every quarter"),
            ("audit", "Every March"),
        ],
    )
    def test_each_limit_is_on_the_page_of_deadlines_and_on_its_role(
        self, wealdshire, shown, deadline, words
    ):
        """In the same words, and on the flowchart where a step carries it."""
        one = wealdshire.own_deadlines[deadline]
        assert words in limit_words(one, wealdshire.nouns)
        for page in ("deadlines", f"roles/{one.who}", *(["flowchart"] if one.step else [])):  # fmt: skip
            assert words in shown[page], page

    def test_mailboxes_and_hours_are_on_the_first_page(self, shown):
        """Each area's own, and when the others are answered."""
        for words in (
            "jbu.referrals@wealdshire.example",
            "sin.notifier@wealdshire.example",
            "csc.notifications@northdown.example",
            "serious.incidents@portalbany.example",
            "01632 960 100 (Monday to Friday, 9am to 5pm)",
            "01632 960 142 (out of hours)",
        ):
            assert words in shown["index"], words

    def test_the_review_date_and_the_text_in_force_are_on_the_page_of_sources(self, shown):  # fmt: skip
        """When it was agreed, from when it holds, and when it is looked at again."""
        page = shown["source"]
        for words in ("Version 1.2", "1 September 2026", "30 September 2027"):
            assert words in page, words

    def test_a_day_before_the_text_is_in_force_has_no_date_in_the_reckoner(self, shown):
        """The rows before 1 September 2026 say so, and give no date that nobody set."""
        page = shown["reckoner/2026"]
        before, after = page.split("September 2026: Wealdshire")
        assert "not in force" in before
        assert "not in force" not in after
        assert "not known" not in page

    def test_next_steps_begin_with_form_a(self, shown):
        """Not with the telephone call outside office hours."""
        said = shown["uses"].split("What to do next, answer by answer")[-1]
        first = said.split("The local authority must notify")[1]
        assert first.lstrip().startswith("Send Form A to the Joint Business Unit")

    def test_the_family_is_told_beside_the_review(self, wealdshire, shown):
        """A step beside the decision is on the flowchart and stops none of its ways."""
        page = shown["flowchart"]
        assert "Whatever is decided" in page
        assert (
            "Tell parents and carers, and the child where appropriate, of the decision"
            in page
        )
        assert wealdshire.steps["reply"].next == ""
        assert wealdshire.own_deadlines["family"].step == "family"
        assert "There is no further step." in shown["roles/team-manager"]
