"""The comparison: heads computed from the words, by value, silences marked."""

from dataclasses import replace

import pytest

from handbook.pages.compare.page import MOST, compare_pages
from handbook.pages.compare.relation import compare, plain
from handbook.pages.compare.table import not_said
from handbook.pages.compare.values import outstanding, starts_apart, value
from handbook.pages.places import NO_TAB, places_sheet


@pytest.fixture(scope="module")
def comparisons(library, parse):
    """Return the comparison pages by their paths."""
    return {page.path: parse(page.text) for page in compare_pages(library)}


@pytest.mark.parametrize(
    ("values", "verdict", "differs", "same"),
    [
        ("aaa", "Same", [False] * 3, True),
        ("abc", "All differ", [True] * 3, False),
        ("   ", "None says", [False] * 3, True),
        (" a ", "One says", [False, True, False], False),
        ("aa ", "Two say the same", [False] * 3, False),
        ("ab ", "Two say, and differ", [True, True, False], False),
        ("aab", "Two different answers", [False, False, True], False),
        ("aabb ", "Two different answers", [True] * 4 + [False], False),
    ],
)
def test_the_head_of_a_row_counts_who_says_what(values, verdict, differs, same):
    """The verdict, the marked cells and whether the row can be hidden follow from the values."""
    point = compare([one.strip() for one in values])
    assert (verdict, tuple(differs), same) == (point.verdict, point.differs, point.same)


def test_answers_of_the_same_value_are_the_same_whatever_the_wording(library):
    """Five working days are five working days; a limit that runs from another event is another limit."""
    points = library.law.attributes
    three = [
        next(one for one in library.protocols if one.id == name)
        for name in ("north-yorkshire", "surrey", "tees")
    ]

    def values(name, *, apart):
        return {
            value(one, points[name], one.compared[name], apart=apart) for one in three
        }

    said = {one.compared["sin-limit"].says for one in three}
    assert len(said) > 1
    assert len(values("sin-limit", apart=True)) == 1
    assert len(values("report-limit", apart=False)) == 3
    assert "sin_sent" in starts_apart(points.values())
    silent = replace(three[0].compared["sin-limit"], silent=True)
    assert value(three[0], points["sin-limit"], silent, apart=True) == ""
    assert value(three[0], points["sin-limit"], None, apart=True) == ""


@pytest.mark.parametrize(
    ("words", "key"),
    [
        ("Master document at least 48 hours before the meeting", "at least 48 hours"),
        ("By working day 15, day 1 being the notification", "By working day 15"),
        ("Form 2, which contains the key lines of enquiry", "Form 2"),
        ("The GOV.UK reporting page, and IDAMs", "The GOV.UK reporting page"),
        ("The protocol prints no criteria", ""),
    ],
)
def test_the_words_that_say_it_stand_out(words, key):
    """An amount of time, or the thing that is named first; nothing where neither can be told."""
    before, found, after = outstanding(words)
    assert (key, words) == (found, before + found + after)


def test_numbers_in_words_and_figures_are_the_same():
    """Case, signs, brackets and ways to write a number do not make a difference."""
    assert plain("5 working days, printed once as 5 days.") == plain(
        "Five working days (2.4), printed once as 5 days (4.1)"
    )


def test_a_different_number_is_a_difference():
    """Five days and six days are not the same."""
    assert plain("Five days") != plain("Six days")


@pytest.mark.parametrize(
    ("words", "told"),
    [
        ("Who may raise a case", "Not said: who may raise a case"),
        ("No time limit given", "No time limit given"),
        ("The protocol does not say", "The protocol does not say"),
    ],
)
def test_a_silence_reads_as_a_sentence(words, told):
    """A silence that only names what is missing says that it is not said."""
    assert told == not_said(words)


def test_every_point_has_a_cell_for_every_partnership(comparisons, library):
    """The table has one row for each point, and in it each protocol's own words."""
    page = comparisons["compare/index.md"]
    lines = {
        row.attributes["id"]: row for row in page.all("tr") if "id" in row.attributes
    }
    points = [one.id for one in library.national.compare]
    assert points == list(lines)[: len(points)]
    for partnership in library.partnerships:
        for said in partnership.compare:
            cell = next(
                item
                for item in lines[said.attribute].all("td")
                if item.attributes["data-p"] == partnership.name
            )
            text = cell.text(without=("src",))
            assert text == " ".join(
                (not_said(said.says) if said.silent else said.says).split()
            )
            assert said.silent == bool(cell.all("span", "silent"))
            assert cell.all("button", "src")


def test_the_national_rule_stands_beside(comparisons, library):
    """Each row ends with what the national layer says on the point."""
    page = comparisons["compare/index.md"]
    lines = {
        row.attributes["id"]: row for row in page.all("tr") if "id" in row.attributes
    }
    for attribute in library.national.compare:
        cell = lines[attribute.id].all("td", "cmp-law")[0]
        assert " ".join(attribute.national.split()) in cell.text(without=("src",))
        unverified = "to be verified" in cell.text()
        assert (attribute.evidence == "to-verify") == unverified


