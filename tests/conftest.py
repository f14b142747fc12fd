"""What tests share: properties tried without a clock, and a server of any folder."""

import threading
from contextlib import contextmanager

import pytest
from hypothesis import settings

pytest_plugins = ("the_library", "small_dates", "three_areas", "wealdshire")
"""The real policies, and small ones that are made in the test."""

settings.register_profile("unhurried", deadline=None)
settings.load_profile("unhurried")


@contextmanager
def serving(folder, handler=None):
    """Serve ``folder`` on a free port of this machine; gives its address, with a slash."""
    # here, because the engine’s own tests run in Pyodide as well, which has no server
    from handbook.site.serve import Handler, make_server

    server = make_server(folder, 0, handler or Handler)
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
