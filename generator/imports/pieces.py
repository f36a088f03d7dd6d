"""Pieces: what a file to import is made of, before anyone knows which fields it fills."""

from dataclasses import dataclass, field

Path = tuple[str, ...]
"""The keys that lead to a field: («budget», «importo»)."""

Value = str | list["Value"] | dict[str, "Value"]
"""What a field of a draft holds: a text as the reader wants it, items, or a block of fields."""


@dataclass(frozen=True, slots=True)
class Piece:
    """A text under a label, as the source has them."""

    label: str
    text: str
    path: Path = ()
    """The field that it fills, where the source's format says so; else the label does."""


@dataclass(frozen=True, slots=True)
class Material:
    """What one draft is made from."""

    origin: str
    """Where it stands in the source, for people: «riga 3»."""
    name: str
    """What the draft is called when it has no title."""
    pieces: tuple[Piece, ...]
    notes: tuple[str, ...] = ()
    """What was done to the texts, and must be said."""


@dataclass(slots=True)
class Draft:
    """A record in the making: what fills its fields, and what an editor has to look at."""

    origin: str
    name: str
    values: dict[str, Value] = field(default_factory=dict)
    doubts: dict[str, list["Doubt"]] = field(default_factory=dict)
    """What a field did not take, by the field's key."""
    rest: list[Piece] = field(default_factory=list)
    """What no field is for."""
    notes: list[str] = field(default_factory=list)


@dataclass(frozen=True, slots=True)
class Doubt:
    """A text that its field did not take, and why."""

    piece: Piece
    reason: str
    code: str
