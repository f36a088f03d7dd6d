"""The one layout: no value and no comment is ever lost, and a second time changes nothing."""

import shutil
import stat
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
import yaml
from hypothesis import given, settings
from hypothesis import strategies as st

from generator.__main__ import main
from generator.comments import comments
from generator.composer import Node, Pairs
from generator.layout import Shape, laid_out
from generator.records import RECORD_TYPES
from generator.scalars import scalar
from generator.source import read_bytes, read_file

ROOT = Path(__file__).parent.parent
LAYOUTS = sorted((ROOT / "tests" / "layouts").glob("*.yml"))
SHIPPED = sorted((ROOT / "practices").rglob("*.yml"))
EXPERIENCE = Shape(RECORD_TYPES["esperienze"].record)

WORDS = st.text(st.sampled_from("aè0 19:#-?'\"\\[]{},&*!|>%@`~.eE+x/=_\u00a0€😀"), max_size=12)
LINES = st.lists(WORDS, min_size=1, max_size=4).map("\n".join)
KEYS = st.sampled_from(["titolo", "temi", "fonti", "durata_mesi", "lezioni", "rinviato", "0123"])
VALUES = st.recursive(
    LINES | st.none(),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(KEYS | WORDS, inner, max_size=3),
    max_leaves=8,
)
SIGNS = st.sampled_from(["\n", "\n  ", "\n    ", "\n- ", "\n\n", "- ", "  ", ", ", ": ", *"[]{}~'"])
PIECES = SIGNS | st.sampled_from(
    ["titolo: ", "fonti:", "lezioni: ", "x", "'0'", "12", "# c", " # d\n", "|\n", ">-\n"]
)


def load(path: Path) -> dict[str, Any]:
    case: dict[str, Any] = yaml.safe_load(path.read_text(encoding="utf-8"))
    assert case.keys() <= {"file", "before", "after"}, "misspelt key"
    return case


def content(node: Node | None) -> object:
    """The values of a node as the reader sees them, fields in a fixed order."""
    match node:
        case None:
            return None
        case Node(value=Pairs(entries)):
            return sorted((key.text(), str(content(value))) for key, value in entries)
        case Node(value=list(items)):
            return [content(item) for item in items]
        case Node(value=str()):
            return node.text()
        case _:
            return None


def keys(node: Node) -> Iterator[Node]:
    """The keys of a node and of all that it holds."""
    match node.value:
        case Pairs(entries):
            for key, value in entries:
                yield key
                yield from keys(value)
        case list(items):
            for item in items:
                yield from keys(item)


def check_layout(before: str) -> None:
    """The layout of a file without errors loses nothing and is the last word."""
    source = read_bytes(before.encode(), "prova.yml")
    if source.refused or source.node is None or not isinstance(source.node.value, Pairs):
        return
    if not source.node.value.entries:
        return  # `{}`: without fields there is no other way to write it
    text = laid_out(source.node, before, EXPERIENCE)
    if text is None:
        assert not all(isinstance(key.value, str) for key in keys(source.node))
        return
    again = read_bytes(text.encode(), "prova.yml")
    assert again.node is not None
    assert not again.refused
    assert content(again.node) == content(source.node)
    assert Counter(found.text for found in comments(text)) == Counter(
        found.text for found in comments(before)
    )
    assert laid_out(again.node, text, EXPERIENCE) == text


