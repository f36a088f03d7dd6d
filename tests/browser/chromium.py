"""Which Chromium the browser tests use: prints its path, or says how to provide one and fails."""

import os
import shutil
import subprocess
import sys
from collections.abc import Callable, Iterator
from pathlib import Path

_NAMES = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable")


def find() -> str:
    """The path of a Chromium: from $CHROMIUM, the PATH, Playwright's download, Debian's package."""
    ways: tuple[Callable[[], Iterator[str]], ...] = (_named, _on_path, _downloaded, _from_debian)
    for way in ways:
        for path in way():
            if Path(path).is_file():
                return path
    sys.exit(
        "Serve un Chromium per le prove nel browser: installane uno (su Debian: apt-get install "
        "chromium) oppure indica il suo percorso nella variabile CHROMIUM."
    )


def _named() -> Iterator[str]:
    if path := os.environ.get("CHROMIUM"):
        yield path


def _on_path() -> Iterator[str]:
    yield from filter(None, map(shutil.which, _NAMES))


def _downloaded() -> Iterator[str]:
    _run([sys.executable, "-m", "playwright", "install", "chromium"])
    from playwright.sync_api import sync_playwright

    with sync_playwright() as playwright:
        yield playwright.chromium.executable_path


def _from_debian() -> Iterator[str]:
    if os.geteuid() == 0 and shutil.which("apt-get"):
        _run(["apt-get", "update", "-qq"])
        _run(["apt-get", "install", "-y", "-qq", "--no-install-recommends", "chromium"])
        yield from _on_path()


def _run(command: list[str]) -> None:
    """Try a command; what it says goes to standard error, and its failure is not ours."""
    try:
        subprocess.run(command, stdout=sys.stderr, timeout=600, check=False)
    except subprocess.TimeoutExpired:
        print("Scaricamento interrotto: troppo lento.", file=sys.stderr)


if __name__ == "__main__":
    print(find())
