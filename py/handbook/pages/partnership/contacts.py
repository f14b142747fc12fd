"""Everyone the protocol names, how to reach them, and every form with what it asks."""

from __future__ import annotations

from typing import TYPE_CHECKING

from handbook.pages.frame import Page, bullets, partnership_page, section, table
from handbook.pages.partnership.glance import contacts_table
from handbook.pages.sources.editions import edition_notice
from rapidreview.model.protocol import Protocol
from rapidreview.show import (
    author_and_recipient,
    esc,
    link,
    mailed,
    nowrap_last,
    slug,
    status_tag,
)

if TYPE_CHECKING:
    from handbook.read.library import Library
    from rapidreview.model import Actor, Form, Partnership
    from rapidreview.show import Sources

VOTES = {"yes": "votes", "no": "does not vote", "not-stated": ""}


def contacts_page(library: Library, partnership: Partnership) -> Page:
    """Return the page "Contacts and forms" of ``partnership``."""
    lead = "Who is who, how to reach them, and what each form asks for."

    def body(sources: Sources) -> str:
        actors = "".join(_actor(actor, sources) for actor in partnership.actors)
        forms = "".join(_form(form, partnership, sources) for form in partnership.forms)
        return (
            edition_notice(library.national, partnership, sources)
            + section("How to reach them", contacts_table(partnership, sources))
            + section("Forms and documents", forms)
            + section("Who is who", actors)
        )

    return partnership_page(
        Protocol(library.national, partnership),
        "contacts",
        "contacts and forms",
        lead,
        body,
    )


def _form(form: Form, partnership: Partnership, sources: Sources) -> str:
    labels = {actor.id: actor.label for actor in partnership.actors}
    mark = sources.mark(form.source, form.status, form.reason)
    author, goes = author_and_recipient(form, labels)
    rows: list[tuple[str, str]] = [("Filled in by", author), ("Goes to", goes)]
    if form.get_it or form.url:
        where = mailed(form.get_it) + (
            " " + link(form.url, form.url) if form.url else ""
        )
        rows.append(("Where to get it", where))
    if form.asks:
        rows.append(("Asks for", bullets([esc(item) for item in form.asks], "ticks")))
    if form.note:
        rows.append(("Note", mailed(form.note)))
    facts = "".join(
        f"<div><dt>{title}</dt><dd>{value}</dd></div>" for title, value in rows
    )
    name = slug(f"form {form.id}")
    return f'<div class="entry"><h3 id="{name}">{nowrap_last(form.name, mark)}</h3><dl class="facts">{facts}</dl></div>'


def _actor(actor: Actor, sources: Sources) -> str:
    said = f"<p>{esc(actor.says)}</p>" if actor.says else ""
    also = (
        f'<p class="small mut">Also called: {esc(", ".join(actor.aliases))}</p>'
        if actor.aliases
        else ""
    )
    rows = []
    for member in actor.members:
        notes = [
            VOTES[member.votes],
            "chairs" if member.chair else "",
            "by invitation" if member.by_invitation else "",
        ]
        told = ", ".join(note for note in notes if note)
        rows.append((esc(member.title), esc(told) + sources.mark(member.source)))
    members = table(("Member", "Part"), rows) if rows else ""
    organisation = (
        f'<p class="small mut">{esc(actor.organisation)}</p>'
        if actor.organisation
        else ""
    )
    mark = sources.mark(actor.source, actor.status, actor.reason)
    title = nowrap_last(actor.label, mark) + status_tag(actor.status)
    return f'<div class="entry"><h3 id="actor-{actor.id}">{title}</h3>{organisation}{said}{also}{members}</div>'
