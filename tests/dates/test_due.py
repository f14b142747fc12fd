"""A dated deadline holds its deadline, its dates and its state; what is said follows from them."""

from dataclasses import fields

import pytest

from rapidreview.dates import Due, date_deadline, schedule
from rapidreview.dates.lacking import BeyondHorizon, Missing, NoNumber
from rapidreview.dates.parts import Cap
from rapidreview.files import as_dict
from rapidreview.model import Protocol, Reading

KEYS = [
    "id",
    "what",
    "who",
    "who_label",
    "step",
    "from",
    "from_label",
    "from_date",
    "to_event",
    "direction",
    "bound",
    "standing",
    "national",
    "status",
    "who_status",
    "reason",
    "applies",
    "printed",
    "unit_stated",
    "latest",
    "latest_working_day",
    "latest_means",
    "aim_for",
    "aim_working_day",
    "aim_means",
    "readings",
    "working",
    "counterpart",
    "counterpart_latest",
    "cap",
    "limits",
    "otherwise",
    "replaced",
    "words",
    "missing",
    "forecast",
    "forecast_says",
    "if_missed",
    "rounds",
    "rounds_say",
    "unless",
    "aside",
    "in_force",
    "notes",
    "done_on",
    "state",
    "days_left",
    "aim_passed",
    "source",
]


def test_the_plain_data_of_a_deadline_keeps_its_keys_in_their_order(make, england):
    """Programs read these keys; the parts behind them may change."""
    protocol = Protocol(make.national(), make.partnership())
    plan = schedule(protocol, {"la_aware": "2026-11-12"}, england)
    for one in as_dict(plan)["deadlines"]:
        assert list(one) == KEYS
        assert list(one["working"]) == ["text", "title", "rule", "days"]


def test_no_fact_of_the_deadline_is_copied(make, known):
    """A dated deadline holds the deadline itself; none of its fields repeats one of it."""
    one = make.deadline("report", make.reading("latest", 5), from_="start")
    due = date_deadline(one, known({}, (make.event("start"),)))
    assert due.deadline is one
    own = {item.name for item in fields(Due)}
    assert own & {item.name for item in fields(one)} <= {"national", "readings"}


def test_what_a_deadline_lacks_is_a_fact_with_its_own_kind(make, known):
    """An unknown event, the end of the bank holidays and no number are told apart."""
    events = (make.event("start", noun="the start"),)
    counted = make.deadline("counted", make.reading("latest", 5), from_="start")
    silent = make.deadline(
        "silent", Reading(id="one", means="no number", use="latest"), from_="start"
    )
    waiting = date_deadline(counted, known({}, events)).dates.lacks
    assert waiting == Missing(event="start", label="start", noun="the start")
    far = known({"start": known().calendar.last}, events)
    assert isinstance(date_deadline(counted, far).dates.lacks, BeyondHorizon)
    assert date_deadline(silent, far).dates.lacks == NoNumber()


@pytest.mark.parametrize(
    ("given", "state"),
    [({}, "waiting"), ({"la_aware": "last"}, "beyond")],
)
def test_the_state_of_what_has_no_date_follows_from_what_it_lacks(
    make, england, given, state
):
    """No sentence is read to learn it."""
    given = {event: england.last.isoformat() for event in given}
    plan = schedule(Protocol(make.national(), make.partnership()), given, england)
    assert plan.find("sin").state == state


def test_a_cap_tells_the_limit_that_counts_first(england):
    """Whichever of the two is earlier."""
    early, late = england.first, england.last
    assert Cap(local=early, national=late).says.startswith(
        "The earlier of two limits: local"
    )
    assert Cap(local=late, national=early).says.startswith(
        "The earlier of two limits: national"
    )
    assert "no date yet" in Cap(local=None, national=early).says
