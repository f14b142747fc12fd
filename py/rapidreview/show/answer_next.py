"""From the answer to action: whose job it is, what happens next here, the clocks that start."""

from __future__ import annotations

from typing import TYPE_CHECKING

from rapidreview.check import may_be_elsewhere, neighbours, no_address
from rapidreview.model import Protocol, time_status
from rapidreview.say import Nouns, iso, limit_words, long_date
from rapidreview.show.guesses import limit_mark
from rapidreview.show.marks import due as due_chip
from rapidreview.show.marks import (
    esc,
    link,
    mailed,
    nowrap_last,
    silent,
    status_tag,
    tag,
    time_element,
    verify_tag,
)
from rapidreview.show.sources import Sources

if TYPE_CHECKING:
    from rapidreview.check import (
        ContactHere,
        Decision,
        FlagHere,
        Neighbour,
        NextHere,
        Started,
    )
    from rapidreview.model import Contact, Deadline, Partnership
    from rapidreview.show.record import Record

BORDERS = ("place-open", "residence-open", "other-nation", "one-notification")
"""The flags that say whose job it is; the others run at the same time."""
STEPS = 3
"""How many steps stand in the answer; the flowchart has them all."""


def whose_html(
    decision: Decision,
    own: Partnership,
    area: str,
    every: tuple[Partnership, ...],
    sources: Sources,
) -> tuple[str, str]:
    """Return whose job it is, and the slips that its marks open.

    The contacts of the other areas in ``every`` stand in it where these answers may
    bring another authority in.
    """
    items = "".join(
        flag_html(flag, sources) for flag in decision.flags if flag.id in BORDERS
    )
    flags = f'<ul class="change" role="list">{items}</ul>' if items else ""
    table, slips = "", ""
    if may_be_elsewhere(decision.answers):
        rows = ""
        kept: dict[str, Sources] = {}
        others = [Protocol(sources.national, other) for other in every]
        for one in neighbours(others, Protocol(sources.national, own), area):
            name = one.protocol.id
            if name not in kept:
                kept[name] = Sources(
                    sources.national,
                    one.protocol.partnership,
                    sources.base,
                    f"src-{name}",
                )
            rows += _neighbour(one, kept[name])
        slips = "".join(one.slips() for one in kept.values())
        table = (
            '<details class="open"><summary><span>Is it one of these areas? Whom to tell there</span></summary>'
            '<div class="bare"><table class="stack"><thead><tr><th scope="col">Local authority</th>'
            f'<th scope="col">Whom to tell there</th></tr></thead><tbody>{rows}</tbody></table></div></details>'
        )
    text = (
        '<section class="sec" data-part="whose"><h2>Whose job is it?</h2>'
        f'<p class="measure">Who leads: <b>{esc(decision.leads)}</b>.</p>{flags}{table}'
        f'<p><a class="lone" href="{sources.base}national/whose-job/">Whose job: two areas, placed children, '
        "other nations</a></p></section>"
    )
    return text, slips


def _neighbour(one: Neighbour, sources: Sources) -> str:
    if one.contacts:
        told = "".join(
            f"<p>{esc(contact.label)}: {_ways(contact)}{status_tag(contact.status)}"
            f"{sources.mark(contact.source, contact.status, contact.reason)}</p>"
            for contact in one.contacts
        )
    else:
        told = f"<p>{silent('The protocol prints no address for this.')} {esc(no_address(one.area))}</p>"
    home = f"{sources.base}{one.protocol.folder}"
    return (
        f'<tr><th scope="row"><a href="{home}">{esc(one.area.authority)}</a></th>'
        f'<td data-label="Whom to tell there">{told}</td></tr>'
    )


def flag_html(flag: FlagHere, sources: Sources) -> str:
    """Return one thing that applies as well, as an item of a list."""
    local = f" {tag('local')}" if flag.origin == "local" else ""
    return (
        f"<li><b>{esc(flag.title)}</b><span>{nowrap_last(flag.says, sources.mark(flag.source))}"
        f"{local}{verify_tag(flag.evidence)}</span></li>"
    )


