"""Texts: fields that hold words, codes and addresses."""

import re
from dataclasses import dataclass

from generator.fields.kind import Kind
from generator.problems import Invalid
from generator.prudence import check_personal_data, check_plain_line, check_prose, check_url
from generator.values import Known, Prose

MAILBOX = re.compile(r"[\w.+-]{1,64}@[\w-]+(\.[\w-]+)+", re.ASCII)


@dataclass(frozen=True, slots=True)
class Text(Kind):
    """One line of plain text."""

    max_length: int = 200
    fact: bool = False
    """Whether it is a fact however long, such as a title: nobody's text, whoever has rights."""

    def parse(self, text: str, known: Known) -> str:
        """Text of one line, no longer than `max_length`, that no other program could run."""
        _check_length(text, self.max_length)
        check_plain_line(text)
        check_personal_data(text)
        return text


@dataclass(frozen=True, slots=True)
class Section(Kind):
    """A text with paragraphs, lists, bold and links, in Markdown."""

    max_length: int = 10_000
    may_defer: bool = False
    """Whether the section can hold `rinviato` (reason and dates) instead of a text."""

    def parse(self, text: str, known: Known) -> Prose:
        """Markdown without HTML, whose links are absolute and https."""
        _check_length(text, self.max_length)
        check_prose(text)
        check_personal_data(text)
        return Prose(text)


@dataclass(frozen=True, slots=True)
class Code(Kind):
    """A code of some register, kept as text: zeros in front are part of it."""

    pattern: str = r"\S+"
    example: str = ""
    authority: str = ""
    """What makes an IRI of the code, put in front of it, where some authority gives one."""

    def parse(self, text: str, known: Known) -> str:
        """A text of the code's form."""
        check_plain_line(text)
        check_personal_data(text)
        if not re.fullmatch(self.pattern, text):
            raise Invalid("not-a-code", text=text, example=self.example)
        return text


@dataclass(frozen=True, slots=True)
class Url(Kind):
    """A web address."""

    http: bool = False
    """Whether plain http is allowed, as for sources that exist only there."""

    def parse(self, text: str, known: Known) -> str:
        """An absolute address on a named host."""
        check_url(text, http=self.http)
        return text


@dataclass(frozen=True, slots=True)
class Email(Kind):
    """The mailbox of an office."""

    def parse(self, text: str, known: Known) -> str:
        """An address that isn't on a provider of personal mailboxes."""
        check_personal_data(text)
        if not MAILBOX.fullmatch(text):
            raise Invalid("not-an-email", text=text)
        return text


def _check_length(text: str, maximum: int) -> None:
    if len(text) > maximum:
        raise Invalid("too-long", length=len(text), maximum=maximum)
