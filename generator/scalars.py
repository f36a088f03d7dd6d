"""Scalars: how one line of text is written in YAML, so that every reader sees the same text.

The rules are those of YAML 1.2 (https://yaml.org/spec/1.2.2/) and the choice among its styles that
of eemeli/yaml, with which the editor in the browser writes.
"""

import re

DECIMAL = re.compile(r"[-+]?(\.[0-9]+|[0-9]+(\.[0-9]*)?)([eE][-+]?[0-9]+)?")
OTHER_TYPES = re.compile(
    r"~|null|Null|NULL|true|True|TRUE|false|False|FALSE"
    r"|0o[0-7]+|0x[0-9a-fA-F]+|[-+]?\.(inf|Inf|INF)|\.(nan|NaN|NAN)"
)
"""What the core schema (10.3.2) takes neither for a text nor for a number."""
INDICATORS = set(",[]{}#&*!|>'\"%@`")
"""The signs that mean something to YAML at the beginning of a value."""
MARK = re.compile(r"[-?]( |$)")
INNER = re.compile(r":( |$)| #")


def is_number(text: str) -> bool:
    """Whether YAML 1.2 takes the text for a decimal number."""
    return bool(DECIMAL.fullmatch(text))


def is_typed(text: str) -> bool:
    """Whether YAML 1.2 takes the text for something else than a text."""
    return not text or is_number(text) or bool(OTHER_TYPES.fullmatch(text))


def scalar(text: str) -> str:
    """A text of one line, without spaces around it, as YAML: plain where it stays a text."""
    if is_typed(text) or text[0] in INDICATORS or MARK.match(text) or INNER.search(text):
        return _quoted(text)
    return text


def _quoted(text: str) -> str:
    if "'" in text and '"' not in text:
        escaped = text.replace("\\", "\\\\")
        return f'"{escaped}"'
    doubled = text.replace("'", "''")
    return f"'{doubled}'"
