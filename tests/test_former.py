"""Datasets copied from those of the build before are those made from nothing, whatever happened."""

import shutil
import sqlite3
from collections.abc import Callable
from contextlib import AbstractContextManager, closing
from errno import ENOSPC
from pathlib import Path
from typing import Any

import pytest

from generator.catalogue import Entry, load_catalogue
from generator.exports import bulk, database, datasets, linked, stretches, tables
from generator.exports.plain import Plain, plain
from generator.outputs import Batch, Publisher
from generator.records import RECORD_TYPES
from generator.store import Store
from tests.building import PUBLISHER, SMALL, contents
from tests.changes import each_change, each_spoil
from tests.test_store import edit

ORTI = "esperienze/orti-di-prova.yml"


class Writer:
    """Writes the datasets and the API again and again, into one site."""

    def __init__(self, folder: Path, patch: pytest.MonkeyPatch) -> None:
        self.practices = Path(shutil.copytree(SMALL, folder / "practices"))
        self.site, self.kept = folder / "site", folder / "cache" / "schede"
        self.made: list[str] = []

        def noted(entry: Entry, publisher: Publisher) -> Plain:
            self.made.append(entry.ref.id)
            return plain(entry, publisher)

        patch.setattr(bulk, "plain", noted)
        patch.setattr(stretches, "_RECORDS", 2)

    def warm(self, publisher: Publisher = PUBLISHER) -> dict[str, bytes]:
        """The files, written with what those of before leave."""
        return self._written(self.site, self.kept, publisher)

    def cold(self, publisher: Publisher = PUBLISHER) -> dict[str, bytes]:
        """The files, written from nothing."""
        to = self.site.with_name("cold")
        shutil.rmtree(to, ignore_errors=True)
        return self._written(to, None, publisher)

    def _written(self, to: Path, kept: Path | None, publisher: Publisher) -> dict[str, bytes]:
        self.made.clear()
        catalogue, problems = load_catalogue(self.practices, "practices")
        assert not problems
        told = linked.files(catalogue, publisher, kept and kept.with_name("collegati"))
        names: list[str] = []
        for output in (bulk.bulk(catalogue, publisher, kept), *told):
            if isinstance(output, Batch):
                output.write(to / output.address)
                names += (f"{output.address}{name}" for name in output.names)
        found = contents(to)
        return {name: found[name] for name in names}


