"""Review: how an administration's performance cycle was looked at, and what came of it."""

from dataclasses import dataclass
from enum import StrEnum
from typing import Annotated

from generator.fields import (
    Choice,
    Code,
    Group,
    Option,
    PartialDate,
    Place,
    Reference,
    Section,
    Text,
)
from generator.records.attributes import (
    Draft,
    FormerIds,
    Phases,
    Project,
    RightsOfSources,
    Sources,
    SourcesNote,
    Start,
    Summary,
    Themes,
    Title,
    Updated,
)
from generator.records.parts import Participant
from generator.values import Moment, Prose, Ref
from generator.vocabulary import Term


class Outcome(StrEnum):
    """What became of a recommendation."""

    OPEN = "aperta"
    UNDER_WAY = "in-corso"
    DONE = "attuata"
    DROPPED = "non-attuata"


@dataclass(frozen=True, kw_only=True, slots=True)
class Finding:
    """What a review found."""

    text: Annotated[
        str, Text("Che cosa è emerso", key="testo", max_length=800, hint="Un rilievo per voce.")
    ]
    phase: Annotated[Term | None, Choice("Fase", vocabulary="fasi-ciclo")] = None


@dataclass(frozen=True, kw_only=True, slots=True)
class Recommendation:
    """What a review recommends, what was done about it, and how that ended."""

    code: Annotated[
        str,
        Code(
            "Codice",
            pattern=r"[A-Z]\d{1,3}",
            example="R1",
            hint="Una lettera e un numero, che non cambiano più.",
        ),
    ]
    text: Annotated[
        str,
        Text(
            "Raccomandazione",
            key="testo",
            max_length=800,
            hint="Che cosa si consiglia all'ente di fare.",
        ),
    ]
    phase: Annotated[Term | None, Choice("Fase", vocabulary="fasi-ciclo")] = None
    resumes: Annotated[
        str | None,
        Code(
            "Riprende",
            pattern=r"[A-Z]\d{1,3}",
            example="R1",
            hint="Il codice della raccomandazione nella review precedente, se è la stessa.",
        ),
    ] = None
    action: Annotated[
        str | None, Text("Azione", max_length=800, hint="Che cosa l'ente ha fatto.")
    ] = None
    acted: Annotated[Moment | None, PartialDate("Data dell'azione", key="data_azione")] = None
    outcome: Annotated[
        Outcome | None, Option("Esito", of=Outcome, hint="A che punto è la raccomandazione.")
    ] = None
    outcome_text: Annotated[
        str | None,
        Text(
            "Come è andata",
            key="nota_esito",
            max_length=800,
            hint="Che cosa ne è venuto, in breve.",
        ),
    ] = None


@dataclass(frozen=True, kw_only=True, slots=True)
class Review:
    """A review of an administration's performance cycle (scheda review)."""

    title: Title
    summary: Summary
    themes: Themes
    owner: Annotated[
        Ref,
        Reference(
            "Amministrazione esaminata",
            key="realizzato_da",
            to="amministrazioni",
            facet="ente",
            inverse="Review ricevute",
            place=Place.ASIDE,
            term="about",
            hint="L'ente il cui ciclo è stato esaminato.",
        ),
    ]
    start: Start = None
    phases: Phases = ()
    previous: Annotated[
        Ref | None,
        Reference(
            "Review precedente",
            to="review",
            inverse="Review successive",
            place=Place.ASIDE,
            term="isBasedOn",
            hint="Solo se continua un esame dello stesso ente.",
        ),
    ] = None
    tools: Annotated[
        tuple[Ref, ...],
        Reference(
            "Strumenti usati",
            key="strumenti",
            to="strumenti",
            inverse="Review in cui è stato usato",
            term="mentions",
        ),
    ] = ()
    method: Annotated[
        Prose | None,
        Section("Come si è svolta", key="metodo", hint="Chi ha guardato che cosa, e come."),
    ] = None
    participants: Annotated[
        tuple[Participant, ...],
        Group(
            "Soggetti coinvolti",
            of=Participant,
            term="contributor",
            hint="Chi ha condotto l'esame e chi vi ha preso parte.",
        ),
    ] = ()
    findings: Annotated[
        tuple[Finding, ...], Group("Che cosa è emerso", key="rilievi", of=Finding)
    ] = ()
    recommendations: Annotated[
        tuple[Recommendation, ...], Group("Raccomandazioni", of=Recommendation)
    ] = ()
    project: Project = None
    sources_note: SourcesNote = None
    sources: Sources
    rights: RightsOfSources = None
    draft: Draft = False
    updated: Updated = None
    former_ids: FormerIds = ()
