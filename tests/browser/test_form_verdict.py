"""The form's verdict is the reader's: the same codes and messages, on all sorts of texts.

The browser writes each record as YAML and says what is wrong with it; the reader reads that file.
Nothing is left to `check` but what needs more than one record (generator/rules/lineage.py, but for
what an adoption takes up) and what only a file has: its bytes, its comments.
"""

import json
import random
from collections.abc import Iterable, Iterator
from functools import cache
from typing import Any

import pytest
from playwright.sync_api import Page, expect

from generator.catalogue import load_catalogue
from generator.composer import Node, Pairs
from generator.exports.form_rules import form_rules_json
from generator.messages import MESSAGES
from generator.reader import read_record
from generator.records import RECORD_TYPES
from generator.source import read_bytes
from generator.values import Known
from tests.building import ROOT
from tests.test_cases import CASES, load

OF_A_FILE = {"forbidden-character", "tab", "text-too-long", "too-long-list"}
"""What the reader finds in the file, before it knows of fields."""
SCRIPT = """async ([base, type, records]) => {
    const { verdict } = await import(base + "assets/form-verdict.js");
    const { written } = await import(base + "assets/form-yaml.js");
    const { pathText } = await import(base + "assets/form-problems.js");
    const shown = ({ path, code, message }) => [pathText(path), code, message];
    const judged = (record) => verdict(type, record, "2020-01-01", false).map(shown);
    return records.map((record) => [written(type, record), judged(record)]);
}"""
HAND = [
    "a" * 121,
    "a" * 20_001,
    "è" * 256,
    "𝒶" * 121,
    "<script>alert(1)</script>",
    "<b",
    "1 < 2",
    "a -- b",
    "<!-- x -->",
    "![x](y)",
    "[x](javascript:alert(1))",
    "[x](http://www.example.org)",
    "[x](https://www.example.org/a?b=c#d)",
    "[x](mailto:urp@comune.prova.it)",
    "<https://www.example.org>",
    "<ftp://www.example.org>",
    "[x]: http://10.0.0.1/",
    "=1+1",
    "＝1",
    "@x",
    "-x",
    "- x",
    "+39 333 123 4567",
    "333.1234567",
    "RSSMRA80A01H501U",
    "rssmra80a01h501u.",
    "mario.rossi@gmail.com",
    "mario.rossi@GMAIL.com scrivi",
    "àè@libero.it",
    "x\n@gmail.com",
    "urp@comune.prova.it",
    "urp@comune",
    "n.d.",
    "N.D.",
    "non disponibile",
    "due\nrighe",
    "# cancelletto",
    "a #b",
    "a: b",
    "a:",
    "'uno'",
    '"due"',
    'l\'anno "zero"',
    "c:\\temp l'anno",
    "true",
    "null",
    "~",
    "0x1F",
    ".inf",
    "1e3",
    "[x]",
    "{x}",
    "&x",
    "*x",
    "!x",
    "%x",
    "`x",
    "|",
    ">",
    "? x",
    "a\u202eb",
    "\u200b- a",
    "a\tb",
    "a\u00adb",
    "e\u0301",
    "ＡＢ",
    "12",
    "-5",
    "007",
    "601",
    "1.234",
    "-1.234",
    "1.234,56",
    "1 234,5",
    "12,5",
    "0.000001",
    "-0.5",
    "1.2345678",
    "١٢٣",
    "31/12/2024",
    "12/2024",
    "3.5.2019",
    "2019-5-3",
    "2024-02-30",
    "2024-02-29",
    "2023-02-29",
    "1900-02-29",
    "0999-01-01",
    "2019",
    "2019-13",
    "2019-00",
    "01/00/2019",
    "00/12/2019",
    "si",
    "Sì",
    "NO",
    "forse",
    "https://www.example.org",
    "HTTPS://WWW.EXAMPLE.ORG/x",
    "http://www.example.org",
    "https://www.example.org:8080/",
    "https://u@www.example.org/",
    "https://10.0.0.1/",
    "https://[::1]/",
    "https://[x",
    "https://localhost",
    "https://àccento.it/",
    "https://:80/",
    "https:///x",
    "https://www.example.org/" + "a" * 2000,
    "https://www.example.org/due parole",
    "ftp://www.example.org",
    "www.example.org",
    "apalti",
    "toscna",
    "regione-toscna",
    "su",
    "giú",
    "D.1.2.1.A",
    "1.a",
    "R1",
    "r1",
    "09:30",
    "25:00",
    "x" * 300,
]


