"""Need: what an administration looks for (fabbisogno)."""

from dataclasses import dataclass
from datetime import date
from typing import Annotated

from generator.fields import Date, Place, Reference, Section
from generator.records.attributes import (
    ContactOffice,
    Draft,
    Exchange,
    FormerIds,
    Phases,
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
class Need:
    """A request, matched with the practices and the offers that meet it (scheda fabbisogno)."""

    title: Title
    summary: Summary
    themes: Themes
    subthemes: Subthemes = ()
    owner: Annotated[
        Ref,
        Reference(
            "Chi cerca",
            key="realizzato_da",
            to="amministrazioni",
            facet="ente",
            inverse="Che cosa cerca",
            place=Place.ASIDE,
            term="sourceOrganization",
            hint="L'ente che cerca.",
        ),
    ]
    phases: Phases = ()
    service_objectives: ServiceObjectives = ()
    published: Annotated[
        date | None,
        Date(
            "Pubblicato il",
            key="pubblicata_il",
            place=Place.ASIDE,
            term="datePublished",
            hint="Il giorno in cui la richiesta è stata pubblicata.",
        ),
    ] = None
    expires: Annotated[
        date | None,
        Date(
            "Vale fino al",
            key="vale_fino_al",
            place=Place.ASIDE,
            term="expires",
            hint="Dopo, la richiesta non conta più se nessuno la riconferma.",
        ),
    ] = None
    description: Annotated[
        Prose | None,
        Section("Il problema", key="descrizione", hint="Che cosa non funziona oggi, e per chi."),
    ] = None
    wanted: Annotated[
        Prose | None,
        Section(
            "Che cosa serve",
            key="richiesta",
            hint="Che cosa si vorrebbe da chi ha già risolto il problema.",
        ),
    ] = None
    exchange: Exchange = ()
    contact: ContactOffice = None
    sources_note: SourcesNote = None
    sources: Sources
    draft: Draft = False
    updated: Updated = None
    former_ids: FormerIds = ()
