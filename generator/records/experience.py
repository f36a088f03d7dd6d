"""Experience: the sheet of the OT11-OT2 catalogue, in its page order and under its labels."""

from dataclasses import dataclass
from datetime import date
from typing import Annotated

from generator.fields import (
    Choice,
    Date,
    Group,
    Integer,
    Place,
    Reference,
    Section,
    Text,
)
from generator.records.attributes import (
    ContactOffice,
    Draft,
    End,
    Exchange,
    Funds,
    Phases,
    Programmes,
    Project,
    RightsOfSources,
    ServiceObjectives,
    Sources,
    SourcesNote,
    Start,
    State,
    Subthemes,
    Summary,
    Territories,
    Themes,
    Title,
    Updated,
)
from generator.records.parts import (
    Action,
    Budget,
    Deferred,
    Indicator,
    Participant,
)
from generator.values import Prose, Ref
from generator.vocabulary import Term


@dataclass(frozen=True, kw_only=True, slots=True)
class Experience:
    """Something an administration did or is doing (scheda esperienza)."""

    title: Title
    summary: Summary
    themes: Themes
    subthemes: Subthemes = ()
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
    start: Start = None
    end: End = None
    duration: Annotated[
        int | None,
        Integer(
            "Durata prevista",
            key="durata_mesi",
            unit="mesi",
            one="mese",
            maximum=600,
            place=Place.ASIDE,
        ),
    ] = None
    status: State = None
    budget: Annotated[
        tuple[Budget, ...], Group("Budget programmato", key="budget", of=Budget, place=Place.ASIDE)
    ] = ()
    programmes: Programmes = ()
    funds: Funds = ()
    territories: Territories = ()
    service_objectives: ServiceObjectives = ()
    phases: Phases = ()

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

    origins: Annotated[
        tuple[Ref, ...],
        Reference(
            "Riprende da",
            key="deriva_da",
            to="esperienze",
        ),
    ] = ()
    project: Project = None
    exchange: Exchange = ()
    contact: ContactOffice = None
    sources_note: SourcesNote = None
    sources: Sources
    rights: RightsOfSources = None
    draft: Draft = False
    published: Annotated[
        date | None, Date("Esperienza pubblicata il", key="pubblicata_il", place=Place.DATES)
    ] = None
    updated: Updated = None
