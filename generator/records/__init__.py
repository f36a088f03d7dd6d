"""Records: what is catalogued. One module for each type, declared once; no logic."""

from collections.abc import Mapping
from dataclasses import dataclass

from generator.records.experience import Experience
from generator.records.organisation import Organisation
from generator.records.practice import Practice
from generator.records.terms import (
    ExpectedResult,
    Fund,
    Phase,
    Programme,
    ServiceObjective,
    Status,
    Subtheme,
    Territory,
    Theme,
)
from generator.vocabulary import Term

__all__ = ["RECORD_TYPES", "VOCABULARIES", "Experience", "Organisation", "Practice", "Record"]

Record = Experience | Practice | Organisation


@dataclass(frozen=True, slots=True)
class RecordType:
    """A record class and its words; `folder` is also its address and its name in commands."""

    folder: str
    record: type
    singular: str
    plural: str


RECORD_TYPES: Mapping[str, RecordType] = {
    entry.folder: entry
    for entry in (
        RecordType("pratiche", Practice, "Leading practice", "Leading practice"),
        RecordType("esperienze", Experience, "Esperienza", "Esperienze"),
        RecordType("amministrazioni", Organisation, "Amministrazione", "Amministrazioni"),
    )
}
"""The record types, in the order in which readers meet them."""

VOCABULARIES: Mapping[str, type[Term]] = {
    "categorie-coesione": Term,
    "territori": Territory,
    "tipi-amministrazione": Term,
    "fasce-popolazione": Term,
    "temi": Theme,
    "sottotemi": Subtheme,
    "obiettivi-tematici": Term,
    "risultati-attesi": ExpectedResult,
    "cicli": Term,
    "fondi": Fund,
    "programmi": Programme,
    "ambiti-tematici": Term,
    "gruppo-di-lavoro": Term,
    "modalita-scambio": Term,
    "ruoli": Term,
    "stati": Status,
    "fasi-ciclo": Phase,
    "obiettivi-di-servizio": ServiceObjective,
    "tipi-fonte": Term,
}
"""The vocabularies, each after those that its own terms name."""
