"""The site: all outputs of a catalogue. The one list of everything that gets published."""

from collections.abc import Iterator

from generator import routes
from generator.catalogue import Catalogue, Entry
from generator.index import Index, build_index
from generator.outputs import Anchor, Output, Page
from generator.records import RECORD_TYPES, Organisation
from generator.records.terms import Programme, Territory, Theme
from generator.render import render
from generator.views import front, indexes
from generator.views.lists import ListView
from generator.views.record import record_view

SITE_DESCRIPTION = (
    "Le esperienze delle amministrazioni pubbliche italiane: che cosa è stato fatto, con quali "
    "risultati, che cosa serve per rifarlo."
)


def build_site(catalogue: Catalogue) -> Iterator[Output]:
    """Every page and file of the portal, in a stable order."""
    index = build_index(catalogue)
    yield _home(catalogue, index)
    yield _catalogue(catalogue, index)
    for view in _list_views(catalogue, index):
        yield _list(view)
    for entry in catalogue.entries.values():
        yield _record(catalogue, index, entry)


def _home(catalogue: Catalogue, index: Index) -> Page:
    body = render("home.jinja", routes.HOME, view=front.home_view(catalogue, index))
    return Page(address=routes.HOME, title="Home", description=SITE_DESCRIPTION, body=body)


def _catalogue(catalogue: Catalogue, index: Index) -> Page:
    view = front.catalogue_view(catalogue, index)
    return Page(
        address=routes.CATALOGUE,
        title="Catalogo",
        description="Cerca fra tutte le esperienze e le pratiche, per parole e per filtri.",
        body=render("catalogue.jinja", routes.CATALOGUE, view=view),
        breadcrumb=view.breadcrumb,
    )


def _list_views(catalogue: Catalogue, index: Index) -> Iterator[ListView]:
    for folder, kind in RECORD_TYPES.items():
        if kind.record is Organisation:
            yield indexes.organisations_view(catalogue, index, folder)
        else:
            yield indexes.type_view(catalogue, index, folder)
    yield indexes.themes_view(catalogue, index)
    yield indexes.territories_view(catalogue, index)
    yield indexes.programmes_view(catalogue, index)
    for terms in catalogue.vocabularies.values():
        for term in terms.values():
            match term:
                case Theme():
                    yield indexes.theme_view(catalogue, index, term)
                case Territory():
                    yield indexes.territory_view(catalogue, index, term)
                case Programme() if index.having("programma", term.id):
                    yield indexes.programme_view(catalogue, index, term)


def _list(view: ListView) -> Page:
    return Page(
        address=view.address,
        title=view.title,
        description=view.description,
        body=render("list.jinja", view.address, view=view),
        toc=tuple(
            Anchor(f"s{number}", section.title) for number, section in enumerate(view.sections, 1)
        ),
        breadcrumb=view.breadcrumb,
    )


def _record(catalogue: Catalogue, index: Index, entry: Entry) -> Page:
    view = record_view(catalogue, index, entry)
    return Page(
        address=view.address,
        title=view.title,
        description=view.summary or f"{view.title}: esperienze e pratiche sul portale.",
        body=render("record.jinja", view.address, view=view),
        toc=view.toc,
        breadcrumb=view.breadcrumb,
        source=f"practices/{entry.ref.type}/{entry.ref.id}.yml",
        updated=entry.record.updated,
        searched=True,
    )
