"""A real browser on the built site: what every browser test starts from."""

from __future__ import annotations

import threading
from typing import TYPE_CHECKING

import pytest
from playwright.sync_api import sync_playwright

from handbook.site.serve import make_server
from in_browser import QUIET, SITE, executable

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

    from playwright.sync_api import Browser, BrowserContext, Page, ViewportSize


@pytest.fixture(scope="session")
def site() -> Path:
    """Return the built site; `make site` builds it."""
    assert (SITE / "index.html").exists(), "build the site first: make site"
    return SITE


@pytest.fixture(scope="session")
def origin(site: Path) -> Iterator[str]:
    """Return the address of a server of the built site."""
    server = make_server(site, 0)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    yield f"http://127.0.0.1:{server.server_port}/"
    server.shutdown()
    server.server_close()


@pytest.fixture(scope="session")
def chromium() -> Iterator[Browser]:
    """Return the Chromium that the set-up found or got."""
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(
            executable_path=executable(), args=list(QUIET)
        )
        yield browser
        browser.close()


@pytest.fixture
def width() -> int:
    """Return a desktop's width; tests of what a phone shows are given both (`BOTH`)."""
    return 1280


@pytest.fixture
def context(chromium: Browser, width: int) -> Iterator[BrowserContext]:
    """Return a fresh profile at the width in hand."""
    context = chromium.new_context(viewport={"width": width, "height": 900})
    context.set_default_timeout(60_000)
    yield context
    context.close()


@pytest.fixture(scope="session")
def returning(chromium: Browser) -> Iterator[Callable[[int], BrowserContext]]:
    """Return the profile, at a width, of a reader who was here before."""
    contexts: dict[int, BrowserContext] = {}

    def at(width: int) -> BrowserContext:
        if width not in contexts:
            viewport: ViewportSize = {"width": width, "height": 900}
            contexts[width] = chromium.new_context(viewport=viewport)
            contexts[width].set_default_timeout(60_000)
        return contexts[width]

    yield at
    for context in contexts.values():
        context.close()


@pytest.fixture
def page(
    request: pytest.FixtureRequest,
    width: int,
    returning: Callable[[int], BrowserContext],
) -> Iterator[Page]:
    """Return a page whose errors fail the test that made them.

    It stands in the test's own fresh profile where the test asks for ``context``,
    and otherwise in one that has what a returning reader's browser keeps.
    """
    own = "context" in request.fixturenames
    profile = request.getfixturevalue("context") if own else returning(width)
    page: Page = profile.new_page()
    errors: list[str] = []
    page.on("pageerror", lambda error: errors.append(str(error)))
    page.on(
        "console",
        lambda message: (
            errors.append(message.text) if message.type == "error" else None
        ),
    )
    yield page
    page.close()
    assert errors == []


@pytest.fixture
def profile(chromium: Browser) -> Iterator[BrowserContext]:
    """Return a fresh profile, in which errors may happen; tests of the runtime say which."""
    context = chromium.new_context()
    context.set_default_timeout(60_000)
    yield context
    context.close()