@pytest.fixture
def writer(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Writer:
    return Writer(tmp_path, monkeypatch)


def test_nothing_is_worked_out_twice_nor_takes_room_twice(writer: Writer) -> None:
    first = writer.warm()
    assert "orti-di-prova" in writer.made

    assert writer.warm() == first
    assert writer.made == []
    assert writer.cold() == first
    for name in datasets.kept():
        assert (writer.site / "dati" / name).samefile(writer.kept / name)


def test_an_edit_works_out_what_is_near(writer: Writer) -> None:
    writer.warm()
    edit(writer.practices / ORTI, "titolo: Orti", "titolo: Grandi orti")
    warm, made = writer.warm(), [*writer.made]

    assert "orti-di-prova" in made
    assert warm == writer.cold()
    assert len(made) < len(writer.made) / 2


@each_change
def test_whatever_changed_the_files_are_as_made_from_nothing(
    writer: Writer, change: Callable[[Path], object]
) -> None:
    before = writer.warm()
    change(writer.practices)
    warm = writer.warm()

    assert warm == writer.cold() != before
    assert writer.warm() == warm


def test_another_publisher_says_other_things(writer: Writer) -> None:
    writer.warm()
    others = [Publisher("Altro", "https://altro.example.org/"), Publisher("Altro", "")]

    for other in others:
        assert writer.warm(other) == writer.cold(other)


@pytest.mark.parametrize("name", datasets.kept()[-3:])
@each_spoil
def test_what_was_spoilt_is_not_copied(
    writer: Writer, name: str, spoil: Callable[[Path], object]
) -> None:
    first = writer.warm()
    spoil(writer.kept / name)

    assert writer.warm() == first
    assert "orti-di-prova" in writer.made
    assert writer.warm() == first
    assert writer.made == []


@pytest.mark.parametrize("after", range(0, len(datasets.kept()) + 1, 6))
def test_a_kill_while_files_are_kept_leaves_none_to_copy(
    writer: Writer, monkeypatch: pytest.MonkeyPatch, after: int
) -> None:
    """Killed after some files got their other name, and the others not yet."""

    class Killed(BaseException):
        pass

    link, left = Path.hardlink_to, [after]

    def linked(path: Path, target: Path) -> None:
        if not left[0]:
            raise Killed
        left[0] -= 1
        link(path, target)

    def noted(*_: object) -> None:
        raise Killed

    writer.warm()
    edit(writer.practices / ORTI, "titolo: Orti", "titolo: Grandi orti")
    with monkeypatch.context() as patch:
        patch.setattr(Path, "hardlink_to", linked)
        patch.setattr(Store, "keeping", noted)
        with pytest.raises(Killed):
            writer.warm()

    assert writer.warm() == writer.cold()


def test_files_kept_by_another_build_meanwhile_are_not_mixed_with_these(
    writer: Writer, monkeypatch: pytest.MonkeyPatch
) -> None:
    first = writer.warm()
    edit(writer.practices / ORTI, "titolo: Orti", "titolo: Grandi orti")
    others = writer.cold()["dati/catalogo.sqlite"]
    edit(writer.practices / ORTI, "titolo: Grandi orti", "titolo: Orti")

    def late(path: Path, *rest: Any) -> AbstractContextManager[database.Database]:
        """The texts of before are open when another build puts its database there."""
        (writer.kept / "altro").write_bytes(others)
        (writer.kept / "altro").replace(writer.kept / path.name)
        return database.database(path, *rest)

    monkeypatch.setattr(datasets, "database", late)

    assert writer.warm() == first


def test_on_another_disk_nothing_is_kept(writer: Writer, monkeypatch: pytest.MonkeyPatch) -> None:
    def refused(*_: object) -> None:
        raise OSError

    first = writer.warm()
    monkeypatch.setattr(Path, "hardlink_to", refused)

    assert writer.warm() == writer.warm() == first
    assert "orti-di-prova" in writer.made
    assert not writer.kept.exists()


def test_a_file_of_before_is_never_written_into(writer: Writer) -> None:
    first = writer.warm()
    published = shutil.copytree(writer.site, writer.site.with_name("old"), copy_function=_linked)
    edit(writer.practices / ORTI, "titolo: Orti", "titolo: Grandi orti")

    assert writer.warm() != first
    for name in datasets.kept():
        assert (published / "dati" / name).read_bytes() == first[f"dati/{name}"]


def _linked(source: str, to: str) -> None:
    Path(to).hardlink_to(source)


def test_a_full_disk_is_said_as_for_other_files(
    writer: Writer, monkeypatch: pytest.MonkeyPatch
) -> None:
    few = f"{database._SETTINGS} PRAGMA max_page_count = 20;"
    monkeypatch.setattr(database, "_SETTINGS", few)

    with pytest.raises(OSError, match="No space left") as refused:
        writer.warm()
    assert refused.value.errno == ENOSPC


def test_rows_are_copied_in_their_order_without_sorting(writer: Writer) -> None:
    writer.warm()
    asked: list[str] = []
    with closing(sqlite3.connect(writer.kept / "catalogo.sqlite")) as connection:
        for kind in RECORD_TYPES.values():
            for name, order, *_ in tables.tables(kind):
                query = f"SELECT * FROM {name} WHERE {order[0]} BETWEEN 'a' AND 'b'"
                plan = f"EXPLAIN QUERY PLAN {query} ORDER BY {', '.join(order)}"
                asked += [row[3] for row in connection.execute(plan)]

    assert asked
    assert not [step for step in asked if not step.startswith("SEARCH")]
