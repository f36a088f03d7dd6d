"""The site: all outputs of a catalogue. The one list of everything that gets published."""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import date
from itertools import chain
from typing import Any

from generator import routes
from generator.catalogue import Catalogue
from generator.exports import api, following, linked
from generator.exports.bulk import bulk
from generator.exports.embedded import website
from generator.exports.files import files
from generator.frames import frames
from generator.glossary import Glossary, glossary_of, thesaurus_of
from generator.index import Index, build_index
from generator.issues import issues
from generator.likeness import Likeness
from generator.open_data import open_data_page
from generator.outputs import Alternate, Anchor, Crumb, Output, Page, Publisher
from generator.proposals import proposals
from generator.records import RECORD_TYPES, Organisation
from generator.records.terms import Programme, Territory, Theme
from generator.records.withdrawal import Withdrawal
from generator.render import render
from generator.selections import selections
from generator.sheets import Sheets, Sources, Style
from generator.threads import Threads, build_threads
from generator.values import Ref
from generator.views import cycle, figures, front, guide, indexes, places, queue
from generator.views.blocks import PageView
from generator.views.lists import ListView, breadcrumb
from generator.views.moved import moved_view
from generator.views.tombstone import tombstone_view

SITE_DESCRIPTION = (
    "Le esperienze delle amministrazioni pubbliche italiane: che cosa è stato fatto, con quali "
    "risultati, che cosa serve per rifarlo."
)


def build_site(catalogue: Catalogue, today: date, publisher: Publisher) -> Iterator[Output]:
    """Every page and file of the portal, in a stable order, as it stands on a day."""
    yield from _bulk(catalogue, publisher)  # first, since what it takes can go on beside the rest
    yield from _site(catalogue, today, publisher).outputs()


def build_apart(
    catalogue: Catalogue, today: date, publisher: Publisher, likeness: Likeness[Ref] | None = None
) -> tuple[Sheets, Callable[[], Iterator[Output]]]:
    """The pages of the records, and what builds the site, for who may not want all of it.

    `likeness` as for `build_index`.
    """
    site = _site(catalogue, today, publisher, likeness)
    return site.sheets(), lambda: chain(_bulk(catalogue, publisher), site.outputs())


def _bulk(catalogue: Catalogue, publisher: Publisher) -> Iterator[Output]:
    yield bulk(catalogue, publisher)
    yield from linked.files(catalogue, publisher)


def _site(
    catalogue: Catalogue, today: date, publisher: Publisher, likeness: Likeness[Ref] | None = None
) -> "_Site":
    index = build_index(catalogue, likeness)
    return _Site(
        catalogue,
        index,
        build_threads(catalogue, index, today),
        glossary_of(catalogue.vocabularies["glossario"]),
        following.alternates(catalogue, index, publisher),
        today,
        publisher,
    )


