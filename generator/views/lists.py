"""List pages: the home, the catalogue, and the indexes by theme, body, territory, programme."""

from collections.abc import Iterable
from dataclasses import dataclass

from generator import routes
from generator.catalogue import Catalogue
from generator.fields import Prose, Ref
from generator.index import FACETS, Index, Value
from generator.outputs import Crumb
from generator.records import RECORD_TYPES, Organisation
from generator.records.terms import Programme, Subtheme, Territory, Theme
from generator.text import slug
from generator.views import words
from generator.views.cards import Card, cards, newest_first

_NEWEST = 6


@dataclass(frozen=True, slots=True)
class Entry:
    """A line of an index: a name, how many records it has, what else there is to say."""

    title: str
    address: str
    count: str
    note: str = ""


@dataclass(frozen=True, slots=True)
class Section:
    """A titled part of a list page: lines or cards."""

    title: str
    entries: tuple[Entry, ...] = ()
    cards: tuple[Card, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class ListView:
    """A page that lists records, or the terms under which they are found."""

    address: str
    title: str
    description: str
    lead: str = ""
    intro: Prose | None = None
    notice: str = ""
    facts: tuple[tuple[str, str], ...] = ()
    chips: tuple[Entry, ...] = ()
    sections: tuple[Section, ...] = ()
    search: str = ""
    """The filtered catalogue that holds the same records."""
    breadcrumb: tuple[Crumb, ...] = ()


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
    content = _content(catalogue.entries)
    return HomeView(
        facts=(
            (words.number(len(content)), "esperienze e pratiche"),
            (words.number(len(catalogue.entries) - len(content)), "amministrazioni"),
            (words.number(len(catalogue.vocabularies["temi"])), "temi"),
        ),
        themes=_theme_entries(catalogue, index),
        newest=cards(catalogue, index, newest_first(catalogue, content)[:_NEWEST]),
    )


def catalogue_view(catalogue: Catalogue, index: Index) -> CatalogueView:
    """The catalogue, every record once, under its first theme."""
    by_theme: dict[str, list[Ref]] = {}
    for ref in _content(catalogue.entries):
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


def type_view(catalogue: Catalogue, index: Index, folder: str) -> ListView:
    """The index of a record type."""
    kind = RECORD_TYPES[folder]
    refs = [entry.ref for entry in catalogue.of(folder)]
    newest = newest_first(catalogue, refs)
    total = words.count(len(refs), "scheda", "schede")
    return ListView(
        address=routes.record_index(folder),
        title=kind.plural,
        description=f"{kind.plural}: tutte le schede del portale.",
        lead=total,
        sections=(Section("Dalla più recente", cards=cards(catalogue, index, newest)),),
        search=routes.filtered("tipo", folder),
        breadcrumb=_breadcrumb(kind.plural),
    )


def organisations_view(catalogue: Catalogue, index: Index, folder: str) -> ListView:
    """The administrations, by kind of body."""
    by_category: dict[str, list[Entry]] = {}
    for entry in catalogue.of(folder):
        if isinstance(entry.record, Organisation):
            line = Entry(
                entry.record.title,
                routes.record(entry.ref),
                _records(index, "ente", entry.ref.id),
                str(entry.record.territory),
            )
            by_category.setdefault(entry.record.category.id, []).append(line)
    categories = catalogue.vocabularies["tipi-amministrazione"]
    return ListView(
        address=routes.record_index(folder),
        title="Amministrazioni",
        description="Le amministrazioni che hanno realizzato o ospitato un'esperienza.",
        lead="Chi ha già fatto che cosa. Scegli un ente per vedere tutte le sue schede.",
        sections=tuple(
            Section(term.label, entries=tuple(by_category[term.id]))
            for term in categories.values()
            if term.id in by_category
        ),
        search=routes.filtered("tipo", folder),
        breadcrumb=_breadcrumb("Amministrazioni"),
    )


def themes_view(catalogue: Catalogue, index: Index) -> ListView:
    """The twelve themes."""
    return ListView(
        address=routes.THEMES,
        title="Temi",
        description="Le esperienze delle amministrazioni, tema per tema.",
        lead="Parti dal problema che hai davanti: ogni tema raccoglie chi lo ha già affrontato.",
        sections=(Section("I temi", entries=_theme_entries(catalogue, index)),),
        breadcrumb=_breadcrumb("Temi"),
    )


def theme_view(catalogue: Catalogue, index: Index, theme: Theme) -> ListView:
    """A theme: what it is about, its practices before its experiences, who is involved."""
    refs = index.having("tema", theme.id)
    subthemes = [
        term
        for term in catalogue.vocabularies["sottotemi"].values()
        if isinstance(term, Subtheme) and term.theme.id == theme.id
    ]
    return ListView(
        address=routes.theme(theme.id),
        title=theme.label,
        description=f"{theme.label}: esperienze e pratiche delle amministrazioni italiane.",
        intro=theme.introduction,
        notice="Questo tema è in corso di progettazione: ci sono ancora poche schede."
        if theme.planned
        else "",
        facts=(
            ("Schede", words.number(len(refs))),
            ("Amministrazioni", words.number(len(_bodies(index, refs)))),
            *((("Riferimenti", theme.framework),) if theme.framework else ()),
        ),
        chips=tuple(
            Entry(
                term.label,
                routes.filtered("sottotema", term.id),
                _records(index, "sottotema", term.id),
            )
            for term in subthemes
        ),
        sections=(*_by_type(catalogue, index, refs), *_involved(index, refs)),
        search=routes.filtered("tema", theme.id),
        breadcrumb=_breadcrumb(theme.label, Crumb("Temi", routes.THEMES)),
    )


def territories_view(catalogue: Catalogue, index: Index) -> ListView:
    """The territories, by part of the country."""
    by_area: dict[str, list[Entry]] = {}
    for term in catalogue.vocabularies["territori"].values():
        if isinstance(term, Territory):
            line = Entry(
                str(term), routes.territory(term.id), _records(index, "territorio", term.id)
            )
            by_area.setdefault(term.area or "Tutto il Paese", []).append(line)
    return ListView(
        address=routes.TERRITORIES,
        title="Territori",
        description="Le esperienze delle amministrazioni, regione per regione.",
        lead="Che cosa hanno fatto le amministrazioni di ogni regione.",
        sections=tuple(Section(area, entries=tuple(lines)) for area, lines in by_area.items()),
        breadcrumb=_breadcrumb("Territori"),
    )


def territory_view(catalogue: Catalogue, index: Index, territory: Territory) -> ListView:
    """A territory: its codes, its records, its bodies."""
    refs = index.having("territorio", territory.id)
    stated = (
        ("Codice ISTAT", territory.code if territory.area else None),
        ("Codice NUTS", territory.nuts),
        ("Coesione 2021-2027", str(territory.cohesion) if territory.cohesion else None),
        ("Coesione 2007-2013", "Obiettivo Convergenza" if territory.convergence else None),
    )
    return ListView(
        address=routes.territory(territory.id),
        title=territory.label,
        description=f"{territory.label}: esperienze e pratiche delle amministrazioni.",
        notice="" if refs else "Di questo territorio non c'è ancora nessuna scheda.",
        facts=tuple((label, text) for label, text in stated if text),
        sections=_by_type(catalogue, index, refs),
        search=routes.filtered("territorio", territory.id) if refs else "",
        breadcrumb=_breadcrumb(str(territory), Crumb("Territori", routes.TERRITORIES)),
    )


def programmes_view(catalogue: Catalogue, index: Index) -> ListView:
    """The programmes that have some record, by cycle, the latest first."""
    by_cycle: dict[str, list[Entry]] = {}
    for term in catalogue.vocabularies["programmi"].values():
        if isinstance(term, Programme) and index.having("programma", term.id):
            line = Entry(
                term.label,
                routes.programme(term.id),
                _records(index, "programma", term.id),
                ", ".join(map(str, term.funds)),
            )
            by_cycle.setdefault(term.cycle.label, []).append(line)
    return ListView(
        address=routes.PROGRAMMES,
        title="Programmi",
        description="Le esperienze per programma di finanziamento.",
        lead="Con quali programmi nazionali, regionali ed europei sono state finanziate.",
        sections=tuple(
            Section(cycle, entries=tuple(lines)) for cycle, lines in sorted(by_cycle.items())
        )[::-1],
        breadcrumb=_breadcrumb("Programmi"),
    )


def programme_view(catalogue: Catalogue, index: Index, programme: Programme) -> ListView:
    """A programme: its code, its funds, its records."""
    refs = index.having("programma", programme.id)
    stated = (
        ("Ciclo", programme.cycle.label),
        ("Codice (CCI)", programme.code),
        ("Fondi", ", ".join(map(str, programme.funds))),
        ("Territorio", str(programme.territory) if programme.territory else None),
    )
    return ListView(
        address=routes.programme(programme.id),
        title=programme.label,
        description=f"{programme.label}, {programme.cycle.label}: esperienze finanziate.",
        intro=programme.note,
        facts=tuple((label, text) for label, text in stated if text),
        sections=_by_type(catalogue, index, refs),
        search=routes.filtered("programma", programme.id),
        breadcrumb=_breadcrumb(programme.label, Crumb("Programmi", routes.PROGRAMMES)),
    )


def _theme_entries(catalogue: Catalogue, index: Index) -> tuple[Entry, ...]:
    return tuple(
        Entry(
            term.label,
            routes.theme(term.id),
            _records(index, "tema", term.id),
            "in corso di progettazione" if isinstance(term, Theme) and term.planned else "",
        )
        for term in catalogue.vocabularies["temi"].values()
    )


def _by_type(catalogue: Catalogue, index: Index, refs: Iterable[Ref]) -> tuple[Section, ...]:
    by_type: dict[str, list[Ref]] = {}
    for ref in refs:
        by_type.setdefault(ref.type, []).append(ref)
    return tuple(
        Section(
            kind.plural, cards=cards(catalogue, index, newest_first(catalogue, by_type[folder]))
        )
        for folder, kind in RECORD_TYPES.items()
        if folder in by_type
    )


def _involved(index: Index, refs: Iterable[Ref]) -> tuple[Section, ...]:
    """The administrations that records name, by name."""
    entries = tuple(
        Entry(value.label, routes.value("ente", value.id), words.count(number, "scheda", "schede"))
        for value, number in _bodies(index, refs)
    )
    return (Section("Amministrazioni coinvolte", entries=entries),) if entries else ()


def _bodies(index: Index, refs: Iterable[Ref]) -> list[tuple[Value, int]]:
    found: dict[Value, int] = {}
    for ref in refs:
        for value in index.values[ref]:
            if value.facet == "ente":
                found[value] = found.get(value, 0) + 1
    return sorted(found.items(), key=lambda row: (slug(row[0].label), row[0].id))


def _records(index: Index, facet: str, value_id: str) -> str:
    return words.count(len(_content(index.having(facet, value_id))), "scheda", "schede")


def _content(refs: Iterable[Ref]) -> list[Ref]:
    """The records that tell something done, without the bodies that did it."""
    return [ref for ref in refs if RECORD_TYPES[ref.type].record is not Organisation]


def _breadcrumb(title: str, *between: Crumb) -> tuple[Crumb, ...]:
    return (Crumb("Home", routes.HOME), *between, Crumb(title))
