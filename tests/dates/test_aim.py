"""Of two limits of which the earlier counts, the earlier date to aim for counts as well."""

from datetime import date

import pytest

from rapidreview.dates import schedule
from rapidreview.model import Protocol


@pytest.fixture
def notify(make, england):
    """Return the dated notification of a partnership whose own limit has these readings.

    The national one is due on the fifth working day, and aims for the day before.
    """

    def dated(*readings):
        own = make.deadline(
            "notify", *readings, from_="la_aware", to_event="sin_sent",
            national="sin", capped=True,
        )  # fmt: skip
        protocol = Protocol(make.national(), make.partnership(deadlines=(own,)))
        given = {"la_aware": "2026-11-20"}
        return schedule(protocol, given, england, date(2026, 11, 20)).find("notify")

    return dated


def test_the_local_aim_stands_where_it_is_the_earlier(make, notify):
    """Even where the national limit is the earlier of the two."""
    due = notify(make.reading("latest", 8), make.reading("aim", 2))
    assert (due.aim_for, due.latest) == (date(2026, 11, 24), date(2026, 11, 27))


def test_the_national_aim_stands_where_it_is_the_earlier(make, notify):
    """Even where the local limit is the earlier of the two, or both are one."""
    due = notify(make.reading("latest", 5), make.reading("aim", 6))
    assert (due.aim_for, due.latest) == (date(2026, 11, 26), date(2026, 11, 27))


def test_of_two_equal_aims_the_local_one_is_told(make, notify):
    """It is what the protocol says."""
    own = make.reading("aim", 4, id="ours")
    due = notify(make.reading("latest", 5), own)
    assert due.aim_for == date(2026, 11, 26)
    assert due.aim_means == "means ours"
