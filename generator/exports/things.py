"""Things: records as schema.org says them. A sheet, which is a work, and what the sheet is about.

Each field's `term` says where its values go. Addresses are absolute, so without the site's own
address there are no things.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from typing import Any, assert_never

from generator import routes
from generator.catalogue import Catalogue, Entry
from generator.exports.turtle import Context, Node
from generator.fields import (
    Choice,
    Code,
    Date,
    Email,
    Field,
    Flag,
    Group,
    Integer,
    Number,
    Option,
    PartialDate,
    Reference,
    Section,
    Text,
    Url,
)
from generator.outputs import Publisher
from generator.records import RECORD_TYPES
from generator.records.parts import Rights
from generator.records.terms import Fund
from generator.rights import free, reusable
from generator.schema import Attribute, filled_in
from generator.values import Ref
from generator.views.cards import kind as genre
from generator.vocabulary import Term

LICENCE = "https://creativecommons.org/licenses/by/4.0/"
_DATES = ("dateModified", "datePublished", "endDate", "expires", "startDate")
CONTEXT: Context = {
    "@vocab": "https://schema.org/",
    **{key: {"@type": "@id"} for key in ("license", "url")},
    **{key: {"@type": "Date"} for key in _DATES},
}
"""What the context of schema.org itself says of the properties used here."""

_OF_SHEETS = {"isBasedOn", "mentions"}
"""The properties whose values are works: the sheets, rather than what those are about."""


@dataclass(frozen=True, slots=True)
class Things:
    """The things of a catalogue: `named` for a page, where others are told by their name, and what
    its head or its lists say is left out; else whole, and others are told by their IRI."""

    catalogue: Catalogue
    publisher: Publisher
    named: bool

    def of(self, entry: Entry) -> Iterator[Node]:
        """A record's sheet; then what it is about, where that has an IRI of its own."""
        kind = RECORD_TYPES[entry.ref.type]
        page = f"{self.publisher.origin}{routes.record(entry.ref)}"
        said = self._said(entry.record, whole=reusable(entry.record))
        about = {key: value for key, value in said.items() if key.startswith("about.")}
        sheet = {key: value for key, value in said.items() if key not in about}
        if kind.subject:
            others = sheet.get("about", [])
            sheet["about"] = [{"@id": self.subject(entry.ref)}, *others]
        yield {
            "@id": page,
            "@type": kind.thing,
            "genre": genre(entry),
            "identifier": f"{entry.ref.type}/{entry.ref.id}",
            "inLanguage": "it",
            **_compact(sheet | self._place(entry, sheet)),
            **self._terms_of_use(entry.record),
            "publisher": body(self.publisher) if self.named else {"@id": body_iri(self.publisher)},
        }
        if kind.subject:
            yield {
                "@id": self.subject(entry.ref),
                "@type": kind.subject,
                "name": entry.record.title,
                **{key.removeprefix("about."): one for key, one in _compact(about).items()},
            }

    def subject(self, ref: Ref) -> str:
        """The IRI of what a record is about; of its sheet, where that is all there is."""
        page = f"{self.publisher.origin}{routes.record(ref)}"
        return f"{page}#oggetto" if RECORD_TYPES[ref.type].subject else page

    def _place(self, entry: Entry, sheet: Mapping[str, Any]) -> dict[str, list[Any]]:
        """Where it is: the territory of the body, if the record doesn't say more."""
        owner: Ref | None = getattr(entry.record, "owner", None)
        if owner is None or "spatialCoverage" in sheet:
            return {}
        body = self.catalogue.entries[owner].record
        return {"spatialCoverage": self._said(body, whole=False)["spatialCoverage"]}

    def _said(self, part: object, *, whole: bool) -> dict[str, list[Any]]:
        """What a record, or a group of its fields, says by each term."""
        found: dict[str, list[Any]] = {}
        said = _said(type(part), whole, self.named)  # type: ignore[arg-type]  # as in schema.py
        for attribute, value in filled_in(part, said):
            many = value if attribute.many else (value,)
            values = [self._value(attribute.field, one, whole=whole) for one in many]
            found.setdefault(attribute.field.term, []).extend(filter(None, values))
        return found

    def _value(self, field: Field, value: Any, *, whole: bool) -> Any:
        match field:
            case Choice():
                return self._term(field, value)
            case Reference():
                return self._record(field, value)
            case Group():
                return _compact(self._said(value, whole=whole))
            case (
                Text()
                | Section()
                | Code()
                | Url()
                | Email()
                | Option()
                | Date()
                | PartialDate()
                | Integer()
                | Number()
                | Flag()
            ):
                return str(value)
            case _:
                assert_never(field)

    def _term(self, field: Choice, term: Term) -> Any:
        if not self.named:
            return {"@id": f"{self.publisher.origin}{routes.term(field.vocabulary, term.id)}"}
        if isinstance(term, Fund):
            return {"@type": "Organization", "name": str(term)}
        return str(term)

    def _record(self, field: Reference, ref: Ref) -> Any:
        kind = RECORD_TYPES[ref.type]
        if field.term == "@id":
            return self.subject(ref)
        if field.term in _OF_SHEETS:
            iri, thing = f"{self.publisher.origin}{routes.record(ref)}", kind.thing
        else:
            iri, thing = self.subject(ref), kind.subject or kind.thing
        if self.named:
            return {"@type": thing, "name": self.catalogue.entries[ref].record.title}
        return {"@id": iri}

    def _terms_of_use(self, record: object) -> dict[str, Any]:
        """The licence, where the texts may be taken up; whose the materials are, if somebody's."""
        licence = {"license": LICENCE} if reusable(record) else {}
        rights: Rights | None = getattr(record, "rights", None)
        if rights is None:
            return licence
        holder = {"@type": "Organization", "name": rights.holder}
        notice = {} if self.named else {"copyrightNotice": rights.conditions}
        return {**licence, "copyrightHolder": holder, **notice}


@cache
def _said(part: type, whole: bool, named: bool) -> tuple[Attribute, ...]:
    """The attributes of a class that say something by a term."""
    found = (one for one in free(part, whole=whole) if one.field.term)
    return tuple(one for one in found if not (named and _shown(one)))


def _shown(attribute: Attribute) -> bool:
    """Whether a page's head or its lists say it."""
    field = attribute.field
    listed = isinstance(field, Group) or (isinstance(field, Reference) and attribute.many)
    return listed or field.term == "description"


def body(publisher: Publisher) -> Node:
    """Who publishes the sheets."""
    iri = body_iri(publisher)
    return {"@id": iri, "@type": "GovernmentOrganization", "name": publisher.body.name}


def body_iri(publisher: Publisher) -> str:
    """The IRI of who publishes, for linked data of every vocabulary."""
    return f"{publisher.origin}#ente"


def _compact(said: Mapping[str, list[Any]]) -> dict[str, Any]:
    """A list of one is that one; a beginning and an end are a period, open where one is missing."""
    found = {key: values[0] if len(values) == 1 else values for key, values in said.items()}
    until = found.pop("until.temporalCoverage", "..")
    if "temporalCoverage" in found or until != "..":
        found["temporalCoverage"] = f"{found.get('temporalCoverage', '..')}/{until}"
    return found
