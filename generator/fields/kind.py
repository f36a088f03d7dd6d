"""The kind: what every field says of itself."""

from dataclasses import KW_ONLY, dataclass
from enum import StrEnum


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
class Kind:
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
    term: str = ""
    """What linked data call it: a property of schema.org for a record, of SKOS for a term. After
    `about.` it is said of what the record is about, not of the record; after `until.` it is when
    ends what another field says the beginning of."""
