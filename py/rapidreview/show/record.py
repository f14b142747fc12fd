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
from rapidreview.show.html import NOTHING, Html, el, joined
from rapidreview.show.marks import status_tag
from rapidreview.show.narrower import HOLDS, NARROWER, as_printed
from rapidreview.show.parts import capital, ticks
from rapidreview.show.record_blank import RECORD_NOTE, by_hand, facts, part, table

if TYPE_CHECKING:
    from datetime import datetime

    from rapidreview.check import Because, Decision, DutyHere, FirstHere
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
    reader: str = ""
    """Who asks, by the id of the reader; the first where none is said."""

    @property
    def first(self) -> FirstHere | None:
        """What whoever asks does first."""
        firsts = self.decision.firsts
        mine = [one for one in firsts if one.reader == self.reader]
        return next(iter([*mine, *firsts]), None)

    def chosen(self, question: Question) -> str:
        """Return the answer chosen to ``question``, in the words that were offered."""
        answer = self.decision.answers[question.id]
        return question.option(answer).label


def record_html(record: Record, sources: Sources) -> Html:
    """Return the record as a page shows and prints it, with lines to fill in."""
    decision = record.decision
    made = f"{long_date(record.made.date())}, {record.made:%H:%M}"
    top = facts(
        [
            ("Local authority", record.place),
            ("Protocol", decision.not_read or record.partnership.name),
            ("Answer made on", f"{made}, by this device’s clock"),
            ("Case reference (no names)", ""),
        ]
    )
    return joined(
        el("h1", "Decision record", tabindex="-1"),
        el("p", RECORD_NOTE, css="measure"),
        top,
        part("The answers given", _answers(record)),
        part("What the checker answered", _answered(decision, sources)),
        part("Dates", _dates(record)),
        by_hand(),
        part("Rules, sources and editions used", _editions(record, sources)),
        el(
            "p",
            "This record is not legal advice. It shows what was answered and what the handbook "
            "held at that time; the people named on it decide.",
            css="small",
        ),
    )


def record_file(record: Record, sources: Sources) -> Html:
    """Return the record as a whole HTML document, to save and fill in."""
    top = el(
        "head",
        el("meta", charset="utf-8"),
        el("title", "Decision record"),
        el("style", STYLE),
    )
    page = el("html", top, el("body", record_html(record, sources)), lang="en-GB")
    return joined(Html("<!doctype html>"), page, "\n")


STYLE = Html(
    "body{max-width:48rem;margin:2rem auto;padding:0 1rem;font:16px/1.45 system-ui,sans-serif}"
    "h1{font-size:1.6rem}h2{margin:1.6rem 0 .4rem;border-top:1px solid;padding-top:.6rem;font-size:1.2rem}"
    "h3{font-size:1rem;margin:1rem 0 .2rem}table{width:100%;border-collapse:collapse}"
    "th,td{padding:.35rem .5rem .35rem 0;border-bottom:1px solid #999;text-align:left;vertical-align:top}"
    ".std{border:1px solid;border-radius:3px;padding:0 .3em;font-size:.85em;white-space:nowrap}"
    ".record-fill td{height:2.4rem}dl{display:grid;grid-template-columns:16rem 1fr;gap:.3rem 1rem;margin:0}"
    "dd{margin:0;font-weight:600}.record-line{border-bottom:1px solid #555;min-height:1.9rem}"
    "@page{size:A4;margin:14mm}@media print{body{margin:0;font-size:10pt}}"
)
"""What a saved record looks like; the page itself has its own style."""


def _answers(record: Record) -> Html:
    rows = [(one.ask, record.chosen(one)) for one in record.asked]
    rows += [
        (f"The authority {one.role}", capital(one.authority))
        for one in record.decision.others
    ]
    aware = record.aware or "Not given"
    rows.append(("When did the local authority become aware of the incident?", aware))
    return table(("Question", "Answer"), rows)


def _answered(decision: Decision, sources: Sources) -> Html:
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
    return joined(
        el("p", el("b", decision.title)),
        el("p", decision.says),
        ticks(rules),
        _duties(decision, sources),
        _why(decision, sources),
        _still_open(decision),
    )


def _duties(decision: Decision, sources: Sources) -> Html:
    if not decision.duties:
        return NOTHING
    rows = [
        (_duty(duty), duty.to, sources.words(duty.basis)) for duty in decision.duties
    ]
    told = [
        f"{as_printed(one.words)} ({sources.words(one.source)}) {one.says} {HOLDS} {one.law}"
        f" ({sources.words(one.basis)})"
        for one in decision.narrower
    ]
    narrower = joined(el("h3", NARROWER), ticks(told)) if told else NOTHING
    return joined(
        el("h3", "What has to be done"), table(("Duty", "To", "On"), rows), narrower
    )


def _duty(duty: DutyHere) -> Html:
    before, word, after = owes(duty.who, duty.strength)
    only = f" (only {duty.only_if})" if duty.only_if else ""
    return joined(
        before, el("b", word), after, " ", duty.do, status_tag(duty.status), only
    )


def _why(decision: Decision, sources: Sources) -> Html:
    """Return why, and where a local rule raised the answer, what the national rules alone say."""
    told = NOTHING
    if decision.because:
        heads = ("You answered", "The rule says", "On")
        rows = _reasons(decision.because, sources)
        told = joined(el("h3", "Why"), table(heads, rows))
    alone = decision.nationally
    if alone is None:
        return told
    heads = ("You answered", "The national rule says", "On")
    title = f"What the national rules alone would answer: {alone.kicker}"
    rows = _reasons(alone.because, sources)
    return joined(told, el("h3", title), table(heads, rows))


def _reasons(because: tuple[Because, ...], sources: Sources) -> list[tuple[str, ...]]:
    return [(capital(one.said), one.says, sources.words(one.source)) for one in because]


def _still_open(decision: Decision) -> Html:
    if not decision.settles:
        return NOTHING
    return joined(el("h3", "Still open"), ticks(one.ask for one in decision.settles))


def _dates(record: Record) -> Html:
    rows = [
        (
            due.what,
            long_date(due.aim_for) if due.aim_for else "",
            long_date(due.latest),
            joined(due.latest_means, due_tags(due)[1]),
        )
        for due in record.dates
        if due.latest is not None
    ]
    if rows:
        return table(("What", "Aim for", "Latest", "Counted"), rows)
    return el(
        "p",
        "No date was worked out: nobody entered the day on which the authority became aware."
        if record.decision.starts
        else "This answer starts no clock that runs from the authority’s knowledge.",
    )


def _editions(record: Record, sources: Sources) -> Html:
    """Return each source that the answer rests on, with its edition and when it was read."""
    decision = record.decision
    refs = [*decision.sources]
    for group in (decision.flags, decision.local_rules):
        refs += [ref for one in group for ref in one.source]
    if decision.next:
        refs += decision.next.source
    places = [sources.place(ref) for ref in dict.fromkeys(refs)]
    rows = [(one.name, one.standing, one.edition, one.read) for one in places]
    ids = ", ".join([decision.rule, *(rule.id for rule in decision.local_rules)])
    heads = ("Source", "Standing", "Edition", "Read on")
    return joined(
        el("p", "Rules: ", el("b", ids)), table(heads, rows, css="record-editions")
    )
