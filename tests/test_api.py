"""The API: what its description says is there, is there, and is as it says; and nothing else is."""

import json
import re
from datetime import date
from pathlib import Path
from typing import Any

import jsonschema_rs
import pytest
from openapi_spec_validator import OpenAPIV30SpecValidator, validate

from generator.catalogue import load_catalogue
from generator.exports import operations
from generator.exports.bulk import bulk
from generator.outputs import Page, Publisher
from tests.building import PUBLISHER, ROOT, SMALL, all_outputs

TODAY = date(2024, 6, 1)
API = f"{PUBLISHER.origin}api/v1"


def written(practices: Path, to: Path) -> dict[str, Any]:
    """The files of the API, by their path below it."""
    catalogue, _ = load_catalogue(practices, "practices")
    batch = bulk(catalogue, PUBLISHER)
    batch.write(to)
    found = {path.relative_to(to).as_posix(): path for path in to.rglob("*") if path.is_file()}
    assert sorted(found) == sorted(batch.names)
    return {
        name.removeprefix("api/v1"): json.loads(path.read_bytes())
        for name, path in found.items()
        if name.startswith("api/v1/")
    }


@pytest.fixture(scope="module")
def real(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Any]:
    return written(ROOT / "practices", tmp_path_factory.mktemp("api"))


def test_the_description_is_of_openapi(real: dict[str, Any]) -> None:
    validate(real["/openapi.json"], cls=OpenAPIV30SpecValidator)
    info = real["/openapi.json"]["info"]

    assert real["/openapi.json"]["openapi"] == "3.0.3"
    assert info.keys() >= {"x-summary", "contact", "license", "termsOfService"}
    assert "RAC_REST_NAME_011" in info["description"]


def check(files: dict[str, Any]) -> None:
    """Each file has one path of the description and is as its schema says; no path has no file."""
    document = files["/openapi.json"]
    unused = set(document["paths"])
    for name, value in files.items():
        (path,) = (path for path in document["paths"] if matches(path, name))
        answer = document["paths"][path]["get"]["responses"]["200"]["content"]["application/json"]
        schema = {**answer["schema"], "components": document["components"]}
        jsonschema_rs.Draft7Validator(schema, validate_formats=True).validate(value)
        unused.discard(path)
        examples = {example["externalValue"] for example in answer["examples"].values()}
        assert all(one.removeprefix(API) in files for one in examples)
    assert unused == set()


def matches(path: str, name: str) -> bool:
    return bool(re.fullmatch(re.sub(r"\\\{\w+\\\}", "[^/]+", re.escape(path)), name))


def test_the_description_is_of_the_files_that_are_there(real: dict[str, Any]) -> None:
    check(real)


def test_long_lists_go_on(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(operations, "_PER_PAGE", 2)
    files = written(SMALL, tmp_path)
    check(files)
    found, address = [], f"{API}/esperienze.json"
    while address:
        page = files[address.removeprefix(API)]
        found += page["schede"]
        address = page.get("successiva")

    assert len(found) == page["totale"] > 2
    assert all(item["indirizzo"].removeprefix(API) in files for item in found)


def test_a_withdrawn_record_says_so(tmp_path: Path) -> None:
    files = written(SMALL, tmp_path)
    gone = [value for value in files.values() if value.get("stato") == "ritirata"]

    assert gone
    assert "descrizione" not in gone[0]


def test_a_reserved_record_has_its_facts_and_not_its_texts(tmp_path: Path) -> None:
    record = written(SMALL, tmp_path)["/progetti/progetto-di-prova.json"]

    assert record["solo_fatti"]
    assert record["titolo"]
    assert not {"sintesi", "descrizione", "licenza"} & record.keys()


def test_a_page_links_its_own_json(real: dict[str, Any]) -> None:
    catalogue, _ = load_catalogue(ROOT / "practices", "practices")
    for output in all_outputs(catalogue, TODAY, PUBLISHER):
        if isinstance(output, Page) and output.source:
            (own,) = (one for one in output.alternates if one.type == "application/json")
            assert own.address.removeprefix("api/v1") in real


def test_without_an_address_of_its_own_a_site_has_no_api() -> None:
    catalogue, _ = load_catalogue(SMALL, "practices")
    nameless = Publisher("Senza indirizzo", "")
    made = [output.address for output in all_outputs(catalogue, TODAY, nameless)]

    assert not [name for name in (*made, *bulk(catalogue, nameless).names) if "api/" in name]