@pytest.mark.parametrize("path", LAYOUTS, ids=lambda path: path.stem)
def test_layout(path: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    case = load(path)
    file = tmp_path / case.get("file", "esperienze/prova.yml")
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_text(case["before"], encoding="utf-8")
    after = case.get("after", case["before"])

    assert main(["fmt", "--check", str(file)]) == int(after != case["before"])
    assert file.read_text(encoding="utf-8") == case["before"]
    assert main(["fmt", str(file)]) == 0
    assert file.read_text(encoding="utf-8") == after
    assert main(["fmt", "--check", str(file)]) == 0


@given(WORDS)
def test_every_reader_reads_the_text_that_was_written(words: str) -> None:
    text = " ".join(words.split())
    (pair,) = read_bytes(f"a: {scalar(text)}\n".encode(), "").node.pairs()  # type: ignore[union-attr]

    assert pair[1].text() == text
    if scalar(text) != text:  # quoted, so that readers of any version agree
        assert yaml.safe_load(scalar(text)) == text


@given(st.dictionaries(KEYS | WORDS, VALUES, min_size=1, max_size=4))
@settings(deadline=None)
def test_any_values(values: dict[str, object]) -> None:
    check_layout(yaml.safe_dump(values, allow_unicode=True))


@given(st.lists(PIECES, max_size=30).map("".join))
@settings(deadline=None)
def test_pieces_of_yaml_with_comments(text: str) -> None:
    check_layout(text)


def test_no_value_and_no_comment_of_a_shipped_file_changes(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    shutil.copytree(ROOT / "practices", tmp_path / "practices")
    monkeypatch.chdir(tmp_path)

    assert main(["fmt", "--practices", "practices"]) == 0
    for path in SHIPPED:
        tidied = tmp_path / path.relative_to(ROOT)
        assert content(read_file(path, "").node) == content(read_file(tidied, "").node), path
        before, after = (comments(file.read_text(encoding="utf-8")) for file in (path, tidied))
        assert sorted(found.text for found in before) == sorted(found.text for found in after)
    capsys.readouterr()
    assert main(["fmt", "--check", "--practices", "practices"]) == 0
    assert capsys.readouterr().out == ""


@pytest.fixture
def record(tmp_path: Path) -> Path:
    path = tmp_path / "practices" / "esperienze" / "prova.yml"
    path.parent.mkdir(parents=True)
    return path


def test_a_file_with_errors_is_left_alone(record: Path, capsys: pytest.CaptureFixture[str]) -> None:
    text = "titolo: Orti: un caso\n"
    record.write_text(text, encoding="utf-8")

    assert main(["fmt", str(record)]) == 1
    printed = capsys.readouterr()
    assert "[yaml-syntax]" in printed.err
    assert "Lasciati com'erano: 1." in printed.err
    assert record.read_text(encoding="utf-8") == text


@pytest.mark.parametrize("text", ["[a]: b\n", "- titolo\n", "titolo\n", ": x\n"])
def test_what_is_no_record_is_left_alone(text: str, record: Path) -> None:
    record.write_text(text, encoding="utf-8")

    assert main(["fmt", str(record)]) == 1
    assert record.read_text(encoding="utf-8") == text


def test_a_link_is_left_alone(record: Path, tmp_path: Path) -> None:
    target = tmp_path / "altrove.yml"
    target.write_text("titolo: 'x'\n", encoding="utf-8")
    record.symlink_to(target)

    assert main(["fmt", str(record.parent)]) == 1
    assert record.is_symlink()
    assert target.read_text(encoding="utf-8") == "titolo: 'x'\n"


def test_a_file_keeps_its_permissions_and_nothing_stays_beside_it(record: Path) -> None:
    record.write_bytes(b"temi: [a]\r\n")
    record.chmod(0o640)

    assert main(["fmt", "--practices", str(record.parent.parent)]) == 0
    assert record.read_bytes() == b"temi:\n  - a\n"
    assert stat.S_IMODE(record.stat().st_mode) == 0o640
    assert list(record.parent.iterdir()) == [record]


@pytest.mark.parametrize("name", ["assente.yml", "README.md", "altro/x.yml", "vocabolari/boh.yml"])
def test_wrong_usage(name: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    path = tmp_path / name
    if name != "assente.yml":
        path.parent.mkdir(exist_ok=True)
        path.write_text("titolo: x\n", encoding="utf-8")

    assert main(["fmt", str(path)]) == 2
    assert str(path) in capsys.readouterr().err
