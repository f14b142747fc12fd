"""The working on the page: every day a cell, and three columns of why."""

from datetime import date
from html.parser import HTMLParser
from pathlib import Path

import pytest

from handbook.cli.asking import Days, Shelf
from rapidreview.show import Sources, count_html
from rapidreview.show.schedule.tally import worked_row


@pytest.fixture(scope="module")
def shelf():
    """Open the five policies."""
    return Shelf(Path(__file__).parents[2] / "policies")


@pytest.fixture(scope="module")
def worked(shelf):
    """Return the words of a deadline's working, from its partnership, id and dates."""

    def words(partnership, deadline, **events):
        due = shelf.plan(partnership, events, date(2026, 12, 22)).find(deadline)
        sources = Sources(shelf.national, shelf.partnership(partnership), "../")
        return text_of(worked_row(due, sources))

    return words


class Words(HTMLParser):
    """Collects the words of a piece of a page."""

    def __init__(self):
        super().__init__()
        self.words = []

    def handle_data(self, data):
        """Keep the words."""
        self.words.append(data)


def text_of(html):
    """Return the words of ``html``, with single spaces."""
    parser = Words()
    parser.feed(html)
    return " ".join(" ".join(parser.words).split())


class TestColumns:
    """Counted from, not counted, assumed."""

    def test_over_christmas_each_bank_holiday_is_named(self, worked):
        """Tees: fifteen working days from 17 December pass three bank holidays and four weekends."""
        said = worked("tees", "rapid-review", sin_sent="2026-12-17")
        assert "15 working days from Thursday 17 December 2026" in said
        assert "Day 1 is Friday 18 December 2026, the working day after." in said
        assert (
            "8 weekend days, and 3 bank holidays: Christmas Day (Fri 25 Dec 2026),"
            " Boxing Day (substitute day) (Mon 28 Dec 2026) and New Year’s Day (Fri 1 Jan 2027)."
        ) in said

    def test_months_leave_no_day_out(self, worked):
        """Months are counted by the calendar, and the column says that nothing is left out."""
        said = worked("tees", "lcspr", lcspr_decided="2026-08-31")
        assert "6 months from Monday 31 August 2026" in said
        assert "That month has no such day, so its last day is taken" in said
        assert "Nothing is left out: days off count." in said

    def test_the_date_to_aim_for_has_its_own_working(self, worked):
        """Surrey's forms: one count from the day after, and one with the day itself as day 1."""
        said = worked("surrey", "scoping-back", sin_sent="2026-10-26")
        assert 2 == said.count("5 working days from Monday 26 October 2026")
        assert "Day 1 is Monday 26 October 2026, the day itself." in said

    def test_what_was_not_used_says_why(self, worked):
        """A rejected reading stands under the working with its reason and no date to work to."""
        said = worked("surrey", "rr-meeting", sin_sent="2026-10-26")
        assert "Not used Calendar day 9 or 10" in said
        assert "leave no working day on which to meet" in said


class TestStrip:
    """One cell a day."""

    def test_the_numbers_run_to_the_amount(self, shelf):
        """Every number from 1 to the last stands in the strip once."""
        due = shelf.plan("tees", {"sin_sent": "2026-12-17"}, date(2026, 12, 22))
        strip = text_of(count_html(due.find("rapid-review").working))
        assert [str(n) for n in range(1, 16)] == [
            part.split()[0] for part in strip.split("counted as day ")[1:]
        ]

    def test_a_closure_day_is_marked_and_counted(self, shelf):
        """A closed office does not stop the count."""
        closed = Days(closed=["2026-12-29"])
        plan = shelf.plan(
            "tees", {"sin_sent": "2026-12-17"}, date(2026, 12, 22), closed
        )
        assert "counted as day 6 , closed locally" in text_of(
            count_html(plan.find("rapid-review").working)
        )
