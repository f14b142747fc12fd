"""One whole question and one whole answer for each tool, for tests of how Python runs."""

from __future__ import annotations

from typing import TYPE_CHECKING

from in_browser import choose, enter

if TYPE_CHECKING:
    from playwright.sync_api import Frame, Page

CASE = {
    "age": "under-18",
    "abuse": "suspected",
    "harm": "died",
    "place": "in-area",
    "resident": "yes",
    "care": "none",
}
STATE = "html[data-engine=ready], html[data-engine=failed]"


def started(page: Page | Frame) -> str | None:
    """Return how Python's start ended: "ready" or "failed"."""
    page.wait_for_selector(STATE, state="attached", timeout=60_000)
    return page.locator("html").get_attribute("data-engine")


def ask_checker(page: Page | Frame) -> None:
    """Fill the checker and press its button."""
    choose(page, "tees:middlesbrough", CASE)
    page.click("form#notifiable button[type=submit]")


def answer_of_checker(page: Page | Frame) -> str | None:
    """Return the outcome that the checker shows, once it shows one."""
    page.wait_for_selector("[data-result=notifiable][data-outcome]", timeout=60_000)
    return page.locator("[data-result=notifiable]").get_attribute("data-outcome")


def check(page: Page | Frame) -> str | None:
    """Ask the checker and return the outcome that it shows."""
    ask_checker(page)
    return answer_of_checker(page)


def dates(page: Page | Frame) -> int:
    """Ask the calculator and return how many deadlines it shows."""
    page.select_option("form#deadlines [name=partnership]", "surrey")
    enter(page, "sin_sent", "2026-11-20")
    page.click("form#deadlines button[type=submit]")
    page.wait_for_selector("[data-deadline]", timeout=60_000)
    return page.locator("[data-deadline]").count()
