"""The front: the home page and the catalogue."""

from collections.abc import Iterator
from dataclasses import dataclass

from generator import routes
from generator.catalogue import Catalogue
from generator.index import FACETS, Index, Value
from generator.outputs import Crumb
from generator.records import RECORD_TYPES, Experience, Organisation, Practice
from generator.values import Ref
from generator.views import words
from generator.views.cards import Card, cards, content, is_draft, newest_first
from generator.views.lists import Entry, Section, records, theme_entries
from generator.views.peers import Trait, traits
from generator.vocabulary import Term

_NEWEST = 6

_LISTED = 40
"""As many records of a theme are listed for those who have no JavaScript; its page has them all."""


@dataclass(frozen=True, slots=True, kw_only=True)
class HomeView:
    """The home page."""

    facts: tuple[tuple[str, str], ...]
    themes: tuple[Entry, ...]
    newest: tuple[Card, ...]
    ways: tuple[Entry, ...]


@dataclass(frozen=True, slots=True)
class FacetView:
    """A facet of the catalogue: its query parameter, its name, its values with their counts."""

    id: str
    label: str
    values: tuple[tuple[Value, int], ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class CatalogueView:
    """The catalogue: facets, and all records for those who have no JavaScript."""

    total: str
    traits: tuple[Trait, ...]
    facets: tuple[FacetView, ...]
    sections: tuple[Section, ...]
    breadcrumb: tuple[Crumb, ...]


def home_view(catalogue: Catalogue, index: Index) -> HomeView:
    """The home: what there is, by theme and in other ways, and what is new."""
    told = [*catalogue.of(Practice), *catalogue.of(Experience)]
    finished = [entry.ref for entry in told if not is_draft(entry)]
    return HomeView(
        facts=(
            (words.number(len(told)), "esperienze e pratiche"),
            (words.number(len(catalogue.of(Organisation))), "amministrazioni"),
            (words.number(len(catalogue.vocabularies["temi"])), "temi"),
        ),
        themes=theme_entries(catalogue, index),
        newest=cards(catalogue, index, newest_first(catalogue, finished)[:_NEWEST]),
        ways=tuple(_ways(catalogue)),
    )


def _ways(catalogue: Catalogue) -> Iterator[Entry]:
    """The other indexes: places, money, the cycle, then each type of record."""
    yield Entry("Territori", routes.TERRITORIES, "sulla mappa, regione per regione")
    yield Entry("Programmi", routes.PROGRAMMES, "chi ha pagato")
    yield Entry("Ciclo della performance", routes.CYCLE, "fase per fase")
    yield Entry("Obiettivi di servizio", routes.OBJECTIVES, "undici indicatori")
    for folder, kind in RECORD_TYPES.items():
        number = words.count(len(catalogue.of(kind.record)), "scheda", "schede")
        yield Entry(kind.plural, routes.record_index(folder), number)
    yield Entry("Glossario", routes.GLOSSARY, "sigle e parole")
    yield Entry("Il catalogo in cifre", routes.FIGURES, "temi, anni, programmi")


def catalogue_view(catalogue: Catalogue, index: Index) -> CatalogueView:
    """The catalogue: every record once, under its first theme, or the first of very many."""
    by_theme: dict[str, list[Ref]] = {}
    for ref in content(catalogue.entries):
        theme = next(value for value in index.values[ref] if value.facet == "tema")
        by_theme.setdefault(theme.id, []).append(ref)
    themes = catalogue.vocabularies["temi"]
    return CatalogueView(
        total=words.count(len(catalogue.entries), "scheda", "schede"),
        traits=traits(catalogue),
        facets=tuple(
            FacetView(facet, label, tuple(index.values_of(facet)))
            for facet, label in FACETS.items()
        ),
        sections=tuple(
            _section(catalogue, index, term, by_theme[term.id])
            for term in themes.values()
            if term.id in by_theme
        ),
        breadcrumb=(Crumb("Home", routes.HOME), Crumb("Catalogo")),
    )


def _section(catalogue: Catalogue, index: Index, term: Term, refs: list[Ref]) -> Section:
    total = records(index, "tema", term.id)
    return Section(
        term.label,
        cards=cards(catalogue, index, refs[:_LISTED]),
        more=Entry(f"Tutte le schede: {term.label}", routes.theme(term.id), total)
        if len(refs) > _LISTED
        else None,
    )
