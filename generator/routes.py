"""Routes: every address of the site is spelled here and nowhere else.

An address is relative to the site's root and ends with a slash; the home's is empty.
"""

from collections.abc import Mapping, Sequence
from enum import StrEnum
from functools import cache
from urllib.parse import urlencode

from generator.values import Moment, Ref

HOME = ""
CATALOGUE = "catalogo/"
THEMES = "temi/"
TERRITORIES = "territori/"
PROGRAMMES = "programmi/"
FIGURES = "cifre/"
ORGANISATIONS = "amministrazioni/"
CONTRIBUTE = "contribuisci/"
EDITOR = "redazione/"
ABOUT = "progetto/"
CYCLE = "ciclo-della-performance/"
OBJECTIVES = "obiettivi-di-servizio/"
GLOSSARY = "glossario/"
FRAMES = "riquadri/"
ELSEWHERE = "altrove/"
LLMS = "llms.txt"
NEWSLETTERS = "newsletter/"
EMBLEM = "assets/emblema-ue.svg"
WORDS = "catalogo/parole.json"
SUGGESTIONS = "catalogo/suggerimenti.json"
COMPARE = "confronta/"
DOSSIER = "dossier/"
SCHEMAS = "schema/v1/"
API = "api/v1/"
API_PAGE = "api/"
API_VOCABULARIES = "api/v1/vocabolari.json"
OPENAPI = "api/v1/openapi.json"
LEGAL = "note-legali/"
DATABASE = "dati/catalogo.sqlite"
DATAPACKAGE = "dati/datapackage.json"
CHECKSUMS = "dati/SHA256SUMS"
GUIDE = "contribuisci/guida/"
DATA = "dati/"
DATA_CATALOGUE = "dati/catalogo.ttl"
TO_COMPLETE = "contribuisci/da-completare/"
PROPOSE = "contribuisci/proponi/"
FORM_RULES = "contribuisci/proponi/regole.json"
FORM_NAMES = "contribuisci/proponi/voci.json"

WHOLE = "catalogo"
"""The dataset of all records."""


class Form(StrEnum):
    """What a dataset can be fetched as, by how its address ends."""

    CSV = ".csv"
    SHEET = "-foglio.csv"
    """CSV as Italian spreadsheets open it."""
    JSON = ".json"
    LINES = ".ndjson"


_PAGES: Mapping[str, str] = {
    "tema": THEMES,
    "territorio": TERRITORIES,
    "programma": PROGRAMMES,
    "ente": ORGANISATIONS,
}
"""The facets whose values have a page of their own."""


def record(ref: Ref) -> str:
    """A record's page."""
    return f"{ref.type}/{ref.id}/"


def source(ref: Ref) -> str:
    """The file that a record's page was made from."""
    return f"{ref.type}/{ref.id}/scheda.yml"


def qr(ref: Ref) -> str:
    """The QR code of a record's page."""
    return f"{ref.type}/{ref.id}/qr.svg"


def markdown(ref: Ref) -> str:
    """A record as Markdown."""
    return f"{record(ref)}scheda.md"


def citation(ref: Ref, form: str) -> str:
    """How to cite a record, for a program: `bib` (BibTeX) or `ris`."""
    return f"{record(ref)}citazione.{form}"


def frame(page: str) -> str:
    """The newest of what a page lists, to show inside a page of another site."""
    return f"{FRAMES}{page}"


def propose(folder: str) -> str:
    """The form of a record type."""
    return f"{PROPOSE}{folder}/"


def blank(folder: str) -> str:
    """An empty record of a type, each field explained."""
    return f"{PROPOSE}{folder}/scheda-vuota.yml"


def record_index(folder: str) -> str:
    """The list of the records of one type."""
    return f"{folder}/"


def schema(folder: str) -> str:
    """The JSON Schema of a record type; the number changes with what its readers rely on."""
    return f"{SCHEMAS}{folder}.json"


def api_record(ref: Ref) -> str:
    """A record as JSON; the number in it changes with what programs rely on."""
    return f"{API}{ref.type}/{ref.id}.json"


def api_list(folder: str, page: int) -> str:
    """A page of the list of the records of one type; the first page is 1."""
    return f"{API}{folder}.json" if page == 1 else f"{API}{folder}/pagine/{page}.json"


def api_vocabulary(name: str) -> str:
    """A vocabulary as JSON."""
    return f"{API}vocabolari/{name}.json"


def dataset(name: str, form: Form) -> str:
    """The records of one type, or all of them, as a file."""
    return f"{DATA}{name}{form}"


def theme(theme_id: str) -> str:
    """A theme's page."""
    return f"{THEMES}{theme_id}/"


def territory(territory_id: str) -> str:
    """A territory's page."""
    return f"{TERRITORIES}{territory_id}/"


def programme(programme_id: str) -> str:
    """A programme's page."""
    return f"{PROGRAMMES}{programme_id}/"


@cache
def filtered(facet: str, value: str) -> str:
    """The catalogue with one facet chosen."""
    return _search([(facet, value)])


def peers(types: Sequence[str], traits: Sequence[tuple[str, str]]) -> str:
    """The catalogue, records of some types, those of bodies with the same traits first."""
    like = [("come", f"{facet}.{value_id}") for facet, value_id in traits]
    return _search([*(("tipo", folder) for folder in types), ("ordina", "vicinanza"), *like])


def _search(query: Sequence[tuple[str, str]]) -> str:
    return f"{CATALOGUE}?{urlencode(query)}"


def value(facet: str, value_id: str) -> str:
    """Where a reader finds all that has a facet's value: its page, or the filtered catalogue."""
    if facet in _PAGES:
        return f"{_PAGES[facet]}{value_id}/"
    return filtered(facet, value_id)


def feed(page: str) -> str:
    """What is new on a page: `/feed.xml` for all."""
    return f"{page}feed.xml"


def calendar(page: str) -> str:
    """The events of a page, for a calendar."""
    return f"{page}calendario.ics"


def newsletter(month: Moment) -> str:
    """The issue of a month."""
    return f"{NEWSLETTERS}{month}/"


def message(month: Moment) -> str:
    """The issue of a month as an e-mail, ready to send."""
    return f"{newsletter(month)}messaggio.eml"


def order(name: str) -> str:
    """The list of all results in one of their orders."""
    return f"{CATALOGUE}ordini/{name}.txt"


def guide(folder: str) -> str:
    """What can be written in the records of one type."""
    return f"{GUIDE}{folder}/"


def guide_terms(folder: str, vocabulary: str) -> str:
    """The terms of a vocabulary, in the guide of a type."""
    return f"{guide(folder)}#voci-{vocabulary}"


def linked_records(folder: str) -> str:
    """The records of one type as linked data (Turtle)."""
    return f"{DATA}{folder}.ttl"


def vocabulary(name: str) -> str:
    """The terms of a vocabulary as linked data (Turtle): their IRIs begin with it."""
    return f"{DATA}vocabolari/{name}.ttl"


def as_jsonld(address: str) -> str:
    """The same linked data as a file in Turtle, as JSON-LD."""
    return f"{address.removesuffix('.ttl')}.jsonld"


def term(name: str, term_id: str) -> str:
    """A term of a vocabulary as linked data name it."""
    return f"{vocabulary(name)}#{term_id}"


def glossary_term(term_id: str) -> str:
    """A word's place in the glossary."""
    return f"{GLOSSARY}#{term_id}"


def to_root(address: str) -> str:
    """What leads from a page back to the site's root, such as `../../`."""
    return "../" * address.count("/") or "./"
