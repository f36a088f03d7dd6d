"""DCAT: the catalogue of the datasets, as DCAT-AP 3 and its Italian profile, DCAT-AP_IT, want it.

Every class is of both profiles. Formats, themes, frequency, language and licence are IRIs of the
authority tables of the European Union.
"""

from collections.abc import Iterator, Sequence
from datetime import date

from generator import routes
from generator.catalogue import Catalogue
from generator.exports.descriptions import Dataset, Distribution, described
from generator.exports.things import body_iri
from generator.exports.turtle import Context, Node
from generator.outputs import Publisher
from generator.records.terms import DATA_THEME

_TABLES = "http://publications.europa.eu/resource/authority/"
_MEDIA = "http://www.iana.org/assignments/media-types/"
_LICENCE = f"{_TABLES}licence/CC_BY_4_0"
_LANGUAGE = {"@id": f"{_TABLES}language/ITA"}
_TEXTS = ("dcat:keyword", "dct:description", "dct:title", "foaf:name", "vcard:fn")
CONTEXT: Context = {
    "dcat": "http://www.w3.org/ns/dcat#",
    "dcatapit": "http://dati.gov.it/onto/dcatapit#",
    "dct": "http://purl.org/dc/terms/",
    "foaf": "http://xmlns.com/foaf/0.1/",
    "vcard": "http://www.w3.org/2006/vcard/ns#",
    "xsd": "http://www.w3.org/2001/XMLSchema#",
    "dct:modified": {"@type": "xsd:date"},
    **{key: {"@language": "it"} for key in _TEXTS},
}


def offer(catalogue: Catalogue, publisher: Publisher) -> Iterator[Node]:
    """The catalogue, its datasets and their files, who publishes and whom to ask."""
    some = list(described(catalogue))
    yield {
        "@id": _iri(publisher),
        "@type": _both("Catalog"),
        "dct:title": f"{publisher.name}: dati aperti",
        "dct:description": "Le schede del portale e i loro vocabolari, in formati aperti.",
        "dct:publisher": {"@id": body_iri(publisher)},
        "dct:language": _LANGUAGE,
        "dct:license": {"@id": _LICENCE},
        **_modified(some[0].modified),
        "foaf:homepage": {"@id": f"{publisher.origin}{routes.DATA}"},
        "dcat:themeTaxonomy": {"@id": f"{_TABLES}data-theme"},
        "dcat:dataset": [{"@id": _iri(publisher, one.id)} for one in some],
        "dcat:service": {"@id": _iri(publisher, "api")},
    }
    yield from _publisher(publisher)
    yield _service(publisher, some)
    for one in some:
        yield _dataset(publisher, one)
        for file in one.distributions:
            yield _distribution(publisher, one, file)


def _dataset(publisher: Publisher, dataset: Dataset) -> Node:
    return {
        "@id": _iri(publisher, dataset.id),
        "@type": _both("Dataset"),
        "dct:identifier": dataset.id,
        "dct:title": f"{publisher.name}: {dataset.title}",
        "dct:description": dataset.description,
        **_modified(dataset.modified),
        "dct:accrualPeriodicity": {"@id": f"{_TABLES}frequency/IRREG"},
        "dct:language": _LANGUAGE,
        "dct:publisher": {"@id": body_iri(publisher)},
        "dct:rightsHolder": {"@id": body_iri(publisher)},
        "dcat:theme": [{"@id": f"{DATA_THEME}{code}"} for code in dataset.themes],
        "dcat:keyword": dataset.title,
        "dcat:landingPage": {"@id": f"{publisher.origin}{routes.DATA}"},
        "dcat:contactPoint": {"@id": _iri(publisher, "contatto")},
        "dcat:distribution": [{"@id": _iri(publisher, one.id)} for one in dataset.distributions],
    }


def _distribution(publisher: Publisher, dataset: Dataset, file: Distribution) -> Node:
    media = {"dcat:mediaType": {"@id": f"{_MEDIA}{file.format.media}"}} if file.format.media else {}
    return {
        "@id": _iri(publisher, file.id),
        "@type": _both("Distribution"),
        "dct:title": f"{dataset.title}: {file.title}",
        "dct:format": {"@id": f"{_TABLES}file-type/{file.format.code}"},
        **media,
        "dct:license": {"@id": _LICENCE},
        **_modified(dataset.modified),
        "dcat:accessURL": {"@id": f"{publisher.origin}{routes.DATA}"},
        "dcat:downloadURL": {"@id": f"{publisher.origin}{file.address}"},
    }


def _service(publisher: Publisher, some: Sequence[Dataset]) -> Node:
    """The API: it serves the records of each type, and the vocabularies."""
    return {
        "@id": _iri(publisher, "api"),
        "@type": "dcat:DataService",
        "dct:title": f"{publisher.name}: API",
        "dct:license": {"@id": _LICENCE},
        "dct:publisher": {"@id": body_iri(publisher)},
        "dcat:contactPoint": {"@id": _iri(publisher, "contatto")},
        "dcat:endpointURL": {"@id": f"{publisher.origin}{routes.API}"},
        "dcat:endpointDescription": {"@id": f"{publisher.origin}{routes.OPENAPI}"},
        "dcat:landingPage": {"@id": f"{publisher.origin}{routes.API_PAGE}"},
        "dcat:servesDataset": [{"@id": _iri(publisher, one.id)} for one in some],
    }


def _publisher(publisher: Publisher) -> Iterator[Node]:
    """Who publishes, whom to ask, the licence: all that the datasets share."""
    yield {
        "@id": body_iri(publisher),
        "@type": ["foaf:Agent", "dcatapit:Agent"],
        "foaf:name": publisher.body.name,
        "dct:identifier": publisher.body.code,
    }
    yield {
        "@id": _iri(publisher, "contatto"),
        "@type": ["vcard:Organization", "dcatapit:Organization"],
        "vcard:fn": publisher.body.name,
        "vcard:hasEmail": {"@id": f"mailto:{publisher.body.email}"},
    }
    yield {
        "@id": _LICENCE,
        "@type": ["dct:LicenseDocument", "dcatapit:LicenseDocument"],
        "foaf:name": "Creative Commons Attribuzione 4.0 Internazionale (CC BY 4.0)",
        "dct:type": {"@id": "http://purl.org/adms/licencetype/Attribution"},
    }


def _iri(publisher: Publisher, name: str = "") -> str:
    """What the catalogue speaks of is a place in its Turtle file; without a name, itself."""
    return f"{publisher.origin}{routes.DATA_CATALOGUE}{'#' * bool(name)}{name}"


def _both(name: str) -> list[str]:
    return [f"dcat:{name}", f"dcatapit:{name}"]


def _modified(day: date | None) -> Node:
    return {"dct:modified": day.isoformat()} if day else {}
