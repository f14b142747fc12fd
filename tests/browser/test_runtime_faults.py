"""What goes wrong on the way to an answer is put right, or said plainly."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from handbook.site.serve import Handler
from in_browser import choose, enter
from tools import CASE, answer_of_checker, ask_checker, check, dates, started

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path
    from typing import Any

    from playwright.sync_api import BrowserContext, Page

pytestmark = pytest.mark.browser

WATCHED = """
window.made = [];
window.Worker = class extends Worker {
  constructor(url, ...more) {
    super(url, ...more);
    if (String(url).endsWith("/worker.js") && more[0]?.name !== "picture") window.made.push(this);
  }
  postMessage(message, ...more) {
    super.postMessage(message, ...more);
    if (message.ask && window.kill) { window.kill -= 1; this.terminate(); }
  }
};
"""

FAILING = """
window.Worker = class extends Worker {
  postMessage(message, ...more) {
    if (message.ask && window.failing) setTimeout(() => this.onmessage({ data: { error: "broken" } }));
    else super.postMessage(message, ...more);
  }
};
"""
"""Python fails at each question while the page says so."""

IN_VIEW = """(box) => {
  const { top, bottom } = box.getBoundingClientRect();
  return bottom > 0 && top < innerHeight;
}"""

ASKED = """async times => {
  const { engine } = await import(new URL("./engine.js", document.querySelector("script[src$='/widgets.js']").src).href);
  const runtime = JSON.parse(document.querySelector("[data-runtime]").dataset.runtime);
  const folder = new URL(document.querySelector("form[data-policies]").dataset.policies, location.href);
  const { policy } = await (await fetch(new URL("tees.json", folder))).json();
  const given = { partnership: "tees:middlesbrough", policy, la_aware: "2026-11-20",
    answers: { age: "under-18", abuse: "suspected", harm: "died", place: "in-area", resident: "yes", care: "none", "known-family": "does-not-apply", "agency-learning": "none-seen" } };
  const all = [];
  for (let time = 0; time < times; time += 1) all.push(engine.call(runtime, "check", given));
  return (await Promise.all(all)).filter(({ outcome }) => outcome === "must-notify").length;
}"""
"""Asks the page's own Python so many times, past the form; returns how often the answer was as expected."""


