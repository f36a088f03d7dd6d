"""Descriptions: what the datasets are, for the catalogues that speak of them."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date

from generator import routes
from generator.catalogue import Catalogue, Entry
from generator.index import words
from generator.records import RECORD_TYPES
from generator.records.terms import Theme
from generator.routes import WHOLE, Form

GOVERNMENT = "GOVE"
"""The European theme of all that administrations say of themselves."""


@dataclass(frozen=True, slots=True)
class Format:
    """A form of file: its name, its code in the European table of file types, its media type."""

    name: str
    code: str
    media: str | None = None
    """None where IANA has none."""


@dataclass(frozen=True, slots=True)
class Distribution:
    """A file of a dataset."""

    id: str
    title: str
    address: str
    format: Format


@dataclass(frozen=True, slots=True, kw_only=True)
class Dataset:
    """Some records in several files."""

    id: str
    title: str
    description: str
    modified: date | None
    """The day of the latest change in it that is known."""
    themes: tuple[str, ...]
    """The codes of the European themes of its records."""
    distributions: tuple[Distribution, ...]


_FORMS = {
    Form.CSV: Format("CSV", "CSV", "text/csv"),
    Form.SHEET: Format("CSV per fogli di calcolo", "CSV", "text/csv"),
    Form.JSON: Format("JSON", "JSON", "application/json"),
    Form.LINES: Format("NDJSON", "JSON"),
}
# The European table has no code for NDJSON, which is JSON, nor for SQLite, which is binary.
_SQLITE = Format("SQLite", "BIN", "application/vnd.sqlite3")
_TURTLE = Format("Turtle", "RDF_TURTLE", "text/turtle")


def described(catalogue: Catalogue) -> Iterator[Dataset]:
    """The datasets: all records, those of each type, the vocabularies."""
    everything = list(catalogue.entries.values())
    yield Dataset(
        id=WHOLE,
        title="Tutte le schede",
        description="Esperienze, pratiche, amministrazioni e tutto il resto del catalogo.",
        modified=_latest(everything),
        themes=_themes(everything),
        distributions=(
            *_distributions(WHOLE),
            Distribution(f"{WHOLE}-sqlite", _SQLITE.name, routes.DATABASE, _SQLITE),
        ),
    )
    for folder, kind in RECORD_TYPES.items():
        entries = catalogue.of(kind.record)
        address = routes.linked_records(folder)
        yield Dataset(
            id=folder,
            title=kind.plural,
            description=kind.about,
            modified=_latest(entries) or _latest(everything),
            themes=_themes(entries),
            distributions=(
                *_distributions(folder),
                Distribution(f"{folder}-ttl", _TURTLE.name, address, _TURTLE),
            ),
        )
    yield Dataset(
        id="vocabolari",
        title="Vocabolari",
        description="Le voci con cui sono classificate le schede, con i codici che altri usano.",
        modified=_latest(everything),
        themes=(GOVERNMENT,),
        distributions=tuple(
            Distribution(f"vocabolari-{name}", words(name), routes.vocabulary(name), _TURTLE)
            for name, terms in catalogue.vocabularies.items()
            if terms
        ),
    )


def _distributions(name: str) -> Iterator[Distribution]:
    for form, form_of in _FORMS.items():
        own = f"{name}-{form.name.lower()}"
        yield Distribution(own, form_of.name, routes.dataset(name, form), form_of)


def _latest(entries: Iterable[Entry]) -> date | None:
    days = (entry.record.updated for entry in entries)
    return max((day for day in days if day), default=None)


def _themes(entries: Iterable[Entry]) -> tuple[str, ...]:
    """In alphabetical order; that of administrations is always one of them."""
    named = (theme for entry in entries for theme in getattr(entry.record, "themes", ()))
    codes = {theme.eu_theme for theme in named if isinstance(theme, Theme) and theme.eu_theme}
    return tuple(sorted({GOVERNMENT, *codes}))
