"""Leading practice: what an experience taught, recognised, proved and ready to be taken up."""

from dataclasses import dataclass
from enum import StrEnum
from typing import Annotated

from generator.fields import (
    Group,
    Option,
    Place,
    Reference,
    Section,
)
from generator.records.attributes import (
    ContactOffice,
    Draft,
    Exchange,
    FormerIds,
    Phases,
    Project,
    RightsOfSources,
    ServiceObjectives,
    Sources,
    SourcesNote,
    Start,
    Subthemes,
    Summary,
    Territories,
    Themes,
    Title,
    Updated,
)
from generator.records.parts import (
    Deferred,
    Indicator,
    Result,
    Source,
)
from generator.values import Prose, Ref


class Level(StrEnum):
    """How far a practice is recognised."""

    PROMISING = "pratica-promettente"
    LEADING = "leading-practice"


@dataclass(frozen=True, kw_only=True, slots=True)
class Practice:
    """A practice that others can take up (scheda leading practice)."""

    title: Title
    summary: Summary
    level: Annotated[
        Level,
        Option(
            "Livello di riconoscimento",
            key="livello",
            of=Level,
            facet="livello",
            place=Place.ASIDE,
            hint="Lo decide la redazione: proponi pratica-promettente.",
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
            term="sourceOrganization",
            hint="L'ente che risponde della pratica.",
        ),
    ]
    themes: Themes
    subthemes: Subthemes = ()
    phases: Phases = ()
    service_objectives: ServiceObjectives = ()
    territories: Territories = ()
    start: Start = None
    problem: Annotated[
        Prose | None, Section("Il problema", key="problema", hint="Che cosa non andava, e per chi.")
    ] = None
    done: Annotated[
        Prose | None,
        Section("Che cosa è stato fatto", key="fatto", hint="Che cosa è stato fatto, in ordine."),
    ] = None
    results: Annotated[
        tuple[Result, ...],
        Group("Risultati", of=Result, hint="Che cosa è cambiato, e quanto è provato."),
    ] = ()
    indicators: Annotated[
        tuple[Indicator, ...], Group("Indicatori", of=Indicator, hint="Le misure, prima e dopo.")
    ] = ()
    lessons: Annotated[
        Prose | Deferred | None,
        Section(
            "Lezioni apprese",
            key="lezioni",
            may_defer=True,
            hint="Che cosa ha funzionato, che cosa no e perché.",
        ),
    ] = None
    recommendations: Annotated[
        Prose | None, Section("Raccomandazioni", hint="I consigli a chi vuole riprenderla.")
    ] = None
    prerequisites: Annotated[
        Prose | None,
        Section(
            "Che cosa serve per trasferirla",
            key="prerequisiti",
            hint="Le condizioni senza le quali altrove non riesce.",
        ),
    ] = None
    origins: Annotated[
        tuple[Ref, ...],
        Reference(
            "Esperienze da cui deriva",
            key="deriva_da",
            to="esperienze",
            term="isBasedOn",
            hint="Le esperienze da cui è nata.",
        ),
    ] = ()
    reviews: Annotated[
        tuple[Ref, ...],
        Reference(
            "Review che l'hanno esaminata",
            key="review",
            to="review",
            inverse="Pratiche esaminate",
            hint="Gli esami in cui qualcuno di esterno l'ha guardata.",
        ),
    ] = ()
    evaluations: Annotated[
        tuple[Source, ...],
        Group("Valutazioni", of=Source, hint="Documenti che valutano la pratica dall'esterno."),
    ] = ()
    project: Project = None
    exchange: Exchange = ()
    contact: ContactOffice = None
    sources_note: SourcesNote = None
    sources: Sources
    rights: RightsOfSources = None
    draft: Draft = False
    updated: Updated = None
    former_ids: FormerIds = ()
