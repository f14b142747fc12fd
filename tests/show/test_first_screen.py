"""The first screen of every answer: you, to whom, by when. No sentence is said twice below it."""

import re
from datetime import UTC, datetime

from elements import elements
from rapidreview.check import Checker
from rapidreview.show import Record, Sources, answer_html

PLACES = {
    "tees": ("hartlepool", "stockton-on-tees", "middlesbrough", "redcar-and-cleveland"),
    "surrey": ("surrey",),
    "tower-hamlets": ("tower-hamlets",),
    "cheshire-east": ("cheshire-east",),
    "north-yorkshire": ("north-yorkshire",),
    "england": ("leeds",),
}
"""The nine areas, one of which has no file of its own."""
CASES = (
    {},
    {"harm": "died", "care": "looked-after-here"},
    {"place": "elsewhere-in-england"},
    {"age": "18-24", "care": "care-leaver", "abuse": "no", "harm": "died"},
    {"abuse": "not-sure", "harm": "died"},
    {"harm": "near-miss"},
    {"abuse": "no", "harm": "died"},
    {"abuse": "no", "harm": "near-miss"},
    {"age": "18-24", "care": "looked-after-here"},
    {"place": "not-sure", "care": "not-sure"},
)
"""Answers that lead to every outcome, open ones among them."""


def answered(library, answers):
    """Yield the record and the sources of every case in every area."""
    protocols = {one.id: one for one in (*library.protocols, library.england)}
    for name, areas in PLACES.items():
        for area in areas:
            protocol = protocols[name].at(area)
            checker = Checker(protocol, area)
            for case in CASES:
                decision = checker.decide(answers(**case))
                yield (
                    Record(
                        decision=decision,
                        place=protocol.areas[area].name,
                        partnership=protocol.partnership,
                        asked=checker.questions,
                        aware="",
                        dates=(),
                        made=datetime(2026, 11, 20, 9, 5, tzinfo=UTC),
                    ),
                    Sources(protocol.national, protocol.partnership, "../"),
                    area,
                )


def test_every_answer_says_who_does_what_to_whom_and_by_when(library, answers):
    """For every outcome, area and reader: an act, an addressee and a time; no word of "us"."""
    readers = [one.id for one in library.national.routes.readers]
    outcomes = set()
    for record, _, area in answered(library, answers):
        outcomes.add(record.decision.outcome)
        assert [one.reader for one in record.decision.firsts] == readers
        for one in record.decision.firsts:
            told = f"{area} {record.decision.rule} {one.reader}"
            assert one.do, told
            assert one.to or one.contacts, told
            assert one.by or one.deadline, told
            words = f"{one.do} {one.to} {one.leads}"
            assert not re.search(r"\b(ours?|we|us|no one)\b", words), f"{told}: {words}"
    assert outcomes == {one.id for one in library.national.notifiability.outcomes}


BLOCKS = ("p", "td", "dd", "li", "small")


def sentences(answer):
    """Yield every whole sentence of an answer's smallest blocks."""
    for tag in BLOCKS:
        for one in answer.all(tag):
            if not any(len(one.all(inner)) > (inner == tag) for inner in BLOCKS):
                yield from re.findall(r"[A-Z][^.?!]{30,}[.?!]", one.text())


def test_nothing_is_said_twice_and_what_could_not_be_read_once(library, answers):
    """No whole sentence stands twice in an answer; “to be verified” stands there once at most."""
    twice = {}
    for record, sources, area in answered(library, answers):
        found = elements(answer_html(record, sources))
        [answer] = [one for one in found.all("div") if "data-answer" in one.attributes]
        assert answer.text().count("to be verified") <= 1
        assert "To: " not in answer.text()
        told = list(sentences(answer))
        assert told
        for sentence in told:
            if told.count(sentence) > 1 and not sentence.startswith("Only if"):
                twice.setdefault(sentence, f"{area} {record.decision.rule}")
    assert twice == {}
