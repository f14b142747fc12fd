"""What comes round, is put aside or is not in force has its place and its words in a schedule."""

import re
from dataclasses import replace
from datetime import date

import pytest

from rapidreview.check import NarrowerHere
from rapidreview.dates import schedule
from rapidreview.model import Document, Every, InForce, Protocol, Section, Unless
from rapidreview.show import Sources, schedule_html
from rapidreview.show.narrower import narrower_html

OBJECTION = Unless(says="the police object", event="police_objection", source=("1",))


@pytest.fixture
def shown(make, england):
    """Return the words of each section of the schedule, by its heading."""
    own = make.partnership(
        documents=(
            Document(
                id="protocol",
                title="Protocol",
                scheme="numbered",
                retrieved_on="2026-11-21",
                review_by="2027-11-21",
                sections=(Section(at="1", title="All"),),
                governs="It governs every case.",
            ),
        ),
        events=(make.event("decided"), make.event("police_objection")),
        deadlines=(
            make.deadline(
                "tell",
                make.reading("latest", 10),
                from_="decided",
                unless=(OBJECTION,),
            ),
            make.deadline(
                "old",
                make.reading("latest", 3),
                from_="decided",
                in_force=InForce(until="2026-08-31"),
            ),
            make.deadline("log", every=Every(unit="quarter")),
            make.deadline(
                "report", every=Every(unit="week", amount=8), from_="decided"
            ),
        ),
    )
    national = make.national(deadlines=(), events=())
    given = {"decided": "2026-11-02", "police_objection": "2026-11-09"}
    plan = schedule(Protocol(national, own), given, england, date(2026, 11, 10))
    html = str(schedule_html(plan, Sources(national, own), england))
    parts = re.split(r"<h2[^>]*>(.*?)</h2>", html)
    plain = [" ".join(re.sub(r"<[^>]+>", " ", part).split()) for part in parts]
    return dict(zip(plain[1::2], plain[2::2], strict=True))


def test_each_has_its_section(shown):
    """The quarter is under what comes round; the old text's limit under what is not due."""
    assert (
        "Every quarter. The next is October to December 2026."
        in shown["Without a date"]
    )
    assert "Not counted by this text: in force until 31 August 2026" in shown["Not due"]


def test_beside_a_date_stands_what_puts_it_aside_and_when_it_is_due_again(shown):
    """The date is shown all the same."""
    dates = shown["Every date"]
    assert "Mon 16 Nov 2026" in dates
    assert "Unless the police object." in dates
    assert "Put aside since Mon 9 Nov 2026, because the police object." in dates
    assert "Then Monday 22 February 2027, " in dates


def test_the_slip_of_a_source_says_which_cases_its_text_governs(shown):
    """The words stand in the slip that the mark opens."""
    assert any("Governs It governs every case." in words for words in shown.values())


def test_narrower_words_lead_to_their_note_where_there_is_one(protocol, sources):
    """The partnership's own page of notes, at the note; without a note no link."""
    words = NarrowerHere(
        id="x", duties=("notify",), words=("lives there",), says="Says.", source=(),
        law="The law.", basis=(), evidence="found", note="where",
    )  # fmt: skip
    page = f'href="../partnerships/{protocol.partnership.id}/notes/#note-where"'
    assert page in narrower_html([words], "notify", sources)
    assert "href" not in narrower_html([replace(words, note="")], "notify", sources)
    assert narrower_html([words], "another", sources) == ""
