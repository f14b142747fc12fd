"""The calculator's parts in a real browser: its form, its warnings, its kinds of clock, its files."""

from __future__ import annotations

import re
from datetime import date, timedelta
from typing import TYPE_CHECKING

import pytest
from icalendar import Calendar

from in_browser import axe, command, dates_shown, enter, refused, submit, until

if TYPE_CHECKING:
    from pathlib import Path

    from playwright.sync_api import Page

pytestmark = pytest.mark.browser


def open_for(page: Page, origin: str, partnership: str) -> None:
    """Open the calculator for a partnership, with every part of its form in view."""
    page.goto(f"{origin}deadlines/#{partnership}")
    page.evaluate("document.querySelector('form details').open = true")


def whole(page: Page, origin: str, partnership: str, events: dict[str, str]) -> None:
    """Open the calculator, type the dates and ask for the schedule."""
    open_for(page, origin, partnership)
    for event, text in events.items():
        enter(page, event, text)
    submit(page, "deadlines")


def take(page: Page, kind: str) -> Path:
    """Press the button of a file and return where it was saved."""
    with page.expect_download() as waiting:
        page.click(f"[data-take={kind}]")
    return waiting.value.path()


class TestForm:
    """The form is that of the partnership chosen."""

    def test_the_address_chooses_the_partnership(self, page: Page, origin: str) -> None:
        """A link from a partnership's pages opens the calculator for it."""
        open_for(page, origin, "tees")
        assert page.input_value("form#deadlines select") == "tees"

    def test_labels_and_order_are_the_protocols(self, page: Page, origin: str) -> None:
        """Three dates of every case come first; Cheshire East's others follow in its own words."""
        open_for(page, origin, "cheshire-east")
        first = page.locator("[data-place=first] fieldset")
        assert ["la_aware", "sin_sent", "rr_meeting"] == first.evaluate_all(
            "all => all.map(one => one.name)"
        )
        more = page.locator("[data-place=more] legend:visible").all_inner_texts()
        assert more[:2] == ["Somebody identifies the case", "CESCP notified"]

    def test_a_national_date_that_matters_here_can_be_entered(
        self, page: Page, origin: str
    ) -> None:
        """North Yorkshire names no agreed extension; the national clock still needs its date."""
        open_for(page, origin, "north-yorkshire")
        assert page.locator("#extension_agreed-day").is_visible()

    def test_a_time_is_asked_only_where_it_counts(
        self, page: Page, origin: str
    ) -> None:
        """Surrey counts hours from the meeting; Tees does not."""
        open_for(page, origin, "surrey")
        assert page.locator("#rr_meeting-time").is_visible()
        page.select_option("form#deadlines select", "tees")
        assert not page.locator("#rr_meeting-time").is_visible()

    def test_what_was_typed_stays_when_the_partnership_changes(
        self, page: Page, origin: str
    ) -> None:
        """The same date counts elsewhere too: it need not be typed again."""
        open_for(page, origin, "surrey")
        enter(page, "sin_sent", "2026-11-20")
        page.select_option("form#deadlines select", "tees")
        assert page.input_value("#sin_sent-day") == "20"


class TestClocks:
    """Each kind of clock, as the page shows it."""

    def test_hours_run_across_the_clock_change(self, page: Page, origin: str) -> None:
        """Surrey's Form A: 24 hours on the wall from a death before the clocks go back."""
        whole(page, origin, "surrey", {"child_died": "2026-10-24T10:00"})
        latest, _ = dates_shown(page)["form-a"]
        assert latest == "2026-10-25T10:00"
        row = page.locator("tr[data-deadline=form-a] + tr")
        assert "the hour is neither added nor taken off" in row.text_content()

    def test_hours_count_back_from_the_meetings_time(
        self, page: Page, origin: str
    ) -> None:
        """Surrey's papers: 48 hours before a Monday at 10 is the Saturday at 10."""
        events = {"sin_sent": "2026-10-26", "rr_meeting": "2026-11-09T10:00"}
        whole(page, origin, "surrey", events)
        latest, _ = dates_shown(page)["papers"]
        assert latest == "2026-11-07T10:00"

    def test_the_same_day_is_not_moved(self, page: Page, origin: str) -> None:
        """Cheshire East's referral on a Saturday is due that Saturday, and the row says so."""
        whole(page, origin, "cheshire-east", {"case_identified": "2026-11-21"})
        dated = {day for day, _ in dates_shown(page).values() if day}
        assert "2026-11-21" in dated

    def test_a_window_opens_and_ends(self, page: Page, origin: str) -> None:
        """Surrey's meeting on day 9 or 10: the first day to aim for, the last the latest."""
        whole(page, origin, "surrey", {"sin_sent": "2026-10-26"})
        latest, aim = dates_shown(page)["rr-meeting"]
        assert (latest, aim) == ("2026-11-06", "2026-11-05")

    def test_what_comes_every_year_names_its_next_month(
        self, page: Page, origin: str
    ) -> None:
        """Tower Hamlets' conference each November, seen from December, is next November."""
        events = {"sin_sent": "2026-11-20", "today": "2026-12-01"}
        whole(page, origin, "tower-hamlets", events)
        row = page.locator("tr[data-deadline=conference]")
        assert "The next is November 2027." in (row.text_content() or "")


