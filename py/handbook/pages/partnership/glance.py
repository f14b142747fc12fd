"""The first page of a partnership: what to do now, the days of the review, contacts and forms."""

from __future__ import annotations

from typing import TYPE_CHECKING

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
    table,
)
from handbook.pages.partnership.contact_parts import contacts_table
from handbook.pages.partnership.day_strip import strip
from handbook.pages.partnership.do_now import do_now
from handbook.pages.sources.editions import edition_notice, written_to
from rapidreview.say import NOT_READ, NOT_YET, listed, plain_date, read_moment
from rapidreview.show import (
    NOTHING,
    Html,
    author_and_recipient,
    el,
    every,
    joined,
    listed_html,
    nowrap_last,
)

if TYPE_CHECKING:
    from rapidreview.model import Protocol
    from rapidreview.show import Sources


def glance_page(protocol: Protocol) -> Page:
    """Return the page "At a glance" of ``protocol``."""
    partnership, contacts = protocol.partnership, protocol.contacts.values()
    lead = ": ".join(
        filter(None, (" and ".join(partnership.partnerships), partnership.lead))
    )

    def body(sources: Sources) -> Html:
        days = strip(protocol)
        reached = contacts_table(contacts, protocol, sources)
        return joined(
            imprint(protocol),
            draft_notice(protocol),
            edition_notice(protocol, sources),
            governing(protocol, sources),
            do_now(protocol, sources),
            section("The fifteen days", days) if days else NOTHING,
            section("Who to contact", or_unread(reached, protocol)),
            section("Forms", or_unread(forms_table(protocol, sources), protocol)),
            section(
                f"More on {protocol.name}",
                more(protocol, sources),
                css="sec paper-never",
            ),
            section("Words on this page", words(protocol, sources)),
        )

    return partnership_page(protocol, GLANCE, protocol.name, lead, body)


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


def forms_table(protocol: Protocol, sources: Sources) -> Html:
    """Return the table of forms: who fills each in and where it goes; of none, nothing."""
    rows = []
    for form in protocol.forms.values():
        author, goes = author_and_recipient(form, protocol)
        mark = sources.mark(form.source, form.status, form.reason)
        areas = listed(protocol.not_for_all(form.areas))
        name = f"{form.name} ({areas})" if areas else form.name
        rows.append((name, author, joined(goes, mark)))
    return table(("Form", "Who fills it in", "Goes to"), rows) if rows else NOTHING


def more(protocol: Protocol, sources: Sources) -> Html:
    """Return the list of the tools and of the partnership's other pages, with what each holds."""
    holds = _holds(protocol)
    pages = (
        _entry(title, sources.base + local_address(protocol, name), holds[name])
        for name, title in LOCAL
        if name in holds
    )
    return el("ul", _tools(protocol, sources), every(pages), css="pages", role="list")


def _entry(title: str, href: str, holds: str) -> Html:
    return el("li", el("a", title, href=href), " ", el("span", holds))


def _holds(protocol: Protocol) -> dict[str, str]:
    """Return what each page of the folder holds, in words, by its name."""
    steps, decisions, _ = chart_of(protocol).counts()
    own = protocol.deadlines if protocol.stands_in else protocol.own_deadlines
    limits, notes = len(own), len(protocol.notes)
    found = {
        "flowchart": f"{steps} steps and {decisions} decisions, from the first concern on. Prints on paper",
        "deadlines": f"{limits} limits and orders: what starts each, and how it is read",
        "contacts": "Everyone the protocol names, and every form, with what it asks",
        "protocol": "Every definition, member, criterion and rule, with its section",
        "roles/index": "One page to print for each role: only that role’s steps, forms and clocks",
        "reckoner/index": "The key dates for every working day, to print",
        "notes": f"{notes} places: two readings, contradictions, silences",
        "source": "What was read, when, and what has changed since",
    }
    if protocol.is_draft:
        empty = {"flowchart": not steps, "deadlines": not limits, "notes": not notes}
        found |= {name: NOT_READ for name, missing in empty.items() if missing}
    return found


def _tools(protocol: Protocol, sources: Sources) -> Html:
    """Return the ways into the checker and the calculator, with the partnership or area chosen."""
    check = f"{sources.base}check/#{protocol.id}"
    areas = [
        el("a", area.name, href=f"{check}:{area.id}")
        for area in protocol.areas.values()
    ]
    several = len(areas) > 1 and not protocol.stands_in
    held = joined(
        "The questions, with the next steps in ",
        listed_html(areas) if several else protocol.name,
    )
    dates = f"Every date of a case in {protocol.name}, from the dates you know"
    return joined(
        _entry("Is this notifiable?", check, held),
        _entry("What is due when?", f"{sources.base}deadlines/#{protocol.id}", dates),
    )


def words(protocol: Protocol, sources: Sources) -> Html:
    """Return the abbreviations of the field and the protocol's own words.

    Where the protocol gives an abbreviation a meaning of its own, only that is said.
    """
    own = {word.word for word in protocol.partnership.vocabulary}
    terms = (
        joined(el("b", term.short), f": {term.term}.")
        for term in protocol.national.terms
        if term.short and term.short not in own
    )
    local = (
        joined(
            el("b", word.word), ": ", nowrap_last(word.means, sources.mark(word.source))
        )
        for word in protocol.partnership.vocabulary
    )
    return joined(
        el(
            "p",
            every(terms, " "),
            css="measure small mut",
            data_search_exclude=True,
        ),
        el("p", every(local, " "), css="measure small mut"),
    )
