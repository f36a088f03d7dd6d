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


class Reuse(StrEnum):
    """Whether others may take up a record's texts."""

    ALLOWED = "consentito"
    ON_REQUEST = "da-autorizzare"


@dataclass(frozen=True, kw_only=True, slots=True)
class Deferred:
    """A section that can't be written yet: not the same as one that is missing."""

    reason: Annotated[
        str, Text("Motivo", max_length=400, hint="Perché non si può ancora scrivere.")
    ]
    since: Annotated[date, Date("Data", hint="Il giorno in cui il testo è stato rinviato.")]
    due: Annotated[date | None, Date("Entro", hint="Solo se la fonte dice entro quando.")] = None


@dataclass(frozen=True, kw_only=True, slots=True)
class Deferral:
    """What stands in place of a section's text."""

    deferred: Annotated[
        Deferred,
        Group("Rinviato", of=Deferred, hint="Al posto del testo, se non si può ancora scrivere."),
    ]


@dataclass(frozen=True, kw_only=True, slots=True)
class Action:
    """The action of a programme: each programme has its own, so it is free text plus code."""

    code: Annotated[str, Code("Codice", pattern=r"\S{1,20}", example="D.1.2.1.A")]
    title: Annotated[
        str | None,
        Text("Descrizione", max_length=300, fact=True, hint="Il nome dell'azione nel programma."),
    ] = None


@dataclass(frozen=True, kw_only=True, slots=True)
class Budget:
    """An amount of money and what it is for."""

    amount: Annotated[
        Decimal,
        Number(
            "Importo", unit="euro", minimum=0, hint="Con il punto solo per i decimali: 100000.00."
        ),
    ]
    item: Annotated[
        str | None,
        Text("Voce", hint="A che cosa si riferisce: un anno, un atto; «cifra indicativa» se lo è."),
    ] = None


@dataclass(frozen=True, kw_only=True, slots=True)
class Participant:
    """A body that takes part, and how: a record of ours, or just a name."""

    organisation: Annotated[
        Ref | None,
        Reference(
            "Ente",
            to="amministrazioni",
            facet="ente",
            inverse="Ha partecipato a",
            term="@id",
            hint="Se il soggetto ha una scheda qui; altrimenti si usa «nome».",
        ),
    ] = None
    name: Annotated[
        str | None, Text("Nome", term="name", hint="Se il soggetto non ha una scheda qui.")
    ] = None
    role: Annotated[
        Term | None,
        Choice("Ruolo", vocabulary="ruoli", hint="Che parte ha avuto, secondo le fonti."),
    ] = None
    note: Annotated[str | None, Text("Nota", max_length=300)] = None


@dataclass(frozen=True, kw_only=True, slots=True)
class Indicator:
    """A measure of what changed, planned and achieved."""

    name: Annotated[str, Text("Indicatore", key="nome", hint="Che cosa si misura.")]
    unit: Annotated[
        str,
        Text(
            "Unità di misura",
            key="unita",
            max_length=60,
            hint="Per esempio: giorni, euro, % delle domande.",
        ),
    ]
    direction: Annotated[
        Direction | None,
        Option("Verso", of=Direction, hint="«su» se migliora crescendo, «giu» se scendendo."),
    ] = None
    baseline: Annotated[
        Decimal | None, Number("Partenza", key="base", hint="Il valore prima di cominciare.")
    ] = None
    target: Annotated[
        Decimal | None, Number("Atteso", hint="Il valore che ci si era proposti.")
    ] = None
    value: Annotated[Decimal | None, Number("Valore", hint="Il valore misurato.")] = None
    moment: Annotated[
        Moment | None, PartialDate("Data", hint="A quando si riferisce il valore misurato.")
    ] = None
    objective: Annotated[
        Term | None,
        Choice(
            "Obiettivo di servizio",
            key="obiettivo",
            vocabulary="obiettivi-di-servizio",
            facet="obiettivo",
            hint="Quello del QSN 2007-2013, se l'indicatore è il suo.",
        ),
    ] = None
    source: Annotated[
        str | None,
        Text("Fonte", max_length=300, fact=True, hint="Il documento che dà il valore."),
    ] = None


@dataclass(frozen=True, kw_only=True, slots=True)
class Result:
    """Something achieved, and how well it is proved."""

    what: Annotated[
        str, Text("Risultato", max_length=600, hint="Che cosa è cambiato, con le cifre se ci sono.")
    ]
    proof: Annotated[
        Proof,
        Option(
            "Livello di prova",
            key="prova",
            of=Proof,
            hint="«documentato» se c'è un documento, «verificato» se da qualcuno di esterno.",
        ),
    ]
    document: Annotated[
        str | None,
        Text("Documento", max_length=300, fact=True, hint="Il documento che lo prova."),
    ] = None
    url: Annotated[str | None, Url("Indirizzo", http=True, hint="Dove si trova il documento.")] = (
        None
    )
    moment: Annotated[Moment | None, PartialDate("Data")] = None


@dataclass(frozen=True, kw_only=True, slots=True)
class Contact:
    """The office to ask, never a person."""

    office: Annotated[str, Text("Ufficio", hint="Il nome dell'ufficio, non di una persona.")]
    url: Annotated[str | None, Url("Indirizzo", http=True, hint="La pagina dell'ufficio.")] = None
    email: Annotated[
        str | None,
        Email(
            "Posta elettronica", key="email", hint="La casella dell'ufficio, non di una persona."
        ),
    ] = None


@dataclass(frozen=True, kw_only=True, slots=True)
class Rights:
    """Whose the original materials are, and what others may do with them."""

    holder: Annotated[str, Text("Titolare", hint="Di chi sono i materiali originali.")]
    conditions: Annotated[
        str, Text("Condizioni", max_length=400, fact=True, hint="Che cosa altri ne possono fare.")
    ]
    reuse: Annotated[
        Reuse | None,
        Option(
            "Riuso",
            of=Reuse,
            hint="«consentito» se altri possono riprendere i testi della scheda; altrimenti i dati "
            "aperti ne hanno solo i fatti.",
        ),
    ] = None


@dataclass(frozen=True, kw_only=True, slots=True)
class Source:
    """Where a record's facts come from."""

    title: Annotated[
        str,
        Text(
            "Titolo",
            max_length=300,
            fact=True,
            term="name",
            hint="Il titolo del documento o della pagina.",
        ),
    ]
    url: Annotated[
        str | None,
        Url("Indirizzo", http=True, hint="Un indirizzo pubblico, che chiunque può aprire."),
    ] = None
    kind: Annotated[Term | None, Choice("Tipo", vocabulary="tipi-fonte")] = None
    moment: Annotated[
        Moment | None,
        PartialDate("Data", hint="La data del documento, non di quando lo hai letto."),
    ] = None
    note: Annotated[
        str | None,
        Text("Nota", max_length=400, hint="Che cosa viene da qui, se le fonti sono più di una."),
    ] = None
