"""Organisation: the body that did, hosted or asked for what the portal holds."""

from dataclasses import dataclass
from datetime import date
from typing import Annotated

from generator.fields import (
    Choice,
    Code,
    Date,
    Group,
    Integer,
    Place,
    Reference,
    Section,
    Text,
    Url,
)
from generator.records.attributes import FormerIds
from generator.records.parts import Source
from generator.values import Prose, Ref
from generator.vocabulary import Term


@dataclass(frozen=True, kw_only=True, slots=True)
class CycleDocument:
    """A document of an administration's performance cycle, for one year."""

    kind: Annotated[Term, Choice("Documento", key="tipo", vocabulary="tipi-documento")]
    year: Annotated[
        int,
        Integer(
            "Anno",
            minimum=1990,
            maximum=2100,
            is_year=True,
            hint="L'anno a cui il documento si riferisce.",
        ),
    ]
    title: Annotated[str | None, Text("Titolo", max_length=300, fact=True)] = None
    url: Annotated[str | None, Url("Indirizzo", http=True)] = None
    note: Annotated[str | None, Text("Nota", max_length=300)] = None


@dataclass(frozen=True, kw_only=True, slots=True)
class Organisation:
    """A public body (scheda amministrazione)."""

    title: Annotated[
        str,
        Text(
            "Nome",
            max_length=120,
            place=Place.TITLE,
            term="name",
            hint="Il nome ufficiale: «Comune di Prova», non «Prova».",
        ),
    ]
    category: Annotated[
        Term,
        Choice(
            "Tipo di ente (categoria IPA)",
            key="tipo",
            vocabulary="tipi-amministrazione",
            facet="tipo-ente",
            place=Place.ASIDE,
            term="about.keywords",
        ),
    ]
    territory: Annotated[
        Term,
        Choice(
            "Territorio",
            vocabulary="territori",
            facet="territorio",
            place=Place.ASIDE,
            term="spatialCoverage",
            hint="La regione o la provincia autonoma; «italia» per un ente nazionale.",
        ),
    ]
    population_band: Annotated[
        Term | None,
        Choice(
            "Fascia di popolazione",
            vocabulary="fasce-popolazione",
            key="fascia_popolazione",
            facet="fascia",
            place=Place.ASIDE,
        ),
    ] = None
    population: Annotated[
        int | None,
        Integer(
            "Popolazione",
            unit="abitanti",
            place=Place.ASIDE,
            hint="Gli abitanti, secondo la fonte citata.",
        ),
    ] = None
    ipa_code: Annotated[
        str | None,
        Code(
            "Codice IPA",
            pattern=r"[A-Za-z0-9_]{2,20}",
            example="c_a794",
            place=Place.ASIDE,
            term="about.identifier",
            hint="Si trova in www.indicepa.gov.it.",
        ),
    ] = None
    website: Annotated[
        str | None,
        Url("Sito istituzionale", key="sito", place=Place.ASIDE, term="about.url"),
    ] = None
    development: Annotated[
        Term | None,
        Choice(
            "Sviluppo del ciclo della performance",
            key="livello_di_sviluppo",
            vocabulary="livelli-sviluppo",
            facet="sviluppo",
            place=Place.ASIDE,
            hint="Quanto è maturo il ciclo, secondo una review.",
        ),
    ] = None
    pilot_of: Annotated[
        tuple[Ref, ...],
        Reference(
            "Amministrazione pilota di",
            key="pilota_di",
            to="progetti",
            inverse="Amministrazioni pilota",
            place=Place.ASIDE,
            hint="I progetti in cui l'ente fa da prova per gli altri.",
        ),
    ] = ()
    description: Annotated[Prose | None, Section("Descrizione")] = None
    documents: Annotated[
        tuple[CycleDocument, ...],
        Group(
            "Documenti del ciclo della performance",
            key="documenti",
            of=CycleDocument,
            hint="Piani, relazioni, sistemi di misurazione, anno per anno.",
        ),
    ] = ()
    sources: Annotated[
        tuple[Source, ...], Group("Fonti", of=Source, place=Place.FOOT, term="citation")
    ] = ()
    updated: Annotated[
        date | None,
        Date("Ultimo aggiornamento", key="aggiornata_il", place=Place.DATES, term="dateModified"),
    ] = None
    former_ids: FormerIds = ()