class TestPlans:
    """Planned dates, closure days and other meetings."""

    EVENTS = (("sin_sent", "2026-12-17"), ("today", "2026-12-22"))

    def test_a_meeting_too_late_is_kept_and_said_beside_it(
        self, page: Page, origin: str
    ) -> None:
        """A Saturday after the limit: a warning at the field and in the list, and no refusal."""
        whole(
            page,
            origin,
            "cheshire-east",
            {**dict(self.EVENTS), "rr_meeting": "2027-01-09"},
        )
        said = page.locator("[data-field=rr_meeting] .field-warning").inner_text()
        assert "After the latest date, Mon 4 Jan 2027." in said
        assert "Not a working day: Saturday." in said
        assert said.endswith("Kept as you typed it.")
        assert page.input_value("#rr_meeting-day") == "09"
        assert "Planned Sat 9 Jan 2027" in page.locator("table.dt").first.inner_text()
        assert [] == axe(page)

    def test_two_meetings_back_to_back_are_said(self, page: Page, origin: str) -> None:
        """Another review's meeting on the next working day is named."""
        whole(
            page,
            origin,
            "cheshire-east",
            {**dict(self.EVENTS), "rr_meeting": "2026-12-30", "booked-1": "2026-12-31"},
        )
        assert "back to back" in page.locator(".wont-warning").inner_text()

    def test_closure_days_are_listed_and_move_nothing(
        self, page: Page, origin: str
    ) -> None:
        """Two days, the second in a field that was added, as on the command line."""
        open_for(page, origin, "cheshire-east")
        for event, text in self.EVENTS:
            enter(page, event, text)
        enter(page, "closures-1", "2026-12-24")
        page.click("text=Add another closure day")
        enter(page, "closures-2", "2026-12-29")
        submit(page, "deadlines")
        shown = dates_shown(page)
        assert "Thu 24 Dec 2026 and Tue 29 Dec 2026" in page.inner_text(".pic-closed")
        told = command(
            *("deadlines", "-p", "cheshire-east", "--format", "json"),
            *("--today", "2026-12-22", "sin_sent=2026-12-17"),
            *("--closed", "2026-12-24", "--closed", "2026-12-29"),
        )
        open_ = command(
            *("deadlines", "-p", "cheshire-east", "--format", "json"),
            *("--today", "2026-12-22", "sin_sent=2026-12-17"),
        )
        latest = {name: day for name, (day, _) in shown.items()}
        assert latest == {d["id"]: d["latest"] or "" for d in told["deadlines"]}
        assert latest == {d["id"]: d["latest"] or "" for d in open_["deadlines"]}
        assert told["closures"] == ["2026-12-24", "2026-12-29"]

    def test_a_closure_day_that_is_no_date_is_said_at_its_field(
        self, page: Page, origin: str
    ) -> None:
        """The fault stands at the field that has it, with the faults of the others."""
        whole(
            page,
            origin,
            "tees",
            {"sin_sent": "2026-11-20", "closures-1": "2026-11-31"},
        )
        said = page.locator("[data-field=closures-1] .field-message").first.inner_text()
        assert "30 days" in said

    def test_clear_everything_takes_added_days_away(
        self, page: Page, origin: str
    ) -> None:
        """After clearing, the form is as it was: nothing typed, one day a list."""
        open_for(page, origin, "tees")
        page.click("text=Add another closure day")
        enter(page, "closures-2", "2026-12-29")
        page.click("form#deadlines button[type=reset]")
        page.wait_for_selector("#closures-2-day", state="detached")
        filled = page.evaluate(
            "[...document.querySelectorAll('form#deadlines input')].filter(i => i.value).length"
        )
        assert filled == 0


