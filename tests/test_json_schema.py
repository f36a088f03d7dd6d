"""JSON Schema and reader agree: on every case, on every shipped record, on every kind of text."""

import json
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

import jsonschema_rs
import pytest
import yaml
from hypothesis import given, settings
from hypothesis import strategies as st

from generator.catalogue import load_catalogue
from generator.composer import Node, normal
from generator.exports import patterns
from generator.exports.json_schema import Names, names_of, schema_json
from generator.fields import Date, Email, Field, Flag, Number, PartialDate, Section, Text, Url
from generator.problems import Invalid, one_line
from generator.reader import read_record
from generator.records import RECORD_TYPES
from generator.source import read_bytes
from generator.values import Known
from tests import yaml_core
from tests.test_cases import CASES, SITE, load

ROOT = Path(__file__).parent.parent
RECORDS = sorted(
    path for folder in RECORD_TYPES for path in (ROOT / "practices" / folder).glob("*.yml")
)

# What the reader refuses and a schema can't. The limits of a file (its bytes, its YAML, its name)
# and the rules on several fields are not the reader's, and so not here.
BEYOND_A_SCHEMA = {
    "duplicate-key": "a value has each key once: the tool itself marks the second",
    "personal-email": "upper and lower case, and where a word begins, differ between tools",
    "fiscal-code": "as above",
    "mobile-number": "as above",
}


@dataclass(frozen=True)
class Verdict:
    """What the reader and the schema refuse in a document, each by its path."""

    reader: set[tuple[str, str]]
    schema: set[str]
    missing: set[str]
    """What the schema refused because it isn't there."""
    rewritten: set[str]
    unreadable: bool
    """Whether some value was refused when the file was read, so that the reader passed it over."""

    def missed(self) -> set[tuple[str, str]]:
        """What the schema should have refused."""
        return {
            (path, code)
            for path, code in self.reader
            if code not in BEYOND_A_SCHEMA
            and path not in self.rewritten
            and not any(_same(path, other) for other in self.schema)
        }

    def invented(self) -> set[str]:
        """What the schema should not have refused. It may call equal two codes that are the same
        number in YAML, and miss a key that is there misspelt: the reader says that once."""
        if self.unreadable:
            return set()
        paths = {path for path, _ in self.reader}
        misspelt = {_block(path) for path, code in self.reader if code == "unknown-key"}
        return {
            path
            for path in self.schema
            if not any(_same(path, other) for other in paths)
            and not any(other.startswith(f"{path}[") for other in self.rewritten)
            and not (path in self.missing and _block(path) in misspelt)
        }


def _same(path: str, other: str) -> bool:
    """Whether two paths are of one value, or of a list and one of its items."""
    return path == other or path.rsplit("[", 1)[0] == other or path == other.rsplit("[", 1)[0]


def _block(path: str) -> str:
    return path.rpartition(".")[0]


def _shown(path: yaml_core.Path) -> str:
    text = "".join(f"[{step}]" if isinstance(step, int) else f".{step}" for step in path)
    return one_line(text.removeprefix(".")) or "-"


def _refused(error: jsonschema_rs.ValidationError) -> Iterator[tuple[str, bool]]:
    """The paths of what an error is about, and whether it is that nothing is there."""
    path = tuple(error.instance_path)
    match error.kind:
        case jsonschema_rs.ValidationErrorKind.Required(property=key):
            yield _shown((*path, key)), True
        case jsonschema_rs.ValidationErrorKind.AdditionalProperties(unexpected=keys):
            yield from ((_shown(path if key == "?" else (*path, key)), False) for key in keys)
        case jsonschema_rs.ValidationErrorKind.AnyOf(context=[errors, *_]):
            yield from (found for inner in errors for found in _refused(inner))
        case _:
            yield _shown(path), False


def verdict(folder: str, data: bytes, known: Known) -> Verdict | None:
    """What both say; nothing when a document is no YAML, or the reader is not even asked."""
    source = read_bytes(data, "x.yml")
    rewritten: set[yaml_core.Path] = set()
    try:
        value = yaml_core.read(data.decode("utf-8-sig"), rewritten)
    except (yaml.YAMLError, UnicodeDecodeError):
        assert source.refused
        return None
    if source.node is None and value is not None:
        return None
    node = source.node or Node(None, "x.yml", 1, 1)
    _, problems = read_record(RECORD_TYPES[folder].record, node, known)
    reader = {(problem.field, problem.code) for problem in problems}
    errors = validator(folder, _frozen(known)).iter_errors(value)
    refused = [found for error in errors for found in _refused(error)]
    return Verdict(
        reader,
        schema={path for path, _ in refused},
        missing={path for path, is_missing in refused if is_missing},
        rewritten={_shown(path) for path in rewritten},
        unreadable=source.refused,
    )


Frozen = tuple[tuple[str, tuple[str, ...]], ...]


def _frozen(known: Known) -> tuple[Frozen, Frozen]:
    return (
        tuple((name, tuple(terms)) for name, terms in known.terms.items()),
        tuple((name, tuple(sorted(ids))) for name, ids in known.ids.items()),
    )


@cache
def validator(folder: str, known: tuple[Frozen, Frozen]) -> jsonschema_rs.Validator:
    terms, records = ({name: {id: id for id in ids} for name, ids in part} for part in known)
    schema = json.loads(schema_json(RECORD_TYPES[folder], Names(terms, records)))
    return jsonschema_rs.Draft202012Validator(schema)


@cache
def known_of(folder: Path) -> Known:
    catalogue, _ = load_catalogue(folder, "practices")
    ids = {
        name: frozenset(path.stem for path in (folder / name).glob("*.yml"))
        for name in RECORD_TYPES
    }
    return Known(catalogue.vocabularies, ids)


