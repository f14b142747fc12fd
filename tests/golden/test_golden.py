"""What is drawn and written from a small protocol is, sign for sign, what was read and agreed.

Each case has a file beside this one. After a wanted change, ``RENEW=1 pytest
tests/golden`` writes them anew; read the difference before it is committed.
"""

import os
from dataclasses import replace
from datetime import UTC, date, datetime
from pathlib import Path

import pytest

from rapidreview.check import decide
from rapidreview.check.checker import questions_for
from rapidreview.dates import schedule, with_booked, with_reference
from rapidreview.files import as_csv, as_text, calendar_file
from rapidreview.model import (
    OPEN,
    Body,
    Document,
    Elsewhere,
    Flag,
    Held,
    Holder,
    Instrument,
    Jurisdiction,
    Notifiability,
    Protocol,
    Question,
    Replacement,
    Statement,
    When,
)
from rapidreview.model.base import Option
from rapidreview.model.house import FirstAct, HouseRoutes, Reader
from rapidreview.model.national import Act, Duty, Outcome, Reason, Rule
from rapidreview.model.partnership import Section
from rapidreview.show import Record, Sources, answer_html, record_file, schedule_html

HERE = Path(__file__).parent
MADE = datetime(2026, 11, 20, 9, 5, tzinfo=UTC)
LAW = ("law#s1",)
QUESTIONS = (
    Question(
        id="age",
        ask="How old is the child in our area?",
        options=(
            Option(id="under-18", label="Under 18", said="the child is under 18"),
            Option(id="25-plus", label="25 or older", said="the person is 25 or older"),
            Option(id=OPEN, label="Not sure"),
        ),
        source=LAW,
    ),
    Question(
        id="harm",
        ask="What was the harm?",
        options=(
            Option(id="died", label="The child died", said="the child died"),
            Option(id="less", label="Less <than> serious"),
        ),
        source=LAW,
    ),
)
NOTIFY = Duty(
    id="notify", do="Notify the Panel", to="the Panel", who="us", strength="must",
    standing="law", deadline="sin", source=LAW,
)  # fmt: skip


def rule(name, when, outcome, *duties, **more):
    """Return a rule of the small law that rests on the age."""
    said = f"What {name} says & asks."
    reason = Reason(question="age", says=f"{name} asks.", standing="law", source=LAW)
    return Rule(
        **{
            "id": name, "when": When(all_=when), "outcome": outcome, "title": f"Rule {name}",
            "says": said, "leads": "us", "duties": duties, "because": (reason,),
            "standing": "law", "source": LAW, **more,
        }
    )  # fmt: skip


TABLE = Notifiability(
    questions=QUESTIONS,
    outcomes=(
        Outcome(
            id="must-notify", gravity=60, kicker="Must notify", title="You must notify",
            says="Do it in our area.", duty=True, must=True, never_lowered_by=("Nobody is charged",),
        ),
        Outcome(
            id="discuss", gravity=30, kicker="Discuss now", title="Discuss it",
            says="Today.", judged=True,
        ),
        Outcome(
            id="other-route", gravity=10, kicker="Another route", title="Another route",
            says="Ask there.",
        ),
    ),
    acts=(Act(id="notify", name="Notify"), Act(id="write", name="Write it down")),
    rules=(
        rule("R01", {"age": ("under-18",), "harm": ("died",)}, "must-notify", NOTIFY),
        rule("R02", {"age": ("under-18",)}, "discuss"),
        rule(
            "R03", {"age": ("25-plus",)}, "other-route",
            routes=("Ask for the review of adults",), leads="nobody",
        ),
        rule(
            "R40", {}, "must-notify", NOTIFY, gravest_of=("age",), evidence="to-verify",
        ),
        rule("R41", {}, "discuss", gravest_of=("age",)),
    ),
    also=(
        Duty(
            id="write", do="write it down", to="", who="us", strength="should",
            standing="guidance", source=LAW, when=When(all_={"harm": ("died",)}),
        ),
    ),
    flags=(
        Flag(
            id="whose", title="Whose job", says="Only one of two.", when=When(),
            whose="answer", source=LAW,
        ),
        Flag(
            id="inquest", title="An inquest", says="It runs beside.",
            when=When(all_={"harm": ("died",)}), who="the coroner", source=LAW,
            evidence="to-verify",
        ),
    ),
    dated_by="la_aware",
    irrelevant=(Statement(says="Who did it.", source=LAW),),
)  # fmt: skip


