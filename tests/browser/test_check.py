"""The checker in a real browser: answers with the area's own next step, nothing kept."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from in_browser import axe, choose, enter, ready, submit

if TYPE_CHECKING:
    from playwright.sync_api import Browser, Page

pytestmark = pytest.mark.browser

CASE = {
    "age": "under-18",
    "abuse": "suspected",
    "harm": "died",
    "place": "in-area",
    "resident": "yes",
    "care": "none",
}


ANSWERS = [
    ("tees:middlesbrough", {}, ("must-notify", "R20"), "STSCP@middlesbrough.gov.uk"),
    (
        "tees:hartlepool",
        {"abuse": "not-sure"},
        ("discuss", "R27"),
        "HSSCP@hartlepool.gov.uk",
    ),
    (
        "tees:hartlepool",
        {"harm": "near-miss"},
        ("learn", "R25"),
        "Learning Request Form",
    ),
    ("surrey", {"abuse": "no"}, ("other-route", "R29"), "eCDOP"),
    ("surrey", {}, ("must-notify", "R20"), "Request for Support"),
    ("cheshire-east", {}, ("must-notify", "R20"), "cescp@cheshireeast.gov.uk"),
    (
        "tower-hamlets",
        {"harm": "not-sure"},
        ("discuss", "R24"),
        "THSCP@towerhamlets.gov.uk",
    ),
    (
        "tower-hamlets",
        {"harm": "near-miss", "abuse": "no"},
        ("other-route", "R31"),
        "Learning inside one agency takes this forward",
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
    (
        "england:leeds",
        {},
        ("must-notify", "R20"),
        "Leeds City Council, through its own",
    ),
    (
        "england:leeds",
        {"place": "not-sure", "care": "not-sure"},
        ("must-notify", "R40"),
        "Leeds City Council",
    ),
]
"""Every outcome, and every area's own words for one of them; Leeds has no file of its own."""
OFF_SCREEN = """() => ['you', 'to', 'by'].filter(name => {
    const box = document.querySelector(`.act > [data-line=${name}]`)?.getBoundingClientRect();
    return !box || box.top < 0 || box.bottom > 844;
})"""
OPEN_ALL = "document.querySelectorAll('.fold').forEach(one => { one.open = true; })"


def test_the_first_screen_of_every_answer_says_you_to_whom_and_by_when(
    chromium: Browser, origin: str
) -> None:
    """On a phone, after the press, the three lines stand within 844 px; the rest is folded below.

    Each kind of answer comes with its rule and the area's own next step; open as well as
    folded it fits the screen, and axe finds nothing.
    """
    context = chromium.new_context(viewport={"width": 390, "height": 844})
    context.set_default_timeout(60_000)
    page = context.new_page()
    page.goto(origin + "check/")
    ready(page)
    enter(page, "la_aware", "2026-11-20")
    checked: set[str] = set()
    for partnership, changed, answer, words in ANSWERS:
        choose(page, partnership, CASE | changed)
        submit(page, "notifiable")
        result = page.locator("[data-result=notifiable]")
        given = (
            result.get_attribute("data-outcome"),
            result.get_attribute("data-rule"),
        )
        told = f"{partnership} {answer}"
        assert answer == given, told
        assert [] == page.evaluate(OFF_SCREEN), told
        text = result.inner_text()
        assert words in text, told
        assert "do not notify" not in text.lower()
        petrol = page.locator(".ans:not(.ans-judged, .ans-plain)").count()
        assert petrol == (answer[0] in ("must-notify", "another-authority")), told
        if answer[0] not in checked:
            checked.add(answer[0])
            page.evaluate(OPEN_ALL)
            assert [] == axe(page), told
        assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")
        page.click("[data-change=partnership]")
    context.close()
    assert len(checked) == 7


def test_whoever_asks_is_answered_first(page: Page, origin: str) -> None:
    """The notifier's own duty leads for the notifier, and it stays chosen."""
    page.goto(origin + "check/")
    choose(page, "tees:middlesbrough", CASE)
    page.select_option("#reader", "notifier")
    enter(page, "la_aware", "2026-11-20")
    submit(page, "notifiable")
    assert "Notify the serious incident" in page.inner_text("[data-line=you]")
    assert "the Panel" in page.inner_text("[data-line=to]").replace("The", "the")
    assert "Friday 27 November 2026" in page.inner_text("[data-line=by]")
    page.click("[data-change=reader]")
    assert page.evaluate("document.activeElement.id") == "reader"
    assert page.input_value("#reader") == "notifier"


def test_the_protocols_own_questions_start_unanswered(page: Page, origin: str) -> None:
    """No local question has an answer before the reader gives one, and it is asked for."""
    page.goto(origin + "check/")
    page.select_option("#area", "tees:hartlepool")
    page.wait_for_selector("fieldset[data-own]")
    assert page.locator("fieldset[data-own] input:checked").count() == 0
    submit(page, "notifiable")
    assert page.locator("fieldset[data-own].field-bad").count() == 2


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
    assert ["2026-11-27", "2026-11-26"] == times


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


STATES = ("empty", "problems", "one at a time", "record")


def test_axe_finds_nothing_in_any_state_of_the_form(page: Page, origin: str) -> None:
    """The form, its problems, its other way of asking and the record meet WCAG 2.2 AA."""
    page.goto(origin + "check/")
    ready(page)
    found = {}
    for state in STATES:
        if state == "problems":
            submit(page, "notifiable")
        elif state == "one at a time":
            page.click("[data-mode-is=one]")
        elif state == "record":
            page.click("[data-mode-is=all]")
            choose(page, "tees:middlesbrough", CASE)
            submit(page, "notifiable")
            page.wait_for_selector("#res")
            page.click("[data-record=open]")
        found[state] = axe(page)
    assert [] == [(state, wrong) for state, wrong in found.items() if wrong]
