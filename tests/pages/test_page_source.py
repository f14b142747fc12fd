"""The page of sources: the documents, the coverage list with nothing left over, the changes."""

from dataclasses import replace

import pytest

from handbook.pages.sources.page import source_page
from handbook.pages.sources.usage import section_of, section_uses
from rapidreview.model import Protocol, Section
from rapidreview.show import Sources, slug

LEFT_OVER = "Nothing in the handbook rests on this section"


def test_every_section_of_every_document_is_used_somewhere(library, partnership):
    """A protocol's own list of sections has none that the handbook does not use."""
    unused = [
        section
        for section, uses in section_uses(library.protocol(partnership.id)).items()
        if not uses
    ]
    assert [] == unused


def test_the_coverage_list_has_every_section_in_the_order_of_the_document(
    partnership, folder
):
    """One row for each section, in order, and none of them says that nothing rests on it."""
    rows = [
        row
        for table in folder["source"].all("table", "cover")
        for row in table.all("tr")
        if "id" in row.attributes
    ]
    sections = [
        slug(f"{document.id} {section.at}")
        for document in partnership.documents
        for section in document.sections
    ]
    assert sections == [row.attributes["id"] for row in rows]
    assert len(sections) == len(set(sections))
    assert not [row for row in rows if LEFT_OVER in row.text()]
    assert all(row.all("td")[0].all("a") for row in rows)


def test_a_section_that_nothing_cites_shows_as_a_gap(library, partnership, parse):
    """The list would show a section that the policy passed over."""
    first, *others = partnership.documents
    longer = replace(
        first, sections=(*first.sections, Section(at="99.9", title="Passed over"))
    )
    policy = replace(partnership, documents=(longer, *others), status="in force")
    page = parse(source_page(Protocol(library.national, policy)).text)
    gaps = [row for row in page.all("tr") if LEFT_OVER in row.text()]
    assert [slug(f"{first.id} 99.9")] == [row.attributes["id"] for row in gaps]


def test_every_link_of_the_coverage_list_leads_to_something_that_is_there(
    partnership, folder
):
    """The page exists, and so does the place on it."""
    start = f"../../../partnerships/{partnership.id}/"
    ids = {
        name: {item.attributes["id"] for item in page.walk() if "id" in item.attributes}
        for name, page in folder.items()
    }
    for table in folder["source"].all("table", "cover"):
        for link in table.all("a"):
            place, _, anchor = link.attributes["href"].partition("#")
            assert place.startswith(start)
            name = place.removeprefix(start).strip("/") or "index"
            assert name in folder, name
            assert not anchor or anchor in ids[name], f"{name}#{anchor}"


def test_every_source_slip_leads_to_a_row_of_the_coverage_list(
    library, partnership, folder
):
    """A mark that names a section of the protocol ends at that section's row."""
    rows = {
        item.attributes["id"]
        for item in folder["source"].walk()
        if "id" in item.attributes
    }
    sources = Sources(library.national, partnership, "../../../")
    for document, at in section_uses(library.protocol(partnership.id)):
        place = sources.place(f"{document}#{at}")
        assert place.href.partition("#")[2] in rows


def test_the_documents_say_what_was_read_when_and_when_it_is_read_again(
    partnership, folder
):
    """Title, edition, and the two dates stand on the page for each document."""
    text = folder["source"].text()
    for document in partnership.documents:
        assert " ".join(document.title.split()) in text
        assert " ".join(document.edition.split()) in text
        for iso in (document.retrieved_on, document.review_by):
            assert f"{int(iso[8:])} " in text
            assert iso[:4] in text


def test_every_edition_that_was_replaced_is_said_to_be(library, partnership, folder):
    """Each instrument the protocol rests on is named; a replaced one names what replaced it."""
    known = {item.id: item for item in library.national.instruments}
    part = next(
        one
        for one in folder["source"].all("section")
        if "What it rests on" in one.text()
    )
    for name in partnership.rests_on:
        assert known[name].title in part.text()
        if known[name].superseded_by:
            assert known[known[name].superseded_by].short in part.text()


def test_every_change_stands_in_the_log(partnership, folder):
    """The dated log of this policy is complete."""
    logs = [
        one.text(without=("src",))
        for one in folder["source"].all("section")
        if one.all("h2")[0].text() == "Change log"
    ]
    assert bool(partnership.changes) == bool(logs)
    for change in partnership.changes:
        assert " ".join(change.what.split()) in logs[0]


@pytest.mark.parametrize(
    ("ref", "expected"),
    [("ca2004#s16C(1)", None), ("nowhere#1", None)],
)
def test_a_national_reference_is_no_section_of_the_protocol(
    library, partnership, ref, expected
):
    """Only the policy's own documents have sections in the list."""
    assert expected is section_of(library.protocol(partnership.id), ref)
