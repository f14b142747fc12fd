"""The first page of a partnership: what to do now, the fifteen days, contacts and forms."""

from __future__ import annotations

from typing import TYPE_CHECKING

from handbook.flow.chart import chart_of
from handbook.pages.frame import (
    LOCAL,
    Page,
    address,
    partnership_page,
    section,
    table,
    vouched,
)
from handbook.pages.partnership.day_strip import strip
from handbook.pages.silence import unsaid
from handbook.pages.sources.editions import edition_notice, written_to
from rapidreview.model.protocol import Protocol
from rapidreview.say import Nouns, listed, plain_date, read_moment
from rapidreview.show import (
    NOTHING,
    Html,
    author_and_recipient,
    el,
    esc,
    every,
    icon,
    joined,
    limit_html,
    limit_mark,
    link,
    nowrap_last,
    reason_html,
    silent,
    status_tag,
    verify_tag,
)

if TYPE_CHECKING:
    from collections.abc import Iterator

    from handbook.read.library import Library
    from rapidreview.model import Contact, Deadline, DoNow, Partnership, Statement
    from rapidreview.show import Sources

READERS = {
    "learned": "You have learned of a serious incident",
    "notifier": "You notify for the local authority",
    "death": "The child has died",
}


def glance_page(library: Library, partnership: Partnership) -> Page:
    """Return the page "At a glance" of ``partnership``."""
    lead = f"{' and '.join(partnership.partnerships)}: {partnership.lead}"

    def body(sources: Sources) -> str:
        nouns = Nouns(library.national, partnership)
        days = strip(partnership, nouns)
        return (
            imprint(partnership, sources)
            + edition_notice(library.national, partnership, sources)
            + do_now(partnership, sources, nouns)
            + (section("The fifteen days", days) if days else "")
            + section("Who to contact", contacts_table(partnership, sources))
            + section("Forms", forms_table(partnership, sources))
            + section(
                f"More on {partnership.name}",
                more(partnership, sources),
                css="sec noprint",
            )
            + section("Words on this page", words(library, partnership, sources))
        )

    return partnership_page(
        Protocol(library.national, partnership), "index", partnership.name, lead, body
    )


def statement_html(statement: Statement, sources: Sources) -> Html:
    """Return one statement with its source mark; a silence carries its ring."""
    mark = sources.mark(statement.source, statement.status, statement.reason)
    standing = status_tag(statement.status)
    check = verify_tag(statement.evidence)
    if statement.silent:
        said = silent(unsaid(statement.says))
        return joined(*map(vouched, (said, standing, mark, check)))
    said = nowrap_last(statement.says, mark)
    return joined(*map(vouched, (said, standing, check)))


def imprint(partnership: Partnership, sources: Sources) -> str:
    """Return the four facts under the title: status, area, edition, read on."""
    facts = (
        ("Protocol", partnership.status.capitalize()),
        ("Area", listed(area.name for area in partnership.areas)),
        ("Written to", written_to(sources.national, partnership)),
        ("Read and checked", plain_date(read_moment(partnership.checked_on))),
    )
    rows = "".join(
        f"<div><dt>{name}</dt><dd>{esc(value)}</dd></div>" for name, value in facts
    )
    return f'<dl class="imprint">{rows}</dl>\n'


def do_now(partnership: Partnership, sources: Sources, nouns: Nouns) -> str:
    """Return the box "Do this now": one part for each reader."""
    parts = "".join(
        _way(item, partnership, sources, nouns) for item in partnership.do_now
    )
    return (
        '<section class="donow" aria-labelledby="donow"><header><h2 id="donow">Do this now</h2>'
        "<p>Make the child, and any other child, safe first.</p></header>"
        f'<div class="ways">{parts}</div></section>\n'
    )


def _way(item: DoNow, partnership: Partnership, sources: Sources, nouns: Nouns) -> str:
    form = next((form for form in partnership.forms if form.id == item.form), None)
    contacts = [
        contact for contact in partnership.contacts if contact.id in item.contact
    ]
    deadline = next(
        (limit for limit in partnership.deadlines if limit.id == item.deadline), None
    )
    said = "".join(
        f"<p>{statement_html(statement, sources)}</p>" for statement in item.says
    )
    title = (
        f"<h3>{esc(item.title or READERS[item.reader])}{status_tag(item.status)}</h3>"
    )
    said += reason_html(item.status, item.reason)
    rows = ""
    if form:
        rows += _fact(
            "form",
            "Form",
            f"<p><b>{esc(form.name)}</b>{status_tag(form.status)}"
            f"{sources.mark(form.source, form.status, form.reason)}</p>",
        )
    if contacts:
        rows += _fact(
            "mail",
            "Send to",
            "".join(_send_to(contact, partnership, sources) for contact in contacts),
        )
    if deadline:
        rows += _fact("clock", "By", _by(deadline, sources, nouns))
    wide = " full" if item.reader == "death" else ""
    facts = f'<dl class="facts">{rows}</dl>' if rows else ""
    return f'<div class="way{wide}">{title}<div>{said}{facts}</div></div>'


def _send_to(contact: Contact, partnership: Partnership, sources: Sources) -> str:
    """Return one address to send to, with its areas where there are several addresses."""
    names = {area.id: area.name for area in partnership.areas}
    areas = listed(names[area] for area in contact.areas)
    whose = f'<span class="small mut">For {esc(areas)}</span>' if areas else ""
    return f"<p>{contact_html(contact, sources)} {whose}</p>"


def _fact(name: str, title: str, body: str) -> str:
    return f"<div><dt>{icon(name)}{title}</dt><dd>{body}</dd></div>"


