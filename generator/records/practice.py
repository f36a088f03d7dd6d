"""Leading practice: what an experience taught, recognised, proved and ready to be taken up."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import Annotated

from generator.fields import (
    Choice,
    Date,
    Group,
    Option,
    PartialDate,
    Place,
    Reference,
    Section,
    Text,
)
from generator.records.parts import (
    Contact,
    Deferred,
    Indicator,
    Result,
    Rights,
    Source,
    SourcesNote,
)
from generator.values import Moment, Prose, Ref
from generator.vocabulary import Term


class Level(StrEnum):
    """How far a practice is recognised."""

    PROMISING = "pratica-promettente"
    LEADING = "leading-practice"


@dataclass(frozen=True, kw_only=True, slots=True)
class Practice:
    """A practice that others can take up (scheda leading practice)."""

    title: Annotated[str, Text("Titolo", max_length=120, place=Place.TITLE)]
    summary: Annotated[str, Text("Sintesi", max_length=255, place=Place.TITLE)]
    level: Annotated[
        Level,
        Option(
            "Livello di riconoscimento", key="livello", of=Level, facet="livello", place=Place.ASIDE
        ),
    ]
    owner: Annotated[
        Ref,
        Reference(
            "Realizzato da",
            to="amministrazioni",
            facet="ente",
            inverse="Leading practice e pratiche promettenti",
            place=Place.ASIDE,
        ),
    ]
    themes: Annotated[
        tuple[Term, ...], Choice("Temi", vocabulary="temi", facet="tema", place=Place.HEAD)
    ]
    subthemes: Annotated[
        tuple[Term, ...],
        Choice(
            "Sotto-temi",
            key="sottotemi",
            vocabulary="sottotemi",
            facet="sottotema",
            place=Place.ASIDE,
        ),
    ] = ()
    phases: Annotated[
        tuple[Term, ...],
        Choice(
            "Fasi del ciclo della performance",
            key="fasi",
            vocabulary="fasi-ciclo",
            facet="fase",
            place=Place.ASIDE,
        ),
    ] = ()
    service_objectives: Annotated[
        tuple[Term, ...],
        Choice(
            "Obiettivi di servizio",
            vocabulary="obiettivi-di-servizio",
            facet="obiettivo",
            place=Place.ASIDE,
        ),
    ] = ()
    territories: Annotated[
        tuple[Term, ...],
        Choice(
            "Territorio",
            key="territori",
            vocabulary="territori",
            facet="territorio",
            place=Place.ASIDE,
        ),
    ] = ()
    start: Annotated[
        Moment | None,
        PartialDate("Data di avvio", key="data_avvio", facet="anno", place=Place.ASIDE),
    ] = None
    problem: Annotated[Prose | None, Section("Il problema", key="problema")] = None
    done: Annotated[Prose | None, Section("Che cosa è stato fatto", key="fatto")] = None
    results: Annotated[tuple[Result, ...], Group("Risultati", of=Result)] = ()
    indicators: Annotated[tuple[Indicator, ...], Group("Indicatori", of=Indicator)] = ()
    lessons: Annotated[
        Prose | Deferred | None, Section("Lezioni apprese", key="lezioni", may_defer=True)
    ] = None
    recommendations: Annotated[Prose | None, Section("Raccomandazioni")] = None
    prerequisites: Annotated[
        Prose | None, Section("Che cosa serve per trasferirla", key="prerequisiti")
    ] = None
    origins: Annotated[
        tuple[Ref, ...],
        Reference(
            "Esperienze da cui deriva",
            key="deriva_da",
            to="esperienze",
            inverse="Ne è nata la pratica",
        ),
    ] = ()
    exchange: Annotated[
        tuple[Term, ...],
        Choice(
            "Modalità di scambio attivabili",
            key="modalita_scambio",
            vocabulary="modalita-scambio",
            facet="scambio",
            place=Place.EXCHANGE,
        ),
    ] = ()
    contact: Annotated[Contact | None, Group("Contatto", of=Contact, place=Place.EXCHANGE)] = None
    sources_note: SourcesNote = None
    sources: Annotated[tuple[Source, ...], Group("Fonti", of=Source, place=Place.FOOT)]
    rights: Annotated[Rights | None, Group("Diritti", of=Rights, place=Place.FOOT)] = None
    updated: Annotated[
        date | None, Date("Scheda aggiornata il", key="aggiornata_il", place=Place.DATES)
    ] = None
