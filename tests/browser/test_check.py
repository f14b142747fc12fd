"""The checker in a real browser: answers with the area's own next step, nothing kept."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from in_browser import BOTH, axe, choose, enter, ready, submit

if TYPE_CHECKING:
    from playwright.sync_api import Page

pytestmark = pytest.mark.browser

CASE = {
    "age": "under-18",
    "abuse": "suspected",
    "harm": "died",
    "place": "in-area",
    "resident": "yes",
    "care": "none",
}


@pytest.mark.parametrize(
    ("partnership", "changed", "answer", "next_step"),
    [
        (
            "tees:middlesbrough",
            {},
            ("must-notify", "R20"),
            "STSCP@middlesbrough.gov.uk",
        ),
        (
            "tees:hartlepool",
            {"abuse": "not-sure"},
            ("discuss", "R27"),
            "HSSCP@hartlepool.gov.uk",
        ),
        ("tees", {"harm": "near-miss"}, ("learn", "R25"), "Learning Request Form"),
        ("surrey", {"abuse": "no"}, ("other-route", "R29"), "eCDOP"),
        ("cheshire-east", {}, ("must-notify", "R20"), "cescp@cheshireeast.gov.uk"),
        (
            "tower-hamlets",
            {"harm": "not-sure"},
            ("discuss", "R24"),
            "THSCP@towerhamlets.gov.uk",
        ),
        (
            "north-yorkshire",
            {"place": "elsewhere-in-england"},
            ("another-authority", "R22"),
            "The protocol gives no route to another authority",
        ),
        (
            "cheshire-east",
            {"age": "18-24", "care": "care-leaver", "abuse": "no"},
            ("should-notify", "R02"),
            "The protocol has no route for this notice",
        ),
        (
            "surrey",
            {"age": "18-24", "care": "looked-after-here"},
            ("ask-again", "R00"),
            "Change one of the two answers",
        ),
    ],
)
@BOTH
def test_an_answer_says_who_acts_and_what_is_next_here(
    page: Page,
    origin: str,
    partnership: str,
    changed: dict[str, str],
    answer: tuple[str, str],
    next_step: str,
) -> None:
    """Each kind of answer comes with its rule and the partnership's own next step."""
    page.goto(origin + "check/")
    choose(page, partnership, CASE | changed)
    submit(page, "notifiable")
    result = page.locator("[data-result=notifiable]")
    assert answer == (
        result.get_attribute("data-outcome"),
        result.get_attribute("data-rule"),
    )
    assert next_step in result.inner_text()
    assert "do not notify" not in result.inner_text().lower()
    assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")


def test_the_answer_names_the_dates_when_the_day_of_awareness_is_known(
    page: Page, origin: str
) -> None:
    """With the day that the authority first knew, the answer gives both dates."""
    page.goto(origin + "check/")
    choose(page, "tees:middlesbrough", CASE)
    enter(page, "la_aware", "2026-11-20")
    submit(page, "notifiable")
    times = page.eval_on_selector_all(
        ".act time", "found => found.map(item => item.dateTime)"
    )
    assert ["2026-11-26", "2026-11-27"] == times


def test_what_is_missing_is_said_beside_its_field_and_listed_with_links(
    page: Page, origin: str
) -> None:
    """Nothing chosen: each question is named, its field marked, and the list leads to it."""
    page.goto(origin + "check/")
    submit(page, "notifiable")
    problems = page.locator("[data-problems] a")
    assert problems.count() == 7
    problems.nth(1).click()
    assert page.evaluate("document.activeElement.name") == "age"
    assert page.locator("fieldset.field-bad .field-message:visible").count() == 6


def test_an_answer_is_changed_with_the_others_kept(page: Page, origin: str) -> None:
    """Change leads back to the question; the other answers stand."""
    page.goto(origin + "check/")
    choose(page, "surrey", CASE)
    submit(page, "notifiable")
    page.click("[data-change=abuse]")
    assert page.evaluate("document.activeElement.name") == "abuse"
    page.check("[name=abuse][value=not-sure]")
    submit(page, "notifiable")
    page.wait_for_selector("[data-outcome=discuss]")


STATES = {
    "empty": {},
    "problems": {},
    "one at a time": {},
    "one at a time, nothing chosen": {},
    "must": {"care": "looked-after-here"},
    "should": {"age": "18-24", "care": "care-leaver", "abuse": "no"},
    "another": {"place": "elsewhere-in-england"},
    "discuss": {"abuse": "not-sure"},
    "learn": {"harm": "near-miss"},
    "other route": {"abuse": "no"},
    "check again": {"age": "18-24", "care": "looked-after-here"},
    "all open": {"place": "not-sure", "resident": "not-sure", "care": "not-sure"},
    "record": {},
}
"""Every state of the page, with the answers that lead to it."""


@pytest.mark.parametrize("state", STATES)
def test_axe_finds_nothing_in_any_state_of_the_checker(
    page: Page, origin: str, state: str
) -> None:
    """The form, its problems, its answers and the record meet WCAG 2.2 AA and good practice."""
    page.goto(origin + "check/")
    ready(page)
    if state.startswith("one"):
        page.click("[data-mode-is=one]")
    if state.endswith("chosen"):
        page.click("[data-step=next]")
    elif state == "problems":
        submit(page, "notifiable")
    elif STATES[state] or state == "record":
        choose(page, "tees:middlesbrough", CASE | STATES[state])
        submit(page, "notifiable")
    if state == "record":
        page.click("[data-record=open]")
    assert [] == axe(page)
    assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")
