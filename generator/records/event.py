"""Event: where people met to exchange what they know."""

from dataclasses import dataclass
from typing import Annotated

from generator.fields import Choice, Code, Group, PartialDate, Place, Reference, Section, Text
from generator.records.attributes import (
    Draft,
    FormerIds,
    Project,
    RightsOfSources,
    Sources,
    SourcesNote,
    Subthemes,
    Summary,
    Territories,
    Themes,
    Title,
    Updated,
)
from generator.records.parts import Participant, Source
from generator.values import Moment, Prose, Ref
from generator.vocabulary import Term


@dataclass(frozen=True, kw_only=True, slots=True)
class Event:
    """A meeting, a laboratory, a workshop, a webinar (scheda evento)."""

    title: Title
    summary: Summary
    kind: Annotated[
        Term,
        Choice(
            "Tipo di evento",
            key="tipo",
            vocabulary="tipi-evento",
            place=Place.ASIDE,
            term="keywords",
        ),
    ]
    themes: Themes
    subthemes: Subthemes = ()
    owner: Annotated[
        Ref,
        Reference(
            "Organizzato da",
            key="realizzato_da",
            to="amministrazioni",
            facet="ente",
            inverse="Eventi organizzati",
            place=Place.ASIDE,
            term="about.organizer",
            hint="L'ente che lo ha organizzato.",
        ),
    ]
    level: Annotated[
        Term | None,
        Choice(
            "Livello",
            vocabulary="livelli-evento",
            place=Place.ASIDE,
            hint="A chi si rivolge: un territorio, una regione, il Paese, altri Paesi.",
        ),
    ] = None
    start: Annotated[
        Moment | None,
        PartialDate(
            "Data",
            key="data_avvio",
            facet="anno",
            place=Place.ASIDE,
            term="about.startDate",
            hint="Il giorno in cui comincia.",
        ),
    ] = None
    end: Annotated[
        Moment | None,
        PartialDate(
            "Fino al",
            key="data_conclusione",
            place=Place.ASIDE,
            term="about.endDate",
            hint="Solo se dura più giorni.",
        ),
    ] = None
    hour: Annotated[
        str | None,
        Code(
            "Ora",
            pattern=r"([01]\d|2[0-3]):[0-5]\d",
            example="09:30",
            place=Place.ASIDE,
            hint="L'ora in cui comincia.",
        ),
    ] = None
    venue: Annotated[
        str | None,
        Text(
            "Luogo",
            place=Place.ASIDE,
            term="about.location",
            hint="La città e la sede, oppure «in linea».",
        ),
    ] = None
    territories: Territories = ()
    audience: Annotated[Prose | None, Section("A chi si rivolge", key="destinatari")] = None
    description: Annotated[Prose | None, Section("Di che cosa si è parlato", key="descrizione")] = (
        None
    )
    participants: Annotated[
        tuple[Participant, ...],
        Group(
            "Soggetti coinvolti",
            of=Participant,
            term="about.contributor",
            hint="Gli enti che hanno parlato o partecipato.",
        ),
    ] = ()
    experiences: Annotated[
        tuple[Ref, ...],
        Reference(
            "Esperienze discusse",
            to="esperienze",
            inverse="Eventi in cui se n'è parlato",
            term="mentions",
        ),
    ] = ()
    practices: Annotated[
        tuple[Ref, ...],
        Reference(
            "Pratiche discusse",
            to="pratiche",
            inverse="Eventi in cui se n'è parlato",
            term="mentions",
        ),
    ] = ()
    materials: Annotated[
        tuple[Source, ...],
        Group("Materiali", of=Source, hint="Presentazioni, registrazioni, resoconti."),
    ] = ()
    project: Project = None
    sources_note: SourcesNote = None
    sources: Sources
    rights: RightsOfSources = None
    draft: Draft = False
    updated: Updated = None
    former_ids: FormerIds = ()
