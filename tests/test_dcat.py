"""The catalogue of the datasets is as DCAT-AP_IT wants it, and would be refused if it were not."""

from datetime import date

import pytest
from pyshacl import validate
from rdflib import DCAT, DCTERMS, FOAF, RDF, SH, Graph, Literal, Namespace, URIRef
from rdflib.term import Node

from generator.catalogue import load_catalogue
from generator.outputs import Batch, File, Page
from tests.building import PUBLISHER, ROOT, all_outputs

SHAPES = Graph().parse(ROOT / "tests" / "shapes" / "dcat_ap_it.ttl")
CATALOGUE = URIRef(f"{PUBLISHER.origin}dati/catalogo.ttl")
DCATAPIT = Namespace("http://dati.gov.it/onto/dcatapit#")
VCARD = Namespace("http://www.w3.org/2006/vcard/ns#")
MANDATORY = {
    DCAT.Catalog: (
        DCTERMS.title,
        DCTERMS.description,
        DCTERMS.publisher,
        DCTERMS.modified,
        DCAT.dataset,
    ),
    DCAT.Dataset: (
        *(DCTERMS.title, DCTERMS.description, DCTERMS.identifier, DCTERMS.modified, DCAT.theme),
        *(DCTERMS.rightsHolder, DCTERMS.accrualPeriodicity, DCAT.distribution, DCAT.contactPoint),
    ),
    DCAT.Distribution: (DCAT.accessURL, DCTERMS.format, DCTERMS.license),
    DCATAPIT.Agent: (FOAF.name, DCTERMS.identifier),
    DCATAPIT.Organization: (VCARD.fn, VCARD.hasEmail),
    DCATAPIT.LicenseDocument: (DCTERMS.type,),
}


@pytest.fixture(scope="module")
def outputs() -> list[Page | File | Batch]:
    catalogue, _ = load_catalogue(ROOT / "practices", "practices")
    return list(all_outputs(catalogue, date(2024, 6, 1), PUBLISHER))


@pytest.fixture(scope="module")
def data(outputs: list[Page | File | Batch]) -> Graph:
    (text,) = (
        output.content
        for output in outputs
        if isinstance(output, File) and output.address == "dati/catalogo.ttl"
    )
    return Graph().parse(data=text, format="turtle")


def refused(data: Graph) -> set[tuple[Node | None, Node | None]]:
    """What the shapes find wrong: where, and in which property."""
    _, report, _ = validate(data, shacl_graph=SHAPES)
    assert isinstance(report, Graph)
    found = report.subjects(RDF.type, SH.ValidationResult)
    return {(report.value(one, SH.focusNode), report.value(one, SH.resultPath)) for one in found}


def copy(data: Graph) -> Graph:
    return Graph() + data


def test_the_catalogue_has_what_the_italian_profile_wants(data: Graph) -> None:
    assert refused(data) == set()


def test_without_what_is_mandatory_it_is_refused(data: Graph) -> None:
    less = copy(data)
    wanted = set()
    for kind, terms in MANDATORY.items():
        one = min(data.subjects(RDF.type, kind), key=str)
        for term in terms:
            less.remove((one, term, None))
            wanted.add((one, term))

    assert refused(less) == wanted


@pytest.mark.parametrize("term", [DCAT.theme, DCTERMS["format"], DCTERMS.accrualPeriodicity])
def test_what_is_in_a_table_of_europe_is_never_a_text(data: Graph, term: URIRef) -> None:
    one, value = min(data.subject_objects(term), key=str)
    other = copy(data)
    other.remove((one, term, value))
    other.add((one, term, Literal(str(value))))

    assert refused(other) == {(one, term)}


def test_everything_is_of_both_profiles(data: Graph) -> None:
    for name in ("Catalog", "Dataset", "Distribution"):
        some = set(data.subjects(RDF.type, DCAT[name]))
        assert some == set(data.subjects(RDF.type, DCATAPIT[name]))


def test_its_date_is_that_of_the_newest_record(data: Graph) -> None:
    catalogue, _ = load_catalogue(ROOT / "practices", "practices")
    days = [entry.record.updated for entry in catalogue.entries.values() if entry.record.updated]

    assert data.value(CATALOGUE, DCTERMS.modified) == Literal(max(days))


def test_every_file_that_is_offered_is_there(
    data: Graph, outputs: list[Page | File | Batch]
) -> None:
    known = {
        f"{PUBLISHER.origin}{output.address}{name}"
        for output in outputs
        for name in (output.names if isinstance(output, Batch) else ("",))
    }
    offered = {str(address) for address in data.objects(None, DCAT.downloadURL)}

    assert len(offered) > 50
    assert offered <= known
