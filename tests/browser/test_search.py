"""The search finds the right page first, keeps blocks apart, and costs nothing until somebody goes to it."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from in_browser import axe

if TYPE_CHECKING:
    from playwright.sync_api import BrowserContext, Page

pytestmark = pytest.mark.browser

FIELD = "#search-words"
RIGHT = {
    "looked after child death": "national/in-care/",
    "bruise": "outcomes/learn/",
    "LCSPR timescale": "national/clocks/",
    "stillbirth": "outcomes/learn/",
    "care leaver": "national/in-care/",
    "mailbox": "/contacts/",
    "tees mailbox": "partnerships/tees/contacts/",
    "chronology": "national/glossary/#term-chronology",
    "DSL": "national/glossary/#term-dsl",
    "SUDI": "national/glossary/#term-sudi",
    "near miss": "national/glossary/#term-near-miss",
    "SCR": "national/glossary/#term-scr",
    "JTAI": "national/glossary/#term-jtai",
    "chronolgy": "national/glossary/#term-chronology",
    "Leeds": "areas/leeds/",
}
"""What readers typed, and the page that should come first."""


def first(page: Page, words: str) -> str:
    """Return where the first page leads that is found for ``words``."""
    page.fill(FIELD, words)
    page.wait_for_function(
        "words => document.querySelector('.search')?.dataset.found === words", arg=words
    )
    return str(page.locator(".search-found a").first.get_attribute("href"))


def test_the_search_finds_the_right_page_first(
    profile: BrowserContext, origin: str
) -> None:
    """Nothing is fetched before somebody goes to it; then each thing once, and keys are enough."""
    asked: list[str] = []
    # what the page asks for itself; the worker keeps files for use without a network
    profile.on(
        "request", lambda one: None if one.service_worker else asked.append(one.url)
    )
    page = profile.new_page()
    page.goto(f"{origin}outcomes/", wait_until="networkidle")
    assert not [url for url in asked if "/assets/search." in url or "minisearch" in url]

    page.focus(FIELD)
    wrong = {
        words: found
        for words, right in RIGHT.items()
        if right not in (found := first(page, words))
    }
    assert wrong == {}
    fetched = [url for url in asked if "/assets/search." in url or "minisearch" in url]
    assert sum("/all.json" in url for url in fetched) == 1
    assert len(fetched) == len(set(fetched))

    first(page, "mailbox")
    texts = page.locator(".search-found li").all_inner_texts()
    assert not [text for text in texts if "mailbox.Why" in text or "/roles/" in text]
    first(page, "chronolgy")
    assert "No page has “chronolgy”" in page.inner_text(".search-said")
    assert axe(page) == []
    page.keyboard.press("ArrowDown")
    page.keyboard.press("ArrowDown")
    page.keyboard.press("ArrowUp")
    page.keyboard.press("Enter")
    page.wait_for_url("**/national/glossary/#term-chronology")
    assert not page.locator(".search-found a").count()
    page.goto(f"{origin}partnerships/tees/")
    page.focus(FIELD)
    assert "partnerships/tees/contacts/" in first(page, "mailbox")
    page.goto(f"{origin}national/glossary/#term-chronology")
    page.focus(FIELD)
    page.keyboard.press("Escape")
    assert page.url.endswith("#term-chronology")
    assert page.input_value(FIELD) == ""
