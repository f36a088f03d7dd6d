"""ECMA: Python's regular expressions as those of JavaScript, with the same verdict on every text.

JavaScript's `\\w`, `\\d` and `\\b` know no letter but the 26 of English; properties of Unicode do.
"""

import re
from collections.abc import Iterator

_PIECE = re.compile(r"\\.|.", re.DOTALL)
_WORD = r"\p{L}\p{N}_"
_INSIDE = {r"\w": _WORD, r"\d": r"\p{Nd}"}
_OUTSIDE = {
    r"\w": f"[{_WORD}]",
    r"\d": r"\p{Nd}",
    r"\D": r"\P{Nd}",
    r"\b": f"(?:(?<=[{_WORD}])(?![{_WORD}])|(?<![{_WORD}])(?=[{_WORD}]))",
}
_SYNTAX = set(r"^$\.*+?()[]{}|/")
_LETTERS = set("wdDsSbntr")


def ecma(pattern: re.Pattern[str]) -> tuple[str, str]:
    """The source and the flags of the same expression."""
    flags = "u" + "i" * bool(pattern.flags & re.I) + "m" * bool(pattern.flags & re.M)
    return "".join(_translated(pattern)), flags


def _translated(pattern: re.Pattern[str]) -> Iterator[str]:
    by_lines = bool(pattern.flags & re.M)
    ascii_only = bool(pattern.flags & re.A)
    inside = False
    for piece in _PIECE.findall(pattern.pattern):
        inside = piece == "[" or (inside and piece != "]")
        if piece.startswith("\\"):
            yield _escape(piece, {} if ascii_only else _INSIDE if inside else _OUTSIDE, inside)
        elif not piece.isascii() or not piece.isprintable():
            yield f"\\u{{{ord(piece):x}}}"
        elif inside:
            yield piece
        else:
            yield _sign(piece, by_lines=by_lines)


def _escape(piece: str, classes: dict[str, str], inside: bool) -> str:
    sign = piece[1]
    if piece in classes:
        return classes[piece]
    kept = sign in _SYNTAX or sign in _LETTERS or (inside and sign == "-")
    return piece if kept else sign


def _sign(piece: str, *, by_lines: bool) -> str:
    if piece == ".":
        return r"[^\n]"
    if piece == "$" and not by_lines:  # Python's also stands before the last line's end
        return r"(?=\n?(?![\s\S]))"
    return piece
