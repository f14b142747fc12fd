"""The search finds pages, and costs nothing until somebody goes to it."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from in_browser import until

if TYPE_CHECKING:
    from playwright.sync_api import BrowserContext

pytestmark = pytest.mark.browser

FIELD = "[data-md-component=search-query]"


@pytest.mark.parametrize("by", ["click", "key"])
def test_the_index_is_fetched_when_somebody_goes_to_the_search(
    profile: BrowserContext, origin: str, by: str
) -> None:
    """Not with the page nor with the next one; once, however often words are typed."""
    asked: list[str] = []
    profile.on("request", lambda request: asked.append(request.url))
    page = profile.new_page()

    def indexes() -> int:
        return sum(url.endswith("/search_index.json") for url in asked)

    page.goto(f"{origin}outcomes/", wait_until="networkidle")
    page.click("a[href$='/partnerships/']:visible >> nth=0")
    page.wait_for_url(f"{origin}partnerships/")
    page.wait_for_load_state("networkidle")
    # The theme closes the search a moment after a change of page.
    page.wait_for_timeout(500)
    assert indexes() == 0
    if by == "click":
        page.click(FIELD)
    else:
        page.keyboard.press("/")
    page.locator(FIELD).press_sequentially("rapid review")
    page.wait_for_selector(".md-search-result__item")
    page.locator(FIELD).press("Control+a")
    page.locator(FIELD).press_sequentially("Middlesbrough")
    until(
        page,
        "document.querySelector('.md-search-result__item')?.textContent.includes('Middlesbrough')",
    )
    assert indexes() == 1
