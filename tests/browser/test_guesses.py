"""What was worked out says so on the screen and on paper, also where paper leaves things out."""

from __future__ import annotations

import io
from collections import Counter
from typing import TYPE_CHECKING

import pytest
from pypdf import PdfReader

from handbook.read.library import read_all
from in_browser import ROOT

if TYPE_CHECKING:
    from playwright.sync_api import Page

    from rapidreview.model import Partnership

pytestmark = pytest.mark.browser

LIBRARY = read_all(ROOT / "policies")
ONE_BY_ONE = pytest.mark.parametrize(
    "partnership", LIBRARY.partnerships, ids=[one.id for one in LIBRARY.partnerships]
)
SHEETS = ("", "flowchart/", "map/", "deadlines/", "contacts/", "protocol/", "notes/")
HIDDEN = """() => [...document.querySelectorAll(".std-guess")].filter((tag) => {
  const seen = (one) => one.getClientRects().length > 0;
  const words = tag.closest("li, tr, p, dd, h3, caption, summary, .fl-card, div");
  const style = getComputedStyle(tag);
  const outlined = parseFloat(style.borderTopWidth) > 0 && style.borderTopStyle === "solid";
  const small = tag.getBoundingClientRect().width < 8 * parseFloat(style.fontSize);
  return seen(words) && !(small && seen(tag) && outlined && style.visibility === "visible");
}).map((tag) => tag.closest("li, tr, p, dd, h3, caption, summary, .fl-card, div").textContent)"""
"""The words beside which a tag is not to be seen, although the words are."""


def busiest(partnership: Partnership) -> str:
    """Return the actor with most steps that were worked out."""
    found = Counter(one.actor for one in partnership.steps if one.status == "derived")
    return found.most_common(1)[0][0]


def printed(page: Page, address: str) -> str:
    """Return the words of the page as it is printed on A4."""
    page.goto(address)
    reader = PdfReader(io.BytesIO(page.pdf(prefer_css_page_size=True)))
    return " ".join(" ".join(one.extract_text() for one in reader.pages).split())


@ONE_BY_ONE
def test_every_guess_on_a_printed_role_page_says_so_and_why(
    page: Page, origin: str, partnership: Partnership
) -> None:
    """The sheet of the role with most guesses has the tag and the reason beside each."""
    actor = busiest(partnership)
    text = printed(page, f"{origin}partnerships/{partnership.id}/roles/{actor}/")
    mine = [one for one in partnership.steps if one.actor == actor]
    for step in mine:
        title = " ".join(step.title.split())
        assert title in text
        guess = step.status == "derived"
        assert guess == (f"{title} worked out" in text), step.id
        if guess and step.reason:
            assert " ".join(step.reason.split()) in text, step.id


@pytest.mark.parametrize("media", ["screen", "print"])
@ONE_BY_ONE
def test_no_style_hides_a_tag_and_leaves_what_it_belongs_to(
    page: Page, origin: str, partnership: Partnership, media: str
) -> None:
    """Where the words of a guess are seen, its tag is seen too, as a word in an outline."""
    page.emulate_media(media="print" if media == "print" else "screen")
    names = [*SHEETS, f"roles/{busiest(partnership)}/"]
    for name in names:
        page.goto(f"{origin}partnerships/{partnership.id}/{name}")
        assert page.evaluate(HIDDEN) == [], name
    assert page.locator(".std-guess").count() > 0


@ONE_BY_ONE
def test_the_printed_map_has_the_tag_of_every_row(
    page: Page, origin: str, partnership: Partnership
) -> None:
    """The picture is cut into sheets for paper; the tags are printed with their rows."""
    text = printed(page, f"{origin}partnerships/{partnership.id}/map/")
    guesses = sum(one.status == "derived" for one in partnership.steps)
    assert guesses <= text.count("worked out")
