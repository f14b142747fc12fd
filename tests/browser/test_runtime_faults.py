"""What goes wrong on the way to an answer is put right, or said plainly."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from handbook.serve import Handler
from in_browser import choose
from tools import CASE, answer_of_checker, ask_checker, check, dates, started

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path
    from typing import Any

    from playwright.sync_api import BrowserContext

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

ASKED = """async times => {
  const { engine } = await import(new URL("./engine.js", document.querySelector("script[src$='/widgets.js']").src).href);
  const runtime = JSON.parse(document.querySelector("[data-runtime]").dataset.runtime);
  const given = { partnership: "tees:middlesbrough", la_aware: "2026-11-20",
    answers: { age: "under-18", abuse: "suspected", harm: "died", place: "in-area", resident: "yes", care: "none" } };
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
    """Neither worker answers: the reader is led to the static pages."""
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
    page.wait_for_selector("[data-ready] a")
    assert page.get_attribute("[data-ready] a", "href") == f"{origin}outcomes/"


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
