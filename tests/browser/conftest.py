"""A browser, and the built sites served from this machine."""

import functools
import http.server
import os
import shutil
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, sync_playwright

from tests.browser.chromium import find

FLAGS = [
    "--headless",
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--disable-dev-shm-usage",
]


class _Quiet(http.server.SimpleHTTPRequestHandler):
    def log_message(self, format: str, *args: object) -> None:
        """Nothing: the tests speak for themselves."""


@contextmanager
def served(folder: Path) -> Iterator[str]:
    """The address of a folder served on this machine."""
    handler = functools.partial(_Quiet, directory=folder)
    server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), handler)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    yield f"http://127.0.0.1:{server.server_port}/"
    server.shutdown()
    server.server_close()


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    """Chromium."""
    path = os.environ.get("CHROMIUM") or find()
    with sync_playwright() as playwright:
        launched = playwright.chromium.launch(executable_path=path, args=FLAGS)
        yield launched
        launched.close()


@pytest.fixture(scope="session")
def portal(site: Path) -> Iterator[str]:
    """The address of the real site."""
    with served(site) as address:
        yield address


@pytest.fixture(scope="session")
def small_portal(small_site: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """The address of the small site, under a path, as on a host shared with others."""
    host = tmp_path_factory.mktemp("host")
    shutil.copytree(small_site, host / "sotto" / "portale")
    with served(host) as address:
        yield f"{address}sotto/portale/"


@pytest.fixture
def page(browser: Browser) -> Iterator[Page]:
    """A page; errors and requests to other sites fail the test."""
    context = browser.new_context(viewport={"width": 1280, "height": 900}, locale="it-IT")
    opened = context.new_page()
    wrong: list[str] = []
    opened.on("pageerror", lambda error: wrong.append(str(error)))
    opened.on(
        "request",
        lambda request: wrong.append(request.url) if "127.0.0.1" not in request.url else None,
    )
    yield opened
    context.close()
    assert wrong == []
