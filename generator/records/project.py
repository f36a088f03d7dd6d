"""Project: what pays for and holds together experiences, tools and events."""

from dataclasses import dataclass
from decimal import Decimal
from typing import Annotated

from generator.fields import (
    Choice,
    Code,
    Group,
    Number,
    PartialDate,
    Place,
    Reference,
    Section,
    Text,
    Url,
)
from generator.records.attributes import (
    Draft,
    End,
    FormerIds,
    Funds,
    Programmes,
    RightsOfSources,
    ServiceObjectives,
    Sources,
    SourcesNote,
    Start,
    State,
    Summary,
    Territories,
    Themes,
    Title,
    Updated,
)
from generator.records.parts import Budget, Indicator, Participant
from generator.values import Moment, Prose, Ref
from generator.vocabulary import Term


@dataclass(frozen=True, kw_only=True, slots=True)
class Activity:
    """A line of a project: one that has money but no description says so by having no text."""

    code: Annotated[str, Code("Codice", pattern=r"[0-9]+(\.[a-z])?", example="1.a")]
    title: Annotated[str, Text("Titolo", max_length=300, fact=True)]
    amount: Annotated[
        Decimal | None,
        Number("Importo", unit="euro", minimum=0, hint="Quanto è destinato a questa linea."),
    ] = None
    description: Annotated[
        str | None, Text("Che cosa prevede", key="descrizione", max_length=800)
    ] = None


@dataclass(frozen=True, kw_only=True, slots=True)
class Act:
    """A convention, an additional act, a decree: what a project rests on."""

    title: Annotated[str, Text("Atto", key="titolo", max_length=300, fact=True)]
    url: Annotated[str | None, Url("Indirizzo", http=True)] = None
    moment: Annotated[Moment | None, PartialDate("Data")] = None
    effect: Annotated[
        str | None,
        Text(
            "Che cosa stabilisce",
            key="effetto",
            max_length=400,
            hint="In breve: che cosa avvia, proroga, finanzia.",
        ),
    ] = None
    amount: Annotated[Decimal | None, Number("Importo", unit="euro", minimum=0)] = None


@dataclass(frozen=True, kw_only=True, slots=True)
class Project:
    """A project that administrations carry out together (scheda progetto)."""

    title: Title
    summary: Summary
    themes: Themes
    description: Annotated[Prose | None, Section("Descrizione")] = None
    owner: Annotated[
        Ref,
        Reference(
            "Titolare",
            key="realizzato_da",
            to="amministrazioni",
            facet="ente",
            inverse="Progetti",
            place=Place.ASIDE,
            term="sourceOrganization",
            hint="L'ente che risponde del progetto.",
        ),
    ]
    start: Start = None
    end: End = None
    status: State = None
    budget: Annotated[
        tuple[Budget, ...],
        Group(
            "Risorse",
            key="budget",
            of=Budget,
            place=Place.ASIDE,
            hint="Le somme, e a che cosa si riferiscono.",
        ),
    ] = ()
    programmes: Programmes = ()
    axis: Annotated[
        str | None,
        Text(
            "Asse e obiettivo specifico",
            key="asse",
            place=Place.ASIDE,
            hint="Come li chiama il programma.",
        ),
    ] = None
    funds: Funds = ()
    territories: Territories = ()
    service_objectives: ServiceObjectives = ()
    goals: Annotated[Prose | None, Section("Obiettivi", hint="Che cosa si vuole ottenere.")] = None
    recipients: Annotated[Prose | None, Section("Destinatari", hint="Per chi è fatto.")] = None
    activities: Annotated[
        tuple[Activity, ...],
        Group(
            "Linee di attività",
            key="linee",
            of=Activity,
            hint="Le parti in cui è diviso, con i loro codici.",
        ),
    ] = ()
    activities_note: Annotated[
        Prose | None,
        Section(
            "Nota sulle linee di attività",
            key="nota_linee",
            hint="Che cosa della tabella va spiegato.",
        ),
    ] = None
    method: Annotated[Prose | None, Section("Metodo", hint="Come si lavora.")] = None
    participants: Annotated[
        tuple[Participant, ...],
        Group(
            "Soggetti coinvolti",
            of=Participant,
            term="contributor",
            hint="Per ciascuno «ente» oppure «nome», poi il ruolo.",
        ),
    ] = ()
    expected: Annotated[
        Prose | None, Section("Risultati attesi", hint="Che cosa ci si aspetta che cambi.")
    ] = None
    achieved: Annotated[
        Prose | None, Section("Risultati raggiunti", hint="Che cosa è cambiato davvero.")
    ] = None
    indicators: Annotated[
        tuple[Indicator, ...],
        Group(
            "Obiettivi e valori",
            key="indicatori",
            of=Indicator,
            hint="Le misure che il progetto si è dato.",
        ),
    ] = ()
    acts: Annotated[
        tuple[Act, ...],
        Group("Atti", of=Act, hint="Convenzioni, decreti, atti aggiuntivi su cui si regge."),
    ] = ()
    missing_links: Annotated[
        tuple[Term, ...],
        Choice(
            "Nessi mancanti da cui parte",
            key="nessi_mancanti",
            vocabulary="nessi-ciclo",
            hint="Quali nessi fra le fasi del ciclo vuole ricostruire.",
        ),
    ] = ()
    sources_note: SourcesNote = None
    sources: Sources
    rights: RightsOfSources = None
    draft: Draft = False
    updated: Updated = None
    former_ids: FormerIds = ()