def cutting(name: str, times: int) -> type[Handler]:
    """Return a server that breaks off the file ``name`` half-way, ``times`` times."""

    class Cutting(Handler):
        left = times
        seen = 0

        def copyfile(self, source: Any, outputfile: Any) -> None:
            if not self.path.endswith(name):
                super().copyfile(source, outputfile)
                return
            type(self).seen += 1
            if type(self).left <= 0:
                super().copyfile(source, outputfile)
                return
            type(self).left -= 1
            whole = source.read()
            outputfile.write(whole[: len(whole) // 2])
            self.close_connection = True

    return Cutting


@pytest.mark.parametrize("name", ["pyodide.asm.wasm", "stdlib.zip", ".whl"])
def test_a_download_cut_half_way_is_tried_once_more(
    profile: BrowserContext, site: Path, serve: Callable[..., Any], name: str
) -> None:
    """The second try brings the whole file, and the answer."""
    handler = cutting(name, 1)
    with serve(site, handler) as url:
        page = profile.new_page()
        page.goto(f"{url}check/")
        assert started(page) == "ready"
        assert handler.left == 0
        assert check(page) == "must-notify"


def test_a_line_that_stays_broken_is_said_plainly_and_the_button_tries_again(
    profile: BrowserContext, site: Path, serve: Callable[..., Any]
) -> None:
    """Two tries, then a sentence with the way to the static pages; once mended, pressing works."""
    handler = cutting("stdlib.zip", 10)
    with serve(site, handler) as url:
        page = profile.new_page()
        page.goto(f"{url}check/")
        assert started(page) == "failed"
        assert handler.seen == 2
        assert "could not start" in page.inner_text("[data-ready]")
        assert page.get_attribute("[data-ready] a", "href") == f"{url}outcomes/"
        handler.left = 0
        assert check(page) == "must-notify"
        assert started(page) == "ready"


def test_a_server_that_does_not_know_the_type_of_webassembly_is_good_enough(
    profile: BrowserContext, site: Path, serve: Callable[..., Any]
) -> None:
    """Python starts at the first try, from a file that is called a stream of bytes."""

    class Ignorant(Handler):
        tries = 0

        def send_header(self, keyword: str, value: str) -> None:
            if keyword == "Content-Type" and self.path.endswith(".wasm"):
                type(self).tries += 1
                value = "application/octet-stream"
            super().send_header(keyword, value)

    with serve(site, Ignorant) as url:
        page = profile.new_page()
        page.goto(f"{url}check/")
        assert check(page) == "must-notify"
        assert Ignorant.tries == 1


def test_a_wheel_that_is_not_the_one_packed_is_refused(
    profile: BrowserContext, site: Path, serve: Callable[..., Any]
) -> None:
    """One byte of the engine changed on the way: the hash tells, and Python does not start."""

    class Changing(Handler):
        codings = ()

        def copyfile(self, source: Any, outputfile: Any) -> None:
            content = source.read()
            if self.path.endswith(".whl"):
                content = content[:5000] + b"!" + content[5001:]
            outputfile.write(content)

    with serve(site, Changing) as url:
        page = profile.new_page()
        page.goto(f"{url}check/")
        assert started(page) == "failed"


def test_a_worker_killed_during_a_call_is_replaced_and_the_answer_comes(
    profile: BrowserContext, origin: str
) -> None:
    """The call that was lost is asked once more, of a new worker."""
    profile.add_init_script(WATCHED)
    page = profile.new_page()
    page.clock.install()
    page.goto(f"{origin}check/")
    assert started(page) == "ready"
    page.evaluate("window.kill = 1")
    ask_checker(page)
    page.clock.fast_forward(10_000)
    assert answer_of_checker(page) == "must-notify"
    assert page.evaluate("window.made.length") == 2


def test_a_call_that_hangs_twice_is_given_up_and_said(
    profile: BrowserContext, origin: str
) -> None:
    """Neither worker answers: the reader is led to the static pages, in words that are true."""
    profile.add_init_script(WATCHED)
    page = profile.new_page()
    page.clock.install()
    page.goto(f"{origin}check/")
    assert started(page) == "ready"
    page.evaluate("window.kill = 2")
    ask_checker(page)
    page.clock.fast_forward(10_000)
    page.wait_for_selector("html[data-engine=loading]", state="attached")
    assert started(page) == "ready"
    page.wait_for_timeout(500)
    page.clock.fast_forward(10_000)
    page.wait_for_selector("[data-result=notifiable] a")
    told = page.locator("[data-result=notifiable]")
    assert told.locator("a").evaluate("a => a.href") == f"{origin}outcomes/"
    assert "stopped in this browser" in told.inner_text()
    assert "could not start" not in page.inner_text("main")


def day(page: Page, given: str) -> None:
    """Enter the day on which the notification was sent, and work out the dates."""
    enter(page, "sin_sent", given)
    page.click("form#deadlines button[type=submit]")


def test_a_schedule_does_not_outlive_an_engine_that_fails(
    profile: BrowserContext, origin: str
) -> None:
    """Another day, and no answer: the old dates go, and what is said is true and in view."""
    profile.add_init_script(FAILING)
    page = profile.new_page()
    page.goto(f"{origin}deadlines/")
    assert dates(page) > 3
    page.evaluate("window.failing = true")
    day(page, "2026-11-23")
    page.wait_for_selector("[data-result=deadlines] .sum:not([data-changed])")
    assert page.locator("[data-deadline]").count() == 0
    told = page.locator("#res")
    assert told.evaluate("(box) => box === document.activeElement")
    assert told.evaluate(IN_VIEW)
    assert "stopped in this browser" in told.inner_text()
    assert "could not start" not in page.inner_text("main")
    assert told.locator("a").evaluate("a => a.href") == f"{origin}partnerships/"
    page.evaluate("window.failing = false")
    page.click("form#deadlines button[type=submit]")
    page.wait_for_selector("[data-deadline]")


def test_an_answer_does_not_outlive_an_engine_that_fails(
    profile: BrowserContext, origin: str
) -> None:
    """The checker's questions stand again, without an answer to other ones."""
    profile.add_init_script(FAILING)
    page = profile.new_page()
    page.goto(f"{origin}check/")
    assert check(page) == "must-notify"
    page.locator("[data-change]:visible").first.click()
    assert page.locator("[data-outcome]").count() == 0
    page.evaluate("window.failing = true")
    page.click("form#notifiable button[type=submit]")
    page.wait_for_selector("[data-result=notifiable] .sum")
    assert page.locator("[data-outcome]").count() == 0
    assert page.locator("#res").evaluate(IN_VIEW)
    assert page.locator("form#notifiable button[type=submit]").is_visible()


def test_a_schedule_says_when_what_was_entered_has_changed(
    profile: BrowserContext, origin: str
) -> None:
    """Typed over, the old dates are marked and make no file; typed back, they are not."""
    page = profile.new_page()
    page.goto(f"{origin}deadlines/")
    assert dates(page) > 3
    note = page.locator("[data-result=deadlines] [data-changed]")
    files = page.locator("[data-take]:not([data-take=clear])")
    assert note.count() == 0
    enter(page, "sin_sent", "2026-11-23")
    assert "have changed" in note.inner_text() or "has changed" in note.inner_text()
    assert "Press “Work out the dates” again." in note.inner_text()
    assert files.count() > 2
    assert {files.nth(at).is_disabled() for at in range(files.count())} == {True}
    page.emulate_media(media="print")
    assert note.is_visible()
    page.emulate_media(media="screen")
    enter(page, "sin_sent", "2026-11-20")
    assert note.count() == 0
    assert not files.first.is_disabled()
    day(page, "2026-11-23")
    page.wait_for_selector("[data-changed]", state="detached")
    assert "2026-11-23" in page.inner_html("[data-result=deadlines]")


def test_what_is_typed_while_python_works_is_not_taken_as_answered(
    profile: BrowserContext, origin: str
) -> None:
    """The dates that come are those of the day that was sent, and say that it is no longer there."""
    page = profile.new_page()
    page.goto(f"{origin}deadlines/")
    assert dates(page) > 3
    page.evaluate(
        """() => {
          const form = document.querySelector("form#deadlines");
          const box = form.querySelector("[name=sin_sent-day]");
          box.value = "23";
          form.requestSubmit();
          box.value = "24";
        }"""
    )
    page.wait_for_selector("[data-changed]")


@pytest.mark.parametrize("given", ["9999-12-01", "0001-01-01", "2026-11-31"])
def test_a_day_that_cannot_be_used_takes_the_old_schedule_away(
    profile: BrowserContext, origin: str, given: str
) -> None:
    """The sentence stands beside the field, and no date of another question below it."""
    page = profile.new_page()
    page.goto(f"{origin}deadlines/")
    assert dates(page) > 3
    day(page, given)
    page.wait_for_selector("fieldset.field-bad .field-message:visible")
    assert page.locator("[data-deadline]").count() == 0
    assert page.inner_text("[data-result=deadlines]") == ""


def test_what_was_cleared_while_python_started_is_not_answered_later(
    profile: BrowserContext, origin: str
) -> None:
    """A question given up stays given up, even when one asked after it has its answer."""
    page = profile.new_page()
    page.goto(f"{origin}check/")
    choose(page, "tees:middlesbrough", CASE)
    page.evaluate(
        """() => {
          const form = document.querySelector("form#notifiable");
          form.requestSubmit();
          form.querySelector("[type=reset]").click();
        }"""
    )
    # This one waits behind the first, if that is still asked.
    assert page.evaluate(ASKED, 1) == 1
    assert page.inner_text("[data-result=notifiable]") == ""
    assert check(page) == "must-notify"


def test_both_tools_share_one_worker_over_a_change_of_page(
    profile: BrowserContext, origin: str
) -> None:
    """The theme swaps the page; Python, once started, answers on the next page as well."""
    profile.add_init_script(WATCHED)
    page = profile.new_page()
    page.goto(f"{origin}check/")
    assert check(page) == "must-notify"
    page.click("a[href$='deadlines/']:visible >> nth=0")
    page.wait_for_url(f"{origin}deadlines/")
    assert dates(page) > 3
    assert page.evaluate("window.made.length") == 1


def test_two_tabs_answer_at_the_same_time(profile: BrowserContext, origin: str) -> None:
    """Each tab has its own Python; neither disturbs the other."""
    first, second = profile.new_page(), profile.new_page()
    first.goto(f"{origin}check/")
    second.goto(f"{origin}deadlines/")
    assert dates(second) > 3
    assert check(first) == "must-notify"


def test_a_hundred_answers_leave_no_more_memory_in_use_than_the_first(
    profile: BrowserContext, origin: str
) -> None:
    """After a few answers to warm up, Python's objects and its memory do not grow."""
    page = profile.new_page()
    page.goto(f"{origin}check/")
    assert check(page) == "must-notify"
    worker = next(item for item in page.workers if item.url.endswith("/worker.js"))
    used = """() => [pyodide.runPython("import gc; gc.collect(); len(gc.get_objects())"),
      pyodide._module.HEAP8.length]"""
    assert page.evaluate(ASKED, 20) == 20
    objects, memory = worker.evaluate(used)
    assert page.evaluate(ASKED, 100) == 100
    after, memory_after = worker.evaluate(used)
    assert memory == memory_after
    assert after - objects < 50  # an object kept by every second answer would show
