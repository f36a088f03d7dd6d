"""The field guide: the fields of a record type, as `fields` prints them."""

from collections.abc import Iterator
from itertools import islice
from textwrap import wrap

from generator.fields import Choice, Field, Group, Section
from generator.guidance import description
from generator.records import RecordType
from generator.records.parts import Deferral
from generator.schema import schema_of
from generator.vocabulary import CodedTerm, Term, Vocabularies

_WIDTH = 92
_STEP = "    "
_SHOWN = 8


def field_guide(kind: RecordType, vocabularies: Vocabularies) -> Iterator[str]:
    """Every field by its key, in the order of the page; those of a group below it."""
    yield f"{kind.singular}: practices/{kind.folder}/NOME.yml"
    yield from wrap(kind.about, _WIDTH)
    yield ""
    yield from _fields(kind.record, vocabularies, "")


def _fields(record: type, vocabularies: Vocabularies, margin: str) -> Iterator[str]:
    inner = margin + _STEP
    for attribute in schema_of(record).attributes:
        field = attribute.field
        yield f"{margin}{attribute.key}"
        for text in (description(attribute), *_more(field, vocabularies)):
            yield from wrap(
                text,
                _WIDTH,
                initial_indent=inner,
                subsequent_indent=inner,
                break_long_words=False,
                break_on_hyphens=False,
            )
        yield from _inside(field, vocabularies, inner)


def _more(field: Field, vocabularies: Vocabularies) -> Iterator[str]:
    """What the declaration alone doesn't say: the terms to choose from, whether it can wait."""
    if isinstance(field, Choice) and (terms := vocabularies.get(field.vocabulary)):
        shown = ", ".join(_term(term) for term in islice(terms.values(), _SHOWN))
        rest = f" e altre {len(terms) - _SHOWN}" if len(terms) > _SHOWN else ""
        yield f"Voci: {shown}{rest}."
    if isinstance(field, Section) and field.may_defer:
        yield "Al posto del testo si può dire che è rinviato, con questi campi:"


def _term(term: Term) -> str:
    return f"{term.id} ({term.label})" if isinstance(term, CodedTerm) else term.id


def _inside(field: Field, vocabularies: Vocabularies, margin: str) -> Iterator[str]:
    if isinstance(field, Group):
        yield from _fields(field.of, vocabularies, margin)
    elif isinstance(field, Section) and field.may_defer:
        yield from _fields(Deferral, vocabularies, margin)
