"""Links: fields that choose among terms, options and records, or hold fields of their own."""

from dataclasses import dataclass
from enum import StrEnum

from generator.fields.kind import Kind
from generator.problems import Invalid, suggestion
from generator.values import Known, Ref


@dataclass(frozen=True, slots=True)
class Choice(Kind):
    """A term of a vocabulary, by its id."""

    vocabulary: str = ""

    def parse(self, text: str, known: Known) -> object:
        """The term."""
        terms = known.terms[self.vocabulary]
        if text not in terms:
            near = suggestion(text, terms)
            raise Invalid("unknown-term", text=text, vocabulary=self.vocabulary, suggestion=near)
        return terms[text]


@dataclass(frozen=True, slots=True)
class Option(Kind):
    """One of a few values that the code itself tells apart."""

    of: type[StrEnum] = StrEnum

    def parse(self, text: str, known: Known) -> StrEnum:
        """The member of the enumeration."""
        try:
            return self.of(text)
        except ValueError:
            words = [str(member) for member in self.of]
            near = suggestion(text, words)
            raise Invalid(
                "unknown-option", text=text, known=", ".join(words), suggestion=near
            ) from None


@dataclass(frozen=True, slots=True)
class Reference(Kind):
    """Another record, by its id."""

    to: str = ""
    """The record type: its folder."""
    inverse: str = ""
    """The heading under which the other record's page lists the records that point to it; empty
    where a thread shows them better."""

    def parse(self, text: str, known: Known) -> Ref:
        """A reference that resolves."""
        if text in known.withdrawn.get(self.to, ()):
            raise Invalid("withdrawn-reference", text=text)
        ids = known.ids.get(self.to, frozenset())
        if text not in ids:
            near = suggestion(text, sorted(ids))
            raise Invalid("unknown-reference", text=text, folder=self.to, suggestion=near)
        return Ref(self.to, text)


@dataclass(frozen=True, slots=True)
class Group(Kind):
    """Fields that belong together, declared by a class of their own."""

    of: type = object
