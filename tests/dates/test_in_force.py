"""Clocks and texts in force from and until a day, and cases that straddle a change."""

from datetime import date

import pytest

from handbook.pages.reckoner.dates import reckoner
from rapidreview.dates import schedule
from rapidreview.model import Area, Document, InForce, Protocol, Section

OLD = InForce(until="2026-08-31")
NEW = InForce(from_="2026-09-01")
TODAY = date(2026, 8, 28)
HERE = {"old": "aland", "new": "bland"}
"""The area that each of two texts governs."""


@pytest.fixture
def plan(make, england):
    """Make the schedule of a meeting within 10 days by the old text, 9 by the new one."""

    def of(given, *, by_document=False, law=False, areas=False, area=""):
        stretches = {"old": OLD, "new": NEW}
        documents = tuple(
            Document(
                id=name,
                title=f"The {name} protocol",
                scheme="numbered",
                retrieved_on="2026-11-21",
                review_by="2027-11-21",
                sections=(Section(at="6", title="Meeting"),),
                in_force=stretch if by_document else None,
                governs_areas=(HERE[name],) if areas else (),
            )
            for name, stretch in stretches.items()
        )
        own = make.partnership(
            documents=documents,
            areas=tuple(
                Area(id=one, name=one.title(), authority=f"{one} Council")
                for one in HERE.values()
            ),
            events=(
                make.event("la_aware", "Aware"),
                make.event("sin_sent", "Notified"),
                make.event("rr_meeting", "Meeting"),
            ),
            deadlines=tuple(
                make.deadline(
                    f"meet-{name}",
                    make.reading("latest", amount),
                    from_="sin_sent",
                    to_event="rr_meeting",
                    in_force=None if by_document or areas else stretches[name],
                    national="rapid-review" if law else "",
                    source=(f"{name}#6",),
                )
                for name, amount in (("old", 10), ("new", 9))
            ),
        )
        national = make.national(**({} if law else {"deadlines": ()}))
        return schedule(Protocol(national, own), given, england, TODAY, area=area)

    return of


@pytest.mark.parametrize("by_document", [False, True])
@pytest.mark.parametrize(
    ("sent", "dated", "undated", "day"),
    [
        ("2026-08-24", "meet-old", "meet-new", date(2026, 9, 8)),
        ("2026-08-31", "meet-old", "meet-new", date(2026, 9, 14)),
        ("2026-09-01", "meet-new", "meet-old", date(2026, 9, 14)),
    ],
)
def test_the_text_in_force_on_the_day_of_the_start_gives_the_date(
    plan, by_document, sent, dated, undated, day
):
    """Its last day is in it; the next day belongs to the new text."""
    found = plan({"sin_sent": sent}, by_document=by_document)
    assert found.find(dated).latest == day
    other = found.find(undated)
    assert (other.latest, other.state) == (None, "not-in-force")
    assert other.in_force.startswith("Not counted by this text: in force ")


def test_a_limit_that_runs_over_the_change_straddles_it(plan):
    """The start is before the change, the date after it: which text is applied is said."""
    due = plan({"sin_sent": "2026-08-24"}).find("meet-old")
    assert due.validity.state == "straddles"
    assert due.in_force == (
        "Counted by the text in force on the day its clock starts (in force until 31"
        " August 2026). The case straddles the change: the date lies outside those days."
    )


def test_a_limit_within_the_days_of_its_text_does_not_straddle(plan):
    """Start and date are both before the change."""
    due = plan({"sin_sent": "2026-08-03"}).find("meet-old")
    assert (due.latest, due.validity.state) == (date(2026, 8, 17), "in")


@pytest.mark.parametrize("by_document", [False, True])
def test_a_case_with_a_date_on_either_side_is_told_so(plan, by_document):
    """Aware before, the meeting after: one sentence for each text that changes."""
    given = {
        "la_aware": "2026-08-27",
        "sin_sent": "2026-08-28",
        "rr_meeting": "2026-09-10",
    }
    found = plan(
        {k: v for k, v in given.items() if k != "la_aware"}, by_document=by_document
    )
    clashes = [one for one in found.conflicts if one.kind == "straddles"]
    assert [one.events for one in clashes] == [("sin_sent", "rr_meeting")] * 2
    assert "Notified is before the change (Friday 28 August 2026)" in clashes[0].says
    assert "Meeting after it (Thursday 10 September 2026)" in clashes[0].says


def test_a_case_on_one_side_is_told_nothing(plan):
    """Both dates are after the change."""
    found = plan({"sin_sent": "2026-09-01", "rr_meeting": "2026-09-10"})
    assert [one for one in found.conflicts if one.kind == "straddles"] == []


def test_where_the_local_text_is_not_in_force_the_national_limit_holds(plan):
    """A text that is not in force hides no national date."""
    due = plan({"sin_sent": "2026-09-01"}, law=True).find("meet-old")
    assert (due.latest, due.national, due.standing) == (
        date(2026, 9, 22),
        True,
        "panel",
    )
    assert due.in_force.startswith("Not counted by this text")


@pytest.mark.parametrize(
    ("area", "counted"), [("aland", {"old"}), ("bland", {"new"}), ("", {"old", "new"})]
)
def test_a_text_counts_for_the_areas_that_it_governs(plan, area, counted):
    """Where the case is decides which of two texts gives the date; the other says why it does not."""
    found = plan({"sin_sent": "2026-09-01"}, areas=True, area=area)
    dated = {one for one in HERE if found.find(f"meet-{one}").latest is not None}
    assert dated == counted
    for other in HERE.keys() - counted:
        due = found.find(f"meet-{other}")
        where = HERE[other].title()
        assert due.in_force == f"Not counted: its text governs cases in {where}."
        assert due.state == "not-in-force"


def test_a_table_of_the_year_gives_each_day_the_text_in_force_on_it(make, england):
    """Up to 31 August the old limit has a date, from 1 September the new one."""
    own = make.partnership(
        events=(make.event("sin_sent"),),
        deadlines=tuple(
            make.deadline(
                name, make.reading("latest", 9), from_="sin_sent", in_force=stretch
            )
            for name, stretch in (("old", OLD), ("new", NEW))
        ),
    )
    protocol = Protocol(make.national(deadlines=(), events=()), own)
    (table,) = reckoner(protocol, england, 2026)
    for row in table.rows:
        old, new = (cell.latest is not None for cell in row.cells)
        before = row.day < date(2026, 9, 1)
        assert (old, new) == (before, not before)
