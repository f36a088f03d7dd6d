"""A browser, and the built sites served from this machine."""

import functools
import http.server
import os
import shutil
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path
from urllib.parse import urlsplit

import pytest
from playwright.sync_api import Browser, sync_playwright
from playwright.sync_api import Page as BrowserPage

from generator.catalogue import load_catalogue
from generator.outputs import Page
from hooks import headers
from tests.browser.chromium import find
from tests.browser.nginx import nginx
from tests.building import PUBLISHER, ROOT, all_outputs, index

POLICY = "Content Security Policy"  # how Chromium's messages call it
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


TELL = """document.addEventListener("securitypolicyviolation", (event) =>
  console.error("Content Security Policy", event.effectiveDirective, event.blockedURI))"""


@dataclass
class Watched:
    """A page, and what it did that it must not."""

    page: BrowserPage
    blocked: list[str] = field(default_factory=list)
    elsewhere: list[str] = field(default_factory=list)


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
def parted_portal(site: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """The address of the real site with its index in parts, as if its records were thousands."""
    folder = tmp_path_factory.mktemp("parted") / "site"
    shutil.copytree(site, folder, ignore=shutil.ignore_patterns("pagefind"))
    catalogue, _ = load_catalogue(ROOT / "practices", "practices")
    outputs = all_outputs(catalogue, date(2026, 1, 1), PUBLISHER)
    pages = [output for output in outputs if isinstance(output, Page)]
    index(pages, folder, whole=0, size=80)
    with served(folder) as address:
        yield address


@pytest.fixture(scope="session")
def small_portal(small_site: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """The address of the small site, under a path, as on a host shared with others."""
    host = tmp_path_factory.mktemp("host")
    shutil.copytree(small_site, host / "sotto" / "portale")
    with served(host) as address:
        yield f"{address}sotto/portale/"


@pytest.fixture
def page(browser: Browser) -> Iterator[BrowserPage]:
    """A page; errors, requests to other sites and whatever its policy blocks fail the test."""
    context = browser.new_context(viewport={"width": 1280, "height": 900}, locale="it-IT")
    opened = context.new_page()
    wrong: list[str] = []
    opened.on("pageerror", lambda error: wrong.append(str(error)))
    opened.on(
        "request",
        lambda request: wrong.append(request.url) if "127.0.0.1" not in request.url else None,
    )
    opened.on(
        "console",
        lambda message: wrong.append(message.text) if POLICY in message.text else None,
    )
    yield opened
    context.close()
    assert wrong == []


@pytest.fixture(scope="session")
def snippet(site: Path, tmp_path_factory: pytest.TempPathFactory) -> str:
    folder = tmp_path_factory.mktemp("server")
    headers.write_snippets(site, folder, "/")
    return (folder / "nginx.conf").read_text(encoding="utf-8")


@pytest.fixture(scope="session")
def guarded(site: Path, snippet: str, tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    with nginx(site, snippet, tmp_path_factory.mktemp("nginx")) as address:
        yield address


@pytest.fixture
def watched(browser: Browser) -> Iterator[Watched]:
    context = browser.new_context(viewport={"width": 1280, "height": 900}, locale="it-IT")
    context.add_init_script(TELL)
    found = Watched(context.new_page())

    def heard(text: str) -> None:
        if POLICY in text:
            found.blocked.append(text)

    def asked(url: str) -> None:
        if urlsplit(url).hostname != "127.0.0.1" and urlsplit(url).scheme not in {"blob", "data"}:
            found.elsewhere.append(url)

    context.on("console", lambda message: heard(message.text))
    context.on("request", lambda request: asked(request.url))
    yield found
    context.close()
