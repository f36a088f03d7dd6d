"""Article: «focus e approfondimenti», a text that explains."""

from dataclasses import dataclass
from datetime import date
from typing import Annotated

from generator.fields import Date, Place, Reference, Section, Text
from generator.records.attributes import (
    Draft,
    FormerIds,
    Phases,
    Project,
    RightsOfSources,
    ServiceObjectives,
    Sources,
    SourcesNote,
    Subthemes,
    Summary,
    Themes,
    Title,
    Updated,
)
from generator.values import Prose, Ref


@dataclass(frozen=True, kw_only=True, slots=True)
class Article:
    """A text that explains a theme or an instrument (approfondimento)."""

    title: Title
    summary: Summary
    themes: Themes
    subthemes: Subthemes = ()
    office: Annotated[
        str,
        Text(
            "A cura di",
            place=Place.ASIDE,
            term="creditText",
            hint="L'ufficio o l'ente che lo ha scritto, non una persona.",
        ),
    ]
    phases: Phases = ()
    service_objectives: ServiceObjectives = ()
    body: Annotated[
        Prose,
        Section(
            "Testo",
            max_length=20_000,
            hint="Il titolo di una parte sta su una riga sua, in grassetto.",
        ),
    ]
    experiences: Annotated[
        tuple[Ref, ...],
        Reference(
            "Esperienze citate",
            key="esperienze",
            to="esperienze",
            inverse="Approfondimenti",
            term="mentions",
        ),
    ] = ()
    practices: Annotated[
        tuple[Ref, ...],
        Reference(
            "Pratiche citate",
            key="pratiche",
            to="pratiche",
            inverse="Approfondimenti",
            term="mentions",
        ),
    ] = ()
    tools: Annotated[
        tuple[Ref, ...],
        Reference(
            "Strumenti citati",
            key="strumenti",
            to="strumenti",
            inverse="Approfondimenti",
            term="mentions",
        ),
    ] = ()
    project: Project = None
    sources_note: SourcesNote = None
    sources: Sources = ()
    rights: RightsOfSources = None
    draft: Draft = False
    published: Annotated[
        date | None,
        Date(
            "Pubblicato il",
            key="pubblicata_il",
            place=Place.DATES,
            term="datePublished",
            hint="Il giorno in cui è stato pubblicato.",
        ),
    ] = None
    updated: Updated = None
    former_ids: FormerIds = ()