@pytest.fixture
def law(make):
    """Return a national layer of two questions, five rules and four clocks."""
    bearers = ("us", "them", "us-and-them", "by-place", "lead", "nobody")
    bearers += ("responsible-authority", "partners", "their-partners")
    return make.national(
        instruments=(
            Instrument(
                id="law", title="An Act of 2004", short="The Act", kind="law",
                edition="as amended", checked_on="2026-11-20", url="https://example.org/a",
            ),
        ),
        notifiability=TABLE,
        jurisdiction=Jurisdiction(
            bodies=(Body(id="ours", name="your local authority", ours="our authority"),),
            holders=(Holder(who=bearers, rows=(Held(bodies=("ours",), source=LAW),)),),
            elsewhere=Elsewhere(when=When(all_={"age": ("25-plus",)}), source=LAW),
        ),
        routes=HouseRoutes(
            readers=(Reader(id="worker", label="I work with <children>"),),
            first_acts=(
                FirstAct(outcome="must-notify", form="Send the form", do="Tell it",
                    to="Whoever notifies", by="Today", local="next", source=LAW,
                    status="derived", reason="The days run."),
                FirstAct(outcome="discuss", do="Ask for it", to="The partners",
                    by="Today", source=LAW),
                FirstAct(outcome="other-route", do="Ask for the review", to="The board",
                    by="Today", route="Adults", leads="The board", source=LAW),
            ),
        ),
    )  # fmt: skip


@pytest.fixture
def place(law, small):
    """Return the small protocol with a text of two sections and its own question."""
    text = Document(
        id="protocol", title="Rapid Reviews in <Smallshire>", scheme="numbered",
        retrieved_on="2026-11-21", review_by="2027-05-21",
        sections=tuple(Section(at=at, title=f"Section {at}") for at in ("1", "2", "3")),
    )  # fmt: skip
    return Protocol(law, replace(small, documents=(text,)))


@pytest.fixture
def made(place, england):
    """Return a maker of a record and its sources: the answers, the area and the day of awareness."""

    def make(area="", aware="", **given):
        given = {"known-family": "no"} | given
        decision = decide(place, given, area)
        dates = ()
        if aware:
            plan = schedule(place, {"la_aware": aware}, england)
            started = {one.id for one in decision.starts}
            dates = tuple(one for one in plan.deadlines if one.id in started)
        record = Record(
            decision=decision,
            place=place.areas[area].name if area else place.name,
            partnership=place.partnership,
            asked=questions_for(place, area),
            aware=aware,
            dates=dates,
            made=MADE,
        )
        return record, Sources(place.national, place.partnership, "../")

    return make


