"""The live preview follows edits; a mistake shows its problems and the last good site stays up."""

import os
import socket
import subprocess
import sys
import time
import urllib.error
import urllib.request
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.building import copy_of_the_project

WAIT = 40


@pytest.fixture
def preview(tmp_path: Path) -> Iterator[tuple[Path, str, Path]]:
    """A preview of a copy of the project: its folder, its address, what it prints."""
    root = copy_of_the_project(tmp_path / "copia")
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    log = tmp_path / "log"
    environment = os.environ | {"PORTAL_PRACTICES": "practices", "NO_MKDOCS_2_WARNING": "1"}
    command = ["mkdocs", "serve", "--livereload", "--dev-addr", f"127.0.0.1:{port}"]
    with log.open("w") as output:
        running = subprocess.Popen(
            [sys.executable, "-m", *command], cwd=root, env=environment, stderr=output
        )
    yield root, f"http://127.0.0.1:{port}/", log
    running.terminate()
    running.wait(10)


def page_with(address: str, *, there: str = "", gone: str = "") -> str:
    """The page once it holds one text and not another."""
    end = time.monotonic() + WAIT
    text = ""
    while time.monotonic() < end:
        try:
            with urllib.request.urlopen(address, timeout=5) as answer:
                text = answer.read().decode()
        except (urllib.error.URLError, TimeoutError, ConnectionError):
            text = ""
        if text and there in text and (not gone or gone not in text):
            return text
        time.sleep(0.2)
    raise AssertionError(f"{address}: {there!r} / {gone!r} in\n{text[:2000]}")


def test_preview_follows_edits_and_survives_mistakes(preview: tuple[Path, str, Path]) -> None:
    root, site, log = preview
    record = root / "practices" / "esperienze" / "orti-di-prova.yml"
    good = record.read_text(encoding="utf-8")
    address = f"{site}esperienze/orti-di-prova/"
    shown = page_with(address, there="Orti di prova")
    assert "Content-Security-Policy" not in shown, "or the page could not reload by itself"

    record.write_text(good.replace("Orti di prova", "Orti cambiati"), encoding="utf-8")
    page_with(address, there="Orti cambiati")
    page_with(f"{site}esperienze/", there="Orti cambiati")
    schema = root / "site" / "schema" / "v1" / "esperienze.json"
    assert "Orti cambiati" in schema.read_text(encoding="utf-8"), "what editors propose"

    record.write_text(good.replace("temi: [rifiuti", "temi: [rifiutti"), encoding="utf-8")
    broken = page_with(address, there="practices/esperienze/orti-di-prova.yml:3:8: errore: temi[0]")
    assert "Orti cambiati" in broken
    assert "orti-di-prova.yml:3:8: errore: temi[0]" in log.read_text(encoding="utf-8")

    record.write_text(good, encoding="utf-8")
    page_with(address, there="Orti di prova", gone="errore: temi")

    assert '"cambiati"' not in schema.read_text(encoding="utf-8")
    other = good.replace("orti-urbani-di-prova", "orti-di-una-volta")  # two can't have had one name
    record.with_name("cambiati.yml").write_text(other, encoding="utf-8")
    page_with(f"{site}esperienze/cambiati/", there="Orti di prova")
    assert '"cambiati"' in schema.read_text(encoding="utf-8"), "what editors propose is up to date"

    template = root / "generator" / "templates" / "record.jinja"
    template.write_text(template.read_text(encoding="utf-8") + "<p>Modello cambiato</p>")
    page_with(address, there="Modello cambiato")
