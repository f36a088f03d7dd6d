"""Sources: YAML files read as nodes with line and column. The only disk reads of the generator.

Scalars stay text: the schema, not YAML 1.1, decides that `no` is a word, that `00123` is a
postcode and that `2019` is a year.
"""

import os
import re
import stat
from dataclasses import dataclass
from pathlib import Path

import yaml

from generator.composer import Node, Refusals, compose
from generator.messages import YAML_OTHER
from generator.problems import Invalid, Location, Problem, Severity, problem
from generator.syntax import slip

MAX_BYTES = 256 * 1024
MAX_LINES = 5_000

# Control, bidirectional (CVE-2021-42574), zero-width, tag, private-use characters, surrogates and
# noncharacters: nothing that a person who reads a change could not see.
FORBIDDEN = re.compile(
    "[\x00-\x09\x0b-\x1f\x7f-\x9f\xad\u034f\u061c\u115f\u1160\u17b4\u17b5\u180e\u200b-\u200f"
    "\u2028-\u202e\u2060-\u206f\u2800\u3164\uffa0"
    "\ufdd0-\ufdef\ufeff\ufff0-\uffff\ud800-\udfff\ue000-\uf8ff"
    "\U000e0000-\U000e0fff\U000f0000-\U0010ffff]"
)


_AFTER_A_VALUE = re.compile(r"\S[^\n]* #")
_SEEN = b"\n" + bytes(range(0x20, 0x7F))


@dataclass(frozen=True, slots=True)
class Source:
    """A file as read: its node, unless nothing could be read, and what is wrong with it so far."""

    node: Node | None
    problems: tuple[Problem, ...]

    @property
    def refused(self) -> bool:
        """Whether some problem is more than a warning."""
        return any(found.severity is Severity.ERROR for found in self.problems)


def files(folder: Path) -> list[Path]:
    """What a folder holds, by name, without dot files; nothing when there is no such folder."""
    if not folder.is_dir():
        return []
    return sorted(entry for entry in folder.iterdir() if not entry.name.startswith("."))


def read_file(path: Path, shown: str) -> Source:
    """Read one YAML file. `shown` is its path in the problems."""
    try:
        return read_bytes(file_bytes(path), shown)
    except Invalid as refusal:
        return Source(None, (problem(Location(shown), "-", refusal),))


def file_bytes(path: Path) -> bytes:
    """The bytes of a regular file that no symbolic or hard link leads to; `Invalid` for others."""
    try:
        handle = os.open(path, os.O_RDONLY | os.O_NOFOLLOW | os.O_NONBLOCK)
    except OSError:
        raise Invalid("not-a-file") from None
    with os.fdopen(handle, "rb") as file:
        about = os.fstat(handle)
        if not stat.S_ISREG(about.st_mode) or about.st_nlink > 1:
            raise Invalid("not-a-file")
        if about.st_size > MAX_BYTES:
            raise Invalid("file-too-large", size=about.st_size, maximum=MAX_BYTES)
        return file.read(MAX_BYTES)


def text_of(path: Path) -> str:
    """The text of a file that was read without errors."""
    return path.read_text(encoding="utf-8")


def read_bytes(data: bytes, shown: str) -> Source:
    """Read one YAML document: bytes of any kind give a node or problems, never an exception."""
    refusals = Refusals(shown)
    node = None
    try:
        text = _visible(_text(data, refusals), refusals)
        node = compose(text, refusals, _refuse_hidden)
        if node is None and not refusals.problems:
            raise Invalid("empty-file")
    except Invalid as refusal:
        refusals.add(1, 1, refusal)
    except yaml.MarkedYAMLError as error:
        line, column, detail = slip(text, error)
        if not refusals.has("tab", line):
            refusals.add(line, column, Invalid("yaml-syntax", detail=detail))
    except yaml.YAMLError:
        refusals.add(1, 1, Invalid("yaml-syntax", detail=YAML_OTHER))
    return Source(node, tuple(refusals.problems))


def clear_text(data: bytes) -> str | None:
    """The text of a document that shows all that it holds, and no comment after a value."""
    refusals = Refusals("")
    try:
        text = _text(data, refusals)
    except Invalid:
        return None
    has_comment = " #" in text and _AFTER_A_VALUE.search(text)
    return None if refusals.problems or has_comment or _has_hidden(text) else text


def _text(data: bytes, refusals: Refusals) -> str:
    if len(data) > MAX_BYTES:
        raise Invalid("file-too-large", size=len(data), maximum=MAX_BYTES)
    try:
        text = data.decode("utf-8")
    except UnicodeDecodeError:
        raise Invalid("not-utf8") from None
    if text.startswith("\ufeff"):
        refusals.add(1, 1, Invalid("byte-order-mark"))
        text = text[1:]
    text = text.replace("\r\n", "\n").replace("\r", "\n")
    if (lines := text.count("\n")) > MAX_LINES:
        raise Invalid("too-many-lines", length=lines, maximum=MAX_LINES)
    return text


def _visible(text: str, refusals: Refusals) -> str:
    """The text without the characters that nobody sees, each refused at its place."""
    if not _has_hidden(text):
        return text
    for number, line in enumerate(text.split("\n"), 1):
        for match in FORBIDDEN.finditer(line):
            refusals.add(number, match.start() + 1, _hidden(match.group()))
    return FORBIDDEN.sub(" ", text)


def _has_hidden(text: str) -> bool:
    """Whether any character is one that nobody sees: nearly all are known at once not to be."""
    return bool(FORBIDDEN.search(text.encode().translate(None, _SEEN).decode()))


def without_hidden(text: str) -> tuple[str, tuple[str, ...]]:
    """A text without the characters that nobody sees, spaces for tabs, and what it lost."""
    lost = sorted({f"U+{ord(sign):04X}" for sign in FORBIDDEN.findall(text) if sign not in "\t\r"})
    plain = text.replace("\r\n", "\n").replace("\r", "\n").replace("\t", " ")
    return FORBIDDEN.sub("", plain), tuple(lost)


def _refuse_hidden(text: str) -> None:
    """Refuse what an escape such as `\\u202e` brings in after the file was looked at."""
    if match := FORBIDDEN.search(text):
        raise _hidden(match.group())


def _hidden(character: str) -> Invalid:
    if character == "\t":
        return Invalid("tab")
    return Invalid("forbidden-character", name=f"U+{ord(character):04X}")
