"""A case found not to meet the criteria after the notification: the review's clocks end, with reasons."""

import csv
import io
from datetime import date, datetime
from pathlib import Path

import pytest
from icalendar import Calendar as Parsed

from handbook.cli.asking import Shelf
from handbook.exits import AskedWronglyError
from handbook.read.policy_files import policy_files
from rapidreview.files import as_csv, as_dict, as_text, calendar_file
from rapidreview.show import Sources, schedule_html

POLICIES = Path(__file__).parents[2] / "policies"
PARTNERSHIPS = [path.stem for path in policy_files(POLICIES / "partnerships")]
SENT = {"la_aware": "2026-11-16", "sin_sent": "2026-11-20"}
FOUND = SENT | {"criteria_not_met": "2026-12-01"}
TODAY = date(2026, 12, 21)
"""A working day after every limit of a rapid review that began on 20 November."""
BEFORE_THE_NOTICE = {"sin", "tell-partners", "looked-after-death"}
"""National clocks that run from awareness: no finding ends them."""
STAMP = datetime.fromisoformat("2026-11-21T09:30")
LATER = datetime.fromisoformat("2026-12-02T09:30")


@pytest.fixture(scope="module")
def shelf():
    """Read the policies once."""
    return Shelf(POLICIES)


@pytest.fixture(params=PARTNERSHIPS)
def pair(request, shelf):
    """Return the schedule of one partnership without the finding and with it."""
    return shelf.plan(request.param, SENT, TODAY), shelf.plan(
        request.param, FOUND, TODAY
    )


def test_no_deadline_is_dropped_and_every_date_stays(pair):
    """The same deadlines with the same dates; only where they stand has changed."""
    without, found = pair
    dates = {due.id: (due.latest, due.aim_for) for due in without.deadlines}
    assert dates == {due.id: (due.latest, due.aim_for) for due in found.deadlines}


def test_what_runs_from_the_notification_has_ended(pair):
    """The report is not overdue; nothing that the review was late with is due any more."""
    without, found = pair
    ended = {due.id for due in found.deadlines if due.state == "ended"}
    reviews = {
        due.id
        for due in without.deadlines
        if due.from_ in {"sin_sent", "sin_received", "rr_meeting", "report_submitted"}
    }
    assert reviews <= ended
    assert any(due.id in ended for due in without.deadlines if due.state == "overdue")
    assert not any(found.find(name).state == "overdue" for name in ended)
    assert not ended & {*found.overdue, *found.next, *found.last, *found.due_today}
    assert not ended & {name for clash in found.conflicts for name in clash.deadlines}


def test_the_duty_to_notify_stays_as_it_was(pair):
    """The notification is done; telling the partners, and a death in care, go on."""
    without, found = pair
    for due in found.deadlines:
        if {due.id, due.counterpart} & BEFORE_THE_NOTICE:
            assert due == without.find(due.id)
    assert any(due.state == "done" for due in found.deadlines)


def test_without_a_notification_the_finding_does_not_end_the_duty_to_send_one(shelf):
    """In every partnership the notification stays due."""
    given = {"la_aware": "2026-12-14", "criteria_not_met": "2026-12-15"}
    for name in PARTNERSHIPS:
        plan = shelf.plan(name, given, date(2026, 12, 16))
        notices = [due for due in plan.deadlines if due.to_event == "sin_sent"]
        assert notices
        assert all(due.state != "ended" for due in notices)


def test_it_is_said_who_writes_what_to_whom(pair):
    """Reasons are written, the Panel is told, the notification stays; in text, table and page."""
    _, found = pair
    [ended] = found.ended
    told = " ".join(one.says for one in ended.says)
    for words in ("subsequently determined", "reasons", "Tell the Panel", "stays done"):
        assert words in told
    assert {"found", "to-verify"} == {one.evidence for one in ended.says}
    assert all(one.source for one in ended.says)
    text = as_text(found)
    assert all(one.says in text for one in ended.says)
    rows = csv.DictReader(io.StringIO(as_csv(found)))
    states = {row["id"]: row["state"] for row in rows}
    assert {"Ended: no longer due"} == {
        states[due.id] for due in found.deadlines if due.state == "ended"
    }
    assert as_dict(found)["ended"][0]["event"] == "criteria_not_met"


def test_the_page_shows_what_has_ended_by_itself(pair, shelf):
    """A heading of its own, the picture's words, and the tag of what is to be verified."""
    _, found = pair
    place = shelf.partnership(found.partnership)
    html = schedule_html(found, Sources(shelf.national, place, "../"), shelf.calendar)
    before, heading, after = html.partition("<h2>No longer due</h2>")
    assert heading
    assert 'data-state="ended"' not in before
    every = [due for due in found.deadlines if due.state == "ended"]
    assert len(every) == after.count('data-state="ended"')
    assert "(ended)" in before
    assert before.count("to be verified</") >= 3


def test_a_calendar_that_holds_the_dates_drops_them(pair, shelf):
    """The same ids, a greater number in the sequence, cancelled and without an alarm."""
    without, found = (
        {
            str(event["UID"]): event
            for event in Parsed.from_ical(
                calendar_file(plan, shelf.calendar, stamp)
            ).walk("VEVENT")
        }
        for plan, stamp in zip(pair, (STAMP, LATER), strict=True)
    )
    assert without.keys() == found.keys()
    cancelled = {uid for uid, one in found.items() if one["STATUS"] == "CANCELLED"}
    assert cancelled
    for uid in cancelled:
        assert found[uid]["SEQUENCE"] > without[uid]["SEQUENCE"]
        assert not found[uid].walk("VALARM")
        assert str(found[uid]["SUMMARY"]).startswith("Ended: ")
    over = [due for due in pair[1].deadlines if due.state == "ended" and due.latest]
    assert len(over) <= len(cancelled) <= 2 * len(over)


@pytest.mark.parametrize("name", PARTNERSHIPS)
def test_what_was_done_stays_done_and_what_begins_later_is_due(shelf, name):
    """A local review that is decided on after the finding runs as ever."""
    decided = FOUND | {"lcspr_decided": "2026-12-07"}
    plan = shelf.plan(name, decided | {"rr_meeting": "2026-11-30"}, TODAY)
    meeting = [due for due in plan.deadlines if due.to_event == "rr_meeting"]
    review = [due for due in plan.deadlines if due.from_ == "lcspr_decided"]
    assert {"done"} == {due.state for due in meeting}
    assert any(due.latest for due in review) or name == "north-yorkshire"
    assert "ended" not in {due.state for due in review}


@pytest.mark.parametrize("name", PARTNERSHIPS)
def test_a_finding_that_is_still_to_come_ends_nothing(shelf, name):
    """It is said beside its date that every date holds until then."""
    plan = shelf.plan(name, FOUND, date(2026, 11, 25))
    assert () == plan.ended
    on_one_way = {due.id for due in plan.deadlines if due.deadline.only_where}
    ended = {due.id for due in plan.deadlines if due.state == "ended"}
    assert ended <= on_one_way
    assert ["not-yet"] == [one.kind for one in plan.conflicts if one.kind == "not-yet"]


def test_a_finding_before_the_notification_is_refused(shelf):
    """What was never notified needs no finding."""
    wrong = SENT | {"criteria_not_met": "2026-11-19"}
    with pytest.raises(AskedWronglyError, match="cannot be before"):
        shelf.plan("tees", wrong, TODAY)
