"""Three independent libraries agree with the engine, for every start and every length.

Where the libraries disagree among themselves, the disagreement has a name and a
test of its own, so that nobody inherits a rule by accident.
"""

from datetime import date, timedelta
from itertools import islice

import holidays
import numpy as np
import pytest
from govuk_bank_holidays.bank_holidays import BankHolidays

from rapidreview.days import PastHorizonError

LENGTHS = range(1, 61)
DIVISION = BankHolidays.ENGLAND_AND_WALES
BEYOND = None


@pytest.fixture(scope="module")
def starts(england):
    """List every day of the horizon."""
    days = (england.last - england.first).days + 1
    return [england.first + timedelta(days=n) for n in range(days)]


@pytest.fixture(scope="module")
def ours(england, starts):
    """Give the engine's answers: by sign, a row for each start, a cell for each length."""

    def answer(start, count):
        try:
            return england.add(start, count)
        except PastHorizonError:
            return BEYOND

    return {
        sign: [[answer(start, sign * n) for n in LENGTHS] for start in starts]
        for sign in (1, -1)
    }


@pytest.fixture(scope="module")
def govuk():
    """Read GOV.UK's own file, as the Ministry of Justice's package reads it."""
    return BankHolidays(use_cached_holidays=True)


@pytest.fixture(scope="module")
def vacanza():
    """Ask the ``holidays`` package for England, a little beyond the horizon on both sides."""
    return holidays.country_holidays("GB", subdiv="ENG", years=range(2018, 2031))


def clipped(england, day):
    """Return ``day``, or nothing where it lies beyond the horizon."""
    return day if england.first <= day <= england.last else BEYOND


@pytest.mark.parametrize(
    ("sign", "roll"),
    [
        pytest.param(1, "preceding", id="forward"),
        pytest.param(-1, "following", id="backward"),
    ],
)
def test_numpy_busday_offset(england, starts, ours, sign, roll):
    """NumPy counts as we do when a start on a day off is first rolled away from the count."""
    found = np.busday_offset(
        np.array(starts, "datetime64[D]")[:, None],
        sign * np.array(LENGTHS),
        roll=roll,
        holidays=np.array(sorted(england.holidays), "datetime64[D]"),
    ).tolist()
    expected = [[clipped(england, day) for day in row] for row in found]
    assert expected == ours[sign]


@pytest.mark.parametrize(
    ("sign", "method"),
    [
        pytest.param(1, "work_days_after", id="forward"),
        pytest.param(-1, "work_days_before", id="backward"),
    ],
)
def test_govuk_bank_holidays(england, starts, ours, govuk, sign, method):
    """The Ministry of Justice's package yields the same working days, one after another."""
    series = getattr(govuk, method)
    expected = [
        [
            clipped(england, day)
            for day in islice(series(division=DIVISION, date=start), len(LENGTHS))
        ]
        for start in starts
    ]
    if sign < 0:  # its list goes back to 2012, ours begins in 2019
        assert any(BEYOND in row for row in expected)
    assert expected == ours[sign]


@pytest.mark.parametrize("sign", [1, -1], ids=["forward", "backward"])
def test_holidays_package_day_by_day(england, starts, ours, vacanza, sign):
    """Walking by the ``holidays`` package's own idea of a working day gives the same dates."""
    reach = timedelta(days=120)
    days = [
        england.first - reach + timedelta(days=n)
        for n in range((england.last - england.first).days + 1 + 2 * reach.days)
    ]
    working = [day for day in days if vacanza.is_working_day(day)]
    expected = []
    for start in starts:
        walk = working if sign > 0 else working[::-1]
        place = _after(walk, start, sign)
        expected.append(
            [clipped(england, day) for day in walk[place : place + len(LENGTHS)]]
        )
    assert expected == ours[sign]


def _after(walk, start, sign):
    low, high = 0, len(walk)
    while low < high:
        middle = (low + high) // 2
        if (walk[middle] <= start) if sign > 0 else (walk[middle] >= start):
            low = middle + 1
        else:
            high = middle
    return low


@pytest.mark.parametrize("sign", [1, -1], ids=["forward", "backward"])
def test_holidays_package_own_method(england, starts, ours, vacanza, sign):
    """``get_nth_working_day`` agrees on 5, 15 and one more length in turn, for every start."""
    for place, start in enumerate(starts):
        for count in {5, 15, place % len(LENGTHS) + 1}:
            found = vacanza.get_nth_working_day(start, sign * count)
            assert clipped(england, found) == ours[sign][place][count - 1]


def test_length_nought_on_a_working_day(england, starts, vacanza):
    """Nought working days from a working day is that day, for us, NumPy and ``holidays``."""
    working = [day for day in starts if england.is_working(day)]
    off = np.array(sorted(england.holidays), "datetime64[D]")
    assert working == [england.add(day, 0) for day in working]
    assert (
        working
        == np.busday_offset(
            np.array(working, "datetime64[D]"), 0, holidays=off
        ).tolist()
    )
    assert working == [vacanza.get_nth_working_day(day, 0) for day in working]


class TestNamedDisagreements:
    """The libraries differ here; the engine's choice is deliberate."""

    saturday = date(2026, 8, 29)
    """The Saturday before the summer bank holiday, Monday 31 August 2026."""

    def test_numpy_rolled_forward_counts_one_day_too_many(self, england):
        """Rolled forward to Tuesday first, NumPy makes Wednesday day 1."""
        off = sorted(england.holidays)
        forward = np.busday_offset(self.saturday, 5, roll="forward", holidays=off)
        assert date(2026, 9, 8) == forward.item()
        assert date(2026, 9, 7) == england.add(self.saturday, 5)

    def test_numpy_rolled_forward_is_wrong_on_every_day_off(self, england, starts):
        """Exactly the starts on days off differ, near a third of them all."""
        near = [day for day in starts if day < date(2028, 12, 1)]
        off = np.array(sorted(england.holidays), "datetime64[D]")
        forward = np.busday_offset(
            np.array(near, "datetime64[D]"), 5, roll="forward", holidays=off
        ).tolist()
        differ = [
            day
            for day, other in zip(near, forward, strict=True)
            if other != england.add(day, 5)
        ]
        assert [day for day in near if not england.is_working(day)] == differ

    def test_nought_days_from_a_day_off(self, england, vacanza):
        """``holidays`` moves to the next working day; we leave the day where it is."""
        assert date(2026, 9, 1) == vacanza.get_nth_working_day(self.saturday, 0)
        assert self.saturday == england.add(self.saturday, 0)

    def test_past_the_last_known_year(self, england, govuk):
        """GOV.UK's package calls Christmas Day 2035 a working day; we refuse."""
        christmas = date(2035, 12, 25)
        assert govuk.is_work_day(christmas, division=DIVISION)
        with pytest.raises(PastHorizonError, match="31 December 2028"):
            england.is_working(christmas)

    def test_without_a_division_two_bank_holidays_go_missing(self, govuk):
        """Asked for no division, GOV.UK's package drops Easter Monday and the August one."""
        for day in (date(2026, 4, 6), date(2026, 8, 31)):
            assert govuk.is_work_day(day)
            assert not govuk.is_work_day(day, division=DIVISION)
