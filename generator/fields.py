"""Fields: the kinds of value that a record can have.

A field knows how to parse one YAML scalar. What each output makes of a field (a row of a page, a
JSON Schema, a CSV cell) belongs to that output, which matches over the closed union `Field`.
"""

import re
from calendar import monthrange
from collections.abc import Mapping, Set
from dataclasses import KW_ONLY, dataclass
from datetime import date
from decimal import Decimal, InvalidOperation
from enum import StrEnum
from typing import NewType

from generator.composer import Node
from generator.problems import Invalid, suggestion
from generator.prudence import check_personal_data, check_plain_line, check_prose, check_url

Prose = NewType("Prose", str)
"""A contributor's Markdown, not yet safe to show: only prose.py makes HTML of it."""


@dataclass(frozen=True, slots=True)
class Ref:
    """A reference to a record: its type (the folder) and its id."""

    type: str
    id: str


@dataclass(frozen=True, order=True, slots=True)
class Moment:
    """A day, a month or a year: as much of a date as is known (ISO 8601 reduced precision)."""

    year: int
    month: int | None = None
    day: int | None = None

    def __str__(self) -> str:
        parts = (
            f"{self.year:04}",
            self.month and f"{self.month:02}",
            self.day and f"{self.day:02}",
        )
        return "-".join(part for part in parts if part)

    @property
    def first_day(self) -> date:
        """The first day that the moment can mean."""
        return date(self.year, self.month or 1, self.day or 1)

    @property
    def last_day(self) -> date:
        """The last day that the moment can mean."""
        month = self.month or 12
        return date(self.year, month, self.day or monthrange(self.year, month)[1])


@dataclass(frozen=True, slots=True)
class Known:
    """What a value can point to: the terms of each vocabulary, the ids of each record type."""

    terms: Mapping[str, Mapping[str, object]]
    ids: Mapping[str, Set[str]]


class Place(StrEnum):
    """Where a page shows a field."""

    TITLE = "title"
    """In the title of the page, in its own way."""
    HEAD = "head"
    ASIDE = "aside"
    """In the box at the side of the text."""
    BODY = "body"
    EXCHANGE = "exchange"
    """In the box on how to get in touch."""
    FOOT = "foot"
    DATES = "dates"


@dataclass(frozen=True, slots=True)
class Base:
    """What every kind of field says of itself."""

    label: str
    _: KW_ONLY
    key: str = ""
    """The YAML key, where it isn't the label in lower case joined by underscores."""
    hint: str = ""
    """What to write, for an editor."""
    facet: str = ""
    """The query parameter by which `/catalogo/` filters on this field."""
    place: Place = Place.BODY


@dataclass(frozen=True, slots=True)
class Text(Base):
    """One line of plain text."""

    max_length: int = 200

    def parse(self, node: Node, known: Known) -> str:
        """Text of one line, no longer than `max_length`, that no other program could run."""
        text = node.text()
        check_plain_line(text)
        check_personal_data(text)
        return _no_longer(text, self.max_length)


@dataclass(frozen=True, slots=True)
class Section(Base):
    """A text with paragraphs, lists, bold and links, in Markdown."""

    max_length: int = 10_000
    may_defer: bool = False
    """Whether the section can hold `rinviato` (reason and dates) instead of a text."""

    def parse(self, node: Node, known: Known) -> Prose:
        """Markdown without HTML, whose links are absolute and https."""
        text = node.text()
        check_prose(text)
        check_personal_data(text)
        return Prose(_no_longer(text, self.max_length))


@dataclass(frozen=True, slots=True)
class Date(Base):
    """A day, as AAAA-MM-GG."""

    def parse(self, node: Node, known: Known) -> date:
        """A calendar day."""
        text = node.text()
        try:
            if not re.fullmatch(r"\d{4}-\d{2}-\d{2}", text, re.ASCII):
                raise ValueError
            return date.fromisoformat(text)
        except ValueError:
            raise Invalid("not-a-date", text=text, example=_nearest_date(text)) from None


@dataclass(frozen=True, slots=True)
class PartialDate(Base):
    """A day, a month or a year, as AAAA-MM-GG, AAAA-MM or AAAA."""

    def parse(self, node: Node, known: Known) -> Moment:
        """A moment that the calendar has."""
        text = node.text()
        try:
            if not re.fullmatch(r"[12]\d{3}(-\d{2}(-\d{2})?)?", text, re.ASCII):
                raise ValueError
            moment = Moment(*(int(part) for part in text.split("-")))
            date(moment.year, moment.month or 1, moment.day or 1)
        except ValueError:
            raise Invalid("not-a-moment", text=text, example=_nearest_date(text)) from None
        return moment


@dataclass(frozen=True, slots=True)
class Integer(Base):
    """A whole number, with its unit of measure."""

    unit: str = ""
    minimum: int = 0
    maximum: int = 100_000_000

    def parse(self, node: Node, known: Known) -> int:
        """A number within the limits."""
        text = node.text()
        if not re.fullmatch(r"-?\d{1,12}", text, re.ASCII):
            digits = re.sub(r"\D", "", text)[:9] or "12"
            raise Invalid("not-an-integer", text=text, example=digits)
        if not self.minimum <= int(text) <= self.maximum:
            raise Invalid("out-of-range", text=text, minimum=self.minimum, maximum=self.maximum)
        return int(text)


