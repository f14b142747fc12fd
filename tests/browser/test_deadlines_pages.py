"""A partnership's page of deadlines and its ready reckoner, in a real browser on a phone."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from in_browser import axe, command, until

if TYPE_CHECKING:
    from playwright.sync_api import Browser, Page

pytestmark = pytest.mark.browser

LONGEST = 12_000
"""Pixels that a page of a partnership may be high on a phone."""


@pytest.fixture
def width() -> int:
    """Return a phone's width."""
    return 390


def height(page: Page) -> int:
    """Return how high the page is."""
    return int(page.evaluate("document.documentElement.scrollHeight"))


def seen(page: Page) -> list[str]:
    """Return the months whose tables are shown."""
    return page.locator("table.rk:visible").evaluate_all("all => all.map(t => t.id)")


def test_the_reckoner_shows_a_month_at_a_time_and_finds_a_day(
    page: Page, origin: str
) -> None:
    """Each month fits, a day leads to its row from either page, and paper has the whole year."""
    page.goto(f"{origin}partnerships/surrey/reckoner/")
    page.fill("#rk-day", "22")
    page.select_option("#rk-month", "12")
    page.select_option("#rk-year", "2027")
    page.click(".rk-find button")
    until(page, "document.activeElement.id === 'd1222'")
    assert "/reckoner/2027/" in page.url
    assert ["m12"] == seen(page)
    assert page.locator("#d1222 th").is_visible()
    assert "aim for" in page.inner_text("#d1222")
    heights = []
    for month in range(1, 13):
        page.check(f"#month-{month}", force=True)
        assert [f"m{month}"] == seen(page)
        heights.append(height(page))
    assert max(heights) < LONGEST
    page.fill("#rk-day", "25")
    page.click(".rk-find button")
    assert "There is no row for that day" in page.inner_text("[data-none]")
    assert [] == axe(page)
    page.set_viewport_size({"width": 320, "height": 700})
    assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")
    page.emulate_media(media="print")
    assert 12 == len(seen(page))


def test_the_reckoner_opens_at_todays_month(page: Page, origin: str) -> None:
    """The month of the reader's own day is chosen, and the day stands in the box."""
    page.clock.set_fixed_time("2026-12-22T10:00:00")
    page.goto(f"{origin}partnerships/tees/reckoner/2026/")
    until(page, "document.querySelector('#rk-day').value === '22'")
    assert ["m12"] == seen(page)
    page.goto(f"{origin}partnerships/tees/reckoner/2027/")
    until(page, "document.querySelector('#rk-year').value === '2027'")
    assert ["m1"] == seen(page)


def test_without_scripts_the_months_are_chosen_and_the_limits_open(
    chromium: Browser, origin: str
) -> None:
    """What needs a script is not shown; the table of dates is named in its place."""
    context = chromium.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(f"{origin}partnerships/tees/reckoner/2026/")
    assert page.locator("table.rk:visible").count() == 1
    page.check("#month-7", force=True)
    assert page.locator("#m7").is_visible()
    assert not page.locator(".rk-find").is_visible()
    page.goto(f"{origin}partnerships/tees/deadlines/")
    assert not page.locator(".dl-ask").is_visible()
    assert page.get_by_role("link", name="ready reckoner", exact=True).is_visible()
    first = page.locator("details.dl").first
    first.locator("summary").click()
    assert first.locator(".dl-more").is_visible()
    context.close()


def test_a_page_of_deadlines_gives_the_dates_that_follow_from_a_day(
    page: Page, origin: str
) -> None:
    """Each limit shows the command line's date; what is no date is said at the field; a link opens
    its limit; on paper all are open."""
    page.goto(f"{origin}partnerships/surrey/deadlines/")
    assert height(page) < LONGEST
    for part, text in (("day", "31"), ("month", "11"), ("year", "26")):
        page.fill(f"#on-{part}", text)
    page.click("#date-box button")
    page.wait_for_selector("#on-m:visible")
    assert page.inner_text("#on-m").endswith("November 2026 has 30 days.")
    for part, text in (("day", "22"), ("month", "Dec"), ("year", "26")):
        page.fill(f"#on-{part}", text)
    page.click("#date-box button")
    until(page, "document.querySelector('[data-said]').textContent.includes('follow ')")
    assert not page.locator("#on-m").is_visible()
    told = command(
        "deadlines",
        "--partnership",
        "surrey",
        "sin_sent=2026-12-22",
        "--format",
        "json",
    )
    latest = {due["id"]: due["latest"] for due in told["deadlines"] if due["latest"]}
    shown = page.evaluate(
        "Object.fromEntries([...document.querySelectorAll('details[data-deadline]')]"
        ".map(line => [line.dataset.deadline, line.querySelector('.dl-date time')?.dateTime])"
        ".filter(pair => pair[1]))"
    )
    assert shown
    assert shown == {name: latest[name] for name in shown}
    assert any(
        "Thu 14 Jan 2027" in one for one in page.locator("summary").all_inner_texts()
    )
    page.evaluate("document.querySelectorAll('details.dl').forEach(d => d.open = true)")
    assert [] == axe(page)
    page.goto(f"{origin}partnerships/surrey/deadlines/#deadline-rr-meeting")
    until(page, "document.querySelector('#deadline-rr-meeting').open")
    page.emulate_media(media="print")
    assert page.locator("#deadline-form-a .dl-more").is_visible()
