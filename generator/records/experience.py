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
    FormerIds,
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
            term="sourceOrganization",
            hint="L'ente che risponde dell'esperienza.",
        ),
    ]
    objective: Annotated[
        Term | None,
        Choice(
            "Obiettivo Tematico",
            vocabulary="obiettivi-tematici",
            facet="ot",
            place=Place.ASIDE,
            term="keywords",
            hint="Per il ciclo 2014-2020, per esempio ot11.",
        ),
    ] = None
    expected_result: Annotated[
        Term | None,
        Choice(
            "Risultato atteso",
            vocabulary="risultati-attesi",
            facet="ra",
            place=Place.ASIDE,
            term="keywords",
            hint="Quello dell'Accordo di partenariato 2014-2020, per esempio ra-11-1.",
        ),
    ] = None
    actions: Annotated[
        tuple[Action, ...],
        Group(
            "Azione",
            key="azioni",
            of=Action,
            place=Place.ASIDE,
            hint="Le azioni del programma, con il loro codice.",
        ),
    ] = ()
    area: Annotated[
        Term | None,
        Choice(
            "Ambito tematico",
            vocabulary="ambiti-tematici",
            facet="ambito",
            place=Place.ASIDE,
            term="keywords",
            hint="La voce del catalogo delle esperienze OT11-OT2.",
        ),
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
            hint="Quella prevista, in mesi: solo il numero.",
        ),
    ] = None
    status: State = None
    budget: Annotated[
        tuple[Budget, ...],
        Group(
            "Budget programmato",
            key="budget",
            of=Budget,
            place=Place.ASIDE,
            hint="Le somme previste, e a che cosa si riferiscono.",
        ),
    ] = ()
    programmes: Programmes = ()
    funds: Funds = ()
    territories: Territories = ()
    service_objectives: ServiceObjectives = ()
    phases: Phases = ()

    motivation: Annotated[
        Prose | None,
        Section(
            "Motivazione e obiettivi",
            key="motivazione_obiettivi",
            hint="Quale problema c'era e che cosa si voleva ottenere.",
        ),
    ] = None
    activities: Annotated[
        Prose | None, Section("Attività", hint="Che cosa è stato fatto, in ordine.")
    ] = None
    recipients: Annotated[Prose | None, Section("Destinatari", hint="Per chi è stato fatto.")] = (
        None
    )
    selection: Annotated[
        tuple[str, ...],
        Text(
            "Modalità di selezione e attuazione dell'esperienza progettuale",
            key="modalita_attuazione",
            max_length=600,
            hint="Come è stata scelta e attuata: contratto, bando, convenzione.",
        ),
    ] = ()
    organisation: Annotated[
        Prose | None,
        Section(
            "Come sono organizzati i soggetti coinvolti",
            key="organizzazione_soggetti",
            hint="Chi fa che cosa.",
        ),
    ] = None
    participants: Annotated[
        tuple[Participant, ...],
        Group(
            "Soggetti coinvolti per l'elaborazione e la realizzazione",
            key="soggetti_coinvolti",
            of=Participant,
            term="contributor",
            hint="Per ciascuno «ente» oppure «nome», poi il ruolo.",
        ),
    ] = ()
    work_group: Annotated[
        Term | None,
        Choice(
            "Composizione gruppo di lavoro",
            key="gruppo_di_lavoro",
            vocabulary="gruppo-di-lavoro",
            hint="Chi ci ha lavorato: dell'ente, esterno, tutti e due.",
        ),
    ] = None
    collaborations: Annotated[
        Prose | None,
        Section("Collaborazioni", hint="Gli accordi con altri: protocolli, convenzioni, reti."),
    ] = None
    outputs: Annotated[
        Prose | None,
        Section(
            "Principali output realizzati dall'esperienza",
            key="output",
            hint="Che cosa è stato prodotto: atti, modelli, software, corsi.",
        ),
    ] = None
    expected: Annotated[
        Prose | None, Section("Risultati attesi", hint="Che cosa ci si aspettava che cambiasse.")
    ] = None
    achieved: Annotated[
        Prose | Deferred | None,
        Section("Risultati raggiunti", may_defer=True, hint="Che cosa è cambiato davvero."),
    ] = None
    indicators: Annotated[
        tuple[Indicator, ...], Group("Indicatori", of=Indicator, hint="Le misure, prima e dopo.")
    ] = ()
    strengths: Annotated[
        tuple[str, ...], Text("Punti di forza", max_length=600, hint="Che cosa ha funzionato.")
    ] = ()
    weaknesses: Annotated[
        Prose | Deferred | None,
        Section(
            "Principali criticità",
            key="criticita",
            may_defer=True,
            hint="Che cosa non ha funzionato: è la parte più utile a chi legge.",
        ),
    ] = None
    lessons: Annotated[
        Prose | Deferred | None,
        Section("Lezioni", may_defer=True, hint="Che cosa faresti in un altro modo."),
    ] = None
    transfer: Annotated[
        Prose | None,
        Section("Trasferibilità", hint="Che cosa si può riprendere altrove, e a quali condizioni."),
    ] = None
    support: Annotated[
        tuple[str, ...],
        Text(
            "Supporto",
            max_length=600,
            hint="Gli aiuti che ci sono stati: esperti, piattaforme, guide.",
        ),
    ] = ()

    origins: Annotated[
        tuple[Ref, ...],
        Reference(
            "Riprende da",
            key="deriva_da",
            to="esperienze",
            term="isBasedOn",
            hint="Le esperienze da cui ha preso le mosse.",
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
        date | None,
        Date(
            "Esperienza pubblicata il",
            key="pubblicata_il",
            place=Place.DATES,
            term="datePublished",
            hint="Il giorno in cui è stata pubblicata per la prima volta.",
        ),
    ] = None
    updated: Updated = None
    former_ids: FormerIds = ()
