"""What is skimmed is what the reader reads, and only where the reader has nothing to say."""

from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from generator.reader import read_record
from generator.records import RECORD_TYPES
from generator.skimming import skimmed
from generator.source import read_bytes
from tests.test_cases import CASES, SITE, contents, load
from tests.test_source import KNOWN, YAML_BITS

RECORDS = sorted(path for name in RECORD_TYPES for path in (SITE / name).glob("*.yml"))
GOOD = (SITE / "amministrazioni" / "comune-di-prova.yml").read_text(encoding="utf-8")
ODD = {
    "tipo: comuni": [
        "tipo: &a comuni",
        "tipo: !!str comuni",
        "tipo: ! comuni",
        "tipo: [comuni]",
        "tipo: {comuni: si}",
        "tipo: comuni # forse",
        'tipo: "comuni\\u200b"',
        "tipo: ~",
        "tipo: altro",
        "tipo: comuni\ntipo: comuni",
        "tipo: comuni\n? [a]\n: b",
        "tipo: comuni\n~: b",
        "tipo: comuni\n'': b",
        "tipo: comuni\n<<: {nomi_precedenti: b}",
        "tippo: comuni",
    ],
    "pilota_di: [progetto-di-prova]": [
        "pilota_di: &a [progetto-di-prova]",
        "pilota_di: !!seq [progetto-di-prova]",
        "pilota_di: [progetto-di-prova, progetto-di-prova]",
        "pilota_di: [progetto-di-prova, ]\nnomi_precedenti: *a",
        "pilota_di: [progetto-di-prova, '']",
        "pilota_di: [[progetto-di-prova]]",
        "pilota_di: progetto-di-prova",
        "pilota_di: {}",
        "pilota_di: un\n  - progetto-di-prova",
        f"pilota_di: [{', '.join(f'p{number}' for number in range(201))}]",
        f"pilota_di: {'[' * 12}progetto-di-prova{']' * 12}",
    ],
    "nome: Comune di Prova": [
        "nome: Comune\u200b di Prova",
        "nome:\tComune di Prova",
        "--- {}\n---\nnome: Comune di Prova",
        "nome: [Comune di Prova",
        "\ufeffnome: Comune di Prova",
    ],
    GOOD: ["", "~", "testo", "[]", "{}", "# solo un commento", "\n" * 5_001 + GOOD, "x" * 300_000],
}
FINE = {
    "nome: Comune di Prova": [
        '"nome": "Comune di\\x20Prova"',
        "nome: Comune\n  di-Prova\n  e-altro",
        "# un commento\nnome: 'Comune di Prova'\n  # un altro",
        "nome: >-\n  Comune\n  di Prova",
        "nome: Comune di Prova\r\nnomi_precedenti:",
        "---\nnome: Comune di Prova",
        "nome: Comune di Prova e del pero\u0300",
    ],
}


def of(folder: str, data: bytes) -> object | None:
    """What is skimmed; the reader must give the same, without problems."""
    kind = RECORD_TYPES[folder].record
    record = skimmed(kind, data, KNOWN)
    if record is not None:
        source = read_bytes(data, "prova.yml")
        assert source.node and not source.problems
        assert read_record(kind, source.node, KNOWN) == (record, [])
    return record


@pytest.mark.parametrize("path", RECORDS, ids=lambda path: path.stem)
def test_good_records_are_skimmed(path: Path) -> None:
    assert of(path.parent.name, path.read_bytes()) is not None


@pytest.mark.parametrize("path", CASES, ids=lambda path: path.stem)
def test_bad_ones_are_left_to_the_reader(path: Path) -> None:
    for name, data in contents(load(path)).items():
        folder = name.partition("/")[0]
        if folder in RECORD_TYPES:
            of(folder, data)


def changed(changes: dict[str, list[str]]) -> list[bytes]:
    return [GOOD.replace(old, new).encode() for old in changes for new in changes[old]]


@pytest.mark.parametrize("data", changed(ODD))
def test_whatever_is_out_of_the_ordinary_is_left_to_the_reader(data: bytes) -> None:
    assert of("amministrazioni", data) is None


@pytest.mark.parametrize("data", changed(FINE))
def test_whatever_the_reader_takes_without_a_word_is_skimmed(data: bytes) -> None:
    assert of("amministrazioni", data) is not None


@given(st.sampled_from(RECORDS), st.data())
@settings(deadline=None)
def test_a_good_record_with_a_piece_of_yaml(path: Path, data: st.DataObject) -> None:
    seed = path.read_bytes()
    place = data.draw(st.integers(0, len(seed)))
    piece = "".join(data.draw(st.lists(YAML_BITS, max_size=4))).encode()
    of(path.parent.name, seed[:place] + piece + seed[place + data.draw(st.integers(0, 9)) :])
