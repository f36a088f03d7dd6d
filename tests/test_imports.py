"""Every case in imports/ is a file that somebody has, what is said of it, and the drafts it gives.

`UPDATE_GOLDEN=1` writes anew what the cases expect; the diff is then read like any other.
"""

import contextlib
import io
import os
import re
import shutil
import unicodedata
import zipfile
from datetime import date
from pathlib import Path
from typing import Any

import openpyxl
import pytest
import yaml
from hypothesis import example, given, settings
from hypothesis import strategies as st
from openpyxl.comments import Comment

from generator.__main__ import main
from generator.catalogue import load_catalogue
from generator.imports.pieces import Doubt, Draft, Piece
from generator.imports.table import MAX_COLUMNS, MAX_ROWS
from generator.imports.wording import COMMENTS
from generator.imports.workbook import MAX_ENTRIES, MAX_UNPACKED, workbook_table
from generator.imports.writing import draft_yaml
from generator.problems import Invalid
from generator.records import RECORD_TYPES
from generator.rules import check
from generator.source import read_bytes, without_hidden

HERE = Path(__file__).parent / "imports"
SITE = HERE.parent / "site" / "practices"
CASES = sorted((HERE / "cases").glob("*.yml"))
TODAY = date(2020, 1, 1)


class _Layout(yaml.SafeDumper):
    """Texts of several lines after `|`, as people read them."""


def _text(dumper: yaml.SafeDumper, text: str) -> yaml.ScalarNode:
    style = "|" if "\n" in text else None
    return dumper.represent_scalar("tag:yaml.org,2002:str", text, style=style)


_Layout.add_representer(str, _text)


def expect(path: Path, found: dict[str, Any]) -> None:
    """Write what a case expects, below what it gives."""
    given = path.read_text(encoding="utf-8").split("\nstatus:")[0].rstrip("\n")
    text = yaml.dump(found, Dumper=_Layout, sort_keys=False, allow_unicode=True, width=100)
    path.write_text(f"{given}\n{text}", encoding="utf-8")


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder with the small site as its content, in force."""
    shutil.copytree(SITE, tmp_path / "practices")
    monkeypatch.setenv("PORTAL_PRACTICES", "practices")
    monkeypatch.chdir(tmp_path)
    return tmp_path


def written(case: dict[str, Any], folder: Path) -> str:
    """Put the case's file in the folder: as it is, as bytes, or as the sheets of a workbook."""
    name: str = case["file"]
    if "sheets" in case:
        book = openpyxl.Workbook()
        book.remove(book.worksheets[0])
        for title, rows in case["sheets"].items():
            sheet = book.create_sheet(title)
            for row in rows:
                sheet.append(row)
        book.save(folder / name)
    elif "text" in case:
        (folder / name).write_bytes(case["text"].encode(case.get("encoding", "utf-8")))
    else:
        shutil.copy(HERE / name, folder)
    return name


