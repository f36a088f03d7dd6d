"""Records: what is catalogued. One module for each type, declared once; no logic."""

from collections.abc import Mapping
from dataclasses import dataclass

from generator.records.adoption import Adoption
from generator.records.article import Article
from generator.records.event import Event
from generator.records.experience import Experience
from generator.records.need import Need
from generator.records.organisation import Organisation
from generator.records.practice import Practice
from generator.records.project import Project
from generator.records.review import Review
from generator.records.terms import (
    Cycle,
    ExpectedResult,
    Fund,
    GlossaryTerm,
    Phase,
    PhaseLink,
    Programme,
    ProgrammeAction,
    ServiceObjective,
    Status,
    Subtheme,
    Synonyms,
    Territory,
    Theme,
)
from generator.records.tool import Tool
from generator.vocabulary import CodedTerm, Term

__all__ = [
    "RECORD_TYPES",
    "VOCABULARIES",
    "Adoption",
    "Article",
    "Event",
    "Experience",
    "Need",
    "Organisation",
    "Practice",
    "Project",
    "Record",
    "RecordType",
    "Review",
    "Tool",
]

Record = (
    Practice
    | Experience
    | Adoption
    | Need
    | Tool
    | Article
    | Event
    | Review
    | Project
    | Organisation
)


@dataclass(frozen=True, slots=True)
class RecordType:
    """A record class and its words; `folder` is also its address and its name in commands."""

    folder: str
    record: type
    singular: str
    plural: str
    about: str
    """What a reader finds under this heading."""
    thing: str = "CreativeWork"
    """What a record is for schema.org."""
    subject: str = ""
    """What it is about, where that is one thing that other records can name."""


_TYPES = (
    RecordType(
        "pratiche",
        Practice,
        "Leading practice",
        "Leading practice",
        "Quello che altri possono riprendere: che cosa è stato fatto, quanto è provato, che cosa "
        "serve per rifarlo. Le pratiche promettenti aspettano ancora prove.",
        subject="Project",
    ),
    RecordType(
        "esperienze",
        Experience,
        "Esperienza",
        "Esperienze",
        "Che cosa un ente ha fatto o sta facendo: perché, con quali soldi, con quali risultati.",
        subject="Project",
    ),
    RecordType(
        "trasferimenti",
        Adoption,
        "Trasferimento",
        "Trasferimenti",
        "Chi ha ripreso che cosa, quando, che cosa ha cambiato e come è andata.",
    ),
    RecordType(
        "fabbisogni",
        Need,
        "Fabbisogno",
        "Fabbisogni",
        "Che cosa le amministrazioni cercano, e quali schede possono aiutarle.",
    ),
    RecordType(
        "strumenti",
        Tool,
        "Strumento",
        "Strumenti",
        "Metodi, modelli, questionari, atti tipo: cose pronte da usare.",
        subject="CreativeWork",
    ),
    RecordType(
        "approfondimenti",
        Article,
        "Approfondimento",
        "Approfondimenti",
        "Testi che spiegano un tema o un modo di lavorare.",
        thing="Article",
    ),
    RecordType(
        "eventi",
        Event,
        "Evento",
        "Eventi",
        "Incontri, laboratori e webinar in cui le amministrazioni si sono confrontate.",
        subject="Event",
    ),
    RecordType(
        "review",
        Review,
        "Review",
        "Review",
        "Il ciclo della performance di un ente visto da fuori, e che cosa ne è seguito.",
    ),
    RecordType(
        "progetti",
        Project,
        "Progetto",
        "Progetti",
        "Che cosa tiene insieme esperienze, strumenti ed eventi: linee, soldi, atti, risultati.",
        subject="Project",
    ),
    RecordType(
        "amministrazioni",
        Organisation,
        "Amministrazione",
        "Amministrazioni",
        "Chi ha già fatto che cosa. Scegli un ente per vedere tutte le sue schede.",
        subject="GovernmentOrganization",
    ),
)

RECORD_TYPES: Mapping[str, RecordType] = {entry.folder: entry for entry in _TYPES}
"""The record types, in the order in which readers meet them."""

VOCABULARIES: Mapping[str, type[Term]] = {
    "categorie-coesione": Term,
    "territori": Territory,
    "tipi-amministrazione": Term,
    "fasce-popolazione": Term,
    "temi": Theme,
    "sottotemi": Subtheme,
    "obiettivi-tematici": CodedTerm,
    "risultati-attesi": ExpectedResult,
    "marchi": Term,
    "cicli": Cycle,
    "fondi": Fund,
    "programmi": Programme,
    "ambiti-tematici": Term,
    "gruppo-di-lavoro": Term,
    "modalita-scambio": Term,
    "ruoli": Term,
    "stati": Status,
    "fasi-ciclo": Phase,
    "nessi-ciclo": PhaseLink,
    "obiettivi-di-servizio": ServiceObjective,
    "azioni-programma": ProgrammeAction,
    "tipi-fonte": Term,
    "tipi-strumento": Term,
    "tipi-evento": Term,
    "livelli-evento": Term,
    "tipi-documento": Term,
    "livelli-sviluppo": Term,
    "glossario": GlossaryTerm,
    "sinonimi": Synonyms,
}
"""The vocabularies, each after those that its own terms name."""
