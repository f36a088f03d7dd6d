"""What is kept from a run to the next changes nothing but the time, whatever became of it."""

import os
import pickle
import shutil
import sqlite3
import subprocess
import sys
from collections.abc import Callable, Mapping
from datetime import date
from pathlib import Path

import pytest

from generator import reading, workers
from generator.catalogue import load_catalogue
from generator.outputs import Batch, File, Page
from generator.packing import unpacked
from generator.rules import check
from generator.store import NO_STORE, Made, Store
from generator.values import Known, Ref
from generator.workers import here, in_processes
from tests.building import PUBLISHER, ROOT, all_outputs
from tests.test_cases import SITE

TODAY = date(2024, 6, 1)
Site = Mapping[str, Page | File | Batch]


@pytest.fixture
def practices(tmp_path: Path) -> Path:
    """A copy of the small site's records, to change."""
    return Path(shutil.copytree(SITE, tmp_path / "practices"))


@pytest.fixture
def store(tmp_path: Path) -> Store:
    return Store(tmp_path / "cache" / "schede.sqlite")


def made(practices: Path, store: Store) -> tuple[Site, list[str]]:
    """The site, if nothing is wrong with the records, and what is."""
    catalogue, problems = load_catalogue(practices, "practices", here, store)
    outputs = () if problems else all_outputs(catalogue, TODAY, PUBLISHER, store)
    problems += sorted(check(catalogue, TODAY, here, store))
    return {output.address: output for output in outputs}, [str(problem) for problem in problems]


