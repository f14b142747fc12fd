"""Any two partnerships are compared on one page, and the heads of its rows count those two."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from in_browser import axe

if TYPE_CHECKING:
    from playwright.sync_api import Page

pytestmark = pytest.mark.browser


def test_two_are_compared_where_the_address_names_them(page: Page, origin: str) -> None:
    """A limit of the same value is the same; the third comes back with its box."""
    page.goto(f"{origin}compare/#north-yorkshire+surrey", wait_until="networkidle")
    assert page.locator(".cmp thead th:visible").count() == 4
    head = page.locator("#sin-limit small")
    assert head.inner_text() == "Same"
    assert page.locator("#agency-form .cmp-differs:visible").count() == 2
    weight = "e => getComputedStyle(e).fontWeight"
    assert page.locator("#agency-form .cmp-key >> nth=1").evaluate(weight) == "700"
    assert page.locator("#sin-limit .cmp-key >> nth=1").evaluate(weight) == "400"
    page.check("#onlydiff")
    assert not page.locator("#sin-limit").is_visible()
    page.check("input[value=cheshire-east]")
    assert head.text_content() == "Two different answers"
    assert page.locator("#sin-limit .cmp-differs").count() == 1
    page.evaluate("scrollTo(0, 3000)")
    box = page.locator(".cmp thead th >> nth=0").bounding_box()
    assert box
    assert box["y"] == 0
    assert axe(page) == []
