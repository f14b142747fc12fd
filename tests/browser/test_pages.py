"""Every page of the built site in a real browser: reachable, private, readable, accessible."""

from __future__ import annotations

import re
from html import unescape
from typing import TYPE_CHECKING
from urllib.parse import unquote, urldefrag, urljoin

import pytest

from in_browser import BOTH, axe
from site_map import addresses, kinds

if TYPE_CHECKING:
    from pathlib import Path

    from playwright.sync_api import Browser, Page

pytestmark = pytest.mark.browser


def test_no_page_asks_another_origin_for_anything(
    chromium: Browser, origin: str
) -> None:
    """Home and one page of each kind: every request goes to the site itself."""
    context = chromium.new_context()
    page = context.new_page()
    elsewhere: list[str] = []
    page.on("request", lambda request: elsewhere.append(request.url))
    for address in kinds():
        page.goto(
            urljoin(origin, address),
            wait_until="networkidle" if "check" in address else "load",
        )
    context.close()
    assert [] == [
        url for url in elsewhere if not url.startswith((origin, "data:", "blob:"))
    ]


HREF = re.compile(r"<a\b[^>]*?\shref=\"([^\"]*)\"")
ID = re.compile(r"<[a-z][^>]*?\sid=\"([^\"]+)\"")


def test_every_link_and_anchor_within_the_site_leads_somewhere(site: Path) -> None:
    """Each address that a page links to exists, and each anchor on it too."""
    root = "https://handbook.example/"
    texts = {
        urljoin(root, address): (site / address.lstrip("/") / "index.html").read_text(
            "utf-8"
        )
        for address in addresses()
    }
    ids = {url: set(map(unescape, ID.findall(text))) for url, text in texts.items()}
    links = {
        url: {urljoin(url, unescape(one)) for one in HREF.findall(text)}
        for url, text in texts.items()
    }
    broken = []
    for url, targets in links.items():
        for target in targets:
            base, anchor = urldefrag(target)
            if not base.startswith(root):
                continue
            if base in ids:
                if (
                    anchor
                    and unquote(anchor) not in ids[base]
                    and not base.endswith(("check/", "deadlines/"))
                ):
                    broken.append(f"{url} -> {target}")
            elif not (site / unquote(base.removeprefix(root))).is_file():
                broken.append(f"{url} -> {target}")
    assert sum(map(len, links.values())) > len(texts)
    assert [] == sorted(broken)[:20]


@pytest.mark.parametrize("address", kinds())
@BOTH
def test_axe_finds_nothing_and_nothing_scrolls_sideways(
    page: Page, origin: str, address: str
) -> None:
    """One page of each kind meets WCAG 2.2 AA and good practice and fits its window."""
    page.goto(urljoin(origin, address))
    assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")
    assert [] == axe(page)


@pytest.mark.parametrize(
    "address",
    ["", "check/", "partnerships/tees/", "partnerships/tees/flowchart/", "outcomes/"],
)
def test_the_dark_scheme_has_the_contrast_too(
    chromium: Browser, origin: str, address: str
) -> None:
    """Axe finds nothing in the dark scheme either."""
    context = chromium.new_context(
        color_scheme="dark", viewport={"width": 1280, "height": 900}
    )
    page = context.new_page()
    page.goto(urljoin(origin, address))
    assert [] == axe(page)
    context.close()


def test_every_page_fits_the_narrowest_phone(chromium: Browser, origin: str) -> None:
    """At 320 px no page of any kind scrolls sideways."""
    context = chromium.new_context(viewport={"width": 320, "height": 700})
    page = context.new_page()
    wide = []
    for address in kinds():
        page.goto(urljoin(origin, address))
        if page.evaluate("document.documentElement.scrollWidth > innerWidth"):
            wide.append(address)
    context.close()
    assert [] == wide


def test_the_forms_and_all_outcomes_are_there_without_scripts(
    chromium: Browser, origin: str
) -> None:
    """With scripts off the questions can be read, and a sentence leads to the static pages."""
    context = chromium.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(origin + "check/")
    assert page.locator("form#notifiable fieldset:visible legend").count() >= 6
    assert "needs scripts" in page.inner_text("noscript")
    page.goto(origin + "outcomes/")
    assert page.locator("text=R20").count() > 0
    context.close()


def test_no_template_was_left_unfilled(site: Path) -> None:
    """No page shows a macro, an error of one, or a Python object."""
    marks = (
        "{{",
        "{%",
        "Macro Rendering Error",
        "is undefined",
        "<rapidreview.",
        "Partnership(",
    )
    found = [
        f"{path.relative_to(site)}: {mark}"
        for path in site.rglob("*.html")
        for mark in marks
        if mark in path.read_text("utf-8")
    ]
    assert [] == found


IN_THE_MARGIN = """() => {
    const limits = [...document.querySelectorAll('.fl-stage > ol > .fl-step > .fl-card > .fl-due')]
        .map(one => ({ words: one.textContent.trim(), box: one.getBoundingClientRect() }));
    return limits.slice(1).filter(({ box }, at) => {
        const before = limits[at].box;
        return box.top < before.bottom && box.left < before.right && before.left < box.right;
    }).map(one => one.words);
}"""
"""The limits of a flowchart that begin above the end of the one before them."""


def test_no_limit_beside_a_flowchart_is_written_over_another(
    chromium: Browser, origin: str
) -> None:
    """In the margin of a wide window each limit, with its tag, ends above the next."""
    context = chromium.new_context(viewport={"width": 1280, "height": 900})
    page = context.new_page()
    over = {}
    for address in addresses():
        if address.endswith("flowchart/"):
            page.goto(urljoin(origin, address))
            over[address] = page.evaluate(IN_THE_MARGIN)
    context.close()
    assert over
    assert {} == {address: limits for address, limits in over.items() if limits}