@pytest.fixture
def plan(make, england):
    """Return a schedule with a range, hours, months, a clash, a cap and what waits."""

    def of(given, today=None):
        policy = make.partnership(
            documents=(Document(id="protocol", title="The text", scheme="numbered",
                retrieved_on="2026-11-21", review_by="2027-05-21",
                sections=(Section(at="1", title="One"),)),),
            events=(
                make.event("sin_sent", "Notification sent", noun="the notification"),
                make.event("rr_meeting", "Meeting", time=True),
                make.event("extension", "New date agreed"),
            ),
            deadlines=(
                make.deadline("checks", make.reading("latest", 9, "day"),
                    make.reading("aim", 5), make.reading("rejected", 4, "week"),
                    from_="sin_sent", what="Checks <all> & “some”", printed="nine days",
                    unit_stated=False, status="derived", reason="It says days."),
                make.deadline("meeting", make.reading("latest", 5, to=8), from_="sin_sent",
                    to_event="rr_meeting", bound="within"),
                make.deadline("papers", make.reading("latest", 48, "hour"),
                    from_="rr_meeting", direction="before", bound="at-least"),
                make.deadline("report", make.reading("latest", 20), from_="sin_sent",
                    to_event="report_submitted", national="rapid-review", capped=True,
                    replaced_by=(Replacement(event="extension", says="A new date.",
                        source=("1",)),)),
                make.deadline("learning", no_time="No time limit given."),
                make.deadline("again", make.reading("latest", 6, "month"),
                    from_="report_submitted", applies="where a review follows"),
            ),
        )  # fmt: skip
        protocol = Protocol(make.national(), policy)
        found = schedule(protocol, given, england, today, ("2026-12-03",))
        booked = with_booked(found, ["2026-12-09"], england, protocol.national.meetings)
        return with_reference(booked, "ref 7"), Sources(
            protocol.national, policy, "../"
        )

    return of


SENT = {"sin_sent": "2026-11-20"}
FULL = SENT | {"rr_meeting": "2026-12-09T10:00", "la_aware": "2026-11-10"}
ANSWERS = {
    "answer-must": {"area": "east", "age": "under-18", "harm": "died"},
    "answer-dated": {"age": "under-18", "harm": "died", "aware": "2026-11-19"},
    "answer-raised": {"age": "under-18", "harm": "less", "known-family": "yes"},
    "answer-local": {"age": "under-18", "harm": "died", "known-family": "yes"},
    "answer-open": {"age": OPEN, "harm": "less", "area": "west"},
    "answer-open-death": {"age": OPEN, "harm": "died"},
    "answer-route": {"age": "25-plus", "harm": "less"},
}
PLANS = {
    "dates-first": (SENT, date(2026, 11, 23)),
    "dates-late": (FULL, date(2026, 12, 16)),
    "dates-undated": (SENT | {"extension": "2026-12-18"}, None),
}


def one_tag_a_line(html):
    """Return HTML so that a difference shows the tag in which it is."""
    return html.replace("><", ">\n<").replace("</p>", "</p>\n") + "\n"


def agreed(name, found):
    """Hold what was made to the file ``name``; with RENEW set, write the file."""
    path = HERE / name
    if os.environ.get("RENEW"):
        path.write_text(found, encoding="utf-8", newline="")
    with path.open(encoding="utf-8", newline="") as file:
        assert file.read() == found


@pytest.mark.parametrize("name", ANSWERS)
def test_an_answer_is_drawn_as_agreed(made, name):
    """The page of the answer, with its slips of sources."""
    record, sources = made(**ANSWERS[name])
    html = answer_html(record, sources)
    agreed(f"{name}.html", one_tag_a_line(html))


@pytest.mark.parametrize("name", ["answer-dated", "answer-open", "answer-local"])
def test_the_file_of_a_record_is_as_agreed(made, name):
    """A whole page that opens anywhere."""
    record, sources = made(**ANSWERS[name])
    agreed(
        f"{name.replace('answer', 'record')}.html",
        one_tag_a_line(record_file(record, sources)),
    )


@pytest.mark.parametrize("name", PLANS)
def test_a_schedule_is_drawn_as_agreed(plan, england, name):
    """The table, the picture, the agenda and each working."""
    found, sources = plan(*PLANS[name])
    agreed(f"{name}.html", one_tag_a_line(schedule_html(found, sources, england)))


@pytest.mark.parametrize("name", PLANS)
def test_the_files_of_a_schedule_are_as_agreed(plan, england, name):
    """Text to paste, a table for a spreadsheet, and a calendar."""
    found, _ = plan(*PLANS[name])
    agreed(f"{name}.txt", as_text(found))
    agreed(f"{name}.csv", as_csv(found))
    agreed(f"{name}.ics", calendar_file(found, england, MADE))
