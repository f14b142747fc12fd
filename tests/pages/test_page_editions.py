"""Every page that rests on a replaced edition says so, and only what came after it."""

from pathlib import Path

import pytest

from handbook.pages.sources.editions import editions, later_changes
from handbook.pages.write import all_pages
from handbook.read.library import read_all

LIBRARY = read_all(Path(__file__).parents[2] / "policies")
PAGES = [page for page in all_pages(LIBRARY) if page.path.endswith(".md")]


@pytest.mark.parametrize("partnership", LIBRARY.partnerships, ids=lambda item: item.id)
def test_the_notice_is_on_the_first_page_and_every_other_page_leads_to_it(partnership):
    """What changed is told once; each page of the folder says that its edition was replaced."""
    folder = f"partnerships/{partnership.id}/"
    mine = {page.path: page.text for page in PAGES if page.path.startswith(folder)}
    assert len(mine) > 10
    first = mine.pop(f"{folder}index.md")
    assert '<details class="edition' in first
    assert 'id="edition"' in first
    for path, text in mine.items():
        assert '<details class="edition' not in text, path
        assert "since replaced. <a" in text, path
        assert f'{folder}#edition"' in text, path


@pytest.mark.parametrize("partnership", LIBRARY.partnerships, ids=lambda item: item.id)
def test_the_notice_tells_only_what_came_after_the_edition(partnership):
    """A protocol written to 2023 is not told what changed in 2019."""
    old = editions(LIBRARY.protocol(partnership.id))
    told = later_changes(LIBRARY.national, old)
    newest = max(item.published for item in old)
    assert told
    assert [] == [change.on for change in told if change.on[:4] < newest[:4]]
