"""Parts: the groups of fields that several record types share."""

from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from enum import StrEnum
from typing import Annotated

from generator.fields import (
    Choice,
    Code,
    Date,
    Email,
    Group,
    Number,
    Option,
    PartialDate,
    Reference,
    Text,
    Url,
)
from generator.values import Moment, Ref
from generator.vocabulary import Term


class Direction(StrEnum):
    """The way in which an indicator gets better."""

    UP = "su"
    DOWN = "giu"


class Proof(StrEnum):
    """How well a result is proved."""

    DECLARED = "dichiarato"
    DOCUMENTED = "documentato"
    VERIFIED = "verificato"


@dataclass(frozen=True, kw_only=True, slots=True)
class Deferred:
    """A section that can't be written yet: not the same as one that is missing."""

    reason: Annotated[str, Text("Motivo", max_length=400)]
    since: Annotated[date, Date("Data", hint="Il giorno in cui il testo è stato rinviato.")]
    due: Annotated[date | None, Date("Entro", hint="Solo se la fonte dice entro quando.")] = None


@dataclass(frozen=True, kw_only=True, slots=True)
class Deferral:
    """What stands in place of a section's text."""

    deferred: Annotated[Deferred, Group("Rinviato", of=Deferred)]


@dataclass(frozen=True, kw_only=True, slots=True)
class Action:
    """The action of a programme: each programme has its own, so it is free text plus code."""

    code: Annotated[str, Code("Codice", pattern=r"\S{1,20}", example="D.1.2.1.A")]
    title: Annotated[str | None, Text("Descrizione", max_length=300)] = None


@dataclass(frozen=True, kw_only=True, slots=True)
class Budget:
    """An amount of money and what it is for."""

    amount: Annotated[Decimal, Number("Importo", unit="euro", minimum=0)]
    item: Annotated[
        str | None,
        Text("Voce", hint="A che cosa si riferisce: un anno, un atto; «cifra indicativa» se lo è."),
    ] = None


@dataclass(frozen=True, kw_only=True, slots=True)
class Participant:
    """A body that takes part, and how: a record of ours, or just a name."""

    organisation: Annotated[
        Ref | None,
        Reference("Ente", to="amministrazioni", facet="ente", inverse="Ha partecipato a"),
    ] = None
    name: Annotated[str | None, Text("Nome", hint="Se il soggetto non ha una scheda qui.")] = None
    role: Annotated[Term | None, Choice("Ruolo", vocabulary="ruoli")] = None
    note: Annotated[str | None, Text("Nota", max_length=300)] = None


@dataclass(frozen=True, kw_only=True, slots=True)
class Indicator:
    """A measure of what changed, planned and achieved."""

    name: Annotated[str, Text("Indicatore", key="nome")]
    unit: Annotated[str, Text("Unità di misura", key="unita", max_length=60)]
    direction: Annotated[
        Direction | None,
        Option("Verso", of=Direction, hint="«su» se migliora crescendo, «giu» se scendendo."),
    ] = None
    baseline: Annotated[Decimal | None, Number("Partenza", key="base")] = None
    target: Annotated[Decimal | None, Number("Atteso")] = None
    value: Annotated[Decimal | None, Number("Valore")] = None
    moment: Annotated[Moment | None, PartialDate("Data")] = None
    objective: Annotated[
        Term | None,
        Choice(
            "Obiettivo di servizio",
            key="obiettivo",
            vocabulary="obiettivi-di-servizio",
            facet="obiettivo",
        ),
    ] = None
    source: Annotated[str | None, Text("Fonte", max_length=300)] = None


@dataclass(frozen=True, kw_only=True, slots=True)
class Result:
    """Something achieved, and how well it is proved."""

    what: Annotated[str, Text("Risultato", max_length=600)]
    proof: Annotated[Proof, Option("Livello di prova", key="prova", of=Proof)]
    document: Annotated[str | None, Text("Documento", max_length=300)] = None
    url: Annotated[str | None, Url("Indirizzo", http=True)] = None
    moment: Annotated[Moment | None, PartialDate("Data")] = None


@dataclass(frozen=True, kw_only=True, slots=True)
class Contact:
    """The office to ask, never a person."""

    office: Annotated[str, Text("Ufficio")]
    url: Annotated[str | None, Url("Indirizzo", http=True)] = None
    email: Annotated[str | None, Email("Posta elettronica", key="email")] = None


@dataclass(frozen=True, kw_only=True, slots=True)
class Rights:
    """Whose the original materials are, and what others may do with them."""

    holder: Annotated[str, Text("Titolare")]
    conditions: Annotated[str, Text("Condizioni", max_length=400)]


@dataclass(frozen=True, kw_only=True, slots=True)
class Source:
    """Where a record's facts come from."""

    title: Annotated[str, Text("Titolo", max_length=300)]
    url: Annotated[str | None, Url("Indirizzo", http=True)] = None
    kind: Annotated[Term | None, Choice("Tipo", vocabulary="tipi-fonte")] = None
    moment: Annotated[Moment | None, PartialDate("Data")] = None
    note: Annotated[str | None, Text("Nota", max_length=400)] = None
