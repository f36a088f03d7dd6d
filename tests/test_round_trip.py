"""Hostile texts go from a file through every form of the data and come back, or are refused."""

import unicodedata
from collections.abc import Mapping, Sequence
from functools import cache
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

import yaml
from hypothesis import example, given, settings
from hypothesis import strategies as st
from rdflib import SDO, Graph, Literal, URIRef

from generator.catalogue import Catalogue, Entry, load_catalogue
from generator.columns import columns, flat
from generator.exports.bulk import bulk
from generator.exports.things import CONTEXT, Things
from generator.exports.turtle import turtle
from generator.problems import Problem
from generator.reader import read_record
from generator.reading import Held
from generator.records import RECORD_TYPES, Article, Experience
from generator.source import read_bytes
from generator.values import Known, Ref
from tests.building import PUBLISHER, SMALL
from tests.tables import from_csv, from_json, from_lines, from_sqlite

LEAST = {
    "titolo": "Titolo",
    "sintesi": "Sintesi",
    "temi": ["rifiuti"],
    "fonti": [{"titolo": "Fonte", "data": "2020-01"}],
}
OWNER = Ref("amministrazioni", "comune-di-prova")
OWNED = {**LEAST, "realizzato_da": OWNER.id}
PIECES = ["</script>", "]]>", "=HYPERLINK(1)", '"', "'", "\n", "|", "\\", ",", ";", "\u202e"]
PIECES += [
    "=",
    "+",
    "-",
    "@",
    "＝",
    "à",
    "e\u0300",
    "𝒳",
    "\u2028",
    "a",
    "7",
    " ",
    "{{ x }}",
    "<!--",
]
TEXT = st.lists(st.sampled_from(PIECES), max_size=8).map("".join)
CODE = st.from_regex(r"[0-9]{1,6}[A-Z]?", fullmatch=True)
NUMBER = st.decimals(min_value=0, max_value=10**13 - 1, places=2).map(str)
SIGNED = st.decimals(min_value=-(10**8), max_value=10**8, places=6).map(str)


def some(**parts: st.SearchStrategy[Any]) -> st.SearchStrategy[list[dict[str, Any]]]:
    return st.lists(st.fixed_dictionaries(parts), max_size=2)


DOCUMENTS = st.fixed_dictionaries(
    {key: st.just(value) for key, value in OWNED.items()},
    optional={
        "descrizione": TEXT,
        "lezioni": TEXT,
        "punti_di_forza": st.lists(TEXT, max_size=3),
        "azioni": some(codice=CODE, descrizione=TEXT),
        "budget": some(importo=NUMBER, voce=TEXT),
        "indicatori": some(nome=TEXT, unita=st.just("t"), valore=SIGNED),
        "contatto": st.fixed_dictionaries({"ufficio": TEXT}),
        "durata_mesi": st.integers(0, 600).map(str),
        "data_avvio": st.sampled_from(["2019", "2019-05", "2019-05-16"]),
    },
)


@cache
def small() -> Catalogue:
    return load_catalogue(SMALL, "practices")[0]


def read(document: Mapping[str, Any], kind: type = Experience) -> tuple[Any, Sequence[Problem]]:
    """The record that a document makes, or why it is refused."""
    text = yaml.safe_dump(dict(document), allow_unicode=True, sort_keys=False, width=10**6)
    source = read_bytes(text.encode(), "prova.yml")
    if source.node is None or source.refused:
        return None, source.problems
    return read_record(
        kind, source.node, Known(small().vocabularies, {"amministrazioni": {OWNER.id}})
    )


def through_every_form(record: Any) -> dict[str, Any]:
    """The one record as JSON has it; all the other forms must say the same."""
    (kind,) = (kind for kind in RECORD_TYPES.values() if kind.record is type(record))
    name, some = kind.folder, columns(kind.record)
    entry = Entry(Ref(name, "prova"), Held(b"", {}, record), "prova.yml", Path("prova.yml"), b"")
    entries = {OWNER: small().entries[OWNER], entry.ref: entry}
    with TemporaryDirectory() as temporary:
        folder = Path(temporary, "dati")
        bulk(Catalogue(entries, small().vocabularies), PUBLISHER).write(folder.parent)
        (made,) = from_json(folder / f"{name}.json")
        assert from_lines(folder / f"{name}.ndjson") == [made]
        assert from_csv(folder / f"{name}.csv", some) == [flat(made)]
        assert from_csv(folder / f"{name}-foglio.csv", some, ";") == [flat(made)]
        assert from_sqlite(folder / "catalogo.sqlite", name) == [flat(made)]
    return made


