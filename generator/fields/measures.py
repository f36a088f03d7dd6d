"""Measures: fields that hold dates, numbers, and yes or no."""

import re
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from generator.fields.kind import Kind
from generator.problems import Invalid
from generator.values import Known, Moment

DATE_EXAMPLE = "2024-12-31"
DECIMAL_EXAMPLE = "1234.56"
DAY = re.compile(r"[12]\d{3}-\d{2}-\d{2}", re.ASCII)
MOMENT = re.compile(r"[12]\d{3}(-\d{2}(-\d{2})?)?", re.ASCII)
WHOLE = re.compile(r"-?\d{1,12}", re.ASCII)
# Fifteen digits in all: as many as a double keeps, and so all that reads the open data.
DECIMAL = re.compile(r"-?(?=[\d.]{1,16}$)\d{1,15}(\.\d{1,6})?", re.ASCII)
AMBIGUOUS = re.compile(r"-?[1-9]\d{0,2}\.\d{3}", re.ASCII)
"""A decimal number whose point may be that of the thousands."""
DAY_FIRST = re.compile(r"(?:(\d{1,2})[/. -])?(\d{1,2})[/. -](\d{4})", re.ASCII)
YEAR_FIRST = re.compile(r"(\d{4})[/. -](\d{1,2})[/. -](\d{1,2})", re.ASCII)


@dataclass(frozen=True, slots=True)
class Date(Kind):
    """A day, as AAAA-MM-GG."""

    def parse(self, text: str, known: Known) -> date:
        """A calendar day."""
        try:
            if not DAY.fullmatch(text):
                raise ValueError
            return date.fromisoformat(text)
        except ValueError:
            raise Invalid(
                "not-a-date", text=text, example=date_meant(text) or DATE_EXAMPLE
            ) from None


@dataclass(frozen=True, slots=True)
class PartialDate(Kind):
    """A day, a month or a year, as AAAA-MM-GG, AAAA-MM or AAAA."""

    def parse(self, text: str, known: Known) -> Moment:
        """A moment that the calendar has."""
        try:
            if not MOMENT.fullmatch(text):
                raise ValueError
            parts = [int(part) for part in text.split("-")]
            date(*[*parts, 1, 1][:3])
        except ValueError:
            raise Invalid(
                "not-a-moment", text=text, example=date_meant(text) or DATE_EXAMPLE
            ) from None
        return Moment(*parts)


@dataclass(frozen=True, slots=True)
class Integer(Kind):
    """A whole number, with its unit of measure."""

    unit: str = ""
    one: str = ""
    """The unit of a single one, such as «mese» for «mesi»."""
    is_year: bool = False
    minimum: int = 0
    maximum: int = 100_000_000

    def parse(self, text: str, known: Known) -> int:
        """A number within the limits."""
        if not WHOLE.fullmatch(text):
            digits = re.match(r"\d{1,9}", text.replace(".", ""), re.ASCII)
            example = digits.group() if digits else "12"
            raise Invalid("not-an-integer", text=text, example=example)
        if not self.minimum <= int(text) <= self.maximum:
            raise Invalid("out-of-range", text=text, minimum=self.minimum, maximum=self.maximum)
        return int(text)


@dataclass(frozen=True, slots=True)
class Number(Kind):
    """A decimal number; `unit` where it is always the same, such as «euro»."""

    unit: str = ""
    minimum: int | None = None

    def parse(self, text: str, known: Known) -> Decimal:
        """A number written with digits and a point."""
        if not DECIMAL.fullmatch(text):
            raise Invalid("not-a-number", text=text, example=number_meant(text) or DECIMAL_EXAMPLE)
        if AMBIGUOUS.fullmatch(text):
            whole, decimal = text.replace(".", ""), f"{text}0"
            raise Invalid("ambiguous-number", text=text, whole=whole, decimal=decimal)
        if self.minimum is not None and Decimal(text) < self.minimum:
            raise Invalid("below-minimum", text=text, minimum=self.minimum)
        return Decimal(text)


@dataclass(frozen=True, slots=True)
class Flag(Kind):
    """Yes or no, as `si` or `no`."""

    def parse(self, text: str, known: Known) -> bool:
        """Whether it is so."""
        if text.lower() not in {"si", "sì", "no"}:
            raise Invalid("not-a-flag", text=text)
        return text.lower() != "no"


def date_meant(text: str) -> str | None:
    """The day or month meant by 31/12/2024, 2024-5-3 or 12/2024."""
    if match := YEAR_FIRST.fullmatch(text):
        year, month, day = (int(part) for part in match.groups())
    elif match := DAY_FIRST.fullmatch(text):
        day, month, year = (int(part or 0) for part in match.groups())
    else:
        return None
    try:
        date(year, month, day or 1)
    except ValueError:
        return None
    return f"{year:04}-{month:02}-{day:02}" if day else f"{year:04}-{month:02}"


def number_meant(text: str) -> str | None:
    """What an Italian 1.234,56 means with a point."""
    plain = re.sub(r"[. ](?=\d{3}(\D|$))", "", text).replace(",", ".")
    return plain if DECIMAL.fullmatch(plain) else None
