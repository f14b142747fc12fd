"""Under the pages' own policy both tools run whole, and nothing outside it runs at all."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from handbook.site.content_policy import WASM, inline_hashes
from tools import answer_of_checker, check, dates

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path
    from typing import Any

    from playwright.sync_api import BrowserContext, Page

pytestmark = pytest.mark.browser

LISTEN = """
window.refused = [];
addEventListener("securitypolicyviolation", ({ violatedDirective, blockedURI, sourceFile }) =>
  window.refused.push([violatedDirective, blockedURI, sourceFile].join(" ")));
"""
TAG = '<meta http-equiv="Content-Security-Policy" content="'


def policy_of(page: str) -> dict[str, list[str]]:
    """Return the directives of the page's policy."""
    text = page.partition(TAG)[2].partition('"')[0]
    return {
        name: values for name, *values in (part.split() for part in text.split("; "))
    }


def test_every_page_has_a_policy_before_anything_it_governs(site: Path) -> None:
    """It is the first tag after the character set, names every inline script, and allows no other."""
    pages = sorted(site.rglob("*.html"))
    assert len(pages) > 50
    tools = set()
    for path in pages:
        text = path.read_text("utf-8")
        before = text.partition(TAG)[0]
        assert not any(tag in before for tag in ("<script", "<link", "<style")), path
        allowed = policy_of(text)
        assert inline_hashes(text) <= set(allowed["script-src"]), path
        assert "'unsafe-inline'" not in text.partition(TAG)[2].partition('"')[0]
        assert ["'none'"] == allowed["default-src"]
        if WASM in allowed["script-src"]:
            tools.add(path.parent.name)
    assert {"check", "deadlines"} == tools


def test_headers_for_hosts_that_send_them_hold_the_widest_policy(site: Path) -> None:
    """What a host sends for every page allows what each page's own policy allows."""
    text = (site / "_headers").read_text("utf-8")
    line = next(item for item in text.splitlines() if "Content-Security-Policy" in item)
    sent = policy_of(TAG + line.partition(": ")[2] + '"')
    for path in ("index.html", "check/index.html", "about/index.html"):
        own = policy_of((site / path).read_text("utf-8"))
        assert own.keys() == sent.keys()
        assert all(set(values) <= set(sent[name]) for name, values in own.items())


def watched(profile: BrowserContext) -> tuple[Page, list[str], list[str]]:
    """Return a page, what its console says of refusals, and every address that it asks for."""
    profile.add_init_script(LISTEN)
    page = profile.new_page()
    said: list[str] = []
    asked: list[str] = []
    page.on(
        "console",
        lambda message: said.append(message.text) if message.type == "error" else None,
    )
    profile.on("request", lambda request: asked.append(request.url))
    return page, said, asked


def test_a_whole_run_of_both_tools_breaks_no_rule(
    profile: BrowserContext, origin: str
) -> None:
    """From the first page through both tools, the files and the search: nothing refused, nothing foreign."""
    page, said, asked = watched(profile)
    page.goto(origin)
    page.click("a[href$='check/']:visible >> nth=0")
    page.wait_for_url(f"{origin}check/")
    assert check(page) == "must-notify"
    page.click("a[href$='deadlines/']:visible >> nth=0")
    page.wait_for_url(f"{origin}deadlines/")
    assert dates(page) > 3
    for kind in ("ics", "csv"):
        with page.expect_download() as download:
            page.click(f"[data-take={kind}] >> nth=0")
        assert download.value.suggested_filename.endswith(f".{kind}")
    page.fill("#search-words", "rapid review")
    page.wait_for_selector(".search-found a")
    for tool in ("check", "deadlines"):
        page.goto(f"{origin}{tool}/")
        assert (check if tool == "check" else dates)(page)
        assert [] == page.evaluate("window.refused")
    assert [] == said
    assert [] == [
        url for url in asked if not url.startswith((origin, "blob:", "data:"))
    ]


def test_a_script_that_the_build_did_not_put_there_is_refused(
    profile: BrowserContext, origin: str
) -> None:
    """The listener hears a refusal when there is one, so that silence above means something."""
    page, _, _ = watched(profile)
    page.goto(f"{origin}check/")
    page.evaluate(
        """() => {
          const script = document.createElement("script");
          script.textContent = "window.ran = true";
          document.head.append(script);
        }"""
    )
    page.wait_for_timeout(100)
    assert page.evaluate("[window.ran, window.refused.length]") == [None, 1]


def test_in_a_frame_of_another_site_both_tools_run_and_break_no_rule(
    profile: BrowserContext, origin: str, serve: Callable[..., Any], tmp_path: Path
) -> None:
    """Embedded in a council's page on another host, the tools work as on their own."""
    inner = "".join(
        f'<iframe src="{origin}{tool}/"></iframe>' for tool in ("check", "deadlines")
    )
    (tmp_path / "index.html").write_text(
        f"<!doctype html><title>Council</title>{inner}", "utf-8"
    )
    page, said, asked = watched(profile)
    with serve(tmp_path) as url:
        council = url.replace("127.0.0.1", "localhost")
        page.goto(council)
        checker, calculator = page.frames[1:]
        assert check(checker) == "must-notify"
        assert answer_of_checker(checker) == "must-notify"
        assert dates(calculator) > 3
        refused = [frame.evaluate("window.refused") for frame in (checker, calculator)]
        favicon = f"{council}favicon.ico"
    assert [[], []] == refused
    assert [] == [text for text in said if favicon not in text and "404" not in text]
    assert [] == [
        url for url in asked if not url.startswith((origin, council, "blob:", "data:"))
    ]
