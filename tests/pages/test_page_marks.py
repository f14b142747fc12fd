"""No statement on a page of a partnership stands there without a source."""

from dataclasses import replace

from handbook.pages.partnership.glance.page import governing
from rapidreview.model import Protocol
from rapidreview.show import Sources

COUNTED = {"bars", "alt", "cover", "record"}
"""What the handbook works out itself, under a heading with its source, and the blank record."""

OWN = {"documents", "rests-on", "evidence", "changes"}
"""Sections that speak of the handbook's own work, not of the protocol."""


def units(one):
    """Yield every stretch of a page that makes a statement of the protocol."""
    if set(one.classes) & COUNTED or (one.tag == "section" and own(one)):
        return
    if set(one.classes) & {"fl-card", "notes-note"}:
        yield one
    if "entry" in one.classes and not one.all("ul", "says"):
        yield one
    elif one.tag in ("ul", "ol") and set(one.classes) & {"says", "rsteps"}:
        yield from (item for item in one.inside if not isinstance(item, str))
    elif one.tag == "tbody":
        yield from one.all("tr")
    else:
        for item in one.inside:
            if not isinstance(item, str):
                yield from units(item)


def own(section):
    """Return whether a section speaks of the handbook's own work."""
    heads = section.all("h2")
    return bool(heads) and heads[0].attributes.get("id") in OWN


def test_every_statement_on_every_page_has_a_source_mark(folder):
    """Each list item, entry, note, card and row of the generated pages opens a source."""
    found = [(name, unit) for name, page in folder.items() for unit in units(page)]
    bare = [
        f"{name}: {unit.text()[:120]}"
        for name, unit in found
        if not unit.all("button", "src")
    ]
    assert found
    assert [] == bare


def test_a_statement_without_a_source_would_be_found(parse):
    """The walk sees a list item and a row that open nothing."""
    page = parse(
        '---\n---\n<section><h2>What it says</h2><ul class="says"><li>Tell the chair.</li></ul>'
        "<table><tbody><tr><td>Panel</td></tr></tbody></table></section>"
    )
    assert ["Tell the chair.", "Panel"] == [unit.text() for unit in units(page)]


def test_every_mark_opens_a_slip_that_names_its_place(folder):
    """The button's target is on the page and gives at least one place with a link."""
    for name, page in folder.items():
        slips = {one.attributes["id"]: one for one in page.all("div", "note")}
        for mark in page.all("button", "src"):
            slip = slips[mark.attributes["popovertarget"]]
            assert slip.all("dd")[0].text(), name


def test_what_a_document_governs_has_its_section(library, parse):
    """Which text governs the case is a statement like any other: its mark names where it is."""
    surrey = library.protocol("surrey")
    first = surrey.partnership.documents[0]
    one = replace(
        first, governs="It governs every case.", governs_at=(first.sections[0].at,)
    )
    here = replace(surrey.partnership, documents=(one,))
    sources = Sources(library.national, here, "../../")
    shown = governing(Protocol(library.national, here), sources)
    assert parse(f"---\n---\n{shown}").all("button", "src")
    assert first.sections[0].title in parse(f"---\n---\n{sources.slips()}").text()
