"""A decision record: what the checker answered and why, and blank lines for the rest.

Who decided, which day of awareness was chosen and why, each partner's view, dissent
and reasons are filled in by hand, on paper or in a saved copy: there is nowhere in
the browser to type them. No line asks for a child's name.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from rapidreview.check import owes
from rapidreview.say import long_date
from rapidreview.show.guesses import due_tags
from rapidreview.show.marks import esc, status_tag
from rapidreview.show.record_blank import RECORD_NOTE, by_hand, facts, part, table

if TYPE_CHECKING:
    from datetime import datetime

    from rapidreview.check import Because, Decision, DutyHere
    from rapidreview.dates import Due
    from rapidreview.model import Partnership, Question
    from rapidreview.show.sources import Sources


@dataclass(frozen=True, kw_only=True)
class Record:
    """Everything that a record of one answer holds."""

    decision: Decision
    place: str
    partnership: Partnership
    asked: tuple[Question, ...]
    aware: str
    dates: tuple[Due, ...]
    made: datetime


def record_html(record: Record, sources: Sources) -> str:
    """Return the record as a page shows and prints it, with lines to fill in."""
    decision = record.decision
    made = f"{long_date(record.made.date())}, {record.made:%H:%M}"
    top = facts(
        [
            ("Local authority", esc(record.place)),
            ("Protocol", esc(record.partnership.name)),
            ("Answer made on", f"{esc(made)}, by this device’s clock"),
            ("Case reference (no names)", ""),
        ]
    )
    return (
        f'<h1 tabindex="-1">Decision record</h1><p class="measure">{RECORD_NOTE}</p>{top}'
        + part("The answers given", _answers(record))
        + part("What the checker answered", _answered(decision, sources))
        + part("Dates", _dates(record))
        + by_hand()
        + part("Rules, sources and editions used", _editions(record, sources))
        + '<p class="small">This record is not legal advice. It shows what was answered and what the handbook '
        "held at that time; the people named on it decide.</p>"
    )


def record_file(record: Record, sources: Sources) -> str:
    """Return the record as a whole HTML document, to save and fill in."""
    return (
        '<!doctype html><html lang="en-GB"><head><meta charset="utf-8"><title>Decision record</title>'
        f"<style>{STYLE}</style></head><body>{record_html(record, sources)}</body></html>\n"
    )


STYLE = (
    "body{max-width:48rem;margin:2rem auto;padding:0 1rem;font:16px/1.45 system-ui,sans-serif}"
    "h1{font-size:1.6rem}h2{margin:1.6rem 0 .4rem;border-top:1px solid;padding-top:.6rem;font-size:1.2rem}"
    "h3{font-size:1rem;margin:1rem 0 .2rem}table{width:100%;border-collapse:collapse}"
    "th,td{padding:.35rem .5rem .35rem 0;border-bottom:1px solid #999;text-align:left;vertical-align:top}"
    ".std{border:1px solid;border-radius:3px;padding:0 .3em;font-size:.85em;white-space:nowrap}"
    ".fill td{height:2.4rem}dl{display:grid;grid-template-columns:16rem 1fr;gap:.3rem 1rem;margin:0}"
    "dd{margin:0;font-weight:600}.line{border-bottom:1px solid #555;min-height:1.9rem}"
    "@page{size:A4;margin:14mm}@media print{body{margin:0;font-size:10pt}}"
)
"""What a saved record looks like; the page itself has its own style."""


def _answers(record: Record) -> str:
    rows: list[tuple[str, ...]] = []
    for question in record.asked:
        chosen = record.decision.answers.get(question.id, "")
        labels = [one.label for one in question.options if one.id == chosen]
        rows.append((esc(question.ask), esc(labels[0] if labels else chosen)))
    aware = esc(record.aware) if record.aware else "Not given"
    rows.append(("When did the local authority become aware of the incident?", aware))
    return table(("Question", "Answer"), rows)


def _answered(decision: Decision, sources: Sources) -> str:
    alone = decision.nationally
    title, says = (
        (alone.rule_title, alone.rule_says)
        if alone
        else (decision.rule_title, decision.rule_says)
    )
    rules = [f"Rule {decision.rule}: {title}. {says}"]
    rules += [
        f"Local rule {one.id}: {one.title}. {one.says}"
        + (" It raises the answer." if one.raises else "")
        for one in decision.local_rules
    ]
    items = "".join(f"<li>{esc(one)}</li>" for one in rules)
    duties: list[tuple[str, ...]] = [
        (
            f"{_start(duty)} {esc(duty.do)}{status_tag(duty.status)}"
            + (f" (only {esc(duty.only_if)})" if duty.only_if else ""),
            esc(duty.to),
            esc(sources.words(duty.basis)),
        )
        for duty in decision.duties
    ]
    reasons = _reasons(decision.because, sources)
    text = (
        f"<p><b>{esc(decision.title)}</b></p><p>{esc(decision.says)}</p>"
        f'<ul class="ticks">{items}</ul>'
    )
    if duties:
        text += "<h3>What has to be done</h3>" + table(("Duty", "To", "On"), duties)
    if reasons:
        text += "<h3>Why</h3>" + table(("You answered", "The rule says", "On"), reasons)
    if alone:
        heads = ("You answered", "The national rule says", "On")
        text += (
            f"<h3>What the national rules alone would answer: {esc(alone.kicker)}</h3>"
            + table(heads, _reasons(alone.because, sources))
        )
    if decision.settles:
        still = "".join(f"<li>{esc(one.ask)}</li>" for one in decision.settles)
        text += f'<h3>Still open</h3><ul class="ticks">{still}</ul>'
    return text


def _reasons(because: tuple[Because, ...], sources: Sources) -> list[tuple[str, ...]]:
    return [
        (
            esc(one.said[:1].upper() + one.said[1:]),
            esc(one.says),
            esc(sources.words(one.source)),
        )
        for one in because
    ]


def _dates(record: Record) -> str:
    rows: list[tuple[str, ...]] = [
        (
            esc(due.what),
            esc(long_date(due.aim_for)) if due.aim_for else "",
            esc(long_date(due.latest)),
            esc(due.latest_means) + due_tags(due)[1],
        )
        for due in record.dates
        if due.latest is not None
    ]
    if not rows:
        return (
            "<p>No date was worked out: the day on which the authority became aware was not given.</p>"
            if record.decision.starts
            else "<p>This answer starts no clock that runs from the authority’s knowledge.</p>"
        )
    return table(("What", "Aim for", "Latest", "Counted"), rows)


def _start(duty: DutyHere) -> str:
    before, word, after = owes(duty.who, duty.strength)
    return f"{esc(before)}<b>{esc(word)}</b>{esc(after)}"


def _editions(record: Record, sources: Sources) -> str:
    """Return each source that the answer rests on, with its edition and when it was read."""
    decision = record.decision
    refs = [*decision.sources]
    for group in (decision.flags, decision.local_rules):
        refs += [ref for one in group for ref in one.source]
    if decision.next:
        refs += decision.next.source
    rows: list[tuple[str, ...]] = []
    for ref in dict.fromkeys(refs):
        place = sources.place(ref)
        cells = (place.name, place.standing, place.edition, place.read)
        rows.append(tuple(esc(cell) for cell in cells))
    local = [rule.id for rule in decision.local_rules]
    ids = ", ".join([decision.rule, *local])
    return f"<p>Rules: <b>{esc(ids)}</b></p>" + table(
        ("Source", "Standing", "Edition", "Read on"), rows, css="editions"
    )
