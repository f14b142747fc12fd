"""The deadlines page says of every limit what, who, from when, how read, and who says so."""

import pytest

from handbook.pages.deadlines.tables import USES


@pytest.fixture(scope="module")
def page(folder):
    """Return the page as a tree."""
    return folder["deadlines"]


@pytest.fixture(scope="module")
def entries(page):
    """Return the entries by their ids."""
    return {one.attributes["id"]: one for one in page.all("details", "dl")}


@pytest.fixture(scope="module")
def national(library, partnership):
    """Return the national limits that the protocol has no version of."""
    local = {one.national for one in partnership.deadlines}
    return [one for one in library.national.deadlines if one.id not in local]


def plain(words):
    """Return ``words`` with each gap one space, as they are read from a page."""
    return " ".join(words.split())


def test_every_limit_is_told_once_under_its_stage(page, entries, partnership, national):
    """One line for each limit, in the order of the stages; the contents lead to each section."""
    stage_of = {step.id: step.stage for step in partnership.steps}
    order = [*(stage.id for stage in partnership.stages), None]
    own = sorted(
        partnership.deadlines, key=lambda one: order.index(stage_of.get(one.step))
    )
    names = [f"deadline-{one.id}" for one in own]
    names += [f"national-{one.id}" for one in national]
    assert names == list(entries)
    headings = [one.text() for one in page.all("h3")]
    assert sorted(plain(one.what) for one in (*own, *national)) == sorted(headings)
    assert len(set(headings)) == len(headings)
    [contents] = page.all("nav", "jump")
    sections = [h2.attributes["id"] for h2 in page.all("h2") if "id" in h2.attributes]
    leads = [a.attributes["href"] for a in contents.all("a")]
    assert leads == [f"#{name}" for name in sections if name != "loc"]
    tags = [one.text() for one in page.all("span", "std")]
    assert "local" not in tags


def test_every_reading_is_shown_with_its_use_and_why(entries, partnership):
    """The readings stand in their order; what is not used says why not."""
    for one in partnership.deadlines:
        tables = entries[f"deadline-{one.id}"].all("table", "alt")
        rows = tables[0].all("tbody")[0].all("tr") if tables else []
        told = [
            (row.all("th")[0].text(), *(cell.text() for cell in row.all("td")))
            for row in rows
        ]
        expected = [(plain(r.means), USES[r.use], plain(r.why)) for r in one.readings]
        assert expected == told


def test_a_limit_without_a_time_is_marked_as_a_silence(entries, partnership):
    """Where no time is given, the dashed ring and the words stand, never a blank."""
    for one in partnership.deadlines:
        if one.no_time:
            rings = entries[f"deadline-{one.id}"].all("span", "silent")
            assert plain(one.no_time) in [ring.text() for ring in rings]


def test_open_words_stand_as_printed(entries, partnership):
    """The disputed words of a limit are in its entry, once; the reason of a guess may say them too."""
    for one in partnership.deadlines:
        if one.printed:
            entry = entries[f"deadline-{one.id}"]
            parts = (*entry.all("summary"), *entry.all("dl"))
            told = " ".join(part.text(without=("reason",)) for part in parts)
            assert 1 == told.count(f"“{plain(one.printed)}”")


def test_what_is_national_says_so(entries, partnership, national):
    """A clock that the protocol does not set is marked national, and so is a counterpart."""
    for one in national:
        assert "national" in [
            tag.text() for tag in entries[f"national-{one.id}"].all("span", "std")
        ]
    for one in partnership.deadlines:
        if one.national or one.status == "national":
            tags = entries[f"deadline-{one.id}"].all("span", "std")
            assert "national" in [tag.text() for tag in tags]


def test_the_earlier_of_two_is_said(entries, partnership):
    """Where the national date may come first, the entry says which one counts."""
    for one in partnership.deadlines:
        text = entries[f"deadline-{one.id}"].text()
        assert one.capped == (
            "The earlier of the two dates is the latest date." in text
        )


def test_what_replaces_a_date_is_said(entries, partnership):
    """Each later fact that moves a date is told with its source."""
    for one in partnership.deadlines:
        for item in one.replaced_by:
            assert plain(item.says) in entries[f"deadline-{one.id}"].text(
                without=("src",)
            )


def test_orders_and_events_are_all_there(page, partnership):
    """Every order without a number is told, and what counts as an event where that is open."""
    text = page.text(without=("src",))
    for order in partnership.orders:
        assert plain(order.says) in text
    for event in partnership.events:
        assert plain(event.counts_as) in text


def test_the_calculator_opens_for_this_partnership(page, partnership):
    """The first button leads to the calculator with the partnership chosen."""
    links = [link.attributes.get("href", "") for link in page.all("a", "btn")]
    assert f"../../../deadlines/#{partnership.id}" in links