class TestRefusals:
    """The same refusals, in the same words, as the command line's."""

    @pytest.mark.parametrize(
        "events",
        [
            {"sin_sent": "2035-01-10"},
            {"sin_sent": "2018-12-31"},
            {"la_aware": "2026-12-17", "sin_sent": "2026-12-16"},
        ],
        ids=["past the horizon", "before it", "out of order"],
    )
    def test_the_reason_is_the_command_lines(
        self, page: Page, origin: str, events: dict[str, str]
    ) -> None:
        """Nothing is dated; the field says why in the engine's own sentence."""
        whole(page, origin, "tees", events)
        assert page.locator("[data-deadline]").count() == 0
        told = refused("deadlines", "--partnership", "tees", given=events)
        said = page.locator("[data-problems] a").all_inner_texts()
        assert said == [problem["says"] for problem in told["problems"]]


class TestFiles:
    """What can be taken away."""

    def test_the_calendar_file_survives_a_round_trip(
        self, page: Page, origin: str
    ) -> None:
        """The library icalendar reads the browser's file, and every date, alarm and id comes back."""
        events = {
            "sin_sent": "2026-10-26",
            "rr_meeting": "2026-11-09T10:00",
            "today": "2026-10-27",
        }
        whole(page, origin, "surrey", events)
        shown = dates_shown(page)
        text = take(page, "ics").read_bytes()
        read = Calendar.from_ical(text)
        again = Calendar.from_ical(read.to_ical())
        assert read == again
        found = read.walk("VEVENT")
        starts = {str(e["SUMMARY"]): e["DTSTART"].dt for e in found}
        assert len(found) == len({str(e["UID"]) for e in found})
        done = [e for e in found if str(e["SUMMARY"]).startswith("Done: ")]
        assert all(len(e.walk("VALARM")) == (e not in done) for e in found)
        assert len(done) < len(found)
        papers = starts["Latest: Send the master document to the Rapid Review Panel"]
        assert papers.isoformat() == "2026-11-07T10:00:00+00:00"
        days = [e for e in found if type(e["DTSTART"].dt) is date]
        assert all(e["DTEND"].dt - e["DTSTART"].dt == timedelta(1) for e in days)
        isos = {value for pair in shown.values() for value in pair if value}
        assert {d.isoformat()[:16] for d in starts.values()} <= isos

    def test_the_ids_are_the_same_the_next_time(self, page: Page, origin: str) -> None:
        """Taking the file in twice, on different days, doubles nothing."""
        uids = []
        for today in ("2026-11-21", "2026-11-24"):
            page.goto("about:blank")
            whole(page, origin, "tees", {"sin_sent": "2026-11-20", "today": today})
            text = take(page, "ics").read_text("utf-8")
            uids.append(re.findall(r"^UID:(.*)$", text, re.MULTILINE))
        assert uids[0]
        assert uids[0] == uids[1]

    def test_the_text_is_copied_for_an_email(self, page: Page, origin: str) -> None:
        """The clipboard holds the same text as the command line prints."""
        page.context.grant_permissions(["clipboard-read", "clipboard-write"])
        whole(page, origin, "tees", {"sin_sent": "2026-11-20", "today": "2026-11-21"})
        page.click("[data-take=text]")
        until(
            page, "document.querySelector('[data-take=text]').textContent === 'Copied'"
        )
        copied = page.evaluate("navigator.clipboard.readText()")
        assert copied.startswith("Tees: rapid review dates\n")
        assert "Latest" not in copied.splitlines()[0]
        for line in ("Dates", "No date", "How days are counted"):
            assert line in copied.splitlines()

    def test_no_file_has_a_place_for_a_name(self, page: Page, origin: str) -> None:
        """The form takes dates and an authority from a list alone, so nothing in a file can tell who the child is."""
        open_for(page, origin, "surrey")
        page.wait_for_selector("#rr_meeting-time")
        kinds = page.evaluate(
            "[...new Set([...document.querySelectorAll('form#deadlines :is(input, select, textarea)')]"
            ".map(field => (field.name.match(/-(day|month|year|time)$/) ?? [, field.name || field.id])[1]))].sort()"
        )
        assert kinds == ["day", "month", "p-find", "partnership", "time", "year"]
