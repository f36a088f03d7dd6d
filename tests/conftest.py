"""The built sites that several tests look at."""

from pathlib import Path

import pytest

from tests.building import ROOT, SMALL, build


@pytest.fixture(scope="session")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The real site, built once."""
    return _built(tmp_path_factory.mktemp("site"), ROOT / "practices")


@pytest.fixture(scope="session")
def small_site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The site of the made-up records, built once."""
    return _built(tmp_path_factory.mktemp("small"), SMALL)


def _built(folder: Path, practices: Path) -> Path:
    made = build(folder, practices)
    assert made.returncode == 0, made.stderr
    return folder