def test_a_silence_never_carries_the_edge_of_a_difference(comparisons):
    """Only a protocol that says something can differ."""
    marked = [
        cell for page in comparisons.values() for cell in page.all("td", "cmp-differs")
    ]
    assert marked
    assert [] == [cell.text() for cell in marked if cell.all("span", "silent")]


def test_there_is_one_page_and_only_where_there_are_two_to_compare(library):
    """Any two are chosen on it, so there is no page for each pair; for one protocol its tab is hidden."""
    assert ["compare/index.md"] == [one.path for one in compare_pages(library)]
    one = replace(library, partnerships=library.partnerships[:1])
    (page,) = compare_pages(one)
    assert "<table" not in page.text
    assert NO_TAB in places_sheet(1).text
    assert NO_TAB not in places_sheet(2).text


def test_rows_stand_under_their_themes_and_the_contents_lead_there(
    comparisons, library
):
    """Every theme of the data once, in order."""
    page = comparisons["compare/index.md"]
    themes = list(dict.fromkeys(one.theme for one in library.national.compare))
    heads = [row.all("th")[0] for row in page.all("tr", "cmp-theme")]
    assert themes == [one.text() for one in heads][: len(themes)]
    links = [one.attributes["href"] for one in page.all("nav", "jump")[0].all("a")]
    assert [f"#{one.attributes['id']}" for one in heads] == links


def test_of_many_partnerships_two_are_shown_and_each_has_a_column_to_add(
    library, parse
):
    """One page for each, never one for each pair; all are named on the first."""
    first = library.partnerships[0]
    many = tuple(
        replace(first, id=f"area-{place}", name=f"Area {place}")
        for place in range(MOST + 1)
    )
    pages = compare_pages(replace(library, partnerships=many))
    assert len(pages) == 1 + len(many)
    index, own = parse(pages[0].text), parse(pages[-1].text)
    assert [4, 3] == [len(one.all("thead")[0].all("th")) for one in (index, own)]
    links = [one.all("a")[0] for one in index.all("ul", "cmp-rest")[0].all("li")]
    assert [f"area-{place}/" for place in range(2, MOST + 1)] == [
        one.attributes["href"] for one in links
    ]
    assert pages[-1].path == f"compare/area-{MOST}.md"


def test_every_column_can_be_hidden_by_its_box(comparisons, library):
    """Each box has a column, and the style sheet has a rule for each of them."""
    index = comparisons["compare/index.md"]
    boxes = [
        item.attributes["id"]
        for item in index.all("input")
        if item.attributes["id"].startswith("col-")
    ]
    columns = range(1, len(library.partnerships) + 1)
    assert [*(f"col-{place}" for place in columns), "col-law"] == boxes
    assert all(index.all("td", f"place-column-{place}") for place in columns)


def test_a_column_disappears_when_its_box_is_not_ticked(library, request):
    """The written sheet has a rule for each partnership's, the sheet of comparisons for the law's."""
    rules = places_sheet(len(library.partnerships)).text
    sheet = request.config.rootpath / "docs/assets/css/cmp.css"
    rules += sheet.read_text("utf-8")
    columns = range(1, len(library.partnerships) + 1)
    for box, column in [
        *((str(place), f"place-column-{place}") for place in columns),
        ("law", "cmp .cmp-law"),
    ]:
        rule = f"body:has(#col-{box}:not(:checked)) .{column} {{ display: none; }}"
        assert rule in rules


def test_rows_without_a_difference_are_the_ones_that_can_be_hidden(comparisons):
    """A row is hidden by "only what differs" just where its head says so."""
    for page in comparisons.values():
        for row in page.all("tr"):
            if "id" in row.attributes:
                verdict = row.all("small")[0].text()
                assert (verdict in ("Same", "None says")) == ("cmp-same" in row.classes)


def test_how_it_is_decided_whether_to_notify_is_compared_by_its_values(
    library, three_areas, parse
):
    """The row is there where one protocol says how; the law stands beside it."""
    two = (library.partnerships[0], three_areas.partnership)
    page = parse(compare_pages(replace(library, partnerships=two))[0].text).text()
    assert "How it is decided whether to notify" in page
    assert "Rule: A majority decides; If the votes do not decide: Scrutineer" in page
    assert "Nothing in this decision prevents the local authority" in page


def test_a_decision_of_which_no_file_says_how_makes_no_row(library, parse):
    """Nothing is said of a point that nobody has recorded."""
    bare = [
        replace(one, steps=tuple(replace(s, how=(), decides=None) for s in one.steps))
        for one in library.partnerships
    ]
    page = compare_pages(replace(library, partnerships=tuple(bare)))[0]
    assert "How it is decided whether to notify" not in parse(page.text).text()
