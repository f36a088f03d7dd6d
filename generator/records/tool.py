"""Tool: a method, a template, a questionnaire, a model act that others can use."""

from dataclasses import dataclass
from typing import Annotated

from generator.fields import Choice, Place, Reference, Section, Url
from generator.records.attributes import (
    Draft,
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
    Themes,
    Title,
    Updated,
)
from generator.values import Prose, Ref
from generator.vocabulary import Term


@dataclass(frozen=True, kw_only=True, slots=True)
class Tool:
    """Something ready to use (scheda strumento)."""

    title: Title
    summary: Summary
    kind: Annotated[
        Term,
        Choice(
            "Tipo di strumento",
            key="tipo",
            vocabulary="tipi-strumento",
            place=Place.ASIDE,
            term="keywords",
        ),
    ]
    themes: Themes
    subthemes: Subthemes = ()
    owner: Annotated[
        Ref,
        Reference(
            "Messo a disposizione da",
            key="realizzato_da",
            to="amministrazioni",
            facet="ente",
            inverse="Strumenti messi a disposizione",
            place=Place.ASIDE,
            term="sourceOrganization",
            hint="L'ente che lo ha fatto o lo distribuisce.",
        ),
    ]
    start: Start = None
    phases: Phases = ()
    service_objectives: ServiceObjectives = ()
    audiences: Annotated[
        tuple[Term, ...],
        Choice(
            "Per quali enti",
            key="per_tipi_di_ente",
            vocabulary="tipi-amministrazione",
            facet="tipo-ente",
            place=Place.ASIDE,
            hint="Lascia fuori, se va bene per tutti.",
        ),
    ] = ()
    url: Annotated[
        str | None,
        Url(
            "Dove si trova",
            key="indirizzo",
            http=True,
            place=Place.ASIDE,
            term="about.url",
            hint="La pagina da cui si scarica o si usa.",
        ),
    ] = None
    description: Annotated[
        Prose | None,
        Section("Che cos'è", key="descrizione", hint="A che cosa serve, per chi non lo conosce."),
    ] = None
    use: Annotated[
        Prose | None, Section("Come si usa", key="uso", hint="Che cosa fare, passo per passo.")
    ] = None
    contents: Annotated[
        Prose | None, Section("Che cosa contiene", key="contenuto", hint="Le parti di cui è fatto.")
    ] = None
    experiences: Annotated[
        tuple[Ref, ...],
        Reference(
            "Esperienze in cui è nato o è stato usato",
            key="esperienze",
            to="esperienze",
            inverse="Strumenti",
            term="mentions",
        ),
    ] = ()
    practices: Annotated[
        tuple[Ref, ...],
        Reference(
            "Pratiche a cui serve",
            key="pratiche",
            to="pratiche",
            inverse="Strumenti",
            term="mentions",
        ),
    ] = ()
    project: Project = None
    sources_note: SourcesNote = None
    sources: Sources
    rights: RightsOfSources = None
    draft: Draft = False
    updated: Updated = None
    former_ids: FormerIds = ()
