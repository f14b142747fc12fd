"""The calculator in a real browser: the same schedule as the command line gives."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from in_browser import BOTH, axe, command, dates_shown, enter, ready, submit

if TYPE_CHECKING:
    from playwright.sync_api import Page

pytestmark = pytest.mark.browser

PARTNERSHIPS = ("cheshire-east", "north-yorkshire", "surrey", "tees", "tower-hamlets")


@pytest.mark.parametrize("partnership", PARTNERSHIPS)
@BOTH
def test_the_whole_schedule_equals_the_command_lines(
    page: Page, origin: str, partnership: str
) -> None:
    """From the same day of notification, every deadline has the same two dates."""
    page.goto(origin + "deadlines/")
    page.select_option("form#deadlines [name=partnership]", partnership)
    enter(page, "sin_sent", "2026-11-20")
    submit(page, "deadlines")
    told = command(
        "deadlines",
        "--partnership",
        partnership,
        "sin_sent=2026-11-20",
        "--format",
        "json",
    )
    expected = {
        due["id"]: (due["latest"] or "", due["aim_for"] or "")
        for due in told["deadlines"]
    }
    shown = dates_shown(page)
    assert expected == shown
    assert any(latest for latest, _ in shown.values())
    assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")


def test_an_impossible_date_is_said_beside_its_field(page: Page, origin: str) -> None:
    """31 November and a date out of order: both are named, and what was typed stays."""
    page.goto(origin + "deadlines/")
    page.select_option("form#deadlines [name=partnership]", "cheshire-east")
    enter(page, "la_aware", "2026-11-31")
    enter(page, "sin_sent", "2026-12-17")
    enter(page, "sin_received", "2026-12-16")
    submit(page, "deadlines")
    said = page.locator("fieldset.bad .msg:visible").all_inner_texts()
    assert len(said) == 2
    assert any("30 days" in sentence for sentence in said)
    assert page.input_value("#la_aware-day") == "31"


def test_a_date_past_the_known_bank_holidays_is_refused(
    page: Page, origin: str
) -> None:
    """A year whose bank holidays are not known gets a sentence, not a date."""
    page.goto(origin + "deadlines/")
    page.select_option("form#deadlines [name=partnership]", "tees")
    enter(page, "sin_sent", "2035-01-10")
    submit(page, "deadlines")
    assert "bank holidays are known" in page.locator("[data-problems]").inner_text()


def test_a_month_may_be_typed_as_a_word(page: Page, origin: str) -> None:
    """What people write, 20 Nov 2026, is a date as people write it."""
    page.goto(origin + "deadlines/")
    page.select_option("form#deadlines [name=partnership]", "tees")
    for part, text in (("day", "20"), ("month", "Nov"), ("year", "2026")):
        page.fill(f"#sin_sent-{part}", text)
    submit(page, "deadlines")
    assert page.locator("[data-deadline] time.latest").count() > 0


@pytest.mark.parametrize(
    ("kind", "name", "begins"),
    [
        ("ics", "surrey-dates.ics", "BEGIN:VCALENDAR"),
        ("csv", "surrey-dates.csv", "\ufeffid,what,who"),
    ],
)
def test_files_are_made_on_the_device(
    page: Page, origin: str, kind: str, name: str, begins: str
) -> None:
    """The calendar file and the spreadsheet come from the page itself."""
    page.goto(origin + "deadlines/")
    page.select_option("form#deadlines [name=partnership]", "surrey")
    enter(page, "sin_sent", "2026-11-20")
    submit(page, "deadlines")
    with page.expect_download() as waiting:
        page.click(f"[data-take={kind}]")
    assert waiting.value.suggested_filename == name
    assert waiting.value.path().read_text("utf-8").startswith(begins)


@pytest.mark.parametrize("state", ["empty", "problems", "schedule"])
def test_axe_finds_nothing_in_any_state_of_the_calculator(
    page: Page, origin: str, state: str
) -> None:
    """The form, its problems and the schedule with its working open all pass."""
    page.goto(origin + "deadlines/")
    ready(page)
    if state != "empty":
        page.select_option("form#deadlines [name=partnership]", "cheshire-east")
        enter(page, "sin_sent", "2026-12-17" if state == "schedule" else "2026-11-31")
        submit(page, "deadlines")
    page.evaluate(
        "document.querySelectorAll('details').forEach(item => item.open = true)"
    )
    assert [] == axe(page)
