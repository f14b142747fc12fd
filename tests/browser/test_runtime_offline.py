"""After one visit the handbook works without a network; a new version replaces the old whole."""

from __future__ import annotations

import json
import os
import shutil
from typing import TYPE_CHECKING

import pytest

from handbook.runtime.bundle import RUNTIME
from handbook.site.offline import write_service_worker
from handbook.site.serve import Handler
from tools import check, dates, started

if TYPE_CHECKING:
    from collections.abc import Callable
    from io import BytesIO
    from pathlib import Path
    from typing import Any, BinaryIO

    from playwright.sync_api import BrowserContext, Page

pytestmark = pytest.mark.browser

KEPT = """async () => {
  const urls = [];
  for (const name of await caches.keys()) {
    for (const { url } of await (await caches.open(name)).keys()) urls.push(url);
  }
  return urls;
}"""


def kept(page: Page) -> None:
    """Wait until the page says that it is available offline."""
    page.wait_for_selector("html[data-offline]", state="attached", timeout=60_000)


def test_after_one_visit_everything_works_without_a_network(
    profile: BrowserContext, site: Path, serve: Callable[..., Any]
) -> None:
    """The server is gone: both tools answer, and a page never opened before is there."""
    with serve(site) as url:
        page = profile.new_page()
        page.goto(f"{url}check/")
        kept(page)
        assert "Available offline" in page.inner_text("[data-ready]")
        profile.new_cdp_session(page).send("Network.clearBrowserCache")
        page.close()
    page = profile.new_page()
    page.goto(f"{url}check/")
    assert check(page) == "must-notify"
    page.goto(f"{url}deadlines/")
    assert dates(page) > 3
    page.goto(f"{url}partnerships/surrey/")
    assert page.locator("h1").inner_text() != ""
    page.goto(f"{url}no/such/page/")
    assert "no page at this address" in page.inner_text("h1")


def listening(asked: list[str], *, forever: bool) -> type[Handler]:
    """Return a server's handler that notes what is asked, and may not let files be kept for long."""

    class Listening(Handler):
        def send_header(self, keyword: str, value: str) -> None:
            short = keyword == "Cache-Control" and not forever
            super().send_header(keyword, "max-age=1" if short else value)

        def send_head(self) -> BytesIO | BinaryIO | None:
            asked.append(self.path)
            return super().send_head()

    return Listening


@pytest.mark.parametrize("where", ["in the cache", "lost", "stale"])
def test_python_is_never_fetched_a_second_time(
    profile: BrowserContext, site: Path, serve: Callable[..., Any], where: str
) -> None:
    """It comes from the browser's own cache; where that lost it or would ask first, from what was kept."""
    asked: list[str] = []
    with serve(site, listening(asked, forever=where != "stale")) as url:
        page = profile.new_page()
        page.goto(f"{url}check/")
        kept(page)
        assert any("/assets/runtime/" in path for path in asked)
        if where == "lost":
            profile.new_cdp_session(page).send("Network.clearBrowserCache")
        page.wait_for_timeout(2000)
        asked.clear()
        page.reload()
        assert check(page) == "must-notify"
        assert "/check/" in asked
        assert [path for path in asked if "/assets/runtime/" in path] == []
        assert [path for path in asked if "/assets/kept/" in path] == []


def test_only_the_files_of_the_site_are_kept(
    profile: BrowserContext, site: Path, serve: Callable[..., Any]
) -> None:
    """Neither what was asked nor an address with a search in it is kept, only known files."""
    with serve(site) as url:
        page = profile.new_page()
        page.goto(f"{url}check/?secret=1#tees")
        assert check(page) == "must-notify"
        kept(page)
        found = page.evaluate(KEPT)
    names = [item.removeprefix(url) for item in found]
    assert len(names) == len(set(names)) > 50
    [picture] = [name for name in names if name.endswith("/memory")]
    names.remove(picture)
    missing = [
        name
        for name in names
        if not (
            site / (name + "index.html" if name.endswith("/") or not name else name)
        ).is_file()
    ]
    assert missing == []


def another_version(site: Path, old: Path, new: Path) -> None:
    """Copy the site to ``old``, and to ``new`` with other words and another folder of Python."""
    leave = shutil.ignore_patterns("*.br", "*.gz", "partnerships", "compare")
    for target in (old, new):
        shutil.copytree(site, target, ignore=leave)
    runtime = RUNTIME.relative_to("docs")
    known = json.loads((new / runtime / "manifest.json").read_text("utf-8"))["folder"]
    other = known[::-1]
    (new / runtime / known).rename(new / runtime / other)
    for page in new.rglob("*.html"):
        text = page.read_text("utf-8").replace(known, other)
        page.write_text(text.replace("</h1>", " (second edition)</h1>"), "utf-8")
    write_service_worker(old, f"{runtime.as_posix()}/{known}")
    write_service_worker(new, f"{runtime.as_posix()}/{other}")
    an_hour_ago = (old / "index.html").stat().st_mtime - 3600
    for path in old.rglob("*"):  # servers tell versions apart by whole seconds
        os.utime(path, (an_hour_ago, an_hour_ago))


def test_a_new_version_takes_over_and_removes_the_old_one(
    profile: BrowserContext, site: Path, serve: Callable[..., Any], tmp_path: Path
) -> None:
    """First visit, new version, second visit, no network: only the new version is there."""
    another_version(site, tmp_path / "old", tmp_path / "new")
    current = tmp_path / "current"
    current.symlink_to(tmp_path / "old")
    with serve(current) as url:
        page = profile.new_page()
        page.goto(f"{url}check/")
        kept(page)
        before = set(page.evaluate("caches.keys()"))
        current.unlink()
        current.symlink_to(tmp_path / "new")
        page.goto(f"{url}deadlines/")
        assert "second edition" in page.inner_text("h1")
        kept(page)
        after = set(page.evaluate("caches.keys()"))
    assert (2, 2, set()) == (len(before), len(after), before & after)
    page.goto(f"{url}check/")
    assert "second edition" in page.inner_text("h1")
    assert started(page) == "ready"
    assert check(page) == "must-notify"


def test_a_page_that_was_kept_has_the_styles_that_were_kept_with_it(
    profile: BrowserContext, site: Path, serve: Callable[..., Any], tmp_path: Path
) -> None:
    """A newer site has them under another name; what a page loads is not lost with the old name."""
    another_version(site, tmp_path / "old", tmp_path / "new")
    with serve(tmp_path / "old") as url:
        page = profile.new_page()
        page.goto(f"{url}check/")
        kept(page)
        [styles] = (tmp_path / "old" / "assets").glob("css.*")
        shutil.rmtree(styles)
        again = """name => new Promise((resolve) => {
          const link = Object.assign(document.createElement("link"), { rel: "stylesheet", href: name });
          link.onload = () => resolve(link.sheet.cssRules.length);
          link.onerror = () => resolve("lost");
          document.head.append(link);
        })"""
        address = f"{url}assets/{styles.name}/handbook.css?asked-anew"
        assert page.evaluate(again, address) > 10
        missing = address.replace("handbook.css", "other.css")
        assert page.evaluate(again, missing) == "lost"
