"""The hand-off map shows the whole flow, reads as words, and keeps to the page's style."""

import re
from pathlib import Path
from xml.etree import ElementTree as ET

import pytest

from handbook.flow.chart import Chart, only_words
from handbook.flow.layout import ways_of
from handbook.flow.map.fitting import A4, WIDEST
from handbook.flow.map.ink import COLOURS
from handbook.flow.map.letter_widths import width_of
from handbook.flow.map.svg import HandOff
from handbook.flow.mermaid import mermaid
from handbook.pages.partnership.map import map_pages
from rapidreview.model import Protocol

CSS = Path(__file__).parents[2] / "docs" / "assets" / "css" / "lm.css"
STEP = "#step-"


@pytest.fixture(scope="module")
def chart(library, partnership):
    """Return the partnership's flow, laid out."""
    return Chart(Protocol(library.national, partnership))


@pytest.fixture(scope="module")
def steps(chart):
    """Return every placed step, in reading order."""
    return list(chart.placed)


@pytest.fixture(scope="module")
def made(library, partnership):
    """Return the page's text and the file's."""
    page, file, flow = map_pages(library.protocol(partnership.id))
    assert f"partnerships/{partnership.id}/map.svg" == file.path
    return page.text, file.text, flow.text


@pytest.fixture(scope="module")
def page(made, parse):
    """Return the page as a tree."""
    return parse(made[0])


@pytest.fixture(scope="module")
def rows(page):
    """Return the links of the picture by the step that each leads to."""
    links = [link for link in page.all("a") if "xlink:href" in link.attributes]
    found = {link.attributes["xlink:href"].partition(STEP)[2]: link for link in links}
    assert len(found) == len(links)
    return found


def test_every_step_is_a_link_to_its_place_in_the_list(rows, steps):
    """Each step has one row, in the order of the list of steps."""
    assert [item.step.id for item in steps] == list(rows)


def test_a_row_says_its_number_its_words_and_who_acts(rows, steps, chart):
    """Who does not see the lanes hears the party's name, and whether it is a guess."""
    for item in steps:
        words = rows[item.step.id].attributes["aria-label"]
        assert words.startswith(f"{item.number} ")
        assert item.step.title in words
        guess = " (worked out)" if item.step.status == "derived" else ""
        assert words.endswith(chart.protocol.label(item.step.actor) + guess)


def test_every_way_is_a_line(page, steps, partnership):
    """There is a line for each way, and an arrow besides for each that leads back."""
    lines = next(one for one in page.all("g") if "none" == one.attributes.get("fill"))
    ways = sum(len(ways_of(step)) for step in partnership.steps)
    back = sum(way.goes == "back" for item in steps for way in item.exits)
    assert ways + back == len(lines.all("path"))


def test_the_picture_has_a_name_and_a_description(page):
    """The picture is a group with a title; the copies for paper are passed over."""
    first, *sheets = page.all("svg", "lm")
    assert "group" == first.attributes["role"]
    assert first.all("title")[0].text()
    assert first.all("desc")[0].text()
    assert sheets
    assert {"true"} == {one.attributes["aria-hidden"] for one in sheets}


def test_words_fit_the_picture(page):
    """No line of words runs over the right edge, and the picture over the page's width."""
    picture = page.all("svg", "lm")[0]
    width = float(picture.attributes["width"])
    assert width <= WIDEST
    for link in picture.all("a"):
        for line in link.all("text"):
            if "text-anchor" not in line.attributes:
                bold = "font-weight" in line.attributes
                size = float(line.attributes["font-size"])
                wide = width_of(line.text(), size, bold=bold)
                assert float(line.attributes["x"]) + wide < width


def test_a_sheet_of_paper_holds_whole_rows(chart):
    """The copies for paper hold every row between them, none cut, none too high for A4."""
    drawing = HandOff(chart)
    text = drawing.sheets()
    cuts = [
        (float(top), float(high))
        for top, high in re.findall(
            r'<rect [^>]*y="(-?[\d.]+)"[^>]*height="([\d.]+)"', text
        )
    ]
    for row in drawing.fit.sheet.rows:
        held = [
            1
            for top, high in cuts
            if top <= row.top and row.top + row.height <= top + high
        ]
        assert [1] == held, row.item.number
    boxes = re.findall(r'viewBox="0 0 (\d+) (\d+)"', text)
    assert all(int(high) <= int(wide) * A4 + 4 for wide, high in boxes)


def test_every_colour_of_the_picture_has_a_rule(page):
    """A shape's class is one that the style sheet and the file's colours both know."""
    rules = CSS.read_text("utf-8")
    used = {name for one in page.all("svg", "lm")[0].walk() for name in one.classes}
    assert used - {"lm"} <= set(COLOURS)
    assert [] == [name for name in used if f".{name} " not in rules.replace(",", " ")]


def test_the_file_carries_its_colours_and_is_sound(made):
    """The file to keep is XML, needs no style sheet, and its links lead out of its folder."""
    tree = ET.fromstring(made[1].partition("\n")[2])  # noqa: S314 - made a moment ago
    assert {"lm"} == {one.get("class") for one in tree.iter() if one.get("class")}
    links = {
        one.get("href").partition(STEP)[0] for one in tree.iter() if one.get("href")
    }
    assert {"flowchart/"} == links


def test_the_text_for_other_tools_is_whole(made, page, steps, chart):
    """The flow as text has a node for each step and an arrow for each way; no script draws it."""
    text = mermaid(chart)
    nodes = re.findall(r"^    s(\w+)[\[({]", text, re.MULTILINE)
    assert sorted(item.number for item in steps) == sorted(nodes)
    ways = sum(len(item.exits) for item in steps)
    assert ways == len(re.findall(r"^  s\w+ -->", text, re.MULTILINE))
    assert made[2] == text + "\n"
    assert "../flow.txt" in [one.attributes.get("href") for one in page.all("a")]
    assert [] == page.all("", "mermaid")


def test_signs_that_the_notation_uses_are_written_as_codes():
    """Quotation marks and bars in a title cannot end a node early."""
    from handbook.flow.mermaid import _quoted

    assert '"Say #quot;yes#quot; #124; #lt;b#gt; #35;1 #amp; 2"' == _quoted(
        'Say "yes" | <b> #1 & 2'
    )


def test_nothing_is_styled_in_line(made):
    """The page and the file carry no style attribute and no script."""
    for text in made:
        assert " style=" not in text
        assert "<script" not in text


@pytest.mark.parametrize(
    ("printed", "expected"),
    [
        ("where the panel asks", "Only where the panel asks"),
        ("Where the panel asks", "Only where the panel asks"),
        ("Only where a child has died", "Only where a child has died"),
        ("A year after publication", "Only a year after publication"),
        ("DSPs who disagree", "Only DSPs who disagree"),
    ],
)
def test_when_a_step_happens_at_all_reads_as_words(printed, expected):
    """The word is said once, and abbreviations keep their capitals."""
    assert expected == only_words(printed)
