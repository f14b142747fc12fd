"""The checker's answer as a page shows it: the answer first, then everything behind it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from rapidreview.markup import (
    due as due_chip,
)
from rapidreview.markup import (
    esc,
    icon,
    link,
    nowrap_last,
    silent,
    standing_tag,
    tag,
    time_element,
    verify_tag,
)
from rapidreview.words import iso, long_date

if TYPE_CHECKING:
    from rapidreview.deadlines import Due
    from rapidreview.decision import Because, ContactHere, Decision, DutyHere, NextHere
    from rapidreview.parts import Question
    from rapidreview.policy import Partnership
    from rapidreview.sources import Sources

SIGNS = {
    "must": '<circle cx="24" cy="24" r="20"/><path d="M13.5 24h20M25.5 15.5L34 24l-8.5 8.5"/>',
    "dec": '<path d="M24 3l21 21-21 21L3 24z"/><path d="M19 20c.3-3 2.3-4.6 5.1-4.6 2.9 0 5 1.7 5 4.4 0 3.800-4.800 3.900-4.800 8M24.300 33.200h.1"/>',
}  # fmt: skip
BROWN = ("discuss", "ask-again")
"""The outcomes that ask for judgement; all others say who acts."""


def answer_html(
    decision: Decision,
    partnership: Partnership,
    place: str,
    asked: tuple[Question, ...],
    dates: list[Due],
    sources: Sources,
) -> str:
    """Return the whole answer for ``place``. ``dates`` are the clocks it starts, where
    the date of awareness is known."""
    brown = decision.outcome in BROWN
    css = " dec" if brown else ""
    sign = SIGNS["dec" if brown else "must"]
    main = (
        f'<div class="ans{css}"><svg viewBox="0 0 48 48" aria-hidden="true"><g fill="none" stroke="currentColor" '
        f'stroke-width="3.5" stroke-linecap="round" stroke-linejoin="round">{sign}</g></svg>'
        f'<div><p class="k">Answer for {esc(place)}, under the {esc(partnership.name)} protocol</p>'
        f'<h1 id="res" tabindex="-1">{esc(decision.title)}</h1><p class="sub">{esc(decision.says)}</p></div></div>'
        f'<dl class="act{css}">{_when(dates, decision)}{_who(decision)}{_what(decision, sources)}</dl>'
        '<p class="tochange"><a href="#mine">Change an answer</a></p>'
    )
    sections = (
        _why(decision, sources)
        + _settles(decision)
        + _changes(decision)
        + _next(decision.next, partnership, sources)
        + _routes(decision)
        + _flags(decision, sources)
        + _record()
    )
    return f'<div class="withaside"><div>{main}{sections}</div>{_mine(decision, place, asked)}</div>{sources.slips()}'


def _when(dates: list[Due], decision: Decision) -> str:
    dated = [item for item in dates if item.latest is not None]
    if dated:
        first = dated[0]
        aim = ""
        if first.aim_for is not None and first.aim_for != first.latest:
            when = time_element(iso(first.aim_for), long_date(first.aim_for))
            aim = f'<dt>Aim for</dt><dd><b class="big">{when}</b><small>{esc(first.aim_means)}</small></dd>'
        when = (
            time_element(iso(first.latest), long_date(first.latest))
            if first.latest
            else ""
        )
        words = f'<dl class="dates2">{aim}<dt>Latest</dt><dd><b class="big">{when}</b><small>{esc(first.latest_means)} {esc(first.cap)}</small></dd></dl>'
    elif decision.starts:
        clocks = "".join(
            f"<p>{due_chip(item.what)}</p>" for item in decision.starts[:2]
        )
        words = f'{clocks}<p class="small mut">Enter when the authority first knew to see the dates.</p>'
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
    text = (
        f"{_capital(duty.who)} {duty.strength} {_lower(duty.do)}. To: {duty.to}.{only}"
    )
    mark = sources.mark(duty.basis)
    return f"{nowrap_last(text, mark)} {standing_tag(duty.standing)}{verify_tag(duty.evidence)}"


def _why(decision: Decision, sources: Sources) -> str:
    rows = "".join(_because(item, sources) for item in decision.because)
    local = "".join(
        f"<li><b>{esc(item.title)}</b><span>{nowrap_last(item.says, sources.mark(item.source))} "
        f"{tag('local')}{' It raises the answer.' if item.raises else ''}</span></li>"
        for item in decision.local_rules
    )
    if local:
        local = f'<ul class="change" role="list">{local}</ul>'
    return (
        f'<section class="sec"><h2>Why</h2><p class="measure">{esc(decision.rule_title)}. {esc(decision.rule_says)} '
        f'<span class="small mut">Rule {esc(decision.rule)}.</span>{verify_tag(decision.evidence)}</p>'
        '<table class="stack because"><thead><tr><th scope="col">You answered</th>'
        f'<th scope="col">What the rule says</th></tr></thead><tbody>{rows}</tbody></table>{local}</section>'
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


def _settles(decision: Decision) -> str:
    items = "".join(
        f"<li><b>{esc(item.ask)}</b><span>{esc(item.says)}</span></li>"
        for item in decision.settles
    )
    if not items:
        return ""
    return f'<section class="sec"><h2>What would settle it</h2><ul class="change" role="list">{items}</ul></section>'


def _changes(decision: Decision) -> str:
    items = "".join(
        f"<li><b>{esc(_capital(item.says))}</b><span>{esc(item.title)}</span></li>"
        for item in decision.would_change
    )
    change = (
        f'<ul class="change" role="list">{items}</ul>'
        if items
        else "<p>No other answer to these questions.</p>"
    )
    fixed = [
        item for item in decision.would_not_change if item not in decision.not_asked
    ]
    wont = _ticks("What would not change it", fixed) + _ticks(
        "What is not asked, because it does not matter", list(decision.not_asked)
    )
    wont = f'<div class="wont">{wont}</div>' if wont else ""
    return (
        f'<section class="sec"><h2>What would change this</h2>{change}{wont}</section>'
    )


def _ticks(title: str, items: list[str]) -> str:
    if not items:
        return ""
    rows = "".join(f"<li>{esc(item)}</li>" for item in items)
    return f'<h3>{title}</h3><ul class="ticks">{rows}</ul>'


def _next(here: NextHere | None, partnership: Partnership, sources: Sources) -> str:
    if here is None:
        return ""
    said = silent(here.says) if here.silent else esc(here.says)
    national = " " + tag("national") if here.status == "national" else ""
    intro = f'<p class="measure">{said}{national}{sources.mark(here.source, here.status)}</p>'
    form = f"<p><b>Form:</b> {esc(here.form_name)}</p>" if here.form_name else ""
    contacts = "".join(f"<li>{_contact(item, sources)}</li>" for item in here.contacts)
    if contacts:
        contacts = f'<ul class="ticks">{contacts}</ul>'
    steps = "".join(
        f'<li{" class=now" if place == 0 else ""}><span class="who">{esc(step.who)}</span>'
        f"<p>{nowrap_last(step.title, sources.mark(step.source))}</p></li>"
        for place, step in enumerate(here.steps)
    )
    if steps:
        steps = f'<ol class="steps" role="list">{steps}</ol>'
    return (
        f'<section class="sec"><h2>What happens next in {esc(partnership.name)}</h2>{intro}{form}{contacts}{steps}'
        f'<p><a class="lone" href="{sources.base}deadlines/#{partnership.id}">Work out all the dates</a></p></section>'
    )


def _contact(contact: ContactHere, sources: Sources) -> str:
    mark = sources.mark(contact.source)
    if contact.silent:
        return silent(contact.label) + mark
    ways = [link(contact.email, f"mailto:{contact.email}")] if contact.email else []
    if contact.url:
        ways.append(link(contact.url.removeprefix("https://").rstrip("/"), contact.url))
    if contact.phone:
        ways.append(link(contact.phone, f"tel:{contact.phone}"))
    stale = (
        " One person’s address: check that it is still right."
        if contact.personal
        else ""
    )
    return f"{esc(contact.label)}: {', '.join(ways)}{esc(stale)}{mark}"


def _routes(decision: Decision) -> str:
    if not decision.routes:
        return ""
    items = "".join(f"<li>{esc(route)}</li>" for route in decision.routes)
    return f'<section class="sec"><h2>Other routes from here</h2><ul class="ticks">{items}</ul></section>'


def _flags(decision: Decision, sources: Sources) -> str:
    items = "".join(
        f"<li><b>{esc(flag.title)}</b><span>{nowrap_last(flag.says, sources.mark(flag.source))}"
        f"{verify_tag(flag.evidence)}</span></li>"
        for flag in decision.flags
    )
    if not items:
        return ""
    return f'<section class="sec"><h2>What runs at the same time</h2><ul class="change" role="list">{items}</ul></section>'


def _record() -> str:
    return (
        '<section class="sec noprint"><h2>Keep a record</h2><div class="take">'
        f'<button class="btn" type="button" data-take="print">{icon("print")}Print or save this answer</button>'
        f'<button class="btn" type="button" data-take="clear">{icon("cross")}Clear everything</button></div>'
        f'<p class="small mut">{icon("lock")} Nothing you chose has left this device. It goes when you clear or close '
        "this page. The printed answer lists the rules and editions used.</p></section>"
    )


def _mine(decision: Decision, place: str, asked: tuple[Question, ...]) -> str:
    rows = f'<div><dt>Local authority</dt><dd>{esc(place)}</dd><dd class="ch"><a href="#area" data-change="partnership">Change<span class="vh"> local authority</span></a></dd></div>'
    for question in asked:
        chosen = decision.answers.get(question.id, "")
        label = next(
            (option.label for option in question.options if option.id == chosen), chosen
        )
        rows += (
            f'<div><dt>{esc(question.ask)}</dt><dd>{esc(label)}</dd><dd class="ch"><a href="#q-{question.id}" '
            f'data-change="{question.id}">Change<span class="vh">: {esc(question.ask)}</span></a></dd></div>'
        )
    return f'<aside class="aside mine" id="mine" aria-label="Your answers"><section><h2>Your answers</h2><dl>{rows}</dl></section></aside>'


def _capital(text: str) -> str:
    return text[:1].upper() + text[1:]


def _lower(text: str) -> str:
    return text[:1].lower() + text[1:]
