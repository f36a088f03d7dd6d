"""Vocabularies: the closed lists of terms that editors choose from, kept as YAML."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Annotated

from generator.fields import Code, Section, Text
from generator.values import Prose


@dataclass(frozen=True, kw_only=True, slots=True)
class Term:
    """An entry of a vocabulary: a stable id for links, a label for readers."""

    id: str
    label: Annotated[str, Text("Nome", max_length=300, term="prefLabel")]
    short: Annotated[str | None, Text("Etichetta breve", key="breve", term="altLabel")] = None
    code: Annotated[
        str | None, Code("Codice", pattern=r"\S+( \S+)?", example="RA 11.1", term="notation")
    ] = None
    note: Annotated[Prose | None, Section("Nota", term="note")] = None

    @property
    def name(self) -> str:
        """The code where there is one, else the label."""
        return self.code or self.label

    def __str__(self) -> str:
        return self.short or self.label

    @property
    def full_name(self) -> str:
        """The label as a record's page shows it."""
        return str(self)


@dataclass(frozen=True, kw_only=True, slots=True)
class CodedTerm(Term):
    """A term that readers know by its code as well: OT11, RA 11.1, S.08."""

    @property
    def full_name(self) -> str:
        """The label after its code."""
        return f"{self.code} – {self.label}" if self.code else str(self)


Vocabularies = Mapping[str, Mapping[str, Term]]
"""Terms by id, in the order of the file, by vocabulary name."""