@dataclass(frozen=True, slots=True)
class Number(Base):
    """A decimal number; `unit` where it is always the same, such as «euro»."""

    unit: str = ""

    def parse(self, node: Node, known: Known) -> Decimal:
        """A number written with digits and a point."""
        text = node.text()
        try:
            if not re.fullmatch(r"-?\d{1,15}(\.\d{1,6})?", text, re.ASCII):
                raise InvalidOperation
            return Decimal(text)
        except InvalidOperation:
            raise Invalid("not-a-number", text=text, example=_nearest_number(text)) from None


@dataclass(frozen=True, slots=True)
class Flag(Base):
    """Yes or no, as `si` or `no`."""

    def parse(self, node: Node, known: Known) -> bool:
        """Whether it is so."""
        text = node.text()
        if text.lower() not in {"si", "sì", "no"}:
            raise Invalid("not-a-flag", text=text)
        return text.lower() != "no"


@dataclass(frozen=True, slots=True)
class Code(Base):
    """A code of some register, kept as text: zeros in front are part of it."""

    pattern: str = r"\S+"
    example: str = ""

    def parse(self, node: Node, known: Known) -> str:
        """A text of the code's form."""
        text = node.text()
        if not re.fullmatch(self.pattern, text):
            raise Invalid("not-a-code", text=text, example=self.example)
        return text


@dataclass(frozen=True, slots=True)
class Url(Base):
    """A web address."""

    http: bool = False
    """Whether plain http is allowed, as for sources that exist only there."""

    def parse(self, node: Node, known: Known) -> str:
        """An absolute address on a named host."""
        text = node.text()
        check_url(text, http=self.http)
        return text


@dataclass(frozen=True, slots=True)
class Email(Base):
    """The mailbox of an office."""

    def parse(self, node: Node, known: Known) -> str:
        """An address that isn't on a provider of personal mailboxes."""
        text = node.text()
        check_personal_data(text)
        if not re.fullmatch(r"[\w.+-]{1,64}@[\w-]+(\.[\w-]+)+", text, re.ASCII):
            raise Invalid("not-an-email", text=text)
        return text


@dataclass(frozen=True, slots=True)
class Choice(Base):
    """A term of a vocabulary, by its id."""

    vocabulary: str = ""

    def parse(self, node: Node, known: Known) -> object:
        """The term."""
        terms = known.terms[self.vocabulary]
        text = node.text()
        if text not in terms:
            near = suggestion(text, terms)
            raise Invalid("unknown-term", text=text, vocabulary=self.vocabulary, suggestion=near)
        return terms[text]


@dataclass(frozen=True, slots=True)
class Option(Base):
    """One of a few values that the code itself tells apart."""

    of: type[StrEnum] = StrEnum

    def parse(self, node: Node, known: Known) -> StrEnum:
        """The member of the enumeration."""
        text = node.text()
        try:
            return self.of(text)
        except ValueError:
            words = [str(member) for member in self.of]
            near = suggestion(text, words)
            raise Invalid(
                "unknown-option", text=text, known=", ".join(words), suggestion=near
            ) from None


@dataclass(frozen=True, slots=True)
class Reference(Base):
    """Another record, by its id."""

    to: str = ""
    """The record type: its folder."""
    inverse: str = ""
    """The heading under which the other record's page lists the records that point to it."""

    def parse(self, node: Node, known: Known) -> Ref:
        """A reference that resolves."""
        text = node.text()
        ids = known.ids.get(self.to, frozenset())
        if text not in ids:
            near = suggestion(text, sorted(ids))
            raise Invalid("unknown-reference", text=text, folder=self.to, suggestion=near)
        return Ref(self.to, text)


@dataclass(frozen=True, slots=True)
class Group(Base):
    """Fields that belong together, declared by a class of their own."""

    of: type = object


Leaf = (
    Text
    | Section
    | Date
    | PartialDate
    | Integer
    | Number
    | Flag
    | Code
    | Url
    | Email
    | Choice
    | Option
    | Reference
)
"""The kinds of field that hold one scalar."""

Field = Leaf | Group
"""Every kind of field. Closed, so that mypy names each output that a new kind must reach."""


def _no_longer(text: str, maximum: int) -> str:
    if len(text) > maximum:
        raise Invalid("too-long", length=len(text), maximum=maximum)
    return text


def _nearest_date(text: str) -> str:
    """The day meant by 31/12/2024 or 31.12.2024, else an example."""
    if match := re.fullmatch(r"(\d{1,2})[/. -](\d{1,2})[/. -](\d{4})", text, re.ASCII):
        day, month, year = (int(part) for part in match.groups())
        if 1 <= month <= 12 and 1 <= day <= 31:
            return f"{year:04}-{month:02}-{day:02}"
    return "2024-12-31"


def _nearest_number(text: str) -> str:
    """What an Italian 1.234,56 means with a point, else an example."""
    if re.fullmatch(r"[\d.]*,\d+", text, re.ASCII):
        return text.replace(".", "").replace(",", ".")
    return "1234.56"
