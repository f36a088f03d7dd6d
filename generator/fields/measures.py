"""Measures: fields that hold dates, numbers, and yes or no."""

import re
from dataclasses import dataclass
from datetime import date
from decimal import Decimal, InvalidOperation

from generator.composer import Node
from generator.fields.base import Base
from generator.problems import Invalid
from generator.values import Known, Moment


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