@dataclass(frozen=True, slots=True)
class _Site:
    catalogue: Catalogue
    index: Index
    threads: Threads
    glossary: Glossary
    alternates: Mapping[str, tuple[Alternate, ...]]
    today: date
    publisher: Publisher

    def outputs(self) -> Iterator[Output]:
        catalogue, index, publisher = self.catalogue, self.index, self.publisher
        yield self.home()
        yield self.catalogue_page()
        yield from files(catalogue, index, publisher)
        yield from api.outputs(catalogue, publisher, self.page)
        yield from self.pages()
        for view in self.lists():
            yield self.list(view)
        yield from issues(catalogue, index, publisher, self.page)
        yield from frames(catalogue, index, publisher, self)
        yield from proposals(catalogue, self.render)
        yield self.sheets()
        for ref, withdrawal in catalogue.withdrawn.items():
            yield self.tombstone(ref, withdrawal)
        for former, ref in catalogue.renamed():
            yield self.moved(former, ref)
        yield open_data_page(catalogue, publisher, self.render)

    def render(self, template: str, address: str, **views: Any) -> str:
        return render(template, address, self.glossary, **views)

    def sheets(self) -> Sheets:
        thesaurus = thesaurus_of(self.catalogue.vocabularies["sinonimi"])
        pages = ((ref, self.alternates.get(routes.record(ref))) for ref in self.catalogue.entries)
        return Sheets(
            Sources(
                self.catalogue,
                self.index,
                self.threads,
                {ref: others for ref, others in pages if others},
                Style(self.glossary, thesaurus, self.publisher),
            )
        )

    def home(self) -> Page:
        view = front.home_view(self.catalogue, self.index)
        body = self.render("home.jinja", routes.HOME, view=view)
        return Page(
            address=routes.HOME,
            title="Home",
            description=SITE_DESCRIPTION,
            body=body,
            alternates=self.alternates.get(routes.HOME, ()),
            linked=(website(self.publisher),),
        )

    def catalogue_page(self) -> Page:
        view = front.catalogue_view(self.catalogue, self.index)
        return Page(
            address=routes.CATALOGUE,
            title="Catalogo",
            description="Cerca fra tutte le esperienze e le pratiche, per parole e per filtri.",
            body=self.render("catalogue.jinja", routes.CATALOGUE, view=view),
            breadcrumb=view.breadcrumb,
            features=("catalogue",),
        )

    def pages(self) -> Iterator[Page]:
        yield self.page(routes.CYCLE, cycle.cycle_view(self.catalogue, self.index))
        yield self.page(routes.OBJECTIVES, cycle.objectives_view(self.catalogue, self.index))
        yield self.page(routes.TERRITORIES, places.territories_view(self.catalogue, self.index))
        yield self.page(routes.FIGURES, figures.figures_view(self.catalogue, self.index))
        contribute = Crumb("Contribuisci", routes.CONTRIBUTE)
        todo = queue.debts_view(self.catalogue, self.today)
        yield self.page(routes.TO_COMPLETE, todo, contribute)
        yield self.page(routes.GUIDE, guide.guide_view(), contribute)
        for kind in RECORD_TYPES.values():
            view = guide.type_guide_view(self.catalogue, kind)
            crumbs = (contribute, Crumb("Che cosa scrivere", routes.GUIDE))
            yield self.page(routes.guide(kind.folder), view, *crumbs)
        yield self.glossary_page()
        yield from selections(self.render, self.publisher)

    def page(self, address: str, view: PageView, *between: Crumb) -> Page:
        return Page(
            address=address,
            title=view.title,
            description=view.lead,
            body=self.render("page.jinja", address, view=view),
            toc=tuple(Anchor(block.id, block.title) for block in view.blocks),
            breadcrumb=breadcrumb(view.title, *between),
            alternates=self.alternates.get(address, ()),
            styles=("pictures",) if view.has_pictures else (),
        )

    def glossary_page(self) -> Page:
        terms = self.catalogue.vocabularies["glossario"].values()
        ordered = sorted(terms, key=lambda term: str(term).lower())
        return Page(
            address=routes.GLOSSARY,
            title="Glossario",
            description="Le sigle e le parole che ricorrono nelle schede.",
            body=self.render("glossary.jinja", routes.GLOSSARY, terms=ordered),
            breadcrumb=breadcrumb("Glossario"),
        )

    def lists(self) -> Iterator[ListView]:
        catalogue, index = self.catalogue, self.index
        for folder, kind in RECORD_TYPES.items():
            if kind.record is Organisation:
                yield indexes.organisations_view(catalogue, index, folder)
            else:
                yield indexes.type_view(catalogue, index, self.threads, folder)
        yield indexes.themes_view(catalogue, index)
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

    def list(self, view: ListView) -> Page:
        return Page(
            address=view.address,
            title=view.title,
            description=view.description,
            body=self.render("list.jinja", view.address, view=view),
            toc=tuple(
                Anchor(f"s{number}", section.title)
                for number, section in enumerate(view.sections, 1)
            ),
            breadcrumb=view.breadcrumb,
            alternates=(*self.alternates.get(view.address, ()), *view.downloads),
        )

    def tombstone(self, ref: Ref, withdrawal: Withdrawal) -> Page:
        kind = RECORD_TYPES[ref.type]
        crumb = Crumb(kind.plural, routes.record_index(ref.type))
        view = tombstone_view(self.catalogue, ref, withdrawal)
        return replace(self.page(routes.record(ref), view, crumb), found=False)

    def moved(self, former: Ref, ref: Ref) -> Page:
        page = self.page(routes.record(former), moved_view(self.catalogue, ref))
        return replace(page, found=False, leads_to=routes.record(ref))
