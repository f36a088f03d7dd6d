"""Words: dates, amounts and numbers as an Italian reader expects them."""

from datetime import date
from decimal import Decimal
from functools import cache

from babel.dates import format_date

from generator.values import Moment

_LOCALE = "it_IT"
_ITALIAN = str.maketrans(",.", ".,")


@cache
def day(value: date) -> str:
    """16 maggio 2019."""
    return format_date(value, "d MMMM y", locale=_LOCALE)


def moment(value: Moment) -> str:
    """16 maggio 2019, maggio 2019 or 2019: what is known and no more."""
    if value.month is None:
        return str(value.year)
    return day(value.first_day) if value.day else _month(value.first_day)


@cache
def _month(value: date) -> str:
    return format_date(value, "MMMM y", locale=_LOCALE)


def number(value: Decimal | int) -> str:
    """1.234,5: as many decimals as were written."""
    return f"{Decimal(value):,f}".translate(_ITALIAN)


def euros(value: Decimal) -> str:
    """€ 100.000,00."""
    return f"€ {number(value.quantize(Decimal('0.01')))}"


def count(number_of: int, one: str, many: str) -> str:
    """1 scheda, 12 schede."""
    return f"{number(number_of)} {one if number_of == 1 else many}"


def listing(words: list[str] | tuple[str, ...]) -> str:
    """A, b e c."""
    return " e ".join([", ".join(words[:-1]), words[-1]]) if len(words) > 1 else "".join(words)
