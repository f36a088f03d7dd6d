"""What is kept is known by the code that made it: that which runs, not that which is edited."""

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest

from generator import fingerprint
from generator.render import forget_templates
from tests.building import ROOT


@pytest.fixture
def generator(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    """A copy of the generator, to edit, of which the fingerprint is."""
    folder = Path(shutil.copytree(ROOT / "generator", tmp_path / "generator"))
    monkeypatch.setattr(fingerprint, "_FOLDER", folder)
    forget_templates()
    yield folder
    forget_templates()


@pytest.mark.parametrize(
    ("edited", "same"), [("templates/record.jinja", False), ("prose.py", True)]
)
def test_a_preview_follows_templates_and_not_code(generator: Path, edited: str, same: bool) -> None:
    before = fingerprint.fingerprint()
    with (generator / edited).open("a") as file:
        file.write("\n")
    assert fingerprint.fingerprint() == before  # within a build

    forget_templates()
    assert (fingerprint.fingerprint() == before) is same
    fingerprint.code.cache_clear()
    forget_templates()
    assert fingerprint.fingerprint() != before  # as a process that starts now has it