def next_html(record: Record, sources: Sources) -> str:
    """Return the form, the mailbox, the next three steps and the clocks that start."""
    decision, partnership = record.decision, record.partnership
    here = decision.next
    if here is None or decision.outcome == "ask-again":
        return ""
    said = silent(here.says) if here.silent else esc(here.says)
    mark = sources.mark(here.source, here.status, here.reason)
    intro = f'<p class="measure">{said}{status_tag(here.status)}{mark}</p>'
    contacts = "".join(f"<li>{_contact(item, sources)}</li>" for item in here.contacts)
    if contacts:
        contacts = f'<h3>Send to</h3><ul class="ticks">{contacts}</ul>'
    home = f"{sources.base}partnerships/{partnership.id}/"
    return (
        f'<section class="sec" id="next" data-part="next"><h2>What happens next in {esc(partnership.name)}</h2>'
        f"{intro}{_form(here, partnership, sources)}{contacts}{_steps(here, sources, home)}"
        f"{_clocks(record, sources)}"
        f'<p><a class="lone" href="{sources.base}deadlines/#{partnership.id}">Work out all the dates</a> '
        f'<a class="lone" href="{home}contacts/">Contacts and forms</a> '
        f'<a class="lone" href="{home}flowchart/">The whole flowchart</a></p></section>'
    )


def _form(here: NextHere, partnership: Partnership, sources: Sources) -> str:
    for form in partnership.forms:
        if form.id == here.form:
            where = mailed(form.get_it) if form.get_it else ""
            found = f" {link('Open the form’s page', form.url)}" if form.url else ""
            none = (
                ""
                if where or found
                else silent("The protocol does not say where to get it.")
            )
            mark = sources.mark(form.source, form.status, form.reason)
            return f"<h3>Form</h3><p><b>{esc(form.name)}</b>{status_tag(form.status)}{mark} {where}{found}{none}</p>"
    return ""


def _steps(here: NextHere, sources: Sources, home: str) -> str:
    if not here.steps:
        return (
            f"<h3>Next steps</h3><p>{silent('The protocol gives no steps for this answer.')} "
            "Do what stands under “What has to be done”, in that order.</p>"
        )
    rows = "".join(
        f'<li{" class=now" if place == 0 else ""}><span class="who">{esc(step.who)}{status_tag(step.status)}</span>'
        f"<p>{nowrap_last(step.title, sources.mark(step.source, step.status, step.reason))}</p></li>"
        for place, step in enumerate(here.steps[:STEPS])
    )
    rest = len(here.steps) - STEPS
    more = (
        f'<p class="small mut">{rest} more {"step" if rest == 1 else "steps"} on '
        f'<a href="{home}flowchart/">the flowchart</a>.</p>'
        if rest > 0
        else ""
    )
    return (
        f'<h3>Next steps</h3><ol class="steps" role="list" data-steps>{rows}</ol>{more}'
    )


def limits(
    starts: tuple[Started, ...], partnership: Partnership, sources: Sources
) -> list[tuple[Started, str, str]]:
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


def _whose_time(limit: Deadline, origin: str, sources: Sources) -> str:
    """Return the source mark of a limit, and whether its time is local, national or worked out."""
    if origin == "national":
        return f"{sources.mark(limit.source)} {tag(origin)}"
    told = status_tag(time_status(limit)) or f" {tag(origin)}"
    return limit_mark(limit, sources) + told


def _clocks(record: Record, sources: Sources) -> str:
    """Return the clocks that the answer starts: with their latest dates where these are known."""
    starts = record.decision.starts
    if not starts:
        return ""
    elsewhere = record.decision.outcome == "another-authority"
    dated = {} if elsewhere else {one.id: one for one in record.dates}
    rows = ""
    for start, words, mark in limits(starts, record.partnership, sources):
        when: str = due_chip(words) if words else silent("No time limit given")
        found = dated.get(start.id)
        if found and found.latest is not None:
            day = time_element(iso(found.latest), long_date(found.latest))
            when += f" <span>Latest {day}</span>"
        rows += f"<li><b>{esc(start.what)}</b><span>{when}{mark}</span></li>"
    whose = (
        '<p class="measure">These clocks are the other authority’s. They run from when it knew.</p>'
        if elsewhere
        else ""
    )
    return f'<h3>The clocks that start</h3>{whose}<ul class="change" role="list" data-clocks>{rows}</ul>'


def _contact(contact: ContactHere, sources: Sources) -> str:
    mark = sources.mark(contact.source, contact.status, contact.reason)
    mark = status_tag(contact.status) + mark
    if contact.silent:
        return silent(contact.label) + mark
    return f"{esc(contact.label)}: {_ways(contact)}{mark}"


def _ways(contact: Contact | ContactHere) -> str:
    """Return how to reach a contact, with a warning where the address is one person's."""
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
    return ", ".join(ways) + esc(stale)
