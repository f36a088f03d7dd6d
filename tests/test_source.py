"""Reading: bytes of any kind give a node or problems, never an exception; links are refused."""

import os
import shutil
from datetime import date
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from generator.catalogue import load_catalogue
from generator.composer import Node
from generator.reader import read_record
from generator.records import RECORD_TYPES
from generator.rules import check
from generator.source import MAX_BYTES, read_bytes, read_file
from generator.values import Known

SITE = Path(__file__).parent / "site" / "practices"
CATALOGUE, _ = load_catalogue(SITE, "practices")
KNOWN = Known(
    CATALOGUE.vocabularies,
    {
        name: frozenset(entry.ref.id for entry in CATALOGUE.of(kind.record))
        for name, kind in RECORD_TYPES.items()
    },
)
SEEDS = [path.read_bytes() for path in sorted(SITE.rglob("*.yml"))]
WORDS = [
    "titolo",
    "temi",
    "fonti",
    "rinviato",
    "comune-di-prova",
    "[",
    "]",
    "{",
    "}",
    "|",
    "&a",
    "*a",
    "<<",
    '"',
    "'",
    "%",
    "?",
    "#",
    "!!str",
]
YAML_BITS = st.sampled_from([*WORDS, ": ", "\n", "  ", "- ", "---\n", "\t", "\u202e"])


def read_all(data: bytes) -> None:
    for kind in RECORD_TYPES.values():
        source = read_bytes(data, "prova.yml")
        if source.node is None:
            assert source.problems
        else:
            record, problems = read_record(kind.record, source.node, KNOWN)
            assert record is None or not problems
            assert all(str(problem).startswith("prova.yml:") for problem in problems)


@given(st.binary(max_size=2000))
@settings(deadline=None)
def test_bytes_of_any_kind(data: bytes) -> None:
    read_all(data)


@given(st.text(max_size=500))
@settings(deadline=None)
def test_text_of_any_kind(text: str) -> None:
    read_all(text.encode("utf-8", "surrogatepass"))


@given(st.lists(YAML_BITS, max_size=60).map("".join))
@settings(deadline=None)
def test_pieces_of_yaml(text: str) -> None:
    read_all(text.encode())


@given(st.sampled_from(SEEDS), st.data())
@settings(deadline=None)
def test_a_good_record_with_a_bad_piece(seed: bytes, data: st.DataObject) -> None:
    place = data.draw(st.integers(0, len(seed)))
    length = data.draw(st.integers(0, 40))
    read_all(seed[:place] + data.draw(st.binary(max_size=40)) + seed[place + length :])


@pytest.mark.parametrize(
    "nested", [b"[" * 100_000, b"{a: " * 60_000, b"- " * 100_000, b"? " * 9_000]
)
def test_deep_nesting_is_refused_without_recursion(nested: bytes) -> None:
    (problem,) = read_bytes(nested, "prova.yml").problems

    assert problem.code == "too-deep"


def test_aliases_do_not_multiply() -> None:
    lines = ["a0: &a0 [x, x, x, x, x, x, x, x, x, x]"]
    lines += [f"a{n}: &a{n} [{', '.join([f'*a{n - 1}'] * 10)}]" for n in range(1, 10)]
    source = read_bytes("\n".join(lines).encode(), "prova.yml")

    assert {problem.code for problem in source.problems} == {"yaml-anchor"}
    assert isinstance(source.node, Node)


def test_links_are_not_followed(tmp_path: Path) -> None:
    real = tmp_path / "vera.yml"
    real.write_text("titolo: x", encoding="utf-8")
    (tmp_path / "simbolico.yml").symlink_to(real)
    os.mkfifo(tmp_path / "coda.yml")

    for name in ("simbolico.yml", "coda.yml", "assente.yml"):
        (problem,) = read_file(tmp_path / name, name).problems
        assert problem.code == "not-a-file"
    os.link(real, tmp_path / "fisico.yml")
    (problem,) = read_file(real, "vera.yml").problems
    assert problem.code == "not-a-file"


def test_a_file_at_the_limit_is_read(tmp_path: Path) -> None:
    path = tmp_path / "grande.yml"
    path.write_text("titolo: x\n#" + "x" * (MAX_BYTES - 11), encoding="utf-8")
    assert read_file(path, "grande.yml").problems == ()

    path.write_text("titolo: x\n#" + "x" * (MAX_BYTES - 10), encoding="utf-8")
    (problem,) = read_file(path, "grande.yml").problems
    assert problem.code == "file-too-large"


def test_a_folder_that_is_not_there_is_not_an_empty_one(tmp_path: Path) -> None:
    _, problems = load_catalogue(tmp_path / "assente", "assente")

    assert [problem.code for problem in problems] == ["no-such-folder"]


def test_a_key_in_quotes_with_a_space_still_has_a_place(tmp_path: Path) -> None:
    folder = tmp_path / "practices"
    shutil.copytree(SITE, folder)
    path = folder / "pratiche" / "compost-di-quartiere.yml"
    path.write_text(path.read_text(encoding="utf-8").replace("aggiornata_il:", '"aggiornata_il ":'))
    catalogue, _ = load_catalogue(folder, "practices")
    found = [
        problem for problem in check(catalogue, date(2030, 1, 1)) if "compost-di" in str(problem)
    ]

    assert [problem.code for problem in found] == ["perhaps-outdated"]


def test_a_folder_of_records_is_not_a_link(tmp_path: Path) -> None:
    folder = tmp_path / "practices"
    shutil.copytree(SITE, folder)
    (folder / "eventi").rename(tmp_path / "altrove")
    (folder / "eventi").symlink_to(tmp_path / "altrove")
    _, problems = load_catalogue(folder, "practices")

    assert str(problems[0]).startswith("practices/eventi:1:1: errore: -:")


def test_an_odd_file_name_stays_on_one_line(tmp_path: Path) -> None:
    folder = tmp_path / "practices"
    shutil.copytree(SITE, folder)
    (folder / "esperienze" / "a\n::warning::finto\x1b.yml").write_text("titolo: x")
    (folder / "esperienze" / os.fsdecode(b"\xff.yml")).write_text("titolo: x")
    lines = [str(problem) for problem in load_catalogue(folder, "practices")[1]]

    assert len(lines) == 2
    assert all(line.isprintable() and line.encode() for line in lines)
