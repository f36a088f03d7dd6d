"""A process that goes on reads again only what changed, and finds what one that begins would."""

import os
import shutil
from collections.abc import Callable
from pathlib import Path

import pytest

from generator.catalogue import Entry, load_catalogue
from generator.memory import Memory
from generator.problems import Problem
from generator.values import Ref
from tests.building import SMALL

ORTI = Ref("esperienze", "orti-di-prova")


class Loader:
    """Loads the same folder again and again, remembering."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.memory: Memory[Entry] = Memory()
        self.entries: dict[Ref, Entry] = {}

    def load(self) -> tuple[set[Ref], list[Problem]]:
        """The records that were read, and what is wrong; the same as without a memory."""
        catalogue, problems = load_catalogue(self.folder, "practices", memory=self.memory)
        alone, same_problems = load_catalogue(self.folder, "practices")
        assert list(catalogue.entries) == list(alone.entries)
        records = [entry.record for entry in catalogue.entries.values()]
        assert records == [entry.record for entry in alone.entries.values()]
        assert problems == same_problems
        before = self.entries
        self.entries = dict(catalogue.entries)
        return {ref for ref, one in self.entries.items() if one is not before.get(ref)}, problems

    def path(self, ref: Ref) -> Path:
        return self.folder / ref.type / f"{ref.id}.yml"

    def edit(self, path: Path, old: str, new: str) -> None:
        path.write_text(path.read_text(encoding="utf-8").replace(old, new), encoding="utf-8")


@pytest.fixture
def loader(tmp_path: Path) -> Loader:
    loader = Loader(Path(shutil.copytree(SMALL, tmp_path / "practices")))
    loader.load()
    return loader


def test_nothing_is_read_twice(loader: Loader) -> None:
    assert loader.load()[0] == set()


@pytest.mark.parametrize(
    "change",
    [
        lambda path: path.write_text(
            path.read_text("utf-8").replace("Orti di", "Orto di"), "utf-8"
        ),
        lambda path: os.utime(path, ns=(1, 1)),
        lambda path: path.write_text("temi: [", encoding="utf-8"),
        lambda path: path.unlink(),
        lambda path: path.rename(path.with_name("altri.yml")),
        lambda path: os.link(path, path.parent.parent.parent / "altrove.yml"),
    ],
    ids=["edited", "touched", "broken", "deleted", "renamed", "linked"],
)
def test_what_changed_is_read_again(loader: Loader, change: Callable[[Path], None]) -> None:
    change(loader.path(ORTI))

    read, _ = loader.load()

    assert ORTI in read or ORTI not in loader.entries
    loader.load()


def test_other_terms_let_everything_be_read_again(loader: Loader) -> None:
    loader.edit(loader.folder / "vocabolari" / "temi.yml", "Rifiuti", "Rifiuti e riuso")

    assert loader.load()[0] == set(loader.entries)


def test_terms_that_cannot_be_read_are_not_remembered(loader: Loader) -> None:
    themes = loader.folder / "vocabolari" / "temi.yml"
    good = themes.read_text(encoding="utf-8")
    themes.write_text("rifiuti: [", encoding="utf-8")
    loader.load()
    themes.write_text(good, encoding="utf-8")

    assert loader.load()[1] == load_catalogue(SMALL, "practices")[1]
