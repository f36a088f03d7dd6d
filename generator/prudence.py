"""Prudence: what no field may hold, whatever its kind (requirements on hostile and personal data).

Each check raises `Invalid`. The outputs escape everything again: these refusals are there to tell
the author early, and to keep out what escaping can't mend, such as personal data.
"""

import re

from generator.messages import UNSAFE
from generator.problems import Invalid

# OWASP, CSV injection: what a spreadsheet takes for the beginning of a formula.
FORMULA = "=+-@＝＋－＠"
UNKNOWN = {"n.d.", "n.d", "nd", "n/d", "non disponibile", "da definire", "tbd", "xxx"}
_LONGEST_UNKNOWN = max(map(len, UNKNOWN))
PROVIDER = re.compile(
    r"@(?:gmail|googlemail|libero|hotmail|outlook|live|msn|yahoo|ymail|icloud|me|virgilio|tiscali"
    r"|tiscalinet|alice|tin|inwind|iol|email|fastwebnet|protonmail|proton|aol|gmx)\.\w{2,4}\b",
    re.IGNORECASE,
)
_MAILBOX = re.compile(rf"[\w.+-]{{1,64}}{PROVIDER.pattern}", re.IGNORECASE)
LOCAL_PART = re.compile(r"[\w.+-]{1,64}$")
# D.P.R. 605/1973 and D.M. 23/12/1976, with the letters that replace digits in case of homonymy.
FISCAL_CODE = re.compile(
    r"\b[A-Z]{6}[\dLMNPQRSTUV]{2}[ABCDEHLMPRST][\dLMNPQRSTUV]{2}[A-Z][\dLMNPQRSTUV]{3}[A-Z]\b",
    re.IGNORECASE,
)
_DIGIT = re.compile(r"\d")
# Quick to look for, and without them the slower patterns can't be there.
_SIXTEEN = b"w" * 16
_IN_WORDS = bytes(
    ord("w") if byte > 127 or chr(byte).isalnum() or byte == ord("_") else ord(" ")
    for byte in range(256)
)
"""What makes every sign of a word a «w»."""
_TEN_DIGITS = re.compile(r"3[1-9]\d[ ./-]?\d{3}[ .]?\d{4}")
MOBILE = re.compile(r"(?<![\w/.-])(?:\+39[ .]?)?3[1-9]\d[ ./-]?\d{3}[ .]?\d{4}(?![\w/-])")
# Whatever CommonMark takes for HTML, closed or not; autolinks such as <https://…> are not. No
# pattern here may take a time that grows with the square of the text.
HTML = re.compile(
    r"<(?!\w+:|[\w.+-]+@)[A-Za-z/!?][^<>]*>"
    r"|^[ \t>*+\-\d.)]*<(?!\w+:|[\w.+-]+@)[A-Za-z/!?][^<>\n]*>?"
    r"|<!--",
    re.MULTILINE,
)
IMAGE = re.compile(r"!\[[^\[\]]*\][(\[]")
INLINE_LINKS = re.compile(r"\]\(\s*<?([^\s)>]*)")
# Those, reference definitions (in lists and quotations too) and autolinks.
LINKS = re.compile(
    rf"{INLINE_LINKS.pattern}"
    r"|^[ \t>*+\-\d.)]*\[[^\]\n]+\]:\s*<?([^\s>]+)>?[ \t]*(?:$|[\"'(])"
    r"|<(\w+:[^<>\s]*)>",
    re.MULTILINE,
)
HOST = re.compile(
    r"(?=.{4,253}$)([a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?\.)+[a-z][a-z0-9-]{0,61}[a-z0-9]"
)
ADDRESS = re.compile(r"([Hh][Tt][Tt][Pp][Ss]?)://([^/?#]*)")
"""The scheme and, up to the path, whose machine it is."""
NOT_IN_ADDRESSES = re.compile(r"[\s\\\"<>`{}|^]")
MAX_URL = 2_000


def check_plain_line(text: str) -> None:
    """Refuse what is not one line of plain text, or would not be one in a spreadsheet."""
    _check_known(text)
    if "\n" in text:
        raise Invalid("one-line")
    if "<" in text or ">" in text:
        raise Invalid("markup")
    if text[:1] in FORMULA:
        raise Invalid("formula", text=text[:1])


def check_prose(text: str) -> None:
    """Refuse HTML, and links that are not absolute and https (or a mailbox)."""
    _check_known(text)
    if "<" in text and (html := HTML.search(text)):
        raise Invalid("html", text=html.group())
    if IMAGE.search(text):
        raise Invalid("image")
    links = LINKS if "]:" in text or "<" in text else INLINE_LINKS
    for match in links.finditer(text):
        target = next(group for group in match.groups() if group is not None)
        if not target.startswith("mailto:"):
            check_url(target)


def _check_known(text: str) -> None:
    if len(text) <= _LONGEST_UNKNOWN and text.lower() in UNKNOWN:
        raise Invalid("not-known", text=text)


def check_personal_data(text: str) -> None:
    """Refuse personal mailboxes, fiscal codes, mobile numbers (GDPR art. 5(1)(c))."""
    for provider in PROVIDER.finditer(text) if "@" in text else ():
        before = text[max(0, provider.start() - 64) : provider.start()]
        if local := LOCAL_PART.search(before):
            raise Invalid("personal-email", text=local.group() + provider.group())
    words = text.encode(errors="replace").translate(_IN_WORDS)
    if _SIXTEEN in words and _DIGIT.search(text) and (match := FISCAL_CODE.search(text)):
        raise Invalid("fiscal-code", text=match.group())
    if _TEN_DIGITS.search(text) and (match := MOBILE.search(text)):
        raise Invalid("mobile-number", text=match.group())


def without_personal_data(text: str, mark: str) -> str:
    """A text with a mark in the place of all that `check_personal_data` refuses."""
    for pattern in (_MAILBOX, FISCAL_CODE, MOBILE):
        text = pattern.sub(mark, text)
    return text


def check_url(text: str, *, http: bool = False) -> None:
    """Refuse what is not an absolute https address of a named host; plain http only if `http`."""
    parts = ADDRESS.match(text)
    if not parts or not _host(parts[2]) or NOT_IN_ADDRESSES.search(text):
        raise Invalid("not-a-url", text=text)
    if reason := _unsafe(text, parts[2]):
        raise Invalid("unsafe-url", text=text, reason=UNSAFE[reason])
    if parts[1].lower() == "http" and not http:
        raise Invalid("not-https", text=text)


def _host(netloc: str) -> str:
    """The machine that an address names; nothing where brackets don't pair."""
    pairs = ("[" in netloc) == ("]" in netloc)
    return netloc.rpartition("@")[2].partition(":")[0] if pairs else ""


def _unsafe(text: str, netloc: str) -> str:
    """Why an address is not safe to publish, or nothing. Other alphabets hide look-alikes."""
    if len(text) > MAX_URL:
        return "too-long"
    if "@" in netloc:
        return "user"
    if ":" in netloc:
        return "port"
    if not netloc.isascii():
        return "letters"
    return "" if HOST.fullmatch(netloc.lower()) else "machine"
