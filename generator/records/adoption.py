"""Adoption: who took up what another did, and how it went (trasferimento)."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import Annotated

from generator.fields import Date, Option, PartialDate, Place, Reference, Section, Text
from generator.records.attributes import (
    Draft,
    FormerIds,
    Project,
    Sources,
    SourcesNote,
    Summary,
    Territories,
    Themes,
    Title,
    Updated,
)
from generator.values import Moment, Prose, Ref


class AdoptionOutcome(StrEnum):
    """How an adoption went."""

    SUCCEEDED = "riuscito"
    ADAPTED = "adattato"
    STOPPED = "interrotto"


@dataclass(frozen=True, kw_only=True, slots=True)
class Adoption:
    """The transfer of a practice or an experience to another body (scheda trasferimento)."""

    title: Title
    summary: Summary
    themes: Themes
    owner: Annotated[
        Ref,
        Reference(
            "Chi l'ha ripresa",
            key="realizzato_da",
            to="amministrazioni",
            facet="ente",
            inverse="Che cosa ha ripreso da altri",
            place=Place.ASIDE,
            term="sourceOrganization",
            hint="L'ente che ha ripreso il lavoro di un altro.",
        ),
    ]
    experience: Annotated[
        Ref | None,
        Reference(
            "Esperienza ripresa",
            to="esperienze",
            place=Place.ASIDE,
            term="isBasedOn",
            hint="Questa o «pratica_ripresa», una sola delle due.",
        ),
    ] = None
    practice: Annotated[
        Ref | None,
        Reference(
            "Pratica ripresa",
            to="pratiche",
            place=Place.ASIDE,
            term="isBasedOn",
            hint="Questa o «esperienza_ripresa», una sola delle due.",
        ),
    ] = None
    became: Annotated[
        Ref | None,
        Reference(
            "Esperienza che ne è nata",
            key="ne_e_nata",
            to="esperienze",
            place=Place.ASIDE,
            term="mentions",
            hint="Se l'ente ne ha fatto un'esperienza con una scheda qui.",
        ),
    ] = None
    start: Annotated[
        Moment | None,
        PartialDate(
            "Quando",
            key="data_avvio",
            facet="anno",
            place=Place.ASIDE,
            term="temporalCoverage",
            hint="Quando è cominciato il trasferimento.",
        ),
    ] = None
    outcome: Annotated[
        AdoptionOutcome | None,
        Option(
            "Esito", of=AdoptionOutcome, place=Place.ASIDE, hint="Come è andata, secondo le fonti."
        ),
    ] = None
    declared_by: Annotated[
        str | None,
        Text(
            "Lo dichiara",
            key="dichiarato_da",
            place=Place.ASIDE,
            hint="Chi dice che c'è stato: l'ente, un documento, un progetto.",
        ),
    ] = None
    valid_until: Annotated[
        date | None,
        Date(
            "Vale fino al",
            key="vale_fino_al",
            place=Place.ASIDE,
            term="expires",
            hint="Dopo, il trasferimento non conta più se nessuno lo riconferma.",
        ),
    ] = None
    territories: Territories = ()
    changed: Annotated[
        Prose | None,
        Section(
            "Che cosa è cambiato",
            key="che_cosa_e_cambiato",
            hint="Che cosa è diverso da come l'aveva fatta il primo ente.",
        ),
    ] = None
    effort: Annotated[
        Prose | None,
        Section(
            "Quanto è costato", key="impegno", hint="Tempo, persone, soldi che ci sono voluti."
        ),
    ] = None
    project: Project = None
    sources_note: SourcesNote = None
    sources: Sources
    draft: Draft = False
    updated: Updated = None
    former_ids: FormerIds = ()
