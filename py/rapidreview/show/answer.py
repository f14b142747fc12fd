"""The checker's answer as a page shows it: the answer first, then everything behind it.

The order is: the answer, why, what would settle or change it, what is not asked, whose
job it is, what to do here, what runs at the same time, and a record of it all.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from rapidreview.check import owes
from rapidreview.say import iso, listed, long_date
from rapidreview.show.answer_changes import changes_html, settles_html
from rapidreview.show.answer_next import (
    BORDERS,
    flag_html,
    limits,
    next_html,
    whose_html,
)
from rapidreview.show.guesses import due_tags
from rapidreview.show.marks import (
    due as due_chip,
)
from rapidreview.show.marks import (
    esc,
    icon,
    nowrap_last,
    standing_tag,
    status_tag,
    tag,
    time_element,
    verify_tag,
)
from rapidreview.show.record import Record, record_html

if TYPE_CHECKING:
    from rapidreview.check import Because, Decision, DutyHere, Nationally
    from rapidreview.model import Partnership
    from rapidreview.show.sources import Sources

SIGNS = {
    "must": '<circle cx="24" cy="24" r="20"/><path d="M13.5 24h20M25.5 15.5L34 24l-8.5 8.5"/>',
    "dec": '<path d="M24 3l21 21-21 21L3 24z"/><path d="M19 20c.3-3 2.3-4.6 5.1-4.6 2.9 0 5 1.7 5 4.4 0 3.800-4.800 3.900-4.800 8M24.300 33.200h.1"/>',
}  # fmt: skip
BROWN = ("discuss", "ask-again")
"""The outcomes that ask for judgement; all others say who acts."""


def answer_html(
    record: Record, area: str, every: tuple[Partnership, ...], sources: Sources
) -> str:
    """Return the whole answer that ``record`` holds.

    ``area`` is the id of the reader's area or "", ``every`` the partnerships among
    whose areas another authority may be.
    """
    decision, partnership = record.decision, record.partnership
    brown = decision.outcome in BROWN
    css = " dec" if brown else ""
    sign = SIGNS["dec" if brown else "must"]
    main = (
        f'<div class="ans{css}"><svg viewBox="0 0 48 48" aria-hidden="true"><g fill="none" stroke="currentColor" '
        f'stroke-width="3.5" stroke-linecap="round" stroke-linejoin="round">{sign}</g></svg>'
        f'<div><p class="k">Answer for {esc(record.place)}, under the {esc(partnership.name)} protocol</p>'
        f'<h1 id="res" tabindex="-1">{esc(decision.title)}</h1><p class="sub">{esc(decision.says)}</p></div></div>'
        f'<dl class="act{css}">{_when(record, sources)}{_who(decision)}{_what(decision, sources)}</dl>'
        '<p class="tochange"><a href="#mine">Change an answer</a></p>'
    )
    whose, slips = whose_html(decision, partnership, area, every, sources)
    sections = (
        _why(decision, sources)
        + settles_html(decision, record.asked)
        + changes_html(decision)
        + whose
        + next_html(record, sources)
        + _routes(decision)
        + _flags(decision, sources)
        + _record(decision, sources.base)
    )
    sheet = (
        f'<div class="record" data-sheet hidden>{record_html(record, sources)}'
        '<div class="take noprint"><button class="btn main" type="button" data-take="print">'
        f"{icon('print')}Print this record</button>"
        f'<button class="btn" type="button" data-take="record">{icon("record")}Save it as a file</button>'
        f'<button class="btn" type="button" data-record="close">{icon("back")}Back to the answer</button></div></div>'
    )
    return (
        f'<div class="withaside" data-answer><div>{main}{sections}</div>{_mine(record)}</div>'
        f"{sheet}{sources.slips()}{slips}"
    )


def _when(record: Record, sources: Sources) -> str:
    decision = record.decision
    dated = [item for item in record.dates if item.latest is not None]
    if decision.outcome == "another-authority":
        words = (
            '<b class="big">Today</b><small>Tell the other authority, in writing. Its own time runs from when '
            "it knew.</small>"
        )
    elif dated:
        first = dated[0]
        aim = ""
        if first.aim_for is not None and first.aim_for != first.latest:
            day = time_element(iso(first.aim_for), long_date(first.aim_for))
            aim = f'<dt>Aim for</dt><dd><b class="big">{day}</b><small>{esc(first.aim_means)}</small></dd>'
        when = (
            time_element(iso(first.latest), long_date(first.latest))
            if first.latest
            else ""
        )
        words = f'<dl class="dates2">{aim}<dt>Latest</dt><dd><b class="big">{when}</b><small>{esc(first.latest_means)}{due_tags(first)[1]} {esc(first.cap)}</small></dd></dl>'
    elif decision.starts:
        clocks = "".join(
            f"<p>{due_chip(words) if words else ''} {esc(item.what)}{mark}</p>"
            for item, words, mark in limits(
                decision.starts, record.partnership, sources
            )[:2]
        )
        words = f'{clocks}<p class="small mut">Enter when the authority became aware to see the dates.</p>'
    elif decision.outcome == "ask-again":
        words = '<b class="big">Now</b><small>Change one of the two answers, then ask again.</small>'
    else:
        words = '<b class="big">Today</b><small>Do not wait: tell whoever acts next.</small>'
    return f"<div><dt>By when</dt><dd>{words}</dd></div>"


def _who(decision: Decision) -> str:
    return f'<div><dt>Who leads</dt><dd><b class="big">{esc(_capital(decision.leads))}</b></dd></div>'


def _what(decision: Decision, sources: Sources) -> str:
    if not decision.duties:
        return f'<div class="w"><dt>What this means</dt><dd>{esc(decision.rule_says)}</dd></div>'
    items = "".join(f"<li>{_duty(item, sources)}</li>" for item in decision.duties)
    return f'<div class="w"><dt>What has to be done</dt><dd><ul class="ticks">{items}</ul></dd></div>'


def _duty(duty: DutyHere, sources: Sources) -> str:
    only = f" Only if {duty.only_if}." if duty.only_if else ""
    start = "".join(owes(duty.who, duty.strength))
    to = f" To: {duty.to}." if duty.to else ""
    text = f"{_capital(start)} {_lower(duty.do)}.{to}{only}"
    mark = sources.mark(duty.basis, duty.status, duty.reason)
    tags = f"{standing_tag(duty.standing)}{status_tag(duty.status)}{verify_tag(duty.evidence)}"
    return f"{nowrap_last(text, mark)} {tags}"


def _why(decision: Decision, sources: Sources) -> str:
    rows = "".join(_because(item, sources) for item in decision.because)
    local = "".join(
        f"<li><b>{esc(item.title)}</b><span>{nowrap_last(item.says, sources.mark(item.source))} "
        f"{tag('local')}{' It raises the answer.' if item.raises else ''}</span></li>"
        for item in decision.local_rules
        if item.title != decision.rule_title
    )
    if local:
        local = f'<ul class="change" role="list">{local}</ul>'
    return (
        f'<section class="sec" data-part="why"><h2>Why</h2><p class="measure">{esc(decision.rule_title)}. {esc(decision.rule_says)} '
        f"{_rules(decision, sources.base)}{verify_tag(decision.evidence)}</p>"
        '<table class="stack because"><thead><tr><th scope="col">You answered</th>'
        f'<th scope="col">What the rule says</th></tr></thead><tbody>{rows}</tbody></table>{local}'
        f"{_nationally(decision.nationally, sources)}</section>"
    )


def _rules(decision: Decision, base: str) -> str:
    """Return which rule gives the answer: the local one where it raises the national one's."""
    national = (
        f'<a href="{base}outcomes/#{decision.rule.lower()}">{esc(decision.rule)}</a>'
    )
    raised = [one.id for one in decision.local_rules if one.raises]
    if not raised:
        return f'<span class="small mut">Rule {national}.</span>'
    told = listed([esc(one) for one in raised])
    return (
        f'<span class="small mut">{tag("local")} Rule {told} raises the answer of national rule '
        f"{national}.</span>"
    )


