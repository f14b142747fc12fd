"""A schedule on the page: the cells, the table with its states, the picture and the agenda."""

from datetime import date

import pytest

from rapidreview.model import Replacement
from rapidreview.show import count_html, schedule_html
from rapidreview.show.schedule.layout import MOST_DAYS, Window, dated, rows_of
from rapidreview.show.schedule.picture import agenda, picture

FIRST = date(2026, 11, 20)
FRIDAY = {"sin_sent": "2026-11-20"}


@pytest.fixture
def limits(make):
    """Return a range, a moment of one reading, one that waits, and one without a number."""
    return (
        make.deadline(
            "checks",
            make.reading("latest", 9, "day"),
            make.reading("aim", 5),
            from_="sin_sent",
            what="Checks <all> & {more}",
        ),
        make.deadline("papers", make.reading("latest", 1), from_="rr_meeting"),
        make.deadline("learning", no_time="No time limit given."),
        make.deadline(
            "send", make.reading("latest", 3), from_="sin_sent", to_event="rr_meeting"
        ),
    )


@pytest.fixture
def drawn(planned, limits, england, tree):
    """Return a maker of the whole result as a tree, from dates and today."""

    def draw(given=None, today="", deadlines=None, **more):
        chosen = limits if deadlines is None else deadlines
        plan, sources = planned(given or FRIDAY, today, chosen, **more)
        return tree(schedule_html(plan, sources, england))

    return draw


def row(found, name):
    """Return the row of a deadline."""
    [one] = [
        item for item in found.all("tr") if item.attributes.get("data-deadline") == name
    ]
    return one


def cell(found, name, label):
    """Return the words of the cell of a deadline's row under a heading."""
    [one] = [
        item
        for item in row(found, name).all("td")
        if item.attributes.get("data-l") == label
    ]
    return one.text()


class TestTable:
    """What and who, aim for, latest, state."""

    def test_a_range_has_both_dates_each_with_its_reading(self, drawn):
        """The earlier date stands to aim for, the later one is the latest."""
        found = drawn()
        aim = cell(found, "checks", "Aim for")
        assert aim.startswith("Fri 27 Nov 2026means aim-5-working-day")
        latest = cell(found, "checks", "Latest")
        assert latest.startswith("Sun 29 Nov 2026means latest-9-day")
        assert "A day off: the last working day before is Fri 27 Nov 2026." in latest

    def test_one_reading_says_so(self, drawn):
        """Where both dates are one, the date stands once."""
        assert cell(drawn(), "send", "Aim for") == "the same day"
        assert row(drawn(), "send").text().count("Wed 25 Nov 2026") == 1

    def test_every_sign_of_a_policy_is_text(self, drawn):
        """Nothing that a policy says becomes a tag."""
        found = row(drawn(), "checks")
        assert found.all(css="dt-what")[0].text() == "Checks <all> & {more}"
        assert found.all("all") == []

    def test_what_has_no_date_says_why(self, drawn):
        """A waiting deadline names the missing date, and one without a number the source's words."""
        found = drawn()
        [waits] = row(found, "papers").all("td", "dt-none")
        assert waits.attributes["colspan"] == "2"
        assert waits.all(css="mut")[0].text().startswith("No date until you enter")
        [hoped] = waits.all(css="dt-says")
        assert hoped.text().endswith("this is due by Thursday 26 November 2026.")
        [silent] = row(found, "learning").all(css="silent")
        assert silent.text() == "No time limit given."

    def test_the_sections_hold_the_rows_of_their_kind(self, drawn):
        """Dated rows first; then, each kind folded and counted, those that wait and those without a limit."""
        titles = {
            section.all("h2")[0].text(): [
                one.attributes["data-deadline"]
                for one in section.all("tr")
                if "data-deadline" in one.attributes
            ]
            for section in drawn().all("section")
        }
        assert titles == {
            "The schedule for Somewhere": [],
            "Every date": ["send", "checks"],
            "Take it with you": [],
            "Without a date": ["papers", "learning"],
        }
        folded = drawn().all("details", "open-counted")
        assert [one.all("summary")[0].text() for one in folded] == [
            "Waiting for a date: 1",
            "No time limit given: 1",
        ]
        assert not any("open" in one.attributes for one in folded)

    @pytest.mark.parametrize(
        ("today", "css", "words"),
        [
            ("2026-11-23", "tag-next", "Next: in 2 working days"),
            ("2026-11-25", "tag-next", "Due today"),
            ("2026-11-26", "tag-over", "Overdue"),
        ],
    )
    def test_the_state_of_a_duty(self, drawn, today, css, words):
        """Next, due today and overdue are told apart by word and by class."""
        [state] = row(drawn(today=today), "send").all("span", "tag")
        assert (words, [css]) == (state.text(), state.classes[1:])

    def test_what_is_done_or_planned_has_its_day(self, drawn):
        """A meeting held is done; one to come is planned."""
        both = FRIDAY | {"rr_meeting": "2026-11-24"}
        held = row(drawn(both, "2026-11-24"), "send")
        assert held.all("span", "tag")[0].text() == "Done Tue 24 Nov 2026"
        assert "dt-done" in held.classes
        planned = row(drawn(both, "2026-11-23"), "send")
        assert planned.all("span", "tag")[0].text() == "Planned Tue 24 Nov 2026"

    def test_a_limit_that_is_replaced_says_what_it_was(self, drawn, make):
        """The new date stands with the reason and the date before it."""
        moved = make.deadline(
            "checks",
            make.reading("latest", 5),
            from_="sin_sent",
            replaced_by=(Replacement(event="rr_meeting", says="It moves."),),
        )
        found = drawn(FRIDAY | {"rr_meeting": "2026-12-03"}, deadlines=(moved,))
        latest = cell(found, "checks", "Latest")
        assert latest.startswith("Thu 3 Dec 2026It moves.")
        assert "Before that it was Friday 27 November 2026." in latest


