"""The site: all outputs of a catalogue. The one list of everything that gets published."""

from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import date
from functools import partial
from itertools import chain
from pathlib import Path

from generator import routes
from generator.catalogue import Catalogue
from generator.exports import api, following, linked
from generator.exports.bulk import bulk
from generator.exports.embedded import website
from generator.exports.files import files
from generator.frames import frames
from generator.glossary import glossary_of, thesaurus_of
from generator.index import Index, build_index
from generator.issues import issues
from generator.likeness import Likeness
from generator.lists import lists
from generator.open_data import open_data_page
from generator.outputs import Crumb, Output, Page, Publisher
from generator.proposals import proposals
from generator.records import RECORD_TYPES
from generator.records.withdrawal import Withdrawal
from generator.selections import selections
from generator.sheets import orders, sheets
from generator.sources import Sources, Style
from generator.store import NO_STORE, Store
from generator.threads import build_threads
from generator.traced import Traced
from generator.values import Ref
from generator.views import cycle, figures, front, guide, places, queue
from generator.views.elsewhere import elsewhere_view
from generator.views.lists import breadcrumb
from generator.views.moved import moved_view
from generator.views.tombstone import tombstone_view

SITE_DESCRIPTION = (
    "Le esperienze delle amministrazioni pubbliche italiane: che cosa è stato fatto, con quali "
    "risultati, che cosa serve per rifarlo."
)


def build_site(
    catalogue: Catalogue,
    today: date,
    publisher: Publisher,
    store: Store = NO_STORE,
    kept: Path | None = None,
) -> Iterator[Output]:
    """Every page and file of the portal, in a stable order, as it stands on a day.

    `store` as for `build_index`; `kept` is a folder, on the disk of the site, for what is copied
    from a build to the next.
    """
    yield from _bulk(catalogue, publisher, kept)  # first: what it takes can go on beside the rest
    index = build_index(catalogue, store=store)
    yield from _outputs(_sources(catalogue, today, publisher, index), today)


def build_apart(
    catalogue: Catalogue, today: date, publisher: Publisher, likeness: Likeness[Ref] | None = None
) -> tuple[Traced, Callable[[], Iterator[Output]]]:
    """The pages that depend on the records, and what builds the site, for who may not want all.

    `likeness` as for `build_index`.
    """
    sources = _sources(catalogue, today, publisher, build_index(catalogue, likeness))
    return _traced(sources), lambda: chain(_bulk(catalogue, publisher), _outputs(sources, today))


def _bulk(catalogue: Catalogue, publisher: Publisher, kept: Path | None = None) -> Iterator[Output]:
    yield bulk(catalogue, publisher, kept and kept / "schede")
    yield from linked.files(catalogue, publisher, kept and kept / "collegati")


def _sources(catalogue: Catalogue, today: date, publisher: Publisher, index: Index) -> Sources:
    glossary = glossary_of(catalogue.vocabularies["glossario"])
    thesaurus = thesaurus_of(catalogue.vocabularies["sinonimi"])
    return Sources(
        catalogue,
        index,
        build_threads(catalogue, index, today),
        following.alternates(catalogue, index, publisher),
        Style(glossary, thesaurus, publisher),
    )


def _outputs(sources: Sources, today: date) -> Iterator[Output]:
    catalogue, index, publisher = sources.catalogue, sources.index, sources.publisher
    yield _home(sources)
    yield _catalogue_page(sources)
    yield from files(catalogue, index, publisher)
    yield from api.outputs(catalogue, publisher, sources.page)
    yield from _pages(sources, today)
    yield from issues(catalogue, index, publisher, sources.page)
    yield from proposals(catalogue, sources.render)
    yield _traced(sources)
    for ref, withdrawal in catalogue.withdrawn.items():
        yield _tombstone(sources, ref, withdrawal)
    for former, ref in catalogue.renamed():
        yield _moved(sources, former, ref)
    yield open_data_page(catalogue, publisher, sources.render)


def _traced(sources: Sources) -> Traced:
    """What depends on the records; the longest pages first, lest a worker should end with them."""
    items = [*lists(sources), *frames(sources), *sheets(sources)]
    return Traced(sources, items, partial(orders, sources.catalogue))


def _home(sources: Sources) -> Page:
    view = front.home_view(sources.catalogue, sources.index)
    return Page(
        address=routes.HOME,
        title="Home",
        description=SITE_DESCRIPTION,
        body=sources.render("home.jinja", routes.HOME, view=view),
        alternates=sources.alternates.get(routes.HOME, ()),
        linked=(website(sources.publisher),),
    )


def _catalogue_page(sources: Sources) -> Page:
    view = front.catalogue_view(sources.catalogue, sources.index)
    return Page(
        address=routes.CATALOGUE,
        title="Catalogo",
        description="Cerca fra tutte le esperienze e le pratiche, per parole e per filtri.",
        body=sources.render("catalogue.jinja", routes.CATALOGUE, view=view),
        breadcrumb=view.breadcrumb,
        features=("catalogue",),
    )


def _pages(sources: Sources, today: date) -> Iterator[Page]:
    catalogue, index, publisher = sources.catalogue, sources.index, sources.publisher
    yield sources.page(routes.CYCLE, cycle.cycle_view(catalogue, index))
    yield sources.page(routes.OBJECTIVES, cycle.objectives_view(catalogue, index))
    yield sources.page(routes.TERRITORIES, places.territories_view(catalogue, index))
    yield sources.page(routes.FIGURES, figures.figures_view(catalogue, index))
    contribute = Crumb("Contribuisci", routes.CONTRIBUTE)
    yield sources.page(routes.TO_COMPLETE, queue.debts_view(catalogue, today), contribute)
    yield sources.page(routes.GUIDE, guide.guide_view(), contribute)
    for kind in RECORD_TYPES.values():
        view = guide.type_guide_view(catalogue, kind)
        crumbs = (contribute, Crumb("Che cosa scrivere", routes.GUIDE))
        yield sources.page(routes.guide(kind.folder), view, *crumbs)
    if publisher.origin:
        yield sources.page(routes.ELSEWHERE, elsewhere_view(catalogue, publisher))
    yield _glossary_page(sources)
    yield from selections(sources.render, publisher)


def _glossary_page(sources: Sources) -> Page:
    terms = sources.catalogue.vocabularies["glossario"].values()
    ordered = sorted(terms, key=lambda term: str(term).lower())
    return Page(
        address=routes.GLOSSARY,
        title="Glossario",
        description="Le sigle e le parole che ricorrono nelle schede.",
        body=sources.render("glossary.jinja", routes.GLOSSARY, terms=ordered),
        breadcrumb=breadcrumb("Glossario"),
    )


def _tombstone(sources: Sources, ref: Ref, withdrawal: Withdrawal) -> Page:
    kind = RECORD_TYPES[ref.type]
    crumb = Crumb(kind.plural, routes.record_index(ref.type))
    view = tombstone_view(sources.catalogue, ref, withdrawal)
    return replace(sources.page(routes.record(ref), view, crumb), found=False)


def _moved(sources: Sources, former: Ref, ref: Ref) -> Page:
    page = sources.page(routes.record(former), moved_view(sources.catalogue, ref))
    return replace(page, found=False, leads_to=routes.record(ref))
