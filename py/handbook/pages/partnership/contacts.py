"""Everyone the protocol names, how to reach them, and every form with what it asks."""

from __future__ import annotations

from typing import TYPE_CHECKING

from handbook.pages.drafts import or_unread
from handbook.pages.frame import Page, bullets, partnership_page, section, table
from handbook.pages.partnership.seats import acts_for, member_row
from handbook.pages.sources.editions import edition_line
from handbook.pages.ungiven import reached_html
from rapidreview.say import listed
from rapidreview.show import (
    NOTHING,
    Html,
    author_and_recipient,
    el,
    every,
    joined,
    link,
    mailed,
    nowrap_last,
    slug,
    status_tag,
)

if TYPE_CHECKING:
    from rapidreview.model import Actor, Form, Protocol
    from rapidreview.show import Sources


def contacts_page(protocol: Protocol) -> Page:
    """Return the page "Contacts and forms" of ``protocol``."""
    lead = "Who is who, how to reach them, and what each form asks for."

    def body(sources: Sources) -> Html:
        contacts = protocol.contacts.values()
        reached = reached_html(contacts, protocol, sources)
        actors = every(
            _actor(one, protocol, sources) for one in protocol.actors.values()
        )
        forms = every(_form(one, protocol, sources) for one in protocol.forms.values())
        return joined(
            edition_line(protocol, sources),
            section("How to reach them", or_unread(reached, protocol)),
            section("Forms and documents", or_unread(forms, protocol)),
            section("Who is who", or_unread(actors, protocol)),
        )

    return partnership_page(protocol, "contacts", "contacts and forms", lead, body)


def _form(form: Form, protocol: Protocol, sources: Sources) -> Html:
    mark = sources.mark(form.source, form.status, form.reason)
    author, goes = author_and_recipient(form, protocol)
    place = link(form.url, form.url) if form.url else NOTHING
    rows = [
        ("Filled in by", author),
        ("Goes to", goes),
        ("Areas", listed(protocol.not_for_all(form.areas))),
        ("Where to get it", every(filter(None, (mailed(form.get_it), place)), " ")),
        ("Asks for", bullets(form.asks, "ticks") if form.asks else NOTHING),
        ("Note", mailed(form.note)),
    ]
    facts = every(
        el("div", el("dt", title), el("dd", value)) for title, value in rows if value
    )
    title = nowrap_last(form.name, mark)
    return el(
        "div",
        el("h3", title, id=slug(f"form {form.id}")),
        el("dl", facts, css="facts"),
        css="entry",
    )


def _actor(actor: Actor, protocol: Protocol, sources: Sources) -> Html:
    rows = [member_row(one, protocol, sources) for one in actor.members]
    areas = listed(protocol.not_for_all(actor.areas))
    whom = acts_for(actor, protocol)
    mark = sources.mark(actor.source, actor.status, actor.reason)
    title = joined(nowrap_last(actor.label, mark), status_tag(actor.status))
    also = f"Also called: {', '.join(actor.aliases)}"
    return el(
        "div",
        el("h3", title, id=f"actor-{actor.id}"),
        _small(actor.organisation),
        _small(f"Acts for {whom}" if whom else ""),
        _small(f"In {areas} only" if areas else ""),
        el("p", actor.says) if actor.says else NOTHING,
        _small(also if actor.aliases else ""),
        table(("Member", "Part"), rows) if rows else NOTHING,
        css="entry",
    )


def _small(words: str) -> Html:
    return el("p", words, css="small mut") if words else NOTHING
