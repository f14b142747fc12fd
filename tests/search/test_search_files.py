"""What the search fetches: blocks apart, pages that say it again behind, and no more for many partnerships."""

from dataclasses import replace
from pathlib import Path

import brotli
import pytest

from handbook.read.faults import Faults
from handbook.search import Article, Part, article, files
from handbook.search.rules import partnership_of, rule_of

ROOT = Path(__file__).parents[2]
PAGE = """<!doctype html><title>x</title><nav>Tabs</nav><article id="main"{mark}>
<nav><a href="../">Surrey</a></nav>
<h1>Surrey: <b>contacts</b></h1><p class="lead">Who is <em>who</em>.</p>
<section id="reach"><h2>How to reach them</h2>
<table><tr><th scope="row">Mailbox</th><td>a@b.uk<button>§</button></td><td><span>Why</span><span>It is</span></td></tr></table>
<details data-search-exclude><p>Edition<br>notice</details>
<dl><dt>Plain</dt><dd>One <span class="nw">word.<button>§</button></span></dd><dt id="term-sin">SIN</dt><dd>Notice</dd></dl>
</section></article><footer>Foot</footer>"""
MANY = 150
FETCHED = 300_000
"""Bytes, compressed, that a search may fetch with so many partnerships."""


def test_a_page_is_read_block_by_block():
    """Cells and lines stay apart; marks, navigation and what is left out are not read."""
    read = article(PAGE.replace("{mark}", ""))
    assert "Surrey: contacts" == read.title
    assert [
        Part(1, "", "", ["Who is who."]),
        Part(2, "reach", "How to reach them", ["Mailbox", "a@b.uk", "Why It is", "Plain", "One word."]),
        Part(4, "term-sin", "SIN", ["Notice"]),
    ] == read.parts  # fmt: skip
    assert not article(PAGE.replace("{mark}", " data-search-exclude")).searched


def test_a_page_that_says_it_again_comes_behind_and_by_its_headings_only():
    """A role's own sheet is behind the protocol's page, and the glossary before all."""
    glossary, contacts, role, develop = (
        rule_of(address)
        for address in (
            "national/glossary/",
            "partnerships/tees/contacts/",
            "partnerships/tees/roles/chair/",
            "develop/rules/",
        )
    )
    assert glossary.weight > contacts.weight > role.weight > develop.weight
    assert (True, True, False, False) == (
        glossary.whole, contacts.whole, role.whole, develop.whole,
    )  # fmt: skip
    assert ["tees", "", ""] == [
        partnership_of(one)
        for one in ("partnerships/tees/contacts/", "partnerships/", "national/duty/")
    ]


def test_a_section_that_a_page_has_for_every_partnership_is_left_out():
    """With all below it: else the list for all would grow with their number."""
    page = Article(
        "Must notify",
        [
            Part(2, "rules", "When"),
            Part(2, "next", "What happens next"),
            Part(3, "next-tees", "Tees"),
            Part(2, "cases", "Hard cases"),
        ],
    )
    assert ["rules", "cases"] == [one.id for one in files._own_parts(page)]


def test_words_that_lead_to_no_page_are_a_fault(library, tmp_path):
    """Each line of what readers type names pages that are there."""
    (tmp_path / "index.html").write_text(PAGE.replace("{mark}", ""), "utf-8")
    with pytest.raises(Faults, match=r"search\.yml:.* there is no page national/"):
        files.write_search(tmp_path, library)
    nothing = replace(library, national=replace(library.national, search=()))
    assert 1 == files.write_search(tmp_path, nothing)


@pytest.mark.site
def test_a_search_fetches_little_however_many_partnerships_there_are(library):
    """The list for all with 145 partnerships more, the largest text of one of them, and the script."""
    squeezed = {
        path.stem: len(brotli.compress(path.read_bytes(), quality=6))
        for path in (ROOT / "site").glob("assets/search.*/*.json")
    }
    script = len(brotli.compress((ROOT / "docs/assets/js/minisearch.js").read_bytes()))
    addresses = ("partnerships/tower-hamlets/", "partnerships/tower-hamlets/contacts/")
    assert all(files._for_all(one, library) for one in addresses)
    assert not files._for_all("partnerships/tower-hamlets/notes/", library)
    rows = [
        files._row(one, Article("Tower Hamlets: contacts and forms"))
        for one in addresses
    ]
    each = len(brotli.compress(files._json({"pages": rows}).encode()))
    own = max(squeezed[one.id] for one in library.partnerships)
    assert squeezed["all"] + MANY * each + own + script < FETCHED