@pytest.mark.parametrize("path", CASES, ids=lambda path: path.stem)
def test_case(path: Path, folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    case = yaml.safe_load(path.read_text(encoding="utf-8"))
    shutil.copy(HERE / "mappa.yml", folder)
    for name, text in case.get("files", {}).items():
        (folder / name).write_text(text, encoding="utf-8")
    before = set(folder.rglob("*"))
    arguments = ["import", written(case, folder), *case.get("arguments", [])]
    status = main(arguments)
    printed = capsys.readouterr()
    drafts = sorted(
        path for path in set(folder.rglob("*.yml")) - before if path.parent.name in RECORD_TYPES
    )
    catalogue, problems = load_catalogue(folder / "practices", "practices")
    names = {path.relative_to(folder).as_posix() for path in drafts}
    found: dict[str, Any] = {
        "status": status,
        "output": printed.out.splitlines(),
        "errors": printed.err.splitlines(),
        "drafts": {
            path.relative_to(folder).as_posix(): path.read_text(encoding="utf-8") for path in drafts
        },
        "problems": [
            str(problem)
            for problem in sorted([*problems, *check(catalogue, TODAY)])
            if problem.location.path in names
        ],
    }
    if os.environ.get("UPDATE_GOLDEN"):
        expect(path, found)
        return

    assert found == {key: case.get(key) for key in found}


def test_a_draft_is_not_overwritten(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    shutil.copy(HERE / "pagina.txt", folder)
    assert main(["import", "pagina.txt"]) == 0
    draft = folder / "practices" / "esperienze" / "compost-a-scuola.yml"
    draft.write_text("titolo: Mia", encoding="utf-8")

    assert main(["import", "pagina.txt"]) == 1
    assert "c'è già" in capsys.readouterr().err
    assert draft.read_text(encoding="utf-8") == "titolo: Mia"


@pytest.mark.parametrize("name", ["assente.csv", "practices", "vuoto.xlsx", "vecchio.xls"])
def test_what_cannot_be_read_is_wrong_usage(name: str, folder: Path) -> None:
    (folder / "vuoto.xlsx").write_bytes(b"")
    (folder / "vecchio.xls").write_bytes(b"\xd0\xcf\x11\xe0")

    assert main(["import", name]) == 2


def test_names_are_looked_up_in_a_folder_that_is_there(folder: Path) -> None:
    shutil.copy(HERE / "pagina.txt", folder)

    assert main(["import", "pagina.txt", "--practices", "assente"]) == 2


def workbook(rows: list[list[Any]]) -> bytes:
    book = openpyxl.Workbook()
    for row in rows:
        book.worksheets[0].append(row)
    data = io.BytesIO()
    book.save(data)
    return data.getvalue()


def rewritten(data: bytes, replace: dict[str, bytes], add: int = 0) -> bytes:
    """A workbook with some of its parts replaced, and others added."""
    made = io.BytesIO()
    with (
        zipfile.ZipFile(io.BytesIO(data)) as old,
        zipfile.ZipFile(made, "w", zipfile.ZIP_DEFLATED) as new,
    ):
        for entry in old.infolist():
            new.writestr(entry.filename, replace.get(entry.filename, old.read(entry)))
        for number in range(add):
            new.writestr(f"xl/media/{number}.bin", b"")
    return made.getvalue()


SHEET = "xl/worksheets/sheet1.xml"
PLAIN = workbook([["titolo"], ["Orti"]])


@pytest.mark.parametrize(
    ("parts", "added", "code"),
    [
        ({SHEET: b" " * (MAX_UNPACKED + 1)}, 0, "workbook-too-large"),
        ({}, MAX_ENTRIES, "workbook-too-large"),
        ({SHEET: b'<!DOCTYPE x [<!ENTITY a "a">]><worksheet/>'}, 0, "workbook-with-entities"),
        ({SHEET: "<!DOCTYPE x>".encode("utf-16")}, 0, "workbook-with-entities"),
        ({SHEET: b"<worksheet"}, 0, "broken-workbook"),
        ({"xl/workbook.xml": b"<x/>"}, 0, "broken-workbook"),
    ],
    ids=["bomb", "entries", "entities", "utf-16", "xml", "parts"],
)
def test_a_workbook_that_could_do_harm_is_not_opened(
    parts: dict[str, bytes], added: int, code: str
) -> None:
    with pytest.raises(Invalid) as refused:
        workbook_table(rewritten(PLAIN, parts, added))
    assert refused.value.code == code


@settings(deadline=None)
@given(place=st.integers(0, len(PLAIN) - 1), byte=st.integers(0, 255), length=st.integers(1, 9_999))
def test_a_workbook_broken_anywhere_is_a_table_or_a_refusal(
    place: int, byte: int, length: int
) -> None:
    for data in (PLAIN[:place] + bytes([byte]) + PLAIN[place + 1 :], PLAIN[:length]):
        with contextlib.suppress(Invalid):
            workbook_table(data)


def test_a_formula_gives_what_it_gave_when_it_was_saved() -> None:
    data = workbook([["titolo", "durata"], ["Orti", "=1+{1}"], ["Rape", "=1/0"]])
    sheet = zipfile.ZipFile(io.BytesIO(data)).read(SHEET).decode()
    saved = re.sub(r"<f>1\+\{1\}</f><v></v>", "<f>1+{1}</f><v>2.5</v>", sheet)
    saved = re.sub(
        r'r="B3"([^>]*)><f>1/0</f><v></v>', r'r="B3" t="e"><f>1/0</f><v>#DIV/0!</v>', saved
    )
    table = workbook_table(rewritten(data, {SHEET: saved.encode()}))

    assert [dict(row.cells)["durata"] for row in table.rows] == ["2.5", "=1/0"]
    assert "=1+{1}" in table.rows[0].notes[0]
    assert "#DIV/0!" in table.rows[1].notes[0]


@pytest.mark.parametrize(
    ("rows", "code"),
    [
        ([["titolo"], *[["Orti"]] * (MAX_ROWS + 1)], "too-many-rows"),
        ([["titolo", *["x"] * MAX_COLUMNS], ["Orti"]], "too-many-columns"),
        ([["titolo"], ["Orti", *[None] * MAX_COLUMNS, "x"]], "too-many-columns"),
    ],
    ids=["rows", "columns", "far"],
)
def test_a_table_has_limits(rows: list[list[Any]], code: str) -> None:
    with pytest.raises(Invalid) as refused:
        workbook_table(workbook(rows))
    assert refused.value.code == code


def test_a_cell_of_a_megabyte_stays_where_it_is(
    folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    row = ["Orti", "x" * 2**20, *["z" * 19_000] * 20]
    header = ["titolo", "descrizione", *map(str, range(20))]
    (folder / "lungo.csv").write_text(f"{';'.join(header[:2])}\n{';'.join(row[:2])}\n")
    (folder / "largo.csv").write_text(f"{';'.join(header)}\n{';'.join(row)}\n")

    assert main(["import", "lungo.csv"]) == 0
    draft = (folder / "practices" / "esperienze" / "orti.yml").read_text(encoding="utf-8")
    assert "1048576 caratteri" in draft
    assert len(draft) < 1_000
    assert main(["import", "largo.csv", "--output", "bozze"]) == 1
    assert "[draft-too-large]" in capsys.readouterr().err


WORDS = st.text(
    st.sampled_from("aè:#-|>&*!%@`'\"{}[],?=~. \n0123456789") | st.characters(codec="utf-8"),
    max_size=40,
).map(lambda text: without_hidden(text)[0].strip())


@settings(deadline=None)
@given(title=WORDS, item=WORDS, rest=WORDS)
@example(title="a", item="a \n  \n b", rest="0 \n0")
def test_what_is_written_is_read_again(title: str, item: str, rest: str) -> None:
    draft = Draft("riga 2", "prova")
    draft.values = {"titolo": title, "supporto": [item], "contatto": {"ufficio": rest}}
    draft.doubts = {"stato": [Doubt(Piece(item, rest), title, "x")]}
    draft.rest = [Piece(rest, item)]
    text = draft_yaml(draft, RECORD_TYPES["esperienze"], title)
    source = read_bytes(text.encode(), "x.yml")

    assert source.node is not None and not source.problems, text
    values = {key.text(): value for key, value in source.node.pairs()}
    ((_, office),) = values["contatto"].pairs()
    found = [values["titolo"], values["supporto"].items()[0], office]
    assert ["" if node.is_null else node.text() for node in found] == [
        unicodedata.normalize("NFC", written) for written in (title, item, rest)
    ], text


def test_comments_beside_cells_are_said_to_be_left_out() -> None:
    book = openpyxl.Workbook()
    book.worksheets[0].append(["titolo", 0.1 + 0.2, 1e-7, 1e20])
    book.worksheets[0].append(["Orti", 0.1 + 0.2, 1e-7, 1e20])
    book.worksheets[0]["A2"].comment = Comment("Da rivedere", "Qualcuno")
    data = io.BytesIO()
    book.save(data)
    table = workbook_table(data.getvalue())

    assert table.notes == (COMMENTS,)
    assert [text for _, text in table.rows[0].cells] == ["Orti", "0.3", "0.0000001", "1" + "0" * 20]
