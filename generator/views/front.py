"""The front: the home page and the catalogue."""

from dataclasses import dataclass

from generator import routes
from generator.catalogue import Catalogue
from generator.index import FACETS, Index, Value
from generator.outputs import Crumb
from generator.values import Ref
from generator.views import words
from generator.views.cards import Card, cards, newest_first
from generator.views.lists import Entry, Section, content, theme_entries

_NEWEST = 6


@dataclass(frozen=True, slots=True, kw_only=True)
class HomeView:
    """The home page."""

    facts: tuple[tuple[str, str], ...]
    themes: tuple[Entry, ...]
    newest: tuple[Card, ...]


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
    facets: tuple[FacetView, ...]
    sections: tuple[Section, ...]
    breadcrumb: tuple[Crumb, ...]


def home_view(catalogue: Catalogue, index: Index) -> HomeView:
    """The home: what there is, by theme, and what is new."""
    refs = content(catalogue.entries)
    return HomeView(
        facts=(
            (words.number(len(refs)), "esperienze e pratiche"),
            (words.number(len(catalogue.entries) - len(refs)), "amministrazioni"),
            (words.number(len(catalogue.vocabularies["temi"])), "temi"),
        ),
        themes=theme_entries(catalogue, index),
        newest=cards(catalogue, index, newest_first(catalogue, refs)[:_NEWEST]),
    )


def catalogue_view(catalogue: Catalogue, index: Index) -> CatalogueView:
    """The catalogue, every record once, under its first theme."""
    by_theme: dict[str, list[Ref]] = {}
    for ref in content(catalogue.entries):
        theme = next(value for value in index.values[ref] if value.facet == "tema")
        by_theme.setdefault(theme.id, []).append(ref)
    themes = catalogue.vocabularies["temi"]
    return CatalogueView(
        total=words.count(len(catalogue.entries), "scheda", "schede"),
        facets=tuple(
            FacetView(facet, label, tuple(index.values_of(facet)))
            for facet, label in FACETS.items()
        ),
        sections=tuple(
            Section(term.label, cards=cards(catalogue, index, by_theme[term.id]))
            for term in themes.values()
            if term.id in by_theme
        ),
        breadcrumb=(Crumb("Home", routes.HOME), Crumb("Catalogo")),
    )
