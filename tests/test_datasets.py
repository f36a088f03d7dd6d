"""The datasets: the same records in every form, nothing lost and nothing that runs."""

import json
import sqlite3
import subprocess
import sys
from contextlib import closing
from pathlib import Path
from typing import Any

import pytest

from generator.catalogue import load_catalogue
from generator.columns import HEAD, Column, blocks, columns, flat, shared_columns
from generator.exports.bulk import bulk
from generator.exports.datasets import addresses
from generator.outputs import Page
from generator.records import RECORD_TYPES
from generator.schema import schema_of
from generator.views.queries import QUERIES
from tests.building import PUBLISHER, ROOT, SMALL, all_outputs
from tests.tables import from_csv, from_json, from_lines, from_sqlite
from tests.test_golden import TODAY
from tests.test_rights import TEXTS

TABLES = ["catalogo", *RECORD_TYPES]


def written(practices: Path, folder: Path) -> Path:
    catalogue, _ = load_catalogue(practices, "practices")
    bulk(catalogue, PUBLISHER).write(folder)
    return folder / "dati"


@pytest.fixture(scope="module")
def small(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return written(SMALL, tmp_path_factory.mktemp("small"))


@pytest.fixture(scope="module")
def real(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return written(ROOT / "practices", tmp_path_factory.mktemp("real"))


def columns_of(table: str) -> tuple[Column, ...]:
    return columns(RECORD_TYPES[table].record) if table in RECORD_TYPES else shared_columns()


def asked(folder: Path, sql: str) -> list[tuple[Any, ...]]:
    with closing(sqlite3.connect(folder / "catalogo.sqlite")) as connection:
        return connection.execute(sql).fetchall()


@pytest.mark.parametrize("table", TABLES)
def test_every_form_has_the_same_records_in_the_same_order(
    small: Path, real: Path, table: str
) -> None:
    for folder in (small, real):
        full = from_json(folder / f"{table}.json")
        ids = [record["id"] for record in full]
        by_type = [tuple(name.split("/")) for name in ids]

        assert by_type == sorted(by_type)
        assert from_lines(folder / f"{table}.ndjson") == full
        for name, delimiter in ((f"{table}.csv", ","), (f"{table}-foglio.csv", ";")):
            rows = from_csv(folder / name, columns_of(table), delimiter)
            keys = {column.key for column in columns_of(table)}
            expected = [{k: v for k, v in flat(one).items() if k in keys} for one in full]
            assert rows == expected
        if table in RECORD_TYPES:
            assert from_sqlite(folder / "catalogo.sqlite", table) == [flat(one) for one in full]
        else:
            assert [one for (one,) in asked(folder, "SELECT id FROM schede ORDER BY riga")] == ids


def test_every_record_is_there_and_those_withdrawn_have_only_their_id(small: Path) -> None:
    catalogue, _ = load_catalogue(SMALL, "practices")
    found = {record["id"]: record for record in from_json(small / "catalogo.json")}

    assert len(found) == len(catalogue.entries) + len(catalogue.withdrawn) > 10
    assert found["esperienze/orti-ritirati"] == {
        "id": "esperienze/orti-ritirati",
        "tipo_scheda": "esperienze",
        "pagina": "https://prova.example.org/esperienze/orti-ritirati/",
        "stato": "ritirata",
        "sostituita_da": "esperienze/orti-di-prova",
    }


def test_a_plain_record_has_the_keys_of_its_file(small: Path) -> None:
    head = {column.key for column in HEAD}
    for record in from_json(small / "catalogo.json"):
        own = {one.key for one in schema_of(RECORD_TYPES[record["tipo_scheda"]].record).attributes}
        assert record.keys() <= head | own
    for kind in RECORD_TYPES.values():
        taken = [one.key for one in columns(kind.record)]
        own = {one.key for one in schema_of(kind.record).attributes}
        assert len(taken) == len(set(taken))
        assert head & own <= {"titolo", "stato"}


def test_csv_is_as_the_standard_and_spreadsheets_want(small: Path) -> None:
    plain = (small / "esperienze.csv").read_bytes()
    sheet = (small / "esperienze-foglio.csv").read_bytes()

    assert plain.startswith(b"id,tipo_scheda,titolo,")
    assert sheet.startswith("\ufeffid;tipo_scheda;titolo;".encode())
    assert plain.endswith(b"\r\n")
    assert plain.count(b"\r\n") == len(from_json(small / "esperienze.json")) + 1


def test_no_form_has_the_texts_of_a_reserved_record(small: Path, real: Path) -> None:
    project = next(
        one for one in from_json(small / "catalogo.json") if one["id"].endswith("to-di-prova")
    )
    assert project["solo_fatti"] is True
    assert project["linee"][0] == {"codice": "1.a", "titolo": "Prima linea", "importo": 60}
    assert asked(small, "SELECT importo FROM linee ORDER BY posizione") == [(60.0,), (40.0,)]
    for path in small.iterdir():
        assert not [text for text in TEXTS if text.encode() in path.read_bytes()], path.name
    assert asked(small, "SELECT * FROM ricerca WHERE ricerca MATCH 'descritta'") == []
    for path in real.iterdir():
        assert b"Il progetto affianca gli enti" not in path.read_bytes(), path.name


def test_the_database_is_sound_and_finds_words_whatever_their_accents(
    small: Path, real: Path
) -> None:
    for folder in (small, real):
        assert asked(folder, "PRAGMA foreign_key_check") == []
        assert asked(folder, "PRAGMA integrity_check") == [("ok",)]
        assert asked(folder, "PRAGMA page_size") == [(4096,)]
    found = "SELECT COUNT(*) FROM ricerca WHERE ricerca MATCH '{}'"
    assert asked(real, found.format("citta")) == asked(real, found.format("città")) > [(0,)]


def test_tables_have_names_of_their_own(small: Path) -> None:
    names = [*RECORD_TYPES, *blocks(), "schede", "valori", "voci", "informazioni", "ricerca"]

    assert len(names) == len(set(names))
    there = {name for (name,) in asked(small, "SELECT name FROM pragma_table_list")}
    assert set(names) <= there


@pytest.mark.parametrize("query", QUERIES, ids=lambda query: query.question)
def test_every_ready_question_has_an_answer(real: Path, query: Any) -> None:
    assert asked(real, query.sql)


def test_hashes_are_those_of_the_files(small: Path) -> None:
    sums = (small / "SHA256SUMS").read_text(encoding="utf-8")
    check = ["sha256sum", "--check", "--strict", "--quiet", "SHA256SUMS"]
    named = {line.split("  ")[1] for line in sums.splitlines()}
    package = json.loads((small / "datapackage.json").read_bytes())

    assert subprocess.run(check, cwd=small, check=False).returncode == 0
    assert named == {path.name for path in small.iterdir()} - {"SHA256SUMS"}
    for resource in package["resources"]:
        assert f"{resource['hash'].removeprefix('sha256:')}  {resource['path']}\n" in sums
        assert resource["bytes"] == (small / resource["path"]).stat().st_size


@pytest.mark.parametrize("content", ["small", "real"])
def test_frictionless_finds_the_data_package_valid(
    content: str, request: pytest.FixtureRequest
) -> None:
    folder: Path = request.getfixturevalue(content)
    command = [sys.executable, "-W", "ignore", "-m", "frictionless", "validate", "--json"]
    done = subprocess.run(
        [*command, "datapackage.json"], cwd=folder, capture_output=True, text=True, check=False
    )
    report = json.loads(done.stdout)

    assert report["valid"], report
    assert report["stats"]["tasks"] == len(TABLES)


def test_the_page_explains_every_column_and_links_every_file() -> None:
    catalogue, _ = load_catalogue(SMALL, "practices")
    outputs = all_outputs(catalogue, TODAY, PUBLISHER)
    page = next(one for one in outputs if isinstance(one, Page) and one.address == "dati/")

    keys = {column.key for table in TABLES for column in columns_of(table)}
    assert not [key for key in keys if f"<code>{key}</code>" not in page.body]
    for name in addresses():
        assert f'href="../{name}"' in page.body, name
    assert "Portale di prova, https://prova.example.org/, CC BY 4.0" in page.body


def test_lists_lead_to_their_data(small: Path) -> None:
    catalogue, _ = load_catalogue(SMALL, "practices")
    pages = {one.address: one for one in all_outputs(catalogue, TODAY, PUBLISHER)}
    for folder in RECORD_TYPES:
        page = pages[f"{folder}/"]
        assert isinstance(page, Page)
        found = {other.address for other in page.alternates}
        assert found >= {f"dati/{folder}.csv", f"dati/{folder}.json"}
        assert f'href="../dati/{folder}.csv"' in page.body
