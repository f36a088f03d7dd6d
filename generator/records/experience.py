"""Experience: the sheet of the OT11-OT2 catalogue, in its page order and under its labels."""

from dataclasses import dataclass
from datetime import date
from typing import Annotated

from generator.fields import (
    Choice,
    Date,
    Flag,
    Group,
    Integer,
    PartialDate,
    Place,
    Reference,
    Section,
    Text,
)
from generator.records.parts import (
    Action,
    Budget,
    Contact,
    Deferred,
    Indicator,
    Participant,
    Rights,
    Source,
    SourcesNote,
)
from generator.values import Moment, Prose, Ref
from generator.vocabulary import Term


@dataclass(frozen=True, kw_only=True, slots=True)
class Experience:
    """Something an administration did or is doing (scheda esperienza)."""

    title: Annotated[
        str,
        Text(
            "Titolo",
            max_length=120,
            hint="Il nome con cui l'esperienza è conosciuta.",
            place=Place.TITLE,
        ),
    ]
    summary: Annotated[
        str,
        Text(
            "Sintesi",
            max_length=255,
            hint="Che cosa è stato fatto e per chi, in una o due frasi.",
            place=Place.TITLE,
        ),
    ]
    themes: Annotated[
        tuple[Term, ...],
        Choice("Temi", vocabulary="temi", facet="tema", hint="Da uno a sei.", place=Place.HEAD),
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
    planned_themes: Annotated[
        tuple[Term, ...],
        Choice(
            "Temi in corso di progettazione",
            key="temi_in_progettazione",
            vocabulary="temi",
            hint="Quali dei temi indicati sopra non sono ancora partiti.",
            place=Place.HEAD,
        ),
    ] = ()
    description: Annotated[
        Prose | None,
        Section("Descrizione", hint="Di che cosa si tratta, per chi non ne sa niente."),
    ] = None

    owner: Annotated[
        Ref,
        Reference(
            "Realizzato da",
            to="amministrazioni",
            facet="ente",
            inverse="Esperienze realizzate",
            place=Place.ASIDE,
        ),
    ]
    objective: Annotated[
        Term | None,
        Choice(
            "Obiettivo Tematico", vocabulary="obiettivi-tematici", facet="ot", place=Place.ASIDE
        ),
    ] = None
    expected_result: Annotated[
        Term | None,
        Choice("Risultato atteso", vocabulary="risultati-attesi", facet="ra", place=Place.ASIDE),
    ] = None
    actions: Annotated[
        tuple[Action, ...], Group("Azione", key="azioni", of=Action, place=Place.ASIDE)
    ] = ()
    area: Annotated[
        Term | None,
        Choice("Ambito tematico", vocabulary="ambiti-tematici", facet="ambito", place=Place.ASIDE),
    ] = None
    start: Annotated[
        Moment | None,
        PartialDate("Data di avvio", key="data_avvio", facet="anno", place=Place.ASIDE),
    ] = None
    end: Annotated[
        Moment | None, PartialDate("Data di conclusione", key="data_conclusione", place=Place.ASIDE)
    ] = None
    duration: Annotated[
        int | None,
        Integer("Durata prevista", key="durata_mesi", unit="mesi", maximum=600, place=Place.ASIDE),
    ] = None
    status: Annotated[
        Term | None, Choice("Stato", vocabulary="stati", facet="stato", place=Place.ASIDE)
    ] = None
    budget: Annotated[
        tuple[Budget, ...], Group("Budget programmato", key="budget", of=Budget, place=Place.ASIDE)
    ] = ()
    programmes: Annotated[
        tuple[Term, ...],
        Choice(
            "Programma",
            key="programmi",
            vocabulary="programmi",
            facet="programma",
            place=Place.ASIDE,
        ),
    ] = ()
    funds: Annotated[
        tuple[Term, ...],
        Choice(
            "Fonte di finanziamento",
            key="fonti_finanziamento",
            vocabulary="fondi",
            facet="fondo",
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
    service_objectives: Annotated[
        tuple[Term, ...],
        Choice(
            "Obiettivi di servizio",
            vocabulary="obiettivi-di-servizio",
            facet="obiettivo",
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

    motivation: Annotated[
        Prose | None, Section("Motivazione e obiettivi", key="motivazione_obiettivi")
    ] = None
    activities: Annotated[Prose | None, Section("Attività")] = None
    recipients: Annotated[Prose | None, Section("Destinatari")] = None
    selection: Annotated[
        tuple[str, ...],
        Text(
            "Modalità di selezione e attuazione dell'esperienza progettuale",
            key="modalita_attuazione",
            max_length=600,
        ),
    ] = ()
    organisation: Annotated[
        Prose | None,
        Section("Come sono organizzati i soggetti coinvolti", key="organizzazione_soggetti"),
    ] = None
    participants: Annotated[
        tuple[Participant, ...],
        Group(
            "Soggetti coinvolti per l'elaborazione e la realizzazione",
            key="soggetti_coinvolti",
            of=Participant,
        ),
    ] = ()
    work_group: Annotated[
        Term | None,
        Choice(
            "Composizione gruppo di lavoro", key="gruppo_di_lavoro", vocabulary="gruppo-di-lavoro"
        ),
    ] = None
    collaborations: Annotated[Prose | None, Section("Collaborazioni")] = None
    outputs: Annotated[
        Prose | None, Section("Principali output realizzati dall'esperienza", key="output")
    ] = None
    expected: Annotated[Prose | None, Section("Risultati attesi")] = None
    achieved: Annotated[Prose | Deferred | None, Section("Risultati raggiunti", may_defer=True)] = (
        None
    )
    indicators: Annotated[tuple[Indicator, ...], Group("Indicatori", of=Indicator)] = ()
    strengths: Annotated[tuple[str, ...], Text("Punti di forza", max_length=600)] = ()
    weaknesses: Annotated[
        Prose | Deferred | None,
        Section("Principali criticità", key="criticita", may_defer=True),
    ] = None
    lessons: Annotated[Prose | Deferred | None, Section("Lezioni", may_defer=True)] = None
    transfer: Annotated[Prose | None, Section("Trasferibilità")] = None
    support: Annotated[tuple[str, ...], Text("Supporto", max_length=600)] = ()

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
    sources: Annotated[
        tuple[Source, ...],
        Group("Fonti", of=Source, hint="Da dove vengono i dati della scheda.", place=Place.FOOT),
    ]
    rights: Annotated[Rights | None, Group("Diritti", of=Rights, place=Place.FOOT)] = None
    draft: Annotated[
        bool,
        Flag(
            "Bozza",
            hint="«si» se le fonti dicono ancora troppo poco per una scheda.",
            place=Place.TITLE,
        ),
    ] = False
    published: Annotated[
        date | None, Date("Esperienza pubblicata il", key="pubblicata_il", place=Place.DATES)
    ] = None
    updated: Annotated[
        date | None, Date("Scheda aggiornata il", key="aggiornata_il", place=Place.DATES)
    ] = None