@pytest.fixture
def busy(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """The records that were read, and not found in the store."""
    done = []
    read = reading._read

    def noted_read(known: Known, document: reading.Document) -> object:
        done.append(document.ref.id)
        return read(known, document)

    monkeypatch.setattr(reading, "_read", noted_read)
    return done


def edit(path: Path, old: str, new: str) -> None:
    text = path.read_text(encoding="utf-8")
    assert old in text
    path.write_text(text.replace(old, new), encoding="utf-8")


def test_nothing_is_done_twice(practices: Path, store: Store, busy: list[str]) -> None:
    cold = made(practices, store)
    assert busy
    busy.clear()

    assert made(practices, store) == cold == made(practices, store)
    assert not busy


def test_an_edit_does_what_depends_on_it(practices: Path, store: Store, busy: list[str]) -> None:
    made(practices, store)
    busy.clear()
    edit(practices / "esperienze" / "orti-di-prova.yml", "titolo: Orti", "titolo: Grandi orti")
    warm = made(practices, store)

    assert busy == ["orti-di-prova"]
    assert warm == made(practices, NO_STORE)


def test_rules_look_only_into_records_of_which_there_is_something_to_say(
    practices: Path, store: Store
) -> None:
    def found(day: date) -> tuple[list[str], set[str]]:
        catalogue, _ = load_catalogue(practices, "practices", here, store)
        said = [str(problem) for problem in check(catalogue, day, here, store)]
        return said, {ref.id for ref, entry in catalogue.entries.items() if entry.held.is_open}

    found(date(2019, 6, 1))
    taken_up = {"compost-a-provaland", "compost-di-quartiere", "orti-altrove", "orti-di-prova"}
    for day in (date(2019, 6, 1), date(2022, 6, 1), date(2032, 6, 1)):
        catalogue, _ = load_catalogue(practices, "practices")
        said, opened = found(day)

        assert said == [str(problem) for problem in check(catalogue, day)]
        assert opened <= taken_up | {Path(line.partition(":")[0]).stem for line in said}


@pytest.mark.parametrize(
    "change",
    [
        lambda folder: (folder / "strumenti").rename(folder / "altrove"),
        lambda folder: (folder / "esperienze" / "orti-di-prova.yml").unlink(),
        lambda folder: (folder / "esperienze" / "orti-di-prova.yml").rename(
            folder / "esperienze" / "orti-cambiati.yml"
        ),
        lambda folder: edit(folder / "vocabolari" / "temi.yml", "Rifiuti", "Immondizia"),
        lambda folder: edit(folder / "vocabolari" / "temi.yml", "rifiuti:", "altro:"),
        lambda folder: edit(folder / "glossario.yml", "nome:", "nomme:"),
    ],
)
def test_whatever_changes_between_two_runs_the_second_is_as_if_cold(
    change: Callable[[Path], object], practices: Path, store: Store
) -> None:
    made(practices, store)
    change(practices)

    assert made(practices, store) == made(practices, NO_STORE)


@pytest.mark.parametrize(
    ("change", "changed"),
    [
        (lambda folder: None, set()),
        (
            lambda folder: edit(
                folder / "esperienze" / "orti-di-prova.yml", "titolo: Orti", "titolo: Grandi orti"
            ),
            {"orti-di-prova"},
        ),
        (lambda folder: edit(folder / "vocabolari" / "temi.yml", "Rifiuti", "Immondizia"), None),
    ],
)
def test_the_digest_of_a_record_stays_while_all_that_it_is_read_from_does(
    change: Callable[[Path], object], changed: set[str] | None, practices: Path, store: Store
) -> None:
    def digests() -> dict[Ref, bytes]:
        catalogue, _ = load_catalogue(practices, "practices", here, store)
        return {ref: entry.digest for ref, entry in catalogue.entries.items()}

    before = digests()
    change(practices)
    after = digests()

    assert all(len(digest) == 16 for digest in before.values())
    assert len(set(before.values())) == len(before)
    different = {ref.id for ref in before if before[ref] != after.get(ref)}
    assert different == ({ref.id for ref in before} if changed is None else changed)


def test_an_id_taken_on_trust_is_not_trusted_later(practices: Path, store: Store) -> None:
    """A vocabulary with a mistake hides what its records may name; mended, it hides no more."""
    themes = practices / "vocabolari" / "temi.yml"
    edit(practices / "esperienze" / "orti-di-prova.yml", "temi: [", "temi: [mai-visto, ")
    good = themes.read_text(encoding="utf-8")
    themes.write_text(f"{good}Sbagliata: x\n", encoding="utf-8")
    made(practices, store)
    themes.write_text(good, encoding="utf-8")

    _, problems = made(practices, store)
    assert any("mai-visto" in problem for problem in problems)


def spoil_every_value(path: Path, by: Callable[[bytes], object]) -> None:
    with sqlite3.connect(path) as file:
        rows = file.execute("SELECT shelf, key, value FROM kept").fetchall()
        for shelf, key, value in rows:
            file.execute(
                "UPDATE kept SET value = ? WHERE shelf = ? AND key = ?", (by(value), shelf, key)
            )
    file.close()


def replace_by_a_foreign_database(path: Path) -> None:
    path.unlink()
    with sqlite3.connect(path) as file:
        file.execute("CREATE TABLE kept (nome)")
    file.close()


@pytest.mark.parametrize(
    "spoil",
    [
        lambda path: path.write_bytes(b""),
        lambda path: path.write_bytes(b"altro" * 1000),
        lambda path: path.write_bytes(path.read_bytes()[:9_000]),
        lambda path: path.write_bytes(path.read_bytes()[:8_000] + b"?" * 50_000),
        replace_by_a_foreign_database,
        lambda path: spoil_every_value(path, lambda value: value[:-1]),
        lambda path: spoil_every_value(path, lambda value: b"x" + value[1:]),
        lambda path: spoil_every_value(path, lambda value: "testo"),
        lambda path: spoil_every_value(path, lambda value: None),
    ],
)
def test_what_is_spoiled_is_as_if_it_were_not_there_and_is_written_anew(
    spoil: Callable[[Path], object], practices: Path, store: Store, busy: list[str]
) -> None:
    cold = made(practices, store)
    assert store.path
    spoil(store.path)

    assert made(practices, store) == cold
    made(practices, store)
    busy.clear()
    assert made(practices, store) == cold
    assert not busy


def test_a_folder_that_takes_no_file_keeps_nothing(practices: Path, tmp_path: Path) -> None:
    (tmp_path / "file").write_text("")

    assert made(practices, Store(tmp_path / "file" / "x")) == made(practices, NO_STORE)


def test_runs_in_several_processes_keep_and_find_the_same(
    practices: Path, store: Store, busy: list[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(workers, "cores", lambda: 2)
    monkeypatch.setattr(workers, "_FEW", 1)
    monkeypatch.setattr(workers, "_BATCH", 3)
    load_catalogue(practices, "practices", in_processes, store)
    busy.clear()

    found = made(practices, store)
    assert not busy
    assert found == made(practices, NO_STORE)


def test_two_runs_at_once_say_what_one_says(practices: Path, tmp_path: Path) -> None:
    command = [sys.executable, "-m", "generator", "check", "--practices", str(practices)]
    environment = os.environ | {"PORTAL_CACHE": str(tmp_path / "cache")}

    def start() -> subprocess.Popen[str]:
        return subprocess.Popen(
            command, cwd=ROOT, env=environment, stdout=subprocess.PIPE, text=True
        )

    said = [run.communicate()[0] for run in (start(), start())]
    assert said[0] == said[1] == start().communicate()[0]
    assert "perhaps-outdated" in said[0]


def test_what_no_run_uses_goes_once_there_is_too_much_of_it(store: Store) -> None:
    def keep(names: range) -> None:
        kept = (numbered(number) for number in names)
        assert list(store.keeping("prova", kept)) == [*names]

    keep(range(1_500))
    keep(range(1_500, 1_510))
    keys = [numbered(number).key for number in (0, 1_499, 1_500, 1_509)]

    assert store.found("prova", keys).keys() == set(keys[2:])


def test_of_large_results_no_more_is_spared_than_is_said(store: Store) -> None:
    for name in range(4):
        list(store.keeping("prova", [numbered(name)], spare=1))

    kept = [store.found("prova", [numbered(name).key]) for name in range(4)]
    assert list(map(bool, kept)) == [False, False, False, True]


def numbered(number: int) -> Made[int]:
    key = number.to_bytes(16, "big")
    return Made(key, key, number)


def test_nothing_but_values_comes_out_of_what_was_packed() -> None:
    for value in (print, Path("x"), shutil.copytree, NO_STORE.found):
        with pytest.raises((pickle.UnpicklingError, AttributeError)):
            unpacked(pickle.dumps(value), {})
