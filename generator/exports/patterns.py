"""Patterns: what fields ask of a text, as regular expressions that all JSON Schema tools share.

ECMA-262 without flags: no inline options, and letters of both cases spelled out. The tests hold
them to the verdict of the fields themselves.
"""

from collections.abc import Iterable

from generator.prudence import FORMULA, MAX_URL, UNKNOWN

_DAYS_31 = r"(?:0[13578]|1[02])-(?:0[1-9]|[12]\d|3[01])"
_DAYS_30 = r"(?:0[469]|11)-(?:0[1-9]|[12]\d|30)"
_DAYS_28 = r"02-(?:0[1-9]|1\d|2[0-8])"
# Gregorian: every fourth year but for the centuries that 400 doesn't divide; 1000 to 2999.
_LEAP_DAY = r"(?:[12]\d(?:0[48]|[2468][048]|[13579][26])|(?:12|16|20|24|28)00)-02-29"
_DAY = rf"(?:[12]\d{{3}}-(?:{_DAYS_31}|{_DAYS_30}|{_DAYS_28})|{_LEAP_DAY})"

DATE = rf"^{_DAY}$"
PARTIAL_DATE = rf"^(?:{_DAY}|[12]\d{{3}}(?:-(?:0[1-9]|1[0-2]))?)$"
FLAG = "^(?:[Ss][IiÌì]|[Nn][Oo])$"
EMAIL = r"^[A-Za-z0-9_.+-]{1,64}@[A-Za-z0-9_-]+(?:\.[A-Za-z0-9_-]+)+$"

_LABEL = "[A-Za-z0-9](?:[A-Za-z0-9-]{0,61}[A-Za-z0-9])?"
_HOST = (
    r"(?=[^/?#\s)>]{4,253}(?:[/?#\s)>]|$))"
    rf"(?:{_LABEL}\.)+[A-Za-z][A-Za-z0-9-]{{0,61}}[A-Za-z0-9]"
)
_WORD = "A-Za-z0-9_À-ɏ"
_HTML = rf"<(?![{_WORD}]+:|[{_WORD}.+-]+@)[A-Za-z/!?]"
_HTML_CLOSED = rf"{_HTML}[^<>]*>"
_HTML_AT_LINE_START = rf"(?:^|\n)[ \t>*+\-\d.)]*{_HTML}"
_IMAGE = r"!\[[^\[\]]*\][(\[]"
_INSIDE = r"\s*(?:<|(?![<\s]))"


def integer(minimum: int) -> str:
    """A whole number written as text."""
    return rf"^{_sign(minimum)}\d{{1,12}}$"


def number(minimum: int | None) -> str:
    """A decimal number written as text, unless the point could be one of thousands."""
    ambiguous = r"-?[1-9]\d{0,2}\.\d{3}$"
    return rf"^(?!{ambiguous}){_sign(minimum)}(?=[\d.]{{1,16}}$)\d{{1,15}}(?:\.\d{{1,6}})?$"


def _sign(minimum: int | None) -> str:
    return "-?" if minimum is None or minimum < 0 else r"(?:-(?=[0.]+$))?"


def code(pattern: str) -> str:
    """A code of a register, that is a plain line too."""
    return rf"^(?!{_starts()})(?!(?:{_unknown()})$)(?![^<>]*[<>])(?:{pattern})$"


def line() -> str:
    """One line of plain text."""
    return rf"^\s*(?![\s{_starts()[1:]})(?!(?:{_unknown()})\s*$)[^<>\n]+(?:\n\s*)?$"


def prose() -> str:
    """Markdown without HTML nor images, whose links are absolute and https (or a mailbox)."""
    refused = "|".join([_HTML_CLOSED, _HTML_AT_LINE_START, "<!--", _IMAGE, *_bad_links()])
    return rf"^(?=\s*\S)(?![\s\S]*(?:{refused}))(?!\s*(?:{_unknown()})\s*$)"


def url(*, http: bool) -> str:
    """An absolute address on a named host."""
    return rf"^(?![\s\S]{{{MAX_URL + 1}}}){_url(http=http)}$"


def _url(*, http: bool = False, end: str = "") -> str:
    scheme = _any_case("http") + ("[Ss]?" if http else "[Ss]")
    return rf'{scheme}://{_HOST}(?:[/?#][^\s"\\<>`{{}}|^{end}]*)?'


def _bad_links() -> Iterable[str]:
    """Inline links, reference definitions and autolinks to what is not https nor a mailbox."""
    too_long = rf"[^\s>]{{{MAX_URL + 1}}}"
    yield rf"\]\({_INSIDE}(?!mailto:)(?:{too_long}|(?!{_url(end=')')}(?:[\s)>]|$)))"
    yield (
        rf"(?:^|\n)[ \t>*+\-\d.)]*\[[^\]\n]+\]:{_INSIDE}(?!mailto:)(?:{too_long}|(?!{_url()}"
        r"""(?:[\s>]|$)))(?:[^\s>]+|(?<=<))>?[ \t]*(?:$|[\n"'(])"""
    )
    yield rf"<(?!mailto:)(?:{too_long}|(?!{_url()}>))[{_WORD}]+:[^<>\s]*>"


def _starts() -> str:
    signs = FORMULA.replace("-", r"\-")
    return f"[{signs}]"


def _unknown() -> str:
    return "|".join(_any_case(word) for word in sorted(UNKNOWN))


def _any_case(word: str) -> str:
    return "".join(
        f"[{sign.upper()}{sign}]" if sign.isalpha() else sign.replace(".", r"\.") for sign in word
    )