def _nationally(here: Nationally | None, sources: Sources) -> str:
    """Return what the national rules alone would answer, and why, where a local rule raised it."""
    if here is None:
        return ""
    rows = "".join(_because(item, sources) for item in here.because)
    return (
        f"<h3>What the national rules alone would answer: {esc(here.kicker)}</h3>"
        f'<p class="measure">{esc(here.rule_title)}. {esc(here.rule_says)} The protocol’s own rule asks for more, '
        "and its answer counts here.</p>"
        '<table class="stack because"><thead><tr><th scope="col">You answered</th>'
        f'<th scope="col">What the national rule says</th></tr></thead><tbody>{rows}</tbody></table>'
    )


def _because(item: Because, sources: Sources) -> str:
    standing = (
        standing_tag(item.standing)
        if item.standing in ("law", "guidance", "panel", "local")
        else tag("handbook")
    )
    return (
        f'<tr><td data-label="You answered">{esc(_capital(item.said))}</td><td data-label="What the rule says">'
        f"{nowrap_last(item.says, sources.mark(item.source))} {standing}{verify_tag(item.evidence)}</td></tr>"
    )


def _routes(decision: Decision) -> str:
    if not decision.routes:
        return ""
    items = "".join(f"<li>{esc(route)}</li>" for route in decision.routes)
    return f'<section class="sec"><h2>Other routes from here</h2><ul class="ticks">{items}</ul></section>'