@cache
def known() -> Known:
    catalogue, _ = load_catalogue(ROOT / "practices", "practices")
    ids: dict[str, set[str]] = {}
    for ref in catalogue.entries:
        ids.setdefault(ref.type, set()).add(ref.id)
    return Known(catalogue.vocabularies, ids)


def scalars(node: Node) -> Iterator[str]:
    match node.value:
        case Pairs(entries):
            for _, value in entries:
                yield from scalars(value)
        case list(items):
            for item in items:
                yield from scalars(item)
        case str(text):
            yield text


def texts() -> list[str]:
    """All that the cases write, what hands think of, and their pieces put together at random."""
    cases = [load(path) for path in CASES]
    documents = [case["document"] for case in cases if "document" in case]
    nodes = [read_bytes(document.encode(), "").node for document in documents]
    found = {text for node in nodes if node for text in scalars(node) if len(text) < 3_000}
    chance = random.Random(0)
    pieces = [*sorted(found), *HAND]
    mixed = {
        "".join(chance.choice(pieces)[: chance.randint(1, 30)] for _ in range(chance.randint(1, 3)))
        for _ in range(150)
    }
    return sorted(
        {text for text in {*found, *HAND, *mixed} if text.isprintable() or "\x00" not in text}
    )


def plain(node: Node) -> Any:
    """A node as texts, lists and mappings."""
    match node.value:
        case Pairs(entries):
            return {str(key.value): plain(value) for key, value in entries}
        case list(items):
            return [plain(item) for item in items]
        case _:
            return node.value


def leaves(fields: list[dict[str, Any]]) -> Iterator[list[dict[str, Any]]]:
    """The ways to the fields that hold a text."""
    for field in fields:
        if field["kind"] == "group":
            yield from ([field, *way] for way in leaves(field["fields"]))
        else:
            yield [field]


def record(way: list[dict[str, Any]], text: str) -> dict[str, Any]:
    """A record with one text in one place."""
    field, *rest = way
    value: object = record(rest, text) if rest else text
    return {field["key"]: [value, value] if field.get("many") else value}


def samples() -> Iterator[tuple[str, list[dict[str, Any]]]]:
    """One field for each set of rules that some field has."""
    seen = set()
    for folder, fields in json.loads(form_rules_json())["types"].items():
        for way in leaves(fields):
            alike = {"key", "label", "required"} | (
                {"of"} if way[-1]["kind"] == "choice" else set()
            )
            last = {name: value for name, value in way[-1].items() if name not in alike}
            mark = json.dumps([last, len(way), way[0].get("many")])
            if mark not in seen:
                seen.add(mark)
                yield folder, way


def of_the_reader(folder: str, text: str) -> list[tuple[str, str, str]]:
    source = read_bytes(text.encode(), "")
    found = list(source.problems)
    if source.node is not None:
        found += read_record(RECORD_TYPES[folder].record, source.node, known())[1]
    return sorted(shown(problem.field, problem.code, problem.message) for problem in found)


def shown(path: str, code: str, message: str) -> tuple[str, str, str]:
    return ("-" if code in OF_A_FILE else path, code, message)


SAMPLES = list(samples())
RULES = set(MESSAGES) - {*list(MESSAGES)[: list(MESSAGES).index("subtheme-elsewhere")]}
"""The codes of generator/rules/: those of the fields come before them."""


