"""The first page of a partnership: what to do now, then the days of the review, contacts and forms."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, ClassVar

from handbook.flow.chart import chart_of
from handbook.pages.drafts import draft_notice, or_unread
from handbook.pages.frame import (
    GLANCE,
    LOCAL,
    Page,
    bullets,
    local_address,
    partnership_page,
    section,
)
from handbook.pages.partnership.contact_parts import contacts_table
from handbook.pages.partnership.glance.day_strip import days_of, strip
from handbook.pages.partnership.glance.do_now import do_now
from handbook.pages.partnership.glance.page_words import words
from handbook.pages.sources.editions import edition_notice, written_to
from handbook.pages.templates import render
from rapidreview.say import (
    NOT_READ,
    NOT_YET,
    counted,
    listed,
    number,
    plain_date,
    read_moment,
)
from rapidreview.show import (
    NOTHING,
    Html,
    author_and_recipient,
    el,
    every,
    joined,
    nowrap_last,
    silent,
)

if TYPE_CHECKING:
    from rapidreview.model import Contact, Form, Protocol
    from rapidreview.show import Sources


@dataclass(frozen=True, kw_only=True)
class Glance:
    """What the page shows, part by part."""

    template: ClassVar[str] = "glance.html"

    name: str
    box: Html
    imprint: Html
    lead: str
    notices: Html
    day_count: str
    days: Html
    contacts: Html
    forms: Html
    pages: Html
    words: Html


def glance_page(protocol: Protocol) -> Page:
    """Return the page "At a glance" of ``protocol``."""
    partnership = protocol.partnership
    whose = " and ".join(partnership.partnerships)
    lead = ": ".join(filter(None, (whose, partnership.lead)))

    def body(sources: Sources) -> Html:
        return _shown(protocol, sources)

    return partnership_page(protocol, GLANCE, protocol.name, lead, body)


def _shown(protocol: Protocol, sources: Sources) -> Html:
    """Return the page with the words that are on it explained at its end."""
    parts = Glance(
        name=protocol.name,
        box=do_now(protocol, sources),
        imprint=imprint(protocol),
        lead=protocol.partnership.lead,
        notices=joined(
            draft_notice(protocol),
            edition_notice(protocol, sources),
            governing(protocol, sources),
        ),
        day_count=number(days_of(protocol)),
        days=strip(protocol),
        contacts=or_unread(contacts(protocol, sources), protocol),
        forms=or_unread(forms(protocol, sources), protocol),
        pages=more(protocol, sources),
        words=NOTHING,
    )
    explained = words(render(parts), protocol, sources)
    return render(replace(parts, words=explained))


def imprint(protocol: Protocol) -> Html:
    """Return the four facts under the title: status, area, edition, read on."""
    partnership = protocol.partnership
    facts = (
        ("Protocol", partnership.status.capitalize()),
        ("Area", _area(protocol)),
        ("Written to", written_to(protocol)),
        ("Read and checked", _checked(partnership.checked_on)),
    )
    rows = every(el("div", el("dt", name), el("dd", value)) for name, value in facts)
    return joined(el("dl", rows, css="imprint"), "\n")


def _checked(day: str) -> str:
    return plain_date(read_moment(day)) if day else NOT_YET


def governing(protocol: Protocol, sources: Sources) -> Html:
    """Return which document governs which case; nothing where only one does."""
    place = f"{sources.base}{protocol.folder}source/#document-"
    rows = [
        joined(
            el("a", one.title, href=f"{place}{one.id}"),
            ": ",
            nowrap_last(one.governs, sources.mark(one.governs_at)),
        )
        for one in protocol.documents.values()
        if one.governs
    ]
    if not rows:
        return NOTHING
    return section("Which text governs the case", bullets(rows, "says"))


def _area(protocol: Protocol) -> str:
    areas = protocol.partnership.areas
    if protocol.stands_in and len(areas) > 1:
        return f"{len(areas)} authorities whose own protocol has not been read"
    return listed(area.name for area in areas)


def contacts(protocol: Protocol, sources: Sources) -> Html:
    """Return how to reach people, and in a line that opens whom the protocol gives no address for."""
    every_one = protocol.contacts.values()
    given = [one for one in every_one if not one.silent]
    silences = [_silence(one, sources) for one in every_one if one.silent]
    reached = contacts_table(given, protocol, sources)
    if not silences:
        return reached
    title = "Where no address is given"
    folded = el(
        "details",
        el("summary", el("span", f"{title} ({len(silences)})")),
        el("div", el("ul", every(silences))),
        css="open glance-open",
    )
    return joined(reached, folded)


def _silence(contact: Contact, sources: Sources) -> Html:
    mark = sources.mark(contact.source, contact.status, contact.reason)
    return el("li", nowrap_last(contact.label, mark, silent))


def forms(protocol: Protocol, sources: Sources) -> Html:
    """Return the forms as a list: who fills each in and where it goes; of none, nothing."""
    rows = every(_form(one, protocol, sources) for one in protocol.forms.values())
    return el("ul", rows, css="glance-forms", role="list") if rows else NOTHING


def _form(form: Form, protocol: Protocol, sources: Sources) -> Html:
    author, goes = author_and_recipient(form, protocol)
    mark = sources.mark(form.source, form.status, form.reason)
    areas = listed(protocol.not_for_all(form.areas))
    name = f"{form.name} ({areas})" if areas else form.name
    return el(
        "li",
        el("b", nowrap_last(name, mark)),
        el("span", "From ", author) if form.filled_by else NOTHING,
        el("span", "Goes to ", goes) if form.goes_to else NOTHING,
    )


def more(protocol: Protocol, sources: Sources) -> Html:
    """Return the calculator and the partnership's other pages, with what each holds."""
    holds = _holds(protocol)
    pages = (
        _entry(title, sources.base + local_address(protocol, name), holds[name])
        for name, title in LOCAL
        if name in holds
    )
    dates = _entry(
        "What is due when?",
        f"{sources.base}deadlines/#{protocol.id}",
        f"Every date of a case in {protocol.name}, from the dates you know",
    )
    return el("ul", dates, every(pages), css="pages", role="list")


def _entry(title: str, href: str, holds: str) -> Html:
    return el("li", el("a", title, href=href), " ", el("span", holds))


def _holds(protocol: Protocol) -> dict[str, str]:
    """Return what each page of the folder holds, in words, by its name."""
    steps, decisions, _ = chart_of(protocol).counts()
    own = protocol.deadlines if protocol.stands_in else protocol.own_deadlines
    limits, notes = len(own), len(protocol.notes)
    found = {
        "flowchart": f"{counted(steps, 'step')} and {counted(decisions, 'decision')}, from the first concern on. Prints on paper",
        "deadlines": f"{limits} limits and orders: what starts each, and how it is read",
        "contacts": "Everyone the protocol names, and every form, with what it asks",
        "protocol": "Every definition, member, criterion and rule, with its section",
        "roles/index": "One page to print for each role: only that role’s steps, forms and clocks",
        "pack": "The limits, who does what, contacts, forms, flowchart and a blank record, in one print",
        "reckoner/index": "The key dates for every working day, to print",
        "notes": f"{notes} places: two readings, contradictions, silences",
        "source": "What was read, when, and what has changed since",
    }
    if protocol.is_draft:
        empty = {"flowchart": not steps, "deadlines": not limits, "notes": not notes}
        found |= {name: NOT_READ for name, missing in empty.items() if missing}
    return found
