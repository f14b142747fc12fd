"""What the tests of the built site share: the site, a server of it, and a browser."""

import threading
from contextlib import contextmanager
from pathlib import Path

import pytest

from handbook.serve import Handler, make_server

ROOT = Path(__file__).parents[1]


@pytest.fixture(scope="session")
def site():
    """Give the built site's folder, from ``make site``."""
    folder = ROOT / "site"
    assert (folder / "index.html").exists(), "the site is not built; run `make site`"
    return folder


@contextmanager
def serving(folder, handler=Handler):
    """Serve ``folder`` on a free port of this machine; gives its address, with a slash."""
    server = make_server(folder, 0, handler)
    thread = threading.Thread(
        target=server.serve_forever, kwargs={"poll_interval": 0.05}, daemon=True
    )
    thread.start()
    try:
        yield f"http://127.0.0.1:{server.server_port}/"
    finally:
        server.shutdown()
        server.server_close()


@pytest.fixture(scope="session")
def serve():
    """Give a server for any folder, for tests that need one of their own."""
    return serving


@pytest.fixture(scope="session")
def base(site):
    """Give the address of the built site."""
    with serving(site) as url:
        yield url


@pytest.fixture(scope="session")
def browser_type_launch_args(browser_type_launch_args):
    """Start the Chromium that the set-up found."""
    found = (ROOT / ".make" / "chromium").read_text("utf-8").strip()
    return browser_type_launch_args | {
        "executable_path": found,
        "args": ["--no-sandbox"],
    }
