"""Where Python cannot run, the reader is told at once and led to pages that need none."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tools import started

if TYPE_CHECKING:
    from pathlib import Path

    from playwright.sync_api import Browser, BrowserContext

pytestmark = pytest.mark.browser

TOOLS = [("check", "outcomes/"), ("deadlines", "partnerships/")]


@pytest.mark.parametrize(("tool", "instead"), TOOLS)
def test_with_scripts_off_a_sentence_leads_to_the_same_answers(
    chromium: Browser, origin: str, tool: str, instead: str
) -> None:
    """No script at all: the sentence is there, and its link opens a page with answers."""
    context = chromium.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(f"{origin}{tool}/")
    assert "needs scripts, which are off here" in page.inner_text("noscript .ready")
    page.click("noscript .ready a")
    assert page.url == origin + instead
    assert page.locator("main a, article a").count() > 5
    context.close()


@pytest.mark.parametrize(("tool", "instead"), TOOLS)
def test_without_webassembly_the_tool_says_so_and_fetches_nothing(
    profile: BrowserContext, origin: str, tool: str, instead: str
) -> None:
    """The failure is known before anything is asked for, so nobody waits for it."""
    profile.add_init_script("delete globalThis.WebAssembly")
    page = profile.new_page()
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    page.goto(f"{origin}{tool}/")
    assert started(page) == "failed"
    assert "could not start in this browser" in page.inner_text("[data-ready]")
    assert [] == [url for url in asked if "/runtime/" in url or "worker.js" in url]
    page.click("[data-ready] a")
    page.wait_for_url(origin + instead)


@pytest.mark.parametrize(("tool", "instead"), TOOLS)
def test_from_a_file_on_a_disk_the_tool_says_so(
    profile: BrowserContext, site: Path, tool: str, instead: str
) -> None:
    """Browsers run no module from a disk: a plain script says it, and links to the file."""
    page = profile.new_page()
    page.goto((site / tool / "index.html").as_uri())
    assert started(page) == "failed"
    assert "does not run from a file" in page.inner_text("[data-ready]")
    page.click("[data-ready] a")
    assert page.url == (site / instead / "index.html").as_uri()


def test_a_browser_without_modules_is_told_that_it_is_too_old(
    profile: BrowserContext, origin: str
) -> None:
    """Browsers that know no modules run the plain script only."""
    profile.add_init_script("delete HTMLScriptElement.prototype.noModule")
    page = profile.new_page()
    page.route("**/widgets.js", lambda route: route.abort())
    page.goto(f"{origin}check/")
    assert started(page) == "failed"
    assert "too old" in page.inner_text("[data-ready]")