def plain(value: Any) -> Any:
    """What was written, as the reader takes it: trimmed, in NFC, without what is empty."""
    match value:
        case dict():
            found = {key: plain(one) for key, one in value.items()}
            return {key: one for key, one in found.items() if one not in ("", [], {})}
        case list():
            return [plain(one) for one in value]
        case _:
            return unicodedata.normalize("NFC", value.strip())


def same(made: Any, wrote: Any) -> bool:
    match wrote:
        case dict():
            return made.keys() == wrote.keys() and all(same(made[key], wrote[key]) for key in wrote)
        case list():
            return len(made) == len(wrote) and all(map(same, made, wrote))
        case str() if isinstance(made, int | float):
            return float(wrote) == made
        case _:
            return bool(made == wrote)


@settings(deadline=None, max_examples=150)
@given(document=DOCUMENTS)
def test_a_record_comes_back_equal_or_is_refused(document: dict[str, Any]) -> None:
    record, problems = read(document)
    if record is None:
        assert problems
        return
    made = through_every_form(record)
    wrote = plain(document) | {"realizzato_da": "amministrazioni/comune-di-prova"}

    assert same({key: made[key] for key in made if key in wrote}, wrote)


@settings(deadline=None)
@given(title=TEXT, summary=TEXT, source=TEXT)
@example("\"virgolette\", 'apici' & \\ b", "^^ @it . ; _:a c", ']] 7""" {x}')
def test_linked_data_say_the_same_texts(title: str, summary: str, source: str) -> None:
    written = {**OWNED, "titolo": title, "sintesi": summary, "fonti": [{"titolo": source}]}
    record, problems = read(written)
    if record is None:
        assert problems
        return
    entry = Entry(
        Ref("esperienze", "prova"), Held(b"", {}, record), "prova.yml", Path("prova.yml"), b""
    )
    things = Things(small(), PUBLISHER, named=False)
    text = "".join(turtle(CONTEXT, things.of(entry)))
    said = Graph().parse(data=text, format="turtle")
    sheet = URIRef(f"{PUBLISHER.origin}esperienze/prova/")

    assert said.value(sheet, SDO.name) == Literal(record.title)
    assert said.value(sheet, SDO.description) == Literal(record.summary)
    assert said.value(said.value(sheet, SDO.citation), SDO.name) == Literal(record.sources[0].title)


def test_what_each_form_could_stumble_on_comes_back() -> None:
    document = {
        **OWNED,
        "descrizione": "=HYPERLINK(1) ]]> \"a\", 'b'; c | d \\ e\nf\n\ng &lt;/script>",
        "lezioni": "'=1",
        "attivita": "x " * 4999,
        "punti_di_forza": ["a|b", "\\|", "'; DROP TABLE schede; --"],
        "budget": [{"importo": "9999999999999.99"}],
        "indicatori": [{"nome": "n", "unita": "t", "valore": "-0.000001"}],
        "azioni": [{"codice": "007"}],
    }
    record, problems = read(document)
    assert record is not None, problems
    made = through_every_form(record)

    assert made["descrizione"].startswith("=HYPERLINK(1)")
    assert made["punti_di_forza"] == document["punti_di_forza"]
    assert made["lezioni"] == "'=1"
    assert made["azioni"] == [{"codice": "007"}]
    assert made["budget"] == [{"importo": 9999999999999.99}]


def test_the_longest_text_comes_back() -> None:
    text = ("«a», b; c | d\n\n" * 2000)[:20_000].strip()
    record, problems = read({**LEAST, "testo": text, "a_cura_di": "Chi prova"}, Article)
    assert record is not None, problems

    assert through_every_form(record)["testo"] == text


def test_what_hides_is_refused() -> None:
    record, problems = read({**OWNED, "descrizione": "prima \u202e dopo"})

    assert record is None
    assert [problem.code for problem in problems] == ["forbidden-character"]
