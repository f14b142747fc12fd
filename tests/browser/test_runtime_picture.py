"""Python starts from a picture of its memory where an earlier page left one, and without where it must."""

from __future__ import annotations

import re
from datetime import datetime, timedelta
from typing import TYPE_CHECKING, Any
from zoneinfo import ZoneInfo

import pytest

from in_browser import QUIET, enter, executable
from tools import check, dates, started

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from playwright.sync_api import Browser, BrowserContext, Page, Worker

pytestmark = pytest.mark.browser

NOW = "from datetime import datetime; datetime.now().astimezone().isoformat()"
LOOK = """async (wanted) => {
  const one = [];
  for (const name of await caches.keys()) {
    const cache = await caches.open(name);
    for (const request of await cache.keys()) if (request.url.endsWith("/memory")) one.push([cache, request]);
  }
  if (!one.length) return null;
  const [cache, request] = one[0];
  if (wanted.put) {
    const content = new TextEncoder().encode(wanted.put);
    const hash = new Uint8Array(await crypto.subtle.digest("SHA-256", content));
    await cache.put(request, new Response(content, { headers: { "x-bytes": 20_971_664, "x-sha256": btoa(String.fromCharCode(...hash)) } }));
  }
  const bytes = new Uint8Array(await (await cache.match(request)).arrayBuffer());
  if (wanted.flip) { bytes.fill(255, 1_000_000, 9_000_000); await cache.put(request, new Response(bytes, { headers: (await cache.match(request)).headers })); }
  const text = new TextDecoder("latin1").decode(bytes);
  return { bytes: Number((await cache.match(request)).headers.get("x-bytes")), found: (wanted.words ?? []).filter((word) => text.includes(word)) };
}"""


def look(page: Page, **wanted: object) -> Any:
    """Return what is kept as a picture, after changing it as ``wanted``; None where there is none."""
    return page.evaluate(LOOK, wanted)


def pictured(page: Page) -> int:
    """Wait until a picture is kept, or given up, and return its bytes."""
    for _ in range(200):
        found = look(page)
        if found:
            return int(found["bytes"])
        page.wait_for_timeout(100)
    raise AssertionError("no picture was kept")


def python(page: Page) -> Worker:
    """Return the worker in which the page's Python runs."""
    return next(item for item in page.workers if item.url.endswith("/worker.js"))


def from_picture(page: Page) -> bool:
    """Return whether the page's Python started from a picture."""
    return bool(python(page).evaluate("() => !!pyodide._api.config._loadSnapshot"))


def test_the_next_page_starts_from_the_picture_and_answers_the_same(
    profile: BrowserContext, origin: str
) -> None:
    """The first page starts Python anew; the second has it from memory, with the same answer."""
    page = profile.new_page()
    page.goto(f"{origin}check/")
    assert check(page) == "must-notify"
    assert not from_picture(page)
    first = page.inner_html("[data-result=notifiable]")
    assert 2**24 < pictured(page) < 2**25  # as large as the memory is by then
    page.reload()
    assert check(page) == "must-notify"
    assert from_picture(page)
    again = page.inner_html("[data-result=notifiable]")
    assert re.sub(r"\d\d:\d\d", "", again) == re.sub(r"\d\d:\d\d", "", first)
    page.goto(f"{origin}deadlines/")
    assert dates(page) > 3
    assert from_picture(page)


def test_nothing_that_was_asked_is_in_the_picture(
    profile: BrowserContext, origin: str
) -> None:
    """A date typed before the picture is made is not in it; what the engine says of itself is."""
    page = profile.new_page()
    page.goto(f"{origin}deadlines/")
    page.select_option("form#deadlines [name=partnership]", "surrey")
    enter(page, "sin_sent", "2027-03-17")
    page.click("form#deadlines button[type=submit]")
    page.wait_for_selector("[data-deadline]")
    pictured(page)
    words = ["2027-03-17", "17 March 2027", "rapidreview.dates.schedule"]
    assert look(page, words=words)["found"] == ["rapidreview.dates.schedule"]


@pytest.mark.parametrize(
    "wrong",
    [{"put": "a picture, but not of Python" * 9}, {"flip": True}],
    ids=["other", "broken"],
)
def test_a_picture_that_does_not_work_is_given_up(
    profile: BrowserContext, origin: str, wrong: dict[str, object]
) -> None:
    """Python starts without it, answers, and does not try pictures again in this version."""
    page = profile.new_page()
    page.goto(f"{origin}check/")
    pictured(page)
    look(page, **wrong)
    page.reload()
    assert check(page) == "must-notify"
    assert not from_picture(page)
    assert look(page)["bytes"] == 0
    page.reload()
    assert started(page) == "ready"
    page.wait_for_selector("html[data-offline]", state="attached", timeout=60_000)
    assert look(page)["bytes"] == 0


def test_the_time_of_day_is_the_readers_own_after_a_change_of_zone(
    chromium: Browser, site: Path, serve: Callable[..., Any], tmp_path: Path
) -> None:
    """Python from a picture made in London tells Tokyo's time in Tokyo."""
    with serve(site) as url:
        for zone, offset in (("Europe/London", None), ("Asia/Tokyo", "+09:00")):
            profile = chromium.browser_type.launch_persistent_context(
                tmp_path,
                executable_path=executable(),
                args=list(QUIET),
                timezone_id=zone,
            )
            page = profile.new_page()
            page.goto(f"{url}check/")
            assert started(page) == "ready"
            if offset:
                assert from_picture(page)
                now = python(page).evaluate(f"() => pyodide.runPython({NOW!r})")
                assert now.endswith(offset)
                here = datetime.now(ZoneInfo(zone))
                assert abs(here - datetime.fromisoformat(now)) < timedelta(minutes=1)
            pictured(page)
            profile.close()
