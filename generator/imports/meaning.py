"""Meaning: what people's words are as the value of a field.

A value is only what its field accepts; for the rest there is a refusal, in the field's own words.
"""

import re
from collections.abc import Mapping
from typing import assert_never

from generator.composer import normal
from generator.fields import (
    Choice,
    Code,
    Date,
    Email,
    Flag,
    Integer,
    Leaf,
    Number,
    Option,
    PartialDate,
    Reference,
    Section,
    Text,
    Url,
)
from generator.fields.measures import date_meant, number_meant
from generator.imports.lookup import Lookup
from generator.problems import Invalid
from generator.text import fold
from generator.values import Known

_BULLET = re.compile(r"^\s*(?:[•◦▪·*]|[-–—](?=\s)|\d{1,2}[.)](?=\s))\s*")
_MONEY = re.compile(r"€|\beuro\b|\beur\b", re.IGNORECASE)
_IN_WORDS = re.compile(r"(?:(\d{1,2})[°º]?\s+)?([a-z]+)\s+(\d{4})")
_MONTHS = (
    *("gennaio", "febbraio", "marzo", "aprile", "maggio", "giugno", "luglio", "agosto"),
    *("settembre", "ottobre", "novembre", "dicembre"),
)
_YES = {"si", "x", "1", "vero", "true", "yes"}
_NO = {"no", "0", "falso", "false"}


def meaning(field: Leaf, text: str, lookup: Lookup) -> str:
    """What a text says, as the field wants it; raises `Invalid` when the field refuses it."""
    meant = _meant(field, text, lookup)
    field.parse(normal(meant), lookup.known)
    return meant


def _meant(field: Leaf, text: str, lookup: Lookup) -> str:  # noqa: C901  # one case a kind
    line = " ".join(text.split())
    match field:
        case Text() | Code() | Url():
            return line
        case Section():
            return text.strip()
        case Date() | PartialDate():
            return date_meant(line) or _date_in_words(line) or line
        case Integer():
            return _integer(field, line)
        case Number():
            return _number(field, line)
        case Flag():
            return _flag(line)
        case Email():
            return line.removeprefix("mailto:")
        case Choice():
            return _only(lookup.terms[field.vocabulary], line)
        case Reference():
            return _only(lookup.records.get(field.to, {}), line)
        case Option():
            return _only({fold(str(member)): (str(member),) for member in field.of}, line)
        case _:
            assert_never(field)


def _only(forms: Mapping[str, tuple[str, ...]], text: str) -> str:
    """The one id that the text can mean, or the text itself, for its field to refuse."""
    word = without_bullet(text).rstrip(".;,")
    ids = forms.get(fold(word), (word,))
    if len(ids) > 1:
        raise Invalid("several-terms", text=word, known=", ".join(ids))
    return ids[0]


def without_bullet(line: str) -> str:
    """A line without the sign or the number that makes it an item of a list."""
    return _BULLET.sub("", line, count=1)


def is_item(line: str) -> bool:
    """Whether a line is an item of a list."""
    return bool(_BULLET.match(line))


def _date_in_words(line: str) -> str | None:
    """«16 maggio 2019» and «maggio 2019»."""
    match = _IN_WORDS.fullmatch(line.lower())
    if not match or match.group(2) not in _MONTHS:
        return None
    day, month, year = match.group(1), _MONTHS.index(match.group(2)) + 1, match.group(3)
    return date_meant(f"{day}/{month}/{year}" if day else f"{month}/{year}")


def _integer(field: Integer, line: str) -> str:
    """A number with or without its unit; a point before three digits is one of thousands."""
    units = {field.unit, field.one} - {""}
    bare = line
    for unit in units:
        bare = re.sub(rf"\s*\b{re.escape(unit)}$", "", bare, flags=re.IGNORECASE)
    return re.sub(r"[. ](?=\d{3}\b)", "", bare) if re.fullmatch(r"[\d. ]+", bare) else bare


def _number(field: Number, line: str) -> str:
    """A number with a comma or a point; one that can be read in two ways stays as it is."""
    bare = _MONEY.sub("", line).strip() if field.unit == "euro" else line
    try:
        field.parse(normal(bare), Known({}, {}))
    except Invalid as refusal:
        return bare if refusal.code == "ambiguous-number" else number_meant(bare) or bare
    return bare


def _flag(line: str) -> str:
    return "si" if fold(line) in _YES else "no" if fold(line) in _NO else line
