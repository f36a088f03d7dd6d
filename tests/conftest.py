"""The built sites that several tests look at."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from generator.memory import Memory
from hooks import preview, serving
from tests.building import ROOT, SMALL, build
from tests.previewing import Preview


@pytest.fixture(scope="session")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The real site, built once."""
    return _built(tmp_path_factory.mktemp("site"), ROOT / "practices")


@pytest.fixture(scope="session")
def small_site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The site of the made-up records, built once."""
    return _built(tmp_path_factory.mktemp("small"), SMALL)


@pytest.fixture
def live(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Preview]:
    """A preview of a copy of the made-up records."""
    monkeypatch.setenv("PORTAL_PRACTICES", str(tmp_path / "practices"))
    monkeypatch.setenv("PORTAL_CACHE", "")
    monkeypatch.setattr(preview, "_memory", Memory())
    live = Preview(tmp_path)
    yield live
    live.server.server_close()
    preview.keep(list)
    preview.start(serving=False)
    serving._shown.clear()


def _built(folder: Path, practices: Path) -> Path:
    made = build(folder, practices)
    assert made.returncode == 0, made.stderr
    return folder
