"""From the first page to the right address on a phone: few taps, and nothing to scroll for."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from playwright.sync_api import Browser, Page

pytestmark = pytest.mark.browser

WIDTH, HEIGHT, TAPS = 390, 844, 3
AREAS = {
    "Cheshire East": "cescp@cheshireeast.gov.uk",
    "North Yorkshire": "North Yorkshire Council",
    "Surrey": "Surrey County Council",
    "Hartlepool": "HSSCP@hartlepool.gov.uk",
    "Stockton-on-Tees": "HSSCP@hartlepool.gov.uk",
    "Middlesbrough": "STSCP@middlesbrough.gov.uk",
    "Redcar and Cleveland": "STSCP@middlesbrough.gov.uk",
    "Tower Hamlets": "THSCP@towerhamlets.gov.uk",
    "Leeds": "Leeds City Council",
}
"""Each area, and whom its first reader tells: a mailbox or, where there is none, the council."""


def _reach(page: Page, area: str) -> int:
    """Go from the first page to an area's page by the look-up; return how many taps that took."""
    page.click("#la")
    page.fill("#la", area)
    page.wait_for_selector(".find-list [role=option]")
    page.keyboard.press("Enter")
    page.wait_for_selector(".donow")
    return 2


def test_each_area_s_address_is_seen_within_three_taps_and_one_screen(
    chromium: Browser, origin: str
) -> None:
    """The address of the first reader stands on the first screen of the page; it can be copied."""
    context = chromium.new_context(
        viewport={"width": WIDTH, "height": HEIGHT},
        permissions=["clipboard-read", "clipboard-write"],
    )
    page = context.new_page()
    for area, told in AREAS.items():
        page.goto(origin)
        assert _reach(page, area) <= TAPS
        assert page.evaluate("scrollY") == 0
        way = page.locator(".donow-way").first
        found = way.get_by_text(told).first.bounding_box()
        assert found
        assert found["y"] + found["height"] <= HEIGHT, area
        by = way.locator("dt", has_text="By").bounding_box()
        assert by
        assert by["y"] + by["height"] <= HEIGHT, area
    page.goto(f"{origin}partnerships/tees/")
    button = page.locator(".copy").first
    before = button.bounding_box()
    button.focus()
    page.keyboard.press("Enter")
    page.get_by_text("Copied: HSSCP@hartlepool.gov.uk").wait_for(state="attached")
    assert page.evaluate("navigator.clipboard.readText()") == "HSSCP@hartlepool.gov.uk"
    assert button.bounding_box() == before
    page.click("button.crumbs-pages")
    page.click("#pages-beside a:has-text('Contacts and forms')")
    page.wait_for_url("**/contacts/")
    assert page.locator(".frame-shade label:visible").count() == 1
    context.close()


WATCH = """
window.moved = 0;
new PerformanceObserver((list) => {
  for (const one of list.getEntries()) if (!one.hadRecentInput) window.moved += one.value;
}).observe({ type: "layout-shift", buffered: true });
"""


def test_nothing_moves_while_a_tool_gets_ready(chromium: Browser, origin: str) -> None:
    """The line that says so, the look-up and the choice of manner have their places from the start."""
    context = chromium.new_context(viewport={"width": WIDTH, "height": HEIGHT})
    context.add_init_script(WATCH)
    for tool in ("check/", "deadlines/"):
        page = context.new_page()
        page.goto(origin + tool)
        page.wait_for_selector("html[data-engine=ready]", state="attached")
        page.wait_for_timeout(100)
        assert page.evaluate("window.moved") <= 0.01
        page.close()
    context.close()
