"""The frame of a page and its parts: a plain string in one is text, HTML stays as it is."""

import pytest

from handbook.pages.frame import Entry, Plan, bullets, framed, section, table
from handbook.pages.statements import facts, jump, lines
from rapidreview.show import Html, el

SIGNS = "a < b & {{ c }}"
SHOWN = "a &lt; b &amp; &#123;&#123; c &#125;&#125;"


@pytest.mark.parametrize(
    "made",
    [
        section("Title", SIGNS),
        section(SIGNS, el("p", "x"), lead=SIGNS),
        table(("One", "Two"), [("x", SIGNS)]),
        table((SIGNS, "Two"), [(SIGNS, "x")]),
        bullets([SIGNS]),
        facts([("Fact", SIGNS)]),
        lines([(SIGNS, "x")]),
        jump([("x", SIGNS)], "Here"),
    ],
)
def test_every_sign_of_a_plain_string_in_a_part_is_shown_as_a_sign(made):
    """No part takes a plain string for HTML."""
    assert isinstance(made, Html)
    assert SHOWN in made
    assert SIGNS not in made


def test_a_part_that_is_html_stays_as_it_is():
    """A cell, an item and a body may hold elements."""
    bold = el("b", "x")
    for made in (
        section("T", bold),
        table(("A", "B"), [(bold, bold)]),
        bullets([bold]),
    ):
        assert "<b>x</b>" in made


def test_facts_without_a_value_are_left_out():
    """A title alone is not shown, and a list without any is nothing."""
    assert facts([("Fact", "")]) == ""
    assert "Other" not in lines([("Fact", "x"), ("Other", "")])


def test_a_page_marks_itself_in_the_list_at_its_side_and_ends_the_way_to_it():
    """Title and lead stand in heading and front matter; the page is current in both lists."""
    here = Entry("national/x.md", "X & Y")
    plan = Plan(
        path=here.path,
        title=here.title,
        lead="Lead",
        trail=(Entry("national/index.md", "National"),),
        contents=(here, Entry("national/z.md", "Z", count="3 notes")),
        contents_title="Rules",
    )
    page = framed(plan, el("p", "Body"))
    assert page.path == here.path
    assert page.text.startswith('---\ntitle: "X &amp; Y"\ndescription: "Lead"\n')
    assert '<a href="../../national/x/" aria-current="page">X &amp; Y</a>' in page.text
    assert '<li aria-current="page">X &amp; Y</li></ol></nav>' in page.text
    assert '<a href="../../national/">National</a>' in page.text
    assert "Z <small>3 notes</small></a>" in page.text
    assert '<h1>X &amp; Y</h1>\n<p class="lead">Lead</p>\n<p>Body</p>' in page.text
