"""The calculator in a real browser: the same schedule as the command line gives."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING
from urllib.parse import urljoin

import pytest
from icalendar import Calendar as Parsed

from in_browser import BOTH, axe, command, dates_shown, enter, ready, submit, until

if TYPE_CHECKING:
    from pathlib import Path

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
    """31 November and a date out of order: both are named, also among those put away; what was typed stays."""
    page.goto(origin + "deadlines/")
    page.select_option("form#deadlines [name=partnership]", "cheshire-east")
    enter(page, "la_aware", "2026-11-31")
    enter(page, "sin_sent", "2026-12-17")
    page.click("form#deadlines summary")
    enter(page, "sin_received", "2026-12-16")
    page.click("form#deadlines summary")
    submit(page, "deadlines")
    said = page.locator("fieldset.field-bad .field-message:visible").all_inner_texts()
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


@pytest.mark.parametrize(
    ("parts", "says"),
    [
        (("20", "", "2026"), "Write the month too, such as 20 11 2026."),
        (("31", "Sept.", "2026"), "September 2026 has 30 days."),
    ],
)
def test_a_refusal_fits_three_boxes(
    page: Page, origin: str, parts: tuple[str, str, str], says: str
) -> None:
    """Nobody is told to write a date with the year first into a box for the day."""
    page.goto(origin + "deadlines/")
    page.select_option("form#deadlines [name=partnership]", "tees")
    for part, text in zip(("day", "month", "year"), parts, strict=True):
        page.fill(f"#sin_sent-{part}", text)
    submit(page, "deadlines")
    told = page.inner_text("fieldset[data-field=sin_sent] .field-message")
    assert told.endswith(says)
    assert "2026-" not in told


def test_dates_are_read_as_people_write_them(page: Page, origin: str) -> None:
    """No box cuts off an ordinal or a name; 26 is the year 2026."""
    page.goto(origin + "deadlines/")
    page.select_option("form#deadlines [name=partnership]", "tees")
    for parts in (("16th", "September", "2026"), ("16", "Sept.", "26")):
        for part, text in zip(("day", "month", "year"), parts, strict=True):
            page.fill(f"#sin_sent-{part}", text)
        submit(page, "deadlines")
        assert "Wed 16 Sep 2026" in (page.text_content(".paper-dates") or "")


def test_from_home_to_the_report_date_in_six_actions_on_a_phone(
    page: Page, origin: str
) -> None:
    """A door, a partnership, three boxes and the button: the heading, what is next and the day of
    the report are in view, what has no date is folded, and the list says which days do not count."""
    page.set_viewport_size({"width": 390, "height": 844})
    page.goto(origin)
    page.locator("main a[href$='deadlines/']").first.click()
    page.select_option("form#deadlines [name=partnership]", "surrey")
    for part, text in (("day", "22"), ("month", "12"), ("year", "26")):
        page.fill(f"#sin_sent-{part}", text)
    submit(page, "deadlines")
    until(page, "document.activeElement.id === 'res'")
    for words in ("The schedule for Surrey", "Next", "Thursday 14 January 2027"):
        place = page.locator(".result").get_by_text(words).first.bounding_box()
        assert place is not None
        assert 0 <= place["y"] <= 844 - place["height"], (words, place)
    assert "25 to 28 Dec: not counted as working days" in page.inner_text(".agenda")
    assert not page.locator(".dt-undated").first.is_visible()
    assert page.locator(".open-counted > summary").count() >= 2
    text = page.locator(".result").inner_text()
    assert "By the national rules it is Fri 15 Jan 2027." in text


@pytest.mark.parametrize("partnership", PARTNERSHIPS)
def test_links_from_a_partnerships_pages_arrive_with_it_chosen(
    page: Page, origin: str, site: Path, partnership: str
) -> None:
    """Every link to the checker or the calculator, from each of its pages and each area."""
    home = site / "partnerships" / partnership
    found: set[tuple[str, str]] = set()
    for path in home.rglob("*.html"):
        here = f"{origin}{path.relative_to(site).as_posix()}"
        for link in re.findall(r'<a\b[^>]*href="([^"]+)"', path.read_text("utf-8")):
            to, _, place = urljoin(here, link).partition("#")
            for tool in ("check", "deadlines"):
                if to == f"{origin}{tool}/" and link:
                    found.add((tool, place))
    assert {"check", "deadlines"} == {tool for tool, _ in found}
    for tool, place in sorted(found):
        assert partnership == place.partition(":")[0], (tool, place)
        page.goto("about:blank")
        page.goto(f"{origin}{tool}/#{place}")
        ready(page)
        box = page.locator("form[data-runtime] [name=partnership]")
        offered = box.locator(f'option[value="{place}"]').count()
        # a partnership of one area is offered by its own name
        assert (place if offered else partnership) == box.input_value()


def test_an_area_in_the_address_is_chosen_in_the_calculator(
    page: Page, origin: str
) -> None:
    """Its partnership follows: the calculator asks for the dates of Tees."""
    page.goto(f"{origin}deadlines/#tees:hartlepool")
    ready(page)
    assert "tees:hartlepool" == page.input_value("form#deadlines [name=partnership]")


def test_the_reference_goes_into_the_file_only(page: Page, origin: str) -> None:
    """It stands in each title of the calendar, in no address and in no storage."""
    page.goto(origin + "deadlines/#surrey")
    enter(page, "sin_sent", "2026-11-20")
    submit(page, "deadlines")
    page.fill("[data-reference]", "RR 26/014")
    with page.expect_download() as waiting:
        page.click("[data-take=ics]")
    text = waiting.value.path().read_text("utf-8")
    events = Parsed.from_ical(text).walk("VEVENT")
    assert events
    assert all("(RR 26/014)" in str(event["SUMMARY"]) for event in events)
    assert f"{origin}deadlines/#surrey" == page.url
    kept = page.evaluate("JSON.stringify([{...localStorage}, {...sessionStorage}])")
    assert "26/014" not in kept


@pytest.mark.parametrize("partnership", PARTNERSHIPS)
@BOTH
def test_a_finding_ends_the_review_on_the_page(
    page: Page, origin: str, partnership: str
) -> None:
    """What has ended stands under a heading of its own, below what holds then."""
    page.goto(f"{origin}deadlines/#{partnership}")
    page.evaluate(
        "document.querySelectorAll('form details').forEach(d => d.open = true)"
    )
    enter(page, "sin_sent", "2026-11-02")
    enter(page, "criteria_not_met", "2026-11-10")
    submit(page, "deadlines")
    assert page.locator("h2", has_text="No longer due").is_visible()
    assert "stays done" in page.inner_text(".wont-ended")
    assert 0 == page.locator('[data-deadline][data-state="overdue"]').count()
    assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")