class TestCells:
    """What is late, due today, next and last."""

    def test_next_and_last_name_the_deadline_and_who_acts(self, drawn):
        """Each cell has its title, its day, and what is due of whom."""
        cells = drawn(today="2026-11-23").all("div", "three")[0].inside
        assert [[part.text() for part in one.inside] for one in cells] == [
            ["Next", "Wednesday 25 November 2026", "send: Office."],
            ["Last", "Sunday 29 November 2026", "Checks <all> & {more}: Office."],
        ]

    def test_the_longest_overdue_is_named_with_its_working_days(self, drawn):
        """Overdue by the working days since, and when it was due."""
        [late] = drawn(today="2026-12-01").all("div", "three-over")
        title, what, was = (part.text() for part in late.inside)
        assert (title, what) == ("Overdue by 4 working days", "send")
        assert was == "Was due Wednesday 25 November 2026. Office."

    def test_two_on_one_day_are_counted(self, drawn, make):
        """The cell names the first and says how many more there are."""
        two = tuple(
            make.deadline(name, make.reading("latest", 3), from_="sin_sent")
            for name in ("one", "two")
        )
        [cells] = drawn(today="2026-11-25", deadlines=two).all("div", "three")
        assert cells.inside[0].text() == (
            "Due todayWednesday 25 November 2026one: Office. And one more."
        )

    def test_what_was_entered_stands_first(self, drawn):
        """The dates that were entered, and today, for the printed sheet."""
        [entered] = drawn(today="2026-11-23").all("dl", "paper-dates")
        pairs = [[part.text() for part in one.inside] for one in entered.inside]
        assert pairs == [
            ["Notification sent", "Fri 20 Nov 2026"],
            ["As at", "Mon 23 Nov 2026"],
        ]

    def test_closures_are_listed_and_change_no_date(self, drawn):
        """A local closure day is named, and the dates stay as they are."""
        found = drawn(closures=["2026-11-24"])
        [closed] = found.all("p", "pic-closed")
        assert "Closed locally: Tue 24 Nov 2026." in closed.text()
        assert cell(found, "send", "Latest").startswith("Wed 25 Nov 2026")


class TestDays:
    """The working as cells, one for each day."""

    def test_each_cell_says_what_its_day_is(self, planned, make, tree):
        """Christmas 2026: the start, counted days, holidays apart from weekends, the day it is due."""
        limit = make.deadline("x", make.reading("latest", 3), from_="sin_sent")
        plan, _ = planned({"sin_sent": "2026-12-23"}, "", (limit,))
        [strip] = tree(count_html(plan.find("x").working)).inside
        assert [
            (one.attributes["class"], one.all(css="count-day")[0].text())
            for one in strip.inside
            if "count-pad" not in one.classes
        ] == [
            ("count-start", "Dec23"),
            ("", "24"),
            ("count-off count-holiday", "25"),
            ("count-off", "26"),
            ("count-off", "27"),
            ("count-off count-holiday", "28"),
            ("", "29"),
            ("count-due", "30"),
        ]
        assert len(strip.all("li", "count-pad")) == 2  # Wednesday is the third day


