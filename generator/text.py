"""Text: its words, as they are and folded for comparison and sorting, and slugs."""

import re
import unicodedata

_LONG_WORD = re.compile(r"[a-zß-öø-ɏ]{4,}")
_NOT_WORD = re.compile(r"[^a-z0-9]+")


def long_words(lower: str) -> list[str]:
    """The words of a text in lower case that have four letters or more, in the Latin alphabet: the
    only one that `slug` knows."""
    return _LONG_WORD.findall(lower)


def fold(text: str) -> str:
    """Lower case, no accents, letters and digits only: «Valle d'Aosta» gives `valledaosta`."""
    return slug(text).replace("-", "")


def slug(text: str) -> str:
    """The text as an id: «Comune di Forlì» gives `comune-di-forli`."""
    plain = unicodedata.normalize("NFKD", text).encode("ascii", "ignore").decode().lower()
    return _NOT_WORD.sub("-", plain).strip("-")


def printable(name: str) -> str:
    """A file's name as a report can show it: what no screen shows is written as `\\u000a`."""
    return "".join(sign if sign.isprintable() else f"\\u{ord(sign):04x}" for sign in name)