def _by(deadline: Deadline, sources: Sources, nouns: Nouns) -> str:
    return (
        f"<p>{limit_html(deadline, nouns)}{limit_mark(deadline, sources)}</p>"
        f'<p><a class="lone" href="{sources.base}deadlines/">Work out the date</a></p>'
    )


def contact_html(contact: Contact, sources: Sources) -> Html:
    """Return how to reach a contact; a person's address carries its date and a warning."""
    mark = vouched(sources.mark(contact.source, contact.status, contact.reason))
    standing = vouched(status_tag(contact.status))
    if contact.silent:
        return joined(vouched(silent(contact.label)), standing, mark)
    return joined(
        every(_ways(contact), ", ") or contact.label,
        _stale(contact) if contact.personal else NOTHING,
        standing,
        mark,
    )


def _ways(contact: Contact) -> Iterator[Html]:
    """Yield a link for each way to reach a contact."""
    if contact.email:
        yield vouched(link(contact.email, f"mailto:{contact.email}"))
    if contact.url:
        name = contact.url.removeprefix("https://").removeprefix("http://")
        yield vouched(link(name.rstrip("/"), contact.url))
    if contact.phone:
        yield vouched(link(contact.phone, f"tel:{contact.phone.replace(' ', '')}"))


def _stale(contact: Contact) -> Html:
    """Return the warning beside one person's address."""
    day = contact.checked_on
    checked = plain_date(read_moment(day)) if day else "never"
    return el(
        "span",
        f"One person’s address, last checked {checked}. "
        "It may have changed: check it before you send.",
        css="small mut stale",
    )


def contacts_table(partnership: Partnership, sources: Sources) -> str:
    """Return the table of contacts: who, how, for which areas and for what."""
    labels = {actor.id: actor.label for actor in partnership.actors}
    areas = {area.id: area.name for area in partnership.areas}
    rows = []
    for contact in partnership.contacts:
        name = labels[contact.actor] if contact.silent else contact.label
        rows.append(
            (
                esc(placed(name, [areas[area] for area in contact.areas])),
                contact_html(contact, sources),
                esc(contact.for_),
            )
        )
    return table(("Who", "How", "For"), rows)


def placed(name: str, areas: list[str]) -> str:
    """Return ``name`` with the areas it serves, unless it names them itself."""
    if all(area in name for area in areas):
        return name
    return f"{name} ({listed(areas)})"


def forms_table(partnership: Partnership, sources: Sources) -> str:
    """Return the table of forms: who fills each in and where it goes."""
    labels = {actor.id: actor.label for actor in partnership.actors}
    rows = []
    for form in partnership.forms:
        author, goes = author_and_recipient(form, labels)
        mark = sources.mark(form.source, form.status, form.reason)
        rows.append((esc(form.name), author, goes + mark))
    return table(("Form", "Who fills it in", "Goes to"), rows)


def more(partnership: Partnership, sources: Sources) -> str:
    """Return the list of the partnership's other pages, with what each holds."""
    steps, decisions, _ = chart_of(Protocol(sources.national, partnership)).counts()
    holds = {
        "flowchart": f"{steps} steps and {decisions} decisions, from the first concern on. Prints on paper",
        "deadlines": f"{len(partnership.deadlines)} limits and orders: what starts each, and how it is read",
        "contacts": "Everyone the protocol names, and every form, with what it asks",
        "protocol": "Every definition, member, criterion and rule, with its section",
        "roles/index": "One page to print for each role: only that role’s steps, forms and clocks",
        "reckoner/index": "The key dates for every working day, to print",
        "notes": f"{len(partnership.notes)} places: two readings, contradictions, silences",
        "source": "What was read, when, and what has changed since",
    }
    items = "".join(
        f'<li><a href="{sources.base}{address(f"partnerships/{partnership.id}/{name}.md")}">{esc(title)}</a> '
        f"<span>{esc(holds[name])}</span></li>"
        for name, title in LOCAL
        if name in holds
    )
    return f'<ul class="pages" role="list">{_tools(partnership, sources)}{items}</ul>'


def _tools(partnership: Partnership, sources: Sources) -> str:
    """Return the ways into the checker and the calculator, with the partnership or area chosen."""
    several = partnership.areas if len(partnership.areas) > 1 else ()
    areas = listed(
        f'<a href="{sources.base}check/#{partnership.id}:{area.id}">{esc(area.name)}</a>'
        for area in several
    )
    name = esc(partnership.name)
    held = f"The questions, with the next steps in {areas or name}"
    return (
        f'<li><a href="{sources.base}check/#{partnership.id}">Is this notifiable?</a> <span>{held}</span></li>'
        f'<li><a href="{sources.base}deadlines/#{partnership.id}">What is due when?</a> '
        f"<span>Every date of a case in {name}, from the dates you know</span></li>"
    )


def words(library: Library, partnership: Partnership, sources: Sources) -> str:
    """Return the abbreviations of the field and the protocol's own words.

    Where the protocol gives an abbreviation a meaning of its own, only that is said.
    """
    own = {word.word for word in partnership.vocabulary}
    terms = [
        f"<b>{esc(term.short)}</b>: {esc(term.term)}."
        for term in library.national.terms
        if term.short and term.short not in own
    ]
    local = [
        f"<b>{esc(word.word)}</b>: {nowrap_last(word.means, sources.mark(word.source))}"
        for word in partnership.vocabulary
    ]
    return f'<p class="measure small mut">{" ".join(terms)}</p><p class="measure small mut">{" ".join(local)}</p>'