def _flags(decision: Decision, sources: Sources) -> str:
    items = "".join(
        flag_html(flag, sources) for flag in decision.flags if flag.id not in BORDERS
    )
    if not items:
        return ""
    return (
        '<section class="sec" data-part="parallel"><h2>What runs at the same time</h2>'
        f'<ul class="change" role="list">{items}</ul></section>'
    )


def _record(decision: Decision, base: str) -> str:
    return (
        '<section class="sec noprint" data-part="record"><h2>Keep a record</h2><div class="take">'
        f'<button class="btn" type="button" data-take="print">{icon("print")}Print or save this answer</button>'
        f'<button class="btn" type="button" data-record="open">{icon("record")}Blank decision record</button>'
        f'<button class="btn" type="button" data-take="clear">{icon("cross")}Clear everything</button></div>'
        f'<p class="small mut">{icon("lock")} Nothing you chose has left this device. It goes when you clear or close '
        "this page. The printed answer and the record list the rules and editions used.</p>"
        f'<p><a class="lone" href="{base}outcomes/{decision.outcome}/">Everything about this answer</a> '
        f'<a class="lone" href="{base}outcomes/">All outcomes</a></p></section>'
    )


def _mine(record: Record) -> str:
    rows = _row("partnership", "Local authority", record.place)
    for question in record.asked:
        chosen = record.decision.answers.get(question.id, "")
        label = next(
            (option.label for option in question.options if option.id == chosen), chosen
        )
        rows += _row(question.id, question.ask, label)
    rows += _row("la_aware", "Authority became aware", record.aware or "Not given")
    return (
        '<aside class="aside mine" id="mine" aria-label="Your answers"><section><h2>Your answers</h2>'
        f"<dl>{rows}</dl></section></aside>"
    )


def _row(field: str, name: str, value: str) -> str:
    return (
        f'<div><dt>{esc(name)}</dt><dd>{esc(value)}</dd><dd class="ch"><button type="button" class="aslink" '
        f'data-change="{field}">Change<span class="vh">: {esc(name)}</span></button></dd></div>'
    )


def _capital(text: str) -> str:
    return text[:1].upper() + text[1:]


def _lower(text: str) -> str:
    return text[:1].lower() + text[1:]
