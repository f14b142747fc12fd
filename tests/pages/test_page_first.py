"""The first page of a partnership: you, to whom, by when; and the card that asks whether it is one."""

import pytest

from handbook.pages.areas import area_page
from handbook.pages.partnership.glance import glance_page
from handbook.pages.partnership.glance.do_now import READERS
from handbook.pages.partnership.glance.page_words import is_on


@pytest.fixture(scope="module")
def first(library, parse):
    """Return the first page of each protocol, and of one area without any, by name."""
    made = {one.id: glance_page(one) for one in library.all_protocols}
    made["leeds"] = area_page(library.england, "leeds")
    return {name: parse(page.text) for name, page in made.items()}


def facts(page, place):
    """Return the facts of the part at ``place`` of the box, by title."""
    way = page.all("div", "donow-way")[place]
    rows = way.all("dl", "facts")[0].all("div")
    return {row.all("dt")[0].text(): row.all("dd")[0].text() for row in rows}


def spaced(part):
    """Return the words of a part, those of each element apart."""
    return " ".join(one if isinstance(one, str) else spaced(one) for one in part.inside)


def test_the_first_reader_has_a_form_somebody_to_tell_and_a_time(first):
    """Three lines, whatever the protocol says; what it does not say is marked as that."""
    for name, page in first.items():
        told = facts(page, 0)
        assert list(told) in (["Form", "Send to", "By"], ["Form", "To", "By"]), name
        assert all(told.values()), name
    assert "HSSCP@hartlepool.gov.uk" in facts(first["tees"], 0)["Send to"]
    assert "Today" in facts(first["tees"], 0)["By"]
    assert "at the earliest opportunity" in facts(first["tower-hamlets"], 0)["By"]


def test_where_the_protocol_gives_no_address_the_authority_s_own_front_door_stands(
    first,
):
    """It is named, and that the protocol gives none is said; an unread protocol is not blamed."""
    for name, authority in (
        ("surrey", "Surrey County Council"),
        ("north-yorkshire", "North Yorkshire Council"),
        ("leeds", "Leeds City Council"),
    ):
        told = facts(first[name], 0)["To"]
        assert f"Children’s social care at {authority}" in told
        assert ("The protocol gives no address" in told) == (name != "leeds")
    assert "no form" in facts(first["north-yorkshire"], 0)["Form"]
    assert "where it happened" in facts(first["england"], 0)["To"]


def test_the_notifier_has_the_national_system_and_limit_where_the_protocol_has_none(
    first,
):
    """Tower Hamlets names no system and no number of days: both are national, and say so."""
    told = facts(first["tower-hamlets"], 1)
    assert "childsafeguarding.education.gov.uk" in told["To"]
    assert "Within 5 working days" in told["By"]
    assert "national" in told["To"]
    assert "national" in told["By"]


def test_the_card_after_the_first_reader_has_both_conditions_and_leads_to_the_checker(
    first, library
):
    """Where the protocol covers several areas, each has its link; else the one is chosen."""
    for name, page in first.items():
        (card,) = page.all("div", "donow-one")
        conditions = library.national.notifiability.conditions
        for one, item in zip(conditions, card.all("li"), strict=True):
            assert one.says in item.text()
        links = [one.attributes["href"] for one in card.all("a")]
        assert all("check/#" in one for one in links)
        if name == "tees":
            assert links[0].endswith("check/#tees:hartlepool")
            assert len(links) == len(
                next(iter(library.protocols)).national.deadlines[:4]
            )
        if name == "leeds":
            assert links == ["../../check/#england:leeds"]


def test_what_else_is_said_waits_in_a_line_that_opens(first, library):
    """No statement of the box stands open on it, and none is lost."""
    for protocol in library.all_protocols:
        ways = first[protocol.id].all("div", "donow-way")
        for item, way in zip(protocol.partnership.do_now, ways, strict=True):
            assert (item.title or READERS[item.reader]) in way.all("h3")[0].text()
            (folded,) = way.all("details")
            for one in item.says:
                assert one.says in folded.text()


def test_an_address_has_a_copy_button_and_ends_a_line_at_no_letter(first):
    """Each mailbox can be copied; the places where it may break are after "@" and hyphens."""
    for page in first.values():
        mailed = [
            one
            for one in page.all("a")
            if one.attributes.get("href", "").startswith("mailto:")
        ]
        copied = [one.attributes["data-copy"] for one in page.all("button", "copy")]
        assert [
            one.attributes["href"].removeprefix("mailto:") for one in mailed
        ] == copied


def test_no_paragraph_of_a_first_page_stands_there_four_times(first):
    """The warning about one person's address is told once for a list."""
    for name, page in first.items():
        told = [one.text() for one in page.all("p") if one.text()]
        assert max(map(told.count, told), default=0) < 4, name
        assert page.text().count("It may have changed") <= 1


def test_the_words_of_a_page_are_on_it(first):
    """The list explains what the page says, and nothing else."""
    for name, page in first.items():
        for words in page.all("dl", "glance-words"):
            rest = spaced(page).replace(spaced(words), " ")
            for word in words.all("dt"):
                assert is_on(word.text(), rest), (name, word.text())
    tees = first["tees"].all("dl", "glance-words")[0]
    assert "PSIRF" not in tees.text()


def test_a_strip_without_at_least_three_marks_is_a_list(first):
    """Tees has one day of its own: no row of empty cells."""
    assert not first["tees"].all("div", "strip")
    assert "By day 15" in first["tees"].all("ul", "strip-few")[0].text()
    assert first["surrey"].all("div", "strip")
