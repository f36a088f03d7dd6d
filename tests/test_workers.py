"""Work that splits gives the same, wherever it is done and whatever happens to who does it."""

import os
import shutil
import signal
import threading
from collections.abc import Sequence
from datetime import date
from pathlib import Path

import pytest

from generator import workers
from generator.catalogue import Catalogue, load_catalogue
from generator.outputs import Lot
from generator.packing import unpacked
from generator.problems import Problem
from generator.site import build_site
from generator.values import Ref
from generator.workers import Workers, here, in_processes
from tests.building import PUBLISHER
from tests.test_cases import CASES, SITE, load

MANY = 400
"""Items enough for a pool."""


@pytest.fixture(autouse=True)
def two_cores(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(workers, "cores", lambda: 2)


@pytest.fixture(scope="module")
def content(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The small site with the document of every case, three times over."""
    folder = tmp_path_factory.mktemp("content") / "practices"
    shutil.copytree(SITE, folder)
    for number, path in enumerate(CASES * 3):
        case = load(path)
        data = bytes.fromhex(case["bytes"]) if "bytes" in case else case["document"].encode()
        (folder / "esperienze" / f"caso-{number}.yml").write_bytes(data)
    (folder / "esperienze" / "altrove.yml").symlink_to(folder / "esperienze" / "caso-0.yml")
    return folder


def loaded(content: Path, by: Workers) -> tuple[Catalogue, list[Problem]]:
    return load_catalogue(content, "practices", by)


def test_a_pool_reads_what_one_process_reads(content: Path) -> None:
    catalogue, problems = loaded(content, here)

    assert loaded(content, in_processes) == (catalogue, problems)
    assert len(problems) > MANY
    assert len(catalogue.entries) > MANY / 20


def test_a_term_stays_one_object_whoever_reads_the_record(content: Path) -> None:
    catalogue, _ = loaded(content, in_processes)
    record = catalogue.entries[Ref("esperienze", "orti-di-prova")].record

    for theme in getattr(record, "themes"):  # noqa: B009  # other record types have none
        assert theme is catalogue.vocabularies["temi"][theme.id]


def test_a_pool_makes_the_site_that_one_process_makes(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(workers, "_FEW", 1)
    monkeypatch.setattr(workers, "_BATCH", 3)
    catalogue, _ = load_catalogue(SITE, "practices")

    def made(by: Workers) -> list[tuple[object, object]]:
        site = build_site(catalogue, date(2024, 6, 1), PUBLISHER)
        (lot,) = (output for output in site if isinstance(output, Lot))
        pages = by(type(lot).make, lot, range(len(lot.heads)))
        return [(outputs, unpacked(trace, {})) for outputs, trace in pages]

    assert made(in_processes) == made(here)


def doubled(process: int, batch: Sequence[int]) -> list[int]:
    """Twice each number, by another process than the given one."""
    assert os.getpid() != process
    return [2 * number for number in batch]


def doubled_or_killed(process: int, batch: Sequence[int]) -> list[int]:
    """Twice each number, where the given process asks; the others are killed half way."""
    if MANY // 2 in batch and os.getpid() != process:
        os.kill(os.getpid(), signal.SIGKILL)
    return [2 * number for number in batch]


def test_where_threads_forbid_forks_processes_are_spawned() -> None:
    ended = threading.Event()
    thread = threading.Thread(target=ended.wait)
    thread.start()
    try:
        assert list(in_processes(doubled, os.getpid(), range(MANY))) == list(range(0, 2 * MANY, 2))
    finally:
        ended.set()
        thread.join()


def test_what_a_killed_process_leaves_undone_is_done_here() -> None:
    found = list(in_processes(doubled_or_killed, os.getpid(), range(MANY)))

    assert found == list(range(0, 2 * MANY, 2))


def test_few_items_start_no_process() -> None:
    with pytest.raises(AssertionError):
        list(in_processes(doubled, os.getpid(), range(10)))