@pytest.mark.parametrize("folder", RECORD_TYPES)
def test_the_form_says_what_the_reader_says(page: Page, portal: str, folder: str) -> None:
    page.goto(f"{portal}contribuisci/proponi/")
    ways = [way for of, way in SAMPLES if of == folder]
    for way in ways:
        records = [record(way, text) for text in texts()]
        for value, (text, found) in zip(
            records, page.evaluate(SCRIPT, [portal, folder, records]), strict=True
        ):
            mine = sorted(shown(*problem) for problem in found)
            theirs = of_the_reader(folder, text) if text else mine
            assert dedupe(mine) == dedupe(theirs), json.dumps(value)


OF_SEVERAL_RECORDS = {"near-duplicate", "lineage-cycle", "adopted-too-early", "reused-id"}
OF_THE_FILE = {"comment", "byte-order-mark", "duplicate-key"}
IN_THE_FORM = """async ([base, record, today]) => {
    const { fields, form, type } = await import(base + "assets/form-state.js");
    const { clear, collect, fill } = await import(base + "assets/form-controls.js");
    const { verdict } = await import(base + "assets/form-verdict.js");
    const { pathText } = await import(base + "assets/form-problems.js");
    clear(form);
    const left = fill(form, fields, record).length;
    const shown = ({ path, code, message }) => [pathText(path), code, message];
    return [left, verdict(type, collect(form, fields), today).map(shown)];
}"""


def judged(line: str) -> tuple[str, str, str]:
    """Field, code and message of a problem as the cases have it."""
    place, _, message = line.split(": ", 1)[1].partition(": ")
    assert place in {"errore", "avviso"}
    field, _, rest = message.partition(": ")
    text, _, code = rest.rpartition(" [")
    return field, code.rstrip("]"), text


def relevant(problems: Iterable[tuple[str, str, str]]) -> list[tuple[str, str, str]]:
    beyond = OF_A_FILE | OF_SEVERAL_RECORDS | OF_THE_FILE
    return sorted(problem for problem in problems if problem[1] not in beyond)


def test_the_form_says_what_the_cases_say(page: Page, small_portal: str) -> None:
    """Those that a form can hold: fields it has, a value of their shape in each."""
    compared = set()
    for path in CASES:
        case = load(path)
        folder, _, name = case.get("file", "esperienze/prova.yml").partition("/")
        source = read_bytes(case.get("document", "").encode(), "")
        if folder not in RECORD_TYPES or source.node is None or source.refused or "files" in case:
            continue
        if name.removesuffix(".yml") in set(scalars(source.node)):
            continue  # what names itself is not among the names yet
        address = f"{small_portal}contribuisci/proponi/{folder}/"
        if page.url != address:
            page.goto(address)
            expect(page.locator("[data-propose]")).to_have_attribute("data-state", "ready")
        own = [line for line in case.get("problems", []) if f"/{folder}/{name}:" in line]
        today = str(case.get("today", "2020-01-01"))
        left, found = page.evaluate(IN_THE_FORM, [small_portal, plain(source.node), today])
        rewritten = {"[empty-item]", "[one-line]", ".rinviato: campo"}  # what a box does by itself
        if not left and not any(part in line for line in own for part in rewritten):
            mine, theirs = relevant(map(tuple, found)), relevant(map(judged, own))
            if any(line for line in own if ": errore: " in line):  # the rules come after the fields
                mine = [problem for problem in mine if problem in theirs or problem[1] not in RULES]
            assert mine == theirs, path.name
            compared |= {code for _, code, _ in theirs}
    assert len(compared) > 35


def dedupe(problems: list[tuple[str, str, str]]) -> list[tuple[str, str, str]]:
    """The file says a hidden sign as often as it comes, the form once."""
    return list(dict.fromkeys(problems))
