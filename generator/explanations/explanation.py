"""The explanation: what `explain` says of a problem, beyond its message."""

from dataclasses import KW_ONLY, dataclass


@dataclass(frozen=True, slots=True)
class Explanation:
    """Why a problem is one, and how an editor mends it."""

    why: str
    mend: str
    _: KW_ONLY
    before: str = ""
    """A piece of a record that has the problem; empty where a piece of text can't show it."""
    after: str = ""
    """The same piece, mended."""
    folder: str = "esperienze"
    """The record type of the piece."""
