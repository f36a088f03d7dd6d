"""Linked data as other programs read them: in the pages, and in the files under /dati/."""

import json
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from rdflib import SDO, SKOS, Graph, Literal, URIRef
from rdflib.compare import isomorphic

from generator.catalogue import load_catalogue
from generator.exports.embedded import embedded
from generator.exports.things import CONTEXT
from generator.exports.turtle import jsonld, turtle
from generator.outputs import Batch, Crumb, File, Output, Page, Publisher
from tests.building import BODY, PUBLISHER, ROOT, SMALL, all_outputs

VOCABULARIES = "dati/vocabolari/"
TODAY = date(2024, 6, 1)
MOST = 1_700
"""The bytes of what a page says to search engines; half of them say less than 1,200."""


def outputs(practices: Path, publisher: Publisher = PUBLISHER) -> dict[str, Output]:
    catalogue, _ = load_catalogue(practices, "practices")
    made = all_outputs(catalogue, TODAY, publisher)
    return {output.address: output for output in made if not isinstance(output, Batch)}


def records(practices: Path, to: Path) -> dict[str, Graph]:
    """The records of each type as linked data."""
    catalogue, _ = load_catalogue(practices, "practices")
    for output in all_outputs(catalogue, TODAY, PUBLISHER):
        if isinstance(output, Batch) and "esperienze.ttl" in output.names:
            output.write(to)
    return {path.stem: Graph().parse(path, format="turtle") for path in to.glob("*.ttl")}


@pytest.fixture(scope="module")
def real() -> dict[str, Output]:
    return outputs(ROOT / "practices")


@pytest.fixture(scope="module")
def small() -> dict[str, Output]:
    return outputs(SMALL)


def said(page: Output, publisher: Publisher = PUBLISHER) -> str:
    assert isinstance(page, Page)
    return embedded(publisher, page.breadcrumb, page.linked)


def nodes(page: Output) -> dict[str, Any]:
    """What a page says, by type."""
    return {node["@type"]: node for node in json.loads(said(page))["@graph"]}


def graph(text: str) -> Graph:
    """Read without asking schema.org for its context: ours says the same of what we use."""
    data = json.loads(text)
    if data["@context"] == "https://schema.org":
        data["@context"] = CONTEXT
    return Graph().parse(data=json.dumps(data), format="json-ld")


def text(made: dict[str, Output], address: str) -> str:
    output = made[address]
    assert isinstance(output, File)
    return output.content


def test_pages_speak_schema_org_and_no_other_language(real: dict[str, Output]) -> None:
    """An unknown term is a warning of rdflib, and a warning is an error here."""
    pages = [output for output in real.values() if isinstance(output, Page)]
    terms = {
        term
        for page in pages
        for _, key, value in graph(said(page))
        for term in (key, value)
        if isinstance(term, URIRef) and term.startswith(str(SDO))
    }

    assert {SDO[term.removeprefix(str(SDO))] for term in terms} == terms
    assert {SDO.Project, SDO.funder, SDO.spatialCoverage, SDO.itemListElement} <= terms