class TestPicture:
    """Days across, who acts down; and the same as a list."""

    def test_each_deadline_is_drawn_on_its_day(self, planned, limits, england, tree):
        """From Friday 20 November: Wednesday is column 6, Sunday column 10, in the office's rows."""
        plan, _ = planned(FRIDAY, "2026-11-23", limits)
        found = tree(picture(plan, england))
        places = {
            one.all(css="axis-words")[0].text(): one.classes
            for one in found.all("span", "axis-item")
        }
        assert {"place-start-6"} <= set(places["send"])
        assert {"place-start-10"} <= set(places["Checks <all> & {more}"])
        assert [one.text() for one in found.all("span", "axis-lane")] == ["Office"]
        [today] = found.all("span", "axis-now")
        assert ("Today", ["axis-now", "place-start-4"]) == (today.text(), today.classes)

    def test_the_bar_runs_from_the_start_to_the_latest_date(
        self, planned, limits, england, tree
    ):
        """From column 1, ten days wide for the tenth day; the notch on the day to aim for."""
        plan, _ = planned(FRIDAY, "", limits[:1])
        found = tree(picture(plan, england))
        [bar], [notch] = found.all("i", "axis-allowed"), found.all("i", "axis-aim")
        assert {"place-start-1", "place-span-10", "place-lane-1"} <= set(bar.classes)
        assert {"place-start-8", "place-lane-1"} <= set(notch.classes)

    def test_weekends_and_bank_holidays_are_shaded(self, planned, make, england, tree):
        """Over Christmas: Saturday 26 and Monday 28 December 2026 are holidays, Sunday is off."""
        limit = make.deadline("x", make.reading("latest", 3), from_="sin_sent")
        plan, _ = planned({"sin_sent": "2026-12-21"}, "", (limit,))
        found = tree(picture(plan, england))
        holidays = {one.classes[1] for one in found.all("i", "axis-holiday")}
        off = {one.classes[1] for one in found.all("i", "axis-off")}
        assert {"place-start-5", "place-start-8"} <= holidays  # Friday 25 and Monday 28
        assert {"place-start-6", "place-start-7"} <= off | holidays

    def test_what_is_further_off_is_left_to_the_table(
        self, planned, make, england, tree
    ):
        """A date past the last column is counted in a note, and stands in the agenda, past the
        days at Christmas that no count of working days counts."""
        limits = (
            make.deadline("near", make.reading("latest", 3), from_="sin_sent"),
            make.deadline(
                "far", make.reading("latest", MOST_DAYS + 10, "day"), from_="sin_sent"
            ),
        )
        plan, _ = planned(FRIDAY, "", limits)
        found = tree(picture(plan, england))
        assert [one.text() for one in found.all("span", "axis-words")] == ["near"]
        assert (
            found.all("p", "pic-wide")[0].text() == "1 date further off: see the table."
        )
        entries = [one for one in found.all("ol")[0].inside if one.all("b")]
        assert [one.all("b")[0].text() for one in entries] == [
            "near",
            "far",
        ]
        assert [one.text() for one in found.all("li", "agenda-gap")] == [
            "25 to 28 Dec: not counted as working days",
            "1 to 3 Jan: not counted as working days",
        ]

    def test_words_near_the_edge_stand_to_the_left_of_their_mark(
        self, planned, make, england, tree
    ):
        """On the second day the words are to the right; on the last day but one to the left."""
        limits = tuple(
            make.deadline(name, make.reading("latest", days, "day"), from_="sin_sent")
            for name, days in (("early", 1), ("a deadline with many words in it", 44))
        )
        plan, _ = planned(FRIDAY, "", limits)
        early, late = tree(picture(plan, england)).all("span", "axis-item")
        assert ["axis-words", "axis-mark"] == [one.classes[0] for one in late.inside]
        assert ["axis-mark", "axis-words"] == [one.classes[0] for one in early.inside]
        assert ("axis-left" in late.classes, "axis-left" in early.classes) == (
            True,
            False,
        )

    def test_today_has_its_place_in_the_agenda(self, planned, limits, england, tree):
        """Between what lies behind and what is to come."""
        plan, _ = planned(FRIDAY, "2026-11-26", limits)
        [items] = tree(agenda(plan, england)).inside
        assert [(one.classes, one.text()) for one in items.inside] == [
            (["agenda-over"], "Wed 25 Novsendoffice"),
            (["agenda-now"], "Thu 26 NovToday"),
            (["agenda-next"], "Sun 29 NovChecks <all> & {more}office"),
        ]

    def test_nothing_is_drawn_without_a_date(self, planned, limits, england):
        """No deadline with a date, no picture."""
        plan, _ = planned({"rr_meeting": "2026-11-20"}, "", limits[:1] + limits[2:])
        assert picture(plan, england) == ""


def test_words_that_meet_in_a_column_are_in_rows_of_their_own(planned, make):
    """The words of one end in the column where the next begin, then a column before it."""

    def rows(days):
        limits = [
            make.deadline(name, make.reading("latest", day, "day"), from_="sin_sent")
            for name, day in (("x", days), ("a", 1))
        ]
        plan, _ = planned({"sin_sent": "2026-11-20"}, "", limits)
        window = Window(FIRST, 40)
        return [[one.due.id for one in row] for row in rows_of(dated(plan), window)[0]]

    plan, _ = planned({"sin_sent": "2026-11-20"}, "", [make.deadline("a", make.reading("latest", 1, "day"), from_="sin_sent")])  # fmt: skip
    [[[only]], _] = rows_of(dated(plan), Window(FIRST, 40))
    assert rows(only.last - 1) == [["a"], ["x"]]
    assert rows(only.last) == [["a", "x"]]


def test_the_month_is_named_where_it_begins(planned, make, tree):
    """On the first day shown and on the first of December, and on no other."""
    limit = make.deadline("x", make.reading("latest", 6), from_="sin_sent")
    plan, _ = planned({"sin_sent": "2026-11-25"}, "", (limit,))
    [strip] = tree(count_html(plan.find("x").working)).inside
    assert [one.text() for one in strip.all("span", "count-month")] == ["Nov", "Dec"]