def documents(case: dict[str, Any]) -> dict[str, bytes]:
    main = case.get("file", "esperienze/prova.yml")
    data = bytes.fromhex(case["bytes"]) if "bytes" in case else case["document"].encode()
    found = {name: text.encode() for name, text in case.get("files", {}).items()} | {main: data}
    return {name: data for name, data in found.items() if name.split("/")[0] in RECORD_TYPES}


def verdicts(path: Path) -> dict[str, Verdict]:
    found = documents(load(path))
    known = known_of(SITE)
    ids = {
        folder: known.ids[folder]
        | {Path(name).stem for name in found if name.startswith(f"{folder}/")}
        for folder in RECORD_TYPES
    }
    known = Known(known.terms, ids)
    both = {name: verdict(name.split("/")[0], data, known) for name, data in found.items()}
    return {name: found for name, found in both.items() if found is not None}


@pytest.mark.parametrize("path", CASES, ids=lambda path: path.stem)
def test_schema_and_reader_agree_on_every_case(path: Path) -> None:
    for name, found in verdicts(path).items():
        assert not found.missed(), name
        assert not found.invented(), name


@pytest.mark.parametrize("code", BEYOND_A_SCHEMA)
def test_what_is_beyond_a_schema_really_is(code: str) -> None:
    """Some document is refused for this alone: if the schema refused it too, it could check it."""
    alone = [
        found
        for path in CASES
        for found in verdicts(path).values()
        if code in {other for _, other in found.reader}
        and {other for _, other in found.reader} <= BEYOND_A_SCHEMA.keys()
    ]

    assert any(not found.schema for found in alone)


def test_schema_accepts_every_shipped_record() -> None:
    known = known_of(ROOT / "practices")
    for path in RECORDS:
        found = verdict(path.parent.name, path.read_bytes(), known)
        assert found is not None and not found.reader and not found.schema, path


@pytest.mark.parametrize("folder", RECORD_TYPES)
def test_schema_is_one_in_both_dialects_and_complete_in_itself(folder: str) -> None:
    catalogue, _ = load_catalogue(SITE, "practices")
    text = schema_json(RECORD_TYPES[folder], names_of(catalogue))
    schema = json.loads(text)

    assert text == schema_json(RECORD_TYPES[folder], names_of(catalogue))
    jsonschema_rs.meta.validate(schema)
    jsonschema_rs.meta.validate(schema | {"$schema": "http://json-schema.org/draft-07/schema#"})
    assert all(ref.startswith("#/$defs/") for ref in _refs(schema))
    assert all(about["title"] and about["description"] for about in schema["properties"].values())


def _refs(schema: Any) -> Iterator[str]:
    if isinstance(schema, list):
        for item in schema:
            yield from _refs(item)
    elif isinstance(schema, dict):
        if "$ref" in schema:
            assert schema.keys() == {"$ref"}, "draft-07 passes over what is beside a reference"
            yield schema["$ref"]
        for value in schema.values():
            yield from _refs(value)


def test_every_record_type_has_its_schema_in_editors() -> None:
    said = json.loads((ROOT / ".vscode" / "settings.json").read_text(encoding="utf-8"))

    assert said["yaml.schemas"] == {
        f"site/schema/v1/{folder}.json": f"practices/{folder}/*.yml" for folder in RECORD_TYPES
    }


PIECES = [
    *[
        "a",
        "ò",
        " ",
        "\n",
        "<",
        ">",
        "=",
        "-",
        "n.d.",
        "N.D.",
        "<b>",
        "<!--",
        "</p",
        "![",
        "](",
        ")",
    ],
    *[
        "https://",
        "http://",
        "HTTPS://",
        "www.example.org",
        "/x",
        "?a=1",
        "#b",
        "@",
        ":8080",
        "[1]: ",
    ],
    *[
        "mailto:a@b.it>",
        "[",
        "]",
        '"',
        "<https://",
        "ftp:",
        "1",
        "0",
        "31",
        "12",
        "2023-",
        "02-",
        "29",
    ],
    *[
        "2024-",
        "2000-",
        "1900-",
        ".",
        "000",
        "+",
        "e",
        "si",
        "Sì",
        "NO",
        "a" * 64,
        "|",
        "{",
        "^",
        "\t",
    ],
]
TEXTS = st.lists(st.sampled_from(PIECES), max_size=9).map("".join).map(str.strip).filter(bool)
PATTERNS: dict[str, tuple[Field, str]] = {
    "text": (Text("x", max_length=9_999), patterns.line()),
    "section": (Section("x"), patterns.prose()),
    "url": (Url("x", http=True), patterns.url(http=True)),
    "https": (Url("x"), patterns.url(http=False)),
    "email": (Email("x"), patterns.EMAIL),
    "date": (Date("x"), patterns.DATE),
    "partial": (PartialDate("x"), patterns.PARTIAL_DATE),
    "number": (Number("x"), patterns.number(None)),
    "positive": (Number("x", minimum=0), patterns.number(0)),
    "flag": (Flag("x"), patterns.FLAG),
}


@pytest.mark.parametrize("name", PATTERNS)
@settings(deadline=None)
@given(text=TEXTS)
def test_patterns_and_fields_agree(name: str, text: str) -> None:
    field, pattern = PATTERNS[name]
    schema = jsonschema_rs.Draft202012Validator({"pattern": pattern})

    assert schema.is_valid(text) == _is_accepted(field, text)


def _is_accepted(field: Any, text: str) -> bool:
    try:
        field.parse(normal(text), Known({}, {}))
    except Invalid as refusal:
        return refusal.code in BEYOND_A_SCHEMA
    return True
