"""A practitioner's questions, each answered on a page within the partnership's own folder.

The questions stand in ``tests/readers``, one file for each protocol. An answer counts
only where all its words stand in one passage: an item, a row, a note, a card.
"""

from __future__ import annotations

import re
from html import unescape
from pathlib import Path

import pytest
import yaml

from handbook.pages.partnership.roles import roles_pages
from handbook.pages.write import local_pages
from handbook.read.library import read_all
from handbook.read.policy_files import policy_files

HERE = Path(__file__).parent
POLICIES = HERE.parents[1] / "policies"
QUESTIONS = {
    path.stem: yaml.safe_load(path.read_text("utf-8"))
    for path in sorted(HERE.glob("*.yml"))
}
HOW_MANY = 20
TYPED = str.maketrans("‘’“”", "''\"\"")
MARK = re.compile(r'<button\b[^>]*\bclass="src".*?</button>', re.DOTALL)
SLIP = re.compile(r'<div\b[^>]*\bclass="note"[^>]*\bpopover.*?</div>', re.DOTALL)
PASSAGES = (
    re.compile(r"<li\b(?:(?!<li\b).)*?</li>", re.DOTALL),
    re.compile(r"<tr\b.*?</tr>", re.DOTALL),
    re.compile(r"<p\b.*?</p>", re.DOTALL),
    re.compile(r'<details class="dl".*?</details>', re.DOTALL),
    re.compile(r'<details class="opens notes-note.*?</details>', re.DOTALL),
    re.compile(
        r'<div class="entry">(?:(?!<div class="entry">|</section>).)*', re.DOTALL
    ),
    re.compile(
        r'<li[^>]*><a class="rsteps-number".*?(?=<li[^>]*><a class="rsteps-number"|</ol>)',
        re.DOTALL,
    ),
)
CASES = [
    pytest.param(name, case["page"], tuple(case["words"]), id=f"{name}: {case['ask']}")
    for name, cases in QUESTIONS.items()
    for case in cases
]


def plain(html):
    """Return the words of ``html``: no tags, each gap one space, case left out."""
    return " ".join(unescape(re.sub(r"<[^>]+>", " ", html)).split()).casefold()


def squeezed(text):
    """Return ``text`` without spaces before signs, which tags may have left, and straight marks."""
    return re.sub(r"\s+", "", text).translate(TYPED)


def passages(text):
    """Return the passages of a page in words, source marks and slips left out."""
    bare = SLIP.sub("", MARK.sub("", text))
    return [plain(found) for shape in PASSAGES for found in shape.findall(bare)]


@pytest.fixture(scope="module")
def pages():
    """Return the passages of every page of every partnership, by folder and name."""
    library = read_all(POLICIES)
    made = [
        page for one in library.protocols for page in local_pages(one, library.calendar)
    ]
    made += [page for one in library.protocols for page in roles_pages(one)]
    found = {}
    for page in made:
        _, folder, name = page.path.removesuffix(".md").split("/", 2)
        found[folder, name] = [squeezed(one) for one in passages(page.text)]
    return found


@pytest.mark.parametrize(("folder", "page", "words"), CASES)
def test_the_question_is_answered_on_its_page(pages, folder, page, words):
    """One passage of the page named holds every word of the answer."""
    wanted = [squeezed(" ".join(word.split()).casefold()) for word in words]
    assert any(all(word in one for word in wanted) for one in pages[folder, page])


def test_twenty_questions_are_asked_where_any_are():
    """Every list belongs to a policy, is long enough, and asks nothing twice.

    A policy without a list is told so by the linter, once it is no draft.
    """
    names = {path.stem for path in policy_files(POLICIES / "partnerships")}
    assert names >= set(QUESTIONS) > set()
    for cases in QUESTIONS.values():
        asked = {case["ask"] for case in cases}
        assert len(cases) == len(asked) >= HOW_MANY


def test_words_that_are_scattered_over_a_page_are_no_answer():
    """Two items that hold one word each do not answer together."""
    found = passages("<ul><li>Five working days.</li><li>Send the form.</li></ul>")
    assert ["five working days.", "send the form."] == found
