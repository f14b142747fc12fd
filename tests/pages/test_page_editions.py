"""Every page that rests on a replaced edition says so, and only what came after it."""

from pathlib import Path

import pytest

from handbook.pages.sources.editions import editions, later_changes
from handbook.pages.write import all_pages
from handbook.read.library import read_all

LIBRARY = read_all(Path(__file__).parents[2] / "policies")
PAGES = [page for page in all_pages(LIBRARY) if page.path.endswith(".md")]


@pytest.mark.parametrize("partnership", LIBRARY.partnerships, ids=lambda item: item.id)
def test_every_page_of_a_partnership_says_that_its_edition_was_replaced(partnership):
    """The notice stands on each page of the folder, the map and the reckoner too."""
    folder = f"partnerships/{partnership.id}/"
    mine = [page for page in PAGES if page.path.startswith(folder)]
    assert len(mine) > 10
    without = [
        page.path for page in mine if '<details class="edition">' not in page.text
    ]
    assert [] == without


@pytest.mark.parametrize("partnership", LIBRARY.partnerships, ids=lambda item: item.id)
def test_the_notice_tells_only_what_came_after_the_edition(partnership):
    """A protocol written to 2023 is not told what changed in 2019."""
    old = editions(LIBRARY.protocol(partnership.id))
    told = later_changes(LIBRARY.national, old)
    newest = max(item.published for item in old)
    assert told
    assert [] == [change.on for change in told if change.on[:4] < newest[:4]]
