"""From the answer to action: what happens next here, and the clocks that start."""

from __future__ import annotations

from typing import TYPE_CHECKING

from rapidreview.model import Nouns, time_status
from rapidreview.say import limit_words, listed
from rapidreview.show.answer.contacts import contact_html
from rapidreview.show.answer.limits import dates_told
from rapidreview.show.answer.outcome import outcome_of
from rapidreview.show.guesses import limit_mark
from rapidreview.show.html import NOTHING, Html, el, joined
from rapidreview.show.marks import due as due_chip
from rapidreview.show.marks import (
    link,
    mailed,
    nowrap_last,
    silent,
    status_tag,
    tag,
)
from rapidreview.show.parts import fold, pair, pairs, ticks, way

if TYPE_CHECKING:
    from rapidreview.check import NextHere, Started
    from rapidreview.dates import Due
    from rapidreview.model import Deadline, Partnership
    from rapidreview.show.record import Record
    from rapidreview.show.sources import Sources

STEPS = 3
"""How many steps stand in the answer; the flowchart has them all."""


def next_html(record: Record, sources: Sources) -> Html:
    """Return what happens next here: the form, the address where it is not told yet, three steps."""
    decision, partnership = record.decision, record.partnership
    here = decision.next
    if here is None or outcome_of(decision, sources).contradiction:
        return NOTHING
    home = f"{sources.base}partnerships/{partnership.id}/"
    # What the first screen says of the form and the address is not said again.
    first = record.first
    unread = bool(decision.not_read) and not (first and first.duty)
    told = unread or (first is not None and (first.addressed or first.silent))
    return el(
        "section",
        el("h2", f"What happens next in {partnership.name}"),
        _intro(here, sources),
        NOTHING if unread else _form(here, partnership, sources),
        NOTHING if told else _contacts(here, sources),
        _steps(here, sources, home),
        el(
            "p",
            way("Work out all the dates", f"{sources.base}deadlines/"),
            " ",
            way("Contacts and forms", f"{home}contacts/"),
            " ",
            way("The whole flowchart", f"{home}flowchart/"),
        ),
        css="sec",
        id="next",
        data_part="next",
    )


def _intro(here: NextHere, sources: Sources) -> Html:
    return el(
        "p",
        silent(here.says) if here.silent else here.says,
        status_tag(here.status),
        sources.mark(here.source, here.status, here.reason),
        css="measure",
    )


def _form(here: NextHere, partnership: Partnership, sources: Sources) -> Html:
    for form in partnership.forms:
        if form.id == here.form:
            where = [mailed(form.get_it)] if form.get_it else []
            if form.url:
                where.append(joined(" ", link("Open the form’s page", form.url)))
            none = silent("The protocol does not say where to get it.")
            mark = sources.mark(form.source, form.status, form.reason)
            title = joined(el("b", form.name), status_tag(form.status), mark, " ")
            return joined(
                el("h3", "Form"), el("p", title, *where, NOTHING if where else none)
            )
    return NOTHING


def _contacts(here: NextHere, sources: Sources) -> Html:
    if not here.contacts:
        return NOTHING
    told = ticks(contact_html(item, sources) for item in here.contacts)
    return joined(el("h3", "Send to"), told)


def _steps(here: NextHere, sources: Sources, home: str) -> Html:
    if not here.steps:
        return NOTHING
    rows = [
        el(
            "li",
            el("span", step.who, status_tag(step.status), css="steps-who"),
            el(
                "p",
                nowrap_last(
                    step.title, sources.mark(step.source, step.status, step.reason)
                ),
            ),
            el("p", f"In {listed(step.only_in)} only", css="small mut")
            if step.only_in
            else NOTHING,
            css="" if place else "steps-now",
        )
        for place, step in enumerate(here.steps[:STEPS])
    ]
    steps = el("ol", *rows, css="steps", role="list", data_steps=True)
    rest = len(here.steps) - STEPS
    if rest <= 0:
        return steps
    chart = el("a", "the flowchart", href=f"{home}flowchart/")
    more = f"{rest} more {'step' if rest == 1 else 'steps'} on "
    return joined(steps, el("p", more, chart, ".", css="small mut"))


def limits(
    starts: tuple[Started, ...], partnership: Partnership, sources: Sources
) -> list[tuple[Started, str, Html]]:
    """Return each clock with its limit in words ("" where no time is given), and its source
    mark with the tag of whose time it is."""
    known = {
        (origin, one.id): one
        for origin, group in (
            ("national", sources.national.deadlines),
            ("local", partnership.deadlines),
        )
        for one in group
    }
    nouns = Nouns(sources.national, partnership)
    return [
        (
            one,
            limit_words(known[one.origin, one.id], nouns),
            _whose_time(known[one.origin, one.id], one.origin, sources),
        )
        for one in starts
    ]


def _whose_time(limit: Deadline, origin: str, sources: Sources) -> Html:
    """Return the source mark of a limit, and whether its time is local, national or worked out."""
    whose = joined(" ", tag(origin))
    if origin == "national":
        return sources.mark(limit.source) + whose
    return limit_mark(limit, sources) + (status_tag(time_status(limit)) or whose)


def clocks_html(record: Record, sources: Sources) -> Html:
    """Return the clocks that the answer starts: with their latest dates where these are known."""
    starts = record.decision.starts
    if not starts:
        return NOTHING
    elsewhere = outcome_of(record.decision, sources).elsewhere
    dated = {} if elsewhere else {one.id: one for one in record.dates}
    rows = [
        pair(
            start.what,
            due_chip(words) if words else silent("No time limit given"),
            _latest(dated.get(start.id)),
            mark,
        )
        for start, words, mark in limits(starts, record.partnership, sources)
    ]
    theirs = (
        "These clocks are the other authority’s. They run from when it knew."
        if elsewhere
        else ""
    )
    return fold(
        "The clocks that start",
        el("p", theirs, css="measure") if theirs else NOTHING,
        pairs(rows, {"data-clocks": True}),
        part="clocks",
    )


def _latest(due: Due | None) -> Html:
    return dates_told(due) if due is not None and due.latest is not None else NOTHING
