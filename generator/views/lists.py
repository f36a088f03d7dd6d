"""List pages: what a page that lists records or terms shows, and the parts such pages share."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import NamedTuple

from generator import routes
from generator.catalogue import Catalogue
from generator.index import Index, Value
from generator.outputs import Alternate, Crumb
from generator.records import RECORD_TYPES, RecordType
from generator.records.terms import Theme
from generator.routes import Form
from generator.text import slug
from generator.values import Prose, Ref
from generator.views import words
from generator.views.cards import CARDS, Card, cards, content, facts, newest_first


@dataclass(frozen=True, slots=True)
class Entry:
    """A line of an index: a name, how many records it has, what else there is to say."""

    title: str
    address: str | None
    """None where there is nothing to see yet."""
    count: str
    """How many records it has, or what else tells it from others."""
    note: str = ""


class Rest(NamedTuple):
    """The records after the first of a long list, in a line each."""

    title: str
    entries: tuple[Entry, ...]


@dataclass(frozen=True, slots=True)
class Section:
    """A titled part of a list page: lines or cards."""

    title: str
    entries: tuple[Entry, ...] = ()
    cards: tuple[Card, ...] = ()
    rest: Rest | None = None
    more: Entry | None = None
    """Where the rest of it is, where only a part is shown."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ListView:
    """What a page lists under its title: records, or the terms under which they are found."""

    description: str
    lead: str = ""
    intro: Prose | None = None
    notice: str = ""
    facts: tuple[tuple[str, str], ...] = ()
    chips: tuple[Entry, ...] = ()
    sections: tuple[Section, ...] = ()
    search: str = ""
    """The filtered catalogue that holds the same records."""
    downloads: tuple[Alternate, ...] = ()
    """The same records as data."""
    breadcrumb: tuple[Crumb, ...] = ()


def theme_entries(catalogue: Catalogue, index: Index) -> tuple[Entry, ...]:
    """The twelve themes, with how many records each has."""
    return tuple(
        Entry(
            term.label,
            routes.theme(term.id),
            records(index, "tema", term.id),
            "in corso di progettazione" if isinstance(term, Theme) and term.planned else "",
        )
        for term in catalogue.vocabularies["temi"].values()
    )


def by_type(catalogue: Catalogue, index: Index, refs: Iterable[Ref]) -> tuple[Section, ...]:
    """Records by type, leading practices first; within a type the newest first."""
    found: dict[str, list[Ref]] = {}
    for ref in refs:
        found.setdefault(ref.type, []).append(ref)
    return tuple(
        listed(catalogue, index, kind.plural, newest_first(catalogue, found[folder]))
        for folder, kind in RECORD_TYPES.items()
        if folder in found
    )


def listed(catalogue: Catalogue, index: Index, title: str, refs: Sequence[Ref]) -> Section:
    """A section that lists all of some records."""
    first, others = refs[:CARDS], refs[CARDS:]
    number = words.count(len(others), "altra scheda", "altre schede")
    rest = Rest(
        f"{number}, una per riga",
        tuple(
            Entry(catalogue.entries[ref].record.title, routes.record(ref), _facts(index, ref))
            for ref in others
        ),
    )
    return Section(title, cards=cards(catalogue, index, first), rest=rest if others else None)


def _facts(index: Index, ref: Ref) -> str:
    return " · ".join(facts(index, ref))


def involved(index: Index, refs: Iterable[Ref]) -> tuple[Section, ...]:
    """The section that lists the administrations involved, if there are any."""
    entries = tuple(
        Entry(value.label, routes.value("ente", value.id), words.count(number, "scheda", "schede"))
        for value, number in bodies(index, refs)
    )
    return (Section("Amministrazioni coinvolte", entries=entries),) if entries else ()


def bodies(index: Index, refs: Iterable[Ref]) -> list[tuple[Value, int]]:
    """The administrations that records name, by name, with how many records name each."""
    found: dict[Value, int] = {}
    for ref in refs:
        for value in index.values[ref]:
            if value.facet == "ente":
                found[value] = found.get(value, 0) + 1
    return sorted(found.items(), key=lambda row: (slug(row[0].label), row[0].id))


def records(index: Index, facet: str, value_id: str) -> str:
    """How many records have a value, in words: «3 schede»."""
    return words.count(len(content(index.having(facet, value_id))), "scheda", "schede")


def without(catalogue: Catalogue, index: Index, facet: str) -> list[Ref]:
    """The records that tell something done and have no value of a facet."""
    return [
        ref
        for ref in content(catalogue.entries)
        if all(value.facet != facet for value in index.values[ref])
    ]


def breadcrumb(title: str, *between: Crumb) -> tuple[Crumb, ...]:
    """The steps from the home to a page."""
    return (Crumb("Home", routes.HOME), *between, Crumb(title))


def downloads(kind: RecordType) -> tuple[Alternate, ...]:
    """The records of a type as data."""
    return (
        Alternate(f"{kind.plural} in CSV", routes.dataset(kind.folder, Form.CSV), "text/csv"),
        Alternate(
            f"{kind.plural} in JSON", routes.dataset(kind.folder, Form.JSON), "application/json"
        ),
    )