def test_what_pages_say_is_short(real: dict[str, Output]) -> None:
    pages = [page for page in real.values() if isinstance(page, Page) and page.address != "dati/"]
    sizes = sorted(len(said(page).encode()) for page in pages)

    assert sizes[-1] <= MOST
    assert sizes[len(sizes) // 2] <= 1_200


def test_a_record_is_a_work_about_something(real: dict[str, Output]) -> None:
    found = nodes(real["esperienze/scambio-pa/"])
    work, project = found["CreativeWork"], found["Project"]

    assert work["genre"] == "Esperienza"
    assert work["about"] == {"@id": project["@id"]}
    assert work["sourceOrganization"]["name"] == "Regione Toscana"
    assert work["spatialCoverage"]
    assert work["temporalCoverage"] == "2019-05-16/.."
    assert work["publisher"]["name"] == BODY.name
    assert work["license"] == "https://creativecommons.org/licenses/by/4.0/"
    assert nodes(real["eventi/scambio-pa-evento-iniziale/"])["Event"]["organizer"]
    project = nodes(real["progetti/valutazione-delle-performance/"])["CreativeWork"]
    assert project["temporalCoverage"] == "2010-09/2014-06-30"
    body = nodes(real["amministrazioni/regione-toscana/"])["GovernmentOrganization"]
    assert body["name"] == "Regione Toscana"
    assert nodes(real[""])["WebSite"]["potentialAction"]
    assert nodes(real["dati/"])["DataCatalog"]["dataset"][0]["distribution"]


def test_each_page_has_the_steps_that_lead_to_it(real: dict[str, Output]) -> None:
    steps = nodes(real["temi/rifiuti/"])["BreadcrumbList"]["itemListElement"]

    assert [step["item"] for step in steps] == [
        "https://prova.example.org/",
        "https://prova.example.org/temi/",
    ]


def test_a_reserved_record_says_whose_it_is(small: dict[str, Output]) -> None:
    work = nodes(small["progetti/progetto-di-prova/"])["CreativeWork"]

    assert "license" not in work
    assert work["copyrightHolder"]["name"] == "Ministero della prova"


def test_without_an_address_of_its_own_a_site_says_nothing() -> None:
    nowhere = Publisher("Senza indirizzo", "", BODY)
    made = outputs(SMALL, nowhere)

    assert {said(page, nowhere) for page in made.values() if isinstance(page, Page)} == {""}
    assert not [address for address in made if address.startswith("dati/vocabolari/")]


def test_another_address_changes_only_the_beginning_of_the_names(small: dict[str, Output]) -> None:
    other = outputs(SMALL, Publisher(PUBLISHER.name, "https://altrove.example/p/", BODY))
    for address, output in small.items():
        moved = other[address]
        if isinstance(output, File) and address.endswith((".ttl", ".jsonld")):
            assert isinstance(moved, File)
            assert moved.content == output.content.replace(
                PUBLISHER.origin, "https://altrove.example/p/"
            )


def test_turtle_and_json_ld_say_the_same(real: dict[str, Output]) -> None:
    found = [address for address in real if address.endswith(".ttl")]

    assert found
    for address in found:
        read = Graph().parse(data=text(real, address), format="turtle")
        assert isomorphic(read, graph(text(real, address.replace(".ttl", ".jsonld")))), address


def test_terms_have_names_that_others_know(real: dict[str, Output]) -> None:
    read = Graph().parse(data=text(real, "dati/vocabolari/territori.ttl"), format="turtle")
    tuscany = URIRef(f"{PUBLISHER.origin}dati/vocabolari/territori.ttl#toscana")

    assert read.value(tuscany, SKOS.notation) == Literal("09")
    assert read.value(tuscany, SKOS.exactMatch) == URIRef("http://data.europa.eu/nuts/code/ITI1")
    assert read.value(tuscany, SKOS.prefLabel) == Literal("Toscana", lang="it")


def test_every_record_is_linked_data(real: dict[str, Output], tmp_path: Path) -> None:
    catalogue, _ = load_catalogue(ROOT / "practices", "practices")
    graphs = records(ROOT / "practices", tmp_path)
    for ref, entry in catalogue.entries.items():
        sheet = URIRef(f"{PUBLISHER.origin}{ref.type}/{ref.id}/")
        assert graphs[ref.type].value(sheet, SDO.name) == Literal(entry.record.title)
    terms = "".join(
        text(real, address)
        for address in real
        if address.startswith(VOCABULARIES) and address.endswith(".ttl")
    )
    together = sum(graphs.values(), Graph().parse(data=terms, format="turtle"))
    named = {name for name in together.objects() if str(name).startswith(PUBLISHER.origin)}
    assert named - set(together.subjects()) <= {URIRef(PUBLISHER.origin)}


def test_a_reserved_record_is_linked_without_its_texts(tmp_path: Path) -> None:
    sheet = URIRef(f"{PUBLISHER.origin}progetti/progetto-di-prova/")
    read = records(SMALL, tmp_path)["progetti"]

    assert read.value(sheet, SDO.keywords)
    assert read.value(sheet, SDO.copyrightNotice)
    assert not read.value(sheet, SDO.description)


HOSTILE = st.text(st.characters(exclude_categories=["Cs"], exclude_characters="\0"), max_size=50)
BRACKETS = [
    "</script>",
    "<!--",
    "]]>",
    '"""',
    "\\",
    "'",
    "\n",
    "\r",
    "\u2028",
    "\u202e",
    "\x7f",
    "^^",
    "@it",
]


@settings(deadline=None)
@given(st.lists(HOSTILE | st.sampled_from(BRACKETS), max_size=6).map("".join))
def test_hostile_texts_come_back_equal(hostile: str) -> None:
    things = [{"@id": PUBLISHER.origin, "@type": "CreativeWork", "name": hostile}]
    read = Graph().parse(data="".join(turtle(CONTEXT, things)), format="turtle")
    page = embedded(PUBLISHER, (Crumb(hostile, ""),), things)

    assert read.value(URIRef(PUBLISHER.origin), SDO.name) == Literal(hostile)
    assert isomorphic(read, graph(jsonld(CONTEXT, things)))
    assert json.loads(page)["@graph"][0]["name"] == hostile
    assert not set(page) & set("<>&\u2028\u2029")
